using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Takes what a profile with asynchronous criteria is made of: all that a <see cref="ProfileBuilder{T}"/> takes, and those
/// criteria.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class AsyncProfileBuilder<T> : ProfileBuilder<T>
{
    internal AsyncProfileBuilder()
    {
    }

    internal const int UsualMostAtOnce = 16;

    internal List<AsyncCondition<T>> AsyncConditions { get; } = [];

    internal TimeSpan DefaultTimeout { get; private set; } = TimeSpan.FromSeconds(10);

    internal int MostAtOnce { get; private set; } = UsualMostAtOnce;

    /// <summary>Asks something whose answer has to be waited for.</summary>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="criterion">The criterion.</param>
    /// <param name="timeout">
    /// How long to wait for its answer, once it is asked: above 0, or <see cref="Timeout.InfiniteTimeSpan"/>; <see langword="null"/> for
    /// what
    /// <see cref="TimeoutAfter"/> says.
    /// </param>
    /// <param name="within">The group or combination of this profile that it belongs to; <see langword="null"/> for the profile
    /// itself.</param>
    /// <returns>What it counts for and how it is shown. One that has neither a weight nor is required, and is no part of anything, is never
    /// asked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="within"/> is of another profile.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is not above 0, or longer than a timer can be (about 49
    /// days).</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public CriterionBuilder<T> AsyncCriterion(
        string id, IAsyncCriterion<T> criterion, TimeSpan? timeout = null, CriteriaBuilder<T>? within = null)
    {
        var type = Guard.NotNull(criterion).GetType();
        var place = new OutsideCriterion<T>($"{type.Namespace}.{type.Name}", new Requirement(MessageIds.RequireRule, type.Name));
        return Add(id, place, Answering(criterion.EvaluateAsync), timeout, within);
    }

    /// <summary>Asks something whose answer has to be waited for, by a function.</summary>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="evaluate">Gives the answer, as <see cref="IAsyncCriterion{T}.EvaluateAsync"/> does.</param>
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

    /// <summary>Asks something whose answer has to be waited for, by a function that hands over the value that it read, for explanations to
    /// show.</summary>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="read">Gives the answer with the value and what that lacks.</param>
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

    /// <summary>Sets how long to wait for the answer of an asynchronous criterion that has no time-out of its own.</summary>
    /// <param name="timeout">Above 0, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    /// <returns>This builder.</returns>
    /// <value>10 seconds unless told.</value>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is not above 0, or longer than a timer can be (about 49
    /// days).</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public AsyncProfileBuilder<T> TimeoutAfter(TimeSpan timeout)
    {
        AllFaults.ThrowIfClosed();
        DefaultTimeout = Checked(timeout, nameof(timeout));
        return this;
    }

    /// <summary>Sets how many asynchronous criteria of this profile may run at once, over all calls; the next one waits for its
    /// turn.</summary>
    /// <param name="count">At least 1.</param>
    /// <returns>This builder.</returns>
    /// <value>16 unless told.</value>
    /// <remarks>
    /// The number is that of the registration: calls that began before a reload and calls that began after it share it. The time-out starts
    /// when the turn comes. One that is given up, but goes on regardless, counts no more.
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

    /// <summary>An answer that is there at once needs no task.</summary>
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
                $"The criterion \"{id}\" is put within a builder of another profile; it must be one of this profile.", nameof(within));
        }

        var limit = timeout is { } own ? Checked(own, nameof(timeout)) : (TimeSpan?)null;
        var builder = (within ?? this).Criterion(id, place);
        AsyncConditions.Add(new AsyncCondition<T>(place, read, limit));
        return builder;
    }

    private static TimeSpan Checked(TimeSpan timeout, string name)
    {
        // What a timer takes, at the most.
        if (timeout == Timeout.InfiniteTimeSpan
            || (timeout > TimeSpan.Zero && timeout.TotalMilliseconds <= uint.MaxValue - 1)) return timeout;
        throw new ArgumentOutOfRangeException(
            name, $"The time-out is {InvariantText.Of(timeout)}; it must be above 0 and at most {InvariantText.Of(TimeSpan.FromMilliseconds(uint.MaxValue - 1))}, or infinite.");
    }
}
