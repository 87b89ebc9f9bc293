using System;
using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>Predictions for the newer closed deals from the older ones, compared with their outcomes.</summary>
internal sealed class WinCheck
{
    private const int OlderOfTen = 8;

    private readonly ScoredOutcome[] _logOdds = [];

    private WinCheck(TimeSplit split, Deal[] older, Deal[] newer, Func<Deal, DateTime> day, WinTrainer trainer)
    {
        Split = split;
        OlderWon = older.Count(IsWon);
        OlderLost = older.Length - OlderWon;
        NewerWon = newer.Count(IsWon);
        NewerLost = newer.Length - NewerWon;
        if (newer.Length == 0 || trainer.Train(older) is not { } model)
        {
            return;
        }

        LastOlder = older.Max(day);
        ScoredOutcome[] probabilities = [.. newer.Select(deal => new ScoredOutcome(model.Probability(deal)!.Value, IsWon(deal)))];
        Model = ProbabilityMeasures.Of(probabilities);
        _logOdds = LogOdds(model, newer);

        // The best prediction without any field, and without knowing the newer deals.
        double baseRate = (double)OlderWon / older.Length;
        BaseRateBrier = ProbabilityMeasures.Of(probabilities.Select(outcome => outcome with { Score = baseRate })).Brier;

        // A model looks too good on its training deals, so the calibration is fitted on others: the newest of the older ones.
        (Deal[] oldest, Deal[] middle) = Cut(older, day);
        Calibrated = trainer.Train(oldest) is { } early ? Fit(LogOdds(early, middle))?.Measure(_logOdds) : null;
    }

    public TimeSplit Split { get; }

    public int OlderWon { get; }

    public int OlderLost { get; }

    public int NewerWon { get; }

    public int NewerLost { get; }

    /// <summary>The last day of the older deals; the newer ones come after it.</summary>
    public DateTime? LastOlder { get; }

    /// <summary>The measures on the newer deals; null if there are too few deals to train or to test.</summary>
    public ProbabilityMeasures? Model { get; }

    /// <summary>The same, after Platt's calibration of the log-odds; null if there are too few deals for it.</summary>
    public ProbabilityMeasures? Calibrated { get; }

    /// <summary>The Brier score on the newer deals of predicting the win rate of the older ones for each.</summary>
    public double? BaseRateBrier { get; }

    public Signal Signal => Model?.Ranking.AucInterval() switch
    {
        null => Signal.Unclear,
        { Low: > 0.5 } => Signal.Some,
        { High: < 0.5 } => Signal.Reversed,
        _ => Signal.None,
    };

    /// <summary>Whether its probabilities were more accurate than the win rate.</summary>
    public bool BeatsWinRate => Model?.Brier < BaseRateBrier;

    /// <summary>Splits by time: the oldest 80 % of the deals, and the rest.</summary>
    public static WinCheck By(TimeSplit split, IReadOnlyList<Deal> deals, WinTrainer trainer)
    {
        DateTime Day(Deal deal) => (split == TimeSplit.ByClosing ? deal.Closed : deal.Created)!.Value.Date;
        (Deal[] older, Deal[] newer) = Cut([.. deals.Where(deal => split == TimeSplit.ByClosing || deal.Created is not null)], Day);
        return new WinCheck(split, older, newer, Day, trainer);
    }

    /// <summary>A calibration of log-odds, fitted on the newer deals, for even newer deals; null if there are too few.</summary>
    public PlattCalibration? Calibrate() => Fit(_logOdds);

    // Deals of the same day are never split: their order is unknown.
    private static (Deal[] Older, Deal[] Newer) Cut(IReadOnlyList<Deal> deals, Func<Deal, DateTime> day)
    {
        DateTime[] days = [.. deals.Select(day).Order()];
        int older = days.Length * OlderOfTen / 10;
        return older == 0
            ? ([.. deals], [])
            : ([.. deals.Where(deal => day(deal) <= days[older - 1])], [.. deals.Where(deal => day(deal) > days[older - 1])]);
    }

    private static ScoredOutcome[] LogOdds(NaiveBayesModel<Deal> model, Deal[] deals) =>
        [.. deals.Select(deal => new ScoredOutcome(model.Explain(deal).LogOdds!.Value, IsWon(deal)))];

    // Two parameters need only a few hundred deals, and can't turn the last few of them into certainties, as an isotonic step would.
    // Redundant fields stretch the log-odds, which a straight line corrects.
    private static PlattCalibration? Fit(ScoredOutcome[] outcomes)
    {
        try
        {
            return PlattCalibration.Fit(outcomes);
        }
        catch (TooFewOutcomesException)
        {
            return null;
        }
    }

    private static bool IsWon(Deal deal) => deal.Status == DealStatus.Won;
}
