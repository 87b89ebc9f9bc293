using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sqo.Qualification.DependencyInjection.Tests.Infrastructure;
using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.DependencyInjection.Tests;

public class ReloadTests
{
    private static readonly DateTime AsOf = new(2026, 11, 23);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly Deal Half = new() { Budget = 50_000m, HasDecisionMaker = true, Engagement = 55 };

    [Fact]
    public void Change_Valid_IsInForceAtTheNextCall()
    {
        var sink = new LogSink();
        var live = LiveConfiguration.Of();
        using var provider = Containers.Startup(live.Root, s => s.AddSingleton<ILoggerFactory>(sink));
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        var before = qualifier.Profile;
        Assert.True(qualifier.Decide(Half, AsOf).IsQualified);

        live.Become(("Sqo:Profiles:startup:QualifyAt", "60"));
        Assert.False(qualifier.Decide(Half, AsOf).IsQualified);
        Assert.True(before.Decide(Half, AsOf).IsQualified);
        var reloaded = Assert.Single(sink.Entries, entry => entry.Event.Id == SqoEventIds.ProfileReloaded);
        Assert.Equal(
            $"Profile startup, version 1, is in effect with the fingerprint {qualifier.Profile.Fingerprint}; " +
            $"it replaces {before.Fingerprint}.",
            reloaded.Message);

        live.Become(("Sqo:Profiles:startup:QualifyAt", "60"), ("Something:Else", "1"));
        Assert.Single(sink.Entries, entry => entry.Event.Id == SqoEventIds.ProfileReloaded);
    }

    [Fact]
    public async Task Change_Invalid_KeepsTheLastGoodAndShowsUntilItIsMended()
    {
        var sink = new LogSink();
        var live = LiveConfiguration.Of(("Sqo:Profiles:startup:QualifyAt", "60"));
        using var provider = Containers.Startup(
            live.Root, s => s.AddSingleton<ILoggerFactory>(sink).AddLogging().AddHealthChecks().AddCheck<SqoHealthCheck>("qualification"));
        var health = provider.GetRequiredService<HealthCheckService>();
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        var good = qualifier.Profile;
        Assert.Equal(good.Fingerprint, (await Entry()).Data["startup"]);
        Assert.Equal(HealthStatus.Healthy, (await Entry()).Status);

        for (var announced = 0; announced < 3; announced++)
        {
            live.Become(("Sqo:Profiles:startup:QualifyAt", "600"), ("Sqo:Profiles:startup:Criteria:budget:AtLeast", "much"));
            Assert.Same(good, qualifier.Profile);
        }

        var refused = Assert.Single(sink.Entries, entry => entry.Event.Id == SqoEventIds.ReloadRefused);
        Assert.Equal(LogLevel.Error, refused.Level);
        Assert.Contains("Sqo:Profiles:startup:QualifyAt: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Sqo:Profiles:startup:Criteria:budget:AtLeast: ", refused.Message, StringComparison.Ordinal);
        var entry = await Entry();
        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.StartsWith(
            "Profile \"startup\" is the last valid one; its new configuration is rejected: Sqo:Profiles:startup:", entry.Description,
            StringComparison.Ordinal);

        // Mended to what is in force: nothing is reloaded, and yet all is well.
        live.Become(("Sqo:Profiles:startup:QualifyAt", "60"));
        Assert.Equal(HealthStatus.Healthy, (await Entry()).Status);
        Assert.Single(sink.Entries, entry => entry.Event.Id == SqoEventIds.ReloadRecovered);
        Assert.DoesNotContain(sink.Entries, entry => entry.Event.Id == SqoEventIds.ProfileReloaded);

        async Task<HealthReportEntry> Entry() => (await health.CheckHealthAsync()).Entries["qualification"];
    }

