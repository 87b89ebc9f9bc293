using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Terms whose amounts are of one scale, and those with smaller amounts. What is expected is that unlikely deals are lost and likely ones
/// won. A sum in which the largest amount that comes out otherwise is in a layer doesn't vary far beyond that layer's scale, so it has a
/// resolution of its own: whales don't make the rest coarse.
/// </summary>
internal sealed class AmountLayer
{
    private const int Most = 4;

    // The greatest number of layers where little comes out otherwise: where the logarithm of the probability that only smaller amounts do,
    // with the sign reversed, is at most this under the middle node.
    private const int MostOfFewWins = 8;
    private const double MostLogOfFewWins = 1;

    // The least ratio of the ranges of two layers, and the logarithm of the least probability that no larger amount comes out otherwise,
    // with the sign reversed.
    private const double Ratio = 9;
    private const double MostLog = 4.6;

    // The least ratio of the ranges up to two neighbors of which the larger is far above all smaller ones, and how many places lower a
    // layer may end because of such a gap.
    private const double GapRatio = 3;
    private const int GapReach = 10;

    // Few exceptions need layers most: wins of unlikely deals are those under the node below which this share lies, losses of likely ones
    // those under the node above which it lies.
    private const double LowShare = 0.1;
    private const double MiddleShare = 0.5;

    // Outcomes are listed up to this number, without those of a total probability; up to more, if the range of the layer is so many times
    // that of the smaller amounts. If more are likely, those are listed whose probability times that ratio is at least a number.
    private const int FewOutcomes = 8;
    private const int MostOutcomes = 128;
    private const double LeastRatioOfMany = 100;
    private const double MostLeftOut = 6e-4;
    private const double LeastPeak = 3;

    // At most so many wins of one amount, amounts and deals are considered.
    private const int MostNumbers = 12;
    private const int MostClasses = 24;
    private const int MostDeals = 64;

    // Greater numbers of new business whose total probability is below this are left out.
    private const double NegligibleNumbers = 1e-6;

    // exp of less is negligible; a logarithm is taken of no less than the second; products go on until they are less than the third.
    private const double LeastLog = -700;
    private const double LeastFactor = 1e-300;
    private const double LeastProduct = 1e-150;

    // The range of the layer divided by that of the smaller amounts.
    private readonly double _ratio;

    private readonly bool[] _areLikely;

    /// <param name="terms">The terms under each node.</param>
    /// <param name="areLikely">Whether each deal is likely.</param>
    /// <param name="above">The amount above which those of the layer are.</param>
    /// <param name="most">The largest amount.</param>
    /// <param name="ratio">The range of the layer divided by that of the smaller amounts; 0 for the last layer.</param>
    /// <param name="next">The layer of the next smaller amounts; null for the last one.</param>
    private AmountLayer(ConditionalTerms terms, bool[] areLikely, long above, long most, double ratio, AmountLayer? next)
    {
        _areLikely = areLikely;
        _ratio = ratio;
        var all = terms.Terms;
        (Deals, SmallerDeals) = Divide(all.Amounts, above, most);
        (NewBusiness, SmallerNewBusiness) = Divide(all.NewAmounts, above, most);
        LikelyDeals = Array.FindAll(Deals, deal => areLikely[deal]);
        foreach (var deal in LikelyDeals) Expected += all.Amounts[deal] * all.Counts[deal];
        var unlikely = LikelyDeals.Length == 0 ? Deals : Array.FindAll(Deals, deal => !areLikely[deal]);
        var table = TableOf(terms, unlikely);
        AsExpected = NoWinOf(terms, unlikely, NewBusiness, table);
        NoneWon = AsExpected;
        double[]? likelyWon = null;
        if (LikelyDeals.Length > 0)
        {
            var tableOfLikely = TableOf(terms, LikelyDeals);
            likelyWon = AllOf(terms, LikelyDeals, tableOfLikely, 0, areWon: true);
            NoneWon = Product(AsExpected, AllOf(terms, LikelyDeals, tableOfLikely, 0, areWon: false));
            AsExpected = Product(AsExpected, likelyWon);
        }

        if (next is not null) NoneWon = Product(NoneWon, next.NoneWon);
        if (NewBusiness.Length + SmallerNewBusiness.Length > 0) return;
        foreach (var deal in Deals) OwnTotal += all.Amounts[deal] * all.Counts[deal];
        Total = OwnTotal + (next?.Total ?? 0);
        var allWon = AllOf(terms, unlikely, table, 0, areWon: true);
        if (likelyWon is not null) allWon = Product(allWon, likelyWon);
        AllWon = next is null ? allWon : Product(allWon, next.AllWon!);
    }

