using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How the deals of an answer table ended, row by row, with their amounts. Immutable.</summary>
public sealed class DealOutcomes
{
    private const int WordBits = 64;

    // A bit per row.
    internal readonly ulong[] Won;
    internal readonly ulong[] Lost;
    internal readonly ulong[] Priced;

    // Empty if no amounts are given.
    internal readonly decimal[] Amounts;

    private DealOutcomes(int count, bool hasAmounts)
    {
        Count = count;
        // Whole chunks, so that the last one is read like the others.
        var words = (count + ChunkSize.Rows - 1) / ChunkSize.Rows * (ChunkSize.Rows / WordBits);
        (Won, Lost, Priced) = (new ulong[words], new ulong[words], new ulong[words]);
        Amounts = hasAmounts ? new decimal[count] : [];
    }

    /// <summary>The number of deals.</summary>
    public int Count { get; }

    /// <summary>Reads the outcomes of deals.</summary>
    /// <typeparam name="T">The type of deal.</typeparam>
    /// <param name="deals">The deals, in the order of the rows: the <see cref="AnswerTable{T}.Items"/> of a table.</param>
    /// <param name="outcome">Gets the outcome. Open deals are counted as open, never as lost.</param>
    /// <param name="amount">
    /// Gets the amount of a deal, in one currency for all; <see langword="null"/> if it is unknown. The default is that no amounts are
    /// known.
    /// </param>
    /// <returns>The outcomes.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="deals"/> or <paramref name="outcome"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// An outcome is none of the three, or an amount is negative; the message says in which row.
    /// </exception>
    public static DealOutcomes Of<T>(IReadOnlyList<T> deals, Func<T, OpportunityOutcome> outcome, Func<T, decimal?>? amount = null)
    {
        Guard.NotNull(deals);
        Guard.NotNull(outcome);
        var outcomes = new DealOutcomes(deals.Count, amount is not null);
        for (var row = 0; row < deals.Count; row++) outcomes.Set(row, outcome(deals[row]), amount?.Invoke(deals[row]));
        return outcomes;
    }

    /// <summary>Gets the outcome of a deal.</summary>
    /// <param name="row">The index of its row.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is not a row.</exception>
    public OpportunityOutcome this[int row]
    {
        get
        {
            if (row < 0 || row >= Count)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(row), row,
                    $"The row is {InvariantText.Of((long)row)}; it must lie from 0 to below {InvariantText.Of((long)Count)}.");
            }

            return Has(Won, row) ? OpportunityOutcome.Won : Has(Lost, row) ? OpportunityOutcome.Lost : OpportunityOutcome.Open;
        }
    }

    /// <summary>The number of deals, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{InvariantText.Of((long)Count)} outcomes";

    internal static bool Has(ulong[] words, int row) => (words[row / WordBits] & (1UL << (row % WordBits))) != 0;

    /// <summary>The amount of a deal; <see langword="null"/> if it is unknown.</summary>
    internal decimal? AmountOf(int row) => Has(Priced, row) ? Amounts[row] : null;

    /// <summary>Checks that there is an outcome for each row of a table.</summary>
    internal void CheckFor(int rows)
    {
        if (rows == Count) return;
        throw new ArgumentException(
            $"There are {InvariantText.Of((long)Count)} outcomes and {InvariantText.Of((long)rows)} rows; each row must have one.",
            "outcomes");
    }

    private void Set(int row, OpportunityOutcome outcome, decimal? amount)
    {
        var bit = 1UL << (row % WordBits);
        if (outcome == OpportunityOutcome.Won) Won[row / WordBits] |= bit;
        else if (outcome == OpportunityOutcome.Lost) Lost[row / WordBits] |= bit;
        else if (outcome != OpportunityOutcome.Open) throw Wrong($"the outcome {(int)outcome}; it must be one of the three");
        if (amount is not { } known) return;
        if (known < 0) throw Wrong($"the amount {InvariantText.Of(known)}; it must not be negative");
        Amounts[row] = known;
        Priced[row / WordBits] |= bit;

        ArgumentException Wrong(string what) => new($"The deal in row {InvariantText.Of((long)row)} has {what}.", "deals");
    }
}
