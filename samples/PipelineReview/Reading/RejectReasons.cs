namespace PipelineReview.Reading;

/// <summary>The words for the faults for which a row is rejected.</summary>
internal static class RejectReasons
{
    public static string ColumnCount(int actual, int expected) => $"has {actual} columns; the header has {expected}";
}
