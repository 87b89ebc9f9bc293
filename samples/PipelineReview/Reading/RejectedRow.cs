namespace PipelineReview.Reading;

/// <summary>A row that could not become a deal, or a look-up's row that could not be used.</summary>
/// <param name="File">The name of the file, without its folder.</param>
/// <param name="Line">The line that the row starts on.</param>
/// <param name="Id">The row's id or key, when it could be read.</param>
/// <param name="Reason">The kind of the first fault.</param>
/// <param name="Text">Every fault of the row: the column, the value and the rule.</param>
internal sealed record RejectedRow(string File, int Line, string? Id, RejectReason Reason, string Text)
{
    /// <summary>The row if it can't be read at all: bad quoting or JSON, or another number of columns than the header; else null.</summary>
    public static RejectedRow? OfShape(string file, TableRecord record, int columnCount) =>
        !record.IsReadable ? new(file, record.Line, null, record.Reason, record.Fault)
        : record.FieldCount != columnCount ? new(
            file, record.Line, null, RejectReason.WrongColumnCount, RejectReasons.ColumnCount(record.FieldCount, columnCount))
        : null;
}
