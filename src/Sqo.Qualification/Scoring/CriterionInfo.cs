using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A criterion as a profile declares it. Immutable.</summary>
public sealed class CriterionInfo
{
    internal readonly CriterionDeclaration Settings;

    // Null if there are none: an empty array of this type would take time to load at startup.
    private readonly CriterionInfo[]? _parts;

    private Requirement? _requirement;

    internal CriterionInfo(CriterionDeclaration settings, int index, GroupInfo? group, CriterionInfo[]? parts)
    {
        Settings = settings;
        Index = index;
        Group = group;
        _parts = parts;
        if (parts is not null) TakeParts(parts);
    }

    /// <summary>The id, unique in the profile.</summary>
    public string Id => Settings.Id;

    /// <summary>How it is answered.</summary>
    public CriterionKind Kind => Settings.Kind;

    /// <summary>What it asks for.</summary>
    public Requirement Requirement =>
        LazyField.Of(ref _requirement) ?? LazyField.Keep(ref _requirement, Settings.Facts?.Requirement ?? RequirementOfParts());

    /// <summary>Its index in the profile, from 0 to 63: its bit in a <see cref="CriterionSet"/>.</summary>
    public int Index { get; }

    /// <summary>The display name.</summary>
    /// <value>The default is the id.</value>
    public string Label => Settings.Label ?? Settings.Id;

    /// <summary>The dimension it belongs to, one of <see cref="Dimensions"/> or a custom name.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public string? Dimension => Settings.Dimension;

    /// <summary>The effort of turning it, in the profile's own unit.</summary>
    /// <value>The default is 1. Never negative.</value>
    public double Effort => Settings.Effort;

    /// <summary>The question to ask when its answer is unknown.</summary>
    /// <value>The default is <see langword="null"/>: explanations then make one from the label.</value>
    public string? Question => Settings.Question;

    /// <summary>What to do next while it is unmet or unknown.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public string? NextAction => Settings.NextAction;

    /// <summary>The currency of its value, as an ISO 4217 code.</summary>
    /// <value>The default is <see langword="null"/>: the value is not money.</value>
    public string? Currency => Settings.Currency;

    /// <summary>The points it gives at a value of 1; negative points lower the score.</summary>
    /// <value>The default is 0; in a profile with only gates, 1 for each gate.</value>
    public double Weight => Settings.Weight;

    /// <summary>The points it gives at a value of 0: bins of a scorecard can give some to every known value.</summary>
    /// <value>The default is 0; bins and <c>PointsBetween</c> set it.</value>
    public double PointsAtZero => Settings.PointsAtZero;

    /// <summary>Whether it is a gate: an opportunity that does not meet it is disqualified.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsRequired => Settings.IsRequired;

    /// <summary>Whether selling can't change it, such as the customer's size or industry: remedies name it only if nothing else
    /// suffices.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsFixed => Settings.IsFixed;

    /// <summary>The lowest value that counts as met.</summary>
    /// <value>The default is 0.5. Above 0 and at most 1.</value>
    public double MetFrom => Settings.MetFrom;

    /// <summary>The greatest value that its answer can have.</summary>
    public double HighestValue => Settings.HighestValue;

    /// <summary>Whether its values can be between met and unmet.</summary>
    internal bool IsGraded => Settings.Facts?.IsGraded ?? false;

    /// <summary>Whether it reads a value that can be shown.</summary>
    internal bool ReadsValue => Settings.Facts?.ReadsValue ?? false;

    /// <summary>Whether it counts against the opportunity when it is met.</summary>
    internal bool CountsAgainst =>
        Parent is { } parent ? parent.CountsAgainst != (parent.Kind == CriterionKind.NoneOf) : Weight < 0 && !IsRequired;

    /// <summary>
    /// The value that it has after it is turned: the highest, or for a gate that counts against the opportunity, the lowest
    /// value that counts as met.
    /// </summary>
    internal double MeetingValue => IsRequired && Weight < 0 && IsGraded ? MetFrom : HighestValue;

    /// <summary>The half-life, in days, of its points, which decay with the age of a date.</summary>
    /// <value><see langword="null"/> when they don't decay.</value>
    public double? DecayHalfLifeDays => Settings.DecayHalfLifeDays;

    /// <summary>The version of its code, as set in the profile.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public string? Revision => Settings.Revision;

    /// <summary>For <see cref="CriterionKind.AtLeast"/>, how many of its parts must be met.</summary>
    public int Count => Settings.Count;

    /// <summary>The group whose points it adds to, or <see langword="null"/>.</summary>
    public GroupInfo? Group { get; }

    /// <summary>The criterion that it is a part of, or <see langword="null"/>.</summary>
    public CriterionInfo? Parent { get; private set; }

    /// <summary>The criteria that it combines; empty for a <see cref="CriterionKind.Condition"/>.</summary>
    public IReadOnlyList<CriterionInfo> Parts => field ??= Array.AsReadOnly(_parts ?? []);

    /// <summary>The criterion that must be met for this one to count.</summary>
    /// <value><see langword="null"/> when it always counts.</value>
    public CriterionInfo? Prerequisite { get; private set; }

    /// <summary>The prerequisite of the outermost criterion that it is a part of, or its own.</summary>
    internal CriterionInfo? RootPrerequisite { get; private set; }

    /// <summary>The index of <see cref="RootPrerequisite"/> among the prerequisites of the layout; -1 when there is none.</summary>
    internal int PrerequisitePlace { get; private set; } = -1;

    /// <inheritdoc/>
    public override string ToString() => Id;

    /// <summary>Sets its prerequisite, before the layout is made.</summary>
    internal void DependOn(CriterionInfo prerequisite, int place)
    {
        Prerequisite = prerequisite;
        TakePrerequisite(prerequisite, place);
    }

    /// <summary>Its bit and those of all its parts.</summary>
    internal ulong MaskWithParts
    {
        get
        {
            var mask = 1UL << Index;
            foreach (var part in _parts ?? []) mask |= part.MaskWithParts;
            return mask;
        }
    }

    private void TakeParts(CriterionInfo[] parts)
    {
        foreach (var part in parts) part.Parent = this;
    }

    private void TakePrerequisite(CriterionInfo prerequisite, int place)
    {
        RootPrerequisite = prerequisite;
        PrerequisitePlace = place;
        foreach (var part in _parts ?? []) part.TakePrerequisite(prerequisite, place);
    }

    private Requirement RequirementOfParts()
    {
        var labels = Array.ConvertAll(_parts ?? [], part => part.Label);
        return Kind switch
        {
            CriterionKind.AllOf => new(MessageIds.RequireAllOf, [labels]),
            CriterionKind.AnyOf => new(MessageIds.RequireAnyOf, [labels]),
            CriterionKind.NoneOf => new(MessageIds.RequireNoneHold, [labels]),
            _ => new(MessageIds.RequireCountOf, Count, labels),
        };
    }
}
