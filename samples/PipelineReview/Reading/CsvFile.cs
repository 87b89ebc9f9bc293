using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using CsvHelper;

namespace PipelineReview.Reading;

/// <summary>
/// The records of a CSV file with the exact lines on which they start. A record with bad quoting loses only its first line:
/// the lines inside an unclosed quote are read again, one by one. Empty lines aren't records.
/// </summary>
internal sealed class CsvFile : TableFile
{
    private readonly List<CsvMalformedRecord> _malformed = [];
    private readonly CsvReaderOptions _options;
    private readonly CsvReader _reader;

    public CsvFile(string path, TableFormat format)
    {
        _options = new CsvReaderOptions
        {
            Encoding = format.Encoding,
            HasHeader = false,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = _malformed.Add,
            Separator = format.Delimiter,
            TrackLineNumbers = true,
            TrimInsideQuotes = true,
            TrimWhitespace = true,
        };
        _reader = format.Escape is { } escape
            ? CsvReader.FromText(
                EscapedCsv.WithDoubledQuotes(File.ReadAllText(path, format.Encoding ?? Encoding.UTF8), format.Delimiter, escape), _options)
            : CsvReader.FromFile(path, _options);
    }

    public override void Dispose() => _reader.Dispose();

    public override IEnumerable<TableRecord> Records() => Records(_reader, _malformed, lineOffset: 0);

    private IEnumerable<TableRecord> Records(CsvReader reader, List<CsvMalformedRecord> malformed, int lineOffset)
    {
        bool more;
        do
        {
            // The reader reports the records that it skips while it moves to the next good one.
            more = reader.Read();
            foreach (CsvMalformedRecord skipped in malformed)
            {
                int line = lineOffset + (int)skipped.LineNumber;
                (string first, string others) = SplitFirstLine(skipped.RawRecord);
                yield return new TableRecord(line, $"{Describe(skipped.Reason)}: {Printable.Quote(first)}", RejectReason.BadQuoting);
                foreach (TableRecord swallowed in ReadLineByLine(others, line))
                {
                    yield return swallowed;
                }
            }

            malformed.Clear();
            if (more)
            {
                yield return new TableRecord(lineOffset + (int)reader.LineNumber, reader);
            }
        }
        while (more);
    }

    private IEnumerable<TableRecord> ReadLineByLine(string text, int lineOffset)
    {
        if (text.Length == 0)
        {
            yield break;
        }

        var malformed = new List<CsvMalformedRecord>();
        using var reader = CsvReader.FromText(text, _options with
        {
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = malformed.Add,
        });
        foreach (TableRecord record in Records(reader, malformed, lineOffset))
        {
            yield return record;
        }
    }

    private static (string Line, string Others) SplitFirstLine(string record)
    {
        int end = record.AsSpan().IndexOfAny('\r', '\n');
        if (end < 0)
        {
            return (record, "");
        }

        bool pair = record[end] == '\r' && end + 1 < record.Length && record[end + 1] == '\n';
        return (record[..end], record[(end + (pair ? 2 : 1))..]);
    }

    private static string Describe(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "a quote within a cell that doesn't start with one",
        CsvMalformedReason.TextAfterClosingQuote => "text after the quote that closes a cell",
        _ => "a quoted cell that is never closed on its line",
    };
}
