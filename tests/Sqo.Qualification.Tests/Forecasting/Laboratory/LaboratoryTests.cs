using System;
using System.IO;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Laboratory;

/// <summary>
/// The laboratory in short; with SQO_DEEP=1 at length, where every world keeps to its limits. SQO_LABORATORY=file writes its tables to that
/// file: with SQO_DEEP=1 of that size, without it of the whole one, 200 companies of each world with 100 futures each.
/// </summary>
public class LaboratoryTests
{
    private const ulong Seed = 1;

    private static readonly int[] Ahead = [1, 3];

#if NETSTANDARD_ASSET
    // Once is enough: forecasts have the same bits on every target.
    private static bool IsLong => false;
#else
    private static bool IsLong => Deep.IsOn;
#endif

    [Fact]
    public void Run_AllWorlds_KeepsToTheirLimits()
    {
        var file = Environment.GetEnvironmentVariable("SQO_LABORATORY") is { Length: > 0 } given ? given : null;
        var isWhole = file is not null && !Deep.IsOn;
        // In short only the steady world: its intervals and its mean.
        var worlds = IsLong || isWhole ? World.All : [World.All[0]];
        var (companies, futures) = isWhole ? (200, 100) : IsLong ? (100, 50) : (4, 25);
        var results = worlds.Select(world => ForecastLaboratory.Run(world, companies, futures, Seed)).ToArray();
        var tables = ForecastLaboratory.Summary(results) + "\n" + ForecastLaboratory.Table(results);
        if (file is not null && worlds.Count > 1) File.WriteAllText(file, tables);
        var missed = from result in results
                     from months in Ahead
                     from goal in (result.World.Limits ?? result.World.Goals).MissedBy(result, months)
                     select $"{result.World.Name}, {months} months ahead: {goal}";
        Assert.Empty(missed);
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
}
