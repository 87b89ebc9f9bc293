using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace PipelineReview.Generator;

/// <summary>Writes deals as a CRM would export them: with gaps, several spellings of one thing, and a few broken rows.</summary>
/// <param name="random">The random numbers of the export.</param>
/// <param name="handovers">Those of the days on which deals were handed over and answered: the other columns don't depend on them.</param>
/// <param name="asOf">The day of the export.</param>
internal sealed class Export(RandomSource random, RandomSource handovers, DateTime asOf)
{
    private const int FirstId = 10_001;
    private const double LegacyShare = 0.06;

    private static readonly string[] Header =
    [
        "Deal ID", "Deal Name", "Account", "Owner", "Product", "Industry", "Country", "Employees", "Amount", "Stage",
        "Created", "Expected Close", "Closed", "Last Activity", "Engagement", "Demo Requested", "Decision Maker",
        "Competitors", "Campaign", "Problem Confirmed", "Consultation Requested", "Project Defined", "Goals Set",
        "Handed Over", "First Answer",
    ];

    private readonly HashSet<int> _spoiled = [];

    public string Write(DealDraft[] deals)
    {
        string[][] rows = [.. deals.Select(Row)];
        Spoil(rows);
        List<string> lines = [.. rows.Select(Line)];
        BreakLines(rows, lines);
        Repeat(rows, lines);
        return new StringBuilder()
            .AppendJoin('\n', lines.Prepend(Line(Header)))
            .Append('\n')
            .ToString();
    }

