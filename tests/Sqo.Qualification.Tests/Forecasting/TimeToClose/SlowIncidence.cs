using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Tests.Forecasting;

/// <summary>Aalen and Johansen's estimator as it is written in the definitions, each sum from the beginning.</summary>
internal static class SlowIncidence
{
    public static double Survival(IReadOnlyList<DealLifetime> deals, int age) =>
        Enumerable.Range(0, age + 1).Aggregate(1.0, (open, day) => AtRisk(deals, day) == 0 ? open : open * (1 - ((double)Closed(deals, day) / AtRisk(deals, day))));

    public static double Share(IReadOnlyList<DealLifetime> deals, int age, OpportunityOutcome outcome) =>
        Enumerable.Range(0, age + 1).Where(day => AtRisk(deals, day) > 0)
            .Sum(day => (day == 0 ? 1 : Survival(deals, day - 1)) * deals.Count(deal => deal.Age == day && deal.Outcome == outcome) / AtRisk(deals, day));

    public static int AtRisk(IReadOnlyList<DealLifetime> deals, int day) => deals.Count(deal => deal.EntryAge <= day && deal.Age >= day);

    private static int Closed(IReadOnlyList<DealLifetime> deals, int day) => deals.Count(deal => deal.Age == day && deal.Outcome != OpportunityOutcome.Open);
}
