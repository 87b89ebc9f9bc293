namespace PipelineReview.Reading;

/// <summary>The kinds of fault for which a row is rejected.</summary>
internal enum RejectReason
{
    BadQuoting,
    BadJson,
    WrongColumnCount,
    MissingId,
    DuplicateId,
    UnknownStage,
    UnknownStatus,
    UnreadableDate,
    UnreadableNumber,
    UnreadableFlag,
    UnreadableText,
    OtherCurrency,
    StrayDate,
}
