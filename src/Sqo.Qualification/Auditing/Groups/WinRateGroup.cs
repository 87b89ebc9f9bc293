using System;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How the deals of a named group ended, such as those against one competitor. Immutable.</summary>
public sealed class WinRateGroup
{
    private readonly AuditOptions _options;

    internal WinRateGroup(string? name, WinRateSums sums, OutcomeCounts all, AuditOptions options)
    {
        Name = name;
        Counts = sums.ToCounts();
        Trend = sums.Trend();
        _options = options;
        var overall = all.WinRate;
        // A rate of 0 or 1 is no prior.
        if (overall.Successes > 0 && overall.Successes < overall.Trials)
        {
            ShrunkRate = Counts.WinRate.ShrunkTowards(overall.Value!.Value, options.MinimumClosed);
        }
    }

    /// <summary>The name; <see langword="null"/> for the deals of which it is unknown.</summary>
    public string? Name { get; }

    /// <summary>How the deals ended.</summary>
    public OutcomeCounts Counts { get; }

    /// <summary>
    /// The win rate shrunk towards that of all deals, which counts as <see cref="AuditOptions.MinimumClosed"/> deals: a rate of few deals
    /// stays near it. <see langword="null"/> if all deals were won or all were lost.
    /// </summary>
    public double? ShrunkRate { get; }

    /// <summary>
    /// The win rate of the newer half of the closed deals minus that of the older half, by the day of closing; deals without one don't
    /// count. Deals of one day are in the same half.
    /// </summary>
    public RateDifference Trend { get; }

    /// <summary>The group in words, in a culture.</summary>
    /// <param name="culture">The culture; see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>The group in words: the win rate, and how it changes if that can be judged.</summary>
    /// <param name="texts">The words.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        var line = Guard.NotNull(texts).Fill(
            MessageIds.AuditNamed, Name is null ? texts[MessageIds.StateUnknown] : texts.Value(Name),
            AuditText.Group(texts, Counts, _options));
        if (AuditText.Compare(Trend, _options) is not { } sign) return line;
        return texts.Fill(
            sign > 0 ? MessageIds.CompetitionRising : sign < 0 ? MessageIds.CompetitionFalling : MessageIds.CompetitionSteady, line,
            AuditText.Percent(texts, Trend.Second.Value!.Value), AuditText.Percent(texts, Trend.First.Value!.Value));
    }

    /// <summary>The group in words, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);
}
