using System;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Whether the pace at which deals are won, or lost, has changed, and how a forecast uses the change. Immutable.</summary>
public sealed class RateChange
{
    // Far more likely than not.
    private const double Likely = 0.8;

    internal RateChange(double probability, DateTime since, double factor, double level)
    {
        Probability = probability;
        Since = since;
        Factor = factor;
        Level = level;
    }

    /// <summary>The probability that the pace has changed at all, from 0 to 1.</summary>
    public double Probability { get; }

    /// <summary>The first day of the month in which the pace most likely changed.</summary>
    public DateTime Since { get; }

    /// <summary>The pace since then divided by the pace before: 0.6 is 40 % less often.</summary>
    public double Factor { get; }

    /// <summary>The multiplier of the long-term rates in the forecast: near 1 while the change is uncertain.</summary>
    public double Level { get; }

    /// <summary>Whether a change is likely enough to report: 80 % or more.</summary>
    public bool IsLikely => Probability >= Likely;

    /// <summary>"40 % less often since 2026-08 (likely: 92 %)", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{InvariantText.Of((long)Math.Round(Math.Abs(Factor - 1) * 100))} % {(Factor < 1 ? "less" : "more")} often since {Since.ToString("yyyy-MM", CultureInfo.InvariantCulture)} " +
        $"(likely: {InvariantText.Of((long)Math.Round(Probability * 100))} %)";
}
