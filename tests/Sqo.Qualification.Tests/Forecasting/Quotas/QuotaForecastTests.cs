#if !NETFRAMEWORK
using System;
using System.Collections.Generic;
using System.Linq;
using MathNet.Numerics.Distributions;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Quotas;

public class QuotaForecastTests
{
    [Fact]
    public void Of_IndependentOwners_MultipliesTheirChances()
    {
        // Ann needs 100 of 100 (.5) and 60 (.4): only 100 or both. Bo needs 50 of 50 (.2). Cy has what it takes.
        var forecast = FixedModel.Forecast(
            [Deal("a", 100, "Ann", 0.5), Deal("b", 60, "Ann", 0.4), Deal("c", 50, "Bo", 0.2), Deal("d", 10, "Cy", 0.1)]);
        var quotas = QuotaForecast.Of(forecast, [new("Ann", 100), new("Bo", 50), new("Cy", 70, won: 70)]);
        Assert.Equal([0.5, 0.2, 1], quotas.Owners.Select(owner => Math.Round(owner.Chance, 12)));
        Assert.Equal(0.1, quotas.All.Value, 12);
        Assert.Equal(0, quotas.All.StandardError);
        Assert.Equal([1, 1, 0.6, 0.1], Enumerable.Range(0, 4).Select(k => Math.Round(quotas.AtLeast(k).Value, 12)));
        Assert.Equal(1.7, quotas.ExpectedCount, 12);
        Assert.Null(quotas.Seed);
        Assert.Equal(71, quotas.Owners[2].Mean, 12);
        Assert.Equal(70, quotas.Owners[2].Quantile(0.5), 12);
    }

