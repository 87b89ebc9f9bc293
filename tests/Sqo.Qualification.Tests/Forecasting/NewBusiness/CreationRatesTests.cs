using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting;

public class CreationRatesTests
{
    // A Sunday, so that the 91 days to it are 13 whole weeks.
    private static readonly DateTime Day = new(2017, 7, 2);

    private static readonly TimeToCloseOptions WithoutCalendar = new(segment: static deal => deal.Product, followsCalendar: false);

    [Fact]
    public void PerDay_SteadyPace_IsThatOfTheWholeTimeBySegmentsOfHalfAYear()
    {
        // One deal a day, a crate every fourth day, and before the last half year crates alone.
        var deals = Enumerable.Range(0, 400).SelectMany(back => Begun(back, back >= 182 || back % 4 == 0 ? "crate" : "box")).ToList();
        var rates = Rates(deals, Day.AddDays(-399), WithoutCalendar, out var box, out var crate, out var none);
        for (var slot = 0; slot < CalendarSlots.Count; slot++)
        {
            Assert.Equal(136 / 182.0, rates.PerDay(box, slot, 1), 2);
            Assert.Equal(46 / 182.0, rates.PerDay(crate, slot, 1), 2);
            Assert.Equal(0, rates.PerDay(none, slot, 1));
        }

        Assert.InRange(rates.RelativeVariance, 1 / 400.0, 1 / 90.0);
    }

    [Fact]
    public void PerDay_PaceThatHasHalved_FollowsTheLastMonths()
    {
        var deals = Enumerable.Range(0, 720).SelectMany(back => Begun(back, "box", back < 181 ? 2 : 4)).ToList();
        var rates = Rates(deals, Day.AddDays(-719), WithoutCalendar, out var box, out _, out _);
        Assert.InRange(rates.PerDay(box, 0, 1), 1.8, 2.4);
    }

    [Fact]
    public void PerDay_PaceThatGrows_GoesOnGrowing()
    {
        // Three deals a day at first, six after two years.
        var deals = Enumerable.Range(0, 720).SelectMany(back => Begun(back, "box", (int)Math.Round(6 * Math.Pow(0.5, back / 720.0)))).ToList();
        var rates = Rates(deals, Day.AddDays(-719), WithoutCalendar, out var box, out _, out _);
        Assert.InRange(rates.PerDay(box, 0, 1), 5.5, 6.5);
        Assert.InRange(rates.PerDay(box, 0, 91) / rates.PerDay(box, 0, 1), 1.05, 1.13);
    }

    [Fact]
    public void PerDay_NothingWasSeen_IsZero()
    {
        var rates = Rates([.. Begun(3, "box")], Day.AddDays(1), WithoutCalendar, out var box, out _, out _);
        Assert.Equal(0, rates.PerDay(box, 0, 1));
        Assert.Equal(0, rates.RelativeVariance);
    }

    [Fact]
    public void PerDay_KindsOfDay_ShrinkTowardsNoDifference()
    {
        // Two weeks, 20 deals on working days and none at the weekend: (20 + s) / (20 x 10/14 + s) and (0 + s) / (20 x 4/14 + s) with s = 20.
        var working = Enumerable.Range(0, 14).Where(back => Day.AddDays(-back).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).SelectMany(back => Begun(back, "box", 2)).ToList();
        var rates = Rates(working, Day.AddDays(-13), new TimeToCloseOptions(segment: static deal => deal.Product), out var box, out _, out _);
        var work = 40 / ((200 / 14.0) + 20);
        var rest = 20 / ((80 / 14.0) + 20);
        Assert.Equal(work / rest, rates.PerDay(box, 0, 1) / rates.PerDay(box, 1, 1), 12);
        Assert.Equal(20, (10 * rates.PerDay(box, 0, 1)) + (4 * rates.PerDay(box, 1, 1)), 6);
    }

    [Fact]
    public void PerDay_MonthsOfTheQuarter_GoByWholeMonthsAndTheirNumber()
    {
        // January to June 2017 whole: one deal a day in the first months of a quarter, two in the second, three in the third. The kind of day
        // makes no difference where every day of a month is alike; with a great strength none is left.
        var first = new DateTime(2017, 1, 1);
        var deals = Enumerable.Range(0, (Day - first).Days + 1).SelectMany(i => Begun(i, "box", ((Day.AddDays(-i).Month - 1) % 3) + 1)).ToList();
        var rates = Rates(deals, first, new TimeToCloseOptions(segment: static deal => deal.Product, calendarStrength: 1e12), out var box, out _, out _);
        // Two of each month: half of what it is above the mean.
        var slots = new[] { 1, 2, 3 }.Select(month => CalendarSlots.Of(new DateTime(2017, month, 2), WorkingCalendar.MondayToFriday)).ToList();
        Assert.Equal(0.75 / 1.25, rates.PerDay(box, slots[0], 1) / rates.PerDay(box, slots[2], 1), 6);
        Assert.Equal(1.0 / 1.25, rates.PerDay(box, slots[1], 1) / rates.PerDay(box, slots[2], 1), 6);
        Assert.Equal(rates.PerDay(box, slots[0], 1), rates.PerDay(box, CalendarSlots.Of(new DateTime(2017, 10, 2), WorkingCalendar.MondayToFriday), 1));
    }

    private static IEnumerable<Action<OpportunityDraft>> Begun(int daysBefore, string product, int count = 1) =>
        Enumerable.Repeat<Action<OpportunityDraft>>(o => (o.Created, o.Product) = (Day.AddDays(-daysBefore), product), count);

    private static CreationRates Rates(IReadOnlyList<Action<OpportunityDraft>> fills, DateTime observedFrom, TimeToCloseOptions options, out int box, out int crate, out int none)
    {
        var deals = Opportunity.From(Enumerable.Range(0, fills.Count), (i, o) =>
        {
            o.Id = "D-" + i;
            fills[i](o);
        });
        var input = new ForecastInput(PipelineHistory.Reconstruct(deals, Day, observedFrom), Day, ForecastPeriod.NextMonths(Day, 1));
        var segments = input.SegmentsBy(options.Segment);
        (box, crate, none) = (segments.PlaceOf("box"), segments.PlaceOf("crate"), segments.PlaceOf("barrel"));
        return new CreationRates(input, segments, options);
    }
}
