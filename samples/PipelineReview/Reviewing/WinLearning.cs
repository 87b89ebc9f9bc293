using System;
using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>What the closed deals of a pipeline show about the open ones.</summary>
internal sealed class WinLearning
{
    private static readonly LogisticOptions Options = new();

    private WinLearning(DealSnapshot snapshot, ClosedDeals closed, QualificationProfile<Deal> profile)
    {
        Won = closed.Deals.Count(closed.IsWon);
        Lost = closed.Deals.Count - Won;
        Undated = closed.Undated;
        Columns = WinColumns.Of(closed.Deals);
        if (Math.Min(Won, Lost) < Options.MinimumWon || Columns.Count == 0)
        {
            return;
        }

        (Columns, LeftOut) = Usable(Columns, closed);
        if (Columns.Count == 0)
        {
            return;
        }

        LogisticColumns<Deal> columns = WinColumns.Named(Columns);
        Model = Tried(() => LogisticModel.Fit(columns, closed.Deals, deal => closed.IsWon(deal), deal => closed.ClosedOn(deal), Options));
        if (Model is null)
        {
            return;
        }

        Dictionary<string, double> scores = closed.Deals.Zip(profile.DecideAll(closed.Deals, closed.AsOf))
            .ToDictionary(pair => pair.First.Id, pair => pair.Second.Score, StringComparer.Ordinal);
        Check = Tried(() => LogisticModel.FitAgainst(
            columns, closed.Deals, deal => closed.IsWon(deal), deal => closed.ClosedOn(deal), deal => scores[deal.Id], Options));

        // The probability as a profile: its explanation divides it among the columns, line by line.
        // Its verdict, more likely won than not, is not shown.
        var chance = QualificationProfile.Create<Deal>("win-chance", p => p.ScoreByLogOdds(Model).QualifyAt(50));
        Deal[] open = [.. snapshot.Deals.Where(deal => deal.Status == DealStatus.Open)];
        Decision[] decisions = chance.DecideAll(open, snapshot.AsOf);
        Chances = [.. open
            .Select((deal, i) => new ReviewedDeal(deal, decisions[i], d => chance.Explain(d, snapshot.AsOf)))
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

    /// <summary>The names of the columns that are learned from.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The names of the columns that say nothing because they are constant, or that tell the outcome of every deal.</summary>
    public IReadOnlyList<string> LeftOut { get; } = [];

    /// <summary>The number of won deals needed.</summary>
    public int MinimumWon => Options.MinimumWon;

    /// <summary>The number of lost deals needed.</summary>
    public int MinimumLost => Options.MinimumLost;

    /// <summary>What all closed deals teach; null if there are too few, or if no column can be learned from.</summary>
    public LogisticFit<Deal>? Model { get; }

    /// <summary>
    /// What the older deals teach, beside the score of the profile, on the newest fifth of the deals; null if there are too few.
    /// </summary>
    public LearnedAgainstSet<Deal>? Check { get; }

    /// <summary>What the check shows about the columns.</summary>
    public Signal Signal => Check is not { IsWithheld: false } check ? Signal.Unclear : check.Comparison.First.Ranking.AucInterval() switch
    {
        null => Signal.Unclear,
        { Low: > 0.5 } => Signal.Some,
        { High: < 0.5 } => Signal.Reversed,
        _ => Signal.None,
    };

    /// <summary>The Brier score on the newest fifth of predicting the win rate of the older deals for each.</summary>
    public double? BaseRateBrier
    {
        get
        {
            if (Check is not { } check)
            {
                return null;
            }

            double rate = check.Learned.Deals.Value!.Value;
            double won = check.Comparison.First.Ranking.BaseRate.Value!.Value;
            return (won * (1 - rate) * (1 - rate)) + ((1 - won) * rate * rate);
        }
    }

    /// <summary>The open deals by descending probability, then by value, then by id; a score is 100 x the probability.</summary>
    public IReadOnlyList<ReviewedDeal> Chances { get; } = [];

    /// <summary>Learns from the deals that were closed on the day of the snapshot.</summary>
    public static WinLearning From(DealSnapshot snapshot, ClosedDeals closed, QualificationProfile<Deal> profile) =>
        new(snapshot, closed, profile);

    /// <summary>The columns that raise or lower the probability, the strongest first.</summary>
    public static IEnumerable<(CriterionResult Column, decimal Points)> Reasons(ReviewedDeal deal, bool raising) => deal.Result.Lines
        .Where(line => line.Kind == ScoreLineKind.Criterion && (raising ? line.Points > 0 : line.Points < 0))
        .OrderByDescending(line => Math.Abs(line.Points))
        .Select(line => (deal.Result.Criteria.First(result => result.Criterion == line.Criterion), line.Points));

    // A column alone shows whether it can be learned from, with the deals that the check learns from too.
    private static (IReadOnlyList<string> Usable, IReadOnlyList<string> LeftOut) Usable(IReadOnlyList<string> names, ClosedDeals closed)
    {
        Deal[] older = [.. closed.Deals.Where(deal => closed.ClosedOn(deal) < closed.Newest)];
        var options = new LogisticOptions(ridge: 1, minimumWon: 1, minimumLost: 1);
        ILookup<bool, string> usable = names.ToLookup(name => Tried(() => LogisticModel.Fit(
            WinColumns.Named([name]), older, deal => closed.IsWon(deal), options: options)) is not null);
        return ([.. usable[true]], [.. usable[false]]);
    }

    private static TResult? Tried<TResult>(Func<TResult> learn)
        where TResult : class
    {
        try
        {
            return learn();
        }
        catch (Exception e) when (e is LogisticFitException or TooFewOutcomesException)
        {
            return null;
        }
    }
}
