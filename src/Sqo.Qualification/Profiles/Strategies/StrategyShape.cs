using System;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A built-in scoring strategy and its settings.</summary>
internal sealed class StrategyShape : DataShape
{
    public static readonly StrategyShape Only = new();

    /// <summary>The strategies that can be data, one row each.</summary>
    public static readonly StrategyData[] All =
    [
        WeightedPointsVerbs.Data,
        WeightedMeanVerbs.Data,
        WeakestLinkVerbs.Data,
        GeometricMeanVerbs.Data,
        TiersVerbs.Data,
        FitEngagementVerbs.Data,
        LogOddsVerbs.Data,
    ];

    /// <summary>The settings of the strategy that configuration can change in a profile that a program built.</summary>
    public static readonly ObjectShape Adjustable =
        new([.. All.SelectMany(strategy => strategy.Adjustable).GroupBy(setting => setting.Name).Select(settings => settings.First())]);

    private StrategyShape()
    {
    }

    public override DataNode? Check(DataNode node, FaultList faults, int depth)
    {
        var names = new ChoiceShape([.. All.Select(strategy => strategy.Name)]);
        if (node.Kind != DataKind.Object) return Refuse(
            node, faults, "data.object", $"it must be an object with \"{StrategyData.Strategy}\" and its settings");
        if (node[StrategyData.Strategy] is not { } name)
        {
            faults.AddAt(node.At, "data.missing", $"there is no \"{StrategyData.Strategy}\"", "it is required");
            return null;
        }

        return names.Check(name, faults, depth) is { } known ? Named(known.Scalar).Shape.Check(node, faults, depth) : null;
    }

    /// <summary>The strategy as data; <see langword="null"/> if it can't be data, such as a custom one.</summary>
    public static DataNode? Write(ScoringStrategy strategy) =>
        All.Select(data => data.Write(strategy)).FirstOrDefault(data => data is not null);

    /// <summary>Gets the function that creates the strategy that data of this form describes.</summary>
    public static Func<ScoringLayout, ScoringStrategy> Read(DataNode data, FaultList faults) =>
        Named(data[StrategyData.Strategy]!.Scalar).Read(data, faults);

    /// <summary>The strategy with its settings replaced by those of configuration.</summary>
    public static ScoringStrategy Adjust(ScoringStrategy strategy, ScoringLayout layout, DataNode settings, FaultList faults)
    {
        var written = Write(strategy);
        var own = written is null ? [] : Named(written[StrategyData.Strategy]!.Scalar).Adjustable;
        var before = faults.Count;
        foreach (var setting in settings.Members)
        {
            if (Array.Exists(own, member => member.Name == setting.Key)) continue;
            var takers = All.Where(data => Array.Exists(data.Adjustable, member => member.Name == setting.Key)).Select(data => data.Title);
            faults.Add(
                "setting.scale",
                $"The setting \"{setting.Key}\" of the scoring is specified; it is for {string.Join(" or ", takers)}, " +
                $"and the profile scores by \"{strategy.Name}\".");
        }

        return written is null || faults.Count > before ? strategy : Read(written.Under(settings), faults)(layout);
    }

    private static StrategyData Named(string name) => All.Single(strategy => strategy.Name == name);
}
