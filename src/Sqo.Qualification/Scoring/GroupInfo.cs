namespace Sqo.Qualification;

/// <summary>What a profile declares of a group of criteria whose points are added up and kept within bounds. Immutable.</summary>
public sealed class GroupInfo
{
    /// <summary>The id of the group that all others stand in, where the profile bounds the total; no group of a user's can have it.</summary>
    internal const string TotalId = "";

    internal GroupInfo(string id, GroupInfo? parent)
    {
        Id = id;
        Label = id;
        Parent = parent;
    }

    /// <summary>The id, unique in the profile.</summary>
    public string Id { get; }

    /// <summary>The name shown to people.</summary>
    /// <value>The id unless told.</value>
    public string Label { get; internal set; }

    /// <summary>The group that this one adds to, or <see langword="null"/>.</summary>
    public GroupInfo? Parent { get; }

    /// <summary>The least points that the group gives.</summary>
    /// <value><see langword="null"/> unless told: no minimum.</value>
    public double? Minimum { get; internal set; }

    /// <summary>The most points that the group gives.</summary>
    /// <value><see langword="null"/> unless told: no maximum.</value>
    public double? Maximum { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
