using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// For each node of the shared factor, the limits between which the sum almost surely lies, by Bennett's inequality (1962), and for the
/// lower limit also by the inequality for non-negative numbers (Maurer 2003).
/// </summary>
internal sealed class SumWindow
{
    /// <summary>The maximum probability outside all windows.</summary>
    public const double Beyond = BeyondNode + (2 * Outermost);

    // exp(-Tail) is 2e-5 at each end.
    private const double Tail = 10.82;
    private const double BeyondNode = 4e-5;
    private const int Steps = 6;

    // The share of the outermost nodes on each side whose windows are ignored.
    private const double Outermost = 3e-5;

    private SumWindow(int nodes)
    {
        Low = new double[nodes];
        High = new double[nodes];
        IsLookedAt = new bool[nodes];
    }

    public double[] Low { get; }

    public double[] High { get; }

    /// <summary>Whether a node is not one of the outermost.</summary>
    public bool[] IsLookedAt { get; }

    public double Start { get; private set; } = double.PositiveInfinity;

    public double End { get; private set; } = double.NegativeInfinity;

    public double Widest { get; private set; }

    /// <summary>How far a sum is from its mean at most, on either side, except with a probability of exp(-Tail).</summary>
    /// <param name="greatest">The greatest term.</param>
    /// <param name="variance">The variance of the sum.</param>
    public static double Reach(double greatest, double variance)
    {
        if (!(variance > 0)) return 0;
        // Bernstein's inequality, then Newton's method for Bennett's, (1 + u) ln(1 + u) - u = needed: from above, as it is convex.
        var third = Tail * greatest / 3;
        var u = (third + Math.Sqrt((third * third) + (2 * Tail * variance))) * greatest / variance;
        var needed = Tail * greatest * greatest / variance;
        for (var i = 0; i < Steps; i++)
        {
            var log = Logarithm.Of(1 + u);
            u -= Math.Max(0, (((1 + u) * log) - u - needed) / log);
        }

        return u * variance / greatest;
    }

    /// <summary>The maximum probability outside all windows, from those of each node.</summary>
    public double Outside(double[] shares)
    {
        var sum = 0.0;
        for (var node = 0; node < IsLookedAt.Length; node++) sum += shares[node] * (IsLookedAt[node] ? BeyondNode : 1);
        return sum;
    }

    public static SumWindow Of(ConditionalTerms terms, int[] deals, int[] fresh)
    {
        var all = terms.Terms;
        double greatest = 0, least = 0, total = 0, newMean = 0, newSquare = 0;
        foreach (var i in deals)
        {
            greatest = Math.Max(greatest, all.Amounts[i]);
            least = Math.Min(least, all.Amounts[i]);
            total += (double)all.Amounts[i] * all.Counts[i];
        }

        foreach (var i in fresh)
        {
            double a = all.NewAmounts[i];
            greatest = Math.Max(greatest, a);
            least = Math.Min(least, a);
            newMean += a * all.NewRates[i];
            newSquare += a * a * all.NewRates[i];
        }

        // Some limits hold only if no amount is below 0.
        var isSigned = least < 0;
        greatest = Math.Max(greatest, -least);
        var factor = terms.Factor;
        var table = factor is null ? null : ProbitTable.Of(factor, all.Amounts, all.Counts, deals, 1, 2);
        var nodes = terms.Nodes;
        var (means, squares, variances) = (new double[nodes.Count], new double[nodes.Count], new double[nodes.Count]);
        for (var row = 0; row < (table?.Probits.Length ?? deals.Length); row++)
        {
            var (chances, amount, squared) = table is null
                ? (terms.Row(deals[row]), (double)all.Amounts[deals[row]] * all.Counts[deals[row]],
                    (double)all.Amounts[deals[row]] * all.Amounts[deals[row]] * all.Counts[deals[row]])
                : (terms.Under(table.Probits[row]), table.Powers[2 * row], table.Powers[(2 * row) + 1]);
            for (var node = 0; node < means.Length; node++)
            {
                var p = chances[node];
                means[node] += amount * p;
                squares[node] += squared * p;
                variances[node] += squared * (p * (1 - p));
            }
        }

        var window = new SumWindow(nodes.Count);
        var below = nodes.Below;
        for (var node = 0; node < nodes.Count; node++)
        {
            var weight = nodes.Weight(node);
            window.IsLookedAt[node] = below + weight > Outermost && 1 - below > Outermost;
            below += weight;
            var growth = terms.Growth[node];
            var mean = means[node] + (growth * newMean);
            var square = Math.Max(0, squares[node]) + (growth * newSquare);
            var variance = Math.Max(0, variances[node]) + (growth * newSquare);
            var reach = Reach(greatest, variance);
            window.Low[node] = isSigned ? mean - reach : Math.Max(0, mean - Math.Min(reach, Math.Sqrt(2 * Tail * square)));
            window.High[node] = fresh.Length == 0 && !isSigned ? Math.Min(total, mean + reach) : mean + reach;
            if (window.IsLookedAt[node])
            {
                window.Start = Math.Min(window.Start, window.Low[node]);
                window.End = Math.Max(window.End, window.High[node]);
                window.Widest = Math.Max(window.Widest, window.High[node] - window.Low[node]);
            }
        }

        return window;
    }
}
