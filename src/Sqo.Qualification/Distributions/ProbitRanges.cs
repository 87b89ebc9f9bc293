using System;

namespace Sqo.Qualification;

/// <summary>
/// Deals with their probits, divided into ranges of these in place; within a range, the deals stay in their order. The memory is used
/// again by others.
/// </summary>
internal sealed class ProbitRanges
{
    private int[] _otherDeals = [];
    private double[] _otherProbits = [];

    /// <summary>The deals, range after range.</summary>
    public int[] Deals { get; private set; } = [];

    /// <summary>The probits of the deals.</summary>
    public double[] Probits { get; private set; } = [];

    /// <summary>Replaces the deals by others, in one range.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="probits">The probits of all deals.</param>
    public void Set(int[] deals, double[] probits)
    {
        if (Deals.Length < deals.Length)
        {
            (Deals, Probits) = (new int[deals.Length], new double[deals.Length]);
            (_otherDeals, _otherProbits) = (new int[deals.Length], new double[deals.Length]);
        }

        for (var i = 0; i < deals.Length; i++) (Deals[i], Probits[i]) = (deals[i], probits[deals[i]]);
    }

    /// <summary>The least and the greatest probit of a range.</summary>
    public (double Least, double Most) Extent(int start, int end)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        for (var i = start; i < end; i++)
        {
            least = Probits[i] < least ? Probits[i] : least;
            most = Probits[i] > most ? Probits[i] : most;
        }

        return (least, most);
    }

    /// <summary>Divides a range into the deals whose probit is not above a limit, and the others; returns where these start.</summary>
    public int Divide(int start, int end, double limit)
    {
        var (deals, probits) = (Deals, Probits);
        var middle = start;
        for (var i = start; i < end; i++) middle += probits[i] <= limit ? 1 : 0;
        if (middle == start || middle == end) return middle;
        // Where a deal goes to is hard to predict, so there is no branch.
        var (lower, upper) = (start, middle);
        for (var i = start; i < end; i++)
        {
            var isLower = probits[i] <= limit ? 1 : 0;
            var place = isLower != 0 ? lower : upper;
            (_otherDeals[place], _otherProbits[place]) = (deals[i], probits[i]);
            lower += isLower;
            upper += 1 - isLower;
        }

        Array.Copy(_otherDeals, start, deals, start, end - start);
        Array.Copy(_otherProbits, start, probits, start, end - start);
        return middle;
    }
}
