using System;
using System.Collections.Generic;
using System.Text;

namespace PipelineReview.Reading;

/// <summary>
/// The current row: fields by name, wherever they come from. An unreadable cell is a fault of the row and is unknown, so one
/// pass finds every fault.
/// </summary>
internal sealed class DealRow(
    DealMap map, CellParser parser, IReadOnlyList<FieldSource?> sources, IReadOnlyList<LookupTable> lookups)
{
    private readonly StringBuilder _faults = new();
    private readonly Dictionary<LookupTable, LookupRow> _found = [];
    private readonly List<(LookupTable Lookup, string? Key)> _misses = [];
    private CsvRecord _record;

    /// <summary>The kind of the first fault; null while the row has none.</summary>
    public RejectReason? Reason { get; private set; }

    /// <summary>Every fault of the row.</summary>
    public string Faults => _faults.ToString();

    /// <summary>The look-ups that found nothing, with their keys.</summary>
    public IReadOnlyList<(LookupTable Lookup, string? Key)> Misses => _misses;

    public void MoveTo(CsvRecord record)
    {
        _record = record;
        _faults.Clear();
        Reason = null;
        _found.Clear();
        _misses.Clear();
        foreach (LookupTable lookup in lookups)
        {
            string text = record[lookup.By];
            string? key = IsMissing(text) ? null : lookup.Resolve(text);
            if (key is not null && lookup.Find(key) is { } row)
            {
                _found.Add(lookup, row);
            }
            else
            {
                _misses.Add((lookup, key));
            }
        }
    }

    public void Fault(DealField field, RejectReason reason, string? value, string rule)
    {
        Reason ??= reason;
        if (_faults.Length > 0)
        {
            _faults.Append("; ");
        }

        FieldSource? source = sources[(int)field];
        if (source?.Lookup is { } lookup)
        {
            _faults.Append(Printable.Clip(lookup.File)).Append(" line ").Append(_found[lookup].Line).Append(", ");
        }

        _faults.Append(Printable.Clip(source?.Column ?? DealFields.NameOf(field)));
        if (value is not null)
        {
            _faults.Append(' ').Append(Printable.Quote(value)).Append(':');
        }

        _faults.Append(' ').Append(rule);
    }

    /// <summary>A required text; if it is missing, a fault and "".</summary>
    public string RequiredText(DealField field, RejectReason whenMissing)
    {
        if (Cell(field) is null)
        {
            Fault(field, whenMissing, null, "is missing; every deal needs one");
        }

        return Text(field) ?? "";
    }

    public string? Text(DealField field)
    {
        if (Cell(field) is not { } text)
        {
            return null;
        }

        if (CellParser.TryText(text, out string? value, out string? rule))
        {
            return value;
        }

        Fault(field, RejectReason.UnreadableText, text, rule);
        return null;
    }

    public DateTime? Date(DealField field)
    {
        if (Cell(field) is not { } text)
        {
            return null;
        }

        if (parser.TryDate(text, out DateTime value, out string? rule))
        {
            return value;
        }

        Fault(field, RejectReason.UnreadableDate, text, rule);
        return null;
    }

    public decimal? Number(DealField field)
    {
        if (Cell(field) is not { } text)
        {
            return null;
        }

        if (parser.TryNumber(text, out decimal value, out string? rule))
        {
            return value;
        }

        Fault(field, RejectReason.UnreadableNumber, text, rule);
        return null;
    }

    public int? Count(DealField field)
    {
        if (Cell(field) is not { } text)
        {
            return null;
        }

        if (parser.TryCount(text, out int value, out string? rule))
        {
            return value;
        }

        Fault(field, RejectReason.UnreadableNumber, text, rule);
        return null;
    }

    /// <summary>Hours of selling time, 0 or more.</summary>
    public decimal? Hours(DealField field)
    {
        decimal? number = Number(field);
        if (number is null or (>= 0 and <= DealMap.MostEffortHours))
        {
            return number;
        }

        Fault(field, RejectReason.UnreadableNumber, Cell(field), $"must lie from 0 to {DealMap.MostEffortHours} hours");
        return null;
    }

    public bool? Flag(DealField field)
    {
        if (Cell(field) is not { } text)
        {
            return null;
        }

        if (parser.TryFlag(text, out bool value, out string? rule))
        {
            return value;
        }

        Fault(field, RejectReason.UnreadableFlag, text, rule);
        return null;
    }

    /// <summary>The cell after the aliases of the map; null if it is missing.</summary>
    private string? Cell(DealField field)
    {
        if (sources[(int)field] is not { } source)
        {
            return null;
        }

        string text;
        if (source.Lookup is null)
        {
            text = _record[source.Index];
        }
        else if (_found.TryGetValue(source.Lookup, out LookupRow? row))
        {
            text = row.Cells[source.Index];
        }
        else
        {
            return null;
        }

        if (IsMissing(text))
        {
            return null;
        }

        return map.Aliases.TryGetValue(field, out IReadOnlyDictionary<string, string>? aliases)
            ? aliases.GetValueOrDefault(text, text)
            : text;
    }

    private bool IsMissing(string text) => text.Length == 0 || map.Missing.Contains(text);
}
