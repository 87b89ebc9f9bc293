using System;
using System.Collections.Generic;

namespace PipelineReview.Reading;

/// <summary>The records of a file: CSV, an Excel workbook or JSON lines. The first record is the header, if there is one.</summary>
internal abstract class TableFile : IDisposable
{
    /// <summary>Whether its cells can be dates, so that no date format is needed.</summary>
    public virtual bool HasDates => false;

    /// <summary>Opens a file by what it contains; its name doesn't matter.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">How it is written.</param>
    /// <exception cref="System.IO.InvalidDataException">It is another kind of file, which the message names.</exception>
    public static TableFile Open(string path, TableFormat format) => FileKinds.Of(path, format.Encoding) switch
    {
        FileKind.Excel => new ExcelFile(path, format.Sheet),
        FileKind.JsonLines => new JsonLinesFile(path, format.Encoding),
        _ => new CsvFile(path, format),
    };

    /// <summary>The records, from the first line on. Can be read only once.</summary>
    public abstract IEnumerable<TableRecord> Records();

    public abstract void Dispose();
}
