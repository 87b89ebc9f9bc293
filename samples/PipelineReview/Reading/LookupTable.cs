using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace PipelineReview.Reading;

/// <summary>A look-up file in memory. Keys are compared exactly: a wrong join would be worse than a counted miss.</summary>
internal sealed class LookupTable
{
    private readonly Dictionary<string, LookupRow> _rows = new(StringComparer.Ordinal);
    private readonly LookupMap _map;

    private LookupTable(LookupMap map, int by, string path)
    {
        _map = map;
        By = by;
        FullPath = path;
    }

    public string FullPath { get; }

    public string File => _map.File;

    /// <summary>The column of the deals file that holds the key.</summary>
    public int By { get; }

    /// <summary>Reads the file. Unusable rows are added to <paramref name="rejected"/>.</summary>
    /// <param name="map">The look-up.</param>
    /// <param name="dealMap">The map that contains it, for the delimiter, the encoding and the missing values.</param>
    /// <param name="folder">The folder of the deals file.</param>
    /// <param name="by">The column of the deals file that holds the key.</param>
    /// <param name="where">The name of the look-up in messages.</param>
    /// <param name="rejected">Where the rejected rows go.</param>
    /// <param name="faults">Where the faults go.</param>
    public static LookupTable? Load(
        LookupMap map, DealMap dealMap, string folder, int by, string where, List<RejectedRow> rejected, FaultList faults) =>
        NearbyFile.Read(folder, map.File, where, dealMap, faults, (path, header, records) =>
        {
            int key = header.Find(map.Key, $"{where}.key", faults);
            int[] columns =
            [
                .. map.Columns.Select(pair => header.Find(pair.Value, $"{where}.columns.{DealFields.NameOf(pair.Key)}", faults)),
            ];
            if (key < 0 || columns.Contains(-1))
            {
                return null;
            }

            string fileName = Path.GetFileName(path);
            var table = new LookupTable(map, by, path);
            while (records.MoveNext())
            {
                if (table.Add(records.Current, header.Count, key, columns, dealMap) is { } fault)
                {
                    rejected.Add(fault with { File = fileName });
                }
            }

            return table;
        });

    /// <summary>The key in the spelling of the look-up file.</summary>
    public string Resolve(string key) => _map.Aliases.GetValueOrDefault(key, key);

    public LookupRow? Find(string key) => _rows.GetValueOrDefault(key);

    private RejectedRow? Add(TableRecord record, int columnCount, int key, int[] columns, DealMap dealMap)
    {
        if (RejectedRow.OfShape(File, record, columnCount) is { } misshapen)
        {
            return misshapen;
        }

        string text = record[key];
        if (text.Length == 0 || dealMap.Missing.Contains(text))
        {
            return new RejectedRow(
                File, record.Line, null, RejectReason.MissingId, $"{Printable.Clip(_map.Key.ToString())} is missing; it is the key");
        }

        var row = new LookupRow(record.Line, [.. columns.Select(column => record.Cell(column))]);
        return _rows.TryAdd(text, row)
            ? null
            : new RejectedRow(
                File, record.Line, text, RejectReason.DuplicateId,
                $"{Printable.Clip(_map.Key.ToString())} {Printable.Quote(text)}: is the key of line {_rows[text].Line} already");
    }
}
