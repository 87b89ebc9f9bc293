namespace PipelineReview.Reading;

/// <summary>The kinds of fault for which a row is rejected.</summary>
internal enum RejectReason
{
    BadQuoting,
    WrongColumnCount,
    MissingId,
    DuplicateId,
    UnknownStage,
    UnreadableDate,
    UnreadableNumber,
    UnreadableFlag,
    UnreadableText,
    OtherCurrency,
    StrayDate,
}
