using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Forecasting.Models;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Backtesting;

/// <summary>A forecast knows nothing of what came after the day it is made on. Leaks are planted, and futures changed.</summary>
public class NoLookAheadTests
{
    private const int Days = 260;

    private static readonly DateTime Start = SimulatedSales.Start;
    private static readonly DateTime Last = Start.AddDays(Days - 1);

    private static readonly TimeToCloseOptions Eager = new(segment: static deal => deal.Stage, minimumWon: 3, minimumDays: 14);

    // One that takes in all that it is given, to see what changes.
    private static readonly ForecastModel Spy = new OwnModel("spy", static input =>
    {
        double sum = input.History.Undated.Count + (1_000 * input.WonByMonth.Values.Sum()) + input.History.ObservedFrom.Ticks + input.History.Last.Ticks;
        foreach (var deal in input.Snapshot.Opportunities.Concat(input.History.Undated))
        {
            sum += deal.Id.Length + (deal.Stage?.Length ?? 0) + (double)(deal.Amount ?? 0) + (double)(deal.ClosedAmount ?? 0) + (deal.Probability ?? 0) + (double)deal.Outcome;
            sum += (deal.Closed?.DayOfYear ?? 0) + (deal.ExpectedClose?.DayOfYear ?? 0) + (int)(deal.Category ?? 0) + deal.StageChanges.Count + deal.Touchpoints.Count;
            sum += Enumerable.Range(0, 6).Count(stage => deal.Funnel[(FunnelStage)stage] is not null);
        }

        return sum;
    });

    private static readonly ForecastModel[] Models =
    [
        ForecastModels.Naive,
        ForecastModels.SeasonalNaive(3),
        ForecastModels.Series(SeriesModels.SimpleExponentialSmoothing(0.3)),
        ForecastModels.WeightedPipeline(),
        ForecastModels.WeightedPipeline(static deal => deal.Stage),
        ForecastModels.TimeToClose(),
        ForecastModels.TimeToClose(Eager),
        ForecastModels.Default,
        ForecastModels.Combine("all", ForecastModels.TimeToClose(Eager), ForecastModels.WeightedPipeline(static deal => deal.Stage), ForecastModels.Naive, Spy),
        Spy,
    ];

    [Fact]
    public void Snapshot_RecordThatKnowsTheFuture_IsRefused()
    {
        var won = Opportunity.Create(o => (o.Id, o.Created, o.Closed, o.Outcome) = ("A", Start, Start.AddDays(9), OpportunityOutcome.Won));
        var fault = Assert.Single(Assert.Throws<RecordException>(() => new PipelineSnapshot(Start.AddDays(8), [won])).Faults);
        Assert.Equal("future.closed", fault.Code);
        Assert.Single(new PipelineSnapshot(Start.AddDays(9), [won]).Opportunities);
    }

    [Fact]
    public void Run_ModelThatAsksForTheFuture_IsCaught()
    {
        var origins = new[] { Start.AddDays(120), Start.AddDays(150) };
        foreach (var history in new[] { Reconstructed(Records(new SeededRandom(1))), Kept(Records(new SeededRandom(1)), 7) })
        {
            Caught(input => input.History.AsOf(input.AsOf.AddDays(1)).Open.Count);
            Caught(input => input.At(input.AsOf.AddDays(1), input.Periods).AsOf.Day);
            Caught(input => input.History.Until(input.Periods[0].Last).Last.Day);
            Caught(input => new ForecastInput(input.History, input.Periods[0].First, ForecastPeriod.NextMonths(input.Periods[0].First, 1)).AsOf.Day);
            Caught(input => TimeToClose.Fit(input.History, input.Periods[0].Last, Eager).WonCount);

            // At an earlier day the same holds, though the later one was known to the caller.
            Caught(input => input.At(input.AsOf.AddDays(-40), input.Periods).History.AsOf(input.AsOf).Open.Count);
            Caught(input => input.At(input.AsOf.AddDays(-40), input.Periods).At(input.AsOf, input.Periods).AsOf.Day);

            // What it may ask for is given.
            var honest = new OwnModel("honest", input => input.At(input.AsOf, input.Periods).History.AsOf(input.AsOf).Open.Count);
            Assert.Equal(2, Backtest.Run(history, origins, [honest], new([1])).Of("honest", 1)!.Rows.Count);

            void Caught(Func<ForecastInput, double> mean) =>
                Assert.Throws<ArgumentOutOfRangeException>(() => Backtest.Run(history, origins, [new OwnModel("cheat", mean)], new([1])));
        }
    }

    [Fact]
    public void Forecast_OtherFuturesOfReconstructedRecords_IsTheSameToTheBit() => Property.Holds(Deep.Size(1, 8), (random, size) =>
    {
        var records = Records(random);
        var origin = Start.AddDays(150 + random.Below(90));
        var observedFrom = random.Chance(0.5) ? Start.AddDays(random.Below(60)) : (DateTime?)null;
        var expected = Forecasts(PipelineHistory.Reconstruct(Made(records), Last, observedFrom), origin);
        for (var i = 0; i < Deep.Size(1, 2); i++) Assert.Equal(expected, Forecasts(PipelineHistory.Reconstruct(Made(Changed(random, records, origin)), Last, observedFrom), origin));
    });

