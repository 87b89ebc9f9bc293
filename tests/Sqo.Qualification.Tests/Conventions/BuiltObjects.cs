using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Sqo.Qualification.Tests.Auditing;
using Sqo.Qualification.Tests.Forecasting;
using Sqo.Qualification.Tests.Infrastructure;
using Sqo.Qualification.Tests.Prioritization.Capacity;
using Sqo.Qualification.Tests.Results;
using Xunit;

namespace Sqo.Qualification.Tests.Conventions;

/// <summary>One or more of all that the library hands out.</summary>
internal static class BuiltObjects
{
    private const int Days = 130;

    private static readonly DateTime Last = SimulatedSales.Start.AddDays(Days - 1);

    public static IEnumerable<(string Name, object Root)> All() =>
        Shared().Concat(Profiles()).Concat(Learning()).Concat(Pipelines()).Concat(Plans()).Concat(Priorities()).Concat(Campaigns())
            .Concat(Forecasts()).Concat(Audits());

    private static IEnumerable<(string Name, object Root)> Shared() =>
        from type in typeof(Decision).Assembly.GetExportedTypes()
        where !type.IsGenericTypeDefinition
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        select ($"{type.Name}.{property.Name}", property.GetValue(null)!);

    private static IEnumerable<(string Name, object Root)> Profiles()
    {
        var profile = ReviewDeal.Profile();
        yield return ("profile", profile);
        yield return ("criteria of a mask", profile.CriteriaIn(new CriterionSet(0b101)));
        var earlier = profile.Explain(ReviewDeal.Vague(), Asking.AsOf);
        var result = profile.Explain(ReviewDeal.Typical(), Asking.AsOf);
        yield return ("unknown", earlier);
        yield return ("result", result);
        yield return ("model", earlier.ToModel(ExplanationTexts.English));
        yield return ("record", DecisionRecord.Parse(result.ToRecord().ToJson()));
        yield return ("replayed", profile.Replay(result.ToRecord()));
        yield return ("comparison", result.CompareWith(earlier));
        yield return ("table", profile.AnswerAll([ReviewDeal.Typical()], Asking.AsOf));
        yield return ("faults",
            Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<ReviewDeal>("none", _ => { })));

