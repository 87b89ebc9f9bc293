using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Sqo.Qualification;

/// <summary>Writes the page for marketing and sales as lines of text.</summary>
internal sealed class AlignmentWriter(ExplanationTexts texts)
{
    private const int MostCriteria = 3;

    private readonly StringBuilder _text = new();

    public string Write(CampaignAlignment alignment)
    {
        Line(MessageIds.AlignmentHeader, alignment.Funnel.AsOf, alignment.All.Judged, alignment.All.Figures.Leads);
        Row(alignment, alignment.All, texts[MessageIds.CampaignsAll]);
        foreach (var row in alignment.Campaigns)
        {
            Row(alignment, row, row.Name is { } name ? texts.Value(name) : texts[MessageIds.CampaignsUnknown]);
        }

        Line(MessageIds.AlignmentSignatures);
        return _text.ToString();
    }

    private void Row(CampaignAlignment alignment, AlignmentRow row, string name)
    {
        if (row.Figures.Leads > 0) Line(MessageIds.AlignmentFate, name, Rate(row.BecameSqo), Rate(row.Died));
        if (row.DisqualifiedMqls.Successes > 0) Line(
            MessageIds.AlignmentDisqualified, name, Rate(row.DisqualifiedMqls), Criteria(row.DisqualifiedBy, isShare: false));
        if (row.QualifiedRejections.Successes > 0) Line(MessageIds.AlignmentRejected, name, Rate(row.QualifiedRejections));
        if (row.MissedCriteria.Count > 0) Line(MessageIds.AlignmentMissed, name, Criteria(row.MissedCriteria, isShare: true));
        if (row.AnsweredInTime.Trials > 0) Line(
            MessageIds.AlignmentAnswered, name, Rate(row.AnsweredInTime), texts.Value(alignment.AnswerWithin), row.AnswersNotDue);
        if (row.CostPerSqo?.Value is { } cost && row.ValuePerSqo is { } worth) Line(
            MessageIds.AlignmentCost, name, Money(cost, alignment), Money(worth, alignment));
    }

    private string Criteria(IReadOnlyList<CriterionMiss> misses, bool isShare) => string.Join(", ", misses.Take(MostCriteria).Select(
        miss => $"{texts.Label(miss.Criterion)} {(isShare ? Percent(miss.Missed) : texts.Value(miss.Missed.Successes))}"));

    private string Rate(ObservedRate rate) => texts.Fill(
        MessageIds.AlignmentRate, texts.Value(rate.Successes), texts.Value(rate.Trials), Percent(rate));

    private string Percent(ObservedRate rate) => texts.Formats.Percent(rate.Value!.Value, 1);

    private string Money(decimal amount, CampaignAlignment alignment) =>
        texts.Value(Math.Round(amount, 2, MidpointRounding.AwayFromZero), alignment.Funnel.Currency);

    private void Line(string messageId, params object[] arguments)
    {
        if (_text.Length > 0) _text.Append('\n');
        _text.Append(texts.Fill(messageId, [.. arguments.Select(argument => argument as string ?? texts.Value(argument))]));
    }
}
