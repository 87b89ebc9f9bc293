namespace Sqo.Qualification;

/// <summary>The channel of a visit, and how it got it. Two are equal if both of their values are.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Match">How the visit got it.</param>
public readonly record struct ChannelAssignment(string Channel, ChannelMatch Match)
{
    /// <summary>The channel and how the visit got it.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Channel} ({Match})";
}
