using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The names of the built-in strategies in data.</summary>
internal static class StrategyData
{
    public const string FitAndEngagement = "fitAndEngagement";
    public const string GeometricMean = "geometricMean";
    public const string LogOdds = "logOdds";
    public const string Tiers = "tiers";
    public const string WeakestLink = "weakestLink";
    public const string WeightedMean = "weightedMean";
    public const string WeightedPoints = "weightedPoints";

    public static DataNode Of(string strategy, params KeyValuePair<string, DataNode>[] settings) =>
        DataNode.Object([DataNode.Member("strategy", DataNode.Of(strategy)), .. settings]);
}