    /// <summary>
    /// One deal for each owner makes the owner's chance under z that of the deal, so the truth is an integral over z of products of
    /// Vasicek's formula, with the correlation that has the spread.
    /// </summary>
    [Theory]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(0.8)]
    public void Of_SharedFactor_IsTheIntegralOverIt(double spread)
    {
        double[] chances = [0.5, 0.3, 0.7, 0.2];
        var forecast = FixedModel.Forecast([.. chances.Select((chance, i) => Deal("d" + i, 100, "o" + i, chance))], spread);
        var correlations = chances.Select(chance => CorrelationOf(chance, spread)).ToArray();
        var truth = new double[chances.Length + 1];
        const double Step = 0.01;
        for (var z = -8.0; z <= 8; z += Step)
        {
            var numbers = new double[chances.Length + 1];
            numbers[0] = 1;
            for (var i = 0; i < chances.Length; i++)
            {
                var p = Given(chances[i], correlations[i], z);
                for (var k = i + 1; k > 0; k--) numbers[k] = (numbers[k] * (1 - p)) + (numbers[k - 1] * p);
                numbers[0] *= 1 - p;
            }

            for (var k = 0; k < truth.Length; k++) truth[k] += Step * Normal.PDF(0, 1, z) * numbers.Skip(k).Sum();
        }

        var scores = new List<double>();
        for (var seed = 1; seed <= Deep.Size(6, 60); seed++)
        {
            var quotas = QuotaForecast.Of(forecast, chances.Select((_, i) => new OwnerQuota("o" + i, 100)),
                new(seed: seed, draws: Deep.Size(4_096, 16_384)));
            Assert.Equal(seed, quotas.Seed);
            for (var k = 1; k <= chances.Length; k++)
            {
                var error = (quotas.AtLeast(k).Value - truth[k]) / quotas.AtLeast(k).StandardError;
                Assert.InRange(error, -5, 5);
                scores.Add(error);
            }

            Assert.Equal(truth[4], quotas.All.Value, 1);
        }

        // The stated errors are the real ones; 16 replicates have fat tails.
        Assert.InRange(Math.Sqrt(scores.Average(score => score * score)), 0.5, 1.6);
        Assert.True(truth[4] > chances.Aggregate((a, b) => a * b) * (spread > 0.2 ? 1.05 : 1));
    }

    [Fact]
    public void Of_ManyDealsAndNewBusiness_AgreesWithASimulationOfTheWholeModel()
    {
        var random = new SeededRandom(8);
        OpenDeal[] deals = [.. Enumerable.Range(0, 30)
            .Select(i => Deal("d" + i, random.Pick(100, 250, 700), "o" + (i % 3), 0.1 + (0.5 * random.Share()), 0.2))];
        var wins = new ExpectedWins([2, 3], new DealAmounts([100m, 400m]));
        var forecast = FixedModel.Forecast(deals, 0.25, wins);
        OwnerQuota[] quotas = [new("o0", 1_800, newBusinessShare: 0.5), new("o1", 1_200, won: 200, newBusinessShare: 0.3), new("o2", 900)];
        var outlook = QuotaForecast.Of(forecast, quotas, new(draws: 8_192));

        // Each owner's own factor, by its one z; every deal and win drawn on its own.
        var reached = new int[4];
        const int Draws = 10_000;
        var factors = outlook.Owners.Select(owner => owner.Remaining.Factor!).ToArray();
        for (var draw = 0; draw < Draws; draw++)
        {
            var z = Normal.InvCDF(0, 1, (draw + 0.5) / Draws);
            var count = 0;
            for (var i = 0; i < 3; i++)
            {
                var sum = (double)quotas[i].Won;
                foreach (var deal in outlook.Owners[i].Deals)
                {
                    if (random.Chance(Given(deal.Chances.Sum(), factors[i].Correlation, z))) sum += (double)deal.Amount!.Value;
                }

                var rate = 5 * quotas[i].NewBusinessShare * Math.Exp(
                    (factors[i].LogDeviation * z) - (factors[i].LogDeviation * factors[i].LogDeviation / 2));
                for (var left = Poisson(rate, random); left > 0; left--) sum += random.Chance(0.5) ? 100 : 400;
                if (sum >= (double)quotas[i].Amount) count++;
            }

            for (var k = 0; k <= count; k++) reached[k]++;
        }

        for (var k = 1; k <= 3; k++)
        {
            var share = reached[k] / (double)Draws;
            var error = Math.Sqrt((share * (1 - share) / Draws) + (outlook.AtLeast(k).StandardError * outlook.AtLeast(k).StandardError));
            Assert.InRange(outlook.AtLeast(k).Value, share - (4.5 * error), share + (4.5 * error));
        }

        // The chances of at least one, two and three add up to the expected number.
        var sumOfAll = Enumerable.Range(1, 3).Sum(k => outlook.AtLeast(k).Value);
        Assert.Equal(outlook.ExpectedCount, sumOfAll, 1);
        Assert.Equal(0.8, outlook.NewBusinessShare, 12);
        var all = forecast.Total.NewBusiness!.Mean;
        Assert.Equal(all * 0.5,
            outlook.Owners[0].Remaining.Mean - outlook.Owners[0].Deals.Sum(deal => (double)deal.Amount!.Value * deal.Chances.Sum()), 6);
    }

    [Fact]
    public void Of_OnePeriod_CountsItsChancesAlone()
    {
        var forecast = FixedModel.Forecast([Deal("a", 100, "Ann", 0.25, 0.5)]);
        Assert.Equal(0.75, QuotaForecast.Of(forecast, [new("Ann", 100)]).All.Value, 12);
        var february = QuotaForecast.Of(forecast, [new("Ann", 100)], new(ForecastPeriod.Month(2017, 2)));
        Assert.Equal(0.5, february.All.Value, 12);
        Assert.Equal(ForecastPeriod.Month(2017, 2), february.Period);
        Assert.Contains("one of those of the forecast: 2017-01, 2017-02", Assert.Throws<ArgumentException>(
            () => QuotaForecast.Of(forecast, [new("Ann", 100)], new(ForecastPeriod.Month(2017, 5)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_DealsThatCountForNoQuota_AreNamed()
    {
        var forecast = FixedModel.Forecast([Deal("a", 100, "Ann", 0.25), Deal("b", 100, null, 0.5), Deal("c", 10, "Cy", 0.5)]);
        var quotas = QuotaForecast.Of(forecast, [new("Ann", 100), new("Di", 10)]);
        Assert.Equal("b", Assert.Single(quotas.WithoutOwner).Opportunity.Id);
        Assert.Equal(["Cy"], quotas.WithoutQuota);
        Assert.Empty(quotas.Owners[1].Deals);
        Assert.Equal(0, quotas.Owners[1].Chance);
        Assert.Equal(0, quotas.NewBusinessShare);
        var byProduct = QuotaForecast.Of(forecast, [new("all", 110)], new(owner: _ => "all"));
        Assert.Equal(3, byProduct.Owners[0].Deals.Count);
        Assert.Empty(byProduct.WithoutOwner);
    }

    [Fact]
    public void Of_TheDefaultModel_HasTheDistributionsOfItsOwners()
    {
        var history = SimulatedSales.History(SimulatedSales.Deals(new SeededRandom(3), 200, 0.5), 200);
        var forecast = RevenueForecast.Create(history, SimulatedSales.Start.AddDays(199));
        var owners = forecast.OpenBy(deal => deal.Owner).Where(owner => owner.Name is not null).ToArray();
        var quotas = QuotaForecast.Of(forecast, owners.Select(owner => new OwnerQuota(owner.Name!, (decimal)owner.Total.Quantile(0.6))),
            new(draws: 2_048));
        for (var i = 0; i < owners.Length; i++)
        {
            Assert.Equal(owners[i].Total.ProbabilityAtLeast(quotas.Owners[i].Quota.Amount), quotas.Owners[i].Chance);
            Assert.Equal(owners[i].Total.Mean, quotas.Owners[i].Mean);
        }

        Assert.NotEmpty(quotas.WithoutOwner);
        Assert.Equal(quotas.All, QuotaForecast.Of(forecast, quotas.Owners.Select(owner => owner.Quota), new(draws: 2_048)).All);
        Assert.InRange(quotas.All.Value, 0.01, quotas.Owners.Min(owner => owner.Chance) + 0.02);
        Assert.True(quotas.All.Value > quotas.Owners[0].Chance * quotas.Owners[1].Chance - (4 * quotas.All.StandardError));
    }

    [Fact]
    public void Of_InvalidQuotas_NamesThem()
    {
        var forecast = FixedModel.Forecast([Deal("a", 100, "Ann", 0.25)]);
        Assert.Contains("\"Ann\" has two quotas", Message([new("Ann", 1), new("Ann", 2)]), StringComparison.Ordinal);
        Assert.Contains("add up to 1.1", Message([new("Ann", 1, newBusinessShare: 0.6), new("Bo", 2, newBusinessShare: 0.5)]),
            StringComparison.Ordinal);
        Assert.Contains("at least one", Message([]), StringComparison.Ordinal);
        Assert.Contains("at least one", Message([null!]), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => new OwnerQuota("Ann", -1));
        Assert.Throws<ArgumentOutOfRangeException>("won", () => new OwnerQuota("Ann", 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("newBusinessShare", () => new OwnerQuota("Ann", 1, 0, double.NaN));
        Assert.Throws<ArgumentException>("owner", () => new OwnerQuota(" ", 1));
        Assert.Throws<ArgumentOutOfRangeException>("draws", () => new QuotaOptions(draws: 1_000));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => QuotaForecast.Of(forecast, [new("Ann", 1)]).AtLeast(2));
        var history = SimulatedSales.History(SimulatedSales.Deals(new SeededRandom(3), 200, 0.5), 200);
        var series = RevenueForecast.Create(history, SimulatedSales.Start.AddDays(199), new(model: ForecastModels.Naive));
        Assert.Contains("\"naive\", which doesn't forecast deals",
            Assert.Throws<ArgumentException>("forecast", () => QuotaForecast.Of(series, [new("Ann", 1)])).Message,
            StringComparison.Ordinal);

        string Message(OwnerQuota[] quotas) => Assert.Throws<ArgumentException>("quotas", () => QuotaForecast.Of(forecast, quotas)).Message;
    }

    private static OpenDeal Deal(string id, decimal amount, string? owner, params double[] chances) =>
        FixedModel.Deal(id, amount, owner, chances);

    private static double Given(double chance, double correlation, double z) =>
        Normal.CDF(0, 1, (Normal.InvCDF(0, 1, chance) + (Math.Sqrt(correlation) * z)) / Math.Sqrt(1 - correlation));

    /// <summary>The correlation under which the chance given z has a standard deviation of the spread times the chance.</summary>
    private static double CorrelationOf(double chance, double spread)
    {
        double low = 0, high = 0.99;
        for (var step = 0; step < 50; step++)
        {
            var middle = (low + high) / 2;
            double variance = 0;
            for (var z = -8.0; z <= 8; z += 0.02) variance += 0.02 * Normal.PDF(0, 1, z) * Math.Pow(Given(chance, middle, z) - chance, 2);
            if (Math.Sqrt(variance) < spread * chance) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    private static int Poisson(double rate, SeededRandom random)
    {
        var events = 0;
        for (var product = random.Share(); product > Math.Exp(-rate); product *= random.Share()) events++;
        return events;
    }
}
#endif
