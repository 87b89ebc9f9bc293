using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The win rate of a cohort, or of a segment of it, by count and by value. Immutable.</summary>
public sealed class SegmentWinRate
{
    private readonly SegmentWinRate? _all;

    internal SegmentWinRate(string? segment, SegmentWinRate? all)
    {
        Segment = segment;
        _all = all;
    }

    /// <summary>The segment; <see langword="null"/> for the whole, and for opportunities of which it is unknown.</summary>
    public string? Segment { get; }

    /// <summary>How many were won.</summary>
    public int Won { get; private set; }

    /// <summary>How many were lost.</summary>
    public int Lost { get; private set; }

    /// <summary>How many are still open: they are in no rate.</summary>
    public int Open { get; private set; }

    /// <summary>Won / (won + lost); it gives the Wilson interval too.</summary>
    public ObservedRate ByCount => new(Won, (long)Won + Lost);

    /// <summary>What was won, as it was closed.</summary>
    public decimal WonAmount { get; private set; }

    /// <summary>What was lost, by its estimate.</summary>
    public decimal LostAmount { get; private set; }

    /// <summary>Won amount / closed amount, from 0 to 1; <see langword="null"/> when that is 0.</summary>
    public double? ByValue => WonAmount + LostAmount == 0 ? null : (double)WonAmount / (double)(WonAmount + LostAmount);

    /// <summary>How many closed ones have an unknown amount: they are in <see cref="ByCount"/> alone.</summary>
    public int UnknownAmounts { get; private set; }

    /// <summary>
    /// The rate by count shrunk towards that of the whole cohort, which counts for so many closed opportunities (a Beta prior).
    /// </summary>
    /// <param name="strength">How many closed opportunities the rate of the whole counts for, above 0.</param>
    /// <returns>From 0 to 1; <see langword="null"/> when none of the whole cohort is closed.</returns>
    /// <value>A strength of 10 unless told.</value>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="strength"/> is not a finite number above 0.</exception>
    public double? Shrunk(double strength = 10)
    {
        Guard.Positive(strength);
        var all = (_all ?? this).ByCount;
        // A rate of 0 or 1 is no Beta prior, but the same mean.
        return all.Value is { } rate ? ((rate * strength) + Won) / (strength + Won + Lost) : null;
    }

    /// <summary>The segment and its rate by count, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Segment ?? "all"}: {ByCount}";

    internal void Add(Opportunity opportunity, decimal? value)
    {
        if (opportunity.IsOpen)
        {
            Open++;
            return;
        }

        if (value is null) UnknownAmounts++;
        if (opportunity.Outcome == OpportunityOutcome.Won)
        {
            Won++;
            WonAmount += value ?? 0;
        }
        else
        {
            Lost++;
            LostAmount += value ?? 0;
        }
    }
}
