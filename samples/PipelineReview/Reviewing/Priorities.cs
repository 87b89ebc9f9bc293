using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>What to do next week: the plan of the owners, the answers that are due and the deals at risk.</summary>
internal sealed class Priorities
{
    private const int DaysOfAWeek = 7;

    private readonly string? _owner;

    public Priorities(PlanInput input, SalesForecast sales, string? owner)
    {
        _owner = owner;
        Input = input;
        Chances = new DealChances(sales);
        Dictionary<string, ReviewedDeal> reviewed = input.Open.ToDictionary(deal => deal.Deal.Id, StringComparer.Ordinal);
        Opportunity[] open = [.. sales.Records.Where(deal => deal.IsOpen)];

        OpenDeals = [.. open.Where(Shows)];

        // An SQO is to be answered within one working day. Days alone are known, so it is in time until the end of the next working day.
        Answers = sales.Records.Any(deal => deal.Funnel[FunnelStage.QualifiedOpportunity] is not null)
            ? ResponseList.Create(
                sales.Records, input.AsOf, new ResponseTargets(WorkingCalendar.MondayToFriday.HoursADay), WorkingCalendar.MondayToFriday)
            : null;
        HashSet<string> overdue = [.. Answers?.Overdue.Select(answer => answer.Id) ?? []];

        Week = ForecastPeriod.Of(input.AsOf.AddDays(1), input.AsOf.AddDays(DaysOfAWeek));
        Plan = CapacityPlan.Create(
            open,
            input.Team.Owners.Select(name => new OwnerHours(name, input.OwnerTime, period: Week)),
            deal => (TimeSpan?)input.EffortOf(reviewed[deal.Id].Deal),
            deal => Chances[deal.Id].WorthwhileProbability,
            options: new CapacityPlanOptions(
                mustDo: deal => overdue.Contains(deal.Id) ? MustDo.Overdue : null,
                isExcluded: deal => reviewed[deal.Id].Decision.Verdict == Verdict.Disqualified));

        bool hasPushes = input.Open.Any(deal => deal.Deal.Pushes is not null);
        bool hasActivity = input.Open.Any(deal => deal.Deal.LastActivity is not null);
        Risks = DealsAtRisk.Of(
            new PipelineSnapshot(input.AsOf, sales.Records),
            new RiskOptions(
                value: deal => Chances[deal.Id].ExpectedValue,
                lastContact: hasActivity ? deal => reviewed[deal.Id].Deal.LastActivity : null,
                pushes: hasPushes ? deal => reviewed[deal.Id].Deal.Pushes : null));
        Best = Ranking.Create(
            open.Where(deal => reviewed[deal.Id].Decision.Verdict == Verdict.Qualified),
            RankingValue.ExpectedValue(deal => Chances[deal.Id].Probability, deal => deal.Amount));
    }

    public PlanInput Input { get; }

    public DealChances Chances { get; }

    /// <summary>The seven days after the day of the review.</summary>
    public ForecastPeriod Week { get; }

    /// <summary>The plan of the whole team for the week after the day of the review. Disqualified deals are not in it.</summary>
    public CapacityPlan Plan { get; }

    /// <summary>When each SQO must be answered; null if no deal says when it became one.</summary>
    public ResponseList? Answers { get; }

    public DealsAtRisk Risks { get; }

    /// <summary>The open deals, in the order of the file.</summary>
    public IReadOnlyList<Opportunity> OpenDeals { get; }

    /// <summary>The SQOs by expected value.</summary>
    public Ranking Best { get; }

    /// <summary>The parts of the plan to show: of all owners, or of one.</summary>
    public IEnumerable<OwnerPlan> Owners => Plan.Owners.Where(owner => Shows(owner.Owner));

    public IReadOnlyList<LeftOutDeal> LeftOut => [.. Plan.LeftOut.Where(deal => Shows(deal.Deal))];

    /// <summary>The deals that the plan can't weigh and doesn't have to do.</summary>
    public IReadOnlyList<UnknownDeal> Unknown => [.. Plan.Unknown.Where(deal => deal.MustDo is null && Shows(deal.Deal))];

    public IReadOnlyList<ResponseDue> Overdue => [.. Answers?.Overdue.Where(answer => Shows(answer.Opportunity)) ?? []];

    public IReadOnlyList<ResponseDue> Waiting => [.. Answers?.Waiting.Where(answer => Shows(answer.Opportunity)) ?? []];

    /// <summary>The deals at risk, by descending expected value.</summary>
    public IReadOnlyList<DealAtRisk> AtRisk => [.. Risks.Deals.Where(deal => Shows(deal.Opportunity))];

    /// <summary>The signs that at least one deal shows has, in their order.</summary>
    public IEnumerable<(RiskSign Sign, IReadOnlyList<DealAtRisk> Deals)> BySign => Risks.Options.Signs
        .Select(sign => (sign, (IReadOnlyList<DealAtRisk>)[.. AtRisk.Where(deal => deal.Signs.Any(finding => finding.Sign == sign))]))
        .Where(each => each.Item2.Count > 0);

    /// <summary>The owners of the team without an open deal; empty on the page of one owner.</summary>
    public IReadOnlyList<string> OwnersWithoutDeals => _owner is null ? Plan.OwnersWithoutDeals : [];

    /// <summary>The last day on which an answer is in time.</summary>
    public static DateTime LastDayOf(ResponseDue answer) => answer.Due.AddTicks(-1).Date;

    /// <summary>The working days by which an answer is overdue; 0 if it is not.</summary>
    public static int DaysOverdue(ResponseDue answer) =>
        (int)Math.Ceiling(answer.OverdueBy.TotalHours / WorkingCalendar.MondayToFriday.HoursADay.TotalHours);

    private bool Shows(Opportunity deal) => Shows(deal.Owner);

    private bool Shows(string? owner) => _owner is null || string.Equals(owner, _owner, StringComparison.Ordinal);
}
