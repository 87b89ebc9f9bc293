using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.Tests.Campaigns.Funnel.FunnelCase;

namespace Sqo.Qualification.Tests.Campaigns.Funnel;

public class CampaignFunnelTests
{
    [Fact]
    public void Of_EveryWayThroughTheFunnel_CountsALeadOnceForEachEvent()
    {
        var funnel = Measure(
            [
                Lead("new", "fair", 10),
                Lead("mql", "fair", 10, mql: 12),
                Lead("sqo that skipped the MQL", "fair", 10, sqo: 20),
                Lead("disqualified", "fair", 10, mql: 12, lost: 30),
                Lead("two deals, one won", "fair", 10),
                Lead("two deals, one open", "fair", 10),
                Lead("all lost", "fair", 10),
                Lead("won later", "fair", 10),
                Lead("not yet", "fair", 181),
                Lead("sqo later", "fair", 10, sqo: 190),
            ],
            [
                Deal("a", "two deals, one won", OpportunityOutcome.Won, 40, 100),
                Deal("b", "two deals, one won", OpportunityOutcome.Lost, 50, 10),
                Deal("c", "two deals, one open", OpportunityOutcome.Lost, 40, 10),
                Deal("d", "two deals, one open", OpportunityOutcome.Open, null, 30, probability: 0.5),
                Deal("e", "all lost", OpportunityOutcome.Lost, 40, 10, sqo: 30),
                Deal("f", "all lost", OpportunityOutcome.Lost, 60, 10),
                Deal("g", "won later", OpportunityOutcome.Won, 181, 70, probability: 0.1),
                Deal("h", null, OpportunityOutcome.Won, 90, null, campaign: "fair"),
                Deal("i", "of nobody", OpportunityOutcome.Open, null, 8, campaign: "mail"),
                Deal("j", null, OpportunityOutcome.Open, created: 200),
            ]);
        var fair = funnel.Campaigns.Single(row => row.Name == "fair").Figures;
        Assert.Equal((10, 1), (fair.Leads, fair.WithoutLead));
        // mql, the one that skipped it, the disqualified one, both won and the SQO that was lost.
        Assert.Equal((6, 4, 2, 2, 6), (fair.MarketingQualified, fair.QualifiedOpportunities, fair.Won, fair.Lost, fair.Open));
        Assert.Equal("2 of 4", fair.WinRate.ToString());
        Assert.Equal("2 of 4", fair.Rate(ConversionEvent.Won, ConversionEvent.QualifiedOpportunity).ToString());
        Assert.Equal((100m, 1, 22m, 0), (fair.WonValue, fair.WonWithoutValue, fair.ExpectedValue, fair.OpenWithoutExpectation));
        Assert.Equal((2, 1, 0), (funnel.NotYet, funnel.UnknownLeads, funnel.UnmatchedRefunds));
        Assert.Equal(1, funnel.Campaigns.Single(row => row.Name == "mail").Figures.OpenWithoutExpectation);
        Assert.Equal(11, funnel.All.Leads);
        Assert.Throws<ArgumentOutOfRangeException>("among", () => fair.Rate(ConversionEvent.Lead, ConversionEvent.Won));
    }

    [Fact]
    public void CostPer_WorkedCase_HasGarwoodsInterval()
    {
        var spend = new CampaignSpend("fair", ForecastPeriod.Month(2026, 2), 24_000);
        var figures = Measure(Leads("fair", 3, 40, 12), options: new(spend: [spend])).Campaigns[0].Figures;
        var cost = figures.CostPer(ConversionEvent.QualifiedOpportunity)!;
        Assert.Equal(2_000m, cost.Value);
        Assert.Equal(1_144.95, cost.Interval()!.Value.Low, 0.005);
        Assert.Equal(3_870.61, cost.Interval()!.Value.High, 0.005);
        Assert.Equal(600m, figures.CostPer(ConversionEvent.Lead)!.Value);
        Assert.Null(figures.CostPer(ConversionEvent.Won)!.Value);
        Assert.Null(figures.CostPer(ConversionEvent.Won)!.Interval());
        // 12 of 40.
        var rate = figures.Rate(ConversionEvent.QualifiedOpportunity).Interval()!.Value;
        Assert.Equal((0.18075, 0.45430), (Math.Round(rate.Low, 5), Math.Round(rate.High, 5)));
    }

