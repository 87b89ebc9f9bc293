using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
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
                "sqo.evaluation.duration sqo.profile.name=startup,sqo.operation=decide 1",
                "sqo.evaluation.duration sqo.profile.name=startup,sqo.operation=decide_all 2",
                "sqo.evaluation.duration sqo.profile.name=startup,sqo.operation=explain 1",
                "sqo.evaluations sqo.profile.name=startup,sqo.operation=decide 1",
                "sqo.evaluations sqo.profile.name=startup,sqo.operation=decide_all 3",
                "sqo.evaluations sqo.profile.name=startup,sqo.operation=explain 1",
                "sqo.profile.reloads sqo.profile.name=startup,sqo.outcome=applied 1",
                "sqo.profile.reloads sqo.profile.name=startup,sqo.outcome=refused 1",
                "sqo.unknowns sqo.profile.name=startup 5",
                "sqo.verdicts sqo.profile.name=startup,sqo.verdict=NeedsDiscovery 3",
                "sqo.verdicts sqo.profile.name=startup,sqo.verdict=Qualified 2",
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
        Assert.Contains("sqo.errors sqo.profile.name=throws 3", log.Lines);
        Assert.Contains("sqo.errors sqo.profile.name=unknown 3", log.Lines);
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
                "sqo.decide Unset: sqo.profile.name=startup, sqo.profile.version=1, sqo.verdict=NeedsDiscovery",
                "sqo.decide_all Unset: sqo.profile.name=startup, sqo.profile.version=1, sqo.count=2",
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
            "sqo.explain Unset: sqo.profile.name=startup, sqo.profile.version=1, sqo.verdict=Disqualified, sqo.score=90, " +
            "sqo.score.lowest=90, sqo.score.highest=90, " +
            "sqo.unmet=budget, sqo.unknown=authority",
            TextOf(Assert.Single(activities)));
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
        string.Join(", ", activity.TagObjects.Select(tag => FormattableString.Invariant($"{tag.Key}={tag.Value}")));
}
