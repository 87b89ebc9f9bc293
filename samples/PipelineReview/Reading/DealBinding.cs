using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PipelineReview.Reading;

/// <summary>A map bound to a file: the places of its columns, and what other files give.</summary>
internal sealed record DealBinding
{
    /// <summary>Where each field comes from; null for a field without a column.</summary>
    public required IReadOnlyList<FieldSource?> Sources { get; init; }

    /// <summary>The columns of the map's filters, in their order.</summary>
    public required IReadOnlyList<(int Index, RowFilter Filter)> Filters { get; init; }

    /// <summary>The columns of the status: its own, or its flags closed, won and lost.</summary>
    public required IReadOnlyList<(int Index, string Name)?> Status { get; init; }

    /// <summary>The column that decides which duplicate is the newest.</summary>
    public required (int Index, string Name)? NewestBy { get; init; }

    public required List<LookupTable> Lookups { get; init; }

    public required OwnerList? Owners { get; init; }

    public required StageHistory? History { get; init; }

    /// <summary>The rows of other files that can't be used.</summary>
    public required List<RejectedRow> Rejected { get; init; }

    /// <summary>Whether the file has one close date for both: the planned close of open deals, the actual close of others.</summary>
    public bool HasOneCloseDate =>
        Sources[(int)DealField.Closed] is { } closed && Sources[(int)DealField.ExpectedClose] is { } expected
        && closed.Lookup == expected.Lookup && closed.Columns.SequenceEqual(expected.Columns);

    /// <summary>Finds the columns, and reads the other files; null after a fault.</summary>
    public static DealBinding? Of(string path, string mapName, DealMap map, TableFile file, TableHeader header, FaultList faults)
    {
        (int, string)? Find(ColumnRef? column, string member) =>
            column is { } known && header.Find(known, $"{mapName}: {member}", faults) is >= 0 and int index
                ? (index, header.NameOf(index))
                : null;

        var sources = new FieldSource?[DealFields.Count];
        foreach ((DealField field, FieldColumns columns) in map.Columns)
        {
            (string, int)[] found =
            [
                .. columns.Columns.Select(column => Find(column, $"columns.{DealFields.NameOf(field)}") is (int index, string name)
                    ? (name, index)
                    : ("", -1)),
            ];
            sources[(int)field] = new FieldSource(found, columns.Separator, Lookup: null);
        }

        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var lookups = new List<LookupTable>();
        var rejected = new List<RejectedRow>();
        foreach ((int i, LookupMap lookup) in map.Lookups.Index())
        {
            string where = $"{mapName}: lookups[{i}]";
            int by = header.Find(lookup.By, $"{where}.by", faults);
            if (LookupTable.Load(lookup, map, folder, by, where, rejected, faults) is not { } table)
            {
                continue;
            }

            lookups.Add(table);
            foreach ((int cell, (DealField field, ColumnRef column)) in lookup.Columns.Index())
            {
                sources[(int)field] = new FieldSource([(column.ToString(), cell)], Separator: null, table);
            }
        }

        if (map.DateFormats.Count == 0 && !file.HasDates && HasDates(map))
        {
            faults.Add($"{mapName}: dateFormats", null, "must have at least one format, because the map has dates");
        }

        var binding = new DealBinding
        {
            Sources = sources,
            Filters = [.. map.Rows.Select((filter, i) => (Find(filter.Column, $"rows[{i}].column")?.Item1 ?? -1, filter))],
            Status =
            [
                Find(map.Status?.Column, "status.column"), Find(map.Status?.Closed, "status.closed"), Find(map.Status?.Won, "status.won"),
                Find(map.Status?.Lost, "status.lost"),
            ],
            NewestBy = Find(map.NewestBy, "duplicates.newestBy"),
            Lookups = lookups,
            Owners = map.Owners is null ? null : OwnerList.Load(map.Owners, map, folder, $"{mapName}: owners", rejected, faults),
            History = map.StageHistory is null
                ? null
                : StageHistory.Load(map.StageHistory, map, folder, $"{mapName}: stageHistory", rejected, faults),
            Rejected = rejected,
        };
        return faults.Any ? null : binding;
    }

    private static bool HasDates(DealMap map) =>
        map.Columns.Keys.Concat(map.Lookups.SelectMany(lookup => lookup.Columns.Keys)).Any(DealFields.IsDate)
        || map.NewestBy is not null || map.StageHistory is not null;
}