    [Fact]
    public void Spend_MonthThatIsNotOver_CountsItsDaysUpToTheDay()
    {
        // Day 180 is June 30: July has not begun, and of the third quarter 0 days are over.
        CampaignSpend[] spends =
        [
            new("fair", ForecastPeriod.Month(2026, 6), 300, "EUR"), new("fair", ForecastPeriod.Month(2026, 7), 999, "EUR"),
            new("fair", ForecastPeriod.Of(Day(176), Day(185)), 100, "USD"), new("only spend", ForecastPeriod.Month(2026, 1), 50),
            new(" ", ForecastPeriod.Month(2026, 1), 7), new("later", ForecastPeriod.Month(2026, 8), 1),
        ];
        var funnel = Measure(Leads("fair", 3, 1, 1), options: new(spend: spends, rates: new("EUR", [new("USD", 0.5m)])));
        Assert.Equal(["fair", "only spend", null], funnel.Campaigns.Select(row => row.Name));
        Assert.Equal([325m, 50m, 7m], funnel.Campaigns.Select(row => row.Figures.Spend!.Value));
        Assert.Equal(382m, funnel.All.Spend);
        Assert.Equal(
            [new CurrencyAmount("EUR", 300), new CurrencyAmount("USD", 50)], funnel.Campaigns[0].Figures.SpendByCurrency);
        Assert.Null(funnel.Campaigns[1].ShrunkRate is { } rate && rate != 1 ? "not shrunk to the whole" : null);
        var missing = Assert.Throws<MissingExchangeRateException>(() => Measure([], options: new(spend: spends)));
        Assert.Equal("USD", missing.Currency);
    }

    [Fact]
    public void Refunds_OfWonDeals_ReduceTheNetValueFromTheirDayOn()
    {
        DealRefund[] refunds =
        [
            new("won", Day(70), 30), new("won", Day(181), 500), new("open", Day(70), 1), new("unknown", Day(70), 1),
        ];
        var funnel = Measure(
            [Lead("a", "fair", 1), Lead("b", "fair", 1)],
            [Deal("won", "a", OpportunityOutcome.Won, 60, 100), Deal("open", "b", OpportunityOutcome.Open)],
            new(refunds: refunds, spend: [new("fair", ForecastPeriod.Month(2026, 1), 56)]));
        var figures = funnel.Campaigns[0].Figures;
        Assert.Equal((100m, 30m, 70m), (figures.WonValue, figures.Refunded, figures.NetValue));
        Assert.Equal(2, funnel.UnmatchedRefunds);
        Assert.Equal(0.25, figures.Return!.Value, 15);
        Assert.Equal(Day(60), figures.PaidBackOn);
        Assert.Equal(60, figures.PaybackDays);
    }

