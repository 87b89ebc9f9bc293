using System;
using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>The profile held against how the closed deals ended.</summary>
internal sealed class AuditReview
{
    private const int HighestThreshold = 100;

    private AuditReview(QualificationProfile<Deal> profile, ClosedDeals closed, decimal? hourCost, decimal hoursPerDeal)
    {
        Undated = closed.Undated;
        HoursPerDeal = hoursPerDeal;
        HourCost = hourCost;
        Threshold = profile.Threshold;
        AnswerTable<Deal> table = profile.AnswerAll(closed.Deals, closed.AsOf);
        var outcomes = DealOutcomes.Of(
            closed.Deals, deal => closed.IsWon(deal) ? OpportunityOutcome.Won : OpportunityOutcome.Lost, closed.AmountOf);
        Profile = ProfileAudit.Of(profile, table, outcomes);
        Thresholds = WhatIfCurve.OfThresholds(
            profile, table, outcomes,
            Enumerable.Range(0, HighestThreshold + 1).Select(each => (double)each).Append(profile.Threshold).Distinct().Order());
        OutcomeCounts all = Profile.All;
        if (all.Won > all.WithoutAmount)
        {
            MeanWon = decimal.Round(all.Revenue!.Value / (all.Won - all.WithoutAmount), 2);
        }

        if (hourCost is { } cost && MeanWon is { } missed)
        {
            Best = Thresholds.Best((double)missed, (double)cost, (double)hoursPerDeal);
        }

        if (closed.Newest is not { } newest)
        {
            return;
        }

        Newest = newest;
        int older = closed.Deals.Count(deal => closed.ClosedOn(deal) < newest);
        Decision[] decisions = profile.Decide(table);
        Drift = DriftReport.Between(profile, decisions[..older], decisions[older..]);
        NewestAgainstOlder = new(RateOf(closed.Deals.Skip(older)), RateOf(closed.Deals.Take(older)));

        ObservedRate RateOf(IEnumerable<Deal> deals)
        {
            bool[] won = [.. deals.Select(closed.IsWon)];
            return new(won.Count(isWon => isWon), won.Length);
        }
    }

    /// <summary>What its verdicts and its criteria are worth.</summary>
    public ProfileAudit Profile { get; }

    /// <summary>The number of won and lost deals without a closing date, which are left out.</summary>
    public int Undated { get; }

    /// <summary>The threshold in force.</summary>
    public double Threshold { get; }

    /// <summary>What each threshold from 0 to 100 would have qualified.</summary>
    public WhatIfCurve Thresholds { get; }

    /// <summary>The threshold whose errors cost the least; null without a cost, and if there are too few deals.</summary>
    public WhatIfBest? Best { get; }

    /// <summary>The mean amount of the deals won: what a missed win costs. Null if no amount is known.</summary>
    public decimal? MeanWon { get; }

    /// <summary>What an hour of selling time costs; null if it is not given.</summary>
    public decimal? HourCost { get; }

    /// <summary>The hours of selling time that a deal takes.</summary>
    public decimal HoursPerDeal { get; }

    /// <summary>The first day of closing of the newest fifth of the deals; null if there are too few.</summary>
    public DateTime? Newest { get; }

    /// <summary>Whether the newest fifth looks like the older deals; null if there are too few.</summary>
    public DriftReport? Drift { get; }

    /// <summary>The win rate of the newest fifth minus that of the older deals.</summary>
    public RateDifference NewestAgainstOlder { get; }

    /// <summary>The win rate of the deals that qualify minus that of the others.</summary>
    public RateDifference QualifiedAgainstRest
    {
        get
        {
            (OutcomeCounts all, OutcomeCounts qualified) = (Profile.All, Profile[Verdict.Qualified]);
            return new(qualified.WinRate, new(all.Won - qualified.Won, all.Won + all.Lost - qualified.Won - qualified.Lost));
        }
    }

    /// <summary>The audit; null if no deal is closed.</summary>
    /// <param name="profile">The profile of the review.</param>
    /// <param name="closed">The closed deals.</param>
    /// <param name="hourCost">What an hour of selling time costs; null for no best threshold.</param>
    /// <param name="hoursPerDeal">The hours of selling time that a deal takes.</param>
    public static AuditReview? Of(QualificationProfile<Deal> profile, ClosedDeals closed, decimal? hourCost, decimal hoursPerDeal) =>
        closed.Deals.Count == 0 ? null : new AuditReview(profile, closed, hourCost, hoursPerDeal);
}
