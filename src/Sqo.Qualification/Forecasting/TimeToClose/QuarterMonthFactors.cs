namespace Sqo.Qualification;

/// <summary>How fast deals close in a month of the quarter compared with the others, shrunk towards 1. Immutable.</summary>
public sealed class QuarterMonthFactors
{
    internal QuarterMonthFactors(int month, double youngWon, double olderWon, double youngLost, double olderLost)
    {
        Month = month;
        YoungWonFactor = youngWon;
        OlderWonFactor = olderWon;
        YoungLostFactor = youngLost;
        OlderLostFactor = olderLost;
    }

    /// <summary>The month of the quarter, from 1 to 3.</summary>
    public int Month { get; }

    /// <summary>The factor of the rate at which young deals are won in it.</summary>
    public double YoungWonFactor { get; }

    /// <summary>The factor of the rate at which older deals are won in it.</summary>
    public double OlderWonFactor { get; }

    /// <summary>The factor of the rate at which young deals are lost in it.</summary>
    public double YoungLostFactor { get; }

    /// <summary>The factor of the rate at which older deals are lost in it.</summary>
    public double OlderLostFactor { get; }
}