    [Fact]
    public void PaidBackOn_AnyIncomeAndSpend_IsTheDayOfTheNaiveSearch() => Property.Holds(150, (random, size) =>
    {
        var leads = Enumerable.Range(0, size).Select(i => Lead("l" + i, "c", 0)).ToList();
        var deals = leads.ConvertAll(lead =>
            Deal("d" + lead.Id, lead.Id, OpportunityOutcome.Won, random.Between(1, 200), random.Between(0, 20)));
        var refunds = deals.Where(_ => random.Chance(0.3))
            .Select(deal => new DealRefund(deal.Id, Day(random.Between(20, 200)), random.Between(0, 10))).ToList();
        var spends = Enumerable.Range(0, random.Between(1, 3)).Select(_ =>
        {
            var first = random.Between(0, 150);
            return new CampaignSpend("c", ForecastPeriod.Of(Day(first), Day(first + random.Below(60))), random.Between(0, 6 * size));
        }).ToList();
        var figures = Measure(leads, deals, new(spend: spends, refunds: refunds)).All;
        int? expected = null;
        for (var day = 180; day >= spends.Min(spend => (spend.Period.First - Day(0)).Days); day--)
        {
            var spent = spends.Sum(spend =>
                spend.Amount * Enumerable.Range(0, spend.Period.Days).Count(i => spend.Period.First.AddDays(i) <= Day(day))
                / spend.Period.Days);
            var won = deals.Where(deal => deal.Closed <= Day(Math.Min(day, 180)));
            var paid = refunds.Where(refund =>
                refund.Day <= Day(day) && deals.Exists(deal => deal.Id == refund.OpportunityId && deal.Closed <= AsOf));
            if (won.Sum(deal => deal.Amount!.Value) - paid.Sum(refund => refund.Amount) < spent) break;
            expected = day;
        }

        Assert.Equal(expected is { } found ? Day(found) : (DateTime?)null, figures.PaidBackOn);
    });

    [Fact]
    public void TimeToWin_WorkedCase_IsAalenJohansens()
    {
        var funnel = Measure(
            [Lead("a", "x", 100), Lead("b", "x", 100), Lead("c", "x", 150), Lead("d", "x", 100), Lead("backwards", "x", 100)],
            [
                Deal("1", "a", OpportunityOutcome.Won, 110), Deal("2", "b", OpportunityOutcome.Lost, 120),
                Deal("3", "d", OpportunityOutcome.Won, 140), Deal("4", "backwards", OpportunityOutcome.Won, 98),
            ]);
        var curve = funnel.All.TimeToWin();
        Assert.Equal(0.75, curve.Incidence(1, 40), 12);
        Assert.Equal(0.25, curve.Incidence(2, 40), 12);
        Assert.Equal((3, 1), (funnel.All.Won, funnel.All.OutOfOrder(ConversionEvent.Won)));
    }

    [Fact]
    public void TimeToSqo_LeadThatWasLost_StaysAtRiskUntilTheDay()
    {
        // 1 of 4 by day 10: who was lost on day 5 will never be one, and must not leave the risk set.
        var curve = Measure(
            [Lead("a", "x", 100, sqo: 110), Lead("b", "x", 100, lost: 105), Lead("c", "x", 100), Lead("d", "x", 100)]).All.TimeToSqo();
        Assert.Equal(0.75, curve.Survival(10), 12);
        Assert.Equal(4, curve.AtRisk(10));
    }

    [Fact]
    public void Cohorts_WorkedCase_ProjectsTheCountOfAnUnripeOne()
    {
        // Of the older cohort, .2 by 10 days and .5 in all: 5 SQOs at a ripeness of .4.
        var funnel = Measure(
        [
            .. Leads("fair", 1, 4, 4, 10, "early"), .. Leads("fair", 1, 6, 6, 50, "late"), .. Leads("fair", 1, 10, 0, prefix: "never"),
            .. Leads("fair", 160, 50, 5, 3),
        ]);
        Assert.Equal(["2026-01", "2026-06"], funnel.Cohorts.Select(cohort => cohort.ToString()));
        var (older, young) = (funnel.Cohorts[0], funnel.Cohorts[1]);
        Assert.Null(older.Ripeness);
        Assert.Null(older.IsRipe);
        Assert.Equal(0.4, young.Ripeness!.Value, 12);
        Assert.False(young.IsRipe);
        Assert.Equal(12.5, young.ExpectedCount!.Value, 9);
        Assert.Equal(5, young.Figures.QualifiedOpportunities);
        Assert.False(young.IsIncomplete);
        Assert.Equal(young.Ripeness, funnel.Campaigns[0].Cohorts[1].Ripeness);
    }

