namespace PipelineReview.Reading;

/// <summary>A row of a look-up file: its line, and the cells that the map asks for, in the order of the map.</summary>
internal sealed record LookupRow(int Line, TableCell[] Cells);
