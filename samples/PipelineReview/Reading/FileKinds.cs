using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace PipelineReview.Reading;

/// <summary>Recognizes a file by its first bytes, and names it if it can't be read.</summary>
internal static class FileKinds
{
    private const int HeadLength = 4_096;

    private static readonly (byte[] Start, string Name)[] Others =
    [
        ("%PDF"u8.ToArray(), "a PDF"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook (.xls) or one with a password; save it as .xlsx without a password, or as CSV"),
        ([0x1F, 0x8B], "a gzip archive; unpack it first"),
        ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive; unpack it first"),
        ("Rar!"u8.ToArray(), "a RAR archive; unpack it first"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ("PAR1"u8.ToArray(), "a Parquet file"),
        ([0x4F, 0x62, 0x6A, 0x01], "an Avro file"),
        ("ARROW1"u8.ToArray(), "an Arrow file"),
        ("{\\rtf"u8.ToArray(), "a rich text document"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
    ];

    /// <summary>The kind of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">The encoding that the map sets; null for UTF-8.</param>
    /// <exception cref="InvalidDataException">It can't be read; the message says what it is.</exception>
    public static FileKind Of(string path, Encoding? encoding)
    {
        byte[] head = Head(path);
        foreach ((byte[] start, string name) in Others)
        {
            if (head.AsSpan().StartsWith(start))
            {
                throw Not(name);
            }
        }

        if (head.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]))
        {
            return OfArchive(path);
        }

        if (encoding is null && UnmarkedUtf16(head) is { } utf16)
        {
            throw Not($"UTF-16 text without a byte order mark; set encoding to {utf16} in the map");
        }

        string text = TextOf(head, encoding);
        return text.Length == 0 ? FileKind.Csv
            : text[0] == '<' ? throw Not(text.Contains("<html", StringComparison.OrdinalIgnoreCase)
                || text.Contains("<table", StringComparison.OrdinalIgnoreCase)
                ? "an HTML page, which Excel opens but which is no workbook; save it as .xlsx or CSV"
                : "XML")
            : text[0] == '[' && IsJson(text, isWhole: head.Length < HeadLength)
                ? throw Not("a JSON list; write one object per line, without the list")
            : text[0] == '{' ? OfObject(text, isWhole: head.Length < HeadLength)
            : FileKind.Csv;
    }

    /// <summary>The name of the UTF-16 that a text without a byte order mark is in; null if it is in another encoding.</summary>
    public static string? UnmarkedUtf16(string path) => UnmarkedUtf16(Head(path));

    private static InvalidDataException Not(string name) =>
        new($"this is {name}; CSV, Excel workbooks (.xlsx) and JSON lines can be read");

    private static byte[] Head(string path)
    {
        using FileStream file = File.OpenRead(path);
        byte[] head = new byte[HeadLength];
        int length = file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        return head[..length];
    }

    private static FileKind OfArchive(string path)
    {
        string[] names;
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(path);
            names = [.. archive.Entries.Select(entry => entry.FullName)];
        }
        catch (InvalidDataException)
        {
            throw Not("a damaged ZIP archive or workbook");
        }

        bool Has(string name) => names.Any(each => each.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return Has("xl/workbook.xml") ? FileKind.Excel
            : throw Not(Has("xl/workbook.bin") ? "a binary Excel workbook (.xlsb); save it as .xlsx"
                : Has("word/") ? "a Word document"
                : Has("ppt/") ? "a presentation"
                : Has("content.xml") ? "an OpenDocument file; save it as .xlsx or CSV"
                : Has("Index/") ? "a Numbers or Pages document; export it as .xlsx or CSV"
                : "a ZIP archive; unpack it first");
    }

    // JSON lines start with a whole object on the first line; a CSV file may start with a brace too.
    private static FileKind OfObject(string text, bool isWhole)
    {
        int end = text.IndexOfAny(['\r', '\n']);
        if (end < 0 ? !isWhole || IsJson(text, isWhole) : IsJson(text[..end], isWhole: true))
        {
            return FileKind.JsonLines;
        }

        return IsJson(text, isWhole) ? throw Not("a JSON document; write one object per line") : FileKind.Csv;
    }

    private static bool IsJson(string text, bool isWhole)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), isWhole, default);
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Text has hardly a character zero: where every second byte is zero, it has two bytes a character.
    private static string? UnmarkedUtf16(byte[] head)
    {
        int pairs = Math.Min(head.Length, 64) / 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < pairs; i++)
        {
            even += head[2 * i] == 0 ? 1 : 0;
            odd += head[(2 * i) + 1] == 0 ? 1 : 0;
        }

        return pairs < 4 ? null : odd == pairs && even == 0 ? "utf-16" : even == pairs && odd == 0 ? "utf-16BE" : null;
    }

    private static string TextOf(byte[] head, Encoding? encoding)
    {
        using var reader = new StreamReader(new MemoryStream(head), encoding ?? Encoding.UTF8);
        return reader.ReadToEnd().TrimStart();
    }
}
