using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using PipelineReview.Reading;

namespace PipelineReview;

/// <summary>Tells what became of every row that was read.</summary>
internal static class ReadSummary
{
    private const int MaxLines = 12;

    public static void Write(TextWriter output, DealReader reader, PipelineSnapshot snapshot)
    {
        int kept = reader.Rows - reader.Rejected.Count;
        output.WriteLine(Text($"Read {reader.Rows:N0} rows: {kept:N0} deals, {reader.Rejected.Count:N0} rejected."));
        WriteRejected(output, reader.Rejected);
        WriteRejected(output, reader.RejectedLookupRows);
        foreach (IGrouping<RemarkKind, DealRemark> remarks in reader.Remarks.GroupBy(remark => remark.Kind).OrderBy(group => group.Key))
        {
            output.WriteLine(Text($"  kept, but {Label(remarks.Key)}: {remarks.Count():N0} ({Lines(remarks.Select(remark => remark.Line))})"));
        }

        foreach (LookupMiss miss in reader.LookupMisses)
        {
            string key = miss.Key is null ? "deals without a key" : $"no row for {Printable.Quote(miss.Key)}";
            output.WriteLine(Text($"  {miss.File}: {key}: {miss.Count:N0} deals"));
        }

        output.WriteLine(Text($"As of {snapshot.AsOf:yyyy-MM-dd}, {Label(snapshot.Source)}: {snapshot.NotYetKnown:N0} deals not yet known."));
        foreach (DealStatus status in Enum.GetValues<DealStatus>())
        {
            output.WriteLine(Text($"  {status}: {snapshot.Deals.Count(deal => deal.Status == status):N0}"));
        }
    }

    private static void WriteRejected(TextWriter output, IReadOnlyList<RejectedRow> rejected)
    {
        foreach (IGrouping<RejectReason, RejectedRow> rows in rejected.GroupBy(row => row.Reason).OrderBy(group => group.Key))
        {
            output.WriteLine(Text($"  {rows.First().File}, {RejectReasons.Label(rows.Key)}: {rows.Count():N0}"));
            foreach (RejectedRow row in rows)
            {
                string id = row.Id is null ? "" : $" {Printable.Clip(row.Id)}";
                output.WriteLine(Text($"    line {row.Line}{id}: {row.Text}"));
            }
        }
    }

    private static string Label(AsOfSource source) => source switch
    {
        AsOfSource.Option => "the day of --as-of",
        AsOfSource.Map => "the day that the map names",
        _ => "the latest day that a deal was created or closed",
    };

    private static string Label(RemarkKind kind) => kind switch
    {
        RemarkKind.ClosedBeforeCreated => "closed before it was created",
        RemarkKind.ClosedWithoutDate => "won or lost without a date",
        _ => "open with a close date",
    };

    private static string Lines(IEnumerable<int> lines)
    {
        int[] all = [.. lines];
        string shown = string.Join(", ", all.Take(MaxLines));
        return all.Length > MaxLines ? $"lines {shown}, ..." : $"lines {shown}";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
