using System;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using Sqo.Qualification.Testing;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.DependencyInjection.Tests.Async;

/// <summary>The builder, what a profile declares, registration, and what a judgment allocates.</summary>
public class AsyncProfileTests
{
    private static readonly DateTime AsOf = new(2026, 11, 23);

    [Fact]
    public void Declaration_OfAnAsyncCriterion_HasItsIdItsClassAndItsRevision()
    {
        var profile = Create(p => p.AsyncCriterion("credit", new Register(Answer.Met)).Required().Label("Credit").Revision("3")).Profile;
        Assert.Contains("\ncriterion id=\"credit\" label=\"Credit\" required=true ", profile.Declaration, StringComparison.Ordinal);
        Assert.EndsWith(
            " revision=\"3\" outside-rule=\"Sqo.Qualification.DependencyInjection.Tests.Async.Register\"", profile.Declaration,
            StringComparison.Ordinal);
        Assert.Equal(64, profile.Fingerprint.Length);
    }

    [Fact]
    public void Fingerprint_WhatIsDeclared_ChangesItAndWaitingDoesNot()
    {
        string Of(Action<AsyncProfileBuilder<Deal>> define) => Create(define).Profile.Fingerprint;
        var register = new Register(Answer.Met);
        var plain = Of(p => p.AsyncCriterion("credit", register).Required());
        Assert.Equal(plain, Of(p => p.AsyncCriterion("credit", new Register(Answer.Unmet), timeout: TimeSpan.FromSeconds(1)).Required()));
        Assert.Equal(plain, Of(p =>
        {
            p.AsyncCriterion("credit", register).Required();
            p.AtMostAtOnce(2).TimeoutAfter(TimeSpan.FromSeconds(3)).Version("1");
        }));
        string[] others =
        [
            Of(p => p.AsyncCriterion("credits", register).Required()),
            Of(p => p.AsyncCriterion("credit", register).Required().Revision("2")),
            Of(p => p.AsyncCriterion("credit", (_, _, _) => default).Required()),
            Of(p => p.Criterion("credit").Satisfies(_ => true).Required()),
        ];
        Assert.Equal(5, others.Append(plain).Distinct().Count());
    }

    [Fact]
    public void Profile_Declared_IsThereToRead()
    {
        var profile = Create(p =>
        {
            p.AsyncCriterion("credit", new Register(Answer.Met)).Required().Dimension("money").Ask("Is it solvent?").Effort(2)
                .NextAction("Ask for a report");
            p.Criterion("budget", d => d.Budget).AtLeast(1m).Weight(1);
            p.QualifyAt(50).NearMissWithin(5).OnError(ErrorHandling.AnswerUnknown).Version("7");
        }).Profile;
        Assert.Equal(
            ("p", "7", 50.0, 5.0, ErrorHandling.AnswerUnknown),
            (profile.Name, profile.Version, profile.Threshold, profile.NearMissMargin, profile.ErrorHandling));
        Assert.Equal(["credit", "budget"], profile.Criteria.Select(c => c.Id));
        Assert.Equal("Is it solvent?", profile["credit"].Question);
        Assert.Equal("credit", Assert.Single(profile.AsyncCriteria).Id);
        Assert.Equal("budget", Assert.Single(profile.CriteriaIn(new CriterionSet(2))).Id);
        Assert.Equal("p 7 (2 criteria)", profile.ToString());
    }

    [Fact]
    public void Create_WhatCantBeRight_IsRefused()
    {
        var register = new Register(Answer.Met);
        var faults = Assert.Throws<QualificationProfileException>(() => Create(p =>
        {
            p.AsyncCriterion("credit", register).Weight(double.NaN);
            p.AsyncCriterion("credit", register);
        })).Faults.Select(fault => fault.Code);
        Assert.Superset(new[] { "id.duplicate", "weight.not-finite" }.ToHashSet(), faults.ToHashSet());
        Create(p =>
        {
            Assert.Throws<ArgumentNullException>("criterion", () => p.AsyncCriterion("x", (IAsyncCriterion<Deal>)null!));
            Assert.Throws<ArgumentNullException>("evaluate", () =>
                p.AsyncCriterion("x", (Func<Deal, EvaluationContext, CancellationToken, ValueTask<Answer>>)null!));
            foreach (var timeout in new[] { TimeSpan.Zero, TimeSpan.FromSeconds(-1), TimeSpan.FromDays(50) })
            {
                Assert.Throws<ArgumentOutOfRangeException>("timeout", () => p.AsyncCriterion("x", register, timeout));
                Assert.Throws<ArgumentOutOfRangeException>("timeout", () => p.TimeoutAfter(timeout));
            }

            Assert.Throws<ArgumentOutOfRangeException>("count", () => p.AtMostAtOnce(0));
            QualificationProfile.Create<Deal>("other", other =>
            {
                Assert.Throws<ArgumentException>("within", () => p.AsyncCriterion("x", register, within: other));
                other.Criterion("budget", d => d.Budget).AtLeast(1m).Required();
            });
            p.AsyncCriterion("credit", register).Required();
        });
        AsyncProfileBuilder<Deal> kept = null!;
        Create(p => (kept = p).AsyncCriterion("credit", register).Required());
        Assert.Throws<InvalidOperationException>(() => kept.AsyncCriterion("late", register));
        Assert.Throws<InvalidOperationException>(() => kept.TimeoutAfter(TimeSpan.FromSeconds(1)));
        Assert.Throws<InvalidOperationException>(() => kept.AtMostAtOnce(1));
        Assert.Throws<ArgumentException>("name", () => AsyncQualifier.Create<Deal>(" ", _ => { }));
        Assert.Throws<ArgumentNullException>("define", () => AsyncQualifier.Create<Deal>("p", null!));
    }

