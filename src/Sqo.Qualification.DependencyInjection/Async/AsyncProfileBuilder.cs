using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Builds a profile with asynchronous criteria: a <see cref="ProfileBuilder{T}"/> that also has these criteria.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class AsyncProfileBuilder<T> : ProfileBuilder<T>
{
    internal AsyncProfileBuilder()
        : base(new ProfileDraft())
    {
    }

    internal const int UsualMostAtOnce = 16;

    internal List<AsyncCondition<T>> AsyncConditions { get; } = [];

    internal TimeSpan DefaultTimeout { get; private set; } = TimeSpan.FromSeconds(10);

    internal int MostAtOnce { get; private set; } = UsualMostAtOnce;

    /// <summary>Adds an asynchronous criterion.</summary>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="criterion">The criterion.</param>
    /// <param name="timeout">
    /// How long to wait for its answer after it has started: above 0, or <see cref="Timeout.InfiniteTimeSpan"/>; <see langword="null"/> for
    /// the time set by <see cref="TimeoutAfter"/>.
    /// </param>
    /// <param name="within">
    /// The group or combination of this profile that it belongs to; <see langword="null"/> for the profile itself.
    /// </param>
    /// <returns>
    /// A builder for its weight and texts. A criterion that has no weight, is not required, and is not part of anything is never evaluated.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="within"/> belongs to another profile.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="timeout"/> is not above 0, or exceeds the maximum of a timer (about 49 days).
    /// </exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public CriterionBuilder<T> AsyncCriterion(
        string id, IAsyncCriterion<T> criterion, TimeSpan? timeout = null, CriteriaBuilder<T>? within = null)
    {
        var type = Guard.NotNull(criterion).GetType();
        var place = new OutsideCriterion<T>($"{type.Namespace}.{type.Name}", new Requirement(MessageIds.RequireRule, type.Name));
        return Add(id, place, Answering(criterion.EvaluateAsync), timeout, within);
    }

    /// <summary>Adds an asynchronous criterion as a function.</summary>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="evaluate">Returns the answer, like <see cref="IAsyncCriterion{T}.EvaluateAsync"/>.</param>
    /// <param name="timeout">As for the other overload.</param>
    /// <param name="within">As for the other overload.</param>
    /// <inheritdoc cref="AsyncCriterion(string, IAsyncCriterion{T}, TimeSpan?, CriteriaBuilder{T}?)"/>
    /// <exception cref="ArgumentNullException"><paramref name="evaluate"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> AsyncCriterion(
        string id,
        Func<T, EvaluationContext, CancellationToken, ValueTask<Answer>> evaluate,
        TimeSpan? timeout = null,
        CriteriaBuilder<T>? within = null) =>
        Add(id, new OutsideCriterion<T>("function", new Requirement(MessageIds.RequirePredicate)), Answering(Guard.NotNull(evaluate)),
            timeout, within);

    /// <summary>
    /// Adds an asynchronous criterion as a function that also returns the value it read, which explanations show.
    /// </summary>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="read">Returns the answer with the value and what the value lacks.</param>
    /// <param name="timeout">As for the other overloads.</param>
    /// <param name="within">As for the other overloads.</param>
    /// <inheritdoc cref="AsyncCriterion(string, IAsyncCriterion{T}, TimeSpan?, CriteriaBuilder{T}?)"/>
    /// <exception cref="ArgumentNullException"><paramref name="read"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> AsyncReading(
        string id,
        Func<T, EvaluationContext, CancellationToken, ValueTask<CriterionReading>> read,
        TimeSpan? timeout = null,
        CriteriaBuilder<T>? within = null) =>
        Add(id, new OutsideCriterion<T>("reading", new Requirement(MessageIds.RequirePredicate), readsValue: true), Guard.NotNull(read),
            timeout, within);

    /// <summary>Sets how long to wait for the answer of an asynchronous criterion without its own time-out.</summary>
    /// <param name="timeout">Above 0, or <see cref="Timeout.InfiniteTimeSpan"/>. The default is 10 seconds.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="timeout"/> is not above 0, or exceeds the maximum of a timer (about 49 days).
    /// </exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public AsyncProfileBuilder<T> TimeoutAfter(TimeSpan timeout)
    {
        AllFaults.ThrowIfClosed();
        DefaultTimeout = Checked(timeout, nameof(timeout));
        return this;
    }

    /// <summary>
    /// Sets how many asynchronous criteria of this profile may run at once, across all calls; others wait for their turn.
    /// </summary>
    /// <param name="count">At least 1. The default is 16.</param>
    /// <returns>This builder.</returns>
    /// <remarks>
    /// The limit belongs to the registration: calls that started before and after a reload share it. The time-out starts when the criterion
    /// gets its turn. A criterion that is abandoned but keeps running no longer counts.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public AsyncProfileBuilder<T> AtMostAtOnce(int count)
    {
        AllFaults.ThrowIfClosed();
        if (count < 1) throw new ArgumentOutOfRangeException(
            nameof(count), count, $"The count is {count}; at least 1 criterion must be able to run.");
        MostAtOnce = count;
        return this;
    }

    /// <summary>An answer that is available immediately needs no task.</summary>
    private static Func<T, EvaluationContext, CancellationToken, ValueTask<CriterionReading>> Answering(
        Func<T, EvaluationContext, CancellationToken, ValueTask<Answer>> evaluate)
    {
        return (item, context, cancellation) =>
        {
            var answer = evaluate(item, context, cancellation);
            return answer.IsCompletedSuccessfully ? new ValueTask<CriterionReading>(new CriterionReading(answer.Result))
                : WhenAnswered(answer);
        };

        static async ValueTask<CriterionReading> WhenAnswered(ValueTask<Answer> answer) => new(await answer.ConfigureAwait(false));
    }

    private CriterionBuilder<T> Add(
        string id,
        OutsideCriterion<T> place,
        Func<T, EvaluationContext, CancellationToken, ValueTask<CriterionReading>> read,
        TimeSpan? timeout,
        CriteriaBuilder<T>? within)
    {
        if (within is not null && !within.IsOfTheProfileOf(this))
        {
            throw new ArgumentException(
                $"The criterion \"{id}\" is added within a builder of another profile; it must belong to this profile.", nameof(within));
        }

        var limit = timeout is { } own ? Checked(own, nameof(timeout)) : (TimeSpan?)null;
        var builder = (within ?? this).Criterion(id, place);
        AsyncConditions.Add(new AsyncCondition<T>(place, read, limit));
        return builder;
    }

    private static TimeSpan Checked(TimeSpan timeout, string name)
    {
        // The maximum of a timer.
        if (timeout == Timeout.InfiniteTimeSpan
            || (timeout > TimeSpan.Zero && timeout.TotalMilliseconds <= uint.MaxValue - 1)) return timeout;
        throw new ArgumentOutOfRangeException(
            name,
            $"The time-out is {InvariantText.Of(timeout)}; it must be above 0 and at most " +
            $"{InvariantText.Of(TimeSpan.FromMilliseconds(uint.MaxValue - 1))}, or infinite.");
    }
}
