using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Terms with the pieces of each deal combined, checked, and placed on the lattice of their amounts, in an order that
/// depends only on the terms.
/// </summary>
internal sealed class MergedTerms
{
    // Rounding tolerance for shares that add up to 1.
    private const double Slack = 1e-9;

    private MergedTerms(RevenueTerms terms)
    {
        Count = terms.Ids.Count;
        var amounts = new ChunkedList<decimal>();
        var probabilities = new double[Count + terms.NewAmounts.Count];
        var deals = 0;
        decimal minimum = 0, maximum = 0;
        try
        {
            for (var i = 0; i < Count; i++)
            {
                var (amount, p) = (terms.Amounts[i], terms.Probabilities[i]);
                if (p <= 0 || amount == 0) continue;
                maximum += amount;
                if (p >= 1)
                {
                    minimum += amount;
                    continue;
                }

                amounts.Add(amount);
                probabilities[deals++] = p;
            }
        }
        catch (OverflowException e)
        {
            throw new OverflowException(
                $"The amounts of the deals add up to more than {InvariantText.Of(decimal.MaxValue)}, the greatest decimal.", e);
        }

        var all = deals;
        for (var i = 0; i < terms.NewAmounts.Count; i++)
        {
            if (!(terms.NewRates[i] > 0) || terms.NewAmounts[i] == 0) continue;
            amounts.Add(terms.NewAmounts[i]);
            probabilities[all++] = terms.NewRates[i];
        }

        Minimum = minimum;
        Maximum = all == deals ? maximum : null;
        var steps = new long[all];
        Lattice = MoneyLattice.Of(amounts, i => i < deals ? 1 : MostLikely(probabilities[i]), minimum, steps);
        Terms = Layout(steps, probabilities, deals);
        var rates = terms.NewRates.ToArray();
        Array.Sort(rates);
        foreach (var rate in rates) ExpectedNewWins += rate;
        Mean = (double)minimum + (MeanSteps(Terms) * Lattice.Step);
    }

    /// <summary>The number of deals.</summary>
    public int Count { get; }

    public double ExpectedNewWins { get; }

    public double Mean { get; }

    public decimal Minimum { get; }

    public decimal? Maximum { get; }

    public MoneyLattice Lattice { get; }

    public LatticeTerms Terms { get; }

    public static MergedTerms Of(RevenueTerms terms) => new(Merge(terms));

    private static double MeanSteps(LatticeTerms terms)
    {
        var sum = 0.0;
        for (var i = 0; i < terms.GroupCount; i++) sum += (double)terms.Amounts[i] * terms.Counts[i] * terms.Probabilities[i];
        for (var i = 0; i < terms.NewCount; i++) sum += terms.NewAmounts[i] * terms.NewRates[i];
        return sum;
    }

    /// <summary>A number that a Poisson count with this rate practically never exceeds.</summary>
    private static double MostLikely(double rate) => rate + (10 * Math.Sqrt(rate)) + 40;

    private static LatticeTerms Layout(long[] steps, double[] probabilities, int deals)
    {
        var (amounts, shares) = CanonicalOrder.Sorted(steps, probabilities, deals);
        var counts = new int[deals];
        var groups = 0;
        for (var i = 0; i < deals; i++)
        {
            if (groups > 0 && amounts[groups - 1] == amounts[i] && shares[groups - 1] == shares[i])
            {
                counts[groups - 1]++;
                continue;
            }

            (amounts[groups], shares[groups]) = (amounts[i], shares[i]);
            counts[groups++] = 1;
        }

        if (groups < deals)
        {
            Array.Resize(ref amounts, groups);
            Array.Resize(ref shares, groups);
            Array.Resize(ref counts, groups);
        }

        var newAmounts = new long[steps.Length - deals];
        Array.Copy(steps, deals, newAmounts, 0, newAmounts.Length);
        var newRates = new double[newAmounts.Length];
        Array.Copy(probabilities, deals, newRates, 0, newRates.Length);
        // Rates of equal amounts are added, the least first.
        CanonicalOrder.SortAscending(newAmounts, newRates, newAmounts.Length);
        var sizes = 0;
        for (var i = 0; i < newAmounts.Length; i++)
        {
            if (sizes > 0 && newAmounts[sizes - 1] == newAmounts[i])
            {
                newRates[sizes - 1] += newRates[i];
                continue;
            }

            (newAmounts[sizes], newRates[sizes]) = (newAmounts[i], newRates[i]);
            sizes++;
        }

        Array.Resize(ref newAmounts, sizes);
        Array.Resize(ref newRates, sizes);
        return new(amounts, shares, counts, newAmounts, newRates);
    }

    /// <summary>Merges the pieces into one per deal.</summary>
    private static RevenueTerms Merge(RevenueTerms terms)
    {
        // The indexes of deals, which are those of their first pieces as long as these are the same.
        var places = new IdIndex(terms.Ids.Count);
        RevenueTerms? merged = null;
        Dictionary<int, List<double>>? pieces = null;
        for (var i = 0; i < terms.Ids.Count; i++)
        {
            var id = terms.Ids[i];
            var place = merged?.Ids.Count ?? i;
            if (places.TryAdd(id, ref place, merged?.Ids ?? terms.Ids))
            {
                merged?.AddDeal(id, terms.Amounts[i], terms.Probabilities[i]);
                continue;
            }

            if (merged is null)
            {
                merged = new RevenueTerms();
                pieces = [];
                for (var j = 0; j < i; j++) merged.AddDeal(terms.Ids[j], terms.Amounts[j], terms.Probabilities[j]);
            }

            if (merged.Amounts[place] != terms.Amounts[i])
            {
                throw new ArgumentException(
                    $"Deal \"{id}\" comes with the amounts {InvariantText.Of(merged.Amounts[place])} and " +
                    $"{InvariantText.Of(terms.Amounts[i])}; it is won once, for one amount.");
            }

            if (!pieces!.TryGetValue(place, out var list)) pieces.Add(place, list = [merged.Probabilities[place]]);
            list.Add(terms.Probabilities[i]);
        }

        if (merged is null) return terms;
        foreach (var entry in pieces!)
        {
            entry.Value.Sort();
            var sum = 0.0;
            foreach (var piece in entry.Value) sum += piece;
            if (sum > 1 + Slack)
            {
                throw new ArgumentException(
                    $"The probabilities of deal \"{merged.Ids[entry.Key]}\" add up to {InvariantText.Of(sum)}; it is won once, so they " +
                    "must not exceed 1.");
            }

            merged.Probabilities[entry.Key] = Math.Min(1, sum);
        }

        for (var i = 0; i < terms.NewAmounts.Count; i++) merged.AddNew(terms.NewAmounts[i], terms.NewRates[i]);
        return merged;
    }
}
