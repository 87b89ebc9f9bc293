using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The evidence that a value of a field gives about a deal. Immutable.</summary>
public sealed class NaiveBayesEvidence
{
    internal NaiveBayesEvidence(string field, NaiveBayesFieldKind kind, string? value, long won, long lost, NaiveBayesSkip skipped)
    {
        Field = field;
        Kind = kind;
        Value = value;
        Won = won;
        Lost = lost;
        Skipped = skipped;
    }

    internal NaiveBayesEvidence(
        string field, NaiveBayesFieldKind kind, string value, long won, long lost, double shareOfWon, double shareOfLost)
        : this(field, kind, value, won, lost, NaiveBayesSkip.None)
    {
        ShareOfWon = shareOfWon;
        ShareOfLost = shareOfLost;
        LogOdds = Logarithm.Of(shareOfWon) - Logarithm.Of(shareOfLost);
        Leaning = kind == NaiveBayesFieldKind.Progress ? 1 - shareOfLost : shareOfWon / (shareOfWon + shareOfLost);
    }

    /// <summary>The name of the field.</summary>
    public string Field { get; }

    /// <summary>The kind of the field.</summary>
    public NaiveBayesFieldKind Kind { get; }

    /// <summary>The value, as text; <see langword="null"/> if it is missing.</summary>
    public string? Value { get; }

    /// <summary>The number of won deals that had it, without smoothing; for a stage, those that reached it.</summary>
    public long Won { get; }

    /// <summary>The number of lost deals that had it, without smoothing; for a stage, those that reached it.</summary>
    public long Lost { get; }

    /// <summary>The share of won deals that have it, smoothed; <see langword="null"/> if skipped.</summary>
    public double? ShareOfWon { get; }

    /// <summary>The share of lost deals that have it, smoothed; <see langword="null"/> if skipped.</summary>
    public double? ShareOfLost { get; }

    /// <summary>What it adds to the log-odds of being won, ln (share of won / share of lost); 0 if skipped.</summary>
    public double LogOdds { get; }

    /// <summary>
    /// The effect of the value by itself, from 0 to 1: above 0.5 it helps, below it hurts. Share of won / (share of won + share of
    /// lost); for a stage 1 - share of lost. <see langword="null"/> if skipped.
    /// </summary>
    public double? Leaning { get; }

    /// <summary>Why it was skipped, if it was.</summary>
    public NaiveBayesSkip Skipped { get; }

    /// <summary>The field, the value and what it adds in two decimals, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        if (Skipped == NaiveBayesSkip.Missing) return $"{Field}: missing";
        var what = Skipped switch
        {
            NaiveBayesSkip.NeverSeen => "never seen",
            NaiveBayesSkip.TooLittleSupport => "too few deals",
            _ => (LogOdds > 0 ? "+" : "") + InvariantText.Of(Math.Round(LogOdds, 2)),
        };
        return $"{Field} = {Value}: {what} ({InvariantText.Of(Won)} won, {InvariantText.Of(Lost)} lost)";
    }
}