    [Fact]
    public async Task AddAsyncProfile_OneProfile_IsThereWithAndWithoutItsName()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(AsOf, TimeSpan.Zero));
        var register = new Register(Answer.Met);
        using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(register)
            .AddAsyncProfile<Deal>("credit", (p, s) => p.AsyncCriterion("credit", s.GetRequiredService<Register>()).Required())
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        var qualifier = services.GetRequiredService<IAsyncQualifier<Deal>>();
        Assert.Same(qualifier, services.GetRequiredKeyedService<IAsyncQualifier<Deal>>("credit"));
        using var scope = services.CreateScope();
        Assert.Same(qualifier, scope.ServiceProvider.GetRequiredService<IAsyncQualifier<Deal>>());
        Assert.Equal("credit", qualifier.Profile.Name);
        (await qualifier.DecideAsync(new Deal())).ShouldQualify();
        Assert.Equal(AsOf, register.LastAsOf);
        var missed = Assert.Throws<System.Collections.Generic.KeyNotFoundException>(() =>
            services.GetKeyedService<IAsyncQualifier<Deal>>("other"));
        Assert.Contains("with asynchronous criteria \"credit\"", missed.Message, StringComparison.Ordinal);
        // A synchronous call can't come by it.
        Assert.Null(services.GetService<IQualifier<Deal>>());
        Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<IQualifierProvider>().Get<Deal>());
    }

    [Fact]
    public void AddAsyncProfile_TwoProfiles_AreThereByNameAlone()
    {
        using var services = new ServiceCollection()
            .AddAsyncProfile<Deal>("one", p => p.AsyncCriterion("credit", new Register(Answer.Met)).Required())
            .AddAsyncProfile<Deal>("two", p => p.AsyncCriterion("credit", new Register(Answer.Met)).Required())
            .AddAsyncProfile<string>("one", p => p.AsyncCriterion("credit", (_, _, _) => default).Required())
            .BuildServiceProvider();
        Assert.Equal("two", services.GetRequiredKeyedService<IAsyncQualifier<Deal>>("two").Profile.Name);
        Assert.Equal("one", services.GetRequiredService<IAsyncQualifier<string>>().Profile.Name);
        var thrown = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<IAsyncQualifier<Deal>>());
        Assert.Contains("\"one\", \"two\"", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddAsyncProfile_NameTwiceOrNone_IsRefused()
    {
        var services = new ServiceCollection().AddAsyncProfile<Deal>("one", _ => { });
        Assert.Contains(
            "twice", Assert.Throws<InvalidOperationException>(() => services.AddAsyncProfile<Deal>("ONE", _ => { })).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("name", () => services.AddAsyncProfile<Deal>(" ", _ => { }));
        Assert.Throws<ArgumentNullException>("define", () => services.AddAsyncProfile("x", (Action<AsyncProfileBuilder<Deal>>)null!));
        Assert.Throws<ArgumentNullException>("services", () => ((IServiceCollection)null!).AddAsyncProfile<Deal>("x", _ => { }));
    }

    [Fact]
    public async Task AddAsyncProfile_OfTheBuilder_TakesSettingsReloadsAndIsCounted()
    {
        const string Name = "credit-with-settings";
        const string Path = "Sqo:Profiles:" + Name + ":Criteria:budget:AtLeast";
        var verdicts = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, all) =>
            {
                if (instrument.Name == SqoTelemetry.Verdicts) all.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            foreach (var tag in tags)
            {
                if (tag is { Key: SqoTelemetry.ProfileTag, Value: Name }) Interlocked.Add(ref verdicts, count);
            }
        });
        listener.Start();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(Path, "5000")]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        services.AddSqoQualification().AddAsyncProfile<Deal>(Name, p =>
        {
            p.Criterion("budget", d => d.Budget).AtLeast(20_000m).Required();
            p.AsyncCriterion("credit", new Register(Answer.Met)).Required();
        });
        using var provider = services.BuildServiceProvider();
        var qualifier = provider.GetRequiredService<IAsyncQualifier<Deal>>();
        (await qualifier.DecideAsync(new Deal(Budget: 6_000), AsOf)).ShouldQualify();
        var before = qualifier.Profile.Fingerprint;

        configuration[Path] = "7000";
        configuration.Reload();
        (await qualifier.DecideAsync(new Deal(Budget: 6_000), AsOf)).ShouldBeDisqualified();
        Assert.NotEqual(before, qualifier.Profile.Fingerprint);

        configuration[Path] = "much";
        configuration.Reload();
        (await qualifier.DecideAsync(new Deal(Budget: 7_000), AsOf)).ShouldQualify();
        Assert.Equal(3, Interlocked.Read(ref verdicts));
        var health = await provider.GetRequiredService<SqoHealthCheck>().CheckHealthAsync(new HealthCheckContext());
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains($"{Path}", health.Description, StringComparison.Ordinal);
        Assert.Contains("much", health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecideAll_ReloadMeanwhile_ItemsCarryTheProfileThatDecided()
    {
        const string Path = "Sqo:Profiles:streamed:Criteria:budget:AtLeast";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(Path, "5000")]).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        services.AddSqoQualification().AddAsyncProfile<Deal>("streamed", p =>
        {
            p.Criterion("budget", d => d.Budget).AtLeast(20_000m).Required();
            p.AsyncCriterion("credit", new Register(Answer.Met)).Required();
        });
        using var provider = services.BuildServiceProvider();
        var qualifier = provider.GetRequiredService<IAsyncQualifier<Deal>>();
        var first = qualifier.Profile;
        await foreach (var decided in qualifier.DecideAllAsync([new Deal(Budget: 6_000), new Deal(Budget: 6_000)], AsOf, atOnce: 1))
        {
            configuration[Path] = "7000";
            configuration.Reload();
            Assert.True(decided.Decision.IsQualified);
            Assert.Same(first, decided.Profile);
        }

        Assert.NotEqual(first.Fingerprint, qualifier.Profile.Fingerprint);
    }

    [Fact]
    public void DecidedItem_EqualAndNot()
    {
        var decision = QualificationProfile.Create<Deal>("p", p => p.Criterion("budget", d => d.Budget).AtLeast(1m).Required())
            .Decide(new Deal(), AsOf);
        var (profile, other) = (AsyncQualifier.Create<string>("p", Named).Profile, AsyncQualifier.Create<string>("p", Named).Profile);
        var item = new DecidedItem<string>("a", decision, profile);
        var same = new DecidedItem<string>("a", decision, profile);
        Assert.True(item == same && item.Equals((object)same));
        Assert.True(item != new DecidedItem<string>("b", decision, profile) && item != new DecidedItem<string>("a", default, profile));
        Assert.True(item != new DecidedItem<string>("a", decision, other) && item != default);
        Assert.Equal(item.GetHashCode(), same.GetHashCode());
        Assert.Equal("a: Qualified 100 [100, 100]", item.ToString());
        Assert.Throws<ArgumentNullException>("profile", () => new DecidedItem<string>("a", decision, null!));

        static void Named(AsyncProfileBuilder<string> p) => p.Criterion("name", s => s.Length).AtLeast(1).Required();
    }

    /// <summary>Nothing when nobody is asked; the source of the token, and no more, for each that answers at once.</summary>
    [OptimizedFact]
    public void Decide_CompletedAtOnce_AllocatesNothingButTheToken()
    {
        var qualifier = Create(p =>
        {
            p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required();
            p.AsyncCriterion("credit", (_, _, _) => new ValueTask<Answer>(Answer.Met)).Required();
        });
        var (good, poor) = (new Deal(), new Deal(Budget: 1));
        var notAsked = Measured(() => qualifier.DecideAsync(poor, AsOf));
        var asked = Measured(() => qualifier.DecideAsync(good, AsOf));
        Assert.Equal(0, notAsked);
        Assert.InRange(asked, 1, 80);
    }

    private static long Measured(Func<ValueTask<Decision>> decide)
    {
        for (var i = 0; i < 200; i++) Assert.True(decide().IsCompletedSuccessfully);
        var least = long.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var deciding = decide();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(deciding.IsCompletedSuccessfully);
        }

        return least;
    }

    private static IAsyncQualifier<Deal> Create(Action<AsyncProfileBuilder<Deal>> define) => AsyncQualifier.Create("p", define);
}
