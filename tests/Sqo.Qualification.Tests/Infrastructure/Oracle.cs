using System.Collections.Generic;
#if NET
using MathNet.Numerics;
using MathNet.Numerics.Statistics;
using MathStatistics = MathNet.Numerics.Statistics.Statistics;
#else
using System;
using System.Linq;
#endif

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>
/// Formulas as MathNet.Numerics has them. It has no strong name, which .NET Framework asks of it here, so that there they are written out.
/// </summary>
internal static class Oracle
{
#if NET
    public static double Logistic(double logOdds) => SpecialFunctions.Logistic(logOdds);

    public static double Mean(IReadOnlyList<double> values) => MathStatistics.Mean(values);

    public static double GeometricMean(IReadOnlyList<double> values) => MathStatistics.GeometricMean(values);

    public static double Minimum(IReadOnlyList<double> values) => MathStatistics.Minimum(values);

    public static double WeightedMean(IReadOnlyList<double> weights, IReadOnlyList<double> values)
    {
        var statistics = new RunningWeightedStatistics();
        for (var i = 0; i < values.Count; i++) statistics.Push(weights[i], values[i]);
        return statistics.Mean;
    }
#else
    public static double Logistic(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    public static double Mean(IReadOnlyList<double> values) => values.Average();

    public static double GeometricMean(IReadOnlyList<double> values) =>
        Math.Pow(values.Aggregate(1.0, (product, value) => product * value), 1.0 / values.Count);

    public static double Minimum(IReadOnlyList<double> values) => values.Min();

    public static double WeightedMean(IReadOnlyList<double> weights, IReadOnlyList<double> values) =>
        values.Select((value, i) => weights[i] * value).Sum() / weights.Sum();
#endif
}
