using System;
using System.Linq;
using PipelineReview.Reading;

namespace PipelineReview.Reviewing;

/// <summary>What became of the rows of the deals file.</summary>
internal sealed record RowCounts(int Read, int Rejected, int NotYetKnown, int Won, int Lost, int Open)
{
    /// <summary>Counts, and checks that each row is counted exactly once.</summary>
    public static RowCounts Of(DealReader reader, DealSnapshot snapshot)
    {
        int Count(DealStatus status) => snapshot.Deals.Count(deal => deal.Status == status);
        var counts = new RowCounts(
            reader.Rows,
            reader.Rejected.Count,
            snapshot.NotYetKnown,
            Count(DealStatus.Won),
            Count(DealStatus.Lost),
            Count(DealStatus.Open));
        return counts.Read == counts.Rejected + counts.NotYetKnown + counts.Won + counts.Lost + counts.Open
            ? counts
            : throw new InvalidOperationException($"Internal error: the rows don't add up: {counts}.");
    }
}
