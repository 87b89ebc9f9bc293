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

    public const string Scale = "scale";
    public const string FitScale = "fitScale";
    public const string EngagementScale = "engagementScale";
    public const string FromZero = "fromZero";
    public const string Stretched = "stretched";

    public static KeyValuePair<string, DataNode> ScaleMember(string name, ScoreScale scale) =>
        DataNode.Member(name, DataNode.Of(scale == ScoreScale.Stretched ? Stretched : FromZero));

    public static ScoreScale ScaleOf(DataNode? node) => node?.Scalar == Stretched ? ScoreScale.Stretched : ScoreScale.FromZero;

    public static DataNode Of(string strategy, params KeyValuePair<string, DataNode>[] settings) =>
        DataNode.Object([DataNode.Member("strategy", DataNode.Of(strategy)), .. settings]);
}
