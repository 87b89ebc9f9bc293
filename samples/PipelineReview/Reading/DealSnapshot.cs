using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PipelineReview.Reading;

/// <summary>The pipeline as it was known on a day.</summary>
internal sealed class DealSnapshot
{
    // The calendar ends with the next one.
    private const int LatestYear = 9998;

    private DealSnapshot(DateTime asOf, AsOfSource source, IReadOnlyList<Deal> deals, int notYetKnown)
    {
        AsOf = asOf;
        Source = source;
        Deals = deals;
        NotYetKnown = notYetKnown;
    }

    public DateTime AsOf { get; }

    public AsOfSource Source { get; }

    /// <summary>The deals that were there, with the status that they had, in the order of the file.</summary>
    public IReadOnlyList<Deal> Deals { get; }

    /// <summary>How many deals of the file were created later.</summary>
    public int NotYetKnown { get; }

    /// <summary>
    /// The snapshot of the day that the option names, else the map, else the latest creation, or close of a deal that is won or lost.
    /// </summary>
    /// <exception cref="InputException">None of them gives a day, or one at the end of the calendar.</exception>
    public static DealSnapshot Take(IReadOnlyList<Deal> deals, DealMap map, DateTime? option)
    {
        (DateTime? day, AsOfSource source) = (option, map.AsOf) switch
        {
            ({ } chosen, _) => (chosen, AsOfSource.Option),
            (null, { } mapped) => (mapped, AsOfSource.Map),
            _ => (deals.Max(deal => deal.Status == DealStatus.Open ? deal.Created : Later(deal.Created, deal.Closed))?.Date, AsOfSource.LatestDate),
        };
        if (day is not { } asOf)
        {
            throw new InputException(["--as-of: is required, because neither the map nor any deal gives a date"]);
        }

        if (asOf.Year > LatestYear)
        {
            var faults = new FaultList();
            string where = source switch
            {
                AsOfSource.Option => "--as-of",
                AsOfSource.Map => "asOf of the map",
                _ => "the latest date of the deals",
            };
            faults.Add(where, asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), $"must lie in the year {LatestYear} or before: the months after it are forecast");
            faults.ThrowIfAny();
        }

        Deal[] known =
        [
            .. deals.Where(deal => deal.IsKnownAsOf(asOf)).Select(deal => deal.AsOf(asOf, map.AmountKnownAtClose)),
        ];
        return new DealSnapshot(asOf, source, known, deals.Count - known.Length);
    }

    private static DateTime? Later(DateTime? a, DateTime? b) => a is null || b > a ? b : a;
}
