using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sqo.Qualification.DependencyInjection.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.DependencyInjection.Tests;

[Collection(ListenersCollection.Name)]
public class TelemetryTests
{
    private static readonly DateTime AsOf = new(2026, 11, 23);
    private static readonly Deal Vague = new() { Budget = 50_000m, Engagement = 90 };

    [Fact]
    public void Metrics_OfEveryCall_AreCounted()
    {
        var live = LiveConfiguration.Of();
        using var provider = Containers.Startup(live.Root, s => s.AddMetrics());
        using var log = new MetricLog(provider.GetRequiredService<IMeterFactory>());
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        qualifier.Decide(Deal.Good, AsOf);
        qualifier.Explain(Vague, AsOf);
        qualifier.DecideAll([Deal.Good, Vague, new Deal()], AsOf);
        qualifier.DecideAll([], AsOf);
        live.Become(("Sqo:Profiles:startup:QualifyAt", "51"));
        live.Become(("Sqo:Profiles:startup:QualifyAt", "x"));
        Assert.Equal(
            [
                "sqo.evaluation.duration sqo.profile.name=startup,sqo.operation.name=decide 1",
                "sqo.evaluation.duration sqo.profile.name=startup,sqo.operation.name=decide_all 2",
                "sqo.evaluation.duration sqo.profile.name=startup,sqo.operation.name=explain 1",
                "sqo.evaluations sqo.profile.name=startup,sqo.operation.name=decide 1",
                "sqo.evaluations sqo.profile.name=startup,sqo.operation.name=decide_all 3",
                "sqo.evaluations sqo.profile.name=startup,sqo.operation.name=explain 1",
                "sqo.profile.reloads sqo.profile.name=startup,sqo.profile.reload.outcome=applied 1",
                "sqo.profile.reloads sqo.profile.name=startup,sqo.profile.reload.outcome=refused," +
                "error.type=Sqo.Qualification.QualificationProfileException 1",
                "sqo.unknown_answers sqo.profile.name=startup 5",
                "sqo.verdicts sqo.profile.name=startup,sqo.verdict=needs_discovery 3",
                "sqo.verdicts sqo.profile.name=startup,sqo.verdict=qualified 2",
            ],
            log.Lines);
    }

