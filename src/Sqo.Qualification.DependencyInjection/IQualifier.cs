using System;
using System.Collections.Generic;
using System.Threading;

namespace Sqo.Qualification;

/// <summary>
/// Judges opportunities by a profile that is in force at the moment of the call: when the configuration changes, the next call uses
/// the new profile, whole, and calls in flight finish on the one that they began with. A singleton, and safe for use by many threads
/// at once.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>Where no moment is told, it is now by the <see cref="TimeProvider"/> of the container, in UTC.</remarks>
public interface IQualifier<T>
{
    /// <summary>The profile that is in force now. Who needs several answers of one profile takes it once, and asks it.</summary>
    QualificationProfile<T> Profile { get; }

    /// <summary>Decides about an opportunity as of now.</summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="previous">The decision of before, for a profile with hysteresis; the default value when there was none.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is <see langword="null"/>.</exception>
    /// <exception cref="CriterionEvaluationException">Code of a criterion has thrown, and the profile handles errors by throwing.</exception>
    Decision Decide(T item, Decision previous = default);

    /// <summary>Decides about an opportunity, without an allocation.</summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="asOf">The moment to judge it at: in UTC or of an unspecified kind, on the clock of the opportunity's dates.</param>
    /// <param name="previous">The decision of before, for a profile with hysteresis; the default value when there was none.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is of kind Local, which depends on the machine.</exception>
    /// <exception cref="CriterionEvaluationException">Code of a criterion has thrown, and the profile handles errors by throwing.</exception>
    Decision Decide(T item, DateTime asOf, Decision previous = default);

    /// <summary>Decides about an opportunity as of now, and says why.</summary>
    /// <inheritdoc cref="Decide(T, Decision)"/>
    /// <returns>The explanation.</returns>
    QualificationResult Explain(T item, Decision previous = default);

    /// <summary>Decides about an opportunity, and says why.</summary>
    /// <inheritdoc cref="Decide(T, DateTime, Decision)"/>
    /// <returns>The explanation.</returns>
    QualificationResult Explain(T item, DateTime asOf, Decision previous = default);

    /// <summary>Decides about many opportunities as of now, all by one profile and at one moment.</summary>
    /// <param name="items">The opportunities.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once, at least 1; with 1 all is done on the caller's.</param>
    /// <param name="cancellationToken">Stops the work: between chunks of 256, and every 32 rows while a criterion is asked.</param>
    /// <returns>The decisions, by the index of the opportunity.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An opportunity is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degreeOfParallelism"/> is below 1.</exception>
    /// <exception cref="CriterionEvaluationException">Code of a criterion has thrown, and the profile handles errors by throwing.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    Decision[] DecideAll(IReadOnlyList<T> items, int degreeOfParallelism = 1, CancellationToken cancellationToken = default);

    /// <summary>Decides about many opportunities, all by one profile and at one moment.</summary>
    /// <inheritdoc cref="DecideAll(IReadOnlyList{T}, int, CancellationToken)"/>
    /// <param name="items">The opportunities.</param>
    /// <param name="asOf">The moment to judge them at, as for <see cref="Decide(T, DateTime, Decision)"/>.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once, at least 1; with 1 all is done on the caller's.</param>
    /// <param name="cancellationToken">Stops the work: between chunks of 256, and every 32 rows while a criterion is asked.</param>
    /// <exception cref="ArgumentException">An opportunity is <see langword="null"/>, or <paramref name="asOf"/> is of kind Local.</exception>
    Decision[] DecideAll(IReadOnlyList<T> items, DateTime asOf, int degreeOfParallelism = 1, CancellationToken cancellationToken = default);

    /// <summary>Decides about many opportunities that were decided about before, all by one profile and at one moment.</summary>
    /// <inheritdoc cref="DecideAll(IReadOnlyList{T}, DateTime, int, CancellationToken)"/>
    /// <param name="items">The opportunities.</param>
    /// <param name="previous">The decisions of before, by the index of the opportunity; the default value where there was none.</param>
    /// <param name="asOf">The moment to judge them at, as for <see cref="Decide(T, DateTime, Decision)"/>.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once, at least 1; with 1 all is done on the caller's.</param>
    /// <param name="cancellationToken">Stops the work: between chunks of 256, and every 32 rows while a criterion is asked.</param>
    /// <exception cref="ArgumentException">
    /// An opportunity is <see langword="null"/>, <paramref name="previous"/> has another length than <paramref name="items"/>, or
    /// <paramref name="asOf"/> is of kind Local.
    /// </exception>
    Decision[] DecideAll(
        IReadOnlyList<T> items,
        IReadOnlyList<Decision> previous,
        DateTime asOf,
        int degreeOfParallelism = 1,
        CancellationToken cancellationToken = default);
}
