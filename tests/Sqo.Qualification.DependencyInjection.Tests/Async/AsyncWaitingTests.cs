using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Sqo.Qualification.DependencyInjection.Tests.Infrastructure;
using Sqo.Qualification.Testing;
using Xunit;

namespace Sqo.Qualification.DependencyInjection.Tests.Async;

/// <summary>Time-outs, faults, cancellation and the limit on how many run at once.</summary>
public class AsyncWaitingTests
{
    private static readonly DateTime AsOf = new(2026, 11, 23);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Decide_CriterionThatHangs_EndsWithTheTimeout()
    {
        var register = Register.Hanging();
        var deciding = Create(p => p.AsyncCriterion("credit", register, timeout: TimeSpan.FromSeconds(2)).Required())
            .DecideAsync(new Deal(), AsOf).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(1.999));
        await Task.Delay(20);
        Assert.False(deciding.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.001));
        var decision = (await deciding.WaitAsync(Patience)).ShouldNeedDiscovery();
        Assert.True(decision.HasErrors);
        await Until(() => register.LastToken.IsCancellationRequested);
    }

    [Fact]
    public async Task Decide_NoTimeoutTold_IsTenSecondsOrTheProfiles()
    {
        var deciding = Create(p => p.AsyncCriterion("credit", Register.Hanging()).Required()).DecideAsync(new Deal(), AsOf).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(9.9));
        await Task.Delay(20);
        Assert.False(deciding.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        await deciding.WaitAsync(Patience);

        deciding = Create(p =>
        {
            p.AsyncCriterion("credit", Register.Hanging()).Required();
            p.TimeoutAfter(TimeSpan.FromSeconds(1));
        }).DecideAsync(new Deal(), AsOf).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await deciding.WaitAsync(Patience);
    }

    [Fact]
    public async Task Decide_InfiniteTimeout_WaitsForTheCaller()
    {
        using var stop = new CancellationTokenSource();
        var deciding = Create(p => p.AsyncCriterion("credit", Register.Hanging(), timeout: Timeout.InfiniteTimeSpan).Required())
            .DecideAsync(new Deal(), AsOf, stop.Token).AsTask();
        _clock.Advance(TimeSpan.FromDays(100));
        await Task.Delay(20);
        Assert.False(deciding.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => deciding.WaitAsync(Patience));
    }

    [Fact]
    public async Task Explain_Timeout_IsRecordedAndReplays()
    {
        var qualifier = Create(p => p.AsyncCriterion("credit", Register.Hanging(), timeout: TimeSpan.FromSeconds(2)).Required());
        var explaining = qualifier.ExplainAsync(new Deal(), AsOf).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(2));
        var result = await explaining.WaitAsync(Patience);
        Assert.Equal("TimeoutException: No answer within 00:00:02.", result["credit"].Error);
        Assert.True(result["credit"].WasAsked);
        Assert.Equal(result.ToText(ExplanationTexts.English), qualifier.Profile.Replay(result.ToRecord()).ToText(ExplanationTexts.English));
    }

    [Fact]
    public async Task Decide_TimeoutOfAProfileThatThrows_NamesTheCriterion()
    {
        var qualifier = AsyncQualifier.Create<Deal>("strict", p => p.AsyncCriterion("credit", Register.Hanging()).Required(), _clock);
        var deciding = qualifier.DecideAsync(new Deal(), AsOf).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(10));
        var thrown = await Assert.ThrowsAsync<CriterionEvaluationException>(() => deciding.WaitAsync(Patience));
        Assert.Equal(("strict", "credit"), (thrown.ProfileName, thrown.CriterionId));
        Assert.IsType<TimeoutException>(thrown.InnerException);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fault_OfEitherKind_IsUnknownOrThrown(bool atOnce)
    {
        Exception[] faults = [new InvalidOperationException("The register is down."), new TaskCanceledException("Its own time-out.")];
        foreach (var fault in faults)
        {
            var register = new Register(async (_, _) =>
            {
                if (!atOnce) await Task.Delay(1);
                throw fault;
            });
            var result = await Create(p => p.AsyncCriterion("credit", register).Required()).ExplainAsync(new Deal(), AsOf);
            result.ShouldNeedDiscovery().ShouldAskOnly("credit");
            Assert.True(result.Decision.HasErrors);
            Assert.Equal($"{fault.GetType().Name}: {fault.Message}", result["credit"].Error);

            var strict = AsyncQualifier.Create<Deal>("strict", p => p.AsyncCriterion("credit", register).Required(), _clock);
            var thrown = await Assert.ThrowsAsync<CriterionEvaluationException>(async () => await strict.DecideAsync(new Deal(), AsOf));
            Assert.Same(fault, thrown.InnerException);
        }
    }

    [Fact]
    public async Task Fault_BeforeTheTaskIsThere_IsOneTheSameWay()
    {
        var result = await Create(p => p.AsyncCriterion("credit", (_, _, _) => throw new InvalidOperationException("No.")).Required())
            .ExplainAsync(new Deal(), AsOf);
        Assert.Equal("InvalidOperationException: No.", result["credit"].Error);
    }

    [Fact]
    public async Task Fault_OfASelector_IsHandledAsInASynchronousProfile()
    {
        void Define(AsyncProfileBuilder<Deal> p)
        {
            p.Criterion("broken", Fail).IsTrue().Required();
            p.AsyncCriterion("credit", new Register(Answer.Met)).Required();
        }

        var result = await Create(Define).ExplainAsync(new Deal(), AsOf);
        Assert.Equal("FormatException: Broken.", result["broken"].Error);
        var strict = AsyncQualifier.Create<Deal>("strict", Define, _clock);
        Assert.Equal(
            "broken", (await Assert.ThrowsAsync<CriterionEvaluationException>(async () => await strict.DecideAsync(new Deal(), AsOf)))
            .CriterionId);

        static bool Fail(Deal deal) => throw new FormatException("Broken.");
    }

    [Fact]
    public async Task Cancellation_OfACriterionThatIgnoresIt_SurfacesAtOnce()
    {
        using var stop = new CancellationTokenSource();
        var register = Register.Hanging();
        var deciding = Create(p => p.AsyncCriterion("credit", register).Required()).DecideAsync(new Deal(), AsOf, stop.Token).AsTask();
        await Until(() => register.Calls == 1);
        await stop.CancelAsync();
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => deciding.WaitAsync(Patience));
        Assert.Equal(stop.Token, thrown.CancellationToken);
        await Until(() => register.LastToken.IsCancellationRequested);
    }

    [Fact]
    public async Task Cancellation_OfACriterionThatFailsForIt_IsTheCallersAndNoFault()
    {
        using var stop = new CancellationTokenSource();
        var register = new Register(async (_, token) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
            return Answer.Met;
        });
        var qualifier = Create(p => p.AsyncCriterion("credit", register).Required());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => qualifier.DecideAsync(new Deal(), AsOf, stop.Token).AsTask().WaitAsync(Patience));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await qualifier.ExplainAsync(new Deal(), AsOf, stop.Token));
        Assert.Equal(1, register.Calls);
    }

    [Fact]
    public async Task Cancellation_CallbackThatBlocks_HoldsNobodyUp()
    {
        using var release = new ManualResetEventSlim();
        var register = new Register(async (_, token) =>
        {
            token.Register(() => release.Wait());
            await new TaskCompletionSource().Task;
            return Answer.Met;
        });
        var deciding = Create(p => p.AsyncCriterion("credit", register).Required()).DecideAsync(new Deal(), AsOf).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(10));
        (await deciding.WaitAsync(Patience)).ShouldNeedDiscovery();
        release.Set();
    }

    [Fact]
    public async Task Fault_ThatComesTooLate_IsNobodys()
    {
        var late = new TaskCompletionSource<Answer>();
        var unobserved = 0;
        EventHandler<UnobservedTaskExceptionEventArgs> count = (_, e) =>
        {
            if (e.Exception.InnerException is NotSupportedException) Interlocked.Increment(ref unobserved);
        };
        TaskScheduler.UnobservedTaskException += count;
        try
        {
            await DecideAndFailLateAsync();
            for (var i = 0; i < 5; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                await Task.Delay(5);
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= count;
        }

        Assert.Equal(0, unobserved);

        async Task DecideAndFailLateAsync()
        {
            var source = late;
            var deciding = Create(p => p.AsyncCriterion("credit", (_, _, _) => new ValueTask<Answer>(source.Task)).Required())
                .DecideAsync(new Deal(), AsOf).AsTask();
            _clock.Advance(TimeSpan.FromSeconds(10));
            await deciding.WaitAsync(Patience);
            source.SetException(new NotSupportedException("Too late."));
            late = null!;
        }
    }

    [Fact]
    public async Task Limit_UnderLoad_IsKeptAndReached()
    {
        var register = Register.Slow(Answer.Met);
        var qualifier = AsyncQualifier.Create<Deal>("p", p =>
        {
            p.AsyncCriterion("credit", register).Required();
            p.AtMostAtOnce(3);
        });
        var decisions = await Task.WhenAll(
            Enumerable.Range(0, 300).Select(_ => Task.Run(async () => await qualifier.DecideAsync(new Deal(), AsOf))));
        Assert.All(decisions, decision => decision.ShouldQualify());
        Assert.Equal(300, register.Calls);
        Assert.Equal(3, register.MostRunning);
    }

    [Fact]
    public async Task Limit_OneThatHangs_GivesItsTurnBackWithTheTimeout()
    {
        var register = Register.Hanging();
        var qualifier = Create(p =>
        {
            p.AsyncCriterion("credit", register).Required();
            p.AtMostAtOnce(1);
        });
        var first = qualifier.DecideAsync(new Deal(), AsOf).AsTask();
        var second = qualifier.DecideAsync(new Deal(), AsOf).AsTask();
        Assert.Equal(1, register.Calls);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await first.WaitAsync(Patience);
        await Until(() => register.Calls == 2);
        await Task.Delay(20);
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await second.WaitAsync(Patience);
    }

    [Fact]
    public async Task Limit_WaitingForATurn_CanBeCancelled()
    {
        using var stop = new CancellationTokenSource();
        var register = Register.Hanging();
        var qualifier = Create(p =>
        {
            p.AsyncCriterion("credit", register).Required();
            p.AtMostAtOnce(1);
        });
        var first = qualifier.DecideAsync(new Deal(), AsOf).AsTask();
        var second = qualifier.DecideAsync(new Deal(), AsOf, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(Patience));
        Assert.Equal(1, register.Calls);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await first.WaitAsync(Patience);
        Assert.True(qualifier.DecideAsync(new Deal(Budget: null), AsOf).IsCompleted is false);
        Assert.Equal(2, register.Calls);
    }

    [Fact]
    public async Task Limit_Reload_HoldsForCallsOfBothProfiles()
    {
        var register = Register.Hanging();
        var live = LiveConfiguration.Of(("Sqo:Profiles:credit:QualifyAt", "10"));
        using var provider = Containers.Of(
            q => q.AddAsyncProfile<Deal>("credit", p =>
            {
                p.AsyncCriterion("credit", register).Required();
                p.Criterion("budget", d => d.Budget).AtLeast(1m).Weight(1);
                p.OnError(ErrorHandling.AnswerUnknown);
                p.AtMostAtOnce(1);
            }),
            live.Root,
            s => s.AddSingleton<TimeProvider>(_clock));
        var qualifier = provider.GetRequiredService<IAsyncQualifier<Deal>>();
        var before = qualifier.DecideAsync(new Deal(), AsOf).AsTask();
        live.Become(("Sqo:Profiles:credit:QualifyAt", "20"));
        Assert.Equal(20, qualifier.Profile.Threshold);
        var after = qualifier.DecideAsync(new Deal(), AsOf).AsTask();
        await Task.Delay(20);
        Assert.Equal(1, register.Calls);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await before.WaitAsync(Patience);
        await Until(() => register.Calls == 2);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await after.WaitAsync(Patience);
    }

    [Fact]
    public async Task Turns_NumberChanged_HoldsForTheNextOnes()
    {
        var turns = new Turns(2);
        Assert.True(turns.TryTake() && turns.TryTake());
        var (third, fourth) = (turns.TakeAsync(default), turns.TakeAsync(default));
        turns.Most = 1;
        turns.GiveBack();
        Assert.False(third.IsCompleted);
        turns.GiveBack();
        await third.WaitAsync(Patience);
        Assert.False(fourth.IsCompleted);
        Assert.False(turns.TryTake());
        turns.Most = 3;
        await fourth.WaitAsync(Patience);
        Assert.True(turns.TryTake());
        Assert.False(turns.TryTake());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fault_ThatCountsAsUnknown_IsLoggedOnceWithItsCause(bool isAsynchronous)
    {
        var sink = new LogSink();
        using var provider = Containers.Of(
            q => q.AddAsyncProfile<Deal>("credit", p =>
            {
                if (isAsynchronous) p.AsyncCriterion("credit", (_, _, _) => throw new InvalidOperationException("The register is closed."))
                    .Required();
                else p.Criterion("credit", _ => Closed()).AtLeast(1).Required();
                p.AsyncCriterion("other", (_, _, _) => new ValueTask<Answer>(Answer.Met)).Required();
                p.OnError(ErrorHandling.AnswerUnknown);
            }),
            more: s => s.AddSingleton<ILoggerFactory>(sink));
        var qualifier = provider.GetRequiredService<IAsyncQualifier<Deal>>();
        await qualifier.ExplainAsync(new Deal(), AsOf);
        await qualifier.DecideAsync(new Deal(), AsOf);
        var told = Assert.Single(sink.Entries, entry => entry.Event.Id == SqoEventIds.CriterionFailed);
        Assert.Equal(
            "The criterion credit of profile credit failed, and its answer counts as unknown. Further errors are only counted.",
            told.Message);
        Assert.Equal("The register is closed.", Assert.IsType<InvalidOperationException>(Assert.Single(sink.Causes)).Message);

        static int Closed() => throw new InvalidOperationException("The register is closed.");
    }

    [Fact]
    public async Task Now_ComesFromTheClock()
    {
        var register = new Register(Answer.Met);
        var qualifier = Create(p => p.AsyncCriterion("credit", register).Required());
        await qualifier.DecideAsync(new Deal());
        Assert.Equal(new DateTime(2026, 11, 23, 8, 0, 0, DateTimeKind.Utc), register.LastAsOf);
        _clock.Advance(TimeSpan.FromHours(1));
        var result = await qualifier.ExplainAsync(new Deal());
        Assert.Equal(new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc), result.AsOf);
        Assert.Equal(DateTimeKind.Utc, result.AsOf.Kind);
    }

    [Fact]
    public async Task Decide_LocalMomentOrNoItem_IsRefused()
    {
        var qualifier = Create(p => p.AsyncCriterion("credit", new Register(Answer.Met)).Required());
        await Assert.ThrowsAsync<ArgumentNullException>("item", async () => await qualifier.DecideAsync(null!, AsOf));
        await Assert.ThrowsAsync<ArgumentNullException>("item", async () => await qualifier.ExplainAsync(null!, AsOf));
        var local = DateTime.SpecifyKind(AsOf, DateTimeKind.Local);
        await Assert.ThrowsAsync<ArgumentException>("asOf", async () => await qualifier.DecideAsync(new Deal(), local));
        await Assert.ThrowsAsync<ArgumentException>("asOf", async () => await qualifier.ExplainAsync(new Deal(), local));
    }

    internal static async Task Until(Func<bool> condition)
    {
        for (var i = 0; !condition(); i++)
        {
            Assert.True(i < 3000, "It never came.");
            await Task.Delay(10);
        }
    }

    private IAsyncQualifier<Deal> Create(Action<AsyncProfileBuilder<Deal>> define) => AsyncQualifier.Create<Deal>(
        "p",
        p =>
        {
            p.OnError(ErrorHandling.AnswerUnknown);
            define(p);
        },
        _clock);
}
