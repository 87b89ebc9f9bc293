using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Calls the qualifier of the current profile. A call, or a stream, stays with the qualifier it started with.</summary>
internal sealed class LiveAsyncQualifier<T>(
    LiveProfile<T> live, ConditionalWeakTable<QualificationProfile<T>, AsyncQualifier<T>> qualifiers)
    : IAsyncQualifier<T>
{
    public AsyncProfile<T> Profile => Current.Profile;

    private AsyncQualifier<T> Current => qualifiers.TryGetValue(live.Current, out var qualifier)
        ? qualifier
        : throw new InvalidOperationException($"The profile \"{live.Name}\" was built without a qualifier.");

    public ValueTask<Decision> DecideAsync(T item, CancellationToken cancellationToken) => Current.DecideAsync(item, cancellationToken);

    public ValueTask<Decision> DecideAsync(T item, DateTime asOf, CancellationToken cancellationToken) =>
        Current.DecideAsync(item, asOf, cancellationToken);

    public ValueTask<Decision> DecideAsync(T item, DateTime asOf, Decision previous, CancellationToken cancellationToken) =>
        Current.DecideAsync(item, asOf, previous, cancellationToken);

    public ValueTask<QualificationResult> ExplainAsync(T item, CancellationToken cancellationToken) =>
        Current.ExplainAsync(item, cancellationToken);

    public ValueTask<QualificationResult> ExplainAsync(T item, DateTime asOf, CancellationToken cancellationToken) =>
        Current.ExplainAsync(item, asOf, cancellationToken);

    public ValueTask<QualificationResult> ExplainAsync(T item, DateTime asOf, Decision previous, CancellationToken cancellationToken) =>
        Current.ExplainAsync(item, asOf, previous, cancellationToken);

    public IAsyncEnumerable<DecidedItem<T>> DecideAllAsync(
        IAsyncEnumerable<T> items, DateTime? asOf, int atOnce, CancellationToken cancellationToken) =>
        Current.DecideAllAsync(items, asOf, atOnce, cancellationToken);

    public IAsyncEnumerable<DecidedItem<T>> DecideAllAsync(
        IEnumerable<T> items, DateTime? asOf, int atOnce, CancellationToken cancellationToken) =>
        Current.DecideAllAsync(items, asOf, atOnce, cancellationToken);
}
