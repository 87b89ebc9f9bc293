using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.Tests.Campaigns.Funnel.FunnelCase;

namespace Sqo.Qualification.Tests.Campaigns.Spending;

public class SpendCurveTests
{
    [Fact]
    public void More_PeriodsOnAParabola_IsItsRise()
    {
        // 10 s - s^2 for s thousands: from 2 to 3 it rises from 16 to 21, from 4 to 5 from 24 to 25.
        var curve = SpendCurve.Of(new[] { 1, 2, 3, 4, 5 }.Select(s => new SpendPeriod(1_000 * s, (10 * s) - (s * s))))!;
        Assert.Equal(5, curve.More(2_000, 1_000)!.Value, 9);
        Assert.Equal(1, curve.More(4_000, 1_000)!.Value, 9);
        Assert.Equal((1_000m, 5_000m), (curve.Lowest, curve.Highest));
        Assert.Null(curve.More(4_500, 1_000));
        Assert.Null(curve.More(500, 1_000));
        Assert.Null(curve.Interval(4_500, 1_000));
        // The mean 19 is the least variance: at the edge the sign is not sure.
        Assert.True(curve.Interval(4_000, 1_000)!.Value.Low < 0);
    }

    [Fact]
    public void Of_TwoLevelsOrThreePeriods_HasNoCurve()
    {
        Assert.Null(SpendCurve.Of(Enumerable.Range(0, 20).Select(i => new SpendPeriod(i % 2 * 100, i))));
        Assert.Null(SpendCurve.Of([new(1, 1), new(2, 2), new(3, 3)]));
        Assert.Null(SpendCurve.Of([]));
        Assert.NotNull(SpendCurve.Of([new(1, 1), new(2, 2), new(3, 3), new(3, 3)]));
    }

    [Fact]
    public void Interval_AnyPeriods_IsThatOfTheNormalEquations() => Property.Holds(100, (random, size) =>
    {
        var periods = Enumerable.Range(0, 4 + size)
            .Select(i => new SpendPeriod(i < 3 ? i + 1 : random.Between(0, 9), random.Below(40))).ToList();
        var curve = SpendCurve.Of(periods)!;
        // c = (X'X)^-1 X'y with the columns 1, s, s^2; the rise is d'c with d = (0, 1, 2 s + 1), its variance s^2 d'(X'X)^-1 d.
        var rows = periods.ConvertAll(period => new[] { 1, (double)period.Spend, (double)(period.Spend * period.Spend) });
        var squares = new double[3, 3];
        var y = new double[3];
        for (var r = 0; r < rows.Count; r++)
        {
            for (var i = 0; i < 3; i++)
            {
                y[i] += rows[r][i] * periods[r].Count;
                for (var j = 0; j < 3; j++) squares[i, j] += rows[r][i] * rows[r][j];
            }
        }

        var inverse = Inverse(squares);
        var c = Enumerable.Range(0, 3).Select(i => Enumerable.Range(0, 3).Sum(j => inverse[i, j] * y[j])).ToArray();
        var rest = rows.Select((row, r) => Square(periods[r].Count - row.Zip(c, (a, b) => a * b).Sum())).Sum();
        var variance = Math.Max(rest / (periods.Count - 3), periods.Average(period => period.Count));
        double[] d = [0, 1, 5];
        var more = d.Zip(c, (a, b) => a * b).Sum();
        var deviation = Math.Sqrt(variance * Enumerable.Range(0, 3).Sum(i => Enumerable.Range(0, 3).Sum(j => d[i] * inverse[i, j] * d[j])));
        Assert.Equal(more, curve.More(2, 1)!.Value, 1e-7 * (1 + Math.Abs(more)));
        var interval = curve.Interval(2, 1)!.Value;
        Assert.Equal(deviation, (interval.High - interval.Low) / 2 / StudentQuantile.TwoSided(0.95, periods.Count - 3),
            1e-7 * (1 + deviation));
    });

    [Fact]
    public void Interval_CountsOfPoissonAroundAParabola_CoverTheTruthAsOftenAsTheySay()
    {
        var random = new SeededGenerator(5);
        const int Draws = 1_000;
        var covered = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            var curve = SpendCurve.Of(Enumerable.Range(0, 12).Select(i =>
                new SpendPeriod(i % 6, random.NextPoisson(3 + (6 * (i % 6)) - (0.5 * (i % 6) * (i % 6))))))!;
            if (curve.Interval(2, 1)!.Value.Contains(3.5)) covered++;
        }

