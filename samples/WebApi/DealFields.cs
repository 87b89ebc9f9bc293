using System;
using Sqo.Qualification;

namespace WebApi;

/// <summary>The fields that a profile in JSON or in the configuration can use.</summary>
internal static class DealFields
{
    public static readonly FieldMap<Deal> Map = new(fields => fields
        .Add("industry", d => d.Industry)
        .Add("employees", d => d.Employees)
        .Add("budget", d => d.Budget)
        .Add("decisionMaker", d => d.DecisionMaker)
        .Add("problems", d => d.Problems)
        .Add("decisionDate", d => d.DecisionDate?.ToDateTime(TimeOnly.MinValue))
        .Add("engagementScore", d => d.EngagementScore)
        .Add("hadDemo", d => d.HadDemo)
        .Add("lastActivity", d => d.LastActivity?.ToDateTime(TimeOnly.MinValue)));
}
