using System;
using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>What the closed deals of a pipeline show about the open ones.</summary>
internal sealed class WinLearning
{
    private readonly NaiveBayesModel<Deal>? _model;
    private readonly PlattCalibration? _calibration;

    private WinLearning(DealSnapshot snapshot, bool amountKnownAtClose)
    {
        // A deal without a closing date can't be ordered by closing.
        Deal[] closed = [.. snapshot.Deals.Where(deal => deal is { Status: not DealStatus.Open, Closed: not null })];
        Won = closed.Count(deal => deal.Status == DealStatus.Won);
        Lost = closed.Length - Won;
        Undated = snapshot.Deals.Count(deal => deal is { Status: not DealStatus.Open, Closed: null });
        Fields = WinFields.Of(closed, amountKnownAtClose);
        if (Fields.Count == 0)
        {
            return;
        }

        var trainer = new WinTrainer(WinFields.ToCount(Fields));
        _model = trainer.Train(closed);
        if (_model is null)
        {
            return;
        }

        Checks = [WinCheck.By(TimeSplit.ByClosing, closed, trainer), WinCheck.By(TimeSplit.ByCreation, closed, trainer)];
        // A decreasing calibration would reverse the order of the list: the newest deals contradict the older ones.
        _calibration = Checks[0].Calibrate() is { Slope: > 0 } calibration ? calibration : null;

        // The probability as a profile: its explanation divides it among the fields, line by line.
        // Its verdict, more likely won than not, is not shown.
        var profile = QualificationProfile.Create<Deal>("win-chance", p => p.ScoreByNaiveBayes(_model).QualifyAt(50));
        Deal[] open = [.. snapshot.Deals.Where(deal => deal.Status == DealStatus.Open)];
        Decision[] decisions = profile.DecideAll(open, snapshot.AsOf);
        Chances = [.. open
            .Select((deal, i) => new ReviewedDeal(deal, decisions[i], d => profile.Explain(d, snapshot.AsOf)))
            .OrderByDescending(deal => deal.Decision.Score)
            .ThenByDescending(deal => deal.Deal.Value ?? 0)
            .ThenBy(deal => deal.Deal.Id, StringComparer.Ordinal)];
    }

    /// <summary>The number of won deals to learn from.</summary>
    public int Won { get; }

    /// <summary>The number of lost deals to learn from.</summary>
    public int Lost { get; }

    /// <summary>The number of won and lost deals without a closing date, which are left out.</summary>
    public int Undated { get; }

    /// <summary>The fields that the closed deals have.</summary>
    public IReadOnlyList<WinField> Fields { get; }

    /// <summary>The number of won deals needed.</summary>
    public int MinimumWon => WinTrainer.Options.MinimumWon;

    /// <summary>The number of lost deals needed.</summary>
    public int MinimumLost => WinTrainer.Options.MinimumLost;

    /// <summary>Whether there were enough deals; if not, the rest is empty.</summary>
    public bool IsTrained => _model is not null;

    public IReadOnlyList<WinCheck> Checks { get; } = [];

    /// <summary>The open deals by descending probability, then by value, then by id; a score is 100 x the probability.</summary>
    public IReadOnlyList<ReviewedDeal> Chances { get; } = [];

    /// <summary>Learns from the deals that were closed on the day of the snapshot.</summary>
    public static WinLearning From(DealSnapshot snapshot, bool amountKnownAtClose) => new(snapshot, amountKnownAtClose);

    /// <summary>The probability calibrated on the newest closed deals; null if there were too few, or if they reverse the order.</summary>
    public double? Calibrated(ReviewedDeal deal) => _calibration?.Probability(_model!.Explain(deal.Deal).LogOdds!.Value);

    /// <summary>The fields that raise or lower the probability, the strongest first.</summary>
    public IEnumerable<(WinField Field, decimal Points)> Reasons(ReviewedDeal deal, bool raising) => deal.Result.Lines
        .Where(line => line.Kind == ScoreLineKind.Criterion && (raising ? line.Points > 0 : line.Points < 0))
        .OrderByDescending(line => Math.Abs(line.Points))
        .Select(line => (Fields.First(field => field.Name == line.Criterion!.Id), line.Points));
}
