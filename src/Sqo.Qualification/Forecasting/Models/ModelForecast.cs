using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A model's forecast of several periods. Immutable.</summary>
public sealed class ModelForecast
{
    private PeriodForecast? _total;

    /// <summary>Creates the forecast of a custom model.</summary>
    /// <param name="model">The id of the model that made it; not blank.</param>
    /// <param name="periods">The forecast of each period of the input, in its order; at least one.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no periods, or one is <see langword="null"/>.</exception>
    public ModelForecast(string model, IEnumerable<PeriodForecast> periods)
        : this(model, [.. Guard.NotNull(periods)], [])
    {
    }

    internal ModelForecast(string model, PeriodForecast[] periods, IReadOnlyList<ForecastFallback> fallbacks)
    {
        Model = Guard.NotBlank(model);
        if (periods.Length == 0 || Array.IndexOf(periods, null!) >= 0) throw new ArgumentException("A forecast has at least one period, and none that is null.", nameof(periods));
        Periods = Array.AsReadOnly(periods);
        Fallbacks = Array.AsReadOnly([.. fallbacks]);
    }

    /// <summary>The id of the model that made it: the requested one, or its fallback.</summary>
    public string Model { get; }

    /// <summary>The periods, ascending.</summary>
    public IReadOnlyList<PeriodForecast> Periods { get; }

    /// <summary>The fallbacks that were used because of too little history; empty if there were none.</summary>
    public IReadOnlyList<ForecastFallback> Fallbacks { get; }

    /// <summary>The forecast of each open deal; empty if the model does not forecast deals.</summary>
    public IReadOnlyList<OpenDeal> Deals { get; internal init; } = [];

    /// <summary>The open deals that are older than any deal was when it closed.</summary>
    public IReadOnlyList<StaleDeal> Stale { get; internal init; } = [];

    /// <summary>The parts of a combination with their weights; empty if there are no parts.</summary>
    public IReadOnlyList<ForecastPart> Parts { get; internal init; } = [];

    /// <summary>The past errors that widen the distributions; <see langword="null"/> if the model does not use past errors.</summary>
    public ForecastErrors? Errors { get; internal init; }

    /// <summary>How fast deals close; <see langword="null"/> if the model does not use it.</summary>
    public TimeToClose? TimeToClose { get; internal init; }

    /// <summary>The scenario that it shows; <see langword="null"/> if no deal was changed.</summary>
    public ForecastScenario? Scenario { get; private init; }

    /// <summary>The spread of all periods together, if it was learned from errors over as many months.</summary>
    internal double? TotalSpread { get; init; }

    /// <summary>The standard deviation of all periods together, if errors are normal and their correlation is known.</summary>
    internal double? TotalDeviation { get; init; }

    /// <summary>
    /// All periods together. Distributions are combined exactly: a deal is won in at most one of the periods. The spread shared by all
    /// deals comes from the errors of forecasts over as many months, or else from the periods. Normal errors are correlated through the
    /// level of a series; those of a custom model are assumed to be independent.
    /// </summary>
    public PeriodForecast Total => _total ??= SumOf(Periods);

    /// <summary>
    /// Makes a what-if scenario: the same forecast with some open deals changed, without learning anything again. The distributions are
    /// exactly those of the changed deals; new business, the shared spread and everything that was learned stay as they are.
    /// </summary>
    /// <param name="name">The name of the scenario; not blank.</param>
    /// <param name="define">Adds the changes.</param>
    /// <returns>The forecast in the scenario; it can be changed again.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is blank; a change names a deal that is not an open deal of the forecast; or a deal is won without a known
    /// amount or period.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A deal is won on a day outside the periods.</exception>
    public ModelForecast WhatIf(string name, Action<ForecastScenarioBuilder> define) => ScenarioRun.Of(this, null, name, define).Forecast;

    /// <summary>The same forecast with other deals.</summary>
    internal ModelForecast With(PeriodForecast[] periods, OpenDeal[] deals, StaleDeal[] stale, ForecastScenario scenario) =>
        new(Model, periods, Fallbacks)
        {
            Deals = Array.AsReadOnly(deals),
            Stale = Array.AsReadOnly(stale),
            Parts = Parts,
            Errors = Errors,
            TimeToClose = TimeToClose,
            TotalSpread = TotalSpread,
            TotalDeviation = TotalDeviation,
            Scenario = scenario,
        };

    private PeriodForecast SumOf(IReadOnlyList<PeriodForecast> periods)
    {
        var whole = ForecastPeriod.Of(periods[0].Period.First, periods[periods.Count - 1].Period.Last);
        if (periods.Count == 1) return periods[0];
        if (periods.All(period => period.Distribution is not null))
        {
            return periods.All(period => period.Open is not null && period.NewBusiness is not null)
                ? new(whole, Whole(period => period.Open!), Whole(period => period.NewBusiness!), Unexplained(), Whole(period => period.Distribution!))
                : new(whole, Whole(period => period.Distribution!));
        }

        if (TotalDeviation is { } deviation) return new(whole, periods.Sum(period => period.Mean), deviation);
        var known = periods.All(period => period.StandardDeviation is not null);
        return new(whole, periods.Sum(period => period.Mean), known ? Math.Sqrt(periods.Sum(period => period.StandardDeviation!.Value * period.StandardDeviation.Value)) : null);

        RevenueDistribution? Unexplained() =>
            periods.Any(period => period.Unexplained is not null) ? Whole(period => period.Unexplained ?? RevenueDistribution.Nothing) : null;

        RevenueDistribution Whole(Func<PeriodForecast, RevenueDistribution> part)
        {
            var combined = RevenueDistribution.Combine(periods.Select(part));
            return TotalSpread is { } spread ? combined.Widened(spread) : combined;
        }
    }
}
