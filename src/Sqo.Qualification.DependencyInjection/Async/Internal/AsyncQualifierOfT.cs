using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Evaluates opportunities with a profile, and fetches the answers of its asynchronous criteria.</summary>
internal sealed class AsyncQualifier<T> : IAsyncQualifier<T>
{
    private readonly QualificationProfile<T> _profile;
    private readonly TimeProvider _clock;
    private readonly Question[] _questions;
    private readonly ulong _asynchronous;
    private readonly Turns _turns;

    // Unused evaluations: a few, since most evaluations are short.
    private readonly StepwiseEvaluation<T>?[] _spares = new StepwiseEvaluation<T>?[8];

    private readonly Telemetry? _telemetry;
    private readonly ErrorLog? _errors;

    /// <param name="profile">The profile.</param>
    /// <param name="builder">The builder of the profile.</param>
    /// <param name="clock">The clock, for "now" and for time-outs.</param>
    /// <param name="turns">Limits how many criteria run at once; shared by all builds of a registered profile.</param>
    /// <param name="telemetry">Observes every evaluation; <see langword="null"/> without a container.</param>
    /// <param name="errors">Logs the errors that count as unknown; <see langword="null"/> without a container.</param>
    public AsyncQualifier(
        QualificationProfile<T> profile, AsyncProfileBuilder<T> builder, TimeProvider clock, Turns turns, Telemetry? telemetry = null,
        ErrorLog? errors = null)
    {
        _telemetry = telemetry;
        _errors = errors;
        _profile = profile;
        _clock = clock;
        _turns = turns;
        _questions = InOrder(profile, builder);
        foreach (var question in _questions) _asynchronous |= question.Bit;
        Profile = new AsyncProfile<T>(profile, Array.ConvertAll(_questions, question => question.Info));
    }

    public AsyncProfile<T> Profile { get; }

    public ValueTask<Decision> DecideAsync(T item, CancellationToken cancellationToken) =>
        DecideAsync(item, Now(), false, null, cancellationToken);

    public ValueTask<Decision> DecideAsync(T item, DateTime asOf, CancellationToken cancellationToken) =>
        DecideAsync(item, asOf, false, null, cancellationToken);

    public ValueTask<Decision> DecideAsync(T item, DateTime asOf, Decision previous, CancellationToken cancellationToken) =>
        DecideAsync(item, asOf, previous.IsQualified, null, cancellationToken);

    public ValueTask<QualificationResult> ExplainAsync(T item, CancellationToken cancellationToken) =>
        ExplainAsync(item, Now(), false, cancellationToken);

    public ValueTask<QualificationResult> ExplainAsync(T item, DateTime asOf, CancellationToken cancellationToken) =>
        ExplainAsync(item, asOf, false, cancellationToken);

    public ValueTask<QualificationResult> ExplainAsync(T item, DateTime asOf, Decision previous, CancellationToken cancellationToken) =>
        ExplainAsync(item, asOf, previous.IsQualified, cancellationToken);

    public IAsyncEnumerable<DecidedItem<T>> DecideAllAsync(
        IAsyncEnumerable<T> items, DateTime? asOf, int atOnce, CancellationToken cancellationToken)
    {
        Guard.NotNull(items);
        if (asOf is { } moment) Guard.NotLocal(moment);
        if (atOnce < 1) throw new ArgumentOutOfRangeException(
            nameof(atOnce), atOnce, $"atOnce is {atOnce}; at least 1 opportunity must be under way.");
        return new DecisionStream<T>(this, items, asOf, atOnce).Run(cancellationToken);
    }

    public IAsyncEnumerable<DecidedItem<T>> DecideAllAsync(
        IEnumerable<T> items, DateTime? asOf, int atOnce, CancellationToken cancellationToken) =>
        DecideAllAsync(new AsyncList<T>(Guard.NotNull(items)), asOf, atOnce, cancellationToken);

    internal DateTime Now() => _clock.GetUtcNow().UtcDateTime;

    /// <param name="item">The opportunity.</param>
    /// <param name="asOf">The moment.</param>
    /// <param name="wasQualified">Whether the previous decision was "qualified".</param>
    /// <param name="row">In a stream, the index of the opportunity.</param>
    /// <param name="cancellation">Cancels the call.</param>
    internal async ValueTask<Decision> DecideAsync(T item, DateTime asOf, bool wasQualified, int? row, CancellationToken cancellation)
    {
        CheckItem(item, row);
        cancellation.ThrowIfCancellationRequested();
        var run = Observed(Telemetry.Operation.Decide);
        Decision decision;
        try
        {
            var evaluation = Rent();
            evaluation.Begin(item, asOf, wasQualified, row);
            await FetchAsync(evaluation, item, asOf, cancellation).ConfigureAwait(false);
            decision = evaluation.Decide();
            LogError(evaluation);
            Return(evaluation);
        }
        catch (Exception e)
        {
            run.Fail(e);
            throw;
        }

        run.Complete(_profile, in decision);
        return decision;
    }

