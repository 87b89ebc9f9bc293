using System;
using Sqo.Qualification;

namespace Worker;

/// <summary>Money, interest and a credit rating. The register is asked only if the rest doesn't decide already.</summary>
internal static class CreditCheckedProfile
{
    private const int LowestRating = 3;

    public static void Define(AsyncProfileBuilder<Deal> p, CreditRegister register)
    {
        // If the register fails, the rating is unknown, and the deal needs discovery: no deal is turned down because a service is down.
        p.Version("2026.4").QualifyAt(50).OnError(ErrorHandling.AnswerUnknown);
        p.TimeoutAfter(TimeSpan.FromSeconds(5)).AtMostAtOnce(4);

        p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required().Label("Budget").Currency("EUR");
        p.Criterion("size", d => d.Employees).Between(20, 500).Weight(30).Label("Employees");
        p.Criterion("activity", d => d.EngagementScore).Linear(from: 0, to: 100).Weight(40).Label("Activity");
        p.Criterion("timing", d => d.DecisionDate?.ToDateTime(TimeOnly.MinValue)).WithinNext(days: 90).Weight(30).Label("Decision date");

        // The fingerprint includes only the class; the revision represents its arguments.
        p.AsyncCriterion("credit", new CreditCriterion(register, LowestRating)).Required().Revision($"rating {LowestRating}")
            .Label("Credit rating");
    }
}
