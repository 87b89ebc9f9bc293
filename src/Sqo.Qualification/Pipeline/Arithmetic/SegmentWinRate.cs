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

    /// <summary>The segment; <see langword="null"/> for the whole, and for opportunities whose segment is unknown.</summary>
    public string? Segment { get; }

    /// <summary>How many were won.</summary>
    public int Won { get; private set; }

    /// <summary>How many were lost.</summary>
    public int Lost { get; private set; }

    /// <summary>How many are still open: they are in no rate.</summary>
    public int Open { get; private set; }

    /// <summary>Won / (won + lost), with its Wilson interval.</summary>
    public ObservedRate ByCount => new(Won, (long)Won + Lost);

    /// <summary>The amount won, as closed.</summary>
    public decimal WonAmount { get; private set; }

    /// <summary>The amount lost, as estimated.</summary>
    public decimal LostAmount { get; private set; }

    /// <summary>Won amount / closed amount, from 0 to 1; <see langword="null"/> when that is 0.</summary>
    public double? ByValue => WonAmount + LostAmount == 0 ? null : (double)WonAmount / (double)(WonAmount + LostAmount);

    /// <summary>How many closed ones have an unknown amount: they are only in <see cref="ByCount"/>.</summary>
    public int UnknownAmounts { get; private set; }

    /// <summary>
    /// Shrinks the rate by count towards that of the whole cohort, which counts as <paramref name="strength"/> closed opportunities
    /// (a Beta prior).
    /// </summary>
    /// <param name="strength">How many closed opportunities the rate of the whole counts as, above 0. The default is 10.</param>
    /// <returns>From 0 to 1; <see langword="null"/> when none of the whole cohort is closed.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="strength"/> is not a finite number above 0.</exception>
    public double? Shrunk(double strength = 10)
    {
        Guard.Positive(strength);
        var all = (_all ?? this).ByCount;
        // With a rate of 0 or 1 there is no proper Beta prior, but the mean is the same.
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
