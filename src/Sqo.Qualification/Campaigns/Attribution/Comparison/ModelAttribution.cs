using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What one model credits the channels with. Attribution describes who was part of the way; it is not cause. Immutable.</summary>
public sealed class ModelAttribution
{
    private readonly Dictionary<string, ChannelCredit> _byChannel = new(StringComparer.Ordinal);

    internal ModelAttribution(
        AttributionModel model,
        ChannelCredit[] channels,
        double conversions,
        bool hasCredit,
        bool hasPoints,
        CurrencyAmount[] values,
        AttributionNote[] notes)
    {
        Model = model;
        Channels = Array.AsReadOnly(channels);
        Conversions = conversions;
        HasCredit = hasCredit;
        HasPoints = hasPoints;
        Values = Array.AsReadOnly(values);
        Notes = Array.AsReadOnly(notes);
        foreach (var channel in channels) _byChannel.Add(channel.Channel, channel);
    }

    /// <summary>The model.</summary>
    public AttributionModel Model { get; }

    /// <summary>The credit of each channel, by channel in ordinal order.</summary>
    public IReadOnlyList<ChannelCredit> Channels { get; }

    /// <summary>The conversions that the credits add up to: those of all paths with a touch, less those that it couldn't share.</summary>
    /// <value>0 if the model gives no credit, or points.</value>
    public double Conversions { get; }

    /// <summary>
    /// Whether it credits conversions; <see langword="false"/> if it gives points, or nothing at all, which a note explains.
    /// </summary>
    public bool HasCredit { get; }

    /// <summary>Whether its credits are points, which are no shares and never become conversions or money.</summary>
    public bool HasPoints { get; }

    /// <summary>The value in each currency that the credits add up to exactly.</summary>
    public IReadOnlyList<CurrencyAmount> Values { get; }

    /// <summary>What a reader of the credits should know, by id.</summary>
    public IReadOnlyList<AttributionNote> Notes { get; }

    /// <summary>The credit of a channel.</summary>
    /// <param name="channel">The channel, compared character by character.</param>
    /// <returns>The credit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channel"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">No path has that channel.</exception>
    public ChannelCredit this[string channel] => _byChannel.TryGetValue(Guard.NotNull(channel), out var credit)
        ? credit
        : throw new KeyNotFoundException($"No path has the channel \"{Excerpt.Of(channel)}\".");

    /// <summary>Returns the id of the model.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Model.Id;
}
