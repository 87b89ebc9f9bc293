using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// What a combination learns from an outlook: the mean of each period, and the variance that the chance of each deal and the rates
/// explain, of each period and of the first ones together.
/// </summary>
internal sealed class DealMoments
{
    /// <param name="means">The mean of each period.</param>
    /// <param name="variance">The variance of several periods, from one to before another.</param>
    public DealMoments(IReadOnlyList<double> means, Func<int, int, double> variance)
    {
        Means = means;
        Variances = new double[means.Count];
        VariancesOfFirst = new double[means.Count];
        for (var i = 0; i < means.Count; i++)
        {
            Variances[i] = variance(i, i + 1);
            VariancesOfFirst[i] = variance(0, i + 1);
        }
    }

    public IReadOnlyList<double> Means { get; }

    public double[] Variances { get; }

    public double[] VariancesOfFirst { get; }
}