    private async ValueTask<QualificationResult> ExplainAsync(T item, DateTime asOf, bool wasQualified, CancellationToken cancellation)
    {
        CheckItem(item, null);
        cancellation.ThrowIfCancellationRequested();
        var run = Observed(Telemetry.Operation.Explain);
        QualificationResult result;
        try
        {
            var evaluation = _profile.Stepwise(explains: true);
            evaluation.Begin(item, asOf, wasQualified);
            await FetchAsync(evaluation, item, asOf, cancellation).ConfigureAwait(false);
            result = _profile.Explain(evaluation);
            LogError(evaluation);
        }
        catch (Exception e)
        {
            run.Fail(e);
            throw;
        }

        var decision = result.Decision;
        run.Complete(_profile, in decision);
        return result;
    }

    private Telemetry.Run Observed(Telemetry.Operation operation) =>
        _telemetry is { IsOn: true } telemetry ? telemetry.Start(_profile.Name, _profile.Version, operation) : default;

    /// <summary>Evaluates the asynchronous criteria, one after another, as long as the verdict depends on one.</summary>
    private async ValueTask FetchAsync(StepwiseEvaluation<T> evaluation, T item, DateTime asOf, CancellationToken cancellation)
    {
        var context = new EvaluationContext(asOf);
        var left = _asynchronous;
        for (var open = evaluation.OpenAmong(left); open != 0; open = evaluation.OpenAmong(left))
        {
            var question = FirstOf(open);
            left &= ~question.Bit;
            cancellation.ThrowIfCancellationRequested();

            if (!_turns.TryTake()) await _turns.TakeAsync(cancellation).ConfigureAwait(false);
            Reply reply;
            try
            {
                reply = await Waiting.ForAsync(question.Read, item, context, question.Timeout, _clock, cancellation).ConfigureAwait(false);
            }
            finally
            {
                _turns.GiveBack();
            }

            if (reply.Error is { } error) evaluation.TakeError(question.Info.Index, error);
            else evaluation.Take(question.Info.Index, reply.Reading);
        }
    }

    private void LogError(StepwiseEvaluation<T> evaluation)
    {
        if (_errors is not null && evaluation.FirstError is { } error && _errors.IsFirstOf(_profile))
        {
            _errors.Write(error.Criterion, error.Cause);
        }
    }

    private Question FirstOf(ulong open)
    {
        foreach (var question in _questions)
        {
            if ((question.Bit & open) != 0) return question;
        }

        throw new InvalidOperationException("No question is open.");
    }

    private StepwiseEvaluation<T> Rent()
    {
        for (var i = 0; i < _spares.Length; i++)
        {
            if (_spares[i] is not null && Interlocked.Exchange(ref _spares[i], null) is { } spare) return spare;
        }

        return _profile.Stepwise(explains: false);
    }

    private void Return(StepwiseEvaluation<T> evaluation)
    {
        for (var i = 0; i < _spares.Length; i++)
        {
            if (_spares[i] is null && Interlocked.CompareExchange(ref _spares[i], evaluation, null) is null) return;
        }
    }

    private static void CheckItem(T item, int? row)
    {
        if (item is not null) return;
        if (row is { } index) throw new ArgumentException(
            $"The item at index {index} is null; every item must be an opportunity.", "items");
        throw new ArgumentNullException(nameof(item));
    }

    /// <summary>Gates first, then by weight, then in the order of the profile.</summary>
    private static Question[] InOrder(QualificationProfile<T> profile, AsyncProfileBuilder<T> builder)
    {
        var criteria = profile.Criteria.ToList();
        var questions = builder.AsyncConditions.Select(condition => new Question(
            criteria.Find(info => ReferenceEquals(info.Settings.Facts, condition.Place))!, condition.Read,
            condition.Timeout ?? builder.DefaultTimeout));
        return
        [
            .. questions.OrderByDescending(question => question.Root.IsRequired)
                .ThenByDescending(question => Math.Abs(question.Root.Weight))
                .ThenBy(question => criteria.IndexOf(question.Info)),
        ];
    }

    private sealed record Question(
        CriterionInfo Info, Func<T, EvaluationContext, CancellationToken, ValueTask<CriterionReading>> Read, TimeSpan Timeout)
    {
        public ulong Bit { get; } = 1UL << Info.Index;

        public CriterionInfo Root { get; } = RootOf(Info);

        private static CriterionInfo RootOf(CriterionInfo criterion)
        {
            while (criterion.Parent is { } parent) criterion = parent;
            return criterion;
        }
    }
}
