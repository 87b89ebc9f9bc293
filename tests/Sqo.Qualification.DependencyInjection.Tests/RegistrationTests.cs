using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Sqo.Qualification.DependencyInjection.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.DependencyInjection.Tests;

public class RegistrationTests
{
    private static readonly DateTime AsOf = new(2026, 11, 23);

    [Fact]
    public void AddSqoQualification_Null_IsRefused()
    {
        Assert.Throws<ArgumentNullException>("services", () => ((IServiceCollection)null!).AddSqoQualification());
        Assert.Throws<ArgumentNullException>("configure", () => new ServiceCollection().AddSqoQualification(null!));
    }

    [Fact]
    public void AddProfile_NullOrBlank_IsRefused()
    {
        var builder = new ServiceCollection().AddSqoQualification();
        Assert.Throws<ArgumentNullException>("name", () => builder.AddProfile<Deal>(null!, Deal.Startup));
        Assert.Throws<ArgumentException>("name", () => builder.AddProfile<Deal>(" ", Deal.Startup));
        Assert.Throws<ArgumentNullException>("define", () => builder.AddProfile("x", (Action<ProfileBuilder<Deal>>)null!));
        Assert.Throws<ArgumentNullException>("define", () =>
            builder.AddProfile("x", (Action<ProfileBuilder<Deal>, IServiceProvider>)null!));
        Assert.Throws<ArgumentNullException>("definition", () => builder.AddProfile((IProfileConfiguration<Deal>)null!));
        Assert.Throws<ArgumentNullException>("definition", () =>
            builder.AddProfile((ProfileDefinition)null!, new FieldMap<Deal>(f => f.Add("budget", d => d.Budget))));
        Assert.Throws<ArgumentNullException>("fields", () => builder.AddProfileFromConfiguration<Deal>("x", null!));
        Assert.Throws<ArgumentNullException>("add", () => builder.AddProfilesFrom<Deal>(null!));
        Assert.Throws<ArgumentNullException>("configure", () => builder.Configure("x", (Action<ProfileOptions>)null!));
        Assert.Throws<ArgumentNullException>("section", () =>
            builder.Configure("x", (Microsoft.Extensions.Configuration.IConfiguration)null!));
        Assert.Throws<ArgumentNullException>("assembly", () => builder.AddProfilesFromAssembly(null!));
    }

    [Fact]
    public void AddSqoQualification_Twice_AddsNothing()
    {
        var services = new ServiceCollection();
        services.AddSqoQualification().AddProfile<Deal>("startup", Deal.Startup);
        var once = services.ToList();
        Assert.Same(services, services.AddSqoQualification().Services);
        Assert.Equal(once, services);
    }

    [Fact]
    public void EverythingRegistered_IsASingleton()
    {
        var services = new ServiceCollection();
        services.AddSqoQualification().AddProfile<Deal>("startup", Deal.Startup).AddProfile<Deal, ServedProfile>();
        Assert.All(services.Where(s => s.ServiceType.Assembly == typeof(IQualifier<>).Assembly), s =>
            Assert.Equal(ServiceLifetime.Singleton, s.Lifetime));

        using var provider = Containers.Startup();
        using var scope = provider.CreateScope();
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        Assert.Same(qualifier, scope.ServiceProvider.GetRequiredService<IQualifier<Deal>>());
        Assert.Same(qualifier, scope.ServiceProvider.GetRequiredKeyedService<IQualifier<Deal>>("startup"));
        Assert.Same(qualifier, scope.ServiceProvider.GetRequiredService<IQualifierProvider>().Get<Deal>("startup"));
    }

