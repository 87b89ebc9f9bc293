using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
#if !NETFRAMEWORK
using MathNet.Numerics.Distributions;
#endif
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Calls;

public class CallComparisonTests
{
    private const int Days = 500;

    private static readonly DateTime Last = SimulatedSales.Start.AddDays(Days - 1);
    private static readonly List<Opportunity> Deals = SimulatedSales.Deals(new SeededRandom(4), Days, 0.5);
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE");

    [Fact]
    public void Of_CallsAtMonthEnds_StandBesideTheForecastsOfABacktest()
    {
        var history = SimulatedSales.History(Deals, Days);
        var origins = Backtest.MonthEnds(new(2016, 8, 1), new(2017, 3, 1));
        var months = origins.Select(origin => ForecastPeriod.NextMonths(origin, 1)[0]).ToArray();
        var report = Backtest.Run(history, origins, options: new([1]));
        var comparison = CallComparison.Of(origins.Select((origin, i) => new ForecastCall("Ann", origin, months[i], 1_000)), history);
        var rows = report.Of("combination", 1)!.Rows;
        Assert.Equal(8, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = comparison.Rows[i];
            Assert.Equal(months[i], row.Call.Period);
            Assert.Equal(0, row.WonBefore);
            Assert.Equal(rows[i].Actual, row.Actual);
            Assert.Equal(rows[i].Forecast.Mean, row.Model);
            Assert.Equal(rows[i].Forecast.Interval(), row.ModelInterval);
            Assert.Equal(report.Of("naive", 1)!.Rows[i].Forecast.Mean, row.Naive);
            Assert.Equal(row.Actual - 1_000, row.Error);
        }

        var track = Assert.Single(comparison.Tracks);
        var score = report.Of("combination", 1)!;
        Assert.Equal(score.Wape, track.Model.Wape);
        Assert.Equal(score.Bias, track.Model.Bias);
        Assert.Equal(score.Coverage, track.Model.Coverage);
        Assert.Equal(score.Skill, track.ModelSkill);
        Assert.Null(track.Calls.Coverage);
        Assert.Equal((8, 8), (track.Calls.Forecasts, track.Calls.Periods));
        Assert.Equal(track.Calls.Bias, track.OverTime[7].BiasToDate);
        Assert.Equal(track.Model.Bias, track.OverTime[7].ModelBiasToDate);
        Assert.Equal(rows[0].Error / rows[0].Actual, track.OverTime[0].ModelBiasToDate);
    }

    [Fact]
    public void Of_CallWithinItsPeriod_CountsWhatWasWonBefore()
    {
        var history = SimulatedSales.History(Deals, Days);
        var day = new DateTime(2017, 2, 20);
        var quarter = ForecastPeriod.Quarter(2017, 1);
        var row = CallComparison.Of([new("Ann", day, quarter, 1_000)], history).Rows[0];
        var won = Deals.Where(deal => deal.Outcome == OpportunityOutcome.Won && quarter.Contains(deal.Closed!.Value)).ToList();
        var before = (double)won.Where(deal => deal.Closed <= day).Sum(deal => deal.Value!.Value);
        Assert.True(before > 0);
        Assert.Equal(before, row.WonBefore);
        Assert.Equal((double)won.Sum(deal => deal.Value!.Value), row.Actual);
        var rest = RevenueForecast.Create(history, day, new(periods: [quarter.After(day)!.Value])).Total;
        Assert.Equal(before + rest.Mean, row.Model!.Value, 8);
        Assert.Equal(before + rest.Quantile(0.9)!.Value, row.ModelInterval!.Value.High, 8);
    }

    [Fact]
    public void Of_OtherFuture_ChangesNoForecast()
    {
        var day = new DateTime(2017, 1, 31);
        ForecastCall[] calls = [new("Ann", day, ForecastPeriod.Month(2017, 2), 1_000), new("Ann", day, ForecastPeriod.Month(2017, 4), 900)];
        var expected = CallComparison.Of(calls, SimulatedSales.History(Deals, Days)).Rows;
        var known = Deals.Where(deal => deal.Created <= day).Select(deal => deal.Closed > day ? Lost(deal) : deal);
        var other = CallComparison.Of(calls, SimulatedSales.History(known, Days)).Rows;
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal((expected[i].Model, expected[i].Naive, expected[i].ModelInterval),
                (other[i].Model, other[i].Naive, other[i].ModelInterval));
            Assert.NotEqual(expected[i].Actual, other[i].Actual);
        }

