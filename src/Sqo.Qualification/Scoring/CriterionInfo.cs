using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>What a profile declares of one criterion. Immutable.</summary>
public sealed class CriterionInfo
{
    internal CriterionInfo(string id, CriterionKind kind, Requirement requirement)
    {
        Id = id;
        Kind = kind;
        Requirement = requirement;
    }

    /// <summary>The id, unique in the profile.</summary>
    public string Id { get; }

    /// <summary>How it comes to its answer.</summary>
    public CriterionKind Kind { get; }

    /// <summary>What it asks for.</summary>
    public Requirement Requirement { get; }

    /// <summary>Its index in the profile, from 0 to 63: the bit that stands for it in a <see cref="CriterionSet"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>The name shown to people.</summary>
    /// <value>The id unless told.</value>
    public string Label { get; internal set; } = "";

    /// <summary>What it is about, one of <see cref="Dimensions"/> or a name of the profile's own.</summary>
    /// <value><see langword="null"/> unless told.</value>
    public string? Dimension { get; internal set; }

    /// <summary>What it costs to turn it, in units of the profile's own.</summary>
    /// <value>1 unless told; not negative.</value>
    public double Effort { get; internal set; } = 1;

    /// <summary>The question to ask when its answer is unknown.</summary>
    /// <value><see langword="null"/> unless told: explanations then make one from the label.</value>
    public string? Question { get; internal set; }

    /// <summary>The currency of its value, as an ISO 4217 code.</summary>
    /// <value><see langword="null"/> unless told: the value is no money.</value>
    public string? Currency { get; internal set; }

    /// <summary>The points it gives at a value of 1; negative points count against.</summary>
    /// <value>0 unless told; in a profile of gates alone, 1 for each gate.</value>
    public double Weight { get; internal set; }

    /// <summary>Whether it is a gate: an opportunity that does not meet it is disqualified.</summary>
    /// <value><see langword="false"/> unless told.</value>
    public bool IsRequired { get; internal set; }

    /// <summary>The least value that counts as met.</summary>
    /// <value>0.5 unless told; above 0 and up to 1.</value>
    public double MetFrom { get; internal set; } = 0.5;

    /// <summary>The greatest value that its answer can have.</summary>
    public double HighestValue { get; internal set; } = 1;

    /// <summary>Whether its values lie between met and unmet too.</summary>
    internal bool IsGraded { get; set; }

    /// <summary>The half-life in days by which its points decay with the age of a date of their own.</summary>
    /// <value><see langword="null"/> when they don't.</value>
    public double? DecayHalfLifeDays { get; internal set; }

    /// <summary>The version of the code behind it, as the profile states it.</summary>
    /// <value><see langword="null"/> unless told.</value>
    public string? Revision { get; internal set; }

    /// <summary>For <see cref="CriterionKind.AtLeast"/>, how many of its parts must be met.</summary>
    public int Count { get; internal set; }

    /// <summary>The group whose points it adds to, or <see langword="null"/>.</summary>
    public GroupInfo? Group { get; internal set; }

    /// <summary>The criterion that it is a part of, or <see langword="null"/>.</summary>
    public CriterionInfo? Parent { get; internal set; }

    /// <summary>The criteria that it is made of; empty for a <see cref="CriterionKind.Test"/>.</summary>
    public IReadOnlyList<CriterionInfo> Parts { get; internal set; } = [];

    /// <inheritdoc/>
    public override string ToString() => Id;
}
