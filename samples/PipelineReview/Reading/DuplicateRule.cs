namespace PipelineReview.Reading;

/// <summary>Which of several rows with the same id is the deal.</summary>
internal enum DuplicateRule
{
    /// <summary>The first; the others are rejected.</summary>
    First,

    /// <summary>The last; it replaces the others.</summary>
    Last,

    /// <summary>That with the latest date in a column; it replaces the others.</summary>
    Newest,
}
