using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>A criterion or a group while the profile is being built.</summary>
internal abstract class NodeDraft<T>(string id, FaultList faults)
{
    public string Id => id;

    public FaultList Faults => faults;

    public string? Label { get; set; }

    public List<NodeDraft<T>> Children { get; } = [];
}

internal sealed class GroupDraft<T>(string id, FaultList faults) : NodeDraft<T>(id, faults)
{
    public double? Minimum { get; set; }

    public double? Maximum { get; set; }
}

internal sealed class CriterionDraft<T>(string id, CriterionKind kind, FaultList faults) : NodeDraft<T>(id, faults)
{
    public CriterionKind Kind => kind;

    /// <summary>For at-least, how many parts must be met.</summary>
    public int Count { get; init; }

    public Criterion<T>? Criterion { get; set; }

    public Delegate? Selector { get; init; }

    /// <summary>The selector as it stands in the user's source, to tell when two criteria read the same value.</summary>
    public string? SelectorText { get; init; }

    public Func<T, DateTime?>? DecayDate { get; set; }

    public double? DecayHalfLifeDays { get; set; }

    public double? Weight { get; set; }

    public bool IsRequired { get; set; }

    public double MetFrom { get; set; } = 0.5;

    public double Effort { get; set; } = 1;

    public string? Dimension { get; set; }

    public string? Question { get; set; }

    public string? Currency { get; set; }

    public string? Revision { get; set; }
}
