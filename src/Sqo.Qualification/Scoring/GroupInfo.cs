namespace Sqo.Qualification;

/// <summary>A group of criteria whose points are added up and kept within bounds, as a profile declares it. Immutable.</summary>
public sealed class GroupInfo
{
    /// <summary>The id of the group around all others, if the profile bounds the total; no declared group can have it.</summary>
    internal const string TotalId = "";

    internal GroupInfo(string id, GroupInfo? parent)
    {
        Id = id;
        Label = id;
        Parent = parent;
    }

    /// <summary>The id, unique in the profile.</summary>
    public string Id { get; }

    /// <summary>The display name.</summary>
    /// <value>The default is the id.</value>
    public string Label { get; internal set; }

    /// <summary>The group that this one adds to, or <see langword="null"/>.</summary>
    public GroupInfo? Parent { get; }

    /// <summary>The fewest points that the group gives.</summary>
    /// <value>The default is <see langword="null"/>: no minimum.</value>
    public double? Minimum { get; internal set; }

    /// <summary>The most points that the group gives.</summary>
    /// <value>The default is <see langword="null"/>: no maximum.</value>
    public double? Maximum { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => Id;
}
