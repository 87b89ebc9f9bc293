using System;
using System.Linq;
using System.Threading.Tasks;
using RulesEngine.Models;

namespace Sqo.Qualification.Benchmarks.Workload;

/// <summary>The ten criteria as rules of RulesEngine: whether each holds, without a score.</summary>
public sealed class RulesEngineRules
{
    private const string Workflow = "ten";

    private readonly RulesEngine.RulesEngine _engine;

    public RulesEngineRules()
    {
        string[] expressions =
        [
            "o.Budget >= 10000",
            "o.HasDecisionMaker",
            "industries.Contains(o.Industry)",
            "o.CloseDate >= asOf && o.CloseDate <= asOf.AddDays(180)",
            "o.Engagement >= 50",
            "o.Employees >= 50 && o.Employees <= 5000",
            "o.DemoRequested",
            "o.LastActivity >= asOf.AddDays(-14)",
            "o.Competitors <= 2",
            "countries.Contains(o.Country)",
        ];
        var workflow = new RulesEngine.Models.Workflow
        {
            WorkflowName = Workflow,
            Rules = [.. expressions.Select((expression, i) => new Rule { RuleName = $"rule{i}", Expression = expression })],
        };
        _engine = new RulesEngine.RulesEngine([workflow], new ReSettings());
    }

    /// <summary>How many rules hold.</summary>
    public async Task<int> EvaluateAsync(Deal opportunity, DateTime asOf)
    {
        var results = await _engine.ExecuteAllRulesAsync(
            Workflow,
            new RuleParameter("o", opportunity),
            new RuleParameter("asOf", asOf),
            new RuleParameter("industries", HandWritten.Industries),
            new RuleParameter("countries", HandWritten.Countries));
        return results.Count(result => result.IsSuccess);
    }
}