    [Fact]
    public void Forecast_OtherLaterSnapshots_IsTheSameToTheBit() => Property.Holds(Deep.Size(1, 8), (random, size) =>
    {
        var records = Records(random);
        var origin = Start.AddDays(150 + random.Below(60));
        var every = random.Pick(7, 30);
        var expected = Forecasts(Kept(records, every), origin);
        var changed = Kept(Changed(random, records, origin), every);
        Assert.Equal(expected, Forecasts(PipelineHistory.Of(Snapshots(Kept(records, every)).Where(each => each.AsOf <= origin).Concat(Snapshots(changed).Where(each => each.AsOf > origin))), origin));
    });

    [Fact]
    public void Run_OtherFutures_GivesTheSameForecastsToTheBit()
    {
        var records = Records(new SeededRandom(21));
        var origin = new DateTime(2016, 6, 30);
        var changed = Changed(new SeededRandom(22), records, origin);
        var named = Models.GroupBy(model => model.Id).Select(models => models.Last()).ToList();
        var first = Backtest.Run(Reconstructed(records), [origin], named);
        var second = Backtest.Run(Reconstructed(changed), [origin], named);
        Assert.Equal(first.Scores.SelectMany(Bits), second.Scores.SelectMany(Bits));
        Assert.NotEqual(first.Scores[0].Rows[0].Actual, second.Scores[0].Rows[0].Actual);

        static IEnumerable<string> Bits(BacktestScore score) => score.Rows.Select(row => ForecastBits.Of(row.Model));
    }

    [Fact]
    public void At_EarlierDay_IsWhatAHistoryThatEndedThereGives() => Property.Holds(Deep.Size(1, 8), (random, size) =>
    {
        var records = Records(random);
        foreach (var history in new[] { Reconstructed(records), Kept(records, 30) })
        {
            var later = new ForecastInput(history, Start.AddDays(220), ForecastPeriod.NextMonths(Start.AddDays(220), 1));
            var day = Start.AddDays(100 + random.Below(100));
            var periods = ForecastPeriod.NextMonths(day, 2);
            var fresh = new ForecastInput(history, day, periods);
            var earlier = later.At(day, periods);
            Assert.Equal(fresh.WonByMonth.Values, earlier.WonByMonth.Values);
            Assert.Equal(fresh.History.Last, earlier.History.Last);
            foreach (var model in Models)
            {
                var expected = Means(model, fresh);
                var means = Means(model, earlier);
                Assert.Equal(expected is null, means is null);
                for (var i = 0; i < expected?.Count; i++) Assert.InRange((means![i] + 1) / (expected[i] + 1), 1 - 1e-9, 1 + 1e-9);
            }
        }

        static IReadOnlyList<double>? Means(ForecastModel model, ForecastInput input)
        {
            try
            {
                return model.Expect(input);
            }
            catch (TooLittleHistoryException)
            {
                return null;
            }
        }
    });

    private static List<string> Forecasts(PipelineHistory history, DateTime origin)
    {
        var input = new ForecastInput(history, origin, ForecastPeriod.NextMonths(origin, 2));
        var forecasts = Models.Select(model => ForecastBits.Of(model, input)).ToList();
        var shown = RevenueForecast.Create(history, origin, new(months: 2, model: ForecastModels.Naive));
        forecasts.Add($"{shown.Undated} {shown.UnvaluedWins} {shown.ObservedFrom:O} {string.Join(" ", shown.WeightedPipeline ?? [])}");
        return forecasts;
    }

    private static PipelineHistory Reconstructed(IEnumerable<Record> records) => PipelineHistory.Reconstruct(Made(records), Last);

    /// <summary>Snapshots of every so many days, each with what was thought of the open deals then.</summary>
    private static PipelineHistory Kept(IEnumerable<Record> records, int every)
    {
        var history = Reconstructed(records);
        var snapshots = new List<PipelineSnapshot>();
        for (var day = Start.AddDays(20); day <= Last; day = day.AddDays(every))
        {
            snapshots.Add(new(day, Opportunity.From(history.AsOf(day).Opportunities, (deal, o) =>
            {
                (o.Id, o.Product, o.Account, o.Amount) = (deal.Id, deal.Product, deal.Account, deal.Amount);
                (o.Created, o.Closed, o.Outcome, o.ClosedAmount) = (deal.Created, deal.Closed, deal.Outcome, deal.ClosedAmount);
                (o.StageChanges, o.Touchpoints) = (deal.StageChanges, deal.Touchpoints);
                if (!deal.IsOpen) return;
                o.Probability = (deal.Id.Length + day.Day) / 60.0;
                o.ExpectedClose = deal.Created!.Value.AddDays(60 + day.Day);
            })));
        }

        return PipelineHistory.Of(snapshots);
    }

    private static IEnumerable<PipelineSnapshot> Snapshots(PipelineHistory history) => history.SnapshotDays.Select(history.AsOf);

