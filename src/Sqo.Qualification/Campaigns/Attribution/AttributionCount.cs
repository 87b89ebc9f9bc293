using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>How often paths with a key of channels ended in a conversion, and how often not. Immutable.</summary>
public sealed class AttributionCount
{
    internal AttributionCount(int[] channels, long conversions, long nonConversions)
    {
        Channels = channels;
        Conversions = conversions;
        NonConversions = nonConversions;
    }

    /// <summary>
    /// The key: places in <see cref="AttributionTally.Channels"/>, or <see cref="AttributionTally.End"/>.
    /// </summary>
    public IReadOnlyList<int> Key => Array.AsReadOnly(Channels);

    /// <summary>The number of conversions.</summary>
    public long Conversions { get; }

    /// <summary>The number of paths that ended without one.</summary>
    public long NonConversions { get; }

    internal int[] Channels { get; }
}
