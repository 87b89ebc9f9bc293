using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline.Arithmetic;

/// <summary>Forecast categories, coverage, velocity and run rate.</summary>
public class PipelineArithmeticTests
{
    private static readonly DateTime AsOf = new(2017, 10, 13);
    private static readonly ForecastPeriod October = ForecastPeriod.Month(2017, 10);

    [Fact]
    public void Category_EveryCategory_RollsUpAsSalesforceSays()
    {
        var forecast = CategoryRollup.Of(new(AsOf,
        [
            Open("omitted", 1, ForecastCategory.Omitted), Open("pipeline", 2, ForecastCategory.Pipeline),
            Open("best", 4, ForecastCategory.BestCase), Open("likely", 8, ForecastCategory.MostLikely),
            Open("commit", 16, ForecastCategory.Commit), Won("won", 32), Won("won, omitted", 64, ForecastCategory.Omitted),
            Won("won, still in commit", 128, ForecastCategory.Commit), Open("unplaced", 256, null),
            Open("no amount", null, ForecastCategory.Commit), Open("later", 512, ForecastCategory.Commit, new(2017, 11, 1)),
            Open("undated", 1_024, ForecastCategory.Commit, null), Lost("lost", 2_048), Won("before", 4_096, day: new(2017, 9, 30)),
        ]), October);
        Assert.Equal(30m, forecast.OpenPipeline);
        Assert.Equal(4 + 8 + 16 + 160m, forecast.BestCaseForecast);
        Assert.Equal(8 + 16 + 160m, forecast.MostLikelyForecast);
        Assert.Equal(16 + 160m, forecast.CommitForecast);
        Assert.Equal(65m, forecast.Amount(ForecastCategory.Omitted));
        Assert.Equal(160m, forecast.Amount(ForecastCategory.Closed));
        Assert.Equal(2, forecast.Count(ForecastCategory.Closed));
        Assert.Equal(["unplaced", "no amount"], forecast.Unplaced.Select(deal => deal.Id));
        Assert.Equal(["undated"], forecast.Undated.Select(deal => deal.Id));
        Assert.Throws<ArgumentOutOfRangeException>("category", () => forecast.Amount((ForecastCategory)6));
    }

    [Fact]
    public void Category_CommitWhoseExpectedCloseHasPassed_IsNamedAndSoItIsInCoverage()
    {
        var snapshot = new PipelineSnapshot(new DateTime(2026, 11, 23),
        [
            Open("slipped", 900, ForecastCategory.Commit, new(2026, 9, 20)), Open("due", 100, ForecastCategory.Commit, new(2026, 10, 5)),
            Open("to come", 10, ForecastCategory.Commit, new(2026, 12, 1)), Open("next year", 1, ForecastCategory.Commit, new(2027, 1, 5)),
        ]);
        var quarter = ForecastPeriod.Quarter(2026, 4);
        var forecast = CategoryRollup.Of(snapshot, quarter);
        Assert.Equal("slipped", Assert.Single(forecast.Overdue).Id);
        Assert.Equal(110, forecast.CommitForecast);
        Assert.Equal(["slipped", "due"], CategoryRollup.Of(snapshot, ForecastPeriod.Quarter(2027, 1)).Overdue.Select(deal => deal.Id));

        var coverage = PipelineCoverage.Of(snapshot, quarter, 1_000);
        Assert.Equal("slipped", Assert.Single(coverage.Overdue).Id);
        Assert.Equal(110, coverage.OpenPipeline);
        Assert.Empty(PipelineCoverage.Of(snapshot, quarter, 1_000, isQualified: deal => deal.Id != "slipped").Overdue);
        Assert.Empty(new PipelineCoverage(1, 1).Overdue);
    }