    private static List<Record> Records(SeededRandom random)
    {
        var records = new List<Record>();
        foreach (var deal in SimulatedSales.Deals(random, Days, 1, (age, _) => 0.01 + (0.002 * (age % 7))))
        {
            var created = deal.Created!.Value;
            var record = new Record
            {
                Id = deal.Id,
                Created = random.Chance(0.05) ? null : created,
                Closed = deal.Closed,
                Outcome = deal.Outcome,
                Amount = random.Chance(0.95) ? deal.Amount : null,
                ClosedAmount = deal.ClosedAmount,
                Product = deal.Product,
                Account = deal.Account,
            };
            foreach (var stage in new[] { "meeting", "offer", "contract" })
            {
                var at = created.AddDays(random.Below(40));
                if (at > Last || !random.Chance(0.6)) continue;
                record.Stages.Add(new StageChange(at, stage));
                record.Touches.Add(new Touchpoint(at, "mail"));
            }

            Imagine(random, record);
            records.Add(record);
        }

        return records;
    }

    // What has no date, and a reconstruction shows on the last day alone.
    private static void Imagine(SeededRandom random, Record record)
    {
        record.Probability = random.Chance(0.5) ? random.Share() : null;
        record.ExpectedClose = record.Closed ?? Start.AddDays(random.Below(400));
        record.Category = random.Pick(ForecastCategory.Pipeline, ForecastCategory.Commit);
    }

    /// <summary>The same records up to a day, and another life after it: closings, deals, stages, contacts.</summary>
    private static List<Record> Changed(SeededRandom random, IEnumerable<Record> records, DateTime origin)
    {
        var changed = new List<Record>();
        foreach (var record in records)
        {
            var isLater = record.Created is { } created ? created > origin : !record.HasTraceBy(origin);
            if (isLater && random.Chance(0.5)) continue;
            var copy = record.Copy();
            changed.Add(copy);
            copy.Stages.RemoveAll(change => change.At > origin);
            copy.Touches.RemoveAll(touch => touch.At > origin);
            var after = origin.AddDays(1 + random.Below((Last - origin).Days));
            if (copy.Created > after) after = copy.Created.Value;
            if (random.Chance(0.5)) copy.Stages.Add(new StageChange(after, "renewal"));
            if (random.Chance(0.5)) copy.Touches.Add(new Touchpoint(after, "visit"));
            if (copy.Closed <= origin) continue;
            copy.Outcome = random.Pick(OpportunityOutcome.Open, OpportunityOutcome.Won, OpportunityOutcome.Lost);
            copy.Closed = copy.Outcome == OpportunityOutcome.Open ? null : after;
            copy.ClosedAmount = copy.Outcome == OpportunityOutcome.Won ? random.Below(900) : null;
            Imagine(random, copy);
        }

        for (var i = 0; i < 40; i++)
        {
            var begun = origin.AddDays(1 + random.Below((Last - origin).Days));
            var closes = random.Chance(0.5);
            changed.Insert(random.Below(changed.Count), new Record
            {
                Id = "new-" + i,
                Created = random.Chance(0.9) ? begun : null,
                Closed = closes ? Last : null,
                Outcome = closes ? OpportunityOutcome.Won : OpportunityOutcome.Open,
                Amount = 700,
                Product = random.Pick("box", "barrel"),
                Stages = { new StageChange(begun, "unheard of") },
            });
        }

        return changed;
    }

    private static IReadOnlyList<Opportunity> Made(IEnumerable<Record> records) => Opportunity.From(records, (record, o) =>
    {
        (o.Id, o.Created, o.Closed, o.Outcome) = (record.Id, record.Created, record.Closed, record.Outcome);
        (o.Amount, o.ClosedAmount) = (record.Amount, record.ClosedAmount);
        (o.Product, o.Account, o.Probability, o.ExpectedClose) = (record.Product, record.Account, record.Probability, record.ExpectedClose);
        (o.StageChanges, o.Touchpoints) = (record.Stages, record.Touches);
        o.Category = record.Category;
    });

    private sealed class Record
    {
        public string Id { get; init; } = "";

        public DateTime? Created { get; init; }

        public DateTime? Closed { get; set; }

        public OpportunityOutcome Outcome { get; set; }

        public decimal? Amount { get; init; }

        public decimal? ClosedAmount { get; set; }

        public string? Product { get; init; }

        public string? Account { get; init; }

        public double? Probability { get; set; }

        public DateTime? ExpectedClose { get; set; }

        public ForecastCategory? Category { get; set; }

        public List<StageChange> Stages { get; init; } = [];

        public List<Touchpoint> Touches { get; init; } = [];

        public bool HasTraceBy(DateTime day) => Closed <= day || Stages.Exists(change => change.At <= day) || Touches.Exists(touch => touch.At <= day);

        public Record Copy() => new()
        {
            Id = Id,
            Created = Created,
            Closed = Closed,
            Outcome = Outcome,
            Amount = Amount,
            ClosedAmount = ClosedAmount,
            Product = Product,
            Account = Account,
            Probability = Probability,
            ExpectedClose = ExpectedClose,
            Category = Category,
            Stages = [.. Stages],
            Touches = [.. Touches],
        };
    }
}
