using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Statistics;

public class KaplanMeierTests
{
    // Remission of leukemia in weeks under 6-mercaptopurine (Freireich and others 1963), in every textbook; + are censored.
    private static readonly KaplanMeier Remission = KaplanMeier.Estimate(
        new[] { 6, 6, 6, 7, 10, 13, 16, 22, 23 }.Select(week => new ObservedDuration(week, 1))
            .Concat(new[] { 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35 }.Select(
                week => new ObservedDuration(week, ObservedDuration.Censored))));

    [Theory]
    [InlineData(5, 21, 1, 0)]
    [InlineData(6, 21, 0.857, 0.0764)]
    [InlineData(7, 17, 0.807, 0.0869)]
    [InlineData(10, 15, 0.753, 0.0963)]
    [InlineData(13, 12, 0.690, 0.1068)]
    [InlineData(16, 11, 0.627, 0.1141)]
    [InlineData(22, 7, 0.538, 0.1282)]
    [InlineData(23, 6, 0.448, 0.1346)]
    [InlineData(100, 0, 0.448, 0.1346)]
    public void Survival_OfTheTextbook_HasItsFigures(double week, long atRisk, double survival, double deviation)
    {
        Assert.Equal(atRisk, Remission.AtRisk(week));
        Assert.Equal(survival, Remission.Survival(week), 0.0005);
        Assert.Equal(deviation, Math.Sqrt(Remission.Variance(week)), 0.00006);
    }

    [Fact]
    public void Interval_OfTheTextbook_IsThatOnTheLogLogScale()
    {
        // survfit(conf.type = "log-log") of R's package survival.
        var interval = Remission.Interval(6)!.Value;
        Assert.Equal(0.620, interval.Low, 0.0005);
        Assert.Equal(0.952, interval.High, 0.0005);
        Assert.Null(Remission.Interval(5));
        Assert.Equal(23, Remission.Median);
        Assert.Equal(7, Remission.Quantile(0.15));
        Assert.Null(Remission.Quantile(0.6));
        Assert.Equal((21L, 9L, 35.0), (Remission.Count, Remission.Ended, Remission.LastSeen!.Value));
    }

    [Fact]
    public void Survival_NothingCensored_IsTheShareThatIsLeft() => Property.Holds(100, (random, size) =>
    {
        var times = Enumerable.Range(0, size * 3).Select(_ => random.Below(20) / 4.0).ToArray();
        var estimate = KaplanMeier.Estimate(times.Select(time => new ObservedDuration(time, random.Between(1, 3))));
        for (var time = 0.0; time < 6; time += 0.25)
        {
            var left = times.Count(each => each > time) / (double)times.Length;
            Assert.Equal(left, estimate.Survival(time), 12);
            Assert.Equal(left * (1 - left) / times.Length, estimate.Variance(time), 12);
        }

        foreach (var share in new[] { 0.1, 0.5, 0.9, 1 }) Assert.Equal(
            times.OrderBy(time => time).ElementAt((int)Math.Ceiling((share * times.Length) - 1e-9) - 1), estimate.Quantile(share));
    });

    [Fact]
    public void Estimate_NothingOrOutOfRange_KnowsNothingAndRefuses()
    {
        var nothing = KaplanMeier.Estimate([]);
        Assert.Equal((1.0, 0.0, 0L), (nothing.Survival(3), nothing.Variance(3), nothing.AtRisk(0)));
        Assert.Null(nothing.Median);
        Assert.Null(nothing.LastSeen);
        Assert.Throws<ArgumentNullException>("durations", () => KaplanMeier.Estimate(null!));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => Remission.Survival(-1));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => Remission.Interval(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => Remission.Interval(6, 1));
        Assert.Throws<ArgumentOutOfRangeException>("share", () => Remission.Quantile(0));
        Assert.Throws<ArgumentOutOfRangeException>("entry", () => new ObservedDuration(3, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("end", () => new ObservedDuration(3, 1, 4));
        Assert.Throws<ArgumentOutOfRangeException>("end", () => new ObservedDuration(double.PositiveInfinity, 1));
        Assert.Throws<ArgumentOutOfRangeException>("cause", () => new ObservedDuration(3, 65));
    }
}
