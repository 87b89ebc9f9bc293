using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Tests.Infrastructure;

internal enum SpecKind
{
    Leaf,
    Group,
    AllOf,
    AnyOf,
    NoneOf,
    AtLeast,
}

/// <summary>A criterion or group of a generated profile, in a form that the library doesn't know.</summary>
internal sealed class SpecNode(string id, SpecKind kind)
{
    public string Id => id;

    public SpecKind Kind => kind;

    public List<SpecNode> Children { get; } = new();

    public SpecTest? Test { get; set; }

    /// <summary>For a leaf, the slot of the probe that it reads.</summary>
    public int Slot { get; set; }

    public int Count { get; set; }

    public double? Weight { get; set; }

    public bool IsRequired { get; set; }

    public double MetFrom { get; set; } = 0.5;

    public double Effort { get; set; } = 1;

    public int? DecaySlot { get; set; }

    public double HalfLife { get; set; }

    public double? Minimum { get; set; }

    public double? Maximum { get; set; }

    public string? Dimension { get; set; }

    /// <summary>The id of its prerequisite.</summary>
    public string? When { get; set; }

    public double Highest => Test?.Highest ?? 1;

    public bool IsGraded => Test?.IsGraded ?? false;

    public bool IsGroup => kind == SpecKind.Group;

    public void AddTo(CriteriaBuilder<Probe> builder)
    {
        if (IsGroup)
        {
            var settings = ((GroupBuilder<Probe>)builder).Group(id, AddChildren);
            if (Minimum is { } minimum) settings.Floor(minimum);
            if (Maximum is { } maximum) settings.Cap(maximum);
            return;
        }

        var criterion = kind switch
        {
            SpecKind.AllOf => builder.AllOf(id, AddChildren),
            SpecKind.AnyOf => builder.AnyOf(id, AddChildren),
            SpecKind.NoneOf => builder.NoneOf(id, AddChildren),
            SpecKind.AtLeast => builder.AtLeast(Count, id, AddChildren),
            _ => Test!.Add(builder, id),
        };
        criterion.Effort(Effort);
        if (Test?.Bins is null) criterion.MetFrom(MetFrom);
        if (Dimension is { } dimension) criterion.Dimension(dimension);
        if (Weight is { } weight) criterion.Weight(weight);
        if (When is { } prerequisite) criterion.When(prerequisite);
        if (IsRequired) criterion.Required();
        if (DecaySlot is { } slot) criterion.DecayBy(probe => probe.Dates[slot], HalfLife);
    }

    public IEnumerable<SpecNode> WithDescendants()
    {
        yield return this;
        foreach (var child in Children)
        {
            foreach (var node in child.WithDescendants()) yield return node;
        }
    }

    private void AddChildren(CriteriaBuilder<Probe> builder)
    {
        foreach (var child in Children) child.AddTo(builder);
    }
}

/// <summary>What a leaf asks: how the library is told, and what the definitions say of it.</summary>
internal sealed class SpecTest(
    Func<CriteriaBuilder<Probe>, string, CriterionBuilder<Probe>> add, Func<Probe, DateTime, double?> value, double highest = 1,
    bool graded = false, double[]? bins = null)
{
    /// <summary>For bins, the points that they can give.</summary>
    public double[]? Bins => bins;

    public double Highest => highest;

    /// <summary>Whether values lie between 0 and 1 too.</summary>
    public bool IsGraded => graded;

    public CriterionBuilder<Probe> Add(CriteriaBuilder<Probe> builder, string id) => add(builder, id);

    /// <summary>The value from 0 to 1, or null for unknown, straight from the definitions.</summary>
    public double? ValueOf(Probe probe, DateTime asOf) => value(probe, asOf);
}
