using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The uncertain terms, in canonical order, each amount an integer number of lattice steps: deals with a probability between
/// 0 and 1, with equal ones counted, and new business with a rate above 0.
/// </summary>
internal sealed class LatticeTerms(long[] amounts, double[] probabilities, int[] counts, long[] newAmounts, double[] newRates)
{
    private int[]? _byAmount;
    private long[]? _ascendingAmounts;
    private int[]? _byVariance;
    private LatticeTerms? _mirrored;

    // Terms with the same probabilities, if the amounts of others were replaced.
    private LatticeTerms? _others;

    public long[] Amounts => amounts;

    public double[] Probabilities => probabilities;

    public int[] Counts => counts;

    public long[] NewAmounts => newAmounts;

    public double[] NewRates => newRates;

    /// <summary>The number of different deals.</summary>
    public int GroupCount => amounts.Length;

    public int NewCount => newAmounts.Length;

    /// <summary>
    /// The deals, and after them new business, in ascending order of their amounts; equal amounts in the order of the terms.
    /// </summary>
    public int[] ByAmount => LazyField.Of(ref _byAmount) ?? LazyField.Keep(ref _byAmount, Sorted());

    /// <summary>The amounts in the order of <see cref="ByAmount"/>.</summary>
    public long[] AscendingAmounts => LazyField.Of(ref _ascendingAmounts) ?? LazyField.Keep(
        ref _ascendingAmounts, Array.ConvertAll(ByAmount, AmountAt));

    /// <summary>
    /// The deals in descending order of the variance of the number of wins; equal ones in the order of the terms, which is canonical.
    /// </summary>
    public int[] ByVariance => _others?.ByVariance
        ?? LazyField.Of(ref _byVariance) ?? LazyField.Keep(ref _byVariance, SortedByVariance());

    /// <summary>The sum of all deals' amounts.</summary>
    public long Total
    {
        get
        {
            var sum = 0L;
            for (var i = 0; i < amounts.Length; i++) sum += amounts[i] * counts[i];
            return sum;
        }
    }

    /// <summary>The rate of all new business.</summary>
    public double NewRate { get; } = SumOf(newRates);

    /// <summary>The deals with the probabilities that they are lost.</summary>
    public LatticeTerms Mirrored => LazyField.Of(ref _mirrored) ?? LazyField.Keep(
        ref _mirrored, new(amounts, Array.ConvertAll(probabilities, p => 1 - p), counts, [], []));

    /// <summary>Terms of other amounts with the same probabilities.</summary>
    public LatticeTerms With(long[] otherAmounts, long[] otherNewAmounts) =>
        new(otherAmounts, probabilities, counts, otherNewAmounts, newRates) { _others = this };

    /// <summary>The amount of a deal, or of new business after them.</summary>
    public long AmountAt(int place) => place < amounts.Length ? amounts[place] : newAmounts[place - amounts.Length];

    private static double SumOf(double[] rates)
    {
        var sum = 0.0;
        foreach (var rate in rates) sum += rate;
        return sum;
    }

    private int[] Sorted()
    {
        var keys = new long[amounts.Length + newAmounts.Length];
        amounts.CopyTo(keys, 0);
        newAmounts.CopyTo(keys, amounts.Length);
        var order = Indexes.Of(keys.Length);
        CanonicalOrder.SortAscending(keys, order, order.Length);
        return order;
    }

    private int[] SortedByVariance()
    {
        var keys = new double[amounts.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = -probabilities[i] * (1 - probabilities[i]) * counts[i];
        var order = Indexes.Of(keys.Length);
        CanonicalOrder.SortAscending(keys, order, order.Length);
        return order;
    }
}
