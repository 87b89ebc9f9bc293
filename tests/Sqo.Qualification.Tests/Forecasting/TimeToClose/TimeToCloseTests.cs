using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting;

public class TimeToCloseTests
{
    private static readonly DateTime Day = new(2017, 6, 30);

    private static readonly TimeToCloseOptions Plain = new(segment: static _ => "all", followsCalendar: false, minimumWon: 1, minimumDays: 1);

    // The library stops before the last digits; the loops go on.
    private const double Close = 1e-4;

    [Fact]
    public void ChanceWon_WorkedCase_IsThatOfTheDefinitions()
    {
        var young = Deal("E", 0);
        var rates = TimeToClose.Fit(Worked([young]), Day, Plain);
        Assert.Equal(0.75, rates.ChanceWon(young, Day.AddDays(40))!.Value, 14);
        Assert.Equal(0.25, rates.ChanceWon(young, Day.AddDays(39))!.Value, 14);
        Assert.Equal(0.25, rates.ChanceWon(young, Day.AddDays(10))!.Value, 14);
        Assert.Equal(0, rates.ChanceWon(young, Day.AddDays(9)));
        Assert.Equal(1, rates.ChanceWon(Deal("C", 30), Day.AddDays(10))!.Value, 14);
        Assert.Equal(0, rates.ChanceWon(Deal("C", 30), Day.AddDays(9)));
        Assert.Equal((2L, 1L, 40), (rates.WonCount, rates.LostCount, rates.LongestClosedAge));
        Assert.Equal(Day, rates.AsOf);
        Assert.False(rates.FollowsMonthsOfYear);
    }