    [Fact]
    public async Task HealthCheck_ProfileThatCantBeBuilt_IsUnhealthyUntilTheConfigurationIsMended()
    {
        var live = LiveConfiguration.Of(("Sqo:Profiles:startup:QualifyAt", "600"));
        using var provider = Containers.Startup(live.Root, s => s.AddLogging().AddHealthChecks().AddCheck<SqoHealthCheck>("qualification"));
        var health = provider.GetRequiredService<HealthCheckService>();
        var entry = (await health.CheckHealthAsync()).Entries["qualification"];
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.StartsWith(
            "Profile \"startup\" can't be built: Sqo:Profiles:startup:QualifyAt: ", entry.Description, StringComparison.Ordinal);
        Assert.Throws<QualificationProfileException>(() => provider.GetService<IQualifier<Deal>>());

        live.Become(("Sqo:Profiles:startup:QualifyAt", "60"));
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync()).Status);
        Assert.Equal(60, provider.GetRequiredService<IQualifier<Deal>>().Profile.Threshold);
    }

    [Fact]
    public void Change_WhereTheDefinitionThrows_KeepsTheLastGoodAndOtherListeners()
    {
        var live = LiveConfiguration.Of();
        var fails = false;
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("startup", p =>
            {
                if (fails) throw new TimeoutException("The price list did not answer.");
                Deal.Startup(p);
            }),
            live.Root);
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        var good = qualifier.Profile;
        fails = true;
        var heard = 0;
        using var other = Microsoft.Extensions.Primitives.ChangeToken.OnChange(live.Root.GetReloadToken, () => heard++);
        live.Become(("Sqo:Profiles:startup:QualifyAt", "60"));
        Assert.Same(good, qualifier.Profile);
        Assert.Equal(1, heard);
    }

    [Fact]
    public void Change_AfterTheContainerIsGone_DoesNothing()
    {
        var live = LiveConfiguration.Of();
        var sink = new LogSink();
        var provider = Containers.Startup(live.Root, s => s.AddSingleton<ILoggerFactory>(sink));
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        var profile = qualifier.Profile;
        provider.Dispose();
        live.Become(("Sqo:Profiles:startup:QualifyAt", "60"));
        Assert.Same(profile, qualifier.Profile);
        Assert.DoesNotContain(sink.Entries, entry => entry.Event.Id == SqoEventIds.ProfileReloaded);
    }

    [Fact]
    public async Task Change_DuringACall_LetsItFinishOnTheProfileItBeganWith()
    {
        using var entered = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var live = LiveConfiguration.Of(("Sqo:Profiles:slow:QualifyAt", "10"));
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("slow", p =>
            {
                p.Criterion("wait").Satisfies(d =>
                {
                    entered.Release();
                    go.Wait();
                    return true;
                }).Weight(0);
                p.Criterion("engagement", d => d.Engagement).Linear(0, 100).Weight(1);
                p.QualifyAt(50);
            }),
            live.Root);
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        var call = Task.Run(() => qualifier.Decide(Half, AsOf));
        Assert.True(await entered.WaitAsync(TimeSpan.FromSeconds(30)));
        live.Become(("Sqo:Profiles:slow:QualifyAt", "90"));
        Assert.Equal(90, qualifier.Profile.Threshold);
        go.Release(2);
        Assert.True((await call).IsQualified);
        Assert.False(qualifier.Decide(Half, AsOf).IsQualified);
    }

    /// <summary>Each state says the same thing in three settings, so that a mixture of two shows.</summary>
    [Fact]
    public async Task Change_WithManyWritersAndReaders_ShowsWholeProfilesOnly()
    {
        const int States = 8;
        var live = LiveConfiguration.Of(State(0));
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("whole", p =>
            {
                p.Criterion("first", d => d.Engagement).AtLeast(1).Weight(1);
                p.Criterion("second", d => d.Engagement).AtLeast(1).Weight(1);
                p.QualifyAt(1);
            }),
            live.Root);
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();

        // Of a deal, which states call it qualified, and with which score: a decision must be one of these.
        var deals = Enumerable.Range(0, States).Select(state => new Deal { Engagement = state + 1 }).ToArray();
        var whole = new HashSet<string>();
        for (var state = 0; state < States; state++)
        {
            live.Become(State(state));
            whole.Add(string.Join(";", qualifier.DecideAll(deals, AsOf)));
        }

        Assert.Equal(States, whole.Count);
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 2).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 400; i++) live.Become(State((i + writer) % States));
        })).ToArray();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var seen = new HashSet<string>();
            var count = 0;
            while (!stop.IsCancellationRequested || count == 0)
            {
                var profile = qualifier.Profile;
                Assert.Equal(profile["first"].Weight, profile["second"].Weight);
                Assert.Equal(profile["first"].Weight, profile.Threshold);
                seen.Add(string.Join(";", qualifier.DecideAll(deals, AsOf)));
                count++;
            }

            return seen;
        })).ToArray();
        await Task.WhenAll(writers);
        await stop.CancelAsync();
        var all = (await Task.WhenAll(readers)).SelectMany(seen => seen).ToHashSet();
        Assert.Subset(whole, all);

        // When the last change has been told, that is what is in force.
        live.Become(State(3));
        Assert.Equal(4, qualifier.Profile.Threshold);

        static (string Path, string? Value)[] State(int state)
        {
            var number = (state + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return
            [
                ("Sqo:Profiles:whole:QualifyAt", number),
                ("Sqo:Profiles:whole:Criteria:first:Weight", number),
                ("Sqo:Profiles:whole:Criteria:second:Weight", number),
                ("Sqo:Profiles:whole:Criteria:first:AtLeast", number),
                ("Sqo:Profiles:whole:Criteria:second:AtLeast", number),
            ];
        }
    }

    [Fact]
    public async Task Change_WhileABuildHangs_LetsReadersThrough()
    {
        using var building = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var builds = 0;
        var live = LiveConfiguration.Of();
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("startup", p =>
            {
                Deal.Startup(p);
                if (Interlocked.Increment(ref builds) == 1) return;
                building.Release();
                go.Wait();
            }),
            live.Root);
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        Assert.True(qualifier.Decide(Half, AsOf).IsQualified);
        var change = Task.Run(() => live.Become(("Sqo:Profiles:startup:QualifyAt", "60")));
        Assert.True(await building.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.True(qualifier.Decide(Half, AsOf).IsQualified);
        Assert.Equal(50, qualifier.Profile.Threshold);
        go.Release();
        await change;
        Assert.Equal(60, qualifier.Profile.Threshold);
    }

    [Fact]
    public async Task Dispose_WhileAReloadRuns_Ends()
    {
        using var reloading = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var changes = new SlowChanges("startup", token =>
        {
            if (token != 2) return;
            reloading.Release();
            go.Wait();
        });
        var provider = Containers.Startup(more: s => s.AddSingleton<IOptionsChangeTokenSource<ProfileOptions>>(changes));
        provider.GetRequiredService<IQualifier<Deal>>();
        var change = Task.Run(changes.Announce);
        Assert.True(await reloading.WaitAsync(Patience));
        var disposing = Task.Run(provider.Dispose);
        await Task.Delay(50);
        go.Release();
        await Task.WhenAll(change, disposing).WaitAsync(Patience);
    }

    [Fact]
    public async Task Dispose_WhileADefinitionRuns_DoesNotWaitForIt()
    {
        using var building = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var provider = Containers.Of(q => q.AddProfile<Deal>("startup", p =>
        {
            Deal.Startup(p);
            building.Release();
            go.Wait();
        }));
        var profiles = provider.GetRequiredService<QualifierProvider>();
        var first = Task.Run(() => profiles.Get<Deal>());
        Assert.True(await building.WaitAsync(Patience));
        await Task.Run(profiles.Dispose).WaitAsync(Patience);
        go.Release();
        await first.WaitAsync(Patience);
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task FirstUse_WhileAnotherThreadBuilds_WaitsForNobody()
    {
        using var building = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var builds = 0;
        using var provider = Containers.Of(q => q.AddProfile<Deal>("startup", p =>
        {
            Deal.Startup(p);
            if (Interlocked.Increment(ref builds) > 1) return;
            building.Release();
            go.Wait();
        }));
        var qualifiers = provider.GetRequiredService<IQualifierProvider>();
        var slow = Task.Run(() => qualifiers.Get<Deal>().Profile);
        Assert.True(await building.WaitAsync(Patience));
        var quick = await Task.Run(() => qualifiers.Get<Deal>().Profile).WaitAsync(Patience);
        go.Release();
        Assert.Same(quick, await slow.WaitAsync(Patience));
        Assert.Same(quick, qualifiers.Get<Deal>().Profile);
    }

    /// <summary>A build that began before a change must not undo it by ending later.</summary>
    [Fact]
    public async Task Change_WhileAnOlderReloadRuns_StaysInForce()
    {
        using var building = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var (builds, threshold) = (0, 60);
        var (one, other) = (new SlowChanges("startup", _ => { }), new SlowChanges("startup", _ => { }));
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("startup", p =>
            {
                Deal.Startup(p);
                if (Interlocked.Increment(ref builds) != 2) return;
                building.Release();
                go.Wait();
            }).Configure("startup", options => options.Set("QualifyAt", Volatile.Read(ref threshold))),
            more: s =>
                s.AddSingleton<IOptionsChangeTokenSource<ProfileOptions>>(one)
                .AddSingleton<IOptionsChangeTokenSource<ProfileOptions>>(other));
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        Assert.Equal(60, qualifier.Profile.Threshold);
        Volatile.Write(ref threshold, 70);
        var older = Task.Run(one.Announce);
        Assert.True(await building.WaitAsync(Patience));
        Volatile.Write(ref threshold, 80);
        try
        {
            await Task.Run(other.Announce).WaitAsync(Patience);
            Assert.Equal(80, qualifier.Profile.Threshold);
        }
        finally
        {
            go.Release();
        }

        await older.WaitAsync(Patience);
        Assert.Equal(80, qualifier.Profile.Threshold);
    }

    [Fact]
    public async Task Change_WhileTheFirstBuildRuns_IsInForceAfterIt()
    {
        using var building = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var builds = 0;
        var live = LiveConfiguration.Of(("Sqo:Profiles:startup:QualifyAt", "60"));
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("startup", p =>
            {
                Deal.Startup(p);
                if (Interlocked.Increment(ref builds) > 1) return;
                building.Release();
                go.Wait();
            }),
            live.Root);
        var qualifiers = provider.GetRequiredService<IQualifierProvider>();
        var first = Task.Run(() => qualifiers.Get<Deal>().Profile);
        Assert.True(await building.WaitAsync(Patience));
        await Task.Run(() => live.Become(("Sqo:Profiles:startup:QualifyAt", "70"))).WaitAsync(Patience);
        go.Release();
        Assert.Equal(70, (await first.WaitAsync(Patience)).Threshold);
        Assert.Equal(70, qualifiers.Get<Deal>().Profile.Threshold);
    }

    [Fact]
    public void Change_OfAnotherKey_RebuildsNothing()
    {
        var builds = 0;
        var live = LiveConfiguration.Of(("Sqo:Profiles:startup:QualifyAt", "60"));
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("startup", p =>
            {
                builds++;
                Deal.Startup(p);
            }).Configure("startup", options => options.Set("Criteria:budget:AtLeast", 20_000m)),
            live.Root);
        var profile = provider.GetRequiredService<IQualifier<Deal>>().Profile;
        Assert.Equal(1, builds);
        live.Become(("Sqo:Profiles:startup:QualifyAt", "60"), ("Logging:Level", "Debug"));
        live.Become(("Sqo:Profiles:startup:QualifyAt", "60"), ("Sqo:Profiles:other:QualifyAt", "70"));
        Assert.Equal(1, builds);
        Assert.Same(profile, provider.GetRequiredService<IQualifier<Deal>>().Profile);
        live.Become(("Sqo:Profiles:startup:QualifyAt", "61"), ("Logging:Level", "Debug"));
        Assert.Equal(2, builds);
    }

    [Fact]
    public void Definition_AskingForItsOwnQualifier_IsToldSo()
    {
        using var provider = Containers.Of(q => q
            .AddProfile<Deal>("own", (p, services) =>
            {
                var self = services.GetRequiredService<IQualifierProvider>().Get<Deal>("own");
                p.Criterion("again").Satisfies(d => self.Decide(d).IsQualified).Required();
            })
            .AddProfile<Deal>("there", (_, services) => services.GetRequiredService<IQualifierProvider>().Get<Deal>("back"))
            .AddProfile<Deal>("back", (_, services) => services.GetRequiredService<IQualifierProvider>().Get<Deal>("there")));
        var qualifiers = provider.GetRequiredService<IQualifierProvider>();
        var e = Assert.Throws<InvalidOperationException>(() => qualifiers.Get<Deal>("own"));
        Assert.StartsWith(
            "The definition of the profile \"own\" requests the qualifier of that profile, ", e.Message, StringComparison.Ordinal);
        Assert.Contains(
            "\"there\"", Assert.Throws<InvalidOperationException>(() => qualifiers.Get<Deal>("there")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DefinitionClass_TakingItsOwnQualifier_IsToldSo()
    {
        var services = new ServiceCollection();
        services.AddSqoQualification().AddProfile<Deal, SelfishProfile>();
        using var provider = services.BuildServiceProvider();
        var e = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IQualifier<Deal>>());
        Assert.StartsWith("The class of a profile takes a qualifier", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Definition_ThatChangesTheConfiguration_RunsOnce()
    {
        var builds = 0;
        var live = LiveConfiguration.Of();
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("startup", p =>
            {
                builds++;
                Deal.Startup(p);
                live.Become(("Sqo:Profiles:startup:QualifyAt", "60"));
            }),
            live.Root);
        provider.GetRequiredService<IQualifier<Deal>>();
        Assert.Equal(1, builds);
    }

    [Fact]
    public async Task JsonFile_Edited_IsInForce()
    {
        var folder = Directory.CreateTempSubdirectory("sqo");
        try
        {
            var file = Path.Combine(folder.FullName, "appsettings.json");
            await File.WriteAllTextAsync(file, Json("60"));
            var configuration = new ConfigurationBuilder().AddJsonFile(file, optional: false, reloadOnChange: true).Build();
            using (configuration as IDisposable)
            {
                using var provider = Containers.Startup(configuration);
                var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
                Assert.Equal(60, qualifier.Profile.Threshold);
                await File.WriteAllTextAsync(file, Json("61.5"));
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
                while (qualifier.Profile.Threshold != 61.5) await Task.Delay(20, patience.Token);
                await File.WriteAllTextAsync(file, Json("\"many\""));
                var check = provider.GetRequiredService<SqoHealthCheck>();
                while ((await check.CheckHealthAsync(new HealthCheckContext())).Status != HealthStatus.Degraded) await Task.Delay(
                    20, patience.Token);
                Assert.Equal(61.5, qualifier.Profile.Threshold);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static string Json(string threshold) => $$"""{ "Sqo": { "Profiles": { "startup": { "QualifyAt": {{threshold}} } } } }""";
    }
}
