using System;
using System.Collections.Generic;
using PipelineReview.Reading;

namespace PipelineReview.Reviewing;

/// <summary>What the priorities are made of, beside the forecast.</summary>
/// <param name="Open">The open deals with their verdicts.</param>
/// <param name="AsOf">The day of the review.</param>
/// <param name="Team">The owners.</param>
/// <param name="WeeklyHours">The selling time of each in a week.</param>
/// <param name="EffortHours">The hours that a deal takes if it doesn't say.</param>
internal sealed record PlanInput(IReadOnlyList<ReviewedDeal> Open, DateTime AsOf, Team Team, decimal WeeklyHours, decimal EffortHours)
{
    public TimeSpan EffortOf(Deal deal) => Hours(deal.EffortHours ?? EffortHours);

    public TimeSpan OwnerTime => Hours(WeeklyHours);

    private static TimeSpan Hours(decimal hours) => TimeSpan.FromTicks((long)(hours * TimeSpan.TicksPerHour));
}
