namespace Sqo.Qualification;

/// <summary>
/// The names for observing the library, by the semantic conventions of OpenTelemetry. Tags of metrics have few values: names of profiles,
/// verdicts, operations, outcomes and types of exceptions; no data about a customer.
/// </summary>
public static class SqoTelemetry
{
    /// <summary>
    /// The name of the activity source: one activity per call of a qualifier, named "sqo.decide", "sqo.explain" or "sqo.decide_all".
    /// </summary>
    public const string ActivitySourceName = "Sqo.Qualification";

    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Sqo.Qualification";

    /// <summary>The category of the log messages.</summary>
    public const string LogCategory = "Sqo.Qualification";

    /// <summary>A counter of evaluated opportunities, by <see cref="ProfileTag"/> and <see cref="OperationTag"/>.</summary>
    public const string Evaluations = "sqo.evaluations";

    /// <summary>A counter of verdicts, by <see cref="ProfileTag"/> and <see cref="VerdictTag"/>.</summary>
    public const string Verdicts = "sqo.verdicts";

    /// <summary>
    /// A histogram of how long calls take, in seconds, by <see cref="ProfileTag"/>, <see cref="OperationTag"/> and, if a call throws,
    /// <see cref="ErrorTag"/>; a batch is one call. It advises boundaries of buckets from 1 microsecond to 10 seconds.
    /// </summary>
    public const string Duration = "sqo.evaluation.duration";

    /// <summary>A counter of unknown answers, by <see cref="ProfileTag"/>.</summary>
    public const string UnknownAnswers = "sqo.unknown_answers";

    /// <summary>A counter of evaluations with a failed criterion, thrown or counted as unknown, by <see cref="ProfileTag"/>.</summary>
    public const string Errors = "sqo.evaluation.errors";

    /// <summary>
    /// A counter of reloads, by <see cref="ProfileTag"/>, <see cref="OutcomeTag"/> and, if refused, <see cref="ErrorTag"/>.
    /// </summary>
    public const string Reloads = "sqo.profile.reloads";

    /// <summary>The tag with the name of the profile.</summary>
    public const string ProfileTag = "sqo.profile.name";

    /// <summary>The tag with the version of the profile; only on activities.</summary>
    public const string VersionTag = "sqo.profile.version";

    /// <summary>The tag with the operation: "decide", "explain" or "decide_all".</summary>
    public const string OperationTag = "sqo.operation.name";

    /// <summary>The tag with the verdict: "disqualified", "near_miss", "needs_discovery" or "qualified".</summary>
    public const string VerdictTag = "sqo.verdict";

    /// <summary>The tag with the outcome of a reload: "applied" or "refused".</summary>
    public const string OutcomeTag = "sqo.profile.reload.outcome";

    /// <summary>The tag with the number of opportunities of a batch; only on activities.</summary>
    public const string BatchSizeTag = "sqo.batch.size";

    /// <summary>
    /// The tag with the full name of the type of the exception that a call ended with: that of the code of a criterion, or else the one
    /// thrown. A call that returns doesn't have the tag.
    /// </summary>
    public const string ErrorTag = "error.type";

    /// <summary>The tag with the score; on activities, and if <see cref="SqoQualificationOptions.RecordDetails"/> is set.</summary>
    public const string ScoreTag = "sqo.score.value";

    /// <summary>
    /// The tag with the least possible score; on activities, and if <see cref="SqoQualificationOptions.RecordDetails"/> is set.
    /// </summary>
    public const string LowestTag = "sqo.score.lowest";

    /// <summary>
    /// The tag with the greatest possible score; on activities, and if <see cref="SqoQualificationOptions.RecordDetails"/> is set.
    /// </summary>
    public const string HighestTag = "sqo.score.highest";

    /// <summary>
    /// The tag with the ids of the unmet criteria, an array of strings; on activities, and if
    /// <see cref="SqoQualificationOptions.RecordDetails"/> is set.
    /// </summary>
    public const string UnmetTag = "sqo.unmet_criteria";

    /// <summary>
    /// The tag with the ids of the unknown criteria, an array of strings; on activities, and if
    /// <see cref="SqoQualificationOptions.RecordDetails"/> is set.
    /// </summary>
    public const string UnknownTag = "sqo.unknown_criteria";
}