        var layout = default(ScoringLayout)!;
        var agency = QualificationProfile.Create<ReviewDeal>("agency", p =>
        {
            p.Criterion("industry", d => d.Industry).OneOf("saas").Weight(10).Dimension(Dimensions.Fit).NextAction("Ask.")
                .Note((_, own) => new CriterionNote(own, "own.industry", own.Actual));
            p.Group("money", g => g.Criterion("budget", d => d.Budget).AtLeast(10m).Weight(0).Dimension(Dimensions.Fit));
            p.Criterion("activity", d => d.Engagement).Linear(0, 100).Weight(10).Dimension(Dimensions.Engagement);
            p.Criterion("tags", d => d.Interests).Satisfies(tags => tags.Count() > 1);
            p.NextAction(Verdict.Disqualified, "Leave it.").QualifyAt(60)
                .ScoreBy(given => new FitEngagement(layout = given, new FitEngagementOptions()));
        });
        yield return ("agency", agency);
        yield return ("graded", agency.Explain(ReviewDeal.Hopeless(), Asking.AsOf));
        yield return ("model with notes", agency.Explain(ReviewDeal.Hopeless(), Asking.AsOf).ToModel(ExplanationTexts.English));
        yield return ("layout", layout);
        yield return ("fields", new FieldMap<ReviewDeal>(f => f.Add("budget", d => d.Budget)));
        yield return ("view", new QualificationAnswers().Through(Qualification.Frameworks.Bant));
        yield return ("framework", new QualificationFramework("own", "Own", new FrameworkCriterion("a", "A", "a")));
        yield return ("model", new LogisticModel(1, new Dictionary<string, double> { ["a"] = 2 }));
        yield return ("requirement", new Requirement("own.list", new object?[] { new[] { "a" } }, new List<int> { 1 }));
    }

    private static IEnumerable<(string Name, object Root)> Learning()
    {
        var random = new SeededRandom(1);
        var leads = Tests.Learning.NaiveBayes.Lead.MakeMany(random, 40);
        var counts = Tests.Learning.NaiveBayes.Lead.Count(
            leads, new(minimumWon: 1, minimumLost: 1, segmentMinimumWon: 3, segmentMinimumLost: 3, minimumTagSupport: 3));
        var model = counts.Train();
        yield return ("counts", counts);
        yield return ("naive Bayes", model);
        yield return ("prediction", model.Explain(leads[0]));
        yield return ("strongest", model.Explain(leads[0]).Strongest(3));
        yield return ("values", model.Pooled.ValuesOf("country"));
        ScoredOutcome[] outcomes = [.. Enumerable.Range(0, 40).Select(i => new ScoredOutcome(i / 100.0, i % 3 == 0))];
        yield return ("measures", ScoreMeasures.Of(outcomes));
        yield return ("reliability", ProbabilityMeasures.Of(outcomes).Reliability());
        yield return ("isotonic", IsotonicCalibration.Fit(outcomes));
        yield return ("Venn-Abers", VennAbersCalibration.Fit(outcomes));
        var quotes = Tests.Learning.Logistic.Quote.ForR();
        var columns = Tests.Learning.Logistic.Quote.Columns;
        yield return ("fit", LogisticModel.Fit(columns, quotes, q => q.Won));
        yield return ("misfit", Assert.Throws<LogisticFitException>(
            () => LogisticModel.Fit(columns.Number("one", _ => 1), quotes, q => q.Won)));
        yield return ("learned against set", LogisticModel.FitAgainst(
            columns, Tests.Learning.Logistic.Quote.Random(random, 300), q => q.Won, q => q.Closed, q => q.Size!.Value));
        yield return ("comparison of probabilities", ProbabilityComparison.Of([0.5, 0.2], [0.1, 0.2], [true, false]));
        yield return ("reliability over time", ReliabilityOverTime.Of([1, 2], _ => 0.5, i => i > 1, _ => Last, _ => ""));
        yield return ("watch", RateWatch.BesideDeals(new(3, 10)).With(true));
        var drifting = ReviewDeal.Profile();
        Decision[] decisions = [drifting.Decide(ReviewDeal.Typical(), Asking.AsOf), drifting.Decide(ReviewDeal.Vague(), Asking.AsOf)];
        yield return ("drift", DriftReport.Between(drifting, decisions, decisions, minimum: 1));
        yield return ("values of the widget", PredictiveScore.Of(drifting.Explain(ReviewDeal.Typical(), Asking.AsOf)));
        yield return ("columns of the widget", PredictiveScore.Of(drifting.Explain(ReviewDeal.Typical(), Asking.AsOf)).ToColumns());
    }

    private static IEnumerable<(string Name, object Root)> Pipelines()
    {
        var deals = SimulatedSales.Deals(new SeededRandom(1), Days, 0.1, fill: (_, o) =>
        {
            o.Competitors = ["Rival"];
            o.Contacts = [new Contact("c-1")];
            o.Touchpoints = [new Touchpoint(o.Created, "mail")];
            o.StageChanges = [new StageChange(o.Created, "offer"), new StageChange(o.Created, "talks")];
            o.Fields["region"] = "north";
            o.ExpectedClose = o.Created!.Value.AddDays(20);
        });
        deals.Add(Opportunity.Create(o => o.Id = "undated"));
        var first = new PipelineSnapshot(Last, deals);
        var history = PipelineHistory.Of([new PipelineSnapshot(Last.AddDays(-1), []), first]);
        yield return ("read", Opportunity.Validate([1, 1], (id, o) => o.Id = "D-" + id));
        yield return ("read well", Opportunity.From([1], (id, o) => o.Id = "D-" + id));
        yield return ("misread", Assert.Throws<RecordException>(() => Opportunity.Create(o => o.Id = " ")));
        yield return ("snapshots", history);
        yield return ("snapshot", first);
        yield return ("reconstruction", PipelineHistory.Reconstruct(deals, Last));
        yield return ("movement", PipelineMovement.Through(history));
        yield return ("more movement", PipelineMovement.Between(Moving(1), Moving(2), ["offer", "talks", "deal"]));
        yield return ("stages", StageConversion.Of(deals, ["offer"]));
        yield return ("stages of a segment", StageConversion.Of(deals, ["offer"]).StepsOf(_ => true));
        yield return ("months", ForecastPeriod.NextMonths(Last, 2));
        yield return ("quarters", ForecastPeriod.NextQuarters(Last, 2));
        yield return ("categories", CategoryRollup.Of(first, ForecastPeriod.Of(SimulatedSales.Start, new DateTime(2016, 12, 31))));
        var period = ForecastPeriod.NextMonths(Last, 1)[0];
        yield return ("overdue", CategoryRollup.Of(first, period));
        yield return ("coverage", PipelineCoverage.Of(first, period, 1_000));
        yield return ("a reconstruction with odd dates", PipelineHistory.Reconstruct([.. deals, Odd()], Last));
        var leads = Lead.Validate([1, 2, 2], (id, lead) =>
        {
            lead.Id = "L-" + id;
            lead.Contacts = [new Contact("c-1")];
            lead.Touchpoints = [new Touchpoint(SimulatedSales.Start.AddHours(5), "mail", side: TouchSide.Sales)];
            lead.Fields["region"] = "north";
            if (id == 1) lead.Funnel[FunnelStage.Lead] = EventTime.At(SimulatedSales.Start);
        });
        yield return ("leads", leads);
        yield return ("response", ResponseClock.OfLeads(leads.Records, Last));
        yield return ("weighted", WeightedPipeline.Of(first));
        yield return ("weighted by owner", WeightedPipeline.Of(first).ByOwner());
        yield return ("weighted by month", WeightedPipeline.Of(first).ByPeriod(ForecastPeriod.NextMonths(Last, 2)));
        yield return ("win rates", WinRates.ClosedIn(deals).By(deal => deal.Owner));
    }

    /// <summary>A deal of the year 26.</summary>
    private static Opportunity Odd() => Opportunity.Create(o =>
    {
        (o.Id, o.Amount, o.Outcome) = ("odd", 100, OpportunityOutcome.Won);
        (o.Created, o.Closed) = (new DateTime(26, 3, 1), new DateTime(26, 3, 9));
    });

    /// <summary>A pipeline in which everything that can move does.</summary>
    private static PipelineSnapshot Moving(int day) => new(
        SimulatedSales.Start.AddDays(day),
        Opportunity.From(Enumerable.Range(day == 1 ? 0 : 1, day == 1 ? 9 : 9), (number, o) =>
        {
            var isLater = day == 2;
            o.Id = "D-" + number;
            o.Stage = number == 4 == isLater ? "talks" : "offer";
            if (number == 5) o.Stage = isLater ? "offer" : "deal";
            o.Amount = number == 6 ? (isLater ? 20 : 10) : number == 7 ? (isLater ? 5 : 10) : 10;
            o.ExpectedClose = new DateTime(2016, number == 8 ? (isLater ? 5 : 6) : number == 4 && isLater ? 7 : 6, 1);
            o.Outcome = number switch
            {
                1 when isLater => OpportunityOutcome.Won,
                2 when isLater => OpportunityOutcome.Lost,
                3 when !isLater => OpportunityOutcome.Lost,
                _ => OpportunityOutcome.Open,
            };
            if (o.Outcome != OpportunityOutcome.Open) o.Closed = SimulatedSales.Start.AddDays(day);
        }));

    private static IEnumerable<(string Name, object Root)> Plans()
    {
        Opportunity[] deals =
            [PlanCase.Deal("a", 900, 60, account: "acme"), PlanCase.Deal("b", 800, 60, account: "acme"), PlanCase.Deal("c", null, 60)];
        OwnerHours[] owners = [PlanCase.Hours("Ann", 2, 3, "north"), PlanCase.Hours("Bob", 2)];
        var options = new CapacityPlanOptions(limits: [PlanLimit.Deals("account", deal => deal.Account, 1)]);
        var plan = PlanCase.Plan(deals, owners, options);
        yield return ("hours", owners[0]);
        yield return ("effort", Effort.Response(0.1, 0.5, 1, 2));
        yield return ("plan options", options);
        yield return ("plan", plan);
        yield return ("plan record", PlanRecord.Parse(plan.Lock(Last).ToJson()));
        yield return ("plan outcome", PlanOutcome.Of(plan.Lock(Last), deals));
    }

    private static IEnumerable<(string Name, object Root)> Campaigns()
    {
        var journey = new Journey("j", [new Touchpoint(Last, "mail")], [new JourneyConversion(EventTime.OnDay(Last), 10, "EUR")]);
        var counted = new AttributionAccumulator();
        counted.Add(journey);
        counted.Add(new AttributionPath([], value: 5, currency: "EUR"));
        yield return ("journey", journey);
        yield return ("path", new AttributionPath(["mail"]));
        yield return ("attribution", counted);
        yield return ("attribution compared", counted.Compare());
        yield return ("attribution options", new AttributionOptions());
        var leads = Array.ConvertAll<string, Lead>(["a", "b"], id => Lead.Create(lead =>
        {
            (lead.Id, lead.Campaign) = (id, id);
            lead.Funnel[FunnelStage.Lead] = lead.Funnel[FunnelStage.MarketingQualified] = EventTime.OnDay(Last);
        }));
        CampaignFunnelOptions options = new(
            spend: [new("a", ForecastPeriod.MonthOf(Last), 1)], refunds: [new("none", Last, 1)], minimumCount: 1);
        yield return ("funnel options", options);
        var funnel = CampaignFunnel.Of(leads, [], Last, options: options);
        yield return ("funnel", funnel);
        var profile = QualificationProfile.Create<Lead>("leads", p => p.Criterion("no", (Lead _) => false).IsTrue().Required());
        yield return ("spend curve", SpendCurve.Of([new(1, 1), new(2, 1), new(3, 1), new(3, 1)])!);
        yield return ("alignment", CampaignAlignment.Of(funnel, lead => profile.Explain(lead, Last), TimeSpan.Zero));
        foreach (var model in new AttributionModel[] { AttributionModels.Markov(), AttributionModels.ShapleyConversionRate })
        {
            var channels = new TextIndex();
            var one = new CountedPath { Path = new AttributionPath(["mail"]), Numbers = [channels.Of("mail")], Currency = -1 };
            var tally = one.Tally = new AttributionTally(model.Id, channels, one);
            model.Count(one.Path, tally);
            yield return ("tally of " + model.Id, tally);
        }
    }

    private static IEnumerable<(string Name, object Root)> Forecasts()
    {
        var random = new SeededRandom(2);
        var history = SimulatedSales.History(
            SimulatedSales.Deals(random, Days, 0.5, (_, _) => 0.05, (_, _) => 0.03), Days, SimulatedSales.Start);
        var forecast = RevenueForecast.Create(history, Last, new(months: 2));
        var odd = SimulatedSales.Deals(new SeededRandom(4), Days, 0.5, (_, _) => 0.05, (_, _) => 0.03, (_, o) =>
        {
            if (o.Outcome == OpportunityOutcome.Open) o.Amount = null;
        });
        yield return ("a forecast with odd deals", RevenueForecast.Create(PipelineHistory.Reconstruct([.. odd, Odd()], Last), Last));
        yield return ("forecast", forecast);
        yield return ("forecast by owner", forecast.OpenBy(deal => deal.Owner));
        yield return ("scenario", forecast.WhatIf("more", s => s.ScaleChances(_ => true, 100)));
        yield return ("quotas", QuotaForecast.Of(forecast, [new("Ann", 1)]));
        yield return ("calls",
            CallComparison.Of([new("Ann", Last.AddDays(-60), ForecastPeriod.MonthOf(Last.AddDays(-30)), 1),
            new("Ann", Last, ForecastPeriod.NextMonths(Last, 1)[0], 1)], history));
        var won = history.AsOf(Last).Opportunities.First(deal => deal.Outcome == OpportunityOutcome.Won);
        var schedule = new DealSchedule(renewals: [new(Last.AddYears(1), 0.5)], recurringShare: 0.5m);
        yield return ("schedule", schedule);
        yield return ("due", schedule.Recurring.Due(100, Last));
        yield return ("schedule options", new ScheduleOptions(ForecastPeriod.NextMonths(Last, 2), won: [won]));
        yield return ("scheduled", ScheduledRevenue.Of(forecast, _ => null));
        yield return ("scheduled with odd deals", ScheduledRevenue.Of(Unvalued(), _ => null));
        var young = SimulatedSales.Start.AddDays(40);
        var deals = ForecastModels.TimeToClose();
        yield return ("young forecast", RevenueForecast.Create(history, young, new(months: 2, model: deals)));
        yield return ("young model", deals.Forecast(new ForecastInput(history, young, ForecastPeriod.NextMonths(young, 1))));
        yield return ("stale forecast", RevenueForecast.Create(WithStale(), Last, new(months: 1, model: deals)));
        yield return ("stale model", deals.Forecast(new ForecastInput(WithStale(), Last, ForecastPeriod.NextMonths(Last, 1))));
        var input = new ForecastInput(history, Last, ForecastPeriod.NextMonths(Last, 2));
        yield return ("input", input);
        yield return ("outlook", deals.Outlook(input));
        yield return ("stale outlook", deals.Outlook(new ForecastInput(WithStale(), Last, ForecastPeriod.NextMonths(Last, 1))));
        yield return ("options", new RevenueForecastOptions(periods: ForecastPeriod.NextMonths(Last, 2)));
        foreach (var model in ForecastModels.BuiltIn)
        {
            yield return ("means of " + model.Id, model.Expect(input));
            yield return (model.Id, model.Forecast(input));
        }

        var origins = Backtest.MonthEnds(new(2016, 3, 1), new(2016, 3, 31));
        yield return ("origins", origins);
        yield return ("back-test", Backtest.Run(history, origins, [ForecastModels.Naive, deals], new([1])));
        yield return ("gaps", Backtest.Run(history, [young.AddDays(-35)], [deals], new([1])));
        var fit = SeriesModels.SimpleExponentialSmoothing().Fit([1, 2, 3, 2, 1, 2, 3]);
        yield return ("fit", fit);
        yield return ("points", fit.Forecast(3));
    }

    private static IEnumerable<(string Name, object Root)> Priorities()
    {
        var by = RankingValue.ExpectedValue(deal => deal.Probability, deal => deal.Amount);
        Opportunity[] deals =
        [
            Worked("ranked", o => (o.Amount, o.Probability) = (10, 0.5)), Worked("unknown", _ => { }),
            Worked("closed", o => (o.Outcome, o.Closed) = (OpportunityOutcome.Won, Last)),
        ];
        yield return ("ranking", Ranking.Create(deals, by, new(previous: [new("gone", 1)])));
        yield return ("index", RankingIndex.Create(deals, by));
        yield return ("best of the index", RankingIndex.Create(deals, by).Best(1));

        Opportunity Waiting(string id, DateTime since, TouchSide? side = TouchSide.Marketing) => Worked(id, o =>
        {
            o.Funnel[FunnelStage.QualifiedOpportunity] = EventTime.At(since);
            o.Touchpoints = [new(since.AddHours(1), "mail", side: side)];
        });
        var targets = new ResponseTargets(TimeSpan.FromHours(4)).ForSource("web", TimeSpan.FromHours(1));
        var answers = ResponseList.Create(
            [Waiting("overdue", Last.AddDays(-1)), Waiting("due", Last.AddHours(22)), Waiting("unclear", Last, null), deals[0]], Last,
            targets);
        yield return ("targets", targets);
        yield return ("answers", answers);
        yield return ("answers by source", answers.By(deal => deal.Campaign));

        var snapshots = Enumerable.Range(0, 2).Select(i => new PipelineSnapshot(
            Last.AddDays(i),
            [Worked("met", o => (o.Competitors, o.Contacts) = (i == 0 ? [] : ["Rival"], [new Contact("c-1")]))]));
        yield return ("risks", DealsAtRisk.Of(PipelineHistory.Of(snapshots), Last.AddDays(1)));

        static Opportunity Worked(string id, Action<OpportunityDraft> fill) => Opportunity.Create(o =>
        {
            o.Id = id;
            fill(o);
        });
    }

    private static IEnumerable<(string Name, object Root)> Audits()
    {
        var random = new SeededRandom(5);
        var deals = AuditCase.Generate(random, 300);
        var profile = AuditCase.Profile(random);
        var table = profile.AnswerAll(deals, Asking.AsOf);
        var outcomes = AuditCase.OutcomesOf(deals);
        yield return ("outcomes", outcomes);
        var audit = ProfileAudit.Of(profile, table, outcomes);
        yield return ("audit", audit);
        yield return ("comparison of profiles", ProfileComparison.Of(profile, AuditCase.Profile(random), table, outcomes));
        var curve = WhatIfCurve.OfThresholds(profile, table, outcomes, [10.0, 50]);
        yield return ("curve", curve);
        yield return ("best", curve.Best(2, 1)!);
        var near = QualificationProfile.Create<AuditCase>("near", p =>
        {
            p.Criterion("a", d => d.Flags[0]).IsTrue().Weight(1);
            p.QualifyAt(60).NearMissWithin(60);
        });
        yield return ("fairness", FairnessAudit.Of(profile, table, outcomes, deal => deal.Group));
        yield return ("competition", CompetitionReview.Of(
            deals, outcomes, deal => deal.Group is { } rival ? [rival] : [], deal => deal.Group, hoursToAnswer: _ => 2,
            lossReason: _ => "price"));
        yield return ("near misses", NearMissList.Of(near, table, _ => "x"));
        var holdOut = new HoldOut(1).Draw(profile, table, deal => "d" + deals.IndexOf(deal), (_, _) => 0.5);
        yield return ("hold-out", holdOut);
        yield return ("estimate", HoldOutEstimate.Of(holdOut, _ => OpportunityOutcome.Won));
        yield return ("overrides", OverrideReview.Of(
            [new("a", true, "reason", "Ann", Last)], _ => Verdict.Disqualified, _ => OpportunityOutcome.Won, audit.All));
    }

    /// <summary>Open deals without an owner and without an amount, by a model that knows nothing of others.</summary>
    private static RevenueForecast Unvalued() => FixedModel.Forecast([FixedModel.Deal("a", 10, 0.5), FixedModel.Deal("b", null, 0.5)]);

    private static PipelineHistory WithStale()
    {
        var deals = SimulatedSales.Deals(new SeededRandom(3), Days, 1, (age, _) => age < 20 ? 0.1 : 0, (age, _) => age < 20 ? 0.2 : 1);
        deals.Add(Opportunity.Create(o =>
        {
            o.Id = "stale";
            o.Created = SimulatedSales.Start;
            o.Amount = 10;
        }));
        return SimulatedSales.History(deals, Days, SimulatedSales.Start);
    }
}