        static Opportunity Lost(Opportunity deal) => Opportunity.Create(o =>
        {
            (o.Id, o.Amount, o.Product, o.Account, o.Owner, o.Created) = (deal.Id, deal.Amount, deal.Product, deal.Account, deal.Owner,
                deal.Created);
            (o.Outcome, o.Closed) = (OpportunityOutcome.Lost, deal.Closed);
        });
    }

    [Fact]
    public void Of_CallersWithTheirOwnDeals_ComparesEachWithTheirs()
    {
        ForecastCall[] calls = [.. Backtest.MonthEnds(new(2016, 12, 1), new(2017, 1, 31)).SelectMany(day => new[]
        {
            new ForecastCall("Bo", day, ForecastPeriod.NextMonths(day, 1)[0], 500),
                new("Ann", day, ForecastPeriod.NextMonths(day, 1)[0], 400),
            new("Ann", day, ForecastPeriod.NextMonths(day, 1)[0], 300, category: ForecastCategory.Commit),
        })];
        var options = new CallOptions(deal => deal.Owner, ForecastModels.TimeToClose());
        var comparison = CallComparison.Of(calls, SimulatedSales.History(Deals, Days), options);
        Assert.Equal(["Ann ", "Ann Commit", "Bo "], comparison.Tracks.Select(track => $"{track.Caller} {track.Category}"));
        Assert.Equal(["Ann", "Ann", "Bo", "Ann", "Ann", "Bo"], comparison.Rows.Select(row => row.Call.Caller));
        foreach (var name in new[] { "Ann", "Bo" })
        {
            var own = SimulatedSales.History(Deals.Where(deal => deal.Owner == name), Days);
            var expected = CallComparison.Of(calls.Where(call => call.Caller == name), own, new(model: ForecastModels.TimeToClose())).Rows;
            Assert.Equal(expected.Select(row => (row.Model, row.Actual)), comparison.Rows.Where(row => row.Call.Caller == name)
                .Select(row => (row.Model, row.Actual)));
        }

        // Snapshots that were kept give each caller the deals that they had.
        var first = new PipelineSnapshot(new DateTime(2017, 1, 31), [Owned("a", "Ann"), Owned("b", "Bo")]);
        var second = new PipelineSnapshot(new DateTime(2017, 2, 28), [Owned("a", "Bo"), Owned("b", "Bo")]);
        var bo = PipelineHistory.Of([first, second]).Where(deal => deal.Owner == "Bo");
        Assert.Equal(["b"], bo.AsOf(first.AsOf).Opportunities.Select(deal => deal.Id));
        Assert.Equal(["a", "b"], bo.AsOf(second.AsOf).Opportunities.Select(deal => deal.Id));

        static Opportunity Owned(string id, string owner) =>
            Opportunity.Create(o => (o.Id, o.Owner, o.Created) = (id, owner, SimulatedSales.Start));
    }

    [Fact]
    public void Of_WhatIsNotKnown_IsInNoMeasure()
    {
        var history = SimulatedSales.History(Deals, Days);
        ForecastCall[] calls =
        [
            new("Ann", new(2015, 12, 1), ForecastPeriod.Month(2016, 12), 100),
                new("Ann", new(2017, 4, 30), ForecastPeriod.Quarter(2017, 3), 100),
            new("Ann", Last.AddDays(3), ForecastPeriod.Quarter(2017, 4), 100),
                new("Ann", new(2016, 1, 20), ForecastPeriod.Month(2016, 12), 900),
        ];
        var comparison = CallComparison.Of(calls, history);
        Assert.Equal(2, comparison.Pending.Count());
        Assert.Equal([null, null], comparison.Pending.Select(row => row.Error));
        Assert.StartsWith("The history is known from 2016-01-0", comparison.Rows[0].Missing, StringComparison.Ordinal);
        Assert.Null(comparison.Rows[0].Model);
        Assert.NotNull(comparison.Rows[0].Actual);
        Assert.Null(comparison.Rows[3].Model);
        Assert.Equal((2, 1), (comparison.Tracks[0].Calls.Forecasts, comparison.Tracks[0].Calls.Periods));
        Assert.Equal(CallTendency.TooFew, comparison.Tracks[0].Calls.Tendency);
        Assert.Equal("Ann: 1 of the 6 periods that are needed to judge are over (calls: 2).", comparison.Tracks[0].ToString());
        Assert.Empty(CallComparison.Of([], history).Tracks);
        Assert.Contains("Call 1 (from 0) is null", Assert.Throws<ArgumentException>(() => CallComparison.Of([calls[0], null!], history))
            .Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("history", () => CallComparison.Of(calls, null!));
        var nobody = CallComparison.Of([calls[3]], history, new(caller: _ => null)).Rows[0];
        Assert.Equal((null, 0.0), (nobody.Model, nobody.Actual));
    }

    [Fact]
    public void Of_WorkedExample_HasItsBiasIntervalAndVerdict()
    {
        // Errors of 10, 10, 10 on 100, 200, 100, and of -10 for a second call of the first month: 20 of 500.
        var track = Track(new(minimumPeriods: 3), (1, 90, 100, 95), (1, 110, 100, 105), (2, 190, 200, 200), (3, 90, 100, 100));
        Assert.Equal(20 / 500.0, track.Calls.Bias!.Value, 12);
        Assert.Equal(40 / 500.0, track.Calls.Wape!.Value, 12);
        Assert.Equal((4, 3), (track.Calls.Forecasts, track.Calls.Periods));
        // Influences 0 - 8, 10 - 8, 10 - 4: a sum of squares of 104, times 3 / 2, over 500 squared; t of two degrees of freedom.
        var half = 4.302652729749464 * Math.Sqrt(104 * 1.5) / 500;
        Assert.Equal(0.04 - half, track.Calls.BiasInterval!.Value.Low, 12);
        Assert.Equal(0.04 + half, track.Calls.BiasInterval.Value.High, 12);
        Assert.Equal(CallTendency.Unclear, track.Calls.Tendency);
        Assert.Equal(1 - (40 / 10.0), track.SkillAgainstModel!.Value, 12);
        Assert.Equal([100, 190, 90], track.OverTime.Select(period => period.Call));
        Assert.Equal([0, 10 / 400.0, 20 / 500.0], track.OverTime.Select(period => period.BiasToDate!.Value));
    }

    [Fact]
    public void ToText_BothLanguages_SayWhatIsCertain()
    {
        var high = Track(CallOptions.Default,
            [.. Enumerable.Range(1, 8).Select(month => (month, 120m + month, 100.0, (double?)100 + ((month % 2) * 4) - 2))]);
        Assert.Equal(CallTendency.TooHigh, high.Calls.Tendency);
        Assert.Equal(CloserForecast.Model, high.Closer);
        Assert.Equal(
            "Ann (commit): 8 calls for 8 periods, on average 25% too high (95% interval: 22% to 27% too high). " +
            "The errors were 25% of the amounts won. " +
            "They tend to be too high. The model on the same days: on average right (95% interval: 2% too high to 2% too low). " +
            "The errors were 2% of the amounts won. The model was closer.",
            high.ToText(English));
        Assert.Equal(
            "Ann (åtagande): 8 prognoser för 8 perioder, i genomsnitt 25 % för höga (95 % konfidensintervall: 22 % till 27 % för höga). " +
            "Felen var 25 % av det som vanns. De är för höga. " +
            "Modellen samma dagar: i genomsnitt rätt (95 % konfidensintervall: 2 % för höga till 2 % för låga). " +
            "Felen var 2 % av det som vanns. Modellen träffade bättre.",
            high.ToText(Swedish).Replace('\u00A0', ' '));

        var low = Track(CallOptions.Default, [.. Enumerable.Range(1, 6).Select(month => (month, 80m, 100.0, (double?)null))]);
        Assert.Equal(CallTendency.TooLow, low.Calls.Tendency);
        Assert.EndsWith("The model had too little history.", low.ToText(English), StringComparison.Ordinal);
        var few = Track(CallOptions.Default, (1, 80, 100, 90), (2, 70, 100, 90));
        Assert.Equal("Ann (commit): 2 of the 6 periods that are needed to judge are over (calls: 2).", few.ToText(English));
        Assert.Equal("Ann (åtagande): 2 av de 6 perioder som behövs för ett omdöme är över (prognoser: 2).", few.ToText(Swedish));
        Assert.Throws<ArgumentNullException>("culture", () => few.ToText((CultureInfo)null!));
        Assert.Throws<ArgumentNullException>("texts", () => few.ToText((ExplanationTexts)null!));
        var own = ExplanationTexts.English.With("xx", new Dictionary<string, string> { [MessageIds.CallsTooFew] = "{1}/{2}" });
        Assert.Equal("2/6", few.ToText(own));
    }

    [Fact]
    public void Tendency_OfUnbiasedCalls_IsRarelyAVerdict()
    {
        var random = new SeededRandom(11);
        var rounds = Deep.Size(400, 4_000);
        foreach (var periods in new[] { 6, 12 })
        {
            int tendencies = 0, closer = 0;
            for (var round = 0; round < rounds; round++)
            {
                var track = Track(CallOptions.Default, [.. Enumerable.Range(1, periods).SelectMany(month =>
                {
                    // Two calls of a month share its surprise; the model is as good.
                    var (actual, surprise) = (100 + (50 * random.Share()), 0.3 * (random.Share() - random.Share()));
                    return Enumerable.Range(0, 2)
                        .Select(_ => (month, (decimal)(actual * (1 + surprise + Noise())), actual,
                        (double?)(actual * (1 + surprise + Noise()))));
                })]);
                if (track.Calls.Tendency is CallTendency.TooLow or CallTendency.TooHigh) tendencies++;
                if (track.Closer is CloserForecast.Call or CloserForecast.Model) closer++;
            }

            // 5 % is right; the standard error of the shares is 1.1 %.
            Assert.InRange(tendencies / (double)rounds, 0.02, 0.085);
            Assert.InRange(closer / (double)rounds, 0.01, 0.085);
        }

        double Noise() => 0.1 * (random.Share() - 0.5);
    }

#if !NETFRAMEWORK
    [Fact]
    public void TwoSided_StudentQuantile_IsThatOfAnIndependentLibrary()
    {
        foreach (var degrees in new[] { 1, 2, 3, 5, 8, 20, 100, 1_000 })
        {
            foreach (var confidence in new[] { 0.5, 0.8, 0.95, 0.99 })
            {
                var expected = StudentT.InvCDF(0, 1, degrees, 1 - ((1 - confidence) / 2));
                Assert.Equal(expected, StudentQuantile.TwoSided(confidence, degrees), 6);
            }
        }
    }
#endif

    [Fact]
    public void ForecastCall_Invalid_SaysWhy()
    {
        var month = ForecastPeriod.Month(2017, 3);
        var made = new DateTime(2017, 2, 28);
        Assert.Equal("Ann on 2017-02-28: 100 for 2017-03 (Commit)",
            new ForecastCall("Ann", made, month, 100.0m, 50, 150, ForecastCategory.Commit).ToString());
        Assert.Throws<ArgumentException>("caller", () => new ForecastCall(" ", made, month, 100));
        Assert.Throws<ArgumentException>("made", () => new ForecastCall("Ann", DateTime.SpecifyKind(made, DateTimeKind.Local), month, 100));
        Assert.Contains("before the last day",
            Assert.Throws<ArgumentOutOfRangeException>("made", () => new ForecastCall("Ann", month.Last, month, 100)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("high", () => new ForecastCall("Ann", made, month, 100, low: 50));
        Assert.Throws<ArgumentException>("low", () => new ForecastCall("Ann", made, month, 100, high: 150));
        Assert.Contains("is 120 to 100 to 150",
            Assert.Throws<ArgumentOutOfRangeException>("amount", () => new ForecastCall("Ann", made, month, 100, 120, 150)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => new ForecastCall("Ann", made, month, 100, 50, 90));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => new ForecastCall("Ann", made, month, -1));
        Assert.Throws<ArgumentOutOfRangeException>(
            "category", () => new ForecastCall("Ann", made, month, 1, category: (ForecastCategory)9));
        Assert.Throws<ArgumentOutOfRangeException>("minimumPeriods", () => new CallOptions(minimumPeriods: 2));
    }

    private static CallTrack Track(CallOptions options, params (int Month, decimal Call, double Actual, double? Model)[] rows) => new(
        "Ann", ForecastCategory.Commit,
        [.. rows.Select(row => new CallRow(
            new("Ann", new(2016, 1, 1), ForecastPeriod.Month(2017, row.Month), row.Call, category: ForecastCategory.Commit), row.Actual, 0,
                row.Model, null, null, null))],
        options);
}
