using System;
using System.Linq;
using PipelineReview.Reading;

namespace PipelineReview.Reviewing;

/// <summary>What became of the rows of the deals file.</summary>
internal sealed record RowCounts(int Read, int Rejected, int NotTaken, int Replaced, int NotYetKnown, int Won, int Lost, int Open)
{
    /// <summary>Counts, and checks that each row is counted exactly once.</summary>
    public static RowCounts Of(DealReader reader, DealSnapshot snapshot)
    {
        int Count(DealStatus status) => snapshot.Deals.Count(deal => deal.Status == status);
        var counts = new RowCounts(
            reader.Rows,
            reader.Rejected.Count,
            reader.NotTaken,
            reader.Replaced + snapshot.Replaced,
            snapshot.NotYetKnown,
            Count(DealStatus.Won),
            Count(DealStatus.Lost),
            Count(DealStatus.Open));
        int sum = counts.Rejected + counts.NotTaken + counts.Replaced + counts.NotYetKnown + counts.Won + counts.Lost + counts.Open;
        return counts.Read == sum
            ? counts
            : throw new InvalidOperationException($"Internal error: the rows don't add up: {counts}.");
    }
}
