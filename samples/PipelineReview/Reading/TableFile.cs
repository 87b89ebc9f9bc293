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
    /// <param name="map">Specifies how the file is written.</param>
    /// <exception cref="System.IO.InvalidDataException">It is another kind of file, which the message names.</exception>
    public static TableFile Open(string path, DealMap map) => FileKinds.Of(path, map.Encoding) switch
    {
        FileKind.Excel => new ExcelFile(path, map.Sheet),
        FileKind.JsonLines => new JsonLinesFile(path, map.Encoding),
        _ => new CsvFile(path, map.Delimiter, map.Encoding, map.Escape),
    };

    /// <summary>The records, from the first line on. Can be read only once.</summary>
    public abstract IEnumerable<TableRecord> Records();

    public abstract void Dispose();
}
