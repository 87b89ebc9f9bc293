using System;
using System.IO;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Laboratory;

/// <summary>
/// The laboratory in short; with SQO_DEEP=1 at length. SQO_LABORATORY=file writes the whole table, 200 companies of each world with 100 futures each, to that file.
/// </summary>
public class LaboratoryTests
{
    private const ulong Seed = 1;

    [Fact]
    public void Run_SteadyWorld_HoldsWhatItPromises()
    {
        var companies = Deep.Size(4, 100);
        var result = ForecastLaboratory.Run(World.All.Single(world => world.Name == "steady"), companies, Deep.Size(25, 100), Seed);
        foreach (var months in new[] { 1, 3 })
        {
            var row = result.Of("default", months);
            var (held, error) = (row.Held(0.8)!.Value.Value, row.Held(0.8)!.Value.Error);
            Assert.InRange(held, 0.74 - (3 * error), 0.88 + (3 * error));
            Assert.InRange(row.Bias.Value, -0.05 - (3 * row.Bias.Error), 0.05 + (3 * row.Bias.Error));
            Assert.InRange(row.Wape.Value / result.Of(ForecastLaboratory.Oracle, months).Wape.Value, 0.8, Deep.IsOn ? 1.2 : 1.5);
        }
    }

    [Fact]
    public void Run_SameSeed_GivesTheSameTable()
    {
        var world = new World("small") { Months = 4, DealsPerMonth = 4 };
        string Table() => ForecastLaboratory.Table([ForecastLaboratory.Run(world, 2, 5, 9) with { Seconds = 0 }]);
        Assert.Equal(Table(), Table());
    }

    [Fact]
    public void TrueMean_OfTheFutures_IsTheirMean()
    {
        var company = new Company(World.All[0], 5, 0);
        var futures = Enumerable.Range(0, 2_000).Select(_ => (double)company.Future().Sum()).ToArray();
        var mean = futures.Average();
        var error = Math.Sqrt(futures.Average(future => (future - mean) * (future - mean)) / futures.Length);
        Assert.InRange(mean, company.TrueMean(3) - (4 * error), company.TrueMean(3) + (4 * error));
    }

    [Fact]
    public void Run_AllWorlds_IsWrittenWhereAsked()
    {
        if (Environment.GetEnvironmentVariable("SQO_LABORATORY") is not { Length: > 0 } file) return;
        File.WriteAllText(file, ForecastLaboratory.Table(World.All.Select(world => ForecastLaboratory.Run(world, 200, 100, Seed))));
    }
}
