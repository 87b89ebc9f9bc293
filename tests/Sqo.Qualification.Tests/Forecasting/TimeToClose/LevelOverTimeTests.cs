using System;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting;

public class LevelOverTimeTests
{
    [Fact]
    public void Of_SteadyCounts_StaysNearTheExpectedLevel()
    {
        var level = LevelOverTime.Of([10, 9, 11, 10, 12, 8, 10, 10, 11, 9, 10, 10], [.. Enumerable.Repeat(10.0, 12)], 120);
        Assert.InRange(level.Mean, 0.97, 1.03);
        Assert.InRange(level.Chance, 0, 0.45);
        Assert.InRange(level.Variance, 1 / 120.0, 0.02);
    }

    [Fact]
    public void Of_CountsThatHalve_FollowsThemAndKnowsSinceWhen()
    {
        double[] counts = [.. Enumerable.Repeat(40.0, 20), 20, 18, 22, 20];
        var expected = Enumerable.Repeat(counts.Average(), 24).ToArray();
        var level = LevelOverTime.Of(counts, expected, counts.Sum());
        Assert.InRange(level.Mean, 0.5, 0.65);
        Assert.InRange(level.Chance, 0.99, 1);
        Assert.Equal(4, level.MonthsSinceChange);
        Assert.InRange(level.Change, 0.45, 0.6);
    }

    [Fact]
    public void Of_FewCounts_IsUnsureAndWide()
    {
        var level = LevelOverTime.Of([6, 6, 6, 6, 6, 6, 3, 3, 3], [.. Enumerable.Repeat(5.0, 9)], 45);
        Assert.InRange(level.Mean, 0.6, 0.95);
        Assert.True(level.Variance > 1.2 / 45);
    }

    [Fact]
    public void RateChange_InWords_SaysHowMuchAndSinceWhen()
    {
        var days = 720;
        var last = SimulatedSales.Start.AddDays(days - 1);
        var since = SimulatedSales.Start.AddDays(days - 120);
        var deals = SimulatedSales.Deals(new SeededRandom(21), days, 3, (_, day) => day >= since ? 0.008 : 0.02, (_, _) => 0.01);
        var rates = RevenueForecast.Create(SimulatedSales.History(deals, days), last).TimeToClose!;
        var change = rates.WonChange!;
        Assert.True(change.IsLikely, change.ToString());
        Assert.InRange(change.Factor, 0.3, 0.6);
        Assert.InRange(Math.Abs((change.Since - since).TotalDays), 0, 45);
        Assert.Equal(
            string.Format(
                CultureInfo.InvariantCulture,
                "{0:F0} % less often since {1:yyyy-MM} (likely: {2:F0} %)", Math.Round((1 - change.Factor) * 100), change.Since, Math.Round(change.Probability * 100)),
            change.ToString());
        Assert.InRange(rates.LostChange!.Level, 0.85, 1.15);
        Assert.Null(TimeToClose.Fit(SimulatedSales.History(deals, days), last).WonChange);
    }
}
