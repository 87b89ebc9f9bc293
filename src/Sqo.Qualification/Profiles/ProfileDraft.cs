using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What was set on the builder of a profile, independent of the type of opportunity.</summary>
internal sealed class ProfileDraft
{
    public readonly List<NodeDraft> Nodes = [];
    public readonly FaultList Faults = new();

    // Made when needed, as few profiles have actions.
    private List<NextAction>? _actions;

    /// <summary>The next actions for verdicts.</summary>
    public List<NextAction> Actions => _actions ??= [];

    public string VersionText = "1";
    public double? Threshold;
    public double? Margin;
    public double Hysteresis;
    public ErrorHandling Handling;
    public Func<ScoringLayout, ScoringStrategy>? StrategyFactory;

    /// <summary>The bounds of the total; <see langword="null"/> if there are none.</summary>
    public GroupInfo? Total;

    /// <summary>The grades that qualify, by their names; <see langword="null"/> if all do.</summary>
    public string[]? QualifyingGrades;

    /// <summary>The lowest scores that qualify, by their dimensions; <see langword="null"/> if there are none.</summary>
    public Dictionary<string, double>? DimensionThresholds;

    /// <summary>The settings of the strategy from configuration, which replace those of the program.</summary>
    public DataNode? ScoringSettings
    {
        get;
        set
        {
            field = value;
            HasScoringSettings = value is not null;
        }
    }

    /// <summary>Whether there are such settings. The type of these takes time to load at startup.</summary>
    public bool HasScoringSettings;

    /// <summary>The weights that are set by ids; <see langword="null"/> if there are none.</summary>
    public WeightsById? Weights;

    /// <summary>The frameworks that data used by their names, for the export; not those of a copy.</summary>
    public List<UsedFramework>? Used;

    /// <summary>A copy without one criterion.</summary>
    public ProfileDraft Without(string criterion)
    {
        var copy = new ProfileDraft
        {
            VersionText = VersionText,
            Threshold = Threshold,
            Margin = Margin,
            Total = Total,
            Hysteresis = Hysteresis,
            Handling = Handling,
            StrategyFactory = StrategyFactory,
            QualifyingGrades = QualifyingGrades,
            DecidesByGrade = DecidesByGrade,
            DimensionThresholds = DimensionThresholds,
            ScoringSettings = ScoringSettings,
        };
        copy.Actions.AddRange(Actions);
        foreach (var node in Nodes)
        {
            if (node.Without(criterion, copy.Faults) is { } kept) copy.Nodes.Add(kept);
        }

        return copy;
    }

    /// <summary>Whether grades or dimensions decide, so that no threshold of the score is needed.</summary>
    public bool DecidesByGrade;
}
