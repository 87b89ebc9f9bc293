using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace PipelineReview.Reading;

/// <summary>
/// The current row: fields by name, wherever they come from. An unreadable cell is a fault of the row and is unknown, so one
/// pass finds every fault.
/// </summary>
internal sealed class DealRow(
    DealMap map, CellParser parser, IReadOnlyList<FieldSource?> sources, IReadOnlyList<LookupTable> lookups)
{
    // A score has a scale of its own, up to 100.
    private const decimal ScoreOfPercent = 100;

    private readonly StringBuilder _faults = new();
    private readonly Dictionary<LookupTable, LookupRow> _found = [];
    private readonly List<(LookupTable Lookup, string? Key)> _misses = [];
    private TableRecord _record;
    private int _number;

    /// <summary>The kind of the first fault; null while the row has none.</summary>
    public RejectReason? Reason { get; private set; }

    /// <summary>Every fault of the row.</summary>
    public string Faults => _faults.ToString();

    /// <summary>The look-ups that found nothing, with their keys.</summary>
    public IReadOnlyList<(LookupTable Lookup, string? Key)> Misses => _misses;

    /// <summary>The currency sign beside the amount, or beside the list price if there is no amount; null if there is none.</summary>
    public CurrencySign? Sign { get; private set; }

    /// <summary>Goes to a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="number">The number of the row, from 1.</param>
    public void MoveTo(TableRecord record, int number)
    {
        _record = record;
        _number = number;
        _faults.Clear();
        Reason = null;
        Sign = null;
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
        string place = "";
        FieldSource? source = sources[(int)field];
        if (source?.Lookup is { } lookup && _found.TryGetValue(lookup, out LookupRow? row))
        {
            place = string.Create(CultureInfo.InvariantCulture, $"{Printable.Clip(lookup.File)} line {row.Line}, ");
        }

        Fault(place + Printable.Clip(source is null ? DealFields.NameOf(field) : NameOf(source)), reason, value, rule);
    }

    /// <summary>A fault of a column that fills no field.</summary>
    public void Fault(string column, RejectReason reason, string? value, string rule)
    {
        Reason ??= reason;
        if (_faults.Length > 0)
        {
            _faults.Append("; ");
        }

        _faults.Append(column);
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
        if (Cell(field) is not { } cell)
        {
            return null;
        }

        if (CellParser.TryText(cell.Text, out string? value, out string? rule))
        {
            return value;
        }

        Fault(field, RejectReason.UnreadableText, cell.Text, rule);
        return null;
    }

    public DateTime? Date(DealField field)
    {
        if (Cell(field) is not { } cell)
        {
            return null;
        }

        if (parser.TryDate(cell, out DateTime value, out string? rule))
        {
            return value;
        }

        Fault(field, RejectReason.UnreadableDate, cell.Text, rule);
        return null;
    }

    public decimal? Number(DealField field) => Number(field, out _, out _);

    /// <summary>An amount of money; a percentage is none.</summary>
    public decimal? Money(DealField field)
    {
        decimal? number = Number(field, out CurrencySign? sign, out bool isPercent);
        if (isPercent)
        {
            Fault(field, RejectReason.UnreadableNumber, Cell(field)?.Text, "is a percentage, not an amount");
            return null;
        }

        Sign ??= sign;
        return number;
    }

    /// <summary>A score, of which a percentage is that many points.</summary>
    public decimal? Score(DealField field)
    {
        decimal? number = Number(field, out _, out bool isPercent);
        return isPercent ? number * ScoreOfPercent : number;
    }

    /// <summary>A probability, from 0 to 1.</summary>
    public double? Probability(DealField field)
    {
        decimal? number = Number(field, out _, out bool isPercent);
        number = map.ProbabilityIsPercent && !isPercent ? number / 100 : number;
        if (number is null or (>= 0 and <= 1))
        {
            return (double?)number;
        }

        Fault(field, RejectReason.UnreadableNumber, Cell(field)?.Text, map.ProbabilityIsPercent
            ? "must lie from 0 to 100 percent"
            : "must lie from 0 to 1; probabilityUnit with \"percent\" in the map would read it as a percentage");
        return null;
    }

    public int? Count(DealField field)
    {
        if (Cell(field) is not { } cell)
        {
            return null;
        }

        if (parser.TryCount(cell, out int value, out string? rule))
        {
            return value;
        }

        Fault(field, RejectReason.UnreadableNumber, cell.Text, rule);
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

        Fault(field, RejectReason.UnreadableNumber, Cell(field)?.Text, $"must lie from 0 to {DealMap.MostEffortHours} hours");
        return null;
    }

    public bool? Flag(DealField field)
    {
        if (Cell(field) is not { } cell)
        {
            return null;
        }

        if (parser.TryFlag(cell, out bool value, out string? rule))
        {
            return value;
        }

        Fault(field, RejectReason.UnreadableFlag, cell.Text, rule);
        return null;
    }

    /// <summary>A flag of a column that fills no field; null if it is missing, or after a fault.</summary>
    public bool? Flag(int column, string name)
    {
        TableCell cell = _record.Cell(column);
        if (IsMissing(cell.Text))
        {
            return null;
        }

        if (parser.TryFlag(cell, out bool value, out string? rule))
        {
            return value;
        }

        Fault(Printable.Clip(name), RejectReason.UnreadableFlag, cell.Text, rule);
        return null;
    }

    /// <summary>A date of a column that fills no field; null if it is missing, or after a fault.</summary>
    public DateTime? Date(int column, string name)
    {
        TableCell cell = _record.Cell(column);
        if (IsMissing(cell.Text))
        {
            return null;
        }

        if (parser.TryDate(cell, out DateTime value, out string? rule))
        {
            return value;
        }

        Fault(Printable.Clip(name), RejectReason.UnreadableDate, cell.Text, rule);
        return null;
    }

    /// <summary>The text of a column that fills no field; null if it is missing.</summary>
    public string? Text(int column) => IsMissing(_record[column]) ? null : _record[column];

    /// <summary>The parts of a cell with several values, without blank ones; null if the cell is missing.</summary>
    public IReadOnlyList<string>? List(DealField field)
    {
        if (Cell(field) is not { } cell)
        {
            return null;
        }

        IEnumerable<string> parts = cell.Value as string[]
            ?? (map.ListSeparator is { } separator ? cell.Text.Split(separator) : [cell.Text]);
        return [.. parts.Select(part => part.ReplaceLineEndings(" ").Trim()).Where(part => !IsMissing(part))];
    }

    /// <summary>Whether the cell is a list by itself, as in JSON.</summary>
    public bool IsList(DealField field) => Cell(field)?.Value is string[];

    /// <summary>The contacts in a cell; null if it is missing, or after a fault.</summary>
    public IReadOnlyList<Touch>? Touches(DealField field)
    {
        if (List(field) is not { } parts)
        {
            return null;
        }

        var touches = new List<Touch>();
        foreach (string part in parts)
        {
            if (TouchOf(part) is { } touch)
            {
                touches.Add(touch);
            }
            else
            {
                Fault(
                    field, RejectReason.UnreadableDate, part,
                    "must be a date in a form of the map, then perhaps the channel after a space, a colon or an equals sign");
                return null;
            }
        }

        return touches;
    }

    // The longest start that is a date: a time of day may have a space and colons.
    private Touch? TouchOf(string text)
    {
        for (int end = text.Length; end > 0; end--)
        {
            if (end < text.Length && text[end] is not (' ' or ':' or '='))
            {
                continue;
            }

            if (parser.TryDate(new TableCell(text[..end].TrimEnd()), out DateTime at, out _))
            {
                string channel = text[end..].TrimStart(' ', ':', '=').Trim();
                return CellParser.TryText(channel, out string? name, out _) ? new Touch(at, name.Length == 0 ? null : name) : null;
            }
        }

        return null;
    }

    private decimal? Number(DealField field, out CurrencySign? sign, out bool isPercent)
    {
        sign = null;
        isPercent = false;
        if (Cell(field) is not { } cell)
        {
            return null;
        }

        if (parser.TryNumber(cell, out decimal value, out sign, out isPercent, out string? rule))
        {
            return value;
        }

        Fault(field, RejectReason.UnreadableNumber, cell.Text, rule);
        return null;
    }

    // Of several columns, the one that has the value.
    private string NameOf(FieldSource source)
    {
        if (source.Columns.Count > 1 && source.Separator is null && source.Lookup is null && _record.IsReadable)
        {
            foreach ((string name, int index) in source.Columns)
            {
                if (!IsMissing(_record[index]))
                {
                    return name;
                }
            }
        }

        return source.IsRowNumber
            ? "row"
            : string.Join(source.Separator is null ? " or " : " and ", source.Columns.Select(column => column.Name));
    }

    /// <summary>The cell after the aliases of the map; null if it is missing.</summary>
    private TableCell? Cell(DealField field)
    {
        if (sources[(int)field] is not { } source || CellOf(source) is not { } cell)
        {
            return null;
        }

        return map.Aliases.TryGetValue(field, out IReadOnlyDictionary<string, string>? aliases)
            && aliases.TryGetValue(cell.Text, out string? alias)
            ? new TableCell(alias)
            : cell;
    }

    private TableCell? CellOf(FieldSource source)
    {
        if (source.IsRowNumber)
        {
            return new TableCell(_number.ToString(CultureInfo.InvariantCulture));
        }

        LookupRow? row = null;
        if (source.Lookup is not null && !_found.TryGetValue(source.Lookup, out row))
        {
            return null;
        }

        TableCell At(int index) => row is null ? _record.Cell(index) : row.Cells[index];
        if (source.Separator is { } separator)
        {
            // A part that is missing stays, so that no other row can have the same joined text.
            string[] parts = [.. source.Columns.Select(column => At(column.Index).Text)];
            return parts.All(IsMissing) ? null : new TableCell(string.Join(separator, parts));
        }

        foreach ((string _, int index) in source.Columns)
        {
            if (At(index) is var cell && !IsMissing(cell.Text))
            {
                return cell;
            }
        }

        return null;
    }

    private bool IsMissing(string text) => text.Length == 0 || map.Missing.Contains(text);
}
