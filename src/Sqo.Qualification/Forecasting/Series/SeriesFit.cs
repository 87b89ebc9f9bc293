using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What a model learned from a series, and what it makes of the future. Immutable.</summary>
public sealed class SeriesFit
{
    // A forecast this far ahead is no forecast; with the greatest value allowed it leaves every number finite.
    private const int GreatestHorizon = 10_000;

    // Errors of long ago say little, and each costs a fit.
    private const int MostConformal = 60;

    private readonly Func<int, double> _point;
    private readonly Func<int, double>? _spread;

    /// <summary>A fit. Called by a model, built-in or one's own.</summary>
    /// <param name="model">The model.</param>
    /// <param name="values">The values that it was given.</param>
    /// <param name="fitted">
    /// For each value the forecast of it from the values before it, one step ahead; <see langword="null"/> where there is none.
    /// </param>
    /// <param name="point">The forecast so many steps after the last value, from 1. It must give the same each time.</param>
    /// <param name="spread">
    /// The standard deviation of the forecast's error so many steps ahead, in units of the one-step residual standard deviation.
    /// </param>
    /// <param name="parameters">The numbers that the model works with.</param>
    /// <param name="estimated">How many free parameters were estimated from the values, starting values included; 0 or more.</param>
    /// <value>A spread of 1 at every step, no parameters and none estimated unless told.</value>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="model"/>, <paramref name="values"/>, <paramref name="fitted"/> or <paramref name="point"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// There are not as many fitted values as values, or one of either is NaN, infinite or out of range; the message says which.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="estimated"/> is negative.</exception>
    public SeriesFit(
        SeriesModel model,
        IReadOnlyList<double> values,
        IReadOnlyList<double?> fitted,
        Func<int, double> point,
        Func<int, double>? spread = null,
        IEnumerable<SeriesParameter>? parameters = null,
        int estimated = 0)
    {
        Model = Guard.NotNull(model);
        var given = SeriesValues.Copy(values, nameof(values));
        if (Guard.NotNull(fitted).Count != given.Length)
        {
            throw new ArgumentException(
                $"There are {InvariantText.Of((long)fitted.Count)} fitted values for {InvariantText.Of((long)given.Length)} values; each value has one, or null.", nameof(fitted));
        }

        _point = Guard.NotNull(point);
        _spread = spread;
        var known = new double?[given.Length];
        var residuals = new double?[given.Length];
        for (var i = 0; i < given.Length; i++)
        {
            known[i] = fitted[i];
            if (known[i] is { } value && (double.IsNaN(value) || double.IsInfinity(value))) throw SeriesValues.NotUsable(nameof(fitted), i, value);
            residuals[i] = given[i] - known[i];
        }

        Values = Array.AsReadOnly(given);
        Fitted = Array.AsReadOnly(known);
        Residuals = Array.AsReadOnly(residuals);
        Parameters = Array.AsReadOnly(parameters?.ToArray() ?? []);
        EstimatedParameters = Guard.NotNegative(estimated);
        var divisor = residuals.Count(residual => residual is not null) - estimated;
        if (divisor > 0) ResidualStandardDeviation = SeriesValues.RootMeanSquare(residuals.Where(residual => residual is not null).Select(residual => residual!.Value), divisor);
    }

    /// <summary>The model.</summary>
    public SeriesModel Model { get; }

    /// <summary>The values that it learned from, oldest first.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>For each value the forecast of it from the values before it, one step ahead; <see langword="null"/> where there is none.</summary>
    public IReadOnlyList<double?> Fitted { get; }

    /// <summary>Value - fitted; <see langword="null"/> where there is no fitted one.</summary>
    public IReadOnlyList<double?> Residuals { get; }

    /// <summary>The numbers that the model works with, given or estimated.</summary>
    public IReadOnlyList<SeriesParameter> Parameters { get; }

    /// <summary>How many free parameters were estimated, starting values included. Seasons that add up to 0 have one fewer than there are.</summary>
    public int EstimatedParameters { get; }

    /// <summary>
    /// The square root of (the sum of the squared residuals / (residuals - <see cref="EstimatedParameters"/>)): FPP3 5.4, whose
    /// T - M are the residuals there are and whose K is the parameters. <see langword="null"/> where no residual is left over.
    /// </summary>
    public double? ResidualStandardDeviation { get; }

    /// <summary>Forecasts the next values.</summary>
    /// <param name="horizon">How many steps, from 1 to 10,000.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is out of range.</exception>
    /// <exception cref="InvalidOperationException">A model of one's own gave NaN or infinity, or a spread below 0.</exception>
    public SeriesForecast Forecast(int horizon)
    {
        Guard.Within(1, horizon, GreatestHorizon);
        var points = new double[horizon];
        var deviations = ResidualStandardDeviation is null ? null : new double[horizon];
        for (var step = 1; step <= horizon; step++)
        {
            points[step - 1] = _point(step);
            if (double.IsNaN(points[step - 1]) || double.IsInfinity(points[step - 1])) throw Broken("forecast", points[step - 1], step);
            if (deviations is null) continue;
            var spread = _spread?.Invoke(step) ?? 1;
            if (!(spread >= 0) || double.IsInfinity(spread)) throw Broken("spread", spread, step);
            deviations[step - 1] = spread * ResidualStandardDeviation!.Value;
        }

        return new(Model, points, deviations);
    }

    /// <summary>
    /// A range around the forecast that goes by how far off such forecasts were, and takes nothing for normal (conformal prediction, Vovk,
    /// Gammerman and Shafer 2005): the
    /// model is fitted anew to each beginning of the series that is long enough.
    /// </summary>
    /// <param name="step">How many steps ahead, 1 or more.</param>
    /// <param name="level">The share of values that it is to hold, above 0 and below 1. The default is 0.8.</param>
    /// <returns>The range with what it can promise; <see langword="null"/> where the series is too short for a single such
    /// forecast.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> or <paramref name="level"/> is out of range.</exception>
    public ConformalInterval? Conformal(int step, double level = 0.8)
    {
        Guard.Within(1, step, GreatestHorizon);
        Guard.OpenUnit(level);
        var errors = new List<double>();
        for (var length = Math.Max(Model.MinimumLength, Values.Count - step - MostConformal + 1); length + step <= Values.Count; length++)
        {
            var beginning = new double[length];
            for (var i = 0; i < length; i++) beginning[i] = Values[i];
            errors.Add(Math.Abs(Values[length + step - 1] - Model.Fit(beginning).Forecast(step).Point(step)));
        }

        return errors.Count == 0 ? null : ConformalInterval.Of(Forecast(step).Point(step), errors, level);
    }

    private InvalidOperationException Broken(string what, double value, int step) => new(
        $"The {what} of the model \"{Model.Id}\" {InvariantText.Of((long)step)} steps ahead is {InvariantText.Of(value)}; " +
        $"it must be a finite number{(what == "spread" ? ", 0 or above" : "")}.");
}
