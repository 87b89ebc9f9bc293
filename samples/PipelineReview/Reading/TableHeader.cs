using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PipelineReview.Reading;

/// <summary>The columns of a file, found by name (exactly, else without case) or by number.</summary>
internal sealed class TableHeader
{
    private const int MaxNames = 50;

    private readonly string _file;
    private readonly string[] _names;
    private readonly bool _hasNames;

    private TableHeader(string file, string[] names, bool hasNames)
    {
        _file = file;
        _names = names;
        _hasNames = hasNames;
    }

    public int Count => _names.Length;

    public IReadOnlyList<string> Names => _names;

    /// <summary>Reads the header, or counts the columns of the first record; null, and a fault, if there is none.</summary>
    /// <param name="records">The records. The first one becomes the current one.</param>
    /// <param name="file">The name of the file, without its folder.</param>
    /// <param name="where">The option or setting that names the file, for messages.</param>
    /// <param name="path">The file as it was named there.</param>
    /// <param name="isHeader">Whether the first record is a header, rather than data.</param>
    /// <param name="faults">Where the faults go.</param>
    public static TableHeader? Read(
        IEnumerator<TableRecord> records, string file, string where, string path, bool isHeader, FaultList faults)
    {
        string what = isHeader ? "a header line" : "a line of data";
        if (!records.MoveNext())
        {
            faults.Add(where, path, $"must start with {what}; it is empty");
            return null;
        }

        TableRecord record = records.Current;
        if (!record.IsReadable)
        {
            faults.Add(where, path, $"must start with {what} that can be read; line {record.Line} has {record.Fault}");
            return null;
        }

        return new TableHeader(file, [.. Enumerable.Range(0, record.FieldCount).Select(i => isHeader ? record[i] : "")], isHeader);
    }

    /// <summary>The index of a column; -1, and a fault, if there is none, or if more than one has the name.</summary>
    public int Find(ColumnRef column, string where, FaultList faults)
    {
        if (column.Name is null)
        {
            if (column.Number <= _names.Length)
            {
                return column.Number - 1;
            }

            faults.Add(where, column.ToString(), $"must be the number of a column of {_file}, from 1 to {_names.Length}");
            return -1;
        }

        if (!_hasNames)
        {
            faults.Add(where, column.Name, $"must be a number: {_file} has no header, and columns 1 to {_names.Length}");
            return -1;
        }

        int[] found = IndexesOf(column.Name, StringComparison.Ordinal);
        if (found.Length == 0)
        {
            found = IndexesOf(column.Name, StringComparison.OrdinalIgnoreCase);
        }

        if (found is [int index])
        {
            return index;
        }

        string names = string.Join(", ", _names.Take(MaxNames).Select(name => Printable.Clip(name)));
        string more = _names.Length > MaxNames ? ", ..." : "";
        string numbers = string.Join(" and ", found.Select(i => (i + 1).ToString(CultureInfo.InvariantCulture)));
        faults.Add(where, column.Name, found.Length == 0
            ? $"is not a column of {_file}; its columns are {names}{more}"
            : $"is the name of {found.Length} columns of {_file}; name the column by its number, {numbers}");
        return -1;
    }

    /// <summary>The name of a column for messages.</summary>
    public string NameOf(int index) =>
        _names[index] is { Length: > 0 } name ? name : $"column {(index + 1).ToString(CultureInfo.InvariantCulture)}";

    private int[] IndexesOf(string column, StringComparison comparison) =>
        [.. Enumerable.Range(0, _names.Length).Where(i => string.Equals(_names[i], column, comparison))];
}
