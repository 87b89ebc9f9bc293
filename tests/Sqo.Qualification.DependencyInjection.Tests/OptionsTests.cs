using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.DependencyInjection;
using Sqo.Qualification.DependencyInjection.Tests.Infrastructure;
using Sqo.Qualification.Tests.Conventions;
using Xunit;

namespace Sqo.Qualification.DependencyInjection.Tests;

/// <summary>Options are copied when they are taken, and what is handed out can't be changed.</summary>
public class OptionsTests
{
    [Fact]
    public void Options_OfThePackage_AskForNoLaterLanguage()
    {
        var all = typeof(ProfileOptions).Assembly.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal)).ToList();
        Assert.Contains(typeof(SqoQualificationOptions), all);
        Assert.All(all, InitOnly.HoldsNone);
    }

    [Fact]
    public void Configure_OptionsChangedLater_ChangesNothing()
    {
        SqoQualificationOptions? kept = null;
        var live = LiveConfiguration.Of(("Sqo:Profiles:startup:QualifyAt", "62"), ("Other:startup:QualifyAt", "71"));
        using var provider = Containers.Startup(
            live.Root, services => services.Configure<SqoQualificationOptions>(options => kept = options));
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        Assert.Equal(62, qualifier.Profile.Threshold);
        kept!.Section = "Other";
        live.Become(("Sqo:Profiles:startup:QualifyAt", "63"), ("Other:startup:QualifyAt", "72"));
        Assert.Equal(63, qualifier.Profile.Threshold);
    }

    [Fact]
    public void Settings_OfAProfileChangedLater_AreAsTheyWere()
    {
        ProfileOptions? kept = null;
        using var provider = Containers.Startup(more: services =>
            services.Configure<ProfileOptions>("startup", options => kept = options.Set("QualifyAt", 62)));
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        var settings = kept!.Settings;
        kept.Set("QualifyAt", 71);
        Assert.Equal("62", Assert.Single(settings).Value);
        Assert.True(((ICollection<ProfileSetting>)settings).IsReadOnly);
        Assert.Equal(62, qualifier.Profile.Threshold);
    }

    [Fact]
    public void PublicLists_OfThePackage_CanNotBeChanged()
    {
        using var provider = Containers.Of(qualification => qualification
            .AddProfile<Deal>("startup", Deal.Startup)
            .AddAsyncProfile<Deal>("checked", p =>
            {
                p.AsyncCriterion("credit", (_, _, _) => default).Required();
                p.Criterion("budget", d => d.Budget).AtLeast(1).Weight(10);
                p.QualifyAt(50);
            }));
        var walk = new ObjectWalk(typeof(ProfileOptions).Assembly);
        walk.From("profile", provider.GetRequiredService<IAsyncQualifier<Deal>>().Profile);
        walk.From("options", new ProfileOptions().Set("QualifyAt", 50));
        walk.From("names", provider.GetRequiredService<IQualifierProvider>().NamesOf<Deal>());
        walk.From("criteria", provider.GetRequiredService<IAsyncQualifier<Deal>>().Profile.CriteriaIn(new CriterionSet(0b11)));
        Assert.Empty(walk.Changeable);
        Assert.Superset(
            new HashSet<string> { "AsyncProfile`1.AsyncCriteria", "AsyncProfile`1.Criteria", "ProfileOptions.Settings" }, walk.Lists);
    }
}