    [Fact]
    public void Cohorts_OwnPeriod_HaveTheirSpendAndAllDatedLeads()
    {
        CampaignFunnelOptions options = new(
            spend: [new("fair", ForecastPeriod.Of(Day(0), Day(179)), 1_800)], cohort: ForecastPeriod.QuarterOf);
        var funnel = Measure([.. Leads("fair", 10, 5, 1), .. Leads("fair", 100, 5, 1), Lead("undated", "fair", null)], options: options);
        Assert.Equal(["2026 Q1", "2026 Q2"], funnel.Cohorts.Select(cohort => cohort.ToString()));
        Assert.Equal([900m, 900m], funnel.Cohorts.Select(cohort => cohort.Figures.Spend!.Value));
        Assert.Equal(10, funnel.Cohorts.Sum(cohort => cohort.Figures.Leads));
        Assert.Equal(11, funnel.All.Leads);
        var wrong = Measure(Leads("fair", 10, 5, 1), options: new(cohort: _ => ForecastPeriod.Month(2025, 1)));
        var thrown = Assert.Throws<InvalidOperationException>(() => wrong.Cohorts);
        Assert.Equal("The period of the cohort of 2026-01-11 is 2025-01; it must contain that day.", thrown.Message);
    }

    [Fact]
    public void RecordedFrom_NothingBeforeADay_IsThatDayIfChanceDoesNotExplainIt()
    {
        // SQOs are recorded from day 90 on; 3 of 10 come after 5 days.
        List<Lead> leads = [];
        for (var day = 0; day < 150; day += 10) leads.AddRange(Leads("fair", day, 10, day + 5 >= 90 ? 3 : 0));
        var funnel = Measure(leads);
        Assert.Equal(Day(95), funnel.RecordedFrom);
        Assert.Equal(0.3 * 90, funnel.ExpectedBefore!.Value, 9);
        Assert.Equal(["2026-01", "2026-02", "2026-03", "2026-04"],
            funnel.Cohorts.Where(cohort => cohort.IsIncomplete).Select(cohort => cohort.ToString()));
        // The incomplete ones say nothing of the pace.
        Assert.Null(funnel.Cohorts[4].Ripeness);

        // A quick first SQO is a month after the first leads only by chance.
        var young = Measure([.. Leads("fair", 0, 3, 0), .. Leads("fair", 60, 10, 3)]);
        Assert.Null(young.RecordedFrom);
        Assert.Null(young.ExpectedBefore);
        Assert.Null(Measure([]).RecordedFrom);
    }

    [Fact]
    public void Campaigns_Handful_IsListedAndNotRanked()
    {
        var funnel = Measure(
        [
            .. Leads("good", 10, 100, 40), .. Leads("bad", 10, 100, 10), .. Leads("also bad", 10, 100, 12), .. Leads("lucky", 10, 2, 2),
            .. Leads(null, 10, 60, 20), .. Leads("unknown", 10, 40, 8),
        ]);
        Assert.Equal(["good", "unknown", "also bad", "bad", "lucky", null], funnel.Campaigns.Select(row => row.Name));
        Assert.Equal([1, 2, 3, 4, null, null], funnel.Campaigns.Select(row => row.Rank));
        // (rate x 10 + s) / (10 + n), the rate 92 / 402.
        Assert.Equal(((92.0 / 402 * 10) + 2) / 12, funnel.Campaigns[4].ShrunkRate!.Value, 12);
        Assert.True(funnel.Campaigns[0].ToOthers!.IsClear);
        Assert.False(funnel.Campaigns[1].ToOthers!.IsClear);
        Assert.Null(funnel.Campaigns[4].ToOthers);
        double[] pValues = [.. funnel.Campaigns.Take(4).Select(row =>
            FisherExactTest.PValue(row.ToOthers!.Rates.First, new(92 - row.ToOthers.Rates.First.Successes, 402 - row.Figures.Leads)))];
        Assert.Equal(pValues, funnel.Campaigns.Take(4).Select(row => row.ToOthers!.PValue));
        Assert.Equal(BenjaminiHochberg.Adjust(pValues), funnel.Campaigns.Take(4).Select(row => row.ToOthers!.AdjustedPValue));
        var pairs = funnel.Differences();
        Assert.Equal(6, pairs.Count);
        Assert.Equal(("good", "bad", true), (pairs[0].Campaign, pairs[0].Other, pairs[0].IsClear));
        Assert.Equal(("also bad", "bad", false), (pairs[5].Campaign, pairs[5].Other, pairs[5].IsClear));
    }

