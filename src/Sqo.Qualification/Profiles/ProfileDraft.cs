using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What a builder was told of a profile, whatever the type of opportunity.</summary>
internal sealed class ProfileDraft
{
    public readonly List<NodeDraft> Nodes = [];
    public readonly FaultList Faults = new();
    public readonly List<NextAction> Actions = [];
    public string VersionText = "1";
    public double? Threshold;
    public double? Margin;
    public double? Minimum;
    public double? Maximum;
    public double Hysteresis;
    public ErrorHandling Handling;
    public Func<ScoringLayout, ScoringStrategy>? StrategyFactory;

    /// <summary>The grades that qualify, by their names; <see langword="null"/> where all do.</summary>
    public string[]? QualifyingGrades;

    /// <summary>The least scores that qualify, by their dimensions; <see langword="null"/> where there are none.</summary>
    public Dictionary<string, double>? DimensionThresholds;

    /// <summary>What configuration says of the strategy, in place of the program.</summary>
    public DataNode? ScoringSettings;

    /// <summary>The weights that are given by ids; <see langword="null"/> where there are none.</summary>
    public List<KeyValuePair<string, double>>? WeightsGiven;

    /// <summary>Whether grades or dimensions decide, so that no threshold of the score is needed.</summary>
    public bool DecidesByGrade => QualifyingGrades is not null || DimensionThresholds is not null;
}
