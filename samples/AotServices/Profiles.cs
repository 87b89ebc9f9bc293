using Sqo.Qualification;

namespace AotServices;

/// <summary>A profile as data, and the fields that it can use.</summary>
internal static class Profiles
{
    public const string Json = """
        {
          "name": "startup",
          "version": "2026.4",
          "qualifyAt": 60,
          "nearMissWithin": 10,
          "criteria": [
            { "id": "budget", "field": "budget", "atLeast": 10000, "required": true, "label": "Budget", "currency": "EUR",
              "question": "What has been set aside for this, this year?" },
            { "id": "authority", "field": "decisionMaker", "atLeast": "confirmed", "required": true, "label": "Decision maker" },
            { "id": "industry", "field": "industry", "oneOf": ["software", "fintech", "health"], "weight": 15, "label": "Industry" },
            { "id": "source", "field": "source", "oneOf": ["referral", "partner"], "weight": 10, "label": "Source" },
            { "id": "size", "field": "employees", "between": { "lower": 20, "upper": 500 }, "weight": 10, "label": "Employees" },
            { "id": "problem", "field": "problems", "containsAny": ["churn", "onboarding", "compliance"], "weight": 20,
              "label": "Problem that we solve" },
            { "id": "timing", "field": "decisionDate", "withinNext": 90, "weight": 15, "label": "Decision date" },
            { "id": "engagement", "label": "Engagement", "cap": 30, "criteria": [
              { "id": "activity", "field": "engagementScore", "linear": { "from": 0, "to": 100 }, "weight": 20, "label": "Activity" },
              { "id": "demo", "field": "hadDemo", "isTrue": true, "weight": 15, "decay": { "by": "lastActivity", "halfLife": 60 },
                "label": "Demo" }
            ] }
          ],
          "nextActions": [ { "id": "meet", "verdict": "qualified", "text": "Book a meeting with the decision maker this week." } ]
        }
        """;

    public static readonly FieldMap<Deal> Fields = new(fields => fields
        .Add("industry", d => d.Industry)
        .Add("employees", d => d.Employees)
        .Add("budget", d => d.Budget)
        .Add("decisionMaker", d => d.DecisionMaker)
        .Add("source", d => d.Source)
        .Add("problems", d => d.Problems)
        .Add("decisionDate", d => d.DecisionDate)
        .Add("engagementScore", d => d.EngagementScore)
        .Add("hadDemo", d => d.HadDemo)
        .Add("lastActivity", d => d.LastActivity));
}
