using System;

namespace Sqo.Qualification;

/// <summary>How far the models are apart on one channel. Immutable.</summary>
public sealed class ChannelSpread
{
    internal ChannelSpread(
        string channel, double lowest, AttributionModel lowestModel, double highest, AttributionModel highestModel, ChannelRole role)
    {
        Channel = channel;
        Lowest = lowest;
        LowestModel = lowestModel;
        Highest = highest;
        HighestModel = highestModel;
        Role = role;
    }

    /// <summary>The channel.</summary>
    public string Channel { get; }

    /// <summary>The lowest share of the conversions that a model gives it.</summary>
    public double Lowest { get; }

    /// <summary>The model that gives it the lowest share; the first of several.</summary>
    public AttributionModel LowestModel { get; }

    /// <summary>The highest share of the conversions that a model gives it.</summary>
    public double Highest { get; }

    /// <summary>The model that gives it the highest share; the first of several.</summary>
    public AttributionModel HighestModel { get; }

    /// <summary>The highest less the lowest share.</summary>
    public double Spread => Math.Max(0, Highest - Lowest);

    /// <summary>Where in converting paths it mostly is.</summary>
    public ChannelRole Role { get; }

    /// <summary>Returns the channel.</summary>
    /// <returns>The channel.</returns>
    public override string ToString() => Channel;
}