    public int[] Deals { get; }

    public int[] NewBusiness { get; }

    public int[] SmallerDeals { get; }

    public int[] SmallerNewBusiness { get; }

    public bool IsLast => SmallerDeals.Length + SmallerNewBusiness.Length == 0;

    /// <summary>The deals of the layer that are likely.</summary>
    public int[] LikelyDeals { get; }

    /// <summary>Their sum: what is won of the layer if all comes out as expected.</summary>
    public long Expected { get; }

    /// <summary>The probability, under each node, that all of the layer comes out as expected, without new business.</summary>
    public double[] AsExpected { get; }

    /// <summary>The probability, under each node, that nothing of the layer and the smaller ones is won.</summary>
    public double[] NoneWon { get; }

    /// <summary>
    /// The probability, under each node, that all deals of the layer and the smaller ones are won; null with new business.
    /// </summary>
    public double[]? AllWon { get; }

    /// <summary>The sum of the deals of the layer, if there is no new business.</summary>
    public long OwnTotal { get; }

    /// <summary>The sum of the deals of the layer and the smaller ones, if there is no new business.</summary>
    public long Total { get; }

    /// <summary>The likeliest sums of the layer's terms, with their probabilities under each node.</summary>
    /// <param name="terms">The terms under each node.</param>
    /// <param name="affordable">The number of outcomes that can be afforded.</param>
    /// <param name="areAll">Receives whether the others are negligible together; if not, what is expected is one of those listed.</param>
    public List<(long Sum, double[] Probabilities)> Outcomes(ConditionalTerms terms, int affordable, out bool areAll)
    {
        var left = MostLeftOut;
        areAll = false;
        if (Numbers(terms, ref left) is not { } classes) return [(Expected, AsExpected)];
        var most = _ratio < LeastRatioOfMany ? FewOutcomes : Math.Max(FewOutcomes, Math.Min(MostOutcomes, affordable));
        List<(long Sum, double[] Probabilities)> outcomes = [(Expected, Certain(terms.Width))];
        var expected = 0;
        areAll = left >= 0;
        foreach (var (amount, numbers) in classes)
        {
            var masses = new double[outcomes.Count * numbers.Count];
            for (var i = 0; i < masses.Length; i++)
            {
                var (one, number) = (outcomes[i / numbers.Count].Probabilities, numbers[i % numbers.Count]);
                for (var node = 0; node < one.Length; node++) masses[i] += terms.Weights[node] * one[node] * number[node];
            }

            // Equal ones in the order of the outcomes.
            var order = Indexes.Of(masses.Length);
            Array.Sort(order, (x, y) => masses[x] != masses[y] ? masses[y].CompareTo(masses[x]) : x.CompareTo(y));
            for (var i = most; i < order.Length; i++) left -= masses[order[i]];
            var kept = Math.Min(most, order.Length);
            areAll &= left >= 0;
            if (!areAll)
            {
                if (_ratio < LeastRatioOfMany) return [(Expected, AsExpected)];
                // The others are no sharp peaks on the circle of the layer.
                while (kept > 0 && masses[order[kept - 1]] * _ratio < LeastPeak) kept--;
            }

            Array.Resize(ref order, kept);
            // Where all comes out as expected: no exception of any amount.
            expected = expected < 0 ? -1 : Array.IndexOf(order, expected * numbers.Count);
            outcomes = [.. Array.ConvertAll(order, i =>
            {
                var ((sum, one), number) = (outcomes[i / numbers.Count], numbers[i % numbers.Count]);
                return (sum + (i % numbers.Count * amount), Product(one, number));
            })];
        }

        if (!areAll && expected < 0) outcomes.Add((Expected, AsExpected));
        return outcomes;
    }

