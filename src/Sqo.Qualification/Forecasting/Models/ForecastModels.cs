using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The built-in forecast models.</summary>
public static class ForecastModels
{
    private const int MonthsOfQuarter = 3;

    /// <summary>
    /// The parts of <see cref="Default"/>: the time to close with new business, the same month of the previous quarter, and the level of
    /// the months so far (simple exponential smoothing with alpha 0.3). All of them follow the year from two years of closings on.
    /// </summary>
    public static IReadOnlyList<ForecastModel> DefaultParts { get; } = Array.AsReadOnly([
        TimeToClose(),
        Series(SeriesModels.SeasonalNaive(MonthsOfQuarter), followsYear: true),
        Series(SeriesModels.SimpleExponentialSmoothing(0.3), followsYear: true)]);

    /// <summary>The default model: a combination of <see cref="DefaultParts"/>, each weighted by how well it forecast before.</summary>
    public static ForecastModel Default { get; } = Combine("combination", DefaultParts, null);

    /// <summary>The naive model, which repeats as many of the last months as are forecast: the baseline for every other model.</summary>
    public static ForecastModel Naive { get; } = new SeriesForecastModel("naive", static ahead => SeriesModels.SeasonalNaive(ahead));

    /// <summary>
    /// The built-in models without settings, each with its id: <see cref="Default"/>, its parts, <see cref="Naive"/> and the weighted
    /// pipeline.
    /// </summary>
    public static IReadOnlyList<ForecastModel> BuiltIn { get; } = Array.AsReadOnly([Default, .. DefaultParts, Naive, WeightedPipeline()]);

    /// <summary>Finds a built-in model by its id, as used in settings.</summary>
    /// <param name="id">The id, such as "weighted-pipeline"; case counts.</param>
    /// <returns>The model of <see cref="BuiltIn"/> with that id; <see langword="null"/> if there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    public static ForecastModel? Find(string id)
    {
        Guard.NotNull(id);
        foreach (var model in BuiltIn)
        {
            if (string.Equals(model.Id, id, StringComparison.Ordinal)) return model;
        }

        return null;
    }

    /// <summary>
    /// Creates a model that forecasts open deals from how long deals take to be won or lost, and new business from the pace at which deals
    /// are created; both follow the calendar. Its intervals include the uncertainty of the rates, but not influences common to all deals of
    /// a period.
    /// </summary>
    /// <param name="options">How the time to close is learned. The default is <see cref="TimeToCloseOptions.Default"/>.</param>
    /// <returns>The model. With too little history it falls back to the plain weighted pipeline.</returns>
    public static DealForecastModel TimeToClose(TimeToCloseOptions? options = null) =>
        new TimeToCloseModel(options ?? TimeToCloseOptions.Default, WeightedPipeline());

    /// <summary>
    /// Creates a model that multiplies every open deal's amount by the win rate of its group, shrunk towards that of the whole with a
    /// strength of 10 closed deals. It ignores the age of a deal, and deals that don't exist yet.
    /// </summary>
    /// <param name="group">The group of a deal. The default is its product.</param>
    /// <returns>
    /// The model. A deal with an expected close counts in its period, an overdue one in the first, and one without an expected close in all
    /// of them according to the time that deals take.
    /// </returns>
    public static ForecastModel WeightedPipeline(Func<Opportunity, string?>? group = null) =>
        new WeightedPipelineModel(group ?? (static opportunity => opportunity.Product));

    /// <summary>
    /// Creates a model that repeats the same month of the previous season: 3 for the month of the quarter, 12 for that of the year.
    /// </summary>
    /// <param name="months">The length of a season in months, 1 or more.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is below 1.</exception>
    public static ForecastModel SeasonalNaive(int months) => Series(SeriesModels.SeasonalNaive(months));

    /// <summary>Creates a model that extrapolates the amounts won by month with a series model.</summary>
    /// <param name="model">The series model.</param>
    /// <param name="followsYear">
    /// Whether the amounts are seasonally adjusted before, from two years of closings on: each is divided by the factor of its month of the
    /// year, and the forecast is multiplied by that of its own. Leave it off for a model with a season of twelve months. The default is
    /// <see langword="false"/>.
    /// </param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is <see langword="null"/>.</exception>
    public static ForecastModel Series(SeriesModel model, bool followsYear = false) =>
        new SeriesForecastModel(Guard.NotNull(model).Id, _ => model, followsYear);

    /// <summary>Combines models, each weighted by the inverse of the mean squared error of its earlier forecasts.</summary>
    /// <param name="id">Its stable id, in lower case with hyphens; not blank.</param>
    /// <param name="parts">The parts, at least one.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The id is blank, there is no part, or one is <see langword="null"/>.</exception>
    public static ForecastModel Combine(string id, params ForecastModel[] parts) => Combine(id, parts, null);

    /// <summary>Combines models, each weighted by the inverse of the mean squared error of its earlier forecasts.</summary>
    /// <param name="id">Its stable id, in lower case with hyphens; not blank.</param>
    /// <param name="parts">The parts, at least one.</param>
    /// <param name="options">How it uses the errors of past forecasts. The default is <see cref="CombinationOptions.Default"/>.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> or <paramref name="parts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The id is blank, there is no part, or one is <see langword="null"/>.</exception>
    public static ForecastModel Combine(string id, IEnumerable<ForecastModel> parts, CombinationOptions? options) =>
        new CombinationModel(id, parts, options ?? CombinationOptions.Default);
}
