using System;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The value of a curve that costs the least, and how sure that is. Immutable.</summary>
public sealed class WhatIfBest
{
    private readonly AuditOptions _options;

    internal WhatIfBest(
        WhatIfPoint point, double cost, StatisticalInterval interval, ObservedRate agreement, long seed, AuditOptions options)
    {
        Point = point;
        Cost = cost;
        Interval = interval;
        Agreement = agreement;
        Seed = seed;
        _options = options;
    }

    /// <summary>The value with what it qualifies.</summary>
    public WhatIfPoint Point { get; }

    /// <summary>What its errors cost on these deals.</summary>
    public double Cost { get; }

    /// <summary>The interval of the best values of the samples, by their quantiles.</summary>
    public StatisticalInterval Interval { get; }

    /// <summary>In how many of the samples the same value is the best.</summary>
    public ObservedRate Agreement { get; }

    /// <summary>The seed of the samples.</summary>
    public long Seed { get; }

    /// <summary>The best value in words, in a culture.</summary>
    /// <param name="culture">The culture; see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>The best value in words.</summary>
    /// <param name="texts">The words.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts) => Guard.NotNull(texts).Fill(
        MessageIds.AuditBest, AuditText.Number(texts, Point.Value!.Value), AuditText.Number(texts, Cost),
        AuditText.Share(texts, Agreement), AuditText.Percent(texts, _options.Confidence), AuditText.Number(texts, Interval.Low),
        AuditText.Number(texts, Interval.High));

    /// <summary>The best value in words, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);
}