    /// <summary>
    /// By amount, the probabilities that 0, 1, 2 and so on of its terms come out otherwise than expected, under each node; with a minus
    /// for likely deals, which are lost then. Null if there are many.
    /// </summary>
    /// <param name="terms">The terms under each node.</param>
    /// <param name="left">The probability that may be left out; that of greater numbers is subtracted.</param>
    private List<(long Amount, List<double[]> Numbers)>? Numbers(ConditionalTerms terms, ref double left)
    {
        var all = terms.Terms;
        var classes = new SortedDictionary<long, List<double[]>>();
        var deals = 0;
        foreach (var deal in Deals)
        {
            if ((deals += all.Counts[deal]) > MostDeals) return null;
            var row = terms.Row(deal);
            var others = Array.ConvertAll(row, p => 1 - p);
            for (var copies = all.Counts[deal]; copies > 0; copies--)
            {
                if (_areLikely[deal]) Add(-all.Amounts[deal], [row, others], ref left);
                else Add(all.Amounts[deal], [others, row], ref left);
            }

            if (classes.Count > MostClasses) return null;
        }

        foreach (var fresh in NewBusiness)
        {
            Add(all.NewAmounts[fresh], NumbersOf(terms, all.NewRates[fresh], ref left), ref left);
            if (classes.Count > MostClasses) return null;
        }

        var list = new List<(long, List<double[]>)>();
        foreach (var each in classes) list.Add((each.Key, each.Value));
        return list;

        void Add(long amount, List<double[]> numbers, ref double left)
        {
            if (classes.TryGetValue(amount, out var others)) numbers = Convolved(numbers, others);
            classes[amount] = numbers;
            for (; numbers.Count > MostNumbers; numbers.RemoveAt(numbers.Count - 1)) left -= terms.Mean(numbers[numbers.Count - 1]);
        }
    }

    private static List<double[]> Convolved(List<double[]> numbers, List<double[]> others)
    {
        var sums = new List<double[]>();
        for (var i = 1; i < numbers.Count + others.Count; i++) sums.Add(new double[numbers[0].Length]);
        for (var i = 0; i < numbers.Count; i++)
        {
            for (var j = 0; j < others.Count; j++)
            {
                var product = Product(numbers[i], others[j]);
                for (var node = 0; node < product.Length; node++) sums[i + j][node] += product[node];
            }
        }

        return sums;
    }

    private static double[] Product(double[] numbers, double[] others)
    {
        var product = new double[numbers.Length];
        for (var i = 0; i < product.Length; i++) product[i] = numbers[i] * others[i];
        return product;
    }

    /// <summary>The probabilities of 0, 1, 2 and so on of new business under each node.</summary>
    private static List<double[]> NumbersOf(ConditionalTerms terms, double rate, ref double left)
    {
        var rates = Array.ConvertAll(terms.Growth, growth => rate * growth);
        List<double[]> numbers = [Array.ConvertAll(rates, each => Exponential.Exp(-each))];
        var others = Array.ConvertAll(numbers[0], none => 1 - none);
        while (numbers.Count < MostNumbers && terms.Mean(others) > NegligibleNumbers)
        {
            var next = (double[])numbers[numbers.Count - 1].Clone();
            for (var node = 0; node < next.Length; node++) others[node] -= next[node] *= rates[node] / numbers.Count;
            numbers.Add(next);
        }

        left -= Math.Max(0, terms.Mean(others));
        return numbers;
    }

