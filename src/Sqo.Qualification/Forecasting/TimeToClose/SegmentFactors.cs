namespace Sqo.Qualification;

/// <summary>How fast deals of a segment close compared with all deals. Immutable.</summary>
public sealed class SegmentFactors
{
    internal SegmentFactors(string name, long won, long lost, double wonFactor, double lostFactor)
    {
        Name = name;
        Won = won;
        Lost = lost;
        WonFactor = wonFactor;
        LostFactor = lostFactor;
    }

    /// <summary>The segment; empty for deals without one.</summary>
    public string Name { get; }

    /// <summary>How many of its deals were won.</summary>
    public long Won { get; }

    /// <summary>How many of its deals were lost.</summary>
    public long Lost { get; }

    /// <summary>The rate at which its deals are won relative to all deals, shrunk towards 1.</summary>
    public double WonFactor { get; }

    /// <summary>The rate at which its deals are lost relative to all deals, shrunk towards 1.</summary>
    public double LostFactor { get; }
}
