using System.Collections.Generic;
using System.Linq;

namespace PipelineReview.Reading;

/// <summary>Reads the stage and the status of a row.</summary>
internal sealed class StatusReader(DealMap map, DealBinding binding)
{
    private readonly string _rule = map.Status is { } status
        ? $"is not one of the map's values of the status: {Listed(status.Values.Keys)}"
        : $"is not one of the map's stages: {Listed(map.Stages.Keys)}";

    public (string? Stage, DealStatus Status) Read(DealRow row)
    {
        if (map.Status is not { } status)
        {
            string required = row.RequiredText(DealField.Stage, RejectReason.UnknownStage);
            if (!map.Stages.TryGetValue(required, out DealStatus byStage) && required.Length > 0)
            {
                row.Fault(DealField.Stage, RejectReason.UnknownStage, required, _rule);
            }

            return (required, byStage);
        }

        string? stage = row.Text(DealField.Stage);
        return (stage, status.Constant ?? (binding.Status[0] is { } column ? OfColumn(row, status, column) : OfFlags(row)));
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(name => Printable.Clip(name)));

    private DealStatus OfColumn(DealRow row, StatusMap status, (int Index, string Name) column)
    {
        string? text = row.Text(column.Index);
        if (text is not null && status.Values.TryGetValue(text, out DealStatus value))
        {
            return value;
        }

        row.Fault(
            Printable.Clip(column.Name), RejectReason.UnknownStatus, text, text is null ? "is missing; every deal needs a status" : _rule);
        return DealStatus.Open;
    }

    private DealStatus OfFlags(DealRow row)
    {
        RejectReason? before = row.Reason;
        bool? closed = Flag(row, 1);
        bool? won = Flag(row, 2);
        bool? lost = Flag(row, 3);
        if (row.Reason != before)
        {
            return DealStatus.Open;
        }

        bool isContradiction = (won == true && lost == true) || (closed == false && (won == true || lost == true))
            || (closed == true && won == false && lost == false);
        DealStatus? status = isContradiction ? null
            : won == true ? DealStatus.Won
            : lost == true || (closed == true && won == false) ? DealStatus.Lost
            : closed == false || (won == false && lost == false) ? DealStatus.Open
            : closed == true && lost == false ? DealStatus.Won
            : null;
        if (status is { } known)
        {
            return known;
        }

        string values = string.Join(", ", binding.Status.Skip(1).Index().Where(flag => flag.Item is not null).Select(flag =>
            $"{Printable.Clip(flag.Item!.Value.Name)} {Shown(flag.Index == 0 ? closed : flag.Index == 1 ? won : lost)}"));
        row.Fault(
            values, RejectReason.UnknownStatus, null,
            isContradiction ? "contradict each other" : "don't say whether the deal is open, won or lost");
        return DealStatus.Open;
    }

    private bool? Flag(DealRow row, int place) => binding.Status[place] is { } flag ? row.Flag(flag.Index, flag.Name) : null;

    private static string Shown(bool? flag) => flag switch
    {
        true => "yes",
        false => "no",
        null => "missing",
    };
}
