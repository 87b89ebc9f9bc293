namespace Sqo.Qualification;

/// <summary>The level, trend and seasons while processing a series.</summary>
internal sealed class SmoothingState(int period)
{
    // The season of the next value is the one at this index, which wraps around after a period.
    private readonly double[] _seasons = new double[period];
    private int _place;

    public double Level { get; set; }

    public double Trend { get; set; }

    /// <summary>The season a number of steps ahead, from 1.</summary>
    public double Season(int step) => period == 0 ? 0 : _seasons[(_place + step - 1) % period];

    public void SetSeason(int step, double value) => _seasons[(_place + step - 1) % period] = value;

    public double Point(int step) => Level + (step * Trend) + Season(step);

    /// <summary>
    /// Processes the next value and returns the error of its forecast. These are FPP3's component forms, combined: each
    /// component changes by its share of the error (FPP3 8.5).
    /// </summary>
    public double Take(double value, in SmoothingWeights weights)
    {
        var error = value - Point(1);
        Level += Trend + (weights.Alpha * error);
        Trend += weights.Alpha * weights.Beta * error;
        if (period == 0) return error;
        _seasons[_place] += weights.Gamma * error;
        _place = _place + 1 == period ? 0 : _place + 1;
        return error;
    }
}
