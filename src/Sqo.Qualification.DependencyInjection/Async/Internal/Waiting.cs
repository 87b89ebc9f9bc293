using System;
using System.Threading;
using System.Threading.Tasks;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Waits for a criterion, but no longer than the time-out and the caller allow, whether or not it heeds its token.</summary>
internal static class Waiting
{
    private static readonly Action<object?> End = static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true);

    private static readonly TimerCallback EndInTime = End.Invoke;

    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async ValueTask<Reply> ForAsync<T>(
        Func<T, EvaluationContext, CancellationToken, ValueTask<CriterionReading>> read, T item, EvaluationContext context, TimeSpan timeout, TimeProvider clock, CancellationToken cancellation)
    {
        // It has no timer and no link of its own, so there is nothing to dispose of. The token gets both by way of Stop.
        var stop = new CancellationTokenSource();
        try
        {
            var reading = read(item, context, stop.Token);
            if (reading.IsCompleted) return new Reply(await reading.ConfigureAwait(false));
            var task = reading.AsTask();
            if (await EndsAsync(task, timeout, clock, cancellation).ConfigureAwait(false)) return new Reply(await task.ConfigureAwait(false));
            Abandon(task);
        }
        catch (Exception error) when (error is not OutOfMemoryException && !cancellation.IsCancellationRequested)
        {
            return new Reply(error);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The caller gave up, and the criterion failed for that or besides: the caller hears of its own doing.
        }

        Stop(stop);
        cancellation.ThrowIfCancellationRequested();
        return new Reply(new TimeoutException($"No answer within {InvariantText.Of(timeout)}."));
    }

    /// <summary>Whether the task ends before the time-out and the caller do.</summary>
    private static async ValueTask<bool> EndsAsync(Task task, TimeSpan timeout, TimeProvider clock, CancellationToken cancellation)
    {
        var end = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellation.Register(End, end);
        using var timer = timeout == Timeout.InfiniteTimeSpan ? null : clock.CreateTimer(EndInTime, end, timeout, Timeout.InfiniteTimeSpan);
        return await Task.WhenAny(task, end.Task).ConfigureAwait(false) == task;
    }

    /// <summary>An error that comes too late is nobody's any more.</summary>
    private static void Abandon(Task task) => task.ContinueWith(
        static late => _ = late.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    /// <summary>Tells the criterion. What it does then, it does on a thread of its own: it can't hold up the caller.</summary>
    private static void Stop(CancellationTokenSource stop) => Task.Run(() =>
    {
        try
        {
            stop.Cancel();
        }
        catch (AggregateException)
        {
            // Of what it registered for this, something has thrown; there is nobody to hear it.
        }
    });
}
