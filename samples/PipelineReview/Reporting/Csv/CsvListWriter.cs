using System;
using System.Globalization;
using System.IO;
using CsvHelper;

namespace PipelineReview.Reporting.Csv;

/// <summary>
/// Writes lists as CSV that Excel opens by a double click: with a byte order mark, CRLF, and the separators that Excel expects in the
/// culture. A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers.
/// </summary>
internal static class CsvListWriter
{
    private const int DecimalsOfMoney = 2;
    private const int DecimalsOfShares = 4;

    /// <summary>The list, in UTF-8.</summary>
    public static byte[] Render(CsvList list, CultureInfo culture)
    {
        // Excel splits at semicolons where the decimal separator is a comma. It reads no other minus sign than that of the keyboard.
        bool hasComma = culture.NumberFormat.NumberDecimalSeparator == ",";
        var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        format.NumberDecimalSeparator = hasComma ? "," : ".";
        using var content = new MemoryStream();
        using (CsvWriter csv = CsvWriter.Create(
            content,
            new CsvWriterOptions
            {
                FormatProvider = format,
                Injection = CsvInjection.Escape,
                Separator = hasComma ? ';' : ',',
                WriteByteOrderMark = true,
            },
            leaveOpen: true))
        {
            foreach (string column in list.Columns)
            {
                Write(csv, column);
            }

            csv.EndRecord();
            foreach (object?[] row in list.Rows)
            {
                foreach (object? cell in row)
                {
                    Write(csv, cell);
                }

                csv.EndRecord();
            }
        }

        return content.ToArray();
    }

    private static void Write(CsvWriter csv, object? cell)
    {
        switch (cell)
        {
            case int number:
                csv.WriteField(number);
                break;
            case long number:
                csv.WriteField(number);
                break;
            case decimal number:
                csv.WriteField(Rounded(number));
                break;
            case double number:
                csv.WriteField(Rounded((decimal)number));
                break;
            case DateTime day:
                csv.WriteField(DateOnly.FromDateTime(day), "yyyy-MM-dd");
                break;
            case TimeSpan time:
                csv.WriteField(Rounded((decimal)time.Ticks / TimeSpan.TicksPerHour));
                break;
            case null or string:
                // Quoted, so that no separator of another culture can start a cell, which could be a formula.
                csv.WriteField(cell as string, CsvQuoting.Always);
                break;
            default:
                throw new InvalidOperationException($"There is no cell for {cell.GetType().Name}.");
        }
    }

    private static decimal Rounded(decimal number) => decimal.Round(number, Math.Abs(number) <= 1 ? DecimalsOfShares : DecimalsOfMoney);
}