    [Fact]
    public void Qualifier_ByKeyInAConstructor_IsThatProfile()
    {
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("startup", Deal.Startup).AddProfile<Deal>("agency", Agency, isDefault: true),
            more: s => s.AddScoped<Consumer>());
        using var scope = provider.CreateScope();
        var consumer = scope.ServiceProvider.GetRequiredService<Consumer>();
        Assert.Equal("agency", consumer.Default.Profile.Name);
        Assert.Equal("startup", consumer.Startup.Profile.Name);
    }

    [Fact]
    public void Qualifier_Misses_SayWhatIsRegistered()
    {
        using var provider = Containers.Of(q =>
            q.AddProfile<Deal>("startup", Deal.Startup).AddProfile<Deal>("agency", Agency).AddProfile<Prospect>("inbound", Inbound));
        var qualifiers = provider.GetRequiredService<IQualifierProvider>();
        const string Registered =
            "the registered profiles are for Sqo.Qualification.DependencyInjection.Tests.Infrastructure.Deal \"startup\", \"agency\", " +
            "for Sqo.Qualification.DependencyInjection.Tests.Infrastructure.Prospect \"inbound\"";
        Assert.Equal(
            $"There is no profile \"startp\" for {typeof(Deal)}; {Registered}.",
            Assert.Throws<KeyNotFoundException>(() => qualifiers.Get<Deal>("startp")).Message);
        Assert.Equal(
            $"There are several profiles for {typeof(Deal)} and none is the default; {Registered}. " +
            "Ask for one by its name, or register one as the default.",
            Assert.Throws<InvalidOperationException>(() => provider.GetService<IQualifier<Deal>>()).Message);
        Assert.Equal(
            $"There is no profile for {typeof(string)}; {Registered}.",
            Assert.Throws<InvalidOperationException>(() => qualifiers.Get<string>()).Message);
        Assert.Throws<KeyNotFoundException>(() => provider.GetRequiredKeyedService<IQualifier<Deal>>("Startup"));
        Assert.Throws<InvalidOperationException>(() => provider.GetRequiredKeyedService<IQualifier<Deal>>(7));
        Assert.Throws<ArgumentNullException>("name", () => qualifiers.Get<Deal>(null!));

        Assert.False(qualifiers.TryGet<Deal>("inbound", out _));
        Assert.True(qualifiers.TryGet<Prospect>("inbound", out var inbound));
        Assert.Same(inbound, provider.GetRequiredService<IQualifier<Prospect>>());
        Assert.Equal(["startup", "agency"], qualifiers.NamesOf<Deal>());
        Assert.Empty(qualifiers.NamesOf<string>());
        Assert.Null(provider.GetService<IQualifier<string>>());
    }

    [Fact]
    public void Qualifier_NothingRegistered_SaysSo()
    {
        using var provider = Containers.Of(_ => { });
        var qualifiers = provider.GetRequiredService<IQualifierProvider>();
        Assert.Equal(
            $"There is no profile for {typeof(Deal)}; no profile is registered.",
            Assert.Throws<InvalidOperationException>(() => qualifiers.Get<Deal>()).Message);
    }

    [Fact]
    public void AddProfile_SameName_NamesBoth()
    {
        var builder = new ServiceCollection().AddSqoQualification()
            .AddProfile<Deal>("startup", Deal.Startup)
            .AddProfile<Prospect>("startup", Inbound);
        var error = Assert.Throws<InvalidOperationException>(() => builder.AddProfile(new NamedProfile("Startup")));
        Assert.Equal(
            $"The profile \"Startup\" for {typeof(Deal)} is registered twice: " +
            "by AddProfile(\"startup\", ...) and by AddProfile(NamedProfile \"Startup\"). " +
            "The names of the profiles of a type must differ in more than case.",
            error.Message);
        builder.AddProfile<Deal, ServedProfile>();
        Assert.Contains(
            nameof(ServedProfile),
            Assert.Throws<InvalidOperationException>(() => builder.AddProfilesFrom<Deal>(c => c.Add<ServedProfile>())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AddProfile_SameNameFromAClassOrTwoDefaults_FailWithAllAtFirstUse()
    {
        using var provider = Containers.Of(q => q
            .AddProfile<Deal>("served", Deal.Startup, isDefault: true)
            .AddProfile<Deal, ServedProfile>(isDefault: true)
            .Configure("agency", o => o.Set("QualifyAt", 5)), more: s => s.AddSingleton(new Minimum(5m)));
        var lines = Assert.Throws<InvalidOperationException>(() => provider.GetService<IQualifier<Deal>>()).Message.Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Contains($"by AddProfile(\"served\", ...) and by the class {typeof(ServedProfile)}", lines[0], StringComparison.Ordinal);
        Assert.Contains("both the default", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"agency\", which is not registered", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void AddProfile_WithServices_TakesThem()
    {
        using var provider = Containers.Of(
            q => q
                .AddProfile<Deal>("own", (p, services) =>
                    p.Criterion("budget", d => d.Budget).AtLeast(services.GetRequiredService<Minimum>().Amount).Required())
                .AddProfile<Deal, ServedProfile>(),
            more: s => s.AddSingleton(new Minimum(700m)));
        var qualifiers = provider.GetRequiredService<IQualifierProvider>();
        foreach (var name in (string[])["own", "served"])
        {
            Assert.True(qualifiers.Get<Deal>(name).Decide(new Deal { Budget = 700m }).IsQualified);
            Assert.False(qualifiers.Get<Deal>(name).Decide(new Deal { Budget = 699m }).IsQualified);
        }
    }

    [Fact]
    public void AddProfile_WithAScopedService_IsRefused()
    {
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("own", (p, services) =>
                p.Criterion("budget", d => d.Budget).AtLeast(services.GetRequiredService<Minimum>().Amount).Required()),
            more: s => s.AddScoped(_ => new Minimum(1m)));
        Assert.Throws<InvalidOperationException>(() => provider.GetService<IQualifier<Deal>>());
    }

    [Fact]
    public void AddProfilesFrom_NamedTypes_AddsThem()
    {
        using var provider = Containers.Of(
            q => q.AddProfilesFrom<Deal>(classes => classes.Add<ServedProfile>().Add<PlainProfile>(isDefault: true)),
            more: s => s.AddSingleton(new Minimum(1m)));
        Assert.Equal(["served", "plain"], provider.GetRequiredService<IQualifierProvider>().NamesOf<Deal>());
        Assert.Equal("plain", provider.GetRequiredService<IQualifier<Deal>>().Profile.Name);
    }

    [Fact]
    public void Provider_OfAsyncProfiles_GetsThemByName()
    {
        using var provider = Containers.Of(q => q
            .AddProfile<Deal>("startup", Deal.Startup)
            .AddAsyncProfile<Deal>("startup", Credit)
            .AddAsyncProfile<Deal>("credit", Credit, isDefault: true));
        var qualifiers = provider.GetRequiredService<IQualifierProvider>();
        var credit = qualifiers.GetAsync<Deal>("credit");
        Assert.Equal("credit", credit.Profile.Name);
        Assert.Same(credit, qualifiers.GetAsync<Deal>());
        Assert.Same(credit, provider.GetRequiredService<IAsyncQualifier<Deal>>());
        Assert.Same(credit, provider.GetRequiredKeyedService<IAsyncQualifier<Deal>>("credit"));
        Assert.True(qualifiers.TryGetAsync<Deal>("credit", out var found));
        Assert.Same(credit, found);
        Assert.False(qualifiers.TryGetAsync<Deal>("Credit", out _));
        Assert.Equal(["startup", "credit"], qualifiers.AsyncNamesOf<Deal>());
        Assert.Equal(["startup"], qualifiers.NamesOf<Deal>());
        Assert.Empty(qualifiers.AsyncNamesOf<Prospect>());
        Assert.Equal(
            $"There is no profile \"agency\" for {typeof(Deal)} with asynchronous criteria; the registered profiles are " +
            $"for {typeof(Deal)} \"startup\", for {typeof(Deal)} with asynchronous criteria \"startup\", \"credit\" (the default).",
            Assert.Throws<KeyNotFoundException>(() => qualifiers.GetAsync<Deal>("agency")).Message);
        Assert.Throws<InvalidOperationException>(() => qualifiers.GetAsync<Prospect>());
        Assert.Throws<ArgumentNullException>("name", () => qualifiers.GetAsync<Deal>(null!));
        Assert.Throws<ArgumentNullException>("name", () => qualifiers.TryGetAsync<Deal>(null!, out _));

        static void Credit(AsyncProfileBuilder<Deal> p) =>
            p.AsyncCriterion("credit", (_, _, _) => new System.Threading.Tasks.ValueTask<Answer>(Answer.Met)).Required();
    }

    [Fact]
    public void AddProfilesFromAssembly_FindsThePublicOnes()
    {
        using var provider = Containers.Of(
            q => q.AddProfilesFromAssembly(typeof(RegistrationTests).Assembly), more: s => s.AddSingleton(new Minimum(1m)));
        Assert.Equal(["plain", "served"], provider.GetRequiredService<IQualifierProvider>().NamesOf<Deal>());
    }

    [Fact]
    public void Qualifier_OfTheProgramsOwn_Stays()
    {
        var own = new Own();
        using var provider = Containers.Startup(more: s =>
            s.AddSingleton<IQualifier<Deal>>(own).AddSingleton<TimeProvider>(new FakeTimeProvider()));
        Assert.Same(own, provider.GetRequiredService<IQualifier<Deal>>());
        Assert.IsType<FakeTimeProvider>(provider.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public void AddProfile_AsData_IsTheSameProfile()
    {
        var fields = new FieldMap<Deal>(f => f.Add("budget", d => d.Budget));
        var definition = ProfileDefinition.Parse(
            """{ "name": "data", "criteria": [ { "id": "budget", "field": "budget", "atLeast": 500, "required": true } ] }""");
        var live = LiveConfiguration.Of(("Sqo:Profiles:data:Criteria:budget:AtLeast", "900"));
        using var provider = Containers.Of(q => q.AddProfile(definition, fields), live.Root);
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        Assert.False(qualifier.Decide(new Deal { Budget = 899m }, AsOf).IsQualified);
        live.Become();
        Assert.True(qualifier.Decide(new Deal { Budget = 899m }, AsOf).IsQualified);
        Assert.Equal(QualificationProfile.Create(definition, fields).Fingerprint, qualifier.Profile.Fingerprint);
    }

    private static void Agency(ProfileBuilder<Deal> p) => p.Criterion("budget", d => d.Budget).AtLeast(1m).Required();

    private static void Inbound(ProfileBuilder<Prospect> p) => p.Criterion("size", l => l.Employees).AtLeast(10).Required();

    private sealed record Consumer(IQualifier<Deal> Default, [FromKeyedServices("startup")] IQualifier<Deal> Startup);

    private sealed class NamedProfile(string name) : IProfileConfiguration<Deal>
    {
        public string Name => name;

        public void Define(ProfileBuilder<Deal> profile) => Agency(profile);
    }

    private sealed class Own : IQualifier<Deal>
    {
        public QualificationProfile<Deal> Profile => throw new NotSupportedException();

        public Decision Decide(Deal item, Decision previous = default) => default;

        public Decision Decide(Deal item, DateTime asOf, Decision previous = default) => default;

        public QualificationResult Explain(Deal item, Decision previous = default) => throw new NotSupportedException();

        public QualificationResult Explain(Deal item, DateTime asOf, Decision previous = default) => throw new NotSupportedException();

        public Decision[] DecideAll(
            IReadOnlyList<Deal> items, int degreeOfParallelism = 1, System.Threading.CancellationToken cancellationToken = default) =>
            [];

        public Decision[] DecideAll(
            IReadOnlyList<Deal> items,
            DateTime asOf,
            int degreeOfParallelism = 1,
            System.Threading.CancellationToken cancellationToken = default) =>
            [];

        public Decision[] DecideAll(
            IReadOnlyList<Deal> items, IReadOnlyList<Decision> previous, DateTime asOf, int degreeOfParallelism = 1,
            System.Threading.CancellationToken cancellationToken = default) => [];
    }
}
