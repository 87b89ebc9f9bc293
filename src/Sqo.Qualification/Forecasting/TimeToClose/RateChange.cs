using System;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Whether the pace at which deals are won, or lost, has changed, and what of that a forecast goes by. Immutable.</summary>
public sealed class RateChange
{
    // More likely than not by far, and large enough to speak of.
    private const double Likely = 0.8;

    internal RateChange(double probability, DateTime since, double factor, double level)
    {
        Probability = probability;
        Since = since;
        Factor = factor;
        Level = level;
    }

    /// <summary>How likely it is that the pace has changed at all, from 0 to 1.</summary>
    public double Probability { get; }

    /// <summary>The first day of the month since which it has most likely been so.</summary>
    public DateTime Since { get; }

    /// <summary>The pace since then over that before: 0.6 is 40 % less often.</summary>
    public double Factor { get; }

    /// <summary>What the rates of the whole time are multiplied by in the forecast: near 1 while it isn't sure.</summary>
    public double Level { get; }

    /// <summary>Whether a change is so likely, 80 % or more, that it is worth saying.</summary>
    public bool IsLikely => Probability >= Likely;

    /// <summary>"40 % less often since 2026-08 (likely: 92 %)", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{InvariantText.Of((long)Math.Round(Math.Abs(Factor - 1) * 100))} % {(Factor < 1 ? "less" : "more")} often since {Since.ToString("yyyy-MM", CultureInfo.InvariantCulture)} " +
        $"(likely: {InvariantText.Of((long)Math.Round(Probability * 100))} %)";
}
