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

    private DealSnapshot(DateTime asOf, AsOfSource source, IReadOnlyList<Deal> deals, int notYetKnown)
    {
        AsOf = asOf;
        Source = source;
        Deals = deals;
        NotYetKnown = notYetKnown;
    }

    public DateTime AsOf { get; }

    public AsOfSource Source { get; }

    /// <summary>The deals that existed, with their status on that day, in the order of the file.</summary>
    public IReadOnlyList<Deal> Deals { get; }

    /// <summary>How many deals of the file were created later.</summary>
    public int NotYetKnown { get; }

    /// <summary>
    /// The snapshot of the day in the option, else in the map, else of the latest creation or close of a won or lost deal.
    /// </summary>
    /// <exception cref="InputException">There is no day, or it is far after all deals.</exception>
    public static DealSnapshot Take(IReadOnlyList<Deal> deals, DealMap map, DateTime? option)
    {
        (DateTime? day, AsOfSource source) = (option, map.AsOf) switch
        {
            ({ } chosen, _) => (chosen, AsOfSource.Option),
            (null, { } mapped) => (mapped, AsOfSource.Map),
            _ => (deals.Max(LatestDate)?.Date, AsOfSource.LatestDate),
        };
        if (day is not { } asOf)
        {
            throw new InputException(["--as-of: is required, because neither the map nor any deal gives a date"]);
        }

        CheckDay(asOf, source, deals.Max(LatestDate));

        Deal[] known =
        [
            .. deals.Where(deal => deal.IsKnownAsOf(asOf)).Select(deal => deal.AsOf(asOf, map.AmountKnownAtClose)),
        ];
        return new DealSnapshot(asOf, source, known, deals.Count - known.Length);
    }

    // A forecast reads every month up to the day, including those without a deal.
    private static void CheckDay(DateTime asOf, AsOfSource source, DateTime? last)
    {
        var faults = new FaultList();
        string where = source switch
        {
            AsOfSource.Option => "--as-of",
            AsOfSource.Map => "asOf of the map",
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
