using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using PipelineReview.Reading;

namespace PipelineReview.Suggesting;

/// <summary>The header and the rows of a file, of a long one the first, and how it is written as far as that shows.</summary>
internal sealed class SampleFile
{
    // Most exports have fewer: a stage or a form of dates that only a late row has would be missed.
    private const int MostRows = 100_000;
    private const int RowsToCompare = 200;
    private const int MostFooterRows = 10;

    // A row that has nothing but one of these words and numbers, and rows that start with one of those phrases.
    private static readonly string[] FooterWords = ["total", "totals", "sum", "count", "gesamt", "summe", "gesamtsumme", "totalt", "summa"];

    private static readonly string[] FooterPhrases =
    [
        "grand total", "total général", "total general", "copyright", "©", "confidential", "generated", "vertraulich", "confidentiel",
        "confidencial", "konfidentiell",
    ];

    private SampleFile(TableFormat format, string? encodingName, int firstLine, bool hasHeader, IReadOnlyList<SampleColumn> columns)
    {
        Format = format;
        EncodingName = encodingName;
        FirstLine = firstLine;
        HasHeader = hasHeader;
        Columns = columns;
    }

    public TableFormat Format { get; }

    /// <summary>The name of the encoding to set; null if the file needs none.</summary>
    public string? EncodingName { get; }

    public int FirstLine { get; }

    public bool HasHeader { get; }

    public IReadOnlyList<SampleColumn> Columns { get; }

    /// <summary>The starts of the lines at the end that are no deals.</summary>
    public IReadOnlyList<string> Footer { get; private init; } = [];

    /// <summary>Reads the sample.</summary>
    /// <exception cref="InvalidDataException">The file can't be read; the message says what it is.</exception>
    public static SampleFile Read(string path)
    {
        string? encodingName = FileKinds.UnmarkedUtf16(path);
        FileKind kind = FileKinds.Of(path, encodingName is null ? null : Encoding.GetEncoding(encodingName));
        if (encodingName is null && kind == FileKind.Csv && !IsUtf8(path))
        {
            encodingName = "windows-1252";
        }

        Encoding? encoding = encodingName is null
            ? null
            : CodePagesEncodingProvider.Instance.GetEncoding(encodingName) ?? Encoding.GetEncoding(encodingName);
        TableFormat format = kind == FileKind.Csv ? CsvFormatOf(path, encoding) : new TableFormat(Encoding: encoding);
        List<TableRecord> records = Records(path, format, MostRows);
        if (records.Count == 0)
        {
            throw new InvalidDataException("it has no rows");
        }

        int width = records.GroupBy(record => record.FieldCount)
            .OrderByDescending(rows => rows.Count()).ThenByDescending(rows => rows.Key).First().Key;
        int first = records.FindIndex(record => record.FieldCount == width && Filled(record) * 2 > width);
        first = Math.Max(first, 0);
        TableRecord header = records[first];
        List<TableRecord> rows = [.. records.Skip(first + 1)];
        bool hasHeader = header.Line == 0 || !Enumerable.Range(0, header.FieldCount).Any(i => IsData(header.Cell(i)));
        if (!hasHeader)
        {
            rows.Insert(0, header);
        }

        IReadOnlyList<string> footer = FooterOf(rows, width);
        rows.RemoveAll(row => row.FieldCount != width);
        return new SampleFile(format, encodingName, Math.Max(1, first == 0 ? 1 : header.Line), hasHeader,
        [
            .. Enumerable.Range(0, width).Select(i => new SampleColumn(
                hasHeader ? header[i] : "", i + 1, [.. rows.Select(row => row.Cell(i))])),
        ])
        {
            Footer = footer,
        };
    }

    private static bool IsUtf8(string path)
    {
        try
        {
            using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            char[] buffer = new char[65_536];
            while (reader.Read(buffer) > 0)
            {
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    // That by which the most rows have as many cells as the others, and more than one.
    private static TableFormat CsvFormatOf(string path, Encoding? encoding)
    {
        TableFormat best = new(Encoding: encoding);
        double most = -1;
        foreach (char delimiter in ",;\t|")
        {
            foreach (char? escape in (char?[])[null, '\\'])
            {
                var format = new TableFormat(delimiter, encoding, escape);
                List<TableRecord> records = Records(path, format, RowsToCompare);
                if (records.Count == 0)
                {
                    continue;
                }

                IGrouping<int, TableRecord> usual = records.Where(record => record.IsReadable).GroupBy(record => record.FieldCount)
                    .MaxBy(rows => rows.Count() * (rows.Key > 1 ? 1_000 : 1))!;
                double score = usual is null || usual.Key < 2 ? 0 : ((double)usual.Count() / records.Count) + (usual.Key / 10_000.0);
                if (score > most)
                {
                    most = score;
                    best = format;
                }
            }
        }

        return best;
    }

    private static List<TableRecord> Records(string path, TableFormat format, int most)
    {
        using TableFile file = TableFile.Open(path, format);
        return [.. file.Records().Select(record => record.Kept()).Take(most)];
    }

    private static int Filled(TableRecord record) => Enumerable.Range(0, record.FieldCount).Count(i => record[i].Length > 0);

    // A header has names: no numbers and no dates.
    private static bool IsData(TableCell cell) => cell.Value is not null
        || (cell.Text.Length > 0 && char.IsAsciiDigit(cell.Text[0])
            && cell.Text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-' or '/' or ':' or ' '));

    private static List<string> FooterOf(List<TableRecord> rows, int width)
    {
        int start = rows.Count;
        while (start > 0 && rows.Count - start < MostFooterRows && IsFooter(rows[start - 1], width))
        {
            start--;
        }

        List<string> texts = start == 0 || start == rows.Count
            ? []
            : [.. rows.Skip(start).Select(StartOf).Where(text => text.Length > 0).Take(1)];
        rows.RemoveRange(start, rows.Count - start);
        return texts;
    }

    private static bool IsFooter(TableRecord row, int width) =>
        !row.IsReadable || (Filled(row) < width && IsFooter(row.FirstText()));

    private static bool IsFooter(string text) =>
        FooterPhrases.Any(phrase => text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
        || FooterWords.Contains(text.TrimEnd([.. "0123456789 .,:()-"]), StringComparer.OrdinalIgnoreCase);

    // Without the number of deals, which the next export has another of.
    private static string StartOf(TableRecord row)
    {
        string text = row.FirstText();
        int digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        return (digit > 0 ? text[..digit].TrimEnd(' ', '(', ':', '-') : text).Trim();
    }
}
