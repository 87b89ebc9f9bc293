namespace Sqo.Qualification;

/// <summary>The path that an accumulator is counting, which its tallies look at: set once per path instead of once per model.</summary>
internal sealed class CountedPath
{
    public AttributionPath Path = null!;
    public int[] Numbers = new int[16];
    public int Currency;
    public double Value;

    /// <summary>The tally whose model is counting; <see langword="null"/> while none is.</summary>
    public AttributionTally? Tally;
}