    [Fact]
    public void Metrics_WithoutAFactory_AreThereToo()
    {
        var heard = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Name == SqoTelemetry.Evaluations) l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => heard += value);
        listener.Start();
        using var provider = Containers.Startup();
        provider.GetRequiredService<IQualifier<Deal>>().Decide(Deal.Good, AsOf);
        Assert.Equal(1, heard);
    }

    [Fact]
    public void Faults_ThrownOrTakenForUnknown_AreCountedAndLoggedOnce()
    {
        var sink = new LogSink();
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("throws", Broken).AddProfile<Deal>("unknown", p => Broken(p.OnError(ErrorHandling.AnswerUnknown))),
            more: s => s.AddMetrics().AddSingleton<ILoggerFactory>(sink));
        using var log = new MetricLog(provider.GetRequiredService<IMeterFactory>());
        var qualifiers = provider.GetRequiredService<IQualifierProvider>();
        Assert.Throws<CriterionEvaluationException>(() => qualifiers.Get<Deal>("throws").Decide(Deal.Good, AsOf));
        Assert.Throws<CriterionEvaluationException>(() => qualifiers.Get<Deal>("throws").Explain(Deal.Good, AsOf));
        Assert.Throws<CriterionEvaluationException>(() => qualifiers.Get<Deal>("throws").DecideAll([Deal.Good], AsOf));
        Assert.Throws<ArgumentNullException>("item", () => qualifiers.Get<Deal>("throws").Decide(null!, AsOf));
        Assert.True(qualifiers.Get<Deal>("unknown").Decide(Deal.Good, AsOf).HasErrors);
        qualifiers.Get<Deal>("unknown").DecideAll([Deal.Good, Deal.Good], AsOf);
        Assert.Contains("sqo.evaluation.errors sqo.profile.name=throws 3", log.Lines);
        Assert.Contains("sqo.evaluation.errors sqo.profile.name=unknown 3", log.Lines);
        Assert.Equal(
            [
                "sqo.evaluation.duration sqo.profile.name=throws,sqo.operation.name=decide,error.type=System.ArgumentNullException 1",
                "sqo.evaluation.duration sqo.profile.name=throws,sqo.operation.name=decide,error.type=System.TimeoutException 1",
                "sqo.evaluation.duration sqo.profile.name=throws,sqo.operation.name=decide_all,error.type=System.TimeoutException 1",
                "sqo.evaluation.duration sqo.profile.name=throws,sqo.operation.name=explain,error.type=System.TimeoutException 1",
                "sqo.evaluation.duration sqo.profile.name=unknown,sqo.operation.name=decide 1",
                "sqo.evaluation.duration sqo.profile.name=unknown,sqo.operation.name=decide_all 1",
            ],
            log.Lines.Where(line => line.StartsWith(SqoTelemetry.Duration, StringComparison.Ordinal)));
        var told = Assert.Single(sink.Entries, entry => entry.Event.Id == SqoEventIds.CriterionFailed);
        Assert.Equal(LogLevel.Warning, told.Level);
        Assert.Equal(SqoTelemetry.LogCategory, told.Category);
        Assert.Equal("CriterionFailed", told.Event.Name);
        Assert.Equal(
            "The criterion budget of profile unknown failed, and its answer counts as unknown. Further errors are only counted.",
            told.Message);
        Assert.Equal("Secret 50000.", Assert.IsType<TimeoutException>(Assert.Single(sink.Causes)).Message);

        static void Broken(ProfileBuilder<Deal> p) =>
            p.Criterion("budget", d => d.Engagement > 0 ? throw new TimeoutException("Secret 50000.") : d.Budget).AtLeast(1m).Required();
    }

    [Fact]
    public void Fault_InABatchAlone_IsLoggedWithItsCause()
    {
        var sink = new LogSink();
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("unknown", p =>
            {
                p.Criterion("budget", d => d.Engagement > 90 ? throw new TimeoutException("No price list.") : d.Budget).AtLeast(1m)
                    .Required();
                p.OnError(ErrorHandling.AnswerUnknown);
            }),
            more: s => s.AddSingleton<ILoggerFactory>(sink));
        provider.GetRequiredService<IQualifier<Deal>>().DecideAll([Deal.Good, new Deal { Engagement = 95 }], AsOf);
        Assert.Single(sink.Entries, entry => entry.Event.Id == SqoEventIds.CriterionFailed);
        Assert.Equal("No price list.", Assert.IsType<TimeoutException>(Assert.Single(sink.Causes)).Message);
    }

    [Fact]
    public void Activities_TellTheVerdictAndNothingOfTheCustomer()
    {
        var activities = new List<Activity>();
        using var listener = Listener(stopped: activities.Add);
        using var provider = Containers.Startup();
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        qualifier.Decide(Vague, AsOf);
        qualifier.DecideAll([Vague, Vague], AsOf);
        Assert.Throws<ArgumentException>(() => qualifier.Explain(Vague, DateTime.SpecifyKind(AsOf, DateTimeKind.Local)));
        Assert.Equal(
            [
                "sqo.decide Unset: sqo.profile.name=startup, sqo.profile.version=1, sqo.verdict=needs_discovery",
                "sqo.decide_all Unset: sqo.profile.name=startup, sqo.profile.version=1, sqo.batch.size=2",
                "sqo.explain Error: sqo.profile.name=startup, sqo.profile.version=1, error.type=System.ArgumentException",
            ],
            activities.Select(TextOf));
        Assert.Null(activities[2].StatusDescription);
        Assert.Null(Activity.Current);
    }

    [Fact]
    public void Activities_WithDetails_TellTheScoreAndTheCriteria()
    {
        var activities = new List<Activity>();
        using var listener = Listener(stopped: activities.Add);
        var services = new ServiceCollection();
        services.AddSqoQualification(options => options.RecordDetails = true).AddProfile<Deal>("startup", Deal.Startup);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IQualifier<Deal>>().Explain(new Deal { Budget = 1m, Engagement = 90 }, AsOf);
        Assert.Equal(
            "sqo.explain Unset: sqo.profile.name=startup, sqo.profile.version=1, sqo.verdict=disqualified, sqo.score.value=90, " +
            "sqo.score.lowest=90, sqo.score.highest=90, " +
            "sqo.unmet_criteria=[budget], sqo.unknown_criteria=[authority]",
            TextOf(Assert.Single(activities)));
    }

    /// <summary>OpenTelemetry's naming: https://opentelemetry.io/docs/specs/semconv/general/naming/.</summary>
    [Fact]
    public void Names_FollowTheConventions()
    {
        var names = typeof(SqoTelemetry).GetFields()
            .Where(field => field.Name is not (nameof(SqoTelemetry.ActivitySourceName) or nameof(SqoTelemetry.MeterName)
                or nameof(SqoTelemetry.LogCategory)))
            .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);
        Assert.All(names.Values, name => Assert.Matches("^[a-z]+(_[a-z]+)*([.][a-z]+(_[a-z]+)*)+$", name));
        Assert.Equal(names.Count, names.Values.Distinct().Count());
        foreach (var name in names.Values)
        {
            Assert.DoesNotContain(names.Values, other => other.StartsWith(name + ".", StringComparison.Ordinal));
        }

        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../docs/dependency-injection.md"));
        Assert.All(names.Values, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));

        static string Here([CallerFilePath] string path = "") => path;
    }

    [Fact]
    public void Instruments_HaveUnitsAndBuckets()
    {
        var instruments = new List<Instrument>();
        using var provider = Containers.Startup(more: s => s.AddMetrics());
        var factory = provider.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == SqoTelemetry.MeterName && instrument.Meter.Scope == factory) instruments.Add(instrument);
            },
        };
        listener.Start();
        provider.GetRequiredService<IQualifier<Deal>>().Decide(Deal.Good, AsOf);
        Assert.Equal(
            [
                "sqo.evaluation.duration s", "sqo.evaluation.errors {opportunity}", "sqo.evaluations {opportunity}",
                "sqo.profile.reloads {reload}", "sqo.unknown_answers {answer}", "sqo.verdicts {opportunity}",
            ],
            instruments.Select(instrument => $"{instrument.Name} {instrument.Unit}").Order(StringComparer.Ordinal));

        // A decision takes about a microsecond: the buckets must tell one from a hundred.
        var buckets = Assert.Single(instruments.OfType<Histogram<double>>()).Advice!.HistogramBucketBoundaries!;
        Assert.Equal(buckets.Order(), buckets);
        Assert.Equal(1e-6, buckets[0]);
        Assert.Equal(10, buckets[^1]);
        Assert.True(buckets.Count(bound => bound <= 1e-4) >= 7);
    }

    [Fact]
    public void Error_OfAGenericType_IsTheTypeWithoutItsArguments()
    {
        var activities = new List<Activity>();
        using var listener = Listener(stopped: activities.Add);
        using var provider = Containers.Of(q => q.AddProfile<Deal>("fails", p =>
            p.Criterion("budget", d => d.Engagement > 0 ? throw new Failure<Deal>() : d.Budget).AtLeast(1m).Required()));
        Assert.Throws<CriterionEvaluationException>(() => provider.GetRequiredService<IQualifier<Deal>>().Decide(Deal.Good, AsOf));
        Assert.Equal(typeof(Failure<>).FullName, Assert.Single(activities).GetTagItem(SqoTelemetry.ErrorTag));
    }

    [Fact]
    public void Call_ThatIsCanceled_IsAnErrorInTracesAndMetrics()
    {
        var activities = new List<Activity>();
        using var listener = Listener(stopped: activities.Add);
        using var provider = Containers.Startup(more: s => s.AddMetrics());
        using var log = new MetricLog(provider.GetRequiredService<IMeterFactory>());
        Assert.ThrowsAny<OperationCanceledException>(() => provider.GetRequiredService<IQualifier<Deal>>()
            .DecideAll([Deal.Good], AsOf, cancellationToken: new System.Threading.CancellationToken(canceled: true)));
        var activity = Assert.Single(activities);
        var type = Assert.IsType<string>(activity.GetTagItem(SqoTelemetry.ErrorTag));
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Equal(
            $"sqo.evaluation.duration sqo.profile.name=startup,sqo.operation.name=decide_all,error.type={type} 1", log.Lines.Single());
    }

    [Fact]
    public void Listeners_ThatThrow_BreakNothing()
    {
        var sink = new LogSink();
        var expected = QualificationProfile.Create<Deal>("startup", Deal.Startup).Decide(Vague, AsOf);
        using var parent = new Activity("parent").Start();
        foreach (var (started, stopped) in new (Action<Activity>?, Action<Activity>?)[] { (Throw, null), (null, Throw) })
        {
            using var listener = Listener(started, stopped);
            using var provider = Containers.Startup(more: s => s.AddSingleton<ILoggerFactory>(sink));
            var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
            for (var i = 0; i < 3; i++)
            {
                Assert.Equal(expected, qualifier.Decide(Vague, AsOf));
                Assert.Equal(expected, qualifier.Explain(Vague, AsOf).Decision);
                Assert.Equal([expected], qualifier.DecideAll([Vague], AsOf));
                Assert.Same(parent, Activity.Current);
            }
        }

        Assert.Equal(2, sink.Entries.Count(entry => entry.Event.Id == SqoEventIds.TelemetryFailed));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void MeterListeners_ThatThrow_BreakNothing(bool whenPublished)
    {
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name != SqoTelemetry.MeterName) return;
                if (whenPublished) Throw(null);
                l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => Throw(null));
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => Throw(null));
        listener.Start();
        var live = LiveConfiguration.Of();
        using var provider = Containers.Startup(live.Root);
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        Assert.Equal(qualifier.Profile.Decide(Vague, AsOf), qualifier.Decide(Vague, AsOf));
        live.Become(("Sqo:Profiles:startup:QualifyAt", "51"));
        Assert.Equal(51, qualifier.Profile.Threshold);
    }

    [Fact]
    public void Logger_ThatThrows_BreaksNothing()
    {
        var live = LiveConfiguration.Of();
        using var provider = Containers.Startup(live.Root, s => s.AddSingleton<ILoggerFactory>(new LogSink(throws: true)));
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        live.Become(("Sqo:Profiles:startup:QualifyAt", "x"));
        Assert.Equal(50, qualifier.Profile.Threshold);
    }

    private sealed class Failure<T> : Exception;

    private static void Throw(Activity? activity) => throw new InvalidOperationException("The exporter is full.");

    private static ActivityListener Listener(Action<Activity>? started = null, Action<Activity>? stopped = null)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SqoTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = started,
            ActivityStopped = stopped,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static string TextOf(Activity activity) =>
        $"{activity.OperationName} {activity.Status}: " +
        string.Join(", ", activity.TagObjects.Select(tag => FormattableString.Invariant($"{tag.Key}={ValueOf(tag)}")));

    private static object? ValueOf(KeyValuePair<string, object?> tag) =>
        tag.Value is string[] texts ? $"[{string.Join(", ", texts)}]" : tag.Value;
}
