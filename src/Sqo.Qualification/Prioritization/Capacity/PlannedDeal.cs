using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A deal that a plan gives time to. Immutable.</summary>
public sealed class PlannedDeal
{
    internal PlannedDeal(
        Opportunity deal, string owner, TimeSpan time, decimal? value, double? probability, double? without, MustDo? mustDo)
    {
        Deal = deal;
        Owner = owner;
        Time = time;
        Value = value;
        Probability = probability;
        MustDo = mustDo;
        if (value is not { } worth || probability is not { } chance) return;
        ExpectedValue = (double)worth * chance;
        Gain = (double)worth * (chance - (without ?? 0));
    }

    /// <summary>The deal.</summary>
    public Opportunity Deal { get; }

    /// <summary>Who works on it.</summary>
    public string Owner { get; }

    /// <summary>Whether it goes from its owner to another one, or had none.</summary>
    public bool IsMoved => !string.Equals(Deal.Owner, Owner, StringComparison.Ordinal);

    /// <summary>The time for it, in whole minutes.</summary>
    public TimeSpan Time { get; }

    /// <summary>The value if won; <see langword="null"/> if unknown, for a deal that must be done.</summary>
    public decimal? Value { get; }

    /// <summary>
    /// The probability of a win with this time; <see langword="null"/> if unknown, for a deal that must be done.
    /// </summary>
    public double? Probability { get; }

    /// <summary>Probability x value; <see langword="null"/> if one is unknown.</summary>
    public double? ExpectedValue { get; }

    /// <summary>
    /// What the time brings: the expected value, less what a deal with a response curve is worth without effort. <see langword="null"/> if
    /// unknown.
    /// </summary>
    public double? Gain { get; }

    /// <summary>The gain per hour; <see langword="null"/> if unknown, or if the deal takes no time.</summary>
    public double? GainPerHour => Time > TimeSpan.Zero ? Gain / Time.TotalHours : null;

    /// <summary>Why it must be done; <see langword="null"/> if it was selected for what it brings.</summary>
    public MustDo? MustDo { get; }

    /// <summary>The id, the owner and the time, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Deal.Id}: {Owner}, {InvariantText.Of(Time)}";
}
