using System.Collections.Generic;

namespace PipelineReview.Reporting.Csv;

/// <summary>A list for a spreadsheet.</summary>
/// <param name="Name">The name of its file, without the extension.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The rows, each with a cell for each column: a text, a number, a day, or null for what isn't known.</param>
internal sealed record CsvList(string Name, IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows)
{
    public string FileName => Name + ".csv";
}
