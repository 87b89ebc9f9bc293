namespace Sqo.Qualification;

/// <summary>
/// A range of scores that have one probability in an isotonic calibration: the win rate of the deals that it was fitted to. Immutable.
/// </summary>
public sealed class CalibrationBlock
{
    internal CalibrationBlock(double from, double to, ObservedRate observed)
    {
        From = from;
        To = to;
        Observed = observed;
    }

    /// <summary>The lowest score.</summary>
    public double From { get; }

    /// <summary>The highest score.</summary>
    public double To { get; }

    /// <summary>The deals won out of all deals with these scores.</summary>
    public ObservedRate Observed { get; }

    /// <summary>Whether the rate is below that of another block, compared exactly with products of whole numbers.</summary>
    internal bool IsBelow(CalibrationBlock other) =>
        (decimal)Observed.Successes * other.Observed.Trials < (decimal)other.Observed.Successes * Observed.Trials;
}
