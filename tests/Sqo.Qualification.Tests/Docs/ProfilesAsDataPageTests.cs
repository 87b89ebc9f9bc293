using System;
using System.IO;
using System.Runtime.CompilerServices;
using Xunit;

namespace Sqo.Qualification.Tests.Docs;

/// <summary>The JSON of docs/profiles-as-data.md is JSON that the library reads.</summary>
public class ProfilesAsDataPageTests
{
    [Fact]
    public void Json_OfThePage_IsAProfileWithoutRemarks()
    {
        var fields = new FieldMap<Deal>(f => f
            .Add("budget", d => d.Budget)
            .Add("industry", d => d.Industry)
            .Add("engagement", d => d.Engagement)
            .Add("demo", d => d.Demo)
            .Add("lastActivity", d => d.LastActivity));
        var profile = QualificationProfile.Create(ProfileDefinition.Parse(JsonOfThePage()), fields);
        Assert.Empty(profile.Lint);
        Assert.Equal("startup 3 (6 criteria)", profile.ToString());
        var asOf = new DateTime(2026, 11, 23);
        var deal = new Deal { Budget = 20_000, Industry = "SaaS", Engagement = 80, Demo = true, LastActivity = asOf.AddDays(-1) };
        Assert.Equal(Verdict.Qualified, profile.Decide(deal, asOf).Verdict);
        Assert.Equal("Write a proposal", Assert.Single(profile.NextActions).Text);
    }

    private static string JsonOfThePage([CallerFilePath] string thisFile = "")
    {
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../docs/profiles-as-data.md"))
            .Replace("\r\n", "\n");
        var start = page.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        return page.Substring(start, page.IndexOf("```", start, StringComparison.Ordinal) - start);
    }

    private sealed class Deal
    {
        public decimal? Budget { get; init; }

        public string? Industry { get; init; }

        public double? Engagement { get; init; }

        public bool? Demo { get; init; }

        public DateTime? LastActivity { get; init; }
    }
}
