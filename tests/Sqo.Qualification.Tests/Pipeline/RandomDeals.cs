using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Pipeline;

/// <summary>Good records of every kind.</summary>
internal static class RandomDeals
{
    public static readonly string[] Stages = ["lead", "meeting", "proposal", "negotiation"];

    public static readonly DateTime Start = new(2017, 1, 1);

    public static IReadOnlyList<Opportunity> Of(SeededRandom random, int count) =>
        Opportunity.From(Enumerable.Range(0, count), (i, o) => Fill(random, "D-" + i, o));

    private static void Fill(SeededRandom random, string id, OpportunityDraft o)
    {
        var created = Start.AddDays(random.Below(300));
        o.Id = id;
        o.Owner = random.Pick(null, "Ann", "Bo");
        o.Product = random.Pick("box", "crate");
        if (random.Chance(0.9)) o.Amount = random.Below(1_000) + (random.Below(100) / 100m);
        if (random.Chance(0.9)) o.Created = created;
        if (random.Chance(0.7)) o.ExpectedClose = created.AddDays(random.Below(200));
        if (random.Chance(0.7)) o.Probability = random.Share();
        o.Outcome = random.Pick(OpportunityOutcome.Open, OpportunityOutcome.Won, OpportunityOutcome.Lost);
        if (o.Outcome != OpportunityOutcome.Open)
        {
            o.Closed = created.AddDays(random.Below(150));
            if (random.Chance(0.5)) o.ClosedAmount = random.Below(1_000);
        }

        if (random.Chance(0.7))
        {
            o.Category = o.Outcome == OpportunityOutcome.Won
                ? ForecastCategory.Closed
                : random.Pick(
                    ForecastCategory.Omitted, ForecastCategory.Pipeline, ForecastCategory.BestCase, ForecastCategory.MostLikely,
                    ForecastCategory.Commit);
        }

        if (random.Chance(0.6))
        {
            o.StageChanges = [.. Enumerable.Range(0, random.Below(5)).Select(_ =>
                new StageChange(created.AddHours(random.Below(2_000)), random.Pick(Stages)))];
        }
        if (random.Chance(0.4))
        {
            o.Touchpoints = [.. Enumerable.Range(0, random.Below(4)).Select(_ =>
                new Touchpoint(created.AddHours(random.Below(4_000) - 500), "mail"))];
        }
        if (random.Chance(0.4)) o.Stage = random.Pick(Stages);
        if (random.Chance(0.3)) o.Fields["region"] = random.Pick("East", "West");
    }
}
