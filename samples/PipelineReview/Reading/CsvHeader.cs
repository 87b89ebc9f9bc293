using System;
using System.Collections.Generic;
using System.Linq;

namespace PipelineReview.Reading;

/// <summary>The columns of a CSV file, found by name: exactly, else without case.</summary>
internal sealed class CsvHeader
{
    private const int MaxNames = 50;

    private readonly string _file;
    private readonly string[] _names;

    private CsvHeader(string file, string[] names)
    {
        _file = file;
        _names = names;
    }

    public int Count => _names.Length;

    /// <summary>Reads the header from the records; null, and a fault, if there is none.</summary>
    public static CsvHeader? Read(IEnumerator<CsvRecord> records, string file, string where, string path, FaultList faults)
    {
        if (!records.MoveNext())
        {
            faults.Add(where, path, "must start with a header line; it is empty");
            return null;
        }

        CsvRecord record = records.Current;
        if (!record.IsReadable)
        {
            faults.Add(where, path, $"must start with a header line that can be read; line {record.Line} has {record.Fault}");
            return null;
        }

        return new CsvHeader(file, [.. Enumerable.Range(0, record.FieldCount).Select(i => record[i])]);
    }

    /// <summary>The index of a column; -1, and a fault, if no column or more than one has the name.</summary>
    public int Find(string column, string where, FaultList faults)
    {
        int[] found = IndexesOf(column, StringComparison.Ordinal);
        if (found.Length == 0)
        {
            found = IndexesOf(column, StringComparison.OrdinalIgnoreCase);
        }

        if (found is [int index])
        {
            return index;
        }

        string names = string.Join(", ", _names.Take(MaxNames).Select(name => Printable.Clip(name)));
        string more = _names.Length > MaxNames ? ", ..." : "";
        faults.Add(where, column, found.Length == 0
            ? $"is not a column of {_file}; its columns are {names}{more}"
            : $"is the name of {found.Length} columns of {_file}; a column that is used must have a unique name");
        return -1;
    }

    private int[] IndexesOf(string column, StringComparison comparison) =>
        [.. Enumerable.Range(0, _names.Length).Where(i => string.Equals(_names[i], column, comparison))];
}
