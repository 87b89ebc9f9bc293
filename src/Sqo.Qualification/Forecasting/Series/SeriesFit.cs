using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A model fitted to a series, which forecasts its next values. Immutable.</summary>
public sealed class SeriesFit
{
    // A forecast beyond this is meaningless; with the greatest allowed value this limit keeps every number finite.
    private const int GreatestHorizon = 10_000;

    // Old errors carry little information, and each costs a fit.
    private const int MostConformal = 60;

    private readonly Func<int, double> _point;
    private readonly Func<int, double>? _spread;

    /// <summary>Creates a fit. Called by a model, built-in or custom.</summary>
    /// <param name="model">The model.</param>
    /// <param name="values">The values that it was fitted to.</param>
    /// <param name="fitted">
    /// The one-step forecast of each value from the values before it; <see langword="null"/> if there is none.
    /// </param>
    /// <param name="point">Gets the forecast a number of steps after the last value, from 1. It must be deterministic.</param>
    /// <param name="spread">
    /// Gets the standard deviation of the forecast's error a number of steps ahead, in units of the one-step residual standard deviation.
    /// The default is 1 at every step.
    /// </param>
    /// <param name="parameters">The parameters of the model. The default is none.</param>
    /// <param name="estimated">
    /// The number of free parameters estimated from the values, including starting values; 0 or more. The default is 0.
    /// </param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="model"/>, <paramref name="values"/>, <paramref name="fitted"/> or <paramref name="point"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// The numbers of fitted values and values differ, or one of either is NaN, infinite or out of range; the message says which.
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

    /// <summary>The values that it was fitted to, oldest first.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>The one-step forecast of each value from the values before it; <see langword="null"/> if there is none.</summary>
    public IReadOnlyList<double?> Fitted { get; }

    /// <summary>Value - fitted; <see langword="null"/> if there is no fitted value.</summary>
    public IReadOnlyList<double?> Residuals { get; }

    /// <summary>The parameters of the model, given or estimated.</summary>
    public IReadOnlyList<SeriesParameter> Parameters { get; }

    /// <summary>
    /// The number of free parameters estimated, including starting values. Seasons that add up to 0 count as one fewer.
    /// </summary>
    public int EstimatedParameters { get; }

    /// <summary>
    /// The square root of (the sum of squared residuals / (number of residuals - <see cref="EstimatedParameters"/>)): FPP3 5.4, where
    /// T - M is the number of residuals and K that of the parameters. <see langword="null"/> if the divisor is not above 0.
    /// </summary>
    public double? ResidualStandardDeviation { get; }

    /// <summary>Forecasts the next values.</summary>
    /// <param name="horizon">The number of steps, from 1 to 10,000.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is out of range.</exception>
    /// <exception cref="InvalidOperationException">A custom model returned NaN or infinity, or a spread below 0.</exception>
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
    /// Gets a range around the forecast that is based on the errors of such forecasts, without assuming that they are normal (conformal
    /// prediction, Vovk, Gammerman and Shafer 2005): the model is fitted again to each initial part of the series that is long enough.
    /// </summary>
    /// <param name="step">The number of steps ahead, 1 or more.</param>
    /// <param name="level">The requested share of values in the range, above 0 and below 1. The default is 0.8.</param>
    /// <returns>
    /// The range with its guaranteed share; <see langword="null"/> if the series is too short for a single such forecast.
    /// </returns>
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
