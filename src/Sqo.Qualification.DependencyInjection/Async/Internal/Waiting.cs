using System;
using System.Threading;
using System.Threading.Tasks;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Waits for a criterion, but no longer than the time-out and the caller allow, whether or not it observes its token.</summary>
internal static class Waiting
{
    private static readonly Action<object?> End = static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true);

    private static readonly TimerCallback EndInTime = End.Invoke;

    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public static async ValueTask<Reply> ForAsync<T>(
        Func<T, EvaluationContext, CancellationToken, ValueTask<CriterionReading>> read, T item, EvaluationContext context,
        TimeSpan timeout, TimeProvider clock, CancellationToken cancellation)
    {
        // It has no timer and no link, so there is nothing to dispose. The token gets both through Stop.
        var stop = new CancellationTokenSource();
        try
        {
            var reading = read(item, context, stop.Token);
            if (reading.IsCompleted) return new Reply(await reading.ConfigureAwait(false));
            var task = reading.AsTask();
            if (await EndsAsync(task, timeout, clock, cancellation).ConfigureAwait(false))
            {
                return new Reply(await task.ConfigureAwait(false));
            }
            Abandon(task);
        }
        catch (Exception error) when (error is not OutOfMemoryException && !cancellation.IsCancellationRequested)
        {
            return new Reply(error);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The caller canceled, and the criterion failed, because of that or not: the caller gets its own cancellation.
        }

        Stop(stop);
        cancellation.ThrowIfCancellationRequested();
        return new Reply(new TimeoutException($"No answer within {InvariantText.Of(timeout)}."));
    }

    /// <summary>Whether the task ends before the time-out and before the caller cancels.</summary>
    private static async ValueTask<bool> EndsAsync(Task task, TimeSpan timeout, TimeProvider clock, CancellationToken cancellation)
    {
        var end = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellation.Register(End, end);
        using var timer = timeout == Timeout.InfiniteTimeSpan ? null : clock.CreateTimer(EndInTime, end, timeout, Timeout.InfiniteTimeSpan);
        return await Task.WhenAny(task, end.Task).ConfigureAwait(false) == task;
    }

    /// <summary>Observes an error that comes too late, so that nobody has to handle it.</summary>
    private static void Abandon(Task task) => task.ContinueWith(
        static late => _ = late.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

    /// <summary>Cancels the criterion, on a separate thread: its callbacks can't block the caller.</summary>
    private static void Stop(CancellationTokenSource stop) => Task.Run(() =>
    {
        try
        {
            stop.Cancel();
        }
        catch (AggregateException)
        {
            // A registered callback threw; there is nobody to report it to.
        }
    });
}
