using System;

namespace Sqo.Qualification;

/// <summary>Deals divided into ranges of their probits in place; within a range, they stay in their order.</summary>
internal sealed class ProbitRanges
{
    // Longer than the number of deals, if there were more before.
    private int[] _deals = [];
    private double[] _probits = [];
    private int[] _otherDeals = [];
    private double[] _otherProbits = [];

    /// <summary>Replaces the deals by others, which are one range.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="probits">The probits of all deals.</param>
    public void Set(int[] deals, double[] probits)
    {
        if (_deals.Length < deals.Length)
        {
            (_deals, _probits) = (new int[deals.Length], new double[deals.Length]);
            (_otherDeals, _otherProbits) = (new int[deals.Length], new double[deals.Length]);
        }

        for (var i = 0; i < deals.Length; i++) (_deals[i], _probits[i]) = (deals[i], probits[deals[i]]);
    }

    /// <summary>The deals of a range.</summary>
    public int[] DealsOf(int start, int end)
    {
        var deals = new int[end - start];
        Array.Copy(_deals, start, deals, 0, deals.Length);
        return deals;
    }

    /// <summary>The least and the greatest probit of a range.</summary>
    public (double Least, double Most) Extent(int start, int end)
    {
        var probits = _probits;
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        for (var i = start; i < end; i++)
        {
            least = probits[i] < least ? probits[i] : least;
            most = probits[i] > most ? probits[i] : most;
        }

        return (least, most);
    }

    /// <summary>Divides a range into the deals whose probit is not above a limit, and the others; returns where these start.</summary>
    public int Divide(int start, int end, double limit)
    {
        var (deals, probits) = (_deals, _probits);
        var middle = start;
        for (var i = start; i < end; i++) middle += probits[i] <= limit ? 1 : 0;
        if (middle == start || middle == end) return middle;
        // Where a deal goes is hard to predict, so there is no branch.
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
