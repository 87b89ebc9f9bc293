using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sqo.Qualification.DependencyInjection.Tests.Infrastructure;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.DependencyInjection.Tests;

public class SettingsTests
{
    private static readonly (string Path, string? Value)[] Wrong =
    [
        ("Sqo:Profiles:startup:Criteria:budgt:AtLeast", "5000"),
        ("Sqo:Profiles:startup:Criteria:budget:AtLeast", "much"),
        ("Sqo:Profiles:startup:Criteria:engagement:Weight", "heavy"),
        ("Sqo:Profiles:startup:QualifyAt", "600"),
        ("Sqo:Profiles:startup:Criteria:authority:Required", "perhaps"),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("sv-SE")]
    public void Configuration_Settings_TakeThePlaceOfTheCode(string culture)
    {
        using var scope = new CultureScope(culture);
        var live = LiveConfiguration.Of(
            ("sqo:profiles:STARTUP:criteria:budget:atleast", "12345.5"),
            ("Sqo:Profiles:startup:Criteria:engagement:Weight", "12.5"),
            ("Sqo:Profiles:startup:Criteria:authority:Required", "false"),
            ("Sqo:Profiles:startup:QualifyAt", "62.5"));
        using var provider = Containers.Startup(live.Root);
        var expected = QualificationProfile.Create<Deal>("startup", p =>
        {
            p.Criterion("budget", d => d.Budget).AtLeast(12345.5m).Required();
            p.Criterion("authority", d => d.HasDecisionMaker).IsTrue();
            p.Criterion("engagement", d => d.Engagement).Linear(0, 100).Weight(12.5);
            p.QualifyAt(62.5);
        });
        Assert.Equal(expected.Declaration, provider.GetRequiredService<IQualifier<Deal>>().Profile.Declaration);
    }

    [Fact]
    public void Configuration_Wrong_FailsAtFirstUseWithEveryPath()
    {
        using var provider = Containers.Startup(LiveConfiguration.Of(Wrong).Root);
        for (var use = 0; use < 2; use++)
        {
            var error = Assert.Throws<QualificationProfileException>(() => provider.GetService<IQualifier<Deal>>());
            foreach (var (path, value) in Wrong)
            {
                var fault = Assert.Single(error.Faults, fault => fault.Path == path);
                Assert.StartsWith(path + ": ", fault.Message, StringComparison.Ordinal);
                if (!path.Contains("budgt", StringComparison.Ordinal)) Assert.Contains(value!, fault.Message, StringComparison.Ordinal);
            }

            Assert.Equal(Wrong.Length, error.Faults.Count);
        }
    }

