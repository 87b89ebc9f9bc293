using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Learning.Measures;

public class ReliabilityOverTimeTests
{
    [Fact]
    public void Of_DealsOfTwoQuarters_ShowsWhichIsOff()
    {
        var table = Of(Deals(), 30);
        Assert.Equal(["predicted 0.4, observed 40 of 100", "predicted 0.4, observed 20 of 100", "predicted 0.4, observed 2 of 5"],
            table.Periods.Select(period => period.ToString()));
        Assert.Equal([false, true, null], table.Periods.Select(period => period.IsOff));
        Assert.Equal(new DateTime(2026, 1, 1), table.Periods[0].From);
        Assert.Equal(new DateTime(2026, 3, 28), table.Periods[0].To);
        Assert.Equal(0.24, table.Periods[0].Measures.Brier!.Value, 1e-12);
        Assert.Equal(
            "Jan 1, 2026 to Mar 28, 2026: predicted 40%, observed 40% (40 of 100): within the interval\n" +
            "Apr 1, 2026 to Jun 28, 2026: predicted 40%, observed 20% (20 of 100): outside of the interval\n" +
            "Jul 1, 2026 to Jul 5, 2026: predicted 40%, observed 40% (2 of 5): fewer than 30 deals, too few to tell",
            table.ToText(CultureInfo.InvariantCulture));
        Assert.Contains("utanför intervallet", table.ToText(new CultureInfo("sv-SE")), StringComparison.Ordinal);
        Assert.False(Of(Deals(), 5).Periods[2].IsOff);
    }

    [Fact]
    public void Of_DealsInAnotherOrder_IsTheSame() => Assert.Equal(
        Of(Deals(), 30).ToText(ExplanationTexts.English), Of(Enumerable.Reverse(Deals()), 30).ToText(ExplanationTexts.English));

    /// <summary>Probabilities that are right are off in about 5 of 100 periods.</summary>
    [Fact]
    public void IsOff_OfRightProbabilities_IsRare()
    {
        var random = new SeededRandom(1);
        var runs = Deep.Size(300, 10_000);
        var deals = Enumerable.Range(0, runs * 200).Select(i => (Run: i / 200, Won: random.Chance(0.3)));
        var table = ReliabilityOverTime.Of(
            deals, _ => 0.3, deal => deal.Won, deal => new DateTime(1900, 1, 1).AddDays(deal.Run),
            date => date.ToString("o", CultureInfo.InvariantCulture));
        Assert.InRange(table.Periods.Count(period => period.IsOff == true) / (double)runs, 0.03, 0.075);
    }

    [Fact]
    public void Of_OddArguments_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(Deals(), 0));
        Assert.Throws<ArgumentException>(() => ReliabilityOverTime.Of([1], _ => 1.5, _ => true, _ => DateTime.MinValue, _ => ""));
        Assert.Throws<ArgumentNullException>(() => ReliabilityOverTime.Of<int>([1], null!, _ => true, _ => DateTime.MinValue, _ => ""));
        Assert.Empty(ReliabilityOverTime.Of([1], _ => 1.5, _ => null, _ => DateTime.MinValue, _ => "").Periods);
    }

    private static ReliabilityOverTime Of(IEnumerable<(DateTime Closed, bool? Won)> deals, int minimum) => ReliabilityOverTime.Of(
        deals, _ => 0.4, deal => deal.Won, deal => deal.Closed, date => FormattableString.Invariant($"{date.Year}-{(date.Month - 1) / 3}"),
        minimum);

    private static List<(DateTime Closed, bool? Won)> Deals() =>
    [
        .. Enumerable.Range(0, 100).Select(i => (new DateTime(2026, 1 + (i % 3), 1 + (i % 28)), (bool?)(i < 40))),
        .. Enumerable.Range(0, 100).Select(i => (new DateTime(2026, 4 + (i % 3), 1 + (i % 28)), (bool?)(i < 20))),
        .. Enumerable.Range(0, 5).Select(i => (new DateTime(2026, 7, 1 + i), (bool?)(i < 2))),
        (new DateTime(2026, 8, 1), null),
    ];
}
