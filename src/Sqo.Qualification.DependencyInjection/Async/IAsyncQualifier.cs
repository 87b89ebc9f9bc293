using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Sqo.Qualification;

/// <summary>
/// Evaluates opportunities with a profile that has asynchronous criteria. Thread-safe; no thread is blocked.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// The synchronous criteria come first. An asynchronous one is evaluated only while the verdict depends on it, gates first, then by
/// weight, one after another; the verdict is the same as if all of them were evaluated. One that is not evaluated counts as unknown.
/// </remarks>
public interface IAsyncQualifier<T>
{
    /// <summary>The declaration of the profile.</summary>
    AsyncProfile<T> Profile { get; }

    /// <summary>Decides about an opportunity as of now.</summary>
    /// <inheritdoc cref="DecideAsync(T, DateTime, CancellationToken)"/>
    ValueTask<Decision> DecideAsync(T item, CancellationToken cancellationToken = default);

    /// <summary>Decides about an opportunity.</summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="asOf">The moment to evaluate it at: in UTC or of unspecified kind, in the time zone of the opportunity's dates.</param>
    /// <param name="cancellationToken">Cancels the call, whether or not the criteria observe the token.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The moment has kind Local, which depends on the machine.</exception>
    /// <exception cref="CriterionEvaluationException">A criterion failed or timed out, and errors are handled by throwing.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    ValueTask<Decision> DecideAsync(T item, DateTime asOf, CancellationToken cancellationToken = default);

    /// <summary>
    /// Decides again about an opportunity: with hysteresis, a qualified opportunity stays qualified until its score is below the threshold
    /// by more than the hysteresis.
    /// </summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="asOf">The moment to evaluate it at, as for <see cref="DecideAsync(T, DateTime, CancellationToken)"/>.</param>
    /// <param name="previous">The previous decision; the default value when there was none.</param>
    /// <param name="cancellationToken">Cancels the call, whether or not the criteria observe the token.</param>
    /// <inheritdoc cref="DecideAsync(T, DateTime, CancellationToken)"/>
    ValueTask<Decision> DecideAsync(T item, DateTime asOf, Decision previous, CancellationToken cancellationToken = default);

    /// <summary>Decides about an opportunity as of now, and explains the decision.</summary>
    /// <inheritdoc cref="ExplainAsync(T, DateTime, CancellationToken)"/>
    ValueTask<QualificationResult> ExplainAsync(T item, CancellationToken cancellationToken = default);

    /// <summary>Decides about an opportunity, and explains the decision.</summary>
    /// <inheritdoc cref="DecideAsync(T, DateTime, CancellationToken)"/>
    /// <returns>
    /// The explanation, with the decision of <see cref="DecideAsync(T, DateTime, CancellationToken)"/>;
    /// <see cref="CriterionResult.WasAsked"/> shows which criteria were evaluated.
    /// </returns>
    ValueTask<QualificationResult> ExplainAsync(T item, DateTime asOf, CancellationToken cancellationToken = default);

    /// <summary>Decides again about an opportunity, and explains the decision.</summary>
    /// <inheritdoc cref="DecideAsync(T, DateTime, Decision, CancellationToken)"/>
    /// <returns>The explanation, with the decision of <see cref="DecideAsync(T, DateTime, Decision, CancellationToken)"/>.</returns>
    ValueTask<QualificationResult> ExplainAsync(T item, DateTime asOf, Decision previous, CancellationToken cancellationToken = default);

    /// <summary>Decides about a stream of opportunities, several at once, and returns the decisions in the same order.</summary>
    /// <param name="items">The opportunities. At most <paramref name="atOnce"/> of them are read ahead of the decisions returned.</param>
    /// <param name="asOf">The moment to evaluate them all at; <see langword="null"/> for the start of the enumeration.</param>
    /// <param name="atOnce">The maximum number of opportunities in progress or waiting to be returned, at least 1.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>Each opportunity with its decision. To stop the work, stop enumerating.</returns>
    /// <remarks>
    /// If an opportunity or <paramref name="items"/> fails, the decisions before it are returned first, then the exception is thrown;
    /// <see cref="CriterionEvaluationException.Row"/> is the index of the opportunity.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An opportunity is <see langword="null"/>, or the moment has kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atOnce"/> is below 1.</exception>
    /// <exception cref="CriterionEvaluationException">
    /// A criterion has failed or took too long, and the profile handles errors by throwing.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    IAsyncEnumerable<DecidedItem<T>> DecideAllAsync(
        IAsyncEnumerable<T> items, DateTime? asOf = null, int atOnce = 16, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="DecideAllAsync(IAsyncEnumerable{T}, DateTime?, int, CancellationToken)"/>
    IAsyncEnumerable<DecidedItem<T>> DecideAllAsync(
        IEnumerable<T> items, DateTime? asOf = null, int atOnce = 16, CancellationToken cancellationToken = default);
}
