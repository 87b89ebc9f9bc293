using System;
using Sqo.Qualification;

namespace Worker;

/// <summary>Money, interest and a credit rating. The register is asked only about deals that the rest has not already decided.</summary>
internal static class CreditCheckedProfile
{
    private const int LowestRating = 3;

    public static void Define(AsyncProfileBuilder<Deal> p, CreditRegister register)
    {
        // Where the register fails, the rating is unknown, and the deal needs discovery: nobody is turned down because a service is.
        p.Version("2026.4").QualifyAt(50).OnError(ErrorHandling.AnswerUnknown);
        p.TimeoutAfter(TimeSpan.FromSeconds(5)).AtMostAtOnce(4);

        p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required().Label("Budget").Currency("EUR");
        p.Criterion("size", d => d.Employees).Between(20, 500).Weight(30).Label("Employees");
        p.Criterion("activity", d => d.EngagementScore).Linear(from: 0, to: 100).Weight(40).Label("Activity");
        p.Criterion("timing", d => d.DecisionDate?.ToDateTime(TimeOnly.MinValue)).WithinNext(days: 90).Weight(30).Label("Decision date");

        // The class alone is in the fingerprint; what it was made with is told by the revision.
        p.AsyncCriterion("credit", new CreditCriterion(register, LowestRating)).Required().Revision($"rating {LowestRating}").Label("Credit rating");
    }
}
