using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Sqo.Qualification;

/// <summary>
/// Lets a number of criteria run at once; others wait for their turn, first come, first served. A reload may change the number:
/// running criteria continue, and the next turn comes when the new number allows it.
/// </summary>
internal sealed class Turns(int most)
{
    private readonly object _gate = new();
    private readonly LinkedList<TaskCompletionSource<bool>> _waiting = new();
    private int _most = most;
    private int _taken;

    public int Most
    {
        set
        {
            List<TaskCompletionSource<bool>> next = [];
            lock (_gate)
            {
                _most = value;
                while (Next() is { } one) next.Add(one);
            }

            foreach (var one in next) one.SetResult(true);
        }
    }

    /// <summary>Takes a turn if one is free and nobody is waiting for it.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            if (_taken >= _most || _waiting.Count > 0) return false;
            _taken++;
            return true;
        }
    }

    /// <summary>Takes the next turn.</summary>
    /// <exception cref="System.OperationCanceledException">The caller canceled; no turn is taken.</exception>
    public async Task TakeAsync(CancellationToken cancellation)
    {
        // The thread that returns a turn must not run the continuation of a waiter.
        var own = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkedListNode<TaskCompletionSource<bool>> place;
        lock (_gate)
        {
            if (_taken < _most && _waiting.Count == 0)
            {
                _taken++;
                return;
            }

            place = _waiting.AddLast(own);
        }

        using (cancellation.Register(() => GiveUp(place, cancellation))) await own.Task.ConfigureAwait(false);
    }

    public void GiveBack()
    {
        TaskCompletionSource<bool>? next;
        lock (_gate)
        {
            _taken--;
            next = Next();
        }

        next?.SetResult(true);
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource<bool>> place, CancellationToken cancellation)
    {
        lock (_gate)
        {
            // The turn has already come.
            if (place.List is null) return;
            _waiting.Remove(place);
        }

        place.Value.TrySetCanceled(cancellation);
    }

    /// <summary>
    /// Takes the next turn for the first waiter; <see langword="null"/> when there is no turn or no waiter. Call it within the gate.
    /// </summary>
    private TaskCompletionSource<bool>? Next()
    {
        if (_taken >= _most || _waiting.First is not { } first) return null;
        _waiting.RemoveFirst();
        _taken++;
        return first.Value;
    }
}
