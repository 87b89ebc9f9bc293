using System;

namespace PipelineReview.Reading;

/// <summary>The words for what keeps a row out.</summary>
internal static class RejectReasons
{
    public static string Label(RejectReason reason) => reason switch
    {
        RejectReason.BadQuoting => "bad quoting",
        RejectReason.WrongColumnCount => "too few or too many columns",
        RejectReason.MissingId => "no id",
        RejectReason.DuplicateId => "id used before",
        RejectReason.UnknownStage => "unknown stage",
        RejectReason.UnreadableDate => "unreadable date",
        RejectReason.UnreadableNumber => "unreadable number",
        RejectReason.UnreadableFlag => "unreadable yes or no",
        RejectReason.UnreadableText => "unreadable text",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    public static string ColumnCount(int actual, int expected) => $"has {actual} columns; the header has {expected}";
}
