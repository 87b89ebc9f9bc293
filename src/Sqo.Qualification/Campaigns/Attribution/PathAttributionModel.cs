using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// An attribution model that shares each conversion among the touches of its path, without regard to other paths. Derive from it for a
/// custom one.
/// </summary>
public abstract class PathAttributionModel : AttributionModel
{
    /// <summary>Creates a model.</summary>
    /// <param name="id">Its stable id, in lower case with hyphens; not blank.</param>
    /// <exception cref="System.ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="System.ArgumentException"><paramref name="id"/> is blank.</exception>
    protected PathAttributionModel(string id)
        : base(id)
    {
    }

    internal sealed override bool CountsConversionsOnly => true;

    /// <inheritdoc/>
    public sealed override void Count(AttributionPath path, AttributionTally tally)
    {
        if (Guard.NotNull(path).Conversions == 0) return;
        var shares = Guard.NotNull(tally).Buffer(path.Length);
        if (!Share(path, shares)) tally.LeaveUnshared();
        else if (AddsUp) tally.ShareKnown(shares);
        else tally.Share(shares);
    }

    /// <inheritdoc/>
    public sealed override AttributionWeights Attribute(AttributionTally tally) => Guard.NotNull(tally).Shares();

    /// <summary>Whether the shares add up for certain, as those of the library's own models do, and need no check.</summary>
    internal virtual bool AddsUp => false;

    /// <summary>Shares one conversion of a path among its touches.</summary>
    /// <param name="path">The path, with at least one touch.</param>
    /// <param name="shares">
    /// One number per touch, all 0: the shares go here, each 0 or above, adding up to 1. It is valid only inside the call.
    /// </param>
    /// <returns>Whether the path was shared; <see langword="false"/> if the path lacks what the model needs, such as times.</returns>
    protected abstract bool Share(AttributionPath path, double[] shares);
}
