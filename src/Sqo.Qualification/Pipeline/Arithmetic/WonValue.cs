namespace Sqo.Qualification;

/// <summary>Sums up the value won.</summary>
internal static class WonValue
{
    /// <summary>The value won in a period, as far as the amounts are known.</summary>
    public static decimal In(PipelineSnapshot snapshot, ForecastPeriod period, AmountReader amounts)
    {
        decimal won = 0;
        foreach (var opportunity in snapshot.Opportunities)
        {
            if (opportunity.Outcome == OpportunityOutcome.Won && period.Holds(opportunity.ClosedDay))
            {
                won += amounts.Value(opportunity) ?? 0;
            }
        }

        return won;
    }
}
