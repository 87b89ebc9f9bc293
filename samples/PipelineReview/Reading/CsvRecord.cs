using System.Diagnostics.CodeAnalysis;
using CsvHelper;

namespace PipelineReview.Reading;

/// <summary>A record of a CSV file, or the fault that makes it unreadable. Valid until the next record is read.</summary>
internal readonly struct CsvRecord
{
    private readonly CsvReader? _reader;

    public CsvRecord(int line, CsvReader reader)
    {
        Line = line;
        _reader = reader;
    }

    public CsvRecord(int line, string fault)
    {
        Line = line;
        Fault = fault;
    }

    /// <summary>The line on which the record starts.</summary>
    public int Line { get; }

    /// <summary>The fault of the quoting; null if the record can be read.</summary>
    public string? Fault { get; }

    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsReadable => _reader is not null;

    public int FieldCount => _reader?.FieldCount ?? 0;

    /// <summary>A field without the white space around it.</summary>
    public string this[int index] => _reader is null ? "" : _reader.GetString(index).Trim();
}
