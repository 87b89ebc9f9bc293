using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The means and variances of the periods of an outlook.</summary>
internal sealed class DealSums
{
    private readonly ChanceGroups _groups;
    private readonly IReadOnlyList<ExpectedWins> _newBusiness;
    private readonly Func<int, int, double> _rateVariance;

    /// <param name="groups">The open deals.</param>
    /// <param name="newBusiness">The deals that don't exist yet.</param>
    /// <param name="periods">The number of periods.</param>
    /// <param name="rateVariance">The relative variance of the rates of several periods, from one to before another.</param>
    public DealSums(ChanceGroups groups, IReadOnlyList<ExpectedWins> newBusiness, int periods, Func<int, int, double> rateVariance)
    {
        _groups = groups;
        _newBusiness = newBusiness;
        _rateVariance = rateVariance;
        NewMeans = new double[periods];
        foreach (var wins in newBusiness)
        {
            for (var i = 0; i < periods; i++) NewMeans[i] += wins.Wins[i] * wins.Amounts.Mean;
        }

        Means = (double[])NewMeans.Clone();
        for (var period = 0; period < periods; period++)
        {
            double open = 0;
            for (var i = 0; i < groups.Count; i++) open += groups[i].Amount * groups[i].Chances[period];
            Means[period] += open;
        }
    }

    /// <summary>The mean of each period from deals that don't exist yet.</summary>
    public double[] NewMeans { get; }

    /// <summary>The mean of each period.</summary>
    public double[] Means { get; }

    /// <summary>
    /// The variance of the total of several periods, from one to before another, from the chance of each deal and the uncertainty of
    /// the rates.
    /// </summary>
    public double Variance(int first, int end)
    {
        double mean = 0;
        for (var period = first; period < end; period++) mean += Means[period];
        return OwnVariance(first, end) + (_rateVariance(first, end) * mean * mean);
    }

    /// <summary>The same if the rates were known: each deal is won or lost independently.</summary>
    public double OwnVariance(int first, int end)
    {
        double sum = 0;
        for (var i = 0; i < _groups.Count; i++)
        {
            double chance = 0;
            for (var period = first; period < end; period++) chance += _groups[i].Chances[period];
            sum += _groups[i].Square * chance * (1 - chance);
        }

        foreach (var wins in _newBusiness)
        {
            for (var period = first; period < end; period++) sum += wins.Wins[period] * wins.Amounts.MeanSquare;
        }

        return sum;
    }
}
