using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using CsvHelper;

namespace Campaigns;

/// <summary>
/// Reads the rows of a CSV file by the names of its columns. A row that can't be used is counted with its reason, and never dropped in
/// silence.
/// </summary>
internal sealed class TableFile(string path, string[] dateFormats, ICollection<string> rejected)
{
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private CsvReader? _reader;

    public string Name { get; } = Path.GetFileName(path);

    public int Rows { get; private set; }

    public int Rejected { get; private set; }

    /// <summary>The latest day read.</summary>
    public DateTime Latest { get; private set; }

    /// <summary>Reads every row.</summary>
    /// <param name="read">Reads a row, and throws <see cref="InputException"/> if it can't be used.</param>
    /// <exception cref="InputException">The file can't be read.</exception>
    public void Read(Action read)
    {
        if (!File.Exists(path))
        {
            throw new InputException($"{path}: there is no such file.");
        }

        var options = new CsvReaderOptions
        {
            HasHeader = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => Reject(record.LineNumber, $"the quoting is wrong ({record.Reason})"),
            TrackLineNumbers = true,
        };
        using CsvReader reader = CsvReader.FromFile(path, options);
        _reader = reader;
        if (!reader.Read())
        {
            throw new InputException($"{path}: the file is empty; its first row must have the names of the columns.");
        }

        for (int i = 0; i < reader.FieldCount; i++)
        {
            _columns.TryAdd(reader.GetString(i).Trim(), i);
        }

        while (reader.Read())
        {
            Rows++;
            try
            {
                read();
            }
            catch (InputException e)
            {
                Reject(reader.LineNumber, e.Message);
            }
        }
    }

    /// <summary>The value of a column; null if it is blank, or no column is given.</summary>
    /// <exception cref="InputException">There is no such column.</exception>
    public string? Text(string? column)
    {
        if (column is null)
        {
            return null;
        }

        if (!_columns.TryGetValue(column, out int at))
        {
            throw new InputException($"there is no column \"{column}\"");
        }

        string value = at < _reader!.FieldCount ? _reader.GetString(at).Trim() : "";
        return value.Length == 0 ? null : value;
    }

    public string Needed(string column) => Text(column) ?? throw new InputException($"\"{column}\" is blank");

    public DateTime? Date(string? column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (!DateTime.TryParseExact(text, dateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date))
        {
            throw new InputException($"\"{column}\" is \"{text}\", which has none of the formats {string.Join(", ", dateFormats)}");
        }

        Latest = date.Date > Latest ? date.Date : Latest;
        return date;
    }

    public DateTime NeededDate(string column) => Date(column) ?? throw new InputException($"\"{column}\" is blank");

    public decimal? Amount(string? column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount)
            ? amount
            : throw new InputException($"\"{column}\" is \"{text}\", which is not an amount of 0 or above");
    }

    private void Reject(long line, string reason)
    {
        Rejected++;
        rejected.Add($"{Name}, line {line}: {reason}");
    }
}
