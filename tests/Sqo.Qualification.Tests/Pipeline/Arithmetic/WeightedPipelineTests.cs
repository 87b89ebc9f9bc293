using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline.Arithmetic;

public class WeightedPipelineTests
{
    private static readonly DateTime AsOf = new(2017, 9, 30);

    [Fact]
    public void Total_WorkedCase_HasItsMeanAndDeviation()
    {
        var weighted = WeightedPipeline.Of(new(AsOf, [Deal("a", 100_000, 0.5), Deal("b", 40_000, 0.25), Deal("c", 10_000, 0.9)]));
        Assert.Equal(69_000, weighted.Total.Weighted, 9);
        Assert.Equal(53_000, weighted.Total.StandardDeviation, 6);
        Assert.Equal(150_000m, weighted.Total.Amount);
        Assert.Equal(3, weighted.Total.Count);
        Assert.Empty(weighted.Total.Unweighted);
        Assert.Equal(AsOf, weighted.AsOf);
        Assert.Null(weighted.Currency);
    }

    [Fact]
    public void Total_UnknownAmountOrProbability_IsNamedAndNotZero()
    {
        var weighted = WeightedPipeline.Of(new(
            AsOf,
            [Deal("known", 10, 0.5), Deal("no amount", null, 0.5), Deal("no probability", 10, null), Deal("neither", null, null)])).Total;
        Assert.Equal(["no amount", "no probability", "neither"], weighted.Unweighted.Select(deal => deal.Id));
        Assert.Equal(2, weighted.UnknownAmounts);
        Assert.Equal(2, weighted.UnknownProbabilities);
        Assert.Equal(1, weighted.Count);
        Assert.Equal(5, weighted.Weighted);
    }

    [Fact]
    public void Of_ProbabilityOfTheCallers_IsTakenAsGiven()
    {
        var snapshot = new PipelineSnapshot(AsOf, [Deal("a", 10, 0.5), Deal("b", 10, 0.5), Deal("c", 10, 0.5)]);
        var weighted = WeightedPipeline.Of(snapshot, deal => deal.Id switch { "a" => 1, "b" => double.NaN, _ => null }).Total;
        Assert.Equal(10, weighted.Weighted);
        Assert.Equal(0, weighted.Variance);
        Assert.Equal(2, weighted.UnknownProbabilities);
        Assert.Contains(
            "opportunity \"a\" is 1.5", Assert.Throws<ArgumentException>(() => WeightedPipeline.Of(snapshot, _ => 1.5)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ByPeriod_DealsOfNone_HaveALineOfTheirOwn()
    {
        var weighted = WeightedPipeline.Of(new(AsOf,
        [
            Deal("oct", 1, 1, expected: new(2017, 10, 31)), Deal("nov", 2, 1, expected: new(2017, 11, 1)),
            Deal("overdue", 4, 1, expected: new(2017, 9, 1)), Deal("unknown", 8, 1), Deal("late", 16, 1, expected: new(2018, 1, 1)),
            Deal("gap", 32, 1, expected: new(2017, 12, 5)),
        ]));
        var lines = weighted.ByPeriod([ForecastPeriod.Month(2017, 11), ForecastPeriod.Month(2017, 10)]);
        Assert.Equal(["2017-11: 2 of 2", "2017-10: 1 of 1", "all: 60 of 60"], lines.Select(line => line.ToString()));
        Assert.Null(lines[2].Period);
        Assert.Throws<ArgumentException>("periods", () =>
            weighted.ByPeriod([ForecastPeriod.Month(2017, 11), ForecastPeriod.Quarter(2017, 4)]));
        Assert.Equal(63, Assert.Single(weighted.ByPeriod([])).Weighted);
    }

    [Fact]
    public void Lines_OfAnyCut_AddUpToTheTotal() => Property.Holds(300, (random, size) =>
    {
        var day = RandomDeals.Start.AddDays(1_000);
        var snapshot = new PipelineSnapshot(day, RandomDeals.Of(random, size * 4));
        var weighted = WeightedPipeline.Of(snapshot);
        var known = snapshot.Opportunities.Where(deal => deal.IsOpen && deal.Amount is not null && deal.Probability is not null).ToList();
        Assert.Equal(known.Sum(deal => deal.Amount!.Value), weighted.Total.Amount);
        Assert.Equal(known.Sum(deal => (double)deal.Amount!.Value * deal.Probability!.Value), weighted.Total.Weighted, 6);
        IReadOnlyList<WeightedPipelineLine>[] tables =
            [weighted.ByOwner(), weighted.By(deal => deal.Product), weighted.ByPeriod(ForecastPeriod.NextMonths(RandomDeals.Start, 8))];
        foreach (var lines in tables)
        {
            Assert.Equal(weighted.Total.Amount, lines.Sum(line => line.Amount));
            Assert.Equal(weighted.Total.Count, lines.Sum(line => line.Count));
            Assert.Equal(weighted.Total.Weighted, lines.Sum(line => line.Weighted), 6);
            Assert.Equal(weighted.Total.Variance, lines.Sum(line => line.Variance), 3);
            Assert.Equal(weighted.Total.Unweighted.Count, lines.Sum(line => line.Unweighted.Count));
        }

        var names = weighted.ByOwner().Select(line => line.Segment).ToList();
        Assert.Equal(names.OrderBy(name => name is null).ThenBy(name => name, StringComparer.Ordinal), names);
    });

    [Fact]
    public void Of_TwoCurrencies_NeedsRates()
    {
        var snapshot = new PipelineSnapshot(AsOf, [Deal("a", 10, 1, "EUR"), Deal("b", 100, 1, "SEK"), Deal("c", 1, 1)]);
        var missing = Assert.Throws<MissingExchangeRateException>(() => WeightedPipeline.Of(snapshot));
        Assert.Equal("SEK", missing.Currency);
        Assert.Equal("EUR", missing.Target);
        Assert.Equal("b", missing.OpportunityId);
        Assert.Contains("opportunity \"b\" is in \"SEK\"", missing.Message, StringComparison.Ordinal);
        var weighted = WeightedPipeline.Of(snapshot, rates: new ExchangeRates("EUR", [new("SEK", 0.1m)]));
        Assert.Equal("EUR", weighted.Currency);
        Assert.Equal(21m, weighted.Total.Amount);
        Assert.Equal("eur", WeightedPipeline.Of(new(AsOf, [Deal("a", 10, 1, "eur"), Deal("b", 10, 1, "EUR"), Deal("c", 1, 1)])).Currency);
        Assert.Throws<MissingExchangeRateException>(() =>
            WeightedPipeline.Of(snapshot, rates: new ExchangeRates("USD", [new("SEK", 0.1m)])));
    }

    [Fact]
    public void Of_SumBeyondADecimal_Overflows() =>
        Assert.Throws<OverflowException>(() => WeightedPipeline.Of(new(AsOf, [Deal("a", decimal.MaxValue, 0.5), Deal("b", 1, 0.5)])));

    private static Opportunity Deal(
        string id, decimal? amount, double? probability, string? currency = null, DateTime? expected = null) => Opportunity.Create(o =>
    {
        o.Id = id;
        o.Amount = amount;
        o.Probability = probability;
        o.Currency = currency;
        o.ExpectedClose = expected;
    });
}
