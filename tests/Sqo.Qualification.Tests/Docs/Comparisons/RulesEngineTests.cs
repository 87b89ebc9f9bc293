#if !NETFRAMEWORK && !NETSTANDARD_ASSET
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using RulesEngine.Models;
using Xunit;
using Deal = Sqo.Qualification.Tests.Docs.Comparisons.ComparedDeal;

namespace Sqo.Qualification.Tests.Docs.Comparisons;

#pragma warning disable IDE1006 // The docs quote these members, which are local variables there.

/// <summary>The code of docs/from-rulesengine.md: both sides give the same verdicts where nothing is missing.</summary>
public class RulesEngineTests
{
    private static readonly DateTime asOf = Deal.AsOf;

    private static readonly Workflow workflow = new()
    {
        WorkflowName = "deals",
        Rules =
        [
            new Rule { RuleName = "budget", Expression = "deal.Budget >= 10000" },
            new Rule { RuleName = "authority", Expression = "deal.HasDecisionMaker == true" },
            new Rule { RuleName = "industry", Expression = "deal.Industry == \"saas\" || deal.Industry == \"fintech\"" },
            new Rule { RuleName = "recent", Expression = "deal.LastActivity >= asOf.AddDays(-30)" },
        ],
    };

    private static readonly RulesEngine.RulesEngine engine = new([workflow]);

    private static readonly QualificationProfile<Deal> profile = QualificationProfile.Create<Deal>("deals", p =>
    {
        p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required();
        p.Criterion("authority", d => d.HasDecisionMaker).IsTrue().Required();
        p.Criterion("industry", d => d.Industry).OneOf("saas", "fintech").Required();
        p.Criterion("recent", d => d.LastActivity).WithinLast(days: 30).Required();
    });

    private const string WorkflowJson = """
        {
          "WorkflowName": "deals",
          "Rules": [
            { "RuleName": "budget", "Expression": "deal.Budget >= 10000" },
            { "RuleName": "authority", "Expression": "deal.HasDecisionMaker == true" }
          ]
        }
        """;

    private const string ProfileJson = """
        {
          "name": "deals",
          "criteria": [
            { "id": "budget", "field": "budget", "atLeast": 10000, "required": true },
            { "id": "authority", "field": "decisionMaker", "isTrue": true, "required": true }
          ]
        }
        """;

    [Fact]
    public async Task BothSides_NothingMissing_GiveTheSameVerdicts()
    {
        foreach (var deal in Deal.Known)
        {
            List<RuleResultTree> results = await engine.ExecuteAllRulesAsync(
                "deals", new RuleParameter("deal", deal), new RuleParameter("asOf", asOf));
            bool holds = results.All(r => r.IsSuccess);
            string[] failed = [.. results.Where(r => !r.IsSuccess).Select(r => r.Rule.RuleName)];

            Decision decision = profile.Decide(deal, asOf);
            bool isQualified = decision.IsQualified;
            string[] unmet = [.. profile.CriteriaIn(decision.Unmet).Select(c => c.Id)];

            Assert.Equal(holds, isQualified);
            Assert.Equal(failed, unmet);
        }

        Assert.Equal(2, Deal.Known.Count(deal => profile.Decide(deal, asOf).IsQualified && deal.Employees == 2_000));
    }

    [Fact]
    public async Task BothSides_DataMissing_OneSaysNoTheOtherAsks()
    {
        var deal = Deal.Good with { Budget = null };
        var results = await engine.ExecuteAllRulesAsync("deals", new RuleParameter("deal", deal), new RuleParameter("asOf", asOf));
        Assert.False(results.Single(r => r.Rule.RuleName == "budget").IsSuccess);
        var result = profile.Explain(deal, asOf);
        Assert.Equal(Verdict.NeedsDiscovery, result.Verdict);
        Assert.Equal("budget", Assert.Single(result.Questions).Id);
    }

    [Fact]
    public async Task BothSides_FieldMisspelled_OneSaysNoTheOtherRefuses()
    {
        var misspelled = new RulesEngine.RulesEngine(
            [new Workflow { WorkflowName = "deals", Rules = [new Rule { RuleName = "budget", Expression = "deal.Bugdet >= 10000" }] }]);
        var results = await misspelled.ExecuteAllRulesAsync("deals", new RuleParameter("deal", Deal.Good));
        Assert.False(Assert.Single(results).IsSuccess);

        var json = ProfileJson.Replace("\"field\": \"budget\"", "\"field\": \"bugdet\"", StringComparison.Ordinal);
        var e = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create(ProfileDefinition.Parse(json), Fields()));
        Assert.Equal("data.field", Assert.Single(e.Faults).Code);
    }

    [Fact]
    public async Task BothSides_AsData_GiveTheSameVerdicts()
    {
        var workflow = JsonSerializer.Deserialize<Workflow>(WorkflowJson)!;
        var engine = new RulesEngine.RulesEngine([workflow]);

        var fields = Fields();
        var profile = QualificationProfile.Create(ProfileDefinition.Parse(ProfileJson), fields);

        foreach (var deal in Deal.Known)
        {
            var results = await engine.ExecuteAllRulesAsync("deals", new RuleParameter("deal", deal));
            Assert.Equal(results.All(r => r.IsSuccess), profile.Decide(deal, asOf).IsQualified);
        }
    }

    private static FieldMap<Deal> Fields()
    {
        var fields = new FieldMap<Deal>(f => f.Add("budget", d => d.Budget).Add("decisionMaker", d => d.HasDecisionMaker));
        return fields;
    }
}
#endif
