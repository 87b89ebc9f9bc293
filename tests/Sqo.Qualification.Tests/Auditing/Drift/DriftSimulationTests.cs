using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using Xunit.Abstractions;

namespace Sqo.Qualification.Tests.Auditing.Drift;

/// <summary>
/// Deals without any change, so that every alarm is false: the figures in docs/auditing.md are those of the deep form. What is usual
/// instead fails the same runs.
/// </summary>
public class DriftSimulationTests(ITestOutputHelper output)
{
    private const double Rate = 0.3;
    private const int Deals = 1_000;

    // A few runs miss the bound of 5 % by chance.
    private static double MostFalse => Deep.IsOn ? 0.05 : 0.085;

    [Fact]
    public void CriticalValue_WithoutDrift_IsPassedInFiveOfAHundred()
    {
        var runs = Deep.Runs(400, 10_000);
        var random = new SeededRandom(31);
        var large = Enumerable.Range(0, runs).Count(_ => Scores(random, 2_000, 2_000).IsShifted) / (double)runs;
        output.WriteLine($"PSI at 2,000 a side above its critical value: {large}");
        InRange(large, 0.04, 0.065, slack: 0.02);
        // Too few for the formula: by permutation.
        runs = Deep.Size(40, 1_000);
        var small = Enumerable.Range(0, runs).Select(_ => Scores(random, 100, 100)).ToList();
        output.WriteLine($"At 100: {small.Count(psi => psi.IsShifted)}, above 0.1: {small.Count(psi => psi.Value >= 0.1)} of {runs}");
        InRange(small.Count(psi => psi.IsShifted) / (double)runs, 0.025, 0.065, slack: 0.07);
        // The usual bands see a change that there is not.
        Assert.True(small.Count(psi => psi.UsualBand != StabilityBand.Stable) / (double)runs > 0.7);
    }

    [Fact]
    public void RateWatch_BesideAKnownRate_RaisesFewFalseAlarms()
    {
        var runs = Deep.Runs(300, 10_000);
        var random = new SeededRandom(32);
        int alarms = 0, naive = 0;
        for (var run = 0; run < runs; run++)
        {
            var watch = RateWatch.BesideRate(Rate);
            var isNaive = false;
            for (var deal = 1; deal <= Deals; deal++)
            {
                watch = watch.With(random.Chance(Rate));
                // A z test after every deal from the tenth on.
                var distance = Math.Abs(watch.Observed.Successes - (deal * Rate));
                isNaive |= deal >= 10 && distance > 1.96 * Math.Sqrt(deal * Rate * (1 - Rate));
            }

            if (watch.IsAlarmed) alarms++;
            if (isNaive) naive++;
        }

        output.WriteLine($"{alarms} alarms and {naive} naive ones in {runs}");
        Assert.True(alarms <= MostFalse * runs, $"{alarms} of {runs}");
        Assert.True(naive > 0.3 * runs, $"{naive} of {runs}");
    }

    [Fact]
    public void RateWatch_BesideAnEstimatedRate_NeedsTheTwoSamples()
    {
        var runs = Deep.Runs(120, 10_000);
        var random = new SeededRandom(33);
        int alarms = 0, naive = 0;
        for (var run = 0; run < runs; run++)
        {
            var reference = Enumerable.Range(0, 100).Count(_ => random.Chance(Rate));
            var watch = RateWatch.BesideDeals(new(reference, 100));
            // The estimate taken for the truth.
            var asKnown = RateWatch.BesideRate(reference / 100.0);
            for (var deal = 0; deal < Deals; deal++)
            {
                var won = random.Chance(Rate);
                watch = watch.With(won);
                asKnown = asKnown.With(won);
            }

            if (watch.IsAlarmed) alarms++;
            if (asKnown.IsAlarmed) naive++;
        }

        output.WriteLine($"{alarms} alarms and {naive} naive ones in {runs}");
        Assert.True(alarms <= MostFalse * runs, $"{alarms} of {runs}");
        Assert.True(naive > 0.15 * runs, $"{naive} of {runs}");
    }

    /// <summary>A watch that never gave an alarm would have no false ones either.</summary>
    [Theory]
    [InlineData(true, 0.2, 0.95)]
    [InlineData(false, 0.2, 0.7)]
    [InlineData(false, 0.4, 0.6)]
    public void RateWatch_AfterAChange_RaisesTheAlarm(bool isKnown, double rate, double share)
    {
        var runs = Deep.Size(60, 2_000);
        var random = new SeededRandom(34);
        var alarms = Enumerable.Range(0, runs).Count(_ =>
        {
            var watch = isKnown
                ? RateWatch.BesideRate(Rate)
                : RateWatch.BesideDeals(new(Enumerable.Range(0, 1_000).Count(_ => random.Chance(Rate)), 1_000));
            for (var deal = 0; deal < Deals && !watch.IsAlarmed; deal++) watch = watch.With(random.Chance(rate));
            return watch.IsAlarmed;
        });
        output.WriteLine($"{alarms} alarms in {runs}");
        Assert.True(alarms >= share * runs, $"{alarms} of {runs}");
    }

    private static PopulationStability Scores(SeededRandom random, int reference, int current) => PopulationStability.OfScores(
        Enumerable.Range(0, reference).Select(_ => random.Share()), Enumerable.Range(0, current).Select(_ => random.Share()));

    private static void InRange(double value, double low, double high, double slack)
    {
        if (Deep.IsOn) slack = 0;
        Assert.InRange(value, low - slack, high + slack);
    }
}