    [Fact]
    public void ChanceWon_DealsAndDaysAtTheBounds_AreAnsweredOrRefused()
    {
        var rates = TimeToClose.Fit(Worked([]), Day, Plain);
        Assert.Null(rates.ChanceWon(Deal("closed", 50, 10, OpportunityOutcome.Won), Day.AddDays(5)));
        Assert.Null(rates.ChanceWon(Deal("tomorrow's", -1), Day.AddDays(5)));
        Assert.Null(rates.ChanceWon(Opportunity.Create(o => o.Id = "undated"), Day.AddDays(5)));
        Assert.Equal(0, rates.ChanceWon(Deal("stale", 41), Day.AddDays(5_000)));
        Assert.Equal(0, rates.ChanceWon(Deal("just seen", 40), Day.AddDays(5_000)));
        Assert.Contains("by is 2017-06-30; it must be a day after 2017-06-30", Assert.Throws<ArgumentException>("by", () => rates.ChanceWon(Deal("a", 1), Day)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("by", () => rates.ChanceWon(Deal("a", 1), new DateTime(2017, 7, 4, 0, 0, 0, DateTimeKind.Local)));
        Assert.Throws<ArgumentNullException>("opportunity", () => rates.ChanceWon(null!, Day.AddDays(1)));
        Assert.Throws<ArgumentNullException>("history", () => TimeToClose.Fit(null!, Day));
    }

    [Fact]
    public void IsStale_OlderThanAnyThatClosed_IsSoFromTheDayAfter()
    {
        var rates = TimeToClose.Fit(Worked([]), Day, Plain);
        Assert.False(rates.IsStale(Deal("a", 40)));
        Assert.True(rates.IsStale(Deal("a", 41)));
        Assert.False(rates.IsStale(Deal("closed", 50, 45, OpportunityOutcome.Lost)));
        Assert.False(rates.IsStale(Opportunity.Create(o => o.Id = "undated")));
        Assert.Throws<ArgumentNullException>("opportunity", () => rates.IsStale(null!));
    }

    [Fact]
    public void Fit_TooLittleHistory_SaysWhatIsMissing()
    {
        var history = Worked([]);
        var won = Assert.Throws<TooLittleHistoryException>(() => TimeToClose.Fit(history, Day));
        Assert.Equal((HistoryUnits.WonDeals, 2, 20), (won.Unit, won.Given, won.Needed));
        var days = Assert.Throws<TooLittleHistoryException>(() => TimeToClose.Fit(history, Day, new TimeToCloseOptions(minimumWon: 2, minimumDays: 60)));
        Assert.Equal((HistoryUnits.ObservedDays, 51, 60), (days.Unit, days.Given, days.Needed));
        Assert.Equal("The model \"time-to-close\" needs at least 60 observed days; there are 51, so 9 more are needed.", days.Message);
    }

    [Fact]
    public void Options_OutOfRange_AreRefusedByName()
    {
        Assert.Throws<ArgumentOutOfRangeException>("segmentStrength", () => new TimeToCloseOptions(segmentStrength: 0));
        Assert.Throws<ArgumentOutOfRangeException>("calendarStrength", () => new TimeToCloseOptions(calendarStrength: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("youngDays", () => new TimeToCloseOptions(youngDays: -1));
        Assert.Throws<ArgumentOutOfRangeException>("minimumWon", () => new TimeToCloseOptions(minimumWon: 0));
        Assert.Throws<ArgumentOutOfRangeException>("minimumDays", () => new TimeToCloseOptions(minimumDays: 0));
        Assert.Equal("no account", TimeToCloseOptions.Default.Segment(Deal("a", 1)));
    }

    [Fact]
    public void ChanceWon_OneSegmentWithoutCalendar_IsThatOfAalenAndJohansen() => Property.Holds(60, (random, size) =>
    {
        var deals = SimulatedSales.Deals(random, 60 + (size * 5), 1, (age, _) => 0.03 + (0.02 * (age % 5)), (age, _) => 0.02 + (0.01 * (age % 3)));
        var days = 60 + (size * 5);
        var last = SimulatedSales.Start.AddDays(days - 1);
        // Told to begin in the middle, so that many deals enter late and those that closed before are not seen.
        var from = SimulatedSales.Start.AddDays(random.Below(40));
        if (!deals.Any(deal => deal.Outcome == OpportunityOutcome.Won && deal.Closed >= from)) return;
        var rates = TimeToClose.Fit(SimulatedSales.History(deals, days, from), last, Plain);
        var incidence = CumulativeIncidence.Estimate(deals.Where(deal => deal.IsOpen || deal.Closed >= from).Select(deal => new DealLifetime(
            Math.Max(0, (from - deal.Created!.Value).Days), ((deal.Closed ?? last) - deal.Created.Value).Days, deal.Outcome)));
        Assert.Equal(incidence.LongestClosedAge, rates.LongestClosedAge);
        foreach (var deal in deals.Where(deal => deal.IsOpen))
        {
            var age = (last - deal.Created!.Value).Days;
            for (var horizon = 1; horizon <= 40; horizon += 3)
            {
                Assert.InRange((incidence.ChanceWon(age, horizon) ?? 0) - rates.ChanceWon(deal, last.AddDays(horizon))!.Value, -1e-12, 1e-12);
            }
        }
    });

    [Fact]
    public void Fit_SegmentsAndCalendar_AgreesWithLoopsOverEveryDay() => Property.Holds(Deep.Size(3, 8), (random, size) =>
    {
        var days = 60 + (size * 4);
        var deals = SimulatedSales.Deals(random, days, 0.5, (age, day) => day.DayOfWeek == DayOfWeek.Sunday ? 0 : 0.03 + (0.02 * (age % 5)));
        var last = SimulatedSales.Start.AddDays(days - 1);
        var from = SimulatedSales.Start.AddDays(random.Below(25));
        if (!deals.Any(deal => deal.Outcome == OpportunityOutcome.Won && deal.Closed >= from)) return;
        Func<Opportunity, string> segment = deal => deal.Owner ?? "";
        var fast = TimeToClose.Fit(SimulatedSales.History(deals, days, from), last, new(segment, 5, true, 5, 12, 1, 1));
        var slow = new SlowTimeToClose(deals, from, last, segment, true, false, 5, 12);
        foreach (var rates in fast.Segments)
        {
            Assert.InRange(slow.Factor("segment " + rates.Name, true) - rates.WonFactor, -Close, Close);
            Assert.InRange(slow.Factor("segment " + rates.Name, false) - rates.LostFactor, -Close, Close);
            Assert.Equal(deals.Count(deal => segment(deal) == rates.Name && deal.Closed >= from && deal.Outcome == OpportunityOutcome.Won), rates.Won);
            Assert.Equal(deals.Count(deal => segment(deal) == rates.Name && deal.Closed >= from && deal.Outcome == OpportunityOutcome.Lost), rates.Lost);
        }

        foreach (var rates in fast.QuarterMonths)
        {
            Assert.InRange(slow.Factor($"quarter {rates.Month} young", true) - rates.YoungWonFactor, -Close, Close);
            Assert.InRange(slow.Factor($"quarter {rates.Month} older", true) - rates.OlderWonFactor, -Close, Close);
            Assert.InRange(slow.Factor($"quarter {rates.Month} young", false) - rates.YoungLostFactor, -Close, Close);
            Assert.InRange(slow.Factor($"quarter {rates.Month} older", false) - rates.OlderLostFactor, -Close, Close);
        }

        foreach (var deal in deals.Where(deal => deal.IsOpen).Take(12))
        {
            foreach (var horizon in new[] { 1, 2, 7, 30, 80 }) Assert.InRange(slow.ChanceWon(deal, last.AddDays(horizon)) - fast.ChanceWon(deal, last.AddDays(horizon))!.Value, -Close, Close);
        }
    });

    [Fact]
    public void Fit_TwoYears_FollowsTheMonthsOfTheYearAsLoopsDo()
    {
        const int days = 740;
        var deals = SimulatedSales.Deals(new SeededRandom(3), days, 0.2, (_, day) => day.Month == 12 ? 0.08 : 0.02);
        var last = SimulatedSales.Start.AddDays(days - 1);
        var fast = TimeToClose.Fit(SimulatedSales.History(deals, days, SimulatedSales.Start), last, new(_ => "all"));
        var slow = new SlowTimeToClose(deals, SimulatedSales.Start, last, _ => "all", true, true, 20, 30);
        Assert.True(fast.FollowsMonthsOfYear);
        Assert.True(slow.Factor("month 12", true) > 1.2);
        foreach (var deal in deals.Where(deal => deal.IsOpen).Take(Deep.Size(3, int.MaxValue))) Assert.InRange(slow.ChanceWon(deal, last.AddDays(30)) - fast.ChanceWon(deal, last.AddDays(30))!.Value, -Close, Close);
        Assert.False(TimeToClose.Fit(SimulatedSales.History(deals, days), SimulatedSales.Start.AddDays(600)).FollowsMonthsOfYear);
    }

    [Fact]
    public void Fit_SegmentThatNeverCloses_ShrinksTowardsZeroWithWhatIsSeenOfIt()
    {
        const int days = 200;
        var before = 1.0;
        foreach (var idle in new[] { 1, 5, 20, 100 })
        {
            var deals = SimulatedSales.Deals(new SeededRandom(5), days, 1, fill: (_, o) => o.Account = "A");
            var blank = Enumerable.Range(0, idle).Select(i => Opportunity.Create(o => (o.Id, o.Created) = ("idle-" + i, SimulatedSales.Start))).ToList();
            var rates = TimeToClose.Fit(SimulatedSales.History([.. deals, .. blank], days), SimulatedSales.Start.AddDays(days - 1));
            var factor = Assert.Single(rates.Segments, segment => segment.Name == "no account").WonFactor;
            Assert.InRange(factor, double.Epsilon, before);
            before = factor * 0.999;
        }

        Assert.True(before < 0.4, $"100 deals that never close in 200 days still have a factor of {before}.");
    }

    [Fact]
    public void Fit_SegmentForEveryCustomer_IsRefusedWithHowManyThereMayBe()
    {
        var deals = Opportunity.From(Enumerable.Range(0, 3_000), (i, o) =>
        {
            (o.Id, o.Account, o.Created) = ($"D-{i}", $"customer {i}", SimulatedSales.Start);
            if (i < 100) (o.Closed, o.Outcome) = (SimulatedSales.Start.AddDays(199 - (i % 50)), OpportunityOutcome.Won);
        });
        var error = Assert.Throws<ArgumentException>(() => TimeToClose.Fit(SimulatedSales.History(deals, 250), SimulatedSales.Start.AddDays(249), new(segment: o => o.Account)));
        Assert.Contains("3000 segments and 200 days of age; with that many days there may be at most 2083 segments.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChanceWon_SegmentThatWasNeverSeen_HasTheRatesOfTheWhole()
    {
        const int days = 150;
        var deals = SimulatedSales.Deals(new SeededRandom(8), days, 1);
        var last = SimulatedSales.Start.AddDays(days - 1);
        var bySegment = TimeToClose.Fit(SimulatedSales.History(deals, days), last, new(deal => deal.Product, followsCalendar: false));
        var stranger = Opportunity.Create(o => (o.Id, o.Created, o.Product) = ("new", last.AddDays(-3), "barrel"));
        var chances = new[] { "box", "crate" }.Select(product => bySegment.ChanceWon(Opportunity.Create(o => (o.Id, o.Created, o.Product) = ("new", last.AddDays(-3), product)), last.AddDays(30))!.Value).ToList();
        Assert.NotEqual(chances[0], chances[1]);
        Assert.InRange(bySegment.ChanceWon(stranger, last.AddDays(30))!.Value, chances.Min(), chances.Max());
    }

    [Fact]
    public void QuarterMonths_PlantedRhythm_IsFound()
    {
        const int days = 500;
        double[] rhythm = [0.5, 0.8, 2.0];
        double Rhythm(DateTime day) => rhythm[(day.Month - 1) % 3];
        var deals = SimulatedSales.Deals(new SeededRandom(13), days, 3.5, (age, day) => 0.012 * (age < 30 ? 1 : Rhythm(day)), (_, _) => 0.006);
        var rates = TimeToClose.Fit(SimulatedSales.History(deals, days, SimulatedSales.Start), SimulatedSales.Start.AddDays(days - 1), new(_ => "all"));
        var months = rates.QuarterMonths;
        Assert.Equal([1, 2, 3], months.Select(month => month.Month));
        Assert.InRange(months[2].OlderWonFactor / months[0].OlderWonFactor, 4.0 * 0.8, 4.0 * 1.2);
        Assert.InRange(months[1].OlderWonFactor / months[0].OlderWonFactor, 1.6 * 0.8, 1.6 * 1.2);
        Assert.InRange(months[2].YoungWonFactor / months[0].YoungWonFactor, 0.8, 1.25);
        Assert.InRange(months[2].OlderLostFactor / months[0].OlderLostFactor, 0.75, 1.3);
    }

    [Fact]
    public void ChanceWon_LongerHorizons_NeverFall() => Property.Holds(20, (random, size) =>
    {
        var days = 90 + size;
        var deals = SimulatedSales.Deals(random, days, 1);
        if (deals.Count(deal => deal.Outcome == OpportunityOutcome.Won) < 20) return;
        var last = SimulatedSales.Start.AddDays(days - 1);
        TimeToClose rates;
        try
        {
            rates = TimeToClose.Fit(SimulatedSales.History(deals, days), last);
        }
        catch (TooLittleHistoryException)
        {
            return;
        }

        foreach (var deal in deals.Where(deal => deal.IsOpen))
        {
            double before = 0;
            for (var horizon = 1; horizon < 150; horizon += 7)
            {
                var chance = rates.ChanceWon(deal, last.AddDays(horizon))!.Value;
                Assert.InRange(chance, before, 1);
                before = chance;
            }
        }
    });

    [Fact]
    public void Fit_AsOfAnEarlierDay_TakesWhatCameLaterForOpen()
    {
        var history = Worked([]);
        var earlier = TimeToClose.Fit(history, Day.AddDays(-20), Plain);
        Assert.Equal((1L, 1L, 20), (earlier.WonCount, earlier.LostCount, earlier.LongestClosedAge));
        Assert.Equal(Day.AddDays(-20), earlier.AsOf);
    }

    // Won at 10, lost at 20, censored at 30, won at 40.
    internal static PipelineHistory Worked(IEnumerable<Opportunity> more) => PipelineHistory.Reconstruct(
        [Deal("A", 50, 10, OpportunityOutcome.Won), Deal("B", 50, 20, OpportunityOutcome.Lost), Deal("C", 30), Deal("D", 50, 40, OpportunityOutcome.Won), .. more], Day, Day.AddDays(-50));

    internal static Opportunity Deal(string id, int age, int? closedAt = null, OpportunityOutcome outcome = OpportunityOutcome.Open) => Opportunity.Create(o =>
    {
        o.Id = id;
        o.Amount = 1_000;
        o.Created = Day.AddDays(-age);
        o.Outcome = outcome;
        o.Closed = closedAt is { } days ? Day.AddDays(days - age) : null;
    });
}