    private string[] Row(DealDraft deal, int index)
    {
        // Some deals came from an older system, which wrote the parts of dates in reverse order.
        string dateFormat = random.Chance(LegacyShare) ? "dd/MM/yyyy" : "yyyy-MM-dd";
        string Date(DateTime? day) => day?.ToString(dateFormat, CultureInfo.InvariantCulture) ?? "";
        bool closed = deal.Closed is not null;
        (DateTime? handedOver, DateTime? answered) = Handover(deal);
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"D-{FirstId + index}"),
            $"{deal.Product.Name} for {deal.Company.Name.Split(' ')[0].TrimEnd(',')}",
            OrMissing(0.02, Padded(deal.Company.Name)),
            OrMissing(0.03, deal.Owner),
            OrMissing(0.02, Spelled(deal.Product.Name)),
            OrMissing(0.08, deal.Company.Industry.Name),
            OrMissing(0.06, deal.Company.Country.Name),
            OrMissing(0.18, Whole(deal.Company.Employees)),
            OrMissing(closed ? 0.05 : 0.12, Money(deal.Amount)),
            Padded(random.Chance(0.01) ? deal.Stage.ToLowerInvariant() : deal.Stage),
            Date(deal.Created),
            OrMissing(0.10, Date(deal.ExpectedClose)),
            Date(deal.Closed),
            OrMissing(0.09, Date(deal.LastActivity)),
            OrMissing(0.15, Whole(deal.Engagement)),
            OrMissing(0.12, Flag(deal.DemoRequested)),
            OrMissing(0.20, Flag(deal.HasDecisionMaker)),
            OrMissing(0.25, Whole(deal.Competitors)),
            OrMissing(0.22, deal.Campaign),
            OrMissing(0.14, Flag(deal.ProblemConfirmed)),
            OrMissing(0.24, Flag(deal.ConsultationRequested)),
            OrMissing(0.22, Flag(deal.ProjectDefined)),
            OrMissing(0.25, Flag(deal.GoalsSet)),
            Date(handedOver),
            Date(answered),
        ];
    }

    // Marketing hands over every other deal soon after its creation; most are answered within a day or two, and a few are forgotten.
    private (DateTime? HandedOver, DateTime? Answered) Handover(DealDraft deal)
    {
        DateTime last = deal.Closed ?? asOf;
        DateTime handedOver = deal.Created.AddDays(handovers.Below(4));
        DateTime answered = handedOver.AddDays(handovers.Below(2) + (handovers.Chance(0.2) ? handovers.Below(5) : 0));
        bool isHandedOver = handovers.Chance(0.5) && handedOver <= last;
        bool isForgotten = handovers.Chance(deal.Closed is null ? 0.04 : 0.01);
        return (isHandedOver ? handedOver : null, isHandedOver && !isForgotten && answered <= last ? answered : null);
    }

    private string OrMissing(double share, string value) =>
        !random.Chance(share) ? value : random.Chance(0.03) ? "n/a" : "";

    private string Padded(string value) => random.Chance(0.01) ? $" {value} " : value;

    private string Spelled(string product) => random.Chance(0.1) && product == "Ledger Sync" ? "Ledger-Sync" : product;

    private string Flag(bool value) =>
        random.Chance(0.04) ? (value ? "true" : "false") : value ? "Yes" : "No";

    private string Money(int value) =>
        value.ToString(random.Chance(0.05) ? "N2" : "0", CultureInfo.InvariantCulture);

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private void Spoil(string[][] rows)
    {
        Spoil(rows, 4, "Expected Close", _ => "31/02/2026");
        Spoil(rows, 5, "Last Activity", _ => "n/a");
        Spoil(rows, 2, "Created", _ => "12 Mar 2026");
        Spoil(rows, 2, "Last Activity", _ => "2026.05.04");
        Spoil(rows, 4, "Amount", _ => "12k");
        Spoil(rows, 3, "Amount", _ => "1.200,50");
        Spoil(rows, 2, "Employees", _ => "50-100");
        Spoil(rows, 1, "Demo Requested", _ => "maybe");
        Spoil(rows, 3, "Stage", _ => "On Hold");
        Spoil(rows, 2, "Deal ID", _ => "");
        Spoil(rows, 6, "Product", _ => Catalog.RetiredProduct);
        Spoil(rows, 3, "Closed", _ => "");
        Spoil(rows, 3, "Closed", _ => "2025-04-01");
        Spoil(rows, 2, "Deal Name", name => $"{name}\nrenewal");
    }

    private void Spoil(string[][] rows, int count, string column, Func<string, string> spoil)
    {
        int cell = Array.IndexOf(Header, column);
        for (int i = 0; i < count; i++)
        {
            string[] row = rows[PickWhole(rows)];
            row[cell] = spoil(row[cell]);
        }
    }

    private void BreakLines(string[][] rows, List<string> lines)
    {
        for (int i = 0; i < 3; i++)
        {
            int cut = PickWhole(rows);
            lines[cut] = Line(rows[cut][..9]);
        }

        for (int i = 0; i < 2; i++)
        {
            int shifted = PickWhole(rows);
            lines[shifted] = Line([.. rows[shifted][..3], "Hale", .. rows[shifted][3..]]);

            int quoted = PickWhole(rows);
            lines[quoted] = lines[quoted].Replace(rows[quoted][1], "\"The \"big\" one\"", StringComparison.Ordinal);
        }

        int open = PickWhole(rows);
        lines[open] = lines[open].Replace(rows[open][1], "\"The open one", StringComparison.Ordinal);
    }

    // Merged exports contain some deals twice, the second time slightly changed.
    private void Repeat(string[][] rows, List<string> lines)
    {
        int goals = Array.IndexOf(Header, "Goals Set");
        for (int i = 0; i < 8; i++)
        {
            string[] copy = [.. rows[PickWhole(rows)]];
            copy[goals] = "Yes";
            lines.Add(Line(copy));
        }
    }

    /// <summary>A row that is not changed yet.</summary>
    private int PickWhole(string[][] rows)
    {
        int index;
        do
        {
            index = random.Below(rows.Length);
        }
        while (!_spoiled.Add(index));

        return index;
    }

    private static string Line(string[] cells) => string.Join(',', cells.Select(Quoted));

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