    /// <summary>The layers, largest amounts first.</summary>
    /// <param name="terms">The terms under each node.</param>
    /// <param name="scratch">Memory to work in; null for new memory.</param>
    public static List<AmountLayer> All(ConditionalTerms terms, FourierScratch? scratch = null)
    {
        var all = terms.Terms;
        var order = all.ByAmount;
        var count = order.Length;
        var amounts = all.AscendingAmounts;
        var areLikely = Array.ConvertAll(terms.Column(terms.NodeAbove(MiddleShare)), p => p > 0.5);
        var node = terms.NodeAbove(LowShare);
        var (probabilities, growth) = (Exceptions(terms, areLikely, node, terms.NodeAbove(1 - LowShare)), terms.Growth[node]);
        // The lowest place above which, often enough, all comes out as expected.
        var lowest = LowestPlace(all, probabilities, growth, MostLog);
        // The range of the sum of the terms up to each one.
        var (means, variances) = (scratch ?? new()).Numbers(count);
        double mean = 0, variance = 0;
        for (var i = 0; i < count; i++)
        {
            double a = amounts[i];
            var (first, second) = MomentsOf(order[i]);
            means[i] = mean += a * first;
            variances[i] = variance += a * a * second;
        }

        int? lowestOfFewWins = null;
        var (tops, ratios) = (new List<int> { count - 1 }, new List<double>());
        for (var widest = RangeOf(count - 1); tops.Count < MostOfFewWins;)
        {
            var top = tops[tops.Count - 1];
            if (tops.Count >= Most)
            {
                lowestOfFewWins ??= LowestOfFewWins();
                if (top < lowestOfFewWins) break;
            }

            // The range grows with the amounts. Equal amounts are of one layer.
            var (place, high) = (lowest - 1, top - 1);
            while (place < high)
            {
                var middle = (place + high + 1) / 2;
                if (RangeOf(middle) * Ratio <= widest) place = middle;
                else high = middle - 1;
            }

            while (place >= lowest && amounts[place] == amounts[place + 1]) place--;
            if (place < lowest) break;
            // Amounts far above all smaller ones belong together: the layer ends at the widest gap.
            var widestGap = Math.Max(GapRatio, GapAbove(place));
            for (int lower = place - 1, end = Math.Max(lowest, place - GapReach); lower >= end; lower--)
            {
                var gap = GapAbove(lower);
                if (gap > widestGap && amounts[lower] < amounts[lower + 1]) (place, widestGap) = (lower, gap);
            }

            var range = RangeOf(place);
            if (!(range > 0)) break;
            tops.Add(place);
            ratios.Add(widest / range);
            widest = range;
        }

        // From the smallest amounts on, as what is smaller than a layer is made of the layers below it.
        AmountLayer? next = null;
        var layers = new List<AmountLayer>();
        ratios.Add(0);
        for (var i = tops.Count - 1; i >= 0; i--)
        {
            layers.Add(next = new(terms, areLikely, next is null ? 0 : amounts[tops[i + 1]], amounts[tops[i]], ratios[i], next));
        }

        layers.Reverse();
        return layers;

        int LowestOfFewWins()
        {
            var middle = terms.NodeAbove(MiddleShare);
            return LowestPlace(all, Exceptions(terms, areLikely, middle, middle), terms.Growth[middle], MostLogOfFewWins);
        }

        // The expected number of exceptions and its variance.
        (double Mean, double Variance) MomentsOf(int place)
        {
            if (place >= all.GroupCount)
            {
                var rate = growth * all.NewRates[place - all.GroupCount];
                return (rate, rate);
            }

            var p = probabilities[place];
            return (p * all.Counts[place], p * (1 - p) * all.Counts[place]);
        }

        double RangeOf(int place)
        {
            var reach = SumWindow.Reach(amounts[place], variances[place]);
            return reach + Math.Min(reach, means[place]);
        }

        double GapAbove(int place) => RangeOf(place + 1) / RangeOf(place);
    }

    /// <summary>The places of the amounts above one limit and not above another, and of those that are not above the first.</summary>
    private static (int[] Within, int[] Below) Divide(long[] amounts, long above, long most)
    {
        var (count, countBelow) = (0, 0);
        foreach (var amount in amounts)
        {
            count += amount > above && amount <= most ? 1 : 0;
            countBelow += amount <= above ? 1 : 0;
        }

        // Without branches, as they are hard to predict: a place that doesn't belong is overwritten.
        var (within, below) = (new int[count], new int[countBelow]);
        for (int i = 0, next = 0; next < count; i++)
        {
            within[next] = i;
            next += amounts[i] > above && amounts[i] <= most ? 1 : 0;
        }

        for (int i = 0, next = 0; next < countBelow; i++)
        {
            below[next] = i;
            next += amounts[i] <= above ? 1 : 0;
        }

        return (within, below);
    }

