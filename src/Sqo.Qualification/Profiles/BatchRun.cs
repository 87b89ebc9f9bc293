using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Decides about many opportunities, on one thread or several.</summary>
internal sealed class BatchRun<T>
{
    private readonly QualificationProfile<T> _profile;
    private readonly T[]? _array;
    private readonly IReadOnlyList<T>? _list;
    private readonly int _length;
    private readonly Decision[] _decisions;
    private readonly DateTime _asOf;
    private readonly CancellationToken _cancellation;

    public BatchRun(QualificationProfile<T> profile, IReadOnlyList<T> items, Decision[] decisions, DateTime asOf, CancellationToken cancellation)
    {
        Guard.NotLocal(asOf);
        _profile = profile;
        _array = items as T[];
        _list = items;
        _length = items.Count;
        CheckLengths(_length, decisions.Length);
        _decisions = decisions;
        _asOf = asOf;
        _cancellation = cancellation;
    }

    /// <summary>Whether vector instructions are used where there are any; they give the same bits.</summary>
    public bool Vectorized { get; init; } = true;

    public static void CheckLengths(int items, int decisions)
    {
        if (decisions < items)
        {
            throw new ArgumentException($"There is room for {decisions} decisions but {items} items are to be decided; there must be room for each.", nameof(decisions));
        }
    }

    public void Run(int degreeOfParallelism)
    {
        if (degreeOfParallelism < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(degreeOfParallelism), $"The degree of parallelism is {degreeOfParallelism}; it must be at least 1.");
        }

        var chunks = (_length + Batch.ChunkRows - 1) / Batch.ChunkRows;
        var workers = Math.Min(degreeOfParallelism, chunks);
        if (workers <= 1)
        {
            RunChunks(0, chunks);
            return;
        }

        // Each worker has one stretch and stops at its own first fault, so that the first fault of all is always the same one.
        var faults = new Exception?[workers];
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers };
        Parallel.For(0, workers, options, worker =>
        {
            try
            {
                RunChunks((int)((long)chunks * worker / workers), (int)((long)chunks * (worker + 1) / workers));
            }
            catch (Exception fault)
            {
                faults[worker] = fault;
            }
        });
        foreach (var fault in faults)
        {
            if (fault is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(fault).Throw();
        }
    }

    private void RunChunks(int first, int end)
    {
        var worker = new BatchWorker<T>(_profile, _asOf) { Vectorized = Vectorized };
        for (var chunk = first; chunk < end; chunk++)
        {
            _cancellation.ThrowIfCancellationRequested();
            var start = chunk * Batch.ChunkRows;
            var count = Math.Min(Batch.ChunkRows, _length - start);
            if (_array is not null)
            {
                worker.Decide(_array, start, count, start, _decisions, start);
            }
            else
            {
                for (var i = 0; i < count; i++) worker.Items[i] = _list![start + i];
                worker.Decide(worker.Items, 0, count, start, _decisions, start);
            }
        }
    }
}
