using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Threading;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The traces, metrics and logs of one container. Without a listener it costs a few field reads, and
/// the evaluation continues whatever a listener does.
/// </summary>
internal sealed class Telemetry : IDisposable
{
    // By the values of Verdict.
    private static readonly string[] VerdictNames = ["disqualified", "near_miss", "needs_discovery", "qualified"];

    // A decision takes about a microsecond, an explanation some, a batch milliseconds, and an asynchronous criterion up to its time-out.
    private static readonly double[] DurationBuckets =
    [
        1e-6, 2.5e-6, 5e-6, 1e-5, 2.5e-5, 5e-5, 1e-4, 2.5e-4, 5e-4, 1e-3, 5e-3, 1e-2, 5e-2, 0.1, 0.5, 1, 5, 10,
    ];

    private readonly TimeProvider _clock;
    private readonly bool _recordsDetails;
    private readonly ActivitySource? _source;
    private readonly Meter? _meter;
    private readonly Counter<long>? _evaluations;
    private readonly Counter<long>? _verdicts;
    private readonly Counter<long>? _unknownAnswers;
    private readonly Counter<long>? _errors;
    private readonly Counter<long>? _reloads;
    private readonly Histogram<double>? _duration;
    private int _hasFailed;

    public Telemetry(TimeProvider clock, SqoQualificationOptions options, ILoggerFactory? loggers, IMeterFactory? meters)
    {
        _clock = clock;
        _recordsDetails = options.RecordDetails;
        Logger = new SafeLogger(loggers?.CreateLogger(SqoTelemetry.LogCategory) ?? NullLogger.Instance);

        // A listener is notified when a source or an instrument is created, and may throw then too.
        var version = typeof(Telemetry).Assembly.GetName().Version?.ToString(3);
        _source = Made(() => new ActivitySource(SqoTelemetry.ActivitySourceName, version));
        _meter = Made(() =>
            meters?.Create(new MeterOptions(SqoTelemetry.MeterName) { Version = version }) ?? new Meter(SqoTelemetry.MeterName, version));
        if (_meter is not { } meter) return;
        _evaluations = Made(() => meter.CreateCounter<long>(SqoTelemetry.Evaluations, "{opportunity}", "Evaluated opportunities."));
        _verdicts = Made(() => meter.CreateCounter<long>(SqoTelemetry.Verdicts, "{opportunity}", "Verdicts about opportunities."));
        _unknownAnswers = Made(() => meter.CreateCounter<long>(SqoTelemetry.UnknownAnswers, "{answer}", "Unknown answers."));
        _errors = Made(() =>
            meter.CreateCounter<long>(SqoTelemetry.Errors, "{opportunity}", "Evaluations where code of a criterion failed."));
        _reloads = Made(() => meter.CreateCounter<long>(SqoTelemetry.Reloads, "{reload}", "Reloads of profiles."));
        _duration = Made(() => meter.CreateHistogram(
            SqoTelemetry.Duration, "s", "How long calls take.", null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = DurationBuckets }));
    }

    /// <summary>Logs, and never throws.</summary>
    public ILogger Logger { get; }

    /// <summary>Whether anything listens to evaluations.</summary>
    public bool IsOn =>
        _source is { } source && source.HasListeners()
        || _duration is { Enabled: true }
        || _verdicts is { Enabled: true }
        || _evaluations is { Enabled: true }
        || _unknownAnswers is { Enabled: true }
        || _errors is { Enabled: true };

    public Run Start(string profile, string version, Operation operation)
    {
        var before = Activity.Current;
        try
        {
            var activity = _source?.StartActivity(operation.ActivityName);
            activity?.SetTag(SqoTelemetry.ProfileTag, profile).SetTag(SqoTelemetry.VersionTag, version);
            return new Run(this, activity, before, profile, operation, _clock.GetTimestamp());
        }
        catch (Exception e)
        {
            // The failed activity has made itself the current one.
            Activity.Current = before;
            Failed(e);
            return default;
        }
    }

    /// <param name="profile">The name of the profile.</param>
    /// <param name="refusal">Why the configuration is refused; <see langword="null"/> when it is applied.</param>
    public void Reloaded(string profile, Exception? refusal)
    {
        try
        {
            var name = Tag(SqoTelemetry.ProfileTag, profile);
            if (refusal is null) _reloads?.Add(1, name, Tag(SqoTelemetry.OutcomeTag, "applied"));
            else _reloads?.Add(1, name, Tag(SqoTelemetry.OutcomeTag, "refused"), Tag(SqoTelemetry.ErrorTag, ErrorType(refusal)));
        }
        catch (Exception e)
        {
            Failed(e);
        }
    }

    public void Dispose()
    {
        _source?.Dispose();
        _meter?.Dispose();
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    /// <summary>
    /// The type to classify an error by: a wrapper says nothing, and the arguments of a generic type would name their assemblies.
    /// </summary>
    private static string ErrorType(Exception error)
    {
        var type = (error is CriterionEvaluationException { InnerException: { } cause } ? cause : error).GetType();
        return (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!;
    }

    private TMade? Made<TMade>(Func<TMade> make)
        where TMade : class
    {
        try
        {
            return make();
        }
        catch (Exception e)
        {
            Failed(e);
            return null;
        }
    }

    private void Failed(Exception cause)
    {
        if (Interlocked.Exchange(ref _hasFailed, 1) == 0) Log.TelemetryFailed(Logger, cause);
    }

    /// <summary>A kind of call.</summary>
    internal sealed class Operation
    {
        public static readonly Operation Decide = new("decide");
        public static readonly Operation Explain = new("explain");
        public static readonly Operation DecideAll = new("decide_all");

        private Operation(string name)
        {
            Name = name;
            ActivityName = "sqo." + name;
        }

        public string Name { get; }

        public string ActivityName { get; }
    }

    /// <summary>One observed call. Its methods never throw; the default value observes nothing.</summary>
    internal readonly struct Run(Telemetry? owner, Activity? activity, Activity? before, string profile, Operation operation, long start)
    {
        private double Elapsed => owner!._clock.GetElapsedTime(start).TotalSeconds;

        public void Complete<T>(QualificationProfile<T> by, in Decision decision)
        {
            if (owner is null) return;
            try
            {
                Count(1);
                owner._verdicts?.Add(
                    1, Tag(SqoTelemetry.ProfileTag, profile), Tag(SqoTelemetry.VerdictTag, VerdictNames[(int)decision.Verdict]));
                if (decision.Unknown.Count > 0) owner._unknownAnswers?.Add(decision.Unknown.Count, Tag(SqoTelemetry.ProfileTag, profile));
                if (decision.HasErrors) owner._errors?.Add(1, Tag(SqoTelemetry.ProfileTag, profile));
                activity?.SetTag(SqoTelemetry.VerdictTag, VerdictNames[(int)decision.Verdict]);
                if (activity is { IsAllDataRequested: true } && owner._recordsDetails) Detail(by, in decision);
            }
            catch (Exception e)
            {
                owner.Failed(e);
            }

            Stop();
        }

        public void Complete(Decision[] decisions)
        {
            if (owner is null) return;
            try
            {
                var verdicts = new long[VerdictNames.Length];
                var (unknownAnswers, errors) = (0L, 0L);
                foreach (var decision in decisions)
                {
                    verdicts[(int)decision.Verdict]++;
                    unknownAnswers += decision.Unknown.Count;
                    if (decision.HasErrors) errors++;
                }

                Count(decisions.Length);
                for (var i = 0; i < verdicts.Length; i++)
                {
                    if (verdicts[i] > 0)
                    {
                        owner._verdicts?.Add(
                            verdicts[i], Tag(SqoTelemetry.ProfileTag, profile), Tag(SqoTelemetry.VerdictTag, VerdictNames[i]));
                    }
                }

                if (unknownAnswers > 0) owner._unknownAnswers?.Add(unknownAnswers, Tag(SqoTelemetry.ProfileTag, profile));
                if (errors > 0) owner._errors?.Add(errors, Tag(SqoTelemetry.ProfileTag, profile));
                activity?.SetTag(SqoTelemetry.BatchSizeTag, decisions.Length);
            }
            catch (Exception e)
            {
                owner.Failed(e);
            }

            Stop();
        }

        public void Fail(Exception cause)
        {
            if (owner is null) return;
            try
            {
                if (cause is CriterionEvaluationException) owner._errors?.Add(1, Tag(SqoTelemetry.ProfileTag, profile));
                var errorType = ErrorType(cause);
                activity?.SetStatus(ActivityStatusCode.Error, owner._recordsDetails ? cause.Message : null)
                    .SetTag(SqoTelemetry.ErrorTag, errorType);
                owner._duration?.Record(
                    Elapsed, Tag(SqoTelemetry.ProfileTag, profile), Tag(SqoTelemetry.OperationTag, operation.Name),
                    Tag(SqoTelemetry.ErrorTag, errorType));
            }
            catch (Exception e)
            {
                owner.Failed(e);
            }

            Stop();
        }

        private void Count(int opportunities)
        {
            if (opportunities > 0)
            {
                owner!._evaluations?.Add(
                    opportunities, Tag(SqoTelemetry.ProfileTag, profile), Tag(SqoTelemetry.OperationTag, operation.Name));
            }

            owner!._duration?.Record(
                Elapsed, Tag(SqoTelemetry.ProfileTag, profile), Tag(SqoTelemetry.OperationTag, operation.Name));
        }

        private void Detail<T>(QualificationProfile<T> by, in Decision decision) => activity!
            .SetTag(SqoTelemetry.ScoreTag, decision.Score)
            .SetTag(SqoTelemetry.LowestTag, decision.Lowest)
            .SetTag(SqoTelemetry.HighestTag, decision.Highest)
            .SetTag(SqoTelemetry.UnmetTag, IdsOf(by.CriteriaIn(decision.Unmet)))
            .SetTag(SqoTelemetry.UnknownTag, IdsOf(by.CriteriaIn(decision.Unknown)));

        private static string[] IdsOf(IReadOnlyList<CriterionInfo> criteria) => [.. criteria.Select(criterion => criterion.Id)];

        private void Stop()
        {
            if (activity is null) return;
            try
            {
                activity.Dispose();
            }
            catch (Exception e)
            {
                // A listener that throws prevents the activity from restoring the previous one.
                Activity.Current = before;
                owner!.Failed(e);
            }
        }
    }
}
