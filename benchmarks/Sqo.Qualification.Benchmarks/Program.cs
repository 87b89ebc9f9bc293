using System;
using System.Globalization;
using System.Linq;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Sqo.Qualification.Benchmarks;
using Sqo.Qualification.Benchmarks.Workload;

// --verify: the rivals come to the same decisions and quantiles. --reads: the slowest decisions during reloads. --texts: sets of texts
// beside a HashSet. --snapshots: a forecast from a whole pipeline, by its size. --plans: plans of selling time, and how far they can be
// from the best. --ranking: the best of a million deals, and one that changes. --attribution: models on aggregated and on streamed paths.
// --audit: the audit of a million deals. --backtests: a year of forecasts of ordinary pipelines.
// --hard [PART]: quantiles of hard portfolios, or of those whose names contain a text. --random FIRST LAST: of portfolios at random, 300
// for each seed; --stages FIRST LAST: of those with the probabilities of a few stages.
// --learning [FILE.csv]: a logistic model beside Microsoft.ML's, on made deals and on the public file of 78,025 wins and losses.
// --startup [PACKAGE.nupkg]: the first decision of a fresh process. Else BenchmarkDotNet, with
// its usual arguments; --filter '*' for all. Rivals are measured in one process and shown as ratios.
switch (args)
{
    case ["--verify"]:
        return Verification.Run() + DistributionVerification.Run() + SellingTimePlans.Verify();
    case ["--reads"]:
        ReloadReads.Compare();
        return 0;
    case ["--texts"]:
        TextSets.Compare();
        return 0;
    case ["--snapshots"]:
        SnapshotForecasts.Compare();
        return 0;
    case ["--backtests"]:
        Backtests.Compare();
        return 0;
    case ["--plans"]:
        SellingTimePlans.Compare();
        return 0;
    case ["--ranking"]:
        RankedLists.Compare();
        return 0;
    case ["--hard", .. var part] when part.Length < 2:
        HardDistributions.Compare(
            HardPortfolio.All().Where(each => each.ToString().Contains(part.SingleOrDefault() ?? "", StringComparison.Ordinal)));
        return 0;
    case ["--random" or "--stages", var from, var to]:
        var (first, last) = (int.Parse(from, CultureInfo.InvariantCulture), int.Parse(to, CultureInfo.InvariantCulture));
        var seeds = Enumerable.Range(first, last - first + 1);
        HardDistributions.Compare(seeds.SelectMany(seed =>
            args[0] == "--random" ? HardPortfolio.AtRandom(seed) : HardPortfolio.InStages(seed)));
        return 0;
    case ["--attribution"]:
        AttributionSpeed.Compare();
        return 0;
    case ["--audit"]:
        AuditSpeed.Compare();
        return 0;
    case ["--learning", .. var file] when file.Length < 2:
        LogisticFits.Compare(file.SingleOrDefault());
        return 0;
    case ["--startup", .. var package] when package.Length < 2:
        StartUp.Compare(package.SingleOrDefault());
        return 0;
    case ["--first", var who]:
        Console.WriteLine(StartUp.First(who).ToString(CultureInfo.InvariantCulture));
        return 0;
    default:
        var config = DefaultConfig.Instance
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(8).WithIterationCount(15))
            .HideColumns(Column.Job, Column.Toolchain, Column.Error, Column.StdDev, Column.Median, Column.RatioSD)
            .AddDiagnoser(BenchmarkDotNet.Diagnosers.MemoryDiagnoser.Default);
        BenchmarkSwitcher.FromAssembly(typeof(DecideBenchmarks).Assembly).Run(args, config);
        return 0;
}
