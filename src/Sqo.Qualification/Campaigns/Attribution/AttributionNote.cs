using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Something that a model counted and a reader of its credits should know. Immutable.</summary>
public sealed class AttributionNote
{
    /// <summary>Touches of converting paths that got no credit because they came after the last anchor.</summary>
    public const string AfterLastAnchor = "after-last-anchor";

    /// <summary>Conversions whose path lacks an anchor of the model; the share of that anchor went to the others in proportion.</summary>
    public const string MissingAnchor = "missing-anchor";

    /// <summary>Conversions that the model could not share, such as those of paths without times for time decay.</summary>
    public const string Unshared = "unshared";

    /// <summary>Nothing converts, so there is no credit; the count is that of the paths.</summary>
    public const string NothingConverts = "nothing-converts";

    /// <summary>The sets of channels that were seen.</summary>
    public const string SetsSeen = "sets-seen";

    internal AttributionNote(string id, long count)
    {
        Id = id;
        Count = count;
    }

    /// <summary>The id: one of the constants of this class, or that of a custom model.</summary>
    public string Id { get; }

    /// <summary>The count.</summary>
    public long Count { get; }

    /// <summary>The id and the count, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Id}: {InvariantText.Of(Count)}";
}