    [Fact]
    public void Category_AnyPipeline_HasEachDealOnce() => Property.Holds(200, (random, size) =>
    {
        var snapshot = new PipelineSnapshot(RandomDeals.Start.AddDays(1_000), RandomDeals.Of(random, size * 4));
        var months = ForecastPeriod.NextMonths(RandomDeals.Start.AddDays(-1), 24)
            .Select(month => CategoryRollup.Of(snapshot, month))
            .ToList();
        var categories = Enumerable.Range(0, 6).Select(i => (ForecastCategory)i).ToList();
        Assert.Equal(
            snapshot.Opportunities.Count(deal => deal.Outcome != OpportunityOutcome.Lost),
            months.Sum(month => categories.Sum(month.Count) + month.Unplaced.Count) + months[0].Undated.Count);
        Assert.All(months, month => Assert.Equal(
            categories.Sum(month.Amount),
            month.Amount(ForecastCategory.Omitted) + month.Amount(ForecastCategory.Pipeline) + month.BestCaseForecast));
    });

    [Fact]
    public void Coverage_WorkedCase_IsThreeOfFourAndAHalf()
    {
        var coverage = new PipelineCoverage(4_800_000, quota: 2_000_000, wonToDate: 400_000, winRate: 0.22);
        Assert.Equal(3.0, coverage.Ratio);
        Assert.Equal(4.545, coverage.Required!.Value, 3);
        Assert.False(coverage.IsEnough);
        Assert.Equal((1_600_000 / 0.22) - 4_800_000, coverage.Missing!.Value, 6);
    }

