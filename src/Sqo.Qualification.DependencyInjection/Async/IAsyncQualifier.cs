using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Sqo.Qualification;

/// <summary>
/// Judges opportunities by a profile with asynchronous criteria. Safe for use by many threads at once; no thread is blocked.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// The synchronous criteria come first. An asynchronous one is asked only while the verdict hangs on it, gates first, then by weight, one
/// after another; the verdict is the one that asking all of them would give. One that is not asked counts as unknown.
/// </remarks>
public interface IAsyncQualifier<T>
{
    /// <summary>What the profile declares.</summary>
    AsyncProfile<T> Profile { get; }

    /// <summary>Decides about an opportunity as of now.</summary>
    /// <inheritdoc cref="DecideAsync(T, DateTime, CancellationToken)"/>
    ValueTask<Decision> DecideAsync(T item, CancellationToken cancellationToken = default);

    /// <summary>Decides about an opportunity.</summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="asOf">The moment to judge it at: in UTC or of an unspecified kind, on the clock of the opportunity's dates.</param>
    /// <param name="cancellationToken">Gives up, whether or not the criteria heed it.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The moment is of kind Local, which depends on the machine.</exception>
    /// <exception cref="CriterionEvaluationException">A criterion has failed or took too long, and the profile handles errors by throwing.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    ValueTask<Decision> DecideAsync(T item, DateTime asOf, CancellationToken cancellationToken = default);

    /// <summary>
    /// Decides about an opportunity that was decided about before: with hysteresis, one that was qualified stays so until its score is below
    /// the threshold by more than that.
    /// </summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="asOf">The moment to judge it at, as for <see cref="DecideAsync(T, DateTime, CancellationToken)"/>.</param>
    /// <param name="previous">The decision of before; the default value when there was none.</param>
    /// <param name="cancellationToken">Gives up, whether or not the criteria heed it.</param>
    /// <inheritdoc cref="DecideAsync(T, DateTime, CancellationToken)"/>
    ValueTask<Decision> DecideAsync(T item, DateTime asOf, Decision previous, CancellationToken cancellationToken = default);

    /// <summary>Decides about an opportunity as of now, and says why.</summary>
    /// <inheritdoc cref="ExplainAsync(T, DateTime, CancellationToken)"/>
    ValueTask<QualificationResult> ExplainAsync(T item, CancellationToken cancellationToken = default);

    /// <summary>Decides about an opportunity, and says why.</summary>
    /// <inheritdoc cref="DecideAsync(T, DateTime, CancellationToken)"/>
    /// <returns>
    /// The explanation, with the decision that <see cref="DecideAsync(T, DateTime, CancellationToken)"/> gives; <see cref="CriterionResult.WasAsked"/>
    /// tells which criteria were asked.
    /// </returns>
    ValueTask<QualificationResult> ExplainAsync(T item, DateTime asOf, CancellationToken cancellationToken = default);

    /// <summary>Decides about an opportunity that was decided about before, and says why.</summary>
    /// <inheritdoc cref="DecideAsync(T, DateTime, Decision, CancellationToken)"/>
    /// <returns>The explanation, with the decision that <see cref="DecideAsync(T, DateTime, Decision, CancellationToken)"/> gives.</returns>
    ValueTask<QualificationResult> ExplainAsync(T item, DateTime asOf, Decision previous, CancellationToken cancellationToken = default);

    /// <summary>Decides about opportunities as they come, several at once, and gives the decisions in the order of the opportunities.</summary>
    /// <param name="items">The opportunities. No more of them are read ahead of the decisions taken than <paramref name="atOnce"/>.</param>
    /// <param name="asOf">The moment to judge them all at; <see langword="null"/> for the moment at which the enumeration starts.</param>
    /// <param name="atOnce">How many opportunities may be under way or wait to be taken, at least 1.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Each opportunity with its decision. Whoever stops enumerating stops the work.</returns>
    /// <remarks>
    /// When an opportunity fails or <paramref name="items"/> does, the decisions before it come first, then the exception; the
    /// <see cref="CriterionEvaluationException.Row"/> says which opportunity it was.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An opportunity is <see langword="null"/>, or the moment is of kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atOnce"/> is below 1.</exception>
    /// <exception cref="CriterionEvaluationException">A criterion has failed or took too long, and the profile handles errors by throwing.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    IAsyncEnumerable<DecidedItem<T>> DecideAllAsync(
        IAsyncEnumerable<T> items, DateTime? asOf = null, int atOnce = 16, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DecideAllAsync(IAsyncEnumerable{T}, DateTime?, int, CancellationToken)"/>
    IAsyncEnumerable<DecidedItem<T>> DecideAllAsync(
        IEnumerable<T> items, DateTime? asOf = null, int atOnce = 16, CancellationToken cancellationToken = default);
}
