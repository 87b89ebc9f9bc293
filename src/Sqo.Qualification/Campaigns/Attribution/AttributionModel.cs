using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Credits channels with conversions. The built-in models are in <see cref="AttributionModels"/>; derive from this class for a custom one,
/// which is streamed, merged and compared in the same way, or from <see cref="PathAttributionModel"/> for one that shares each path by
/// itself.
/// </summary>
/// <remarks>
/// A model must be immutable and thread-safe. It first counts every path, one at a time, and then attributes from the counts alone:
/// therefore paths can be streamed, and counts of several machines merged.
/// </remarks>
public abstract class AttributionModel
{
    /// <summary>Creates a model.</summary>
    /// <param name="id">Its stable id, in lower case with hyphens, such as "time-decay"; not blank.</param>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    protected AttributionModel(string id) => Id = Guard.NotBlank(id);

    /// <summary>The stable id, used in results and states, and to look up texts.</summary>
    public string Id { get; }

    /// <summary>Counts a path that has at least one touch, and ended at least once.</summary>
    /// <param name="path">The path.</param>
    /// <param name="tally">What the model has counted so far; the path is added to it.</param>
    public abstract void Count(AttributionPath path, AttributionTally tally);

    /// <summary>Attributes from what was counted.</summary>
    /// <param name="tally">What the model counted.</param>
    /// <returns>The weights of the channels.</returns>
    public abstract AttributionWeights Attribute(AttributionTally tally);

    /// <summary>Whether paths that never ended in a conversion tell the model nothing, so that it need not see them.</summary>
    internal virtual bool CountsConversionsOnly => false;

    /// <summary>Whether another model counts the same and attributes from it in the same way: only one of the two has to count.</summary>
    internal virtual bool CountsAs(AttributionModel other) => false;

    /// <summary>Returns the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
