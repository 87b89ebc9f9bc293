using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PipelineReview.Reading;

/// <summary>The pipeline as it was known on a day.</summary>
internal sealed class DealSnapshot
{
    // The calendar ends after the next year.
    private const int LatestYear = 9998;
    private const int MostYearsAfter = 50;

    private DealSnapshot(DateTime asOf, AsOfSource source, IReadOnlyList<Deal> deals)
    {
        AsOf = asOf;
        Source = source;
        Deals = deals;
    }

    public DateTime AsOf { get; }

    public AsOfSource Source { get; }

    /// <summary>The deals that existed, with their status on that day, in the order of the file.</summary>
    public IReadOnlyList<Deal> Deals { get; }

    /// <summary>How many rows of the file are of deals that were created later, or of later exports.</summary>
    public int NotYetKnown { get; private init; }

    /// <summary>How many rows are of earlier exports, and so replaced by those of a later one.</summary>
    public int Replaced { get; private init; }

    /// <summary>The open deals that the last export up to that day doesn't have, by line.</summary>
    public IReadOnlyList<Deal> Gone { get; private init; } = [];

    /// <summary>
    /// The snapshot of the day in the option, else in the map, else of the last export if the file has several, else of the latest
    /// creation or close of a won or lost deal.
    /// </summary>
    /// <exception cref="InputException">There is no day, or it is far after all deals, or before the first export.</exception>
    public static DealSnapshot Take(IReadOnlyList<Deal> deals, DealMap map, DateTime? option)
    {
        DateTime? lastExport = deals.Max(deal => deal.Snapshot)?.Date;
        (DateTime? day, AsOfSource source) = (option, map.AsOf, lastExport) switch
        {
            ({ } chosen, _, _) => (chosen, AsOfSource.Option),
            (null, { } mapped, _) => (mapped, AsOfSource.Map),
            (null, null, { } last) => (last, AsOfSource.LatestSnapshot),
            _ => (deals.Max(LatestDate)?.Date, AsOfSource.LatestDate),
        };
        if (day is not { } asOf)
        {
            throw new InputException(["--as-of: is required, because neither the map nor any deal gives a date"]);
        }

        CheckDay(asOf, source, deals.Max(LatestDate));
        Deal[] newest = lastExport is null ? [.. deals] : NewestOf(deals, asOf);
        Deal[] known =
        [
            .. newest.Where(deal => deal.IsKnownAsOf(asOf)).Select(deal => deal.AsOf(asOf, map.AmountKnownAtClose)),
        ];
        int later = deals.Count(deal => deal.Snapshot?.Date > asOf.Date);
        DateTime? export = newest.Max(deal => deal.Snapshot)?.Date;
        return new DealSnapshot(asOf, source, known)
        {
            NotYetKnown = later + newest.Length - known.Length,
            Replaced = deals.Count - later - newest.Length,
            Gone = [.. known.Where(deal => deal.Status == DealStatus.Open && deal.Snapshot?.Date < export)],
        };
    }

    // The row of the last export up to the day, for each deal, with the number of times that its close was put off.
    private static Deal[] NewestOf(IReadOnlyList<Deal> deals, DateTime asOf)
    {
        Deal[] newest =
        [
            .. deals.Where(deal => deal.Snapshot?.Date <= asOf.Date)
                .GroupBy(deal => deal.Id, StringComparer.Ordinal)
                .Select(rows => rows.OrderBy(row => row.Snapshot).ToArray())
                .Select(rows => rows[^1] with
                {
                    Pushes = rows.Zip(rows.Skip(1)).Count(pair => pair.Second.ExpectedClose > pair.First.ExpectedClose),
                })
                .OrderBy(deal => deal.Line),
        ];
        return newest.Length > 0
            ? newest
            : throw new InputException(
            [
                $"the day of the review, {Iso(asOf)}, is before the first export of the file, " +
                Iso(deals.Min(deal => deal.Snapshot)!.Value),
            ]);
    }

    // A forecast reads every month up to the day, including those without a deal.
    private static void CheckDay(DateTime asOf, AsOfSource source, DateTime? last)
    {
        var faults = new FaultList();
        string where = source switch
        {
            AsOfSource.Option => "--as-of",
            AsOfSource.Map => "asOf of the map",
            AsOfSource.LatestSnapshot => "the day of the last export",
            _ => "the latest date of the deals",
        };
        string day = Iso(asOf);
        if (asOf.Year > LatestYear)
        {
            faults.Add(where, day, $"must lie in the year {LatestYear} or before: the months after it are forecast");
        }
        else if (last is { } known && asOf.Year - known.Year > MostYearsAfter)
        {
            faults.Add(where, day, $"must lie within {MostYearsAfter} years of the latest date of the deals, {Iso(known)}");
        }

        faults.ThrowIfAny();
    }

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime? LatestDate(Deal deal) => deal.Status == DealStatus.Open ? deal.Created : Later(deal.Created, deal.Closed);

    private static DateTime? Later(DateTime? a, DateTime? b) => a is null || b > a ? b : a;
}
