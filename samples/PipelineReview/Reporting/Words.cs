namespace PipelineReview.Reporting;

/// <summary>The ids of the review's own words.</summary>
internal static class Words
{
    public const string Title = "review.title";
    public const string OtherLanguage = "review.other-language";
    public const string DealsFile = "review.deals-file";
    public const string AsOf = "review.as-of";
    public const string AsOfOption = "review.as-of.option";
    public const string AsOfMap = "review.as-of.map";
    public const string AsOfLatestDate = "review.as-of.latest-date";
    public const string Profile = "review.profile";
    public const string ProfileValue = "review.profile.value";
    public const string NeverKnown = "review.never-known";
    public const string Read = "review.read";
    public const string Rejected = "review.rejected";
    public const string NotYetKnown = "review.not-yet-known";
    public const string Won = "review.won";
    public const string Lost = "review.lost";
    public const string Open = "review.open";
    public const string Verdicts = "review.verdicts";
    public const string Verdict = "review.verdict";
    public const string Deals = "review.deals";
    public const string Share = "review.share";
    public const string Value = "review.value";
    public const string Total = "review.total";
    public const string WithoutValue = "review.without-value";
    public const string ListPrices = "review.list-prices";
    public const string SomeListPrices = "review.some-list-prices";
    public const string Best = "review.best";
    public const string Deal = "review.deal";
    public const string Score = "review.score";
    public const string Why = "review.why";
    public const string For = "review.for";
    public const string Against = "review.against";
    public const string NotKnown = "review.not-known";
    public const string Nothing = "review.nothing";
    public const string None = "review.none";
    public const string OwnerMissing = "review.owner-missing";
    public const string NearMisses = "review.near-misses";
    public const string ItWouldTake = "review.it-would-take";
    public const string Or = "review.or";
    public const string And = "review.and";
    public const string Now = "review.now";
    public const string NowOffBy = "review.now-off-by";
    public const string Discovery = "review.discovery";
    public const string Question = "review.question";
    public const string OnlyQuestion = "review.only-question";
    public const string QuestionsNote = "review.questions.note";
    public const string ToAsk = "review.to-ask";
    public const string NextActions = "review.next-actions";
    public const string Next = "review.next";
    public const string Blockers = "review.blockers";
    public const string BlockersNote = "review.blockers.note";
    public const string Criterion = "review.criterion";
    public const string Asked = "review.asked";
    public const string Gate = "review.gate";
    public const string Weight = "review.weight";
    public const string Unmet = "review.unmet";
    public const string Unknown = "review.unknown";
    public const string OnlyUnmetGate = "review.only-unmet-gate";
    public const string AloneEnough = "review.alone-enough";
    public const string AloneEnoughValue = "review.alone-enough-value";
    public const string RejectedRows = "review.rejected-rows";
    public const string File = "review.file";
    public const string Reason = "review.reason";
    public const string Rows = "review.rows";
    public const string Line = "review.line";
    public const string Id = "review.id";
    public const string Fault = "review.fault";
    public const string FirstOf = "review.first-of";
    public const string Kept = "review.kept";
    public const string What = "review.what";
    public const string Lines = "review.lines";
    public const string LookupNoKey = "review.lookup.no-key";
    public const string LookupNoRow = "review.lookup.no-row";
    public const string Reading = "review.reading";
    public const string Explaining = "review.explaining";

    public const string Learning = "review.learning";
    public const string Trained = "review.learning.trained";
    public const string Fields = "review.learning.fields";
    public const string TooFew = "review.learning.too-few";
    public const string NoFields = "review.learning.no-fields";
    public const string Undated = "review.learning.undated";
    public const string Checks = "review.checks";
    public const string TrainedOn = "review.checks.trained-on";
    public const string TestedOn = "review.checks.tested-on";
    public const string WonShare = "review.checks.won-share";
    public const string Auc = "review.checks.auc";
    public const string Interval = "review.checks.interval";
    public const string BrierBase = "review.checks.brier-base";
    public const string Brier = "review.checks.brier";
    public const string BrierCalibrated = "review.checks.brier-calibrated";
    public const string NoBetter = "review.checks.no-better";
    public const string ChecksNote = "review.checks.note";
    public const string Reliability = "review.reliability";
    public const string ReliabilityCalibrated = "review.reliability.calibrated";
    public const string Probability = "review.probability";
    public const string Predicted = "review.predicted";
    public const string Observed = "review.observed";
    public const string Chances = "review.chances";
    public const string ChancesNote = "review.chances.note";
    public const string Calibrated = "review.calibrated";
    public const string Between = "review.between";
    public const string FromBelow = "review.from-below";
    public const string FromOn = "review.from-on";

    /// <summary>The heading; followed by the name of a <c>TimeSplit</c>, what it splits by.</summary>
    public const string Split = "review.split.";

    /// <summary>Followed by the name of a <c>Signal</c>.</summary>
    public const string Signal = "review.signal.";

    /// <summary>Followed by the name of a <c>WinField</c>.</summary>
    public const string Field = "review.field.";

    /// <summary>Followed by the name of a <c>RejectReason</c> or <c>RemarkKind</c>.</summary>
    public const string RejectReason = "review.reject.";
    public const string RemarkKind = "review.remark.";
}
