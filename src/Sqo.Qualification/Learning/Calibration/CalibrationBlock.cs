namespace Sqo.Qualification;

/// <summary>Scores that an isotonic calibration gives one probability: the win rate of the deals it was fitted on. Immutable.</summary>
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

    /// <summary>Won of all deals with these scores.</summary>
    public ObservedRate Observed { get; }

    /// <summary>Whether the rate is below that of another block, which products of whole numbers say exactly.</summary>
    internal bool IsBelow(CalibrationBlock other) =>
        (decimal)Observed.Successes * other.Observed.Trials < (decimal)other.Observed.Successes * Observed.Trials;
}
