using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace PipelineReview.Reading;

/// <summary>The rows of a sheet of an Excel workbook, with their numbers. Empty rows aren't records.</summary>
internal sealed class ExcelFile : TableFile
{
    private readonly FileStream _stream;
    private readonly IExcelDataReader _reader;

    /// <summary>Opens a sheet.</summary>
    /// <param name="path">The workbook.</param>
    /// <param name="sheet">The name of the sheet; null for the first one that isn't hidden.</param>
    /// <exception cref="InvalidDataException">The workbook is damaged, or has no such sheet.</exception>
    public ExcelFile(string path, string? sheet)
    {
        // The library asks for the code page of old workbooks even if it reads a new one.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _stream = File.OpenRead(path);
        try
        {
            _reader = ExcelReaderFactory.CreateOpenXmlReader(_stream);
            MoveTo(sheet);
        }
        catch (Exception e) when (IsDamage(e))
        {
            Dispose();
            throw new InvalidDataException($"the workbook is damaged: {e.Message}", e);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public override bool HasDates => true;

    public override void Dispose()
    {
        _reader?.Dispose();
        _stream.Dispose();
    }

    public override IEnumerable<TableRecord> Records()
    {
        for (int row = 1; Read(row); row++)
        {
            TableCell[] cells = [.. Enumerable.Range(0, _reader.FieldCount).Select(Cell)];
            if (cells.Any(cell => cell.Text.Length > 0))
            {
                yield return new TableRecord(row, cells);
            }
        }
    }

    private static bool IsDamage(Exception e) =>
        e is ExcelReaderException or System.Xml.XmlException or InvalidDataException or FormatException
            or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException or ArgumentException;

    private void MoveTo(string? sheet)
    {
        var names = new List<string>();
        do
        {
            if (sheet is null ? _reader.VisibleState == "visible" : string.Equals(_reader.Name, sheet, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            names.Add(_reader.Name);
        }
        while (_reader.NextResult());

        throw new InvalidDataException(sheet is null
            ? "the workbook has no sheet that isn't hidden"
            : $"the workbook has no sheet {Printable.Quote(sheet)}; its sheets are " +
                string.Join(", ", names.Select(name => Printable.Clip(name))));
    }

    private bool Read(int row)
    {
        try
        {
            return _reader.Read();
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw new InvalidDataException($"the workbook is damaged near row {row}: {e.Message}", e);
        }
    }

    private TableCell Cell(int index) => _reader.GetValue(index) switch
    {
        null => TableCell.Empty,
        string text => new TableCell(text.Trim()),
        DateTime date => new TableCell(TextOf(date), date),
        bool flag => new TableCell(flag ? "true" : "false", flag),
        double number => OfNumber(number),
        TimeSpan time => new TableCell(time.ToString("c", CultureInfo.InvariantCulture)),
        IFormattable other => new TableCell(other.ToString(null, CultureInfo.InvariantCulture)),
        object other => new TableCell(other.ToString() ?? ""),
    };

    private static string TextOf(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static TableCell OfNumber(double number)
    {
        string text = number.ToString(CultureInfo.InvariantCulture);
        return Math.Abs(number) > (double)CellParser.LargestNumber * 10
            ? new TableCell(text)
            : new TableCell(text, (decimal)number);
    }
}
