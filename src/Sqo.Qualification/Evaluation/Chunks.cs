using System;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Processes rows one chunk at a time, on one thread or several.</summary>
internal static class Chunks
{
    /// <param name="rows">How many rows there are.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once.</param>
    /// <param name="cancellation">Stops the work between chunks.</param>
    /// <param name="newWorker">Creates the worker of a thread, which takes the first row of a chunk and the number of its rows.</param>
    public static void Run(int rows, int degreeOfParallelism, CancellationToken cancellation, Func<Action<int, int>> newWorker)
    {
        if (degreeOfParallelism < 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(degreeOfParallelism), degreeOfParallelism,
                    $"The degree of parallelism is {degreeOfParallelism}; it must be at least 1.");
        }

        var chunks = (rows + ChunkSize.Rows - 1) / ChunkSize.Rows;
        var workers = Math.Min(degreeOfParallelism, chunks);
        if (workers <= 1)
        {
            Run(0, chunks);
            return;
        }

        // Each worker has one contiguous range and stops at its first error, so that the first error of all is always the same one.
        var errors = new Exception?[workers];
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers };
        Parallel.For(0, workers, options, worker =>
        {
            try
            {
                Run((int)((long)chunks * worker / workers), (int)((long)chunks * (worker + 1) / workers));
            }
            catch (Exception error)
            {
                errors[worker] = error;
            }
        });
        foreach (var error in errors)
        {
            if (error is not null) ExceptionDispatchInfo.Capture(error).Throw();
        }

        void Run(int first, int end)
        {
            if (first == end) return;
            var work = newWorker();
            for (var chunk = first; chunk < end; chunk++)
            {
                cancellation.ThrowIfCancellationRequested();
                var start = chunk * ChunkSize.Rows;
                work(start, Math.Min(ChunkSize.Rows, rows - start));
            }
        }
    }
}
