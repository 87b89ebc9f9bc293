using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Terms whose amounts are of one scale, and those with smaller amounts. A sum in which the largest amount won is in a layer doesn't
/// reach far beyond that layer's scale, so it has a resolution of its own: whales don't make the rest coarse.
/// </summary>
internal sealed class AmountLayer
{
    private const int Most = 4;

    // The least ratio of the ranges of two layers, and the least probability of no larger win.
    private const double Ratio = 16;
    private const double LeastShare = 0.01;

    private AmountLayer(ConditionalTerms terms, long above, long most)
    {
        var all = terms.Terms;
        Deals = Array.FindAll(Indexes.Of(all.GroupCount), i => all.Amounts[i] > above && all.Amounts[i] <= most);
        NewBusiness = Array.FindAll(Indexes.Of(all.NewCount), i => all.NewAmounts[i] > above && all.NewAmounts[i] <= most);
        SmallerDeals = Array.FindAll(Indexes.Of(all.GroupCount), i => all.Amounts[i] <= above);
        SmallerNewBusiness = Array.FindAll(Indexes.Of(all.NewCount), i => all.NewAmounts[i] <= above);
        NoWin = NoWinOf(terms, Deals, NewBusiness);
    }

    public int[] Deals { get; }

    public int[] NewBusiness { get; }

    public int[] SmallerDeals { get; }

    public int[] SmallerNewBusiness { get; }

    public bool IsLast => SmallerDeals.Length + SmallerNewBusiness.Length == 0;

    /// <summary>The probability, under each node, that nothing of the layer is won.</summary>
    public double[] NoWin { get; }

    /// <summary>Multiplies the probabilities, under each node, by those of no win.</summary>
    public void Pass(double[] shares)
    {
        for (var node = 0; node < shares.Length; node++) shares[node] *= NoWin[node];
    }

    /// <summary>The layers, largest amounts first.</summary>
    public static List<AmountLayer> All(ConditionalTerms terms)
    {
        var all = terms.Terms;
        var count = all.GroupCount + all.NewCount;
        var amounts = new long[count];
        all.Amounts.CopyTo(amounts, 0);
        all.NewAmounts.CopyTo(amounts, all.GroupCount);
        var order = Indexes.Of(count);
        Array.Sort((long[])amounts.Clone(), order);
        // The range of the sum of the terms up to each one.
        var ranges = new double[count];
        double mean = 0, variance = 0;
        for (var i = 0; i < count; i++)
        {
            double a = amounts[order[i]];
            var (first, second) = MomentsOf(all, order[i]);
            mean += a * first;
            variance += a * a * second;
            var reach = SumWindow.Reach(a, variance);
            ranges[i] = reach + Math.Min(reach, mean);
        }

        var layers = new List<AmountLayer>();
        var (top, share) = (count - 1, 1.0);
        for (var i = count - 1; i >= 0 && layers.Count < Most - 1; i--)
        {
            if (ranges[i] * Ratio <= ranges[top] && amounts[order[i]] < amounts[order[i + 1]])
            {
                layers.Add(new(terms, amounts[order[i]], amounts[order[top]]));
                top = i;
            }

            var (first, second) = MomentsOf(all, order[i]);
            share *= order[i] < all.GroupCount ? Exponential.Exp(Math.Max(-700, -first - (first * first))) : Exponential.Exp(-second);
            if (share < LeastShare) break;
        }

        layers.Add(new(terms, 0, amounts[order[top]]));
        return layers;
    }

    /// <summary>The probabilities, under each node, that none of some terms are won.</summary>
    public static double[] NoWinOf(ConditionalTerms terms, int[] deals, int[] fresh)
    {
        var all = terms.Terms;
        var rate = 0.0;
        foreach (var i in fresh) rate += all.NewRates[i];
        var factor = terms.Factor;
        var table = factor is null ? null : ProbitTable.Counts(factor.Probits, all.Counts, deals, factor.Correlation);
        var shares = Certain(terms.Nodes.Count);
        for (var node = 0; node < shares.Length; node++)
        {
            var log = -rate * terms.Growth[node];
            if (table is null)
            {
                foreach (var i in deals) log += all.Counts[i] * Logarithm.Of(1 - all.Probabilities[i]);
            }
            else
            {
                for (var row = 0; row < table.Probits.Length && log > -700; row++)
                {
                    log += table.Powers[row] * Logarithm.Of(
                        Math.Max(1e-300, 1 - factor!.Probability(table.Probits[row], terms.Nodes.At(node))));
                }
            }

            shares[node] = Exponential.Exp(Math.Max(-700, Math.Min(0, log)));
        }

        return shares;
    }

    public static double[] Certain(int nodes)
    {
        var shares = new double[nodes];
        for (var node = 0; node < nodes; node++) shares[node] = 1;
        return shares;
    }

    /// <summary>The expected number of wins and its variance.</summary>
    private static (double Mean, double Variance) MomentsOf(LatticeTerms all, int place)
    {
        if (place >= all.GroupCount) return (all.NewRates[place - all.GroupCount], all.NewRates[place - all.GroupCount]);
        var p = all.Probabilities[place];
        return (p * all.Counts[place], p * (1 - p) * all.Counts[place]);
    }
}
