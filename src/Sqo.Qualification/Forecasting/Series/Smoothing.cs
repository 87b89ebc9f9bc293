using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Exponential smoothing with additive errors: a level, with or without a trend, with or without additive seasons.</summary>
internal sealed class Smoothing(string name, SmoothingSettings settings) : SeriesModel(name, settings.MinimumLength)
{
    private const double LeastWeight = 0.0001;
    private const double GreatestWeight = 0.9999;

    // A smaller share of the sum of squares than this is rounding.
    private const double Rounding = 1e-14;

    protected override SeriesFit Estimate(IReadOnlyList<double> values)
    {
        // The models are equivariant to shift and scale. Relative to the first value and in units of a power of two, no square
        // overflows, and sums of values of similar size lose no digits.
        var origin = values[0];
        var greatest = values.Max(value => Math.Abs(value - origin));
        if (settings.Level is { } level) greatest = Math.Max(greatest, Math.Abs(level - origin));
        if (settings.Trend is { } trend) greatest = Math.Max(greatest, Math.Abs(trend));
        var unit = greatest == 0 ? 1 : SeriesValues.PowerOfTwo(greatest);
        var scaled = values.Select(value => (value - origin) / unit).ToArray();
        var free = new FreeStarts(settings, scaled, (settings.Level - origin) / unit, settings.Trend / unit);

        var tolerance = Rounding * scaled.Sum(value => value * value);
        var place = BoxSearch.Minimize(settings.FreeWeights, at => free.Solve(WeightsAt(at)).SumOfSquares, tolerance);
        var weights = WeightsAt(place);
        var state = free.With(free.Solve(weights).Starts);
        var parameters = Parameters(weights, state, origin, unit);
        var fitted = new double?[scaled.Length];
        for (var i = 0; i < scaled.Length; i++)
        {
            fitted[i] = origin + (unit * state.Point(1));
            state.Take(scaled[i], weights);
        }

        return new(
            this,
            values,
            fitted,
            point: step => origin + (unit * state.Point(step)),
            spread: step => Spread(weights, step),
            parameters,
            settings.FreeStarts + settings.FreeWeights);
    }

    // Maps a point in the unit box of the free weights to weights within their limits.
    private SmoothingWeights WeightsAt(double[] place)
    {
        var next = 0;
        var alpha = settings.Alpha ?? Between(Math.Min(GreatestWeight, 1 - (settings.Gamma ?? 0)), place[next++]);
        var beta = settings.Beta ?? Between(GreatestWeight, place[next++]);
        var gamma = settings.Gamma ?? Between(GreatestWeight, place[next]) * (1 - alpha);
        return new(alpha, beta, gamma);

        static double Between(double greatest, double share)
        {
            var least = Math.Min(LeastWeight, greatest);
            return least + ((greatest - least) * share);
        }
    }

    // FPP3 8.7, table of the variances. With its beta = alpha beta*, and missing components at 0, one formula covers all three.
    private double Spread(SmoothingWeights weights, int step)
    {
        double h = step;
        var alpha = weights.Alpha;
        var beta = alpha * weights.Beta;
        var gamma = weights.Gamma;
        double periods = settings.Period == 0 ? 0 : (step - 1) / settings.Period;
        return Math.Sqrt(
            1 + ((h - 1) * ((alpha * alpha) + (alpha * beta * h) + (beta * beta * h * ((2 * h) - 1) / 6)))
            + (gamma * periods * ((2 * alpha) + gamma + (beta * settings.Period * (periods + 1)))));
    }

    private IEnumerable<SeriesParameter> Parameters(SmoothingWeights weights, SmoothingState start, double origin, double unit)
    {
        var parameters = new List<SeriesParameter> { new("alpha", weights.Alpha, settings.Alpha is null) };
        if (settings.HasTrend) parameters.Add(new("beta", weights.Beta, settings.Beta is null));
        if (settings.Period > 0) parameters.Add(new("gamma", weights.Gamma, settings.Gamma is null));
        parameters.Add(new("l[0]", settings.Level ?? origin + (unit * start.Level), settings.Level is null));
        if (settings.HasTrend) parameters.Add(new("b[0]", settings.Trend ?? unit * start.Trend, settings.Trend is null));
        for (var i = 1; i <= settings.Period; i++)
        {
            parameters.Add(new($"s[{InvariantText.Of((long)(i - settings.Period))}]", unit * start.Season(i), estimated: true));
        }

        return parameters;
    }
}
