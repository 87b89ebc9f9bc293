using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A built-in scoring strategy and its settings.</summary>
internal sealed class StrategyShape : DataShape
{
    public static readonly StrategyShape Only = new();

    /// <summary>The scales of a sum of weighted points.</summary>
    public static readonly ChoiceShape Scales = new(StrategyData.FromZero, StrategyData.Stretched);

    private static readonly DataMember[] None = [];
    private static readonly ListShape Bands = new(new ObjectShape(
        new DataMember("grade", TextShape.Name, isRequired: true), new DataMember("from", NumberShape.Any, isRequired: true)));

    /// <summary>The strategies by name, each with the form of all that it takes.</summary>
    public static readonly KeyValuePair<string, ObjectShape>[] All =
    [
        Of(StrategyData.WeightedPoints, new DataMember(StrategyData.Scale, Scales)),
        Of(StrategyData.WeightedMean, None),
        Of(StrategyData.WeakestLink, None),
        Of(StrategyData.GeometricMean, None),
        Of(StrategyData.Tiers, new DataMember("levels", NumberShape.Whole), new DataMember("groups", new ListShape(TextShape.Name), isRequired: true)),
        Of(
            StrategyData.FitAndEngagement,
            new DataMember("fitDimension", TextShape.Name),
            new DataMember("engagementDimension", TextShape.Name),
            new DataMember("fitShare", NumberShape.Any),
            new DataMember("letters", Bands),
            new DataMember("digits", Bands),
            new DataMember(StrategyData.FitScale, Scales),
            new DataMember(StrategyData.EngagementScale, Scales)),
        Of(
            StrategyData.LogOdds,
            new DataMember("intercept", NumberShape.Any, isRequired: true),
            new DataMember("least", NumberShape.Any),
            new DataMember("greatest", NumberShape.Any)),
    ];

    private StrategyShape()
    {
    }

    public override DataNode? Check(DataNode node, FaultList faults, int depth)
    {
        var names = new ChoiceShape([.. All.Select(strategy => strategy.Key)]);
        if (node.Kind != DataKind.Object) return Refuse(node, faults, "data.object", "it must be an object with \"strategy\" and its settings");
        if (node["strategy"] is not { } told)
        {
            faults.AddAt(node.At, "data.missing", "there is no \"strategy\"", "it must be told");
            return null;
        }

        return names.Check(told, faults, depth) is { } name
            ? Array.Find(All, strategy => strategy.Key == name.Scalar).Value.Check(node, faults, depth)
            : null;
    }

    private static KeyValuePair<string, ObjectShape> Of(string name, params DataMember[] settings) =>
        new(name, new ObjectShape([new DataMember("strategy", new ChoiceShape(name), isRequired: true), .. settings]));
}
