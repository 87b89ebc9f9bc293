using System;
using System.Collections.Generic;
using System.Threading;

namespace Sqo.Qualification;

/// <summary>
/// Evaluates opportunities with the profile that is current at the time of the call: when the configuration changes, the next call uses
/// the complete new profile, and calls in flight finish with the profile they started with. A singleton; thread-safe.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>Without a moment, methods use the current time of the container's <see cref="TimeProvider"/>, in UTC.</remarks>
public interface IQualifier<T>
{
    /// <summary>The current profile. To get several answers from the same profile, read it once and use it.</summary>
    QualificationProfile<T> Profile { get; }

    /// <summary>Decides about an opportunity as of now.</summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="previous">The previous decision, for a profile with hysteresis; the default value when there was none.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is <see langword="null"/>.</exception>
    /// <exception cref="CriterionEvaluationException">Code of a criterion threw, and the profile handles errors by throwing.</exception>
    Decision Decide(T item, Decision previous = default);

    /// <summary>Decides about an opportunity, without an allocation.</summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="asOf">The moment to evaluate it at: in UTC or of unspecified kind, in the time zone of the opportunity's dates.</param>
    /// <param name="previous">The previous decision, for a profile with hysteresis; the default value when there was none.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local, which depends on the machine.</exception>
    /// <exception cref="CriterionEvaluationException">Code of a criterion threw, and the profile handles errors by throwing.</exception>
    Decision Decide(T item, DateTime asOf, Decision previous = default);

    /// <summary>Decides about an opportunity as of now, and explains the decision.</summary>
    /// <inheritdoc cref="Decide(T, Decision)"/>
    /// <returns>The explanation.</returns>
    QualificationResult Explain(T item, Decision previous = default);

    /// <summary>Decides about an opportunity, and explains the decision.</summary>
    /// <inheritdoc cref="Decide(T, DateTime, Decision)"/>
    /// <returns>The explanation.</returns>
    QualificationResult Explain(T item, DateTime asOf, Decision previous = default);

    /// <summary>Decides about many opportunities as of now, all with the same profile and moment.</summary>
    /// <param name="items">The opportunities.</param>
    /// <param name="degreeOfParallelism">The maximum number of threads, at least 1; with 1 all work is done on the caller's thread.</param>
    /// <param name="cancellationToken">Cancels the work: between chunks of 256, and every 32 rows while a criterion is evaluated.</param>
    /// <returns>The decisions, by the index of the opportunity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An opportunity is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degreeOfParallelism"/> is below 1.</exception>
    /// <exception cref="CriterionEvaluationException">Code of a criterion threw, and the profile handles errors by throwing.</exception>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    Decision[] DecideAll(IReadOnlyList<T> items, int degreeOfParallelism = 1, CancellationToken cancellationToken = default);

    /// <summary>Decides about many opportunities, all with the same profile and moment.</summary>
    /// <inheritdoc cref="DecideAll(IReadOnlyList{T}, int, CancellationToken)"/>
    /// <param name="items">The opportunities.</param>
    /// <param name="asOf">The moment to evaluate them at, as for <see cref="Decide(T, DateTime, Decision)"/>.</param>
    /// <param name="degreeOfParallelism">The maximum number of threads, at least 1; with 1 all work is done on the caller's thread.</param>
    /// <param name="cancellationToken">Cancels the work: between chunks of 256, and every 32 rows while a criterion is evaluated.</param>
    /// <exception cref="ArgumentException">An opportunity is <see langword="null"/>, or <paramref name="asOf"/> has kind Local.</exception>
    Decision[] DecideAll(IReadOnlyList<T> items, DateTime asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default);

    /// <summary>Decides again about many opportunities, all with the same profile and moment.</summary>
    /// <inheritdoc cref="DecideAll(IReadOnlyList{T}, DateTime, int, CancellationToken)"/>
    /// <param name="items">The opportunities.</param>
    /// <param name="previous">The previous decisions, by the index of the opportunity; the default value if there was none.</param>
    /// <param name="asOf">The moment to evaluate them at, as for <see cref="Decide(T, DateTime, Decision)"/>.</param>
    /// <param name="degreeOfParallelism">The maximum number of threads, at least 1; with 1 all work is done on the caller's thread.</param>
    /// <param name="cancellationToken">Cancels the work: between chunks of 256, and every 32 rows while a criterion is evaluated.</param>
    /// <exception cref="ArgumentException">
    /// An opportunity is <see langword="null"/>, <paramref name="previous"/> has another length than <paramref name="items"/>, or
    /// <paramref name="asOf"/> has kind Local.
    /// </exception>
    Decision[] DecideAll(
        IReadOnlyList<T> items,
        IReadOnlyList<Decision> previous,
        DateTime asOf,
        int degreeOfParallelism = 1,
        CancellationToken cancellationToken = default);
}
