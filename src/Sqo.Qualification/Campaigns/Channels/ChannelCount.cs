namespace Sqo.Qualification;

/// <summary>How many visits a channel has, and how they got it. Immutable.</summary>
public sealed class ChannelCount
{
    internal ChannelCount(ChannelAssignment assignment, long visits)
    {
        Channel = assignment.Channel;
        Match = assignment.Match;
        Visits = visits;
    }

    /// <summary>The channel.</summary>
    public string Channel { get; }

    /// <summary>How the visits got it.</summary>
    public ChannelMatch Match { get; }

    /// <summary>The number of visits.</summary>
    public long Visits { get; }
}
