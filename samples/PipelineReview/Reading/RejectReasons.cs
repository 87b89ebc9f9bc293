namespace PipelineReview.Reading;

/// <summary>The words for what keeps a row out.</summary>
internal static class RejectReasons
{
    public static string ColumnCount(int actual, int expected) => $"has {actual} columns; the header has {expected}";
}
