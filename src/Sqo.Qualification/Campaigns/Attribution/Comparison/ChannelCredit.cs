using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>What one model credits one channel with. Immutable.</summary>
public sealed class ChannelCredit
{
    private readonly CurrencyAmount[] _values;

    internal ChannelCredit(
        string channel, double? share, double? conversions, double? assistedShare, double? points, CurrencyAmount[] values)
    {
        Channel = channel;
        Share = share;
        Conversions = conversions;
        AssistedShare = assistedShare;
        Points = points;
        _values = values;
    }

    /// <summary>The channel.</summary>
    public string Channel { get; }

    /// <summary>
    /// The share of the conversions that the model credits, from 0 to 1; <see langword="null"/> if it gives no credit, or points.
    /// </summary>
    public double? Share { get; }

    /// <summary>The conversions, with fractions; <see langword="null"/> if the model gives no credit, or points.</summary>
    public double? Conversions { get; }

    /// <summary>
    /// The share of converting journeys that the channel was part of, from 0 to 1: an assisted share, not a cause.
    /// <see langword="null"/> if the model doesn't compute it.
    /// </summary>
    public double? AssistedShare { get; }

    /// <summary>The points of a model whose credits are no shares; <see langword="null"/> for other models.</summary>
    public double? Points { get; }

    /// <summary>
    /// The value in each currency, rounded by largest remainder, so that the channels add up to <see cref="ModelAttribution.Values"/>;
    /// empty without values, and for a model that gives points.
    /// </summary>
    public IReadOnlyList<CurrencyAmount> Values => Array.AsReadOnly(_values);
}
