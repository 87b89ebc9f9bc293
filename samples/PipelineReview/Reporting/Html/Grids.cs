namespace PipelineReview.Reporting.Html;

/// <summary>What the tables of the page have in common.</summary>
internal static class Grids
{
    /// <summary>The class of the cells of a column.</summary>
    public static string? ClassOf(Column column) => column.IsNumber ? "number" : column.IsId ? "id" : null;
}
