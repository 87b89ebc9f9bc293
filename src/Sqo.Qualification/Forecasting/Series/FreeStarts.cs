namespace Sqo.Qualification;

/// <summary>
/// The best starting values for given smoothing parameters. The errors of a smoothing are linear in its starting values: the errors of
/// the series with starting values 0, and those of each starting value alone on a series of zeros, add up.
/// </summary>
internal sealed class FreeStarts(SmoothingSettings settings, double[] values, double? level, double? trend)
{
    private readonly double[] _zeros = new double[values.Length];

    public Solution Solve(SmoothingWeights weights)
    {
        // A starting value changes the errors by its errors on zeros, with the opposite sign.
        var columns = new double[settings.FreeStarts][];
        for (var i = 0; i < columns.Length; i++) columns[i] = Errors(Alone(i, -1), _zeros, weights);
        var starts = LeastSquares.Solve(columns, Errors(Given(), values, weights));
        double sum = 0;
        foreach (var error in Errors(With(starts), values, weights)) sum += error * error;
        return new(starts, sum);
    }

    /// <summary>The state before the first value.</summary>
    public SmoothingState With(double[] starts)
    {
        var state = Given();
        for (var i = 0; i < starts.Length; i++) Add(state, i, starts[i]);
        return state;
    }

    private static double[] Errors(SmoothingState state, double[] values, SmoothingWeights weights)
    {
        var errors = new double[values.Length];
        for (var i = 0; i < errors.Length; i++) errors[i] = state.Take(values[i], weights);
        return errors;
    }

    private SmoothingState Given() => new(settings.Period) { Level = level ?? 0, Trend = trend ?? 0 };

    private SmoothingState Alone(int index, double value)
    {
        var state = new SmoothingState(settings.Period);
        Add(state, index, value);
        return state;
    }

    // Level and trend, if they are free, then the seasons except the last, which compensates for the others.
    private void Add(SmoothingState state, int index, double value)
    {
        if (level is null && index-- == 0)
        {
            state.Level += value;
            return;
        }

        if (trend is null && index-- == 0)
        {
            state.Trend += value;
            return;
        }

        state.SetSeason(index + 1, state.Season(index + 1) + value);
        state.SetSeason(settings.Period, state.Season(settings.Period) - value);
    }

    internal readonly record struct Solution(double[] Starts, double SumOfSquares);
}