    [Fact]
    public void Coverage_NothingLeftOrNoWinRate_IsUndefined()
    {
        var met = new PipelineCoverage(10, 100, 150);
        Assert.Null(met.Ratio);
        Assert.Equal(0, met.Remaining);
        Assert.True(met.IsEnough);
        Assert.Equal(0, met.Missing);
        var unknown = new PipelineCoverage(10, 100);
        Assert.Equal(0.1, unknown.Ratio);
        Assert.Null(unknown.Required);
        Assert.Null(unknown.IsEnough);
        Assert.Null(unknown.Missing);
        Assert.Null(new PipelineCoverage(10, 100, 0, 0).Required);
        Assert.True(new PipelineCoverage(200, 100, 0, 0.5).IsEnough);
        Assert.Throws<ArgumentOutOfRangeException>("winRate", () => new PipelineCoverage(1, 1, 1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("quota", () => new PipelineCoverage(1, -1));
    }

    [Fact]
    public void Coverage_OfASnapshot_CountsQualifiedDealsOfThePeriod()
    {
        var snapshot = new PipelineSnapshot(AsOf, [
            Open("a", 30, null), Open("b", 50, null), Open("later", 7, null, new(2017, 11, 1)), Open("undated", 7, null, null),
            Won("won", 20), Lost("lost", 5)]);
        var coverage = PipelineCoverage.Of(snapshot, October, 60, 0.5);
        Assert.Equal((80m, 20m), (coverage.OpenPipeline, coverage.WonToDate));
        Assert.Equal("2 against 2 required", coverage.ToString());
        Assert.Equal(30m, PipelineCoverage.Of(snapshot, October, 60, isQualified: deal => deal.Id == "a").OpenPipeline);
        Assert.Equal(0m, PipelineCoverage.Of(snapshot, default, 60).OpenPipeline);
    }

    [Fact]
    public void Velocity_WorkedCase_IsFiveThousandADay()
    {
        var velocity = new SalesVelocity(50, 25_000, 0.25, 60);
        Assert.Equal(5_208.33, velocity.PerDay!.Value, 2);
        Assert.Null(new SalesVelocity(50, 25_000, 0.25, 0).PerDay);
        Assert.Null(new SalesVelocity(50, null, 0.25, 60).PerDay);
        Assert.Null(new SalesVelocity(50, 25_000, null, 60).PerDay);
        Assert.Equal("unknown", new SalesVelocity(50, 25_000, 0.25, null).ToString());
        Assert.Throws<ArgumentOutOfRangeException>("winRate", () => new SalesVelocity(1, 1, 1.1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("cycleDays", () => new SalesVelocity(1, 1, 1, double.NaN));
    }

    [Fact]
    public void Velocity_OfASnapshot_TakesItsPartsFromTheClosed()
    {
        var snapshot = new PipelineSnapshot(AsOf,
        [
            Open("o1", 1, null), Open("o2", 1, null), Won("w1", 100, created: new(2017, 9, 1), day: new(2017, 10, 1)),
            Won("w2", 300, created: new(2017, 10, 1), day: new(2017, 10, 11)), Won("no amount, no day", null), Lost("l", 9),
            Won("before", 9_999, day: new(2017, 9, 30)),
        ]);
        var velocity = SalesVelocity.Of(snapshot, October);
        Assert.Equal((2, 200.0), (velocity.Opportunities, velocity.AverageValue));
        Assert.Equal(0.75, velocity.WinRate);
        Assert.Equal(20.0, velocity.CycleDays);
        Assert.Equal(2 * 200 * 0.75 / 20, velocity.PerDay!.Value, 12);
        Assert.Null(SalesVelocity.Of(new(AsOf, [])).PerDay);
    }

    [Fact]
    public void RunRate_HalfOfTheWorkingDays_DoublesWhatWasWon()
    {
        // October 2017 has 22 working days; 10 are over at the end of the 13th.
        var snapshot = new PipelineSnapshot(
            AsOf, [Won("a", 40), Won("b", 60), Won("before", 9, day: new(2017, 9, 30)), Open("o", 7, null), Won("unknown", null)]);
        var run = RunRate.Of(snapshot, October);
        Assert.Equal((100m, 10), (run.WonToDate, run.ElapsedWorkingDays));
        Assert.Equal(22, run.WorkingDays);
        Assert.Equal(220.0, run.Projection!.Value, 9);
        Assert.Equal(100 / (10.0 / 22), run.Projection!.Value, 9);
        Assert.Equal("220 after 10 of 22 working days", run.ToString());
        Assert.Equal(21, RunRate.Of(snapshot, October, new WorkingCalendar([new(2017, 10, 9)])).WorkingDays);
        Assert.Null(RunRate.Of(snapshot, ForecastPeriod.Month(2017, 11)).Projection);
        Assert.Equal(9.0, RunRate.Of(snapshot, ForecastPeriod.Month(2017, 9)).Projection);
        Assert.Null(new RunRate(5, 0, 0).ElapsedShare);
        Assert.Throws<ArgumentOutOfRangeException>("elapsedWorkingDays", () => new RunRate(5, 3, 2));
    }

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    public void Texts_InAnyCulture_AreInvariant(string culture)
    {
        using (new CultureScope(culture))
        {
            Assert.Equal("0.5 against 4 required", new PipelineCoverage(50, 100, 0, 0.25).ToString());
            Assert.Equal("0.5 a day", new SalesVelocity(1, 1, 1, 2).ToString());
            Assert.Equal("2.5 after 2 of 5 working days", new RunRate(1, 2, 5).ToString());
        }
    }

    private static Opportunity Open(string id, decimal? amount, ForecastCategory? category) =>
        Open(id, amount, category, new DateTime(2017, 10, 31));

    private static Opportunity Open(string id, decimal? amount, ForecastCategory? category, DateTime? expected) => Opportunity.Create(o =>
    {
        o.Id = id;
        o.Amount = amount;
        o.Category = category;
        o.ExpectedClose = expected;
    });

    private static Opportunity Won(
        string id, decimal? amount, ForecastCategory? category = null, DateTime? created = null, DateTime? day = null) =>
        Closed(id, amount, OpportunityOutcome.Won, category, created, day);

    private static Opportunity Lost(string id, decimal amount) => Closed(id, amount, OpportunityOutcome.Lost, null, null, null);

    private static Opportunity Closed(
        string id,
        decimal? amount,
        OpportunityOutcome outcome,
        ForecastCategory? category,
        DateTime? created,
        DateTime? day) => Opportunity.Create(o =>
    {
        o.Id = id;
        o.ClosedAmount = outcome == OpportunityOutcome.Won ? amount : 0;
        o.Amount = outcome == OpportunityOutcome.Won ? null : amount;
        o.Category = category;
        o.Outcome = outcome;
        o.Created = created;
        o.Closed = day ?? new DateTime(2017, 10, 1);
    });
}
