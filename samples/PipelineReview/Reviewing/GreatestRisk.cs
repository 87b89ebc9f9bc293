using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>The risk that the most money of the forecast depends on.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Amount">The expected amount that depends on it.</param>
/// <param name="Expected">The expected amount that it is part of.</param>
/// <param name="Sign">The sign of the deals; null for another kind.</param>
/// <param name="Deals">How many deals have the sign.</param>
/// <param name="Deal">The deal; null for another kind.</param>
internal sealed record GreatestRisk(
    RiskKind Kind, double Amount, double Expected, RiskSign? Sign = null, int Deals = 0, Opportunity? Deal = null)
{
    /// <summary>Parts of a forecast that differ by such a factor are far apart.</summary>
    public const double WideApart = 1.5;

    // Some new business is usual; most of the forecast is not.
    private const double Most = 0.5;

    // A deal or a sign that less depends on is no risk of the forecast.
    private const double Least = 0.05;

    /// <summary>The greatest risk; null if nothing is expected.</summary>
    /// <param name="forecast">The forecast; null if there is none.</param>
    /// <param name="priorities">The deals at risk, of the team or of one owner.</param>
    /// <param name="isOfOneOwner">Whether only the open deals count, since the rest is that of the team.</param>
    public static GreatestRisk? Of(RevenueForecast? forecast, Priorities priorities, bool isOfOneOwner)
    {
        var risks = new List<GreatestRisk>();
        double open = priorities.OpenDeals.Sum(deal => ExpectedOf(deal, priorities));
        foreach ((RiskSign sign, IReadOnlyList<DealAtRisk> deals) in priorities.BySign)
        {
            risks.Add(new GreatestRisk(
                RiskKind.Sign, deals.Sum(deal => ExpectedOf(deal.Opportunity, priorities)), open, sign, deals.Count));
        }

        if (priorities.OpenDeals.MaxBy(deal => ExpectedOf(deal, priorities)) is { } greatest)
        {
            risks.Add(new GreatestRisk(RiskKind.OneDeal, ExpectedOf(greatest, priorities), open, Deal: greatest));
        }

        if (forecast is not null && !isOfOneOwner)
        {
            double expected = forecast.Total.Mean;
            double[] parts =
            [
                .. forecast.Parts.Where(part => part is { Means: not null, Weight: > 0 }).Select(part => part.Means!.Sum()).Order(),
            ];
            if (parts.Length > 1 && parts[^1] > WideApart * parts[0])
            {
                risks.Add(new GreatestRisk(RiskKind.FarApart, expected - parts[0], expected));
            }

            if (forecast.Total.NewBusiness is { } begun)
            {
                risks.Add(new GreatestRisk(RiskKind.NewBusiness, begun.Mean, expected));
            }
        }

        // If nothing stands out, it is still said what most depends on.
        return risks
            .Where(risk => risk.Amount > (risk.Kind == RiskKind.NewBusiness ? Most : Least) * risk.Expected)
            .MaxBy(risk => risk.Amount)
            ?? risks.Where(risk => risk.Amount > 0).MaxBy(risk => risk.Amount);
    }

    private static double ExpectedOf(Opportunity deal, Priorities priorities) => (double)(priorities.Chances[deal.Id].ExpectedValue ?? 0);
}
