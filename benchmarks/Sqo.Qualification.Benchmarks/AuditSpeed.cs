using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>
/// A million closed deals and ten criteria: what an audit takes, in units of one <c>DecideAll</c>. Each figure is the best of five runs.
/// </summary>
public static class AuditSpeed
{
    private const int Count = 1_000_000;
    private const int Runs = 5;

    public static void Compare()
    {
        var deals = Opportunities.Make(Count);
        var profile = LibraryProfile.Create();
        var table = profile.AnswerAll(deals, Opportunities.AsOf);
        var random = new SplitMix(1);
        var outcomes = DealOutcomes.Of(
            table.Items, _ => random.Chance(0.4) ? OpportunityOutcome.Won : OpportunityOutcome.Lost, _ => 1_234.5m);
        var decisions = new Decision[Count];
        var curve = WhatIfCurve.OfThresholds(profile, table, outcomes, Enumerable.Range(0, 101).Select(t => (double)t));

        var unit = Best(() => profile.DecideAll(deals, decisions, Opportunities.AsOf));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"DecideAll: {unit / Count * 1e6:0.0} ns per deal"));
        Show("verdicts, reliance, pairs, reliability, blockers and leave-one-out", () => ProfileAudit.Of(profile, table, outcomes));
        Show("curve of 101 thresholds", () =>
            WhatIfCurve.OfThresholds(profile, table, outcomes, Enumerable.Range(0, 101).Select(t => (double)t)));
        Show("200 bootstrap samples of it", () => curve.Best(5_000, 100, 4));

        void Show(string what, Action work)
        {
            var time = Best(work);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {time:0} ms, {time / unit:0.00} DecideAll"));
        }
    }

    private static double Best(Action work)
    {
        var best = double.PositiveInfinity;
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }
}
