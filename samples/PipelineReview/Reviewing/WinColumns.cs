using System;
using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>The columns to learn from: those that are known while a deal is open.</summary>
/// <remarks>
/// Left out: values that only a closed deal has (the stage, the closing date, and the amount if it is the closing amount); dates,
/// which don't recur; the account, which industry, country and employees represent; and the list price, which the product
/// represents.
/// </remarks>
internal static class WinColumns
{
    /// <summary>The column whose numbers are money.</summary>
    public const string Amount = "amount";

    private static readonly (string Name, Func<Deal, string?> Value)[] Categories =
    [
        ("owner", deal => deal.Owner),
        ("product", deal => deal.Product),
        ("industry", deal => deal.Industry),
        ("country", deal => deal.Country),
        ("demo", deal => TextOf(deal.DemoRequested)),
        ("authority", deal => TextOf(deal.HasDecisionMaker)),
        ("problem", deal => TextOf(deal.ProblemConfirmed)),
        ("consultation", deal => TextOf(deal.ConsultationRequested)),
        ("project", deal => TextOf(deal.ProjectDefined)),
        ("goals", deal => TextOf(deal.GoalsSet)),
        ("campaign", deal => deal.Campaign),
    ];

    private static readonly (string Name, Func<Deal, double?> Value)[] Numbers =
    [
        (Amount, deal => (double?)deal.Amount),
        ("employees", deal => deal.Employees),
        ("engagement", deal => deal.EngagementScore),
        ("competitors", deal => deal.Competitors),
    ];

    /// <summary>The names of the columns that the deals have.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Deal> deals) =>
    [
        .. Categories.Where(column => deals.Any(deal => column.Value(deal) is not null)).Select(column => column.Name),
        .. Numbers.Where(column => deals.Any(deal => column.Value(deal) is not null)).Select(column => column.Name),
    ];

    /// <summary>The columns with these names.</summary>
    public static LogisticColumns<Deal> Named(IReadOnlyList<string> names)
    {
        var columns = new LogisticColumns<Deal>();
        foreach ((string name, Func<Deal, string?> value) in Categories.Where(column => names.Contains(column.Name)))
        {
            columns = columns.Category(name, value);
        }

        foreach ((string name, Func<Deal, double?> value) in Numbers.Where(column => names.Contains(column.Name)))
        {
            columns = columns.Bins(name, value);
        }

        return columns;
    }

    private static string? TextOf(bool? flag) => flag is { } known ? known ? "yes" : "no" : null;
}
