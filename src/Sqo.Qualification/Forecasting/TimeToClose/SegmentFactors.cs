namespace Sqo.Qualification;

/// <summary>How deals of a segment close beside all others. Immutable.</summary>
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

    /// <summary>How many times as fast its deals are won as those of the whole, shrunk towards 1.</summary>
    public double WonFactor { get; }

    /// <summary>How many times as fast its deals are lost as those of the whole, shrunk towards 1.</summary>
    public double LostFactor { get; }
}
