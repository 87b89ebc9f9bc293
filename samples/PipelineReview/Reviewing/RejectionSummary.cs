using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reading;

namespace PipelineReview.Reviewing;

/// <summary>The first lines if most rows could not be used: how many, and the first fault of each kind.</summary>
internal static class RejectionSummary
{
    public static IReadOnlyList<string> Of(int rows, IReadOnlyList<RejectedRow> rejected) =>
    [
        rejected.Count == rows
            ? $"All {rows} rows of {rejected[0].File} were rejected, so there is nothing to review:"
            : $"{rejected.Count} of {rows} rows of {rejected[0].File} were rejected; the review is of the others alone:",
        .. rejected.GroupBy(row => row.Reason)
            .OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key)
            .Select(kind => $"- {kind.Count()} like line {kind.First().Line}: {kind.First().Text}"),
    ];
}
