using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Statistics;

public class AalenJohansenTests
{
    private const int Won = 1;
    private const int Lost = 2;

    [Fact]
    public void Incidence_WorkedCase_IsThatOfTheDefinitions()
    {
        var estimate = AalenJohansen.Estimate([new(10, Won), new(20, Lost), new(30, ObservedDuration.Censored), new(40, Won)]);
        Assert.Equal(0.75, estimate.Incidence(Won, 40), 15);
        Assert.Equal(0.25, estimate.Incidence(Lost, 40), 15);
        Assert.Equal(0, estimate.Incidence(3, 40));
        Assert.Equal(
            (2L, 1L, 0L, 40.0, 40.0),
            (estimate.Ended(Won), estimate.Ended(Lost), estimate.Ended(3), estimate.LastEnded!.Value, estimate.LastSeen!.Value));
    }

    [Fact]
    public void Variance_WorkedByHand_IsTheFormulas()
    {
        // Two of four at 1 and 2, one of each cause; at 2 three were at risk. F(2) of the first is 1/4:
        // t = 1: rest 0; (1/4 x 3/4) / 4 = 3/64. t = 2: the other cause adds nothing.
        var estimate = AalenJohansen.Estimate([new(1, Won), new(2, Lost), new(3, 0), new(3, 0)]);
        Assert.Equal(3 / 64.0, estimate.Variance(Won, 2), 15);

        // Of the second: at 1 the rest is 1/4: (1/4)^2 x 1 / (4 x 3); at 2: (3/4)^2 x 2 / 27.
        Assert.Equal((1 / 192.0) + (1 / 24.0), estimate.Variance(Lost, 2), 15);
        Assert.Equal(0, estimate.Variance(3, 2));
    }

    [Fact]
    public void Variance_NothingCensored_IsThatOfAShare() => Property.Holds(100, (random, size) =>
    {
        var all = Enumerable.Range(0, size * 4).Select(_ => new ObservedDuration(random.Below(12), random.Between(1, 3))).ToList();
        var estimate = AalenJohansen.Estimate(all);
        for (var cause = 1; cause <= 3; cause++)
        {
            for (var time = 0; time < 13; time++)
            {
                var share = all.Count(each => each.Cause == cause && each.End <= time) / (double)all.Count;
                Assert.Equal(share, estimate.Incidence(cause, time), 1e-12);
                Assert.Equal(share * (1 - share) / all.Count, estimate.Variance(cause, time), 1e-12);
            }
        }
    });

    [Fact]
    public void Variance_OneCauseAlone_IsGreenwoods() => Property.Holds(100, (random, size) =>
    {
        var all = Durations(random, size * 4, causes: 1);
        var estimate = AalenJohansen.Estimate(all);
        var survival = KaplanMeier.Estimate(all);
        for (var time = 0.0; time < 26; time += 0.5)
        {
            Assert.Equal(survival.Survival(time), estimate.Survival(time), 1e-12);
            Assert.Equal(1 - survival.Survival(time), estimate.Incidence(1, time), 1e-12);
            if (survival.Survival(time) == 0) continue;
            Assert.Equal(survival.Variance(time), estimate.Variance(1, time), 1e-12);
            var interval = estimate.Interval(1, time, 0.9);
            var expected = survival.Interval(time, 0.9);
            Assert.Equal(expected is null, interval is null);
            if (interval is null) continue;
            Assert.Equal(1 - expected!.Value.High, interval.Value.Low, 1e-9);
            Assert.Equal(1 - expected.Value.Low, interval.Value.High, 1e-9);
        }
    });

    [Fact]
    public void Estimate_DelayedEntryAndCensoring_AgreesWithTheFormulas() => Property.Holds(Deep.Size(40, 100), (random, size) =>
    {
        var all = Durations(random, size * 4, causes: 3);
        var estimate = AalenJohansen.Estimate(all);
        for (var time = 0.0; time < 26; time += 0.5)
        {
            Assert.Equal(AtRisk(all, time), estimate.AtRisk(time));
            Assert.Equal(1, estimate.Survival(time) + Enumerable.Range(1, 3).Sum(cause => estimate.Incidence(cause, time)), 1e-12);
            for (var cause = 1; cause <= 3; cause++)
            {
                Assert.Equal(Incidence(all, cause, time), estimate.Incidence(cause, time), 1e-12);
                if (estimate.Survival(time) < 1e-3 || !(time < estimate.LastSeen)) continue;
                var chance = (estimate.Incidence(cause, time + 5) - estimate.Incidence(cause, time)) / estimate.Survival(time);
                Assert.Equal(chance, estimate.Chance(cause, time, 5)!.Value, 1e-9);
            }
        }
    });

    [Fact]
    public void Interval_OfManyTeams_HoldsTheTrueShare()
    {
        // A deal is won on a day with 0.02 and lost with 0.03; of 60 deals some are seen late and some are censored.
        var truth = 0.4 * (1 - Math.Pow(0.95, 20));
        int held = 0, teams = Deep.Size(400, 4_000);
        for (var team = 0; team < teams; team++)
        {
            var random = new SeededRandom((ulong)team);
            var deals = new List<ObservedDuration>();
            while (deals.Count < 60)
            {
                var end = 1;
                while (!random.Chance(0.05)) end++;
                var cause = random.Chance(0.4) ? Won : Lost;
                int entry = random.Chance(0.5) ? 0 : random.Below(15), censored = entry + random.Below(60);
                if (end < entry) continue;
                deals.Add(censored < end ? new(censored, 0, entry) : new(end, cause, entry));
            }

            if (AalenJohansen.Estimate(deals).Interval(Won, 20) is { } interval && interval.Low <= truth && truth <= interval.High) held++;
        }

        Assert.InRange(held / (double)teams, 0.92, 0.98);
    }

    [Fact]
    public void Members_ArgumentsOutOfRange_AreRefusedByName()
    {
        var nothing = AalenJohansen.Estimate([]);
        Assert.Equal((1.0, 0.0, 0.0), (nothing.Survival(3), nothing.Incidence(1, 3), nothing.Variance(1, 3)));
        Assert.Null(nothing.Chance(1, 0, 1));
        Assert.Null(nothing.Interval(1, 3));
        Assert.Throws<ArgumentNullException>("durations", () => AalenJohansen.Estimate(null!));
        Assert.Throws<ArgumentOutOfRangeException>("cause", () => nothing.Incidence(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("cause", () => nothing.Ended(65));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => nothing.Variance(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("span", () => nothing.Chance(1, 0, double.NaN));
    }

    private static List<ObservedDuration> Durations(SeededRandom random, int count, int causes) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Chance(0.6) ? 0 : random.Below(30) / 2.0)
            .Select(entry => new ObservedDuration(entry + (random.Below(20) / 2.0), random.Between(0, causes), entry))];

    private static int AtRisk(List<ObservedDuration> all, double time) => all.Count(each => each.Entry <= time && each.End >= time);

    private static double Incidence(List<ObservedDuration> all, int cause, double until)
    {
        double open = 1, sum = 0;
        foreach (var time in all.Where(each => each.Cause != 0 && each.End <= until).Select(each => each.End).Distinct()
            .OrderBy(time => time))
        {
            double n = AtRisk(all, time);
            sum += open * all.Count(each => each.End == time && each.Cause == cause) / n;
            open *= 1 - (all.Count(each => each.End == time && each.Cause != 0) / n);
        }

        return sum;
    }
}
