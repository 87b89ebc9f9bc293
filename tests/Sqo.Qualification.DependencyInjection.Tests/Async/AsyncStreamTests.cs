using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Sqo.Qualification.DependencyInjection.Tests.Async;

public class AsyncStreamTests
{
    private static readonly DateTime AsOf = new(2026, 11, 23);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task DecideAll_AnswersInAnyOrder_ComeInTheOrderOfTheItems()
    {
        var register = new Register(async (deal, _) =>
        {
            await Task.Delay(deal.Name.GetHashCode(StringComparison.Ordinal) & 7);
            return Answer.From(deal.Activity > 50);
        });
        var deals = Deals(200).ToArray();
        var qualifier = Create(register);
        var decided = await qualifier.DecideAllAsync(deals, AsOf, atOnce: 8).ToListAsync();
        Assert.Equal(deals, decided.Select(pair => pair.Item));
        foreach (var (item, decision) in decided) Assert.Equal(await qualifier.DecideAsync(item, AsOf), decision);
        Assert.InRange(register.MostRunning, 2, 8);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task DecideAll_ConsumerThatIsSlow_IsReadAheadOfNoFurtherThanTheWindow(int atOnce)
    {
        var read = 0;
        var taken = 0;
        var most = 0;
        await foreach (var _ in Create(Register.Slow(Answer.Met)).DecideAllAsync(Counted(), AsOf, atOnce))
        {
            // The one that is in hand was read too.
            most = Math.Max(most, Volatile.Read(ref read) - taken);
            taken++;
            if (taken % 10 == 0) await Task.Delay(5);
        }

        Assert.Equal(100, taken);
        Assert.Equal(atOnce, most);

        async IAsyncEnumerable<Deal> Counted()
        {
            foreach (var deal in Deals(100))
            {
                if (read % 7 == 0) await Task.Yield();
                Interlocked.Increment(ref read);
                yield return deal;
            }
        }
    }

    [Fact]
    public async Task DecideAll_SourceThatWaits_HoldsNoDecisionBack()
    {
        var source = Channel.CreateUnbounded<Deal>();
        await using var decided = Create(Register.Slow(Answer.Met))
            .DecideAllAsync(source.Reader.ReadAllAsync(), AsOf, 16)
            .GetAsyncEnumerator();
        for (var i = 0; i < 3; i++)
        {
            await source.Writer.WriteAsync(new Deal(Name: i.ToString()));
            Assert.True(await decided.MoveNextAsync().AsTask().WaitAsync(Patience));
            Assert.Equal(i.ToString(), decided.Current.Item.Name);
        }

        source.Writer.Complete();
        Assert.False(await decided.MoveNextAsync().AsTask().WaitAsync(Patience));
    }

    [Fact]
    public async Task DecideAll_Cancelled_StopsAlsoWhatIgnoresIt()
    {
        using var stop = new CancellationTokenSource();
        var register = Register.Hanging();
        var enumerating = Create(register).DecideAllAsync(Deals(10), AsOf, 4).GetAsyncEnumerator(stop.Token);
        var moving = enumerating.MoveNextAsync().AsTask();
        await AsyncWaitingTests.Until(() => register.Calls == 4);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => moving.WaitAsync(Patience));
        await enumerating.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Create(register).DecideAllAsync(Deals(10), AsOf, 4, stop.Token).ToListAsync());
        Assert.Equal(4, register.Calls);
    }

    [Fact]
    public async Task DecideAll_SourceThatWaitsWhenCancelled_IsCancelledToo()
    {
        using var stop = new CancellationTokenSource();
        var source = Channel.CreateUnbounded<Deal>();
        var moving = Create(new Register(Answer.Met)).DecideAllAsync(source.Reader.ReadAllAsync(), AsOf).ToListAsync(stop.Token).AsTask();
        await Task.Delay(20);
        Assert.False(moving.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => moving.WaitAsync(Patience));
    }

    [Fact]
    public async Task DecideAll_ConsumerThatStops_StopsTheWorkAndTheSource()
    {
        var disposed = false;
        var register = new Register(async (deal, token) =>
        {
            if (deal.Name != "0") await Task.Delay(Timeout.Infinite, token);
            return Answer.Met;
        });
        await foreach (var _ in Create(register).DecideAllAsync(Source(), AsOf, 4)) break;
        Assert.True(disposed);
        Assert.InRange(register.Calls, 1, 4);
        await AsyncWaitingTests.Until(() => register.LastToken.IsCancellationRequested || register.Calls == 1);

        async IAsyncEnumerable<Deal> Source([EnumeratorCancellation] CancellationToken cancellation = default)
        {
            try
            {
                foreach (var deal in Deals(50))
                {
                    await Task.Yield();
                    cancellation.ThrowIfCancellationRequested();
                    yield return deal;
                }
            }
            finally
            {
                disposed = true;
            }
        }
    }

    [Fact]
    public async Task DecideAll_ItemThatFails_ComesAfterThoseBeforeItWithItsRow()
    {
        var register = new Register(async (deal, _) =>
        {
            await Task.Delay(deal.Name == "5" ? 0 : 5);
            return deal.Name == "5" ? throw new InvalidOperationException("Down.") : Answer.Met;
        });
        var taken = 0;
        var thrown = await Assert.ThrowsAsync<CriterionEvaluationException>(async () =>
        {
            await foreach (var _ in Create(register).DecideAllAsync(Deals(20), AsOf, 8)) taken++;
        });
        Assert.Equal((5, 5), (taken, thrown.Row));
        Assert.Contains("for the item at index 5", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecideAll_SourceThatFails_ComesAfterTheDecisionsBeforeIt()
    {
        var taken = 0;
        await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var _ in Create(Register.Slow(Answer.Met)).DecideAllAsync(Broken(), AsOf, 8)) taken++;
        });
        Assert.Equal(3, taken);

        static IEnumerable<Deal> Broken()
        {
            foreach (var deal in Deals(3)) yield return deal;
            throw new FormatException("Line 4.");
        }
    }

    [Fact]
    public async Task DecideAll_NoMomentTold_IsOneForAll()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(AsOf, TimeSpan.Zero));
        var moments = new HashSet<DateTime>();
        var qualifier = AsyncQualifier.Create<Deal>("p", p => p.AsyncCriterion("credit", (_, context, _) =>
        {
            moments.Add(context.AsOf);
            clock.Advance(TimeSpan.FromSeconds(1));
            return new ValueTask<Answer>(Answer.Met);
        }).Required(), clock);
        var stream = qualifier.DecideAllAsync(Deals(10));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(10, (await stream.ToListAsync()).Count);
        Assert.Equal(AsOf.AddHours(1), Assert.Single(moments));

        // The same stream again is another run.
        Assert.Equal(10, (await stream.ToListAsync()).Count);
        Assert.Equal(2, moments.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DecideAll_100_000Items_AreAllDecided(bool waits)
    {
        var register = new Register(async (deal, _) =>
        {
            if (waits) await Task.Yield();
            return Answer.From(deal.Activity > 50);
        });
        var qualifier = Create(register);
        // Off the context of the test framework, through which each item would take a millisecond.
        var row = await Task.Run(async () =>
        {
            var row = 0;
            await foreach (var (item, decision) in qualifier.DecideAllAsync(Deals(100_000), AsOf))
            {
                if (item.Name != row.ToString() || decision.IsQualified != item.Activity > 50)
                {
                    Assert.Fail($"Row {row}: {item}, {decision}");
                }
                row++;
            }

            return row;
        });
        Assert.Equal(100_000, row);
        Assert.Equal(100_000 / 2, register.Calls);
    }

    [Fact]
    public async Task DecideAll_NothingToDecide_IsEmpty() =>
        Assert.Empty(await Create(new Register(Answer.Met)).DecideAllAsync(Array.Empty<Deal>(), AsOf).ToListAsync());

    [Fact]
    public async Task DecideAll_ArgumentsThatMakeNoSense_AreRefused()
    {
        var qualifier = Create(new Register(Answer.Met));
        Assert.Throws<ArgumentNullException>("items", () => qualifier.DecideAllAsync((IEnumerable<Deal>)null!));
        Assert.Throws<ArgumentNullException>("items", () => qualifier.DecideAllAsync((IAsyncEnumerable<Deal>)null!));
        Assert.Throws<ArgumentOutOfRangeException>("atOnce", () => qualifier.DecideAllAsync(Deals(1), AsOf, 0));
        Assert.Throws<ArgumentException>("asOf", () => qualifier.DecideAllAsync(Deals(1), DateTime.SpecifyKind(AsOf, DateTimeKind.Local)));
        var thrown = await Assert.ThrowsAsync<ArgumentException>("items", async () =>
            await qualifier.DecideAllAsync([new Deal(), null!], AsOf).ToListAsync());
        Assert.StartsWith("The item at index 1 is null", thrown.Message, StringComparison.Ordinal);
    }

    /// <summary>Every second one fails at a synchronous gate, and has no need of the register.</summary>
    private static IAsyncQualifier<Deal> Create(IAsyncCriterion<Deal> register) => AsyncQualifier.Create<Deal>("p", p =>
    {
        p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required();
        p.AsyncCriterion("credit", register).Required();
    });

    private static IEnumerable<Deal> Deals(int count) => count == 100_000
        ? Enumerable.Range(0, count).Select(i =>
            new Deal(Budget: i % 2 == 0 ? 20_000m : 1, Activity: i % 2 == 0 && i % 3 == 0 ? 80 : 20, Name: i.ToString()))
        : Enumerable.Range(0, count).Select(i => new Deal(Activity: i % 3 == 0 ? 80 : 20, Name: i.ToString()));
}
