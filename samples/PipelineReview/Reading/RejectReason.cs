namespace PipelineReview.Reading;

/// <summary>The kinds of fault that keep a row out.</summary>
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
