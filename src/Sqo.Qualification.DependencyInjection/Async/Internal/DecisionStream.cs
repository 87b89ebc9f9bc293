using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace Sqo.Qualification;

/// <summary>
/// Decides about a stream within a window: the opportunities that are read but whose decisions are not yet returned. When the window is
/// full, no more are read, and a decision that is ready is returned even while the source has not yet produced its next item.
/// </summary>
internal sealed class DecisionStream<T>(AsyncQualifier<T> qualifier, IAsyncEnumerable<T> items, DateTime? asOf, int atOnce)
{
    private readonly Queue<Pending> _window = new();
    private Task<bool>? _reading;
    private ExceptionDispatchInfo? _sourceError;
    private bool _hasEnded;
    private int _rows;

    public async IAsyncEnumerable<DecidedItem<T>> Run([EnumeratorCancellation] CancellationToken cancellation)
    {
        // A stream can be enumerated again: each time has its own state.
        var run = new DecisionStream<T>(qualifier, items, asOf ?? qualifier.Now(), atOnce);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var source = items.GetAsyncEnumerator(stop.Token);
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                run.Fill(source, stop.Token);
                if (run._window.Count == 0)
                {
                    if (run._hasEnded) break;
                    await WhenOver(run._reading!).ConfigureAwait(false);
                    continue;
                }

                var head = run._window.Peek();
                if (!head.Decision.IsCompleted)
                {
                    await (run._reading is { } reading ? Task.WhenAny(head.Decision, reading) : WhenOver(head.Decision))
                        .ConfigureAwait(false);
                    continue;
                }

                run._window.Dequeue();
                yield return new DecidedItem<T>(head.Item, await head.Decision.ConfigureAwait(false), qualifier.Profile);
            }

            run._sourceError?.Throw();
        }
        finally
        {
            // Nothing keeps running after the enumeration has stopped.
            stop.Cancel();
            while (run._window.Count > 0) await WhenOver(run._window.Dequeue().Decision).ConfigureAwait(false);
            if (run._reading is { } reading) await WhenOver(reading).ConfigureAwait(false);
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reads the items that are available without waiting, up to the size of the window.</summary>
    private void Fill(IAsyncEnumerator<T> source, CancellationToken cancellation)
    {
        while (!_hasEnded && _window.Count < atOnce)
        {
            try
            {
                _reading ??= source.MoveNextAsync().AsTask();
                if (!_reading.IsCompleted) return;
                var reading = _reading;
                _reading = null;
                _hasEnded = !reading.GetAwaiter().GetResult();
                if (_hasEnded) return;
                var item = source.Current;
                _window.Enqueue(new Pending(item, qualifier.DecideAsync(item, asOf!.Value, false, _rows++, cancellation).AsTask()));
            }
            catch (Exception error)
            {
                // The decisions about earlier items are returned first.
                _sourceError = ExceptionDispatchInfo.Capture(error);
                _hasEnded = true;
            }
        }
    }

    /// <summary>Waits for the end of a task, regardless of its result. Only code that awaits the task itself gets its error.</summary>
    private static Task WhenOver(Task task) => task.ContinueWith(
        static ended => _ = ended.Exception,
        CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    private readonly struct Pending(T item, Task<Decision> decision)
    {
        public T Item { get; } = item;

        public Task<Decision> Decision { get; } = decision;
    }
}