    /// <summary>The probabilities that unlikely deals are won under one node, and that likely ones are lost under another.</summary>
    private static double[] Exceptions(ConditionalTerms terms, bool[] areLikely, int node, int nodeOfLikely)
    {
        var probabilities = (double[])terms.Column(node).Clone();
        if (!Array.Exists(areLikely, isLikely => isLikely)) return probabilities;
        var lost = Array.ConvertAll(terms.Terms.Probabilities, p => 1 - p);
        // 1 less a probability that is nearly 1 would be 0.
        if (terms.Factor is { } factor) factor.Mirrored.Condition(-terms.Nodes.At(nodeOfLikely), lost);
        for (var deal = 0; deal < lost.Length; deal++) probabilities[deal] = areLikely[deal] ? lost[deal] : probabilities[deal];
        return probabilities;
    }

    /// <summary>The lowest place, in the order of the amounts, above which all comes out as expected with at least a probability.</summary>
    /// <param name="all">The terms.</param>
    /// <param name="probabilities">The probabilities of the deals to come out otherwise.</param>
    /// <param name="growth">The multiplier of the rates of new business.</param>
    /// <param name="mostLog">About the logarithm of that probability, with the sign reversed.</param>
    private static int LowestPlace(LatticeTerms all, double[] probabilities, double growth, double mostLog)
    {
        var log = 0.0;
        for (var i = all.ByAmount.Length - 1; i > 0; i--)
        {
            var place = all.ByAmount[i];
            if (place >= all.GroupCount)
            {
                log += growth * all.NewRates[place - all.GroupCount];
            }
            else
            {
                var p = probabilities[place];
                log += (p + (p * p)) * all.Counts[place];
            }

            if (!(log <= mostLog)) return i;
        }

        return 0;
    }

    /// <summary>The probabilities, under each node, that none of some terms are won.</summary>
    public static double[] NoWinOf(ConditionalTerms terms, int[] deals, int[] fresh) =>
        NoWinOf(terms, deals, fresh, TableOf(terms, deals));

    private static double[] NoWinOf(ConditionalTerms terms, int[] deals, int[] fresh, ProbitTable? table)
    {
        var rate = 0.0;
        foreach (var i in fresh) rate += terms.Terms.NewRates[i];
        return AllOf(terms, deals, table, rate, areWon: false);
    }

    private static ProbitTable? TableOf(ConditionalTerms terms, int[] deals) =>
        terms.Factor is { } factor ? ProbitTable.Counts(factor, terms.Terms.Counts, deals) : null;

    /// <summary>The probabilities, under each node, that some deals are all won, or all lost with no new business of a rate.</summary>
    private static double[] AllOf(ConditionalTerms terms, int[] deals, ProbitTable? table, double rate, bool areWon)
    {
        var shares = Certain(terms.Width);
        var logs = Array.ConvertAll(terms.Growth, growth => -rate * growth);
        // The rest changes nothing once all are negligible, as with thousands of deals.
        var isLeft = true;
        for (var row = 0; isLeft && row < (table?.Probits.Length ?? deals.Length); row++)
        {
            isLeft = false;
            var chances = table is null ? terms.Row(deals[row]) : terms.Under(table.Probits[row]);
            var count = table?.Powers[row] ?? terms.Terms.Counts[deals[row]];
            for (var node = 0; node < terms.Nodes.Count; node++)
            {
                var p = areWon ? chances[node] : 1 - chances[node];
                // A product is cheaper than a sum of logarithms, but must not underflow.
                if (count == 1) shares[node] *= p;
                else if (logs[node] > LeastLog) logs[node] += count * Logarithm.Of(Math.Max(LeastFactor, p));
                isLeft |= logs[node] > LeastLog;
                if (shares[node] > LeastProduct) continue;
                logs[node] += Logarithm.Of(Math.Max(LeastFactor, shares[node]));
                shares[node] = 1;
            }
        }

        for (var node = 0; node < terms.Nodes.Count; node++)
        {
            shares[node] *= Exponential.Exp(Math.Max(LeastLog, Math.Min(0, logs[node])));
        }

        return shares;
    }

    public static double[] Certain(int nodes)
    {
        var shares = new double[nodes];
        for (var node = 0; node < nodes; node++) shares[node] = 1;
        return shares;
    }
}
