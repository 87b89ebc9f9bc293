using System;
using System.Linq;
using System.Text;

namespace Sqo.Qualification;

/// <summary>Writes a comparison of attribution models as lines of text.</summary>
internal sealed class AttributionWriter(ExplanationTexts texts)
{
    // Beyond it, people differ on nothing that matters.
    private const double LeastSpread = 0.01;
    private const int MostChannels = 10;

    private readonly StringBuilder _text = new();

    public string Write(AttributionComparison comparison)
    {
        var coverage = comparison.Coverage;
        Line(MessageIds.AttributionHeader, coverage.Conversions, coverage.NonConversions, comparison.Channels.Count);
        Line(MessageIds.AttributionNotCause);
        if (coverage.ConversionsWithoutTouch > 0) Line(MessageIds.AttributionWithoutTouch, coverage.ConversionsWithoutTouch);
        if (coverage.UndatedConversions > 0) Line(MessageIds.AttributionUndated, coverage.UndatedConversions);
        if (coverage.OpenLeftOut > 0) Line(MessageIds.AttributionOpenLeftOut, coverage.OpenLeftOut);
        if (coverage.TouchesLeftOut > 0) Line(MessageIds.AttributionTouchesLeftOut, coverage.TouchesLeftOut, coverage.Touches);
        if (comparison.Agreement is { } agreement)
        {
            Line(MessageIds.AttributionAgreement, Percent(agreement));
            var shown = 0;
            foreach (var spread in comparison.Spreads)
            {
                if (spread.Spread < LeastSpread || shown++ == MostChannels) break;
                Line(
                    RoleId(spread.Role),
                    texts.Value(spread.Channel),
                    Percent(spread.Lowest),
                    Name(spread.LowestModel),
                    Percent(spread.Highest),
                    Name(spread.HighestModel));
            }
        }

        foreach (var model in comparison.Models) Model(model);
        return _text.ToString();
    }

    private void Model(ModelAttribution model)
    {
        var assisted = model.Channels.Where(credit => credit.AssistedShare > 0)
            .OrderByDescending(credit => credit.AssistedShare).ThenBy(credit => credit.Channel, StringComparer.Ordinal).Take(MostChannels)
            .Select(credit => $"{texts.Value(credit.Channel)} {Percent(credit.AssistedShare!.Value)}").ToList();
        if (assisted.Count > 0) Line(MessageIds.AttributionAssisted, Name(model.Model), string.Join(", ", assisted));

        foreach (var note in model.Notes)
        {
            var text = texts.Own(ExplanationTexts.AttributionNotePrefix, note.Id);
            var what = text is null ? note.ToString() : TextFormats.Fill(text, texts.Value(note.Count));
            Line(MessageIds.AttributionNote, Name(model.Model), what);
        }
    }

    private static string RoleId(ChannelRole role) => role switch
    {
        ChannelRole.Opens => MessageIds.AttributionOpens,
        ChannelRole.Closes => MessageIds.AttributionCloses,
        ChannelRole.Between => MessageIds.AttributionBetween,
        _ => MessageIds.AttributionBalanced,
    };

    private string Name(AttributionModel model) => texts.Name(ExplanationTexts.AttributionModelPrefix, model.Id, null);

    private string Percent(double share) => texts.Formats.Percent(share, 1);

    private void Line(string messageId, params object[] arguments)
    {
        if (_text.Length > 0) _text.Append('\n');
        _text.Append(texts.Fill(messageId, [.. arguments.Select(argument => argument as string ?? texts.Value(argument))]));
    }
}
