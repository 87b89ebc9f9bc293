using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;

namespace Sqo.Qualification.Tests.Docs;

/// <summary>The JSON of docs/profiles-as-data.md is JSON that the library reads.</summary>
public class ProfilesAsDataPageTests
{
    [Fact]
    public void Json_OfThePage_IsAProfileWithoutRemarks()
    {
        var profiles = JsonOfThePage().Select(json => QualificationProfile.Create(ProfileDefinition.Parse(json), Fields)).ToList();
        Assert.Equal(["startup", "engaged", "bant"], profiles.Select(each => each.Name));
        Assert.All(profiles, each => Assert.Empty(each.Lint));
        var profile = profiles[0];
        Assert.Equal("startup 3 (6 criteria)", profile.ToString());
        var asOf = new DateTime(2026, 11, 23);
        var deal = new Deal { Budget = 20_000, Industry = "SaaS", Engagement = 80, Demo = true, LastActivity = asOf.AddDays(-1) };
        Assert.Equal(Verdict.Qualified, profile.Decide(deal, asOf).Verdict);
        Assert.Equal("Write a proposal", Assert.Single(profile.NextActions).Text);
    }

    private static readonly FieldMap<Deal> Fields = new(f => f
        .Add("budget", d => d.Budget)
        .Add("industry", d => d.Industry)
        .Add("engagement", d => d.Engagement)
        .Add("demo", d => d.Demo)
        .Add("lastActivity", d => d.LastActivity)
        .AddActivities("events", d => d.Events)
        .Add("budgetEvidence", d => d.BudgetEvidence)
        .Add("hasNeed", d => d.Demo)
        .Add("closeDate", d => d.LastActivity)
        .Add("stage", d => d.Industry));

    private static IEnumerable<string> JsonOfThePage([CallerFilePath] string thisFile = "")
    {
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../docs/profiles-as-data.md"))
            .Replace("\r\n", "\n");
        return page.Split(["```json\n"], StringSplitOptions.None).Skip(1)
            .Select(block => block.Substring(0, block.IndexOf("```", StringComparison.Ordinal)));
    }

    private sealed class Deal
    {
        public decimal? Budget { get; init; }

        public string? Industry { get; init; }

        public double? Engagement { get; init; }

        public bool? Demo { get; init; }

        public DateTime? LastActivity { get; init; }

        public EvidenceLevel BudgetEvidence { get; init; }

        public List<CustomerActivity>? Events { get; init; }
    }
}
