using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace Sqo.Qualification.DependencyInjection.Tests.Async;

internal sealed record Deal(decimal? Budget = 20_000m, bool? Authority = true, double? Activity = 100, string Name = "");

/// <summary>A service that counts who asks it, and answers as a test says.</summary>
internal sealed class Register(Func<Deal, CancellationToken, ValueTask<Answer>> answer) : IAsyncCriterion<Deal>
{
    private int _calls;
    private int _running;
    private int _mostRunning;

    public Register(Answer answer)
        : this((_, _) => new ValueTask<Answer>(answer))
    {
    }

    public int Calls => Volatile.Read(ref _calls);

    public int MostRunning => Volatile.Read(ref _mostRunning);

    /// <summary>The names of the deals, in the order in which they came.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public DateTime LastAsOf { get; private set; }

    public CancellationToken LastToken { get; private set; }

    /// <summary>One that never answers, whatever its token says.</summary>
    public static Register Hanging() => new((_, _) => new ValueTask<Answer>(new TaskCompletionSource<Answer>().Task));

    /// <summary>One that answers after a moment, on another thread.</summary>
    public static Register Slow(Answer answer) => new(async (_, _) =>
    {
        await Task.Delay(2, CancellationToken.None);
        return answer;
    });

    public async ValueTask<Answer> EvaluateAsync(Deal item, EvaluationContext context, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        Asked.Enqueue(item.Name);
        LastAsOf = context.AsOf;
        LastToken = cancellationToken;
        var running = Interlocked.Increment(ref _running);
        for (var most = MostRunning; running > most; most = MostRunning) Interlocked.CompareExchange(ref _mostRunning, running, most);
        try
        {
            return await answer(item, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