    [Fact]
    public void Campaigns_AnyRecords_AreThoseOfANaiveCount() => Property.Holds(100, (random, size) =>
    {
        string?[] names = ["a", "b", "", null, "c d"];
        var leads = Enumerable.Range(0, 3 * size).Select(i =>
        {
            var day = random.Between(0, 190);
            var sqo = day + random.Below(60);
            return Lead(
                "l" + i, random.Pick(names), random.Chance(0.9) ? day : null, sqo: random.Chance(0.3) ? sqo : null,
                lost: random.Chance(0.2) ? sqo + random.Below(60) : null);
        }).ToList();
        var deals = Enumerable.Range(0, 3 * size).Select(i =>
        {
            var outcome = random.Pick(OpportunityOutcome.Open, OpportunityOutcome.Won, OpportunityOutcome.Lost);
            return Deal(
                "d" + i, random.Chance(0.8) ? "l" + random.Below(4 * size) : null, outcome,
                outcome == OpportunityOutcome.Open ? null : random.Between(50, 220), random.Below(100), campaign: random.Pick(names));
        }).ToList();
        var funnel = Measure(leads, deals, new(minimumCount: random.Between(1, 6)));
        Dictionary<string, (int Leads, int Sqos, int Won, int Lost, decimal Value)> expected = [];
        var joined = new HashSet<string>();
        foreach (var lead in leads)
        {
            var own = deals.Where(deal => deal.LeadId == lead.Id).ToList();
            own.ForEach(deal => joined.Add(deal.Id));
            if (own.Count == 0 && lead.Funnel[FunnelStage.Lead]?.Value > AsOf) continue;
            Add(lead.Campaign ?? own.Find(deal => deal.Campaign != null)?.Campaign, own,
                lead.Funnel[FunnelStage.QualifiedOpportunity]?.Value <= AsOf, lead.Funnel[FunnelStage.Closed]?.Value <= AsOf);
        }

        foreach (var deal in deals.Where(deal => !joined.Contains(deal.Id))) Add(deal.Campaign, [deal], false, false);
        Assert.Equal(
            expected.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => (each.Key, each.Value)),
            funnel.Campaigns.Select(row => (row.Name ?? "", (row.Figures.Leads, row.Figures.QualifiedOpportunities, row.Figures.Won,
                row.Figures.Lost, row.Figures.WonValue))).OrderBy(each => each.Item1, StringComparer.Ordinal));

        void Add(string? name, List<Opportunity> own, bool isSqo, bool isDisqualified)
        {
            expected.TryGetValue(name ?? "", out var sum);
            var won = own.Where(deal => deal.Outcome == OpportunityOutcome.Won && deal.Closed <= AsOf).ToList();
            var isOpen = own.Exists(deal => deal.IsOpen || deal.Closed > AsOf);
            var isLost = won.Count == 0 && !isOpen && (own.Count > 0 || isDisqualified);
            expected[name ?? ""] = (sum.Leads + 1, sum.Sqos + (isSqo || won.Count > 0 ? 1 : 0), sum.Won + (won.Count > 0 ? 1 : 0),
                sum.Lost + (isLost ? 1 : 0), sum.Value + won.Sum(deal => deal.Amount!.Value));
        }
    });

    [Fact]
    public void Dimension_ChannelSourceFieldAndOwn_GroupLeads()
    {
        Lead[] leads =
        [
            Lead("a", null, 5, source: "web", touches: [new(Day(3), "mail"), new(Day(1), "search")]),
            Lead("b", "x", 5, touches: [new(Day(190), "mail")]),
        ];
        Opportunity[] deals =
            [Deal("d", "b", OpportunityOutcome.Open, campaign: "y"), Deal("e", "a", OpportunityOutcome.Open, campaign: "z")];
        Assert.Equal(["x", "z"], Names(FunnelDimension.Campaign));
        Assert.Equal(["search", null], Names(FunnelDimension.Channel));
        Assert.Equal(["web", null], Names(FunnelDimension.Source));
        Assert.Equal([null], Names(FunnelDimension.Field("none")));
        Assert.Equal(["A", "B"], Names(new(lead => lead.Id.ToUpperInvariant())));
        Assert.Throws<ArgumentException>(() => FunnelDimension.Field(" "));

        IEnumerable<string?> Names(FunnelDimension dimension) =>
            Measure(leads, deals, dimension: dimension).Campaigns.Select(row => row.Name);
    }

    [Fact]
    public void Arguments_OutOfTheirRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => new CampaignSpend("a", ForecastPeriod.Month(2026, 1), -1));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => new DealRefund("a", AsOf, -1));
        Assert.Throws<ArgumentException>("day", () => new DealRefund("a", DateTime.SpecifyKind(AsOf, DateTimeKind.Local), 1));
        Assert.Throws<ArgumentOutOfRangeException>("spend", () => new UnitCost(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("compared", () => new CampaignFunnelOptions(compared: ConversionEvent.Lead));
        Assert.Throws<ArgumentOutOfRangeException>("minimumCount", () => new CampaignFunnelOptions(minimumCount: 0));
        Assert.Throws<ArgumentOutOfRangeException>("strength", () => new CampaignFunnelOptions(strength: 0));
        var missing = Assert.Throws<ArgumentException>("spend", () => new CampaignFunnelOptions(spend: [null!]));
        Assert.StartsWith("spend[0] is null; no item may be null.", missing.Message);
        var twice = Assert.Throws<ArgumentException>("leads", () => Measure([Lead("a", "x", 1), Lead("a", "y", 1)]));
        Assert.StartsWith("The id \"a\" appears twice in leads; it must appear once.", twice.Message);
        var wrong = Deal("d", null, OpportunityOutcome.Open, amount: 1);
        Assert.Throws<ArgumentException>(() => Measure([], [wrong], new(probability: _ => 1.5)));
        Assert.Throws<ArgumentException>("opportunities", () => Measure([], [wrong, wrong]));
    }

    [Fact]
    public void ToText_EverythingThatCanBeSaid_IsWordedInBothLanguages()
    {
        List<Lead> leads =
            [.. Leads("fair", 120, 40, 20), .. Leads("mail", 150, 40, 4), .. Leads("few", 170, 3, 1), Lead("odd", null, 120)];
        for (var day = 0; day < 90; day += 10) leads.AddRange(Leads("fair", day, 10, 0));
        for (var day = 0; day < 90; day += 10) leads.AddRange(Leads("mail", day, 10, 0));
        Opportunity[] deals =
        [
            Deal("1", "fair-120-0", OpportunityOutcome.Won, 150, 9_000, currency: "EUR"),
            Deal("2", "fair-120-1", OpportunityOutcome.Open, null, 500), Deal("6", "odd", OpportunityOutcome.Open, sqo: 119),
            Deal("3", "fair-120-2", OpportunityOutcome.Open, null, 500, probability: 0.4), Deal("4", "nobody", OpportunityOutcome.Won, 130),
            Deal("5", null, OpportunityOutcome.Open, created: 190),
        ];
        CampaignFunnelOptions options = new(
            spend: [new("fair", ForecastPeriod.Month(2026, 5), 4_321.5m), new("mail", ForecastPeriod.Month(2026, 6), 100)],
            refunds: [new("1", Day(160), 1_000), new("9", Day(160), 1)]);
        var funnel = Measure(leads, deals, options);
        Snapshot.Match(funnel.ToText(ExplanationTexts.English), "English");
        Snapshot.Match(funnel.ToText(ExplanationTexts.Swedish), "Swedish");
    }
}