        // At least 95 % less four standard deviations; the variance of Poisson, which is never undercut, makes it a little more.
        Assert.InRange(covered / (double)Draws, 0.95 - (4 * Math.Sqrt(0.95 * 0.05 / Draws)), 1);
    }

    [Fact]
    public void Next_CampaignsWithSpendByMonth_IsMarginalAndSaysWhatIsNotSure()
    {
        // SQOs by month for the spend of the month: saturated, steep, at two levels, and never that much.
        List<Lead> leads = [];
        List<CampaignSpend> spends = [];
        int[] days = [5, 35, 65, 95, 125];
        int[][] thousands = [[1, 5, 3, 4, 2], [1, 4, 6, 3, 2], [1, 2, 1, 2, 1], [1, 2, 3, 4, 5]];
        for (var campaign = 0; campaign < thousands.Length; campaign++)
        {
            for (var month = 0; month < days.Length; month++)
            {
                var s = thousands[campaign][month];
                var name = "campaign " + campaign;
                var sqos = campaign == 0 ? 20 + s - (s * s / 6) : 30 * s;
                spends.Add(new(name, ForecastPeriod.MonthOf(Day(days[month])), 1_000 * s, "EUR"));
                leads.AddRange(Leads(name, days[month], sqos + 40, sqos));
            }
        }

        var funnel = Measure(leads, options: new(spend: spends));
        Assert.All(funnel.Cohorts, cohort => Assert.NotEqual(false, cohort.IsRipe));
        var next = funnel.Next(1_000).ToDictionary(each => each.Campaign!);
        Assert.False(next["campaign 0"].IsSignSure);
        Assert.NotNull(next["campaign 0"].Interval);
        Assert.Equal(2_000m, next["campaign 1"].From);
        Assert.Equal(30, next["campaign 1"].More!.Value, 6);
        Assert.Equal(30, next["campaign 1"].Average!.Value, 6);
        Assert.True(next["campaign 1"].IsSignSure);
        Assert.Null(next["campaign 2"].Curve);
        Assert.NotNull(next["campaign 3"].Curve);
        Assert.Null(next["campaign 3"].More);
        Snapshot.Match(funnel.NextToText(1_000, ExplanationTexts.English), "English");
        Snapshot.Match(funnel.NextToText(1_000, ExplanationTexts.Swedish), "Swedish");
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => funnel.Next(0));
    }

    [Fact]
    public void Next_CohortThatIsNotRipe_IsNotUsed()
    {
        CampaignFunnelOptions options = new(spend: [new("a", ForecastPeriod.Of(Day(0), Day(200)), 2_010)]);
        var funnel = Measure(
            [.. Leads("a", 1, 20, 10, 40), .. Leads("a", 35, 20, 10, 40), .. Leads("a", 160, 20, 0)], options: options);
        Assert.False(funnel.Cohorts[2].IsRipe);
        Assert.Equal(2, Assert.Single(funnel.Next(1)).Periods);
    }

    [Fact]
    public void Arguments_OutOfTheirRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("spend", () => new SpendPeriod(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => new SpendPeriod(0, -1));
        Assert.Throws<ArgumentException>("periods", () => SpendCurve.Of([null!]));
        var curve = SpendCurve.Of([new(1, 1), new(2, 2), new(3, 3), new(3, 3)])!;
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => curve.More(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => curve.More(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => curve.Interval(1, 1, 1));
    }

    private static double[,] Inverse(double[,] m)
    {
        var inverse = new double[3, 3];
        double Minor(int i, int j) =>
            (m[(i + 1) % 3, (j + 1) % 3] * m[(i + 2) % 3, (j + 2) % 3]) - (m[(i + 1) % 3, (j + 2) % 3] * m[(i + 2) % 3, (j + 1) % 3]);
        var determinant = Enumerable.Range(0, 3).Sum(j => m[0, j] * Minor(0, j));
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++) inverse[j, i] = Minor(i, j) / determinant;
        }

        return inverse;
    }

    private static double Square(double x) => x * x;
}
