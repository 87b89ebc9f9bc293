using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>
/// Processor time, memory and error bound of three quantiles of hard portfolios, from deals. The yardstick is the time to sort a million
/// doubles from a seed; a machine of the usual speed takes 70 ms for it.
/// </summary>
public static class HardDistributions
{
    private const double UsualYardstick = 70;
    private const int Rounds = 2;

    public static void Compare(IEnumerable<HardPortfolio> portfolios)
    {
        var yardstick = Enumerable.Range(0, 7).Min(_ => Yardstick.Measure());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"yardstick {yardstick:F1} ms"));
        foreach (var warm in HardPortfolio.All().Where(each => each.Count <= 100)) _ = Measure(warm);
        var all = new List<Result>();
        foreach (var portfolio in portfolios)
        {
            var best = Measure(portfolio);
            for (var round = 1; round < Rounds; round++)
            {
                var again = Measure(portfolio);
                if (again.Time < best.Time) best = again;
            }

            all.Add(best);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{portfolio} {best.Method,-18} {best.Bound,8:F5} {best.Time,7:F1} ms {best.Time / yardstick,6:F2} {best.Memory,6:F1} MB"));
        }

        foreach (var group in all.GroupBy(each => each.Method).OrderBy(group => group.Key))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{group.Key}: {group.Count()}, median {group.Select(each => each.Time).Order().ElementAt(group.Count() / 2):F1} ms, " +
                $"worst {group.Max(each => each.Time):F1} ms, {group.Max(each => each.Memory):F1} MB, " +
                $"bound {group.Max(each => each.Bound):F5}"));
        }

        var usual = UsualYardstick / yardstick;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"of {all.Count}, {all.Sum(each => each.Time) / 1000:F1} s: bound above 0.005 {all.Count(each => each.Bound > 0.00501)}; " +
            $"above 50 ms, or 100 ms if simulated: raw {all.Count(each => IsSlow(each, 1))}, " +
            $"on a machine of the usual speed {all.Count(each => IsSlow(each, usual))}; " +
            $"above 50 MB {all.Count(each => each.Memory > 50)}"));

        static bool IsSlow(Result each, double speed) =>
            each.Time * speed > (each.Method == DistributionMethod.Simulation ? 100 : 50);
    }

    private static Result Measure(HardPortfolio portfolio)
    {
        var distribution = portfolio.Distribution();
        var memory = GC.GetAllocatedBytesForCurrentThread();
        var start = Environment.CpuUsage.TotalTime;
        _ = DistributionBenchmarks.Three(distribution);
        var time = Environment.CpuUsage.TotalTime - start;
        return new(
            portfolio, distribution.Method, distribution.ErrorBound, time.TotalMilliseconds,
            (GC.GetAllocatedBytesForCurrentThread() - memory) / 1e6);
    }

    private sealed record Result(HardPortfolio Portfolio, DistributionMethod Method, double Bound, double Time, double Memory);
}
