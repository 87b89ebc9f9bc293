using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>The fields to learn from: those that are known while a deal is open.</summary>
/// <remarks>
/// Left out: values that only a closed deal has (the stage, the closing date, and the amount if it is the closing amount); dates,
/// which don't recur; the account, which industry, country and employees represent; and the list price, which the product
/// represents.
/// </remarks>
internal static class WinFields
{
    private static readonly WinField Amount =
        new("amount", deal => NumberBand.Of(deal.Amount, 5_000, 10_000, 20_000, 50_000, 100_000), IsMoney: true);

    private static readonly WinField[] All =
    [
        new("owner", deal => deal.Owner),
        new("product", deal => deal.Product),
        new("industry", deal => deal.Industry),
        new("country", deal => deal.Country),
        new("employees", deal => NumberBand.Of(deal.Employees, 20, 100, 500, 2_000, 5_000)),
        Amount,
        new("engagement", deal => NumberBand.Of((decimal?)deal.EngagementScore, 20, 40, 60, 80)),
        new("demo", deal => deal.DemoRequested),
        new("authority", deal => deal.HasDecisionMaker),
        new("problem", deal => deal.ProblemConfirmed),
        new("consultation", deal => deal.ConsultationRequested),
        new("project", deal => deal.ProjectDefined),
        new("goals", deal => deal.GoalsSet),
        new("competitors", deal => NumberBand.Of(deal.Competitors, 1, 2, 3)),
        new("campaign", deal => deal.Campaign),
    ];

    /// <summary>The fields that the data has.</summary>
    /// <param name="deals">The deals; a field that none of them has is left out.</param>
    /// <param name="amountKnownAtClose">Whether the amount is the closing amount, which would reveal the outcome.</param>
    public static IReadOnlyList<WinField> Of(IReadOnlyList<Deal> deals, bool amountKnownAtClose) =>
        [.. All.Where(field => !(amountKnownAtClose && field == Amount) && deals.Any(deal => field.Value(deal) is not null))];

    public static NaiveBayesFields<Deal> ToCount(IReadOnlyList<WinField> fields) => new(builder =>
    {
        foreach (WinField field in fields)
        {
            builder.Category(field.Name, field.TextOf);
        }
    });
}
