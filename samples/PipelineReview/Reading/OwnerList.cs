using System;
using System.Collections.Generic;
using System.IO;

namespace PipelineReview.Reading;

/// <summary>The owners of the team, from a file: also those who have no deals.</summary>
/// <param name="FullPath">The path of the file.</param>
/// <param name="Names">The names, each once, in ordinal order.</param>
internal sealed record OwnerList(string FullPath, IReadOnlyList<string> Names)
{
    /// <summary>Reads the file. Rows without a name are added to <paramref name="rejected"/>.</summary>
    /// <param name="map">Where the owners are.</param>
    /// <param name="dealMap">The map that contains it, for the delimiter, the encoding, the missing values and the aliases.</param>
    /// <param name="folder">The folder of the deals file.</param>
    /// <param name="where">The name of the list in messages.</param>
    /// <param name="rejected">Where the rejected rows go.</param>
    /// <param name="faults">Where the faults go.</param>
    public static OwnerList? Load(
        OwnerListMap map, DealMap dealMap, string folder, string where, List<RejectedRow> rejected, FaultList faults) =>
        NearbyFile.Read(folder, map.File, where, dealMap, faults, (path, header, records) =>
        {
            int column = header.Find(map.Column, $"{where}.column", faults);
            if (column < 0)
            {
                return null;
            }

            string fileName = Path.GetFileName(path);
            IReadOnlyDictionary<string, string> aliases =
                dealMap.Aliases.GetValueOrDefault(DealField.Owner) ?? new Dictionary<string, string>();
            var names = new SortedSet<string>(StringComparer.Ordinal);
            while (records.MoveNext())
            {
                if (NameIn(records.Current, header.Count, column, map.Column.ToString(), dealMap, out RejectedRow? fault) is { } name)
                {
                    names.Add(aliases.GetValueOrDefault(name, name));
                }
                else
                {
                    rejected.Add(fault! with { File = fileName });
                }
            }

            return new OwnerList(path, [.. names]);
        });

    private static string? NameIn(TableRecord record, int columnCount, int column, string columnName, DealMap map, out RejectedRow? fault)
    {
        fault = RejectedRow.OfShape("", record, columnCount);
        if (fault is not null)
        {
            return null;
        }

        if (record[column].Length == 0 || map.Missing.Contains(record[column]))
        {
            fault = new RejectedRow(
                "", record.Line, null, RejectReason.MissingId, $"{Printable.Clip(columnName)} is missing; it is the name");
        }
        else if (CellParser.TryText(record[column], out string? name, out string? rule))
        {
            return name;
        }
        else
        {
            fault = new RejectedRow(
                "", record.Line, null, RejectReason.UnreadableText,
                $"{Printable.Clip(columnName)} {Printable.Quote(record[column])}: {rule}");
        }

        return null;
    }
}