    [Fact]
    public async Task Host_WrongConfiguration_DoesNotStart()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Wrong.ToDictionary(setting => setting.Path, setting => setting.Value));
        builder.Services.AddSqoQualification().AddProfile<Deal>("startup", Deal.Startup)
            .AddProfile<Prospect>("inbound", p => p.QualifyAt(-1));
        using var host = builder.Build();
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        var faults = error.Failures.ToList();
        Assert.Equal(
            Wrong.Length, faults.Count(fault => fault.StartsWith("Profile \"startup\": Sqo:Profiles:startup:", StringComparison.Ordinal)));
        Assert.Equal(2, faults.Count(fault => fault.StartsWith("Profile \"inbound\": ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Host_ContradictingRegistrations_DoesNotStart()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSqoQualification(options => options.Section = " ").AddProfile<Deal>("plain", Deal.Startup).AddProfile<Deal,
            PlainProfile>();
        using var host = builder.Build();
        var error = await Assert.ThrowsAsync<AggregateException>(() => host.StartAsync());
        Assert.Contains(error.InnerExceptions, inner => inner.Message.Contains("Section is blank", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Host_GoodConfiguration_StartsAndBuildsTheProfiles()
    {
        var sink = new LogSink();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            [new("Sqo:Profiles:startup:QualifyAt", "70"), new("Sqo:Profiles:startp:QualifyAt", "70")]);
        builder.Services.AddSingleton<ILoggerFactory>(sink);
        builder.Services.AddSqoQualification().AddProfile<Deal>("startup", Deal.Startup);
        using var host = builder.Build();
        await host.StartAsync();
        var built = Assert.Single(sink.Entries, entry => entry.Event.Id == SqoEventIds.ProfileBuilt && entry.Level == LogLevel.Information);
        Assert.Contains("startup", built.Message, StringComparison.Ordinal);
        var unknown = Assert.Single(
            sink.Entries, entry => entry.Event.Id == SqoEventIds.UnknownProfileSection && entry.Level == LogLevel.Warning);
        Assert.Equal(
            "The section Sqo:Profiles:startp is for a profile that is not registered; the registered profiles are \"startup\".",
                unknown.Message);
        Assert.Equal(70, host.Services.GetRequiredService<IQualifier<Deal>>().Profile.Threshold);
        await host.StopAsync();
    }

    [Fact]
    public void Configure_InCode_GoesBeforeTheConfiguration()
    {
        var live = LiveConfiguration.Of(
            ("Sqo:Profiles:startup:QualifyAt", "70"), ("Sqo:Profiles:startup:Criteria:engagement:Weight", "12"));
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("startup", Deal.Startup).Configure("startup", o => o
                .Set("qualifyat", 65.5)
                .Set("Criteria:budget:AtLeast", 5000m)
                .Set("Criteria:authority:Required", false)
                .Set("Criteria:engagement:Weight", null)),
            live.Root);
        var profile = provider.GetRequiredService<IQualifier<Deal>>().Profile;
        Assert.Equal(65.5, profile.Threshold);
        Assert.Equal(30, profile["engagement"].Weight);
        Assert.False(profile["authority"].IsRequired);
        Assert.True(profile.Decide(new Deal { Budget = 5000m, Engagement = 100 }, default).IsQualified);
    }

    [Fact]
    public void Configure_InCodeWrong_SaysThePathWithinTheProfile()
    {
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("startup", Deal.Startup).Configure("startup", o => o.Set("QualifyAt", 600)), LiveConfiguration.Of()
            .Root);
        var error = Assert.Throws<QualificationProfileException>(() => provider.GetService<IQualifier<Deal>>());
        Assert.Equal("QualifyAt", Assert.Single(error.Faults).Path);
    }

    [Fact]
    public void Section_OfAnotherName_IsRead()
    {
        var live = LiveConfiguration.Of(("Sales:startup:QualifyAt", "71"), ("Sqo:Profiles:startup:QualifyAt", "72"));
        var services = new ServiceCollection().AddSingleton<IConfiguration>(live.Root);
        services.AddSqoQualification(options => options.Section = "Sales").AddProfile<Deal>("startup", Deal.Startup);
        using var provider = services.BuildServiceProvider();
        Assert.Equal(71, provider.GetRequiredService<IQualifier<Deal>>().Profile.Threshold);
    }

    [Fact]
    public void Configure_AnotherSection_IsReadAndReloaded()
    {
        var live = LiveConfiguration.Of(("Elsewhere:QualifyAt", "73"));
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("startup", Deal.Startup).Configure("startup", live.Root.GetSection("Elsewhere")));
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        Assert.Equal(73, qualifier.Profile.Threshold);
        live.Become(("Elsewhere:QualifyAt", "74"));
        Assert.Equal(74, qualifier.Profile.Threshold);
    }

    [Fact]
    public void ProfileOptions_Settings_AreThoseThatHold()
    {
        var options = new ProfileOptions().Read(LiveConfiguration.Of(("b:c", "2"), ("a", "1"), ("d", null)).Root).Set("B:C", "3");
        Assert.Equal([new ProfileSetting("B:C", "3"), new ProfileSetting("a", "1")], options.Settings);
        Assert.Empty(options.Set("b:c", null).Set("A", null).Settings);
        Assert.Throws<ArgumentException>("path", () => options.Set(" ", "x"));
        Assert.Throws<ArgumentNullException>("section", () => options.Read(null!));
    }

    [Fact]
    public void ProfileFromConfiguration_IsReadCheckedAndReloaded()
    {
        var fields = new FieldMap<Deal>(f => f.Add("budget", d => d.Budget));
        var live = LiveConfiguration.Of(DataProfile("500"));
        using var provider = Containers.Of(q => q.AddProfileFromConfiguration("data", fields), live.Root);
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        Assert.True(qualifier.Decide(new Deal { Budget = 500m }).IsQualified);
        live.Become(DataProfile("600"));
        Assert.False(qualifier.Decide(new Deal { Budget = 500m }).IsQualified);
    }

    [Fact]
    public void ProfileFromConfiguration_Wrong_SaysThePath()
    {
        var fields = new FieldMap<Deal>(f => f.Add("budget", d => d.Budget));
        Assert.Contains("no section", Refusal(), StringComparison.Ordinal);
        Assert.Contains("Sqo:Profiles:data:Criteria:0:AtLeast: ", Refusal(DataProfile("much")), StringComparison.Ordinal);
        Assert.Contains(
            "Sqo:Profiles:data:Name: it is \"other\"; it must be \"data\"",
            Refusal([.. DataProfile("1"), ("Sqo:Profiles:data:Name", "other")]), StringComparison.Ordinal);

        string Refusal(params (string Path, string? Value)[] settings)
        {
            using var provider = Containers.Of(q => q.AddProfileFromConfiguration("data", fields), LiveConfiguration.Of(settings).Root);
            return Assert.Throws<QualificationProfileException>(() => provider.GetService<IQualifier<Deal>>()).Message;
        }
    }

    private static (string Path, string? Value)[] DataProfile(string atLeast) =>
    [
        ("Sqo:Profiles:data:Criteria:0:Id", "budget"),
        ("Sqo:Profiles:data:Criteria:0:Field", "budget"),
        ("Sqo:Profiles:data:Criteria:0:AtLeast", atLeast),
        ("Sqo:Profiles:data:Criteria:0:Required", "true"),
    ];

    [Theory]
    [InlineData(true, "1")]
    [InlineData(true, null)]
    [InlineData(false, "1")]
    [InlineData(false, null)]
    public async Task Configure_SectionWithoutEnd_IsRefused(bool isDeep, string? value)
    {
        using var provider = Containers.Of(
            q => q.AddProfile<Deal>("startup", Deal.Startup).Configure("startup", new EndlessSection("Far:away", isDeep, value)));
        var building = Task.Run(() => Assert.Throws<QualificationProfileException>(() => provider.GetRequiredService<IQualifier<Deal>>()));
        var fault = Assert.Single((await building.WaitAsync(TimeSpan.FromSeconds(30))).Faults);
        Assert.Equal("setting.count", fault.Code);
        Assert.StartsWith("Far:away: there are too many ", fault.Message, StringComparison.Ordinal);
    }
}
