using System;
using System.Collections.Generic;
using System.Threading;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Decides about many opportunities, on one thread or several.</summary>
internal sealed class BatchRun<T>
{
    private readonly EvaluationEngine<T> _engine;
    private readonly T[]? _array;
    private readonly IReadOnlyList<T> _list;
    private readonly Decision[] _decisions;
    private readonly DateTime _asOf;
    private readonly CancellationToken _cancellation;

    public BatchRun(EvaluationEngine<T> engine, IReadOnlyList<T> items, Decision[] decisions, DateTime asOf, CancellationToken cancellation)
    {
        Guard.NotLocal(asOf);
        _engine = engine;
        _array = items as T[];
        _list = items;
        CheckLengths(items.Count, decisions.Length);
        _decisions = decisions;
        _asOf = asOf;
        _cancellation = cancellation;
    }

    /// <summary>The previous decisions, by the index of the opportunity; <see langword="null"/> if there are none.</summary>
    public IReadOnlyList<Decision>? Previous { get; init; }

    /// <summary>Whether vector instructions are used if available; they give the same bits.</summary>
    public bool Vectorized { get; init; } = true;

    public static void CheckLengths(int items, int decisions)
    {
        if (decisions < items)
        {
            throw new ArgumentException(
                $"There is room for {decisions} decisions but {items} items are to be decided; there must be room for each.",
                nameof(decisions));
        }
    }

    public void Run(int degreeOfParallelism) => Chunks.Run(_list.Count, degreeOfParallelism, _cancellation, () =>
    {
        var worker = new BatchWorker<T>(_engine, _asOf, _cancellation) { Vectorized = Vectorized };
        return (start, count) => Run(worker, start, count);
    });

    private void Run(BatchWorker<T> worker, int start, int count)
    {
        if (_array is not null)
        {
            worker.Ask(_array, start, count, start);
        }
        else
        {
            for (var i = 0; i < count; i++) worker.Items[i] = _list[start + i];
            worker.Ask(worker.Items, 0, count, start);
        }

        for (var i = 0; Previous is not null && i < count; i++) worker.WasQualified[i] = Previous[start + i].IsQualified;
        worker.Decide(count, _decisions, start, hasPrevious: Previous is not null);
    }
}
