using System.Diagnostics.CodeAnalysis;
using CsvHelper;

namespace PipelineReview.Reading;

/// <summary>A record of a file, or the fault that makes it unreadable. Valid until the next record is read.</summary>
internal readonly struct TableRecord
{
    private readonly CsvReader? _reader;
    private readonly TableCell[]? _cells;

    public TableRecord(int line, CsvReader reader)
    {
        Line = line;
        _reader = reader;
    }

    public TableRecord(int line, TableCell[] cells)
    {
        Line = line;
        _cells = cells;
    }

    public TableRecord(int line, string fault, RejectReason reason)
    {
        Line = line;
        Fault = fault;
        Reason = reason;
    }

    /// <summary>The line on which the record starts; in an Excel file, the row of the sheet.</summary>
    public int Line { get; }

    /// <summary>The fault of the record; null if it can be read.</summary>
    public string? Fault { get; }

    /// <summary>The kind of the fault.</summary>
    public RejectReason Reason { get; }

    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsReadable => _reader is not null || _cells is not null;

    public int FieldCount => _reader?.FieldCount ?? _cells?.Length ?? 0;

    /// <summary>The text of a field without the white space around it.</summary>
    public string this[int index] =>
        _reader is not null ? _reader.GetString(index).Trim() : _cells is null ? "" : _cells[index].Text;

    /// <summary>A field with its value, if the file has types.</summary>
    public TableCell Cell(int index) => _cells is null ? new TableCell(this[index]) : _cells[index];

    /// <summary>The same record, valid also after others were read.</summary>
    public TableRecord Kept()
    {
        if (_reader is null)
        {
            return this;
        }

        var cells = new TableCell[FieldCount];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = Cell(i);
        }

        return new TableRecord(Line, cells);
    }

    /// <summary>The first field that isn't empty; "" if there is none.</summary>
    public string FirstText()
    {
        for (int i = 0; i < FieldCount; i++)
        {
            if (this[i] is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }
}
