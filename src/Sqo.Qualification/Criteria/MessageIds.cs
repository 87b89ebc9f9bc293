namespace Sqo.Qualification;

/// <summary>
/// The stable ids of the texts of explanations. A catalog for another language has a text for each of them; ids are
/// never reused for something else.
/// </summary>
public static class MessageIds
{
    /// <summary>At least {0}.</summary>
    public const string RequireAtLeast = "require.at-least";

    /// <summary>At most {0}.</summary>
    public const string RequireAtMost = "require.at-most";

    /// <summary>Above {0}.</summary>
    public const string RequireAbove = "require.above";

    /// <summary>Below {0}.</summary>
    public const string RequireBelow = "require.below";

    /// <summary>From {0} to {1}.</summary>
    public const string RequireBetween = "require.between";

    /// <summary>Equal to {0}.</summary>
    public const string RequireEqual = "require.equal";

    /// <summary>Yes.</summary>
    public const string RequireTrue = "require.true";

    /// <summary>No.</summary>
    public const string RequireFalse = "require.false";

    /// <summary>One of {0}.</summary>
    public const string RequireOneOf = "require.one-of";

    /// <summary>None of {0}.</summary>
    public const string RequireNoneOf = "require.none-of";

    /// <summary>Containing {0}.</summary>
    public const string RequireContains = "require.contains";

    /// <summary>Matching the pattern {0}.</summary>
    public const string RequirePattern = "require.pattern";

    /// <summary>Present.</summary>
    public const string RequirePresent = "require.present";

    /// <summary>Containing any of {0}.</summary>
    public const string RequireContainsAny = "require.contains-any";

    /// <summary>Containing all of {0}.</summary>
    public const string RequireContainsAll = "require.contains-all";

    /// <summary>With at least {0} entries.</summary>
    public const string RequireCountAtLeast = "require.count-at-least";

    /// <summary>Within the next {0} days.</summary>
    public const string RequireWithinNext = "require.within-next";

    /// <summary>Within the last {0} days.</summary>
    public const string RequireWithinLast = "require.within-last";

    /// <summary>Before {0}.</summary>
    public const string RequireBefore = "require.before";

    /// <summary>After {0}.</summary>
    public const string RequireAfter = "require.after";

    /// <summary>Rising from {0} to {1}.</summary>
    public const string RequireLinear = "require.linear";

    /// <summary>In steps from {0} on.</summary>
    public const string RequireSteps = "require.steps";

    /// <summary>Piecewise linear from {0} to {1}.</summary>
    public const string RequirePiecewise = "require.piecewise";

    /// <summary>Along an S-curve with its middle at {0}.</summary>
    public const string RequireLogistic = "require.logistic";

    /// <summary>In bins of points that start at {0}.</summary>
    public const string RequireBins = "require.bins";

    /// <summary>A text with points: one of {0}.</summary>
    public const string RequireTextBins = "require.text-bins";

    /// <summary>Along a custom curve.</summary>
    public const string RequireCurve = "require.curve";

    /// <summary>Recent, halving every {0} days.</summary>
    public const string RequireHalfLife = "require.half-life";

    /// <summary>As the profile's rule says.</summary>
    public const string RequirePredicate = "require.predicate";

    /// <summary>As the rule {0} says.</summary>
    public const string RequireRule = "require.rule";

    /// <summary>As learned from closed deals.</summary>
    public const string RequireLearned = "require.learned";

    /// <summary>A literal text, {0}.</summary>
    public const string RequireText = "require.text";

    /// <summary>At {0} or later, a date up to now.</summary>
    public const string RequireSince = "require.since";

    /// <summary>All of {0}.</summary>
    public const string RequireAllOf = "require.all-of";

    /// <summary>Any of {0}.</summary>
    public const string RequireAnyOf = "require.any-of";

    /// <summary>None of {0}.</summary>
    public const string RequireNoneHold = "require.none-hold";

    /// <summary>At least {0} of {1}.</summary>
    public const string RequireCountOf = "require.count-of";

    /// <summary>The verdict "qualified".</summary>
    public const string VerdictQualified = "verdict.qualified";

    /// <summary>The verdict "near miss".</summary>
    public const string VerdictNearMiss = "verdict.near-miss";

    /// <summary>The verdict "needs discovery".</summary>
    public const string VerdictNeedsDiscovery = "verdict.needs-discovery";

    /// <summary>The verdict "disqualified".</summary>
    public const string VerdictDisqualified = "verdict.disqualified";

    /// <summary>The state "met".</summary>
    public const string StateMet = "state.met";

    /// <summary>The state "unmet".</summary>
    public const string StateUnmet = "state.unmet";

    /// <summary>The state "unknown".</summary>
    public const string StateUnknown = "state.unknown";

    /// <summary>The state of a criterion that counts against the opportunity and applies.</summary>
    public const string StateApplies = "state.applies";

    /// <summary>The state of a criterion that counts against the opportunity and does not apply.</summary>
    public const string StateDoesNotApply = "state.does-not-apply";

    /// <summary>The Boolean "yes".</summary>
    public const string ValueYes = "value.yes";

    /// <summary>The Boolean "no".</summary>
    public const string ValueNo = "value.no";

    /// <summary>A value that is missing.</summary>
    public const string ValueMissing = "value.missing";

    /// <summary>A list without entries.</summary>
    public const string ValueEmptyList = "value.empty-list";

    /// <summary>{0} days.</summary>
    public const string ValueDays = "value.days";

    /// <summary>{0} hours.</summary>
    public const string ValueHours = "value.hours";

    /// <summary>The evidence level "claimed".</summary>
    public const string EvidenceClaimed = "evidence.claimed";

    /// <summary>The evidence level "confirmed".</summary>
    public const string EvidenceConfirmed = "evidence.confirmed";

    /// <summary>The evidence level "documented".</summary>
    public const string EvidenceDocumented = "evidence.documented";

    /// <summary>The evidence level "unknown".</summary>
    public const string EvidenceUnknown = "evidence.unknown";

    /// <summary>The name of the dimension "fit".</summary>
    public const string DimensionFit = "dimension.fit";

    /// <summary>The name of the dimension "engagement".</summary>
    public const string DimensionEngagement = "dimension.engagement";

    /// <summary>The name of the dimension "budget".</summary>
    public const string DimensionBudget = "dimension.budget";

    /// <summary>The name of the dimension "timing".</summary>
    public const string DimensionTiming = "dimension.timing";

    /// <summary>The name of the dimension "need".</summary>
    public const string DimensionNeed = "dimension.need";

    /// <summary>The name of the dimension "authority".</summary>
    public const string DimensionAuthority = "dimension.authority";

    /// <summary>The name of the dimension "competition".</summary>
    public const string DimensionCompetition = "dimension.competition";

    /// <summary>First line: {0} the profile, {1} its version, {2} the moment.</summary>
    public const string ResultHeader = "result.header";

    /// <summary>{0} the verdict, {1} the score.</summary>
    public const string ResultVerdict = "result.verdict";

    /// <summary>{0} the score, {1} the lowest, {2} the highest possible, {3} the threshold, {4} the completeness.</summary>
    public const string ResultScore = "result.score";

    /// <summary>{0} the grade, {1} the lowest, {2} the highest that unknown answers leave open.</summary>
    public const string ResultGrade = "result.grade";

    /// <summary>{0} the grades that qualify; all possible grades are among them.</summary>
    public const string ResultGradesMet = "result.grades-met";

    /// <summary>{0} the grades that qualify; some of the possible grades are among them.</summary>
    public const string ResultGradesOpen = "result.grades-open";

    /// <summary>{0} the grades that qualify; none of the possible grades is among them.</summary>
    public const string ResultGradesMissed = "result.grades-missed";

    /// <summary>{0} a dimension, {1} its score, {2} and {3} the ends of its range, {4} the score from which it qualifies.</summary>
    public const string ResultDimension = "result.dimension";

    /// <summary>For an opportunity that was qualified before and still is; {0} the score from which it stays qualified.</summary>
    public const string ResultStays = "result.stays";

    /// <summary>For an opportunity that was qualified before and no longer is; {0} the score from which it would have stayed
    /// qualified.</summary>
    public const string ResultExited = "result.exited";

    /// <summary>A band of a matrix of grades: {0} the grade, {1} where it starts, {2} where it ends.</summary>
    public const string GradeBand = "grade.band";

    /// <summary>The corner of a matrix of grades: {0} the label of the rows, {1} the label of the columns.</summary>
    public const string GradeCorner = "grade.corner";

    /// <summary>{0} the criterion's label, {1} its state, {2} the actual value, {3} what is required.</summary>
    public const string ResultCriterion = "result.criterion";

    /// <summary>The same for a criterion that has no value to show: {0} the criterion's label, {1} its state, {2} what is
    /// required.</summary>
    public const string ResultCriterionAlone = "result.criterion-alone";

    /// <summary>{0} the label of a criterion that counts against the opportunity, {1} its state, {2} the actual value, {3} what counts
    /// against it.</summary>
    public const string ResultAgainst = "result.against";

    /// <summary>The same for a criterion that has no value to show: {0} the criterion's label, {1} its state, {2} what counts against
    /// it.</summary>
    public const string ResultAgainstAlone = "result.against-alone";

    /// <summary>Added to a gate's line.</summary>
    public const string ResultGate = "result.gate";

    /// <summary>{0} the distance to the target.</summary>
    public const string ResultGap = "result.gap";

    /// <summary>For a criterion that is unknown only because the date by which its points decay is missing.</summary>
    public const string ResultDecayMissing = "result.decay-missing";

    /// <summary>For a date after the moment the opportunity is judged at, if an age is required.</summary>
    public const string ResultDateAhead = "result.date-ahead";

    /// <summary>{0} the error in the code of the criterion.</summary>
    public const string ResultError = "result.error";

    /// <summary>For an answer from outside that is missing because nobody asked for it.</summary>
    public const string ResultNotAsked = "result.not-asked";

    /// <summary>Heading of the lines of points.</summary>
    public const string ResultPoints = "result.points";

    /// <summary>The line that starts the scale of a profile whose lowest total is not 0.</summary>
    public const string LineBase = "line.base";

    /// <summary>The criterion {0} does not count, because its prerequisite {1} is unmet.</summary>
    public const string ResultNotInForce = "result.not-in-force";

    /// <summary>It counts if its prerequisite {0}, which is unknown, is met.</summary>
    public const string ResultIfInForce = "result.if-in-force";

    /// <summary>What keeps the score at 0.</summary>
    public const string LineKeptAtZero = "line.kept-at-zero";

    /// <summary>{0} the criterion's label.</summary>
    public const string LineCriterion = "line.criterion";

    /// <summary>{0} the group's label, {1} its maximum.</summary>
    public const string LineCap = "line.cap";

    /// <summary>{0} the group's label, {1} its minimum.</summary>
    public const string LineFloor = "line.floor";

    /// <summary>The name of all points together, if the profile bounds them.</summary>
    public const string GroupTotal = "group.total";

    /// <summary>{0} the sum of the lines.</summary>
    public const string LineTotal = "line.total";

    /// <summary>Heading of the questions to ask.</summary>
    public const string ResultQuestions = "result.questions";

    /// <summary>The question for a criterion that states none; {0} its label.</summary>
    public const string QuestionDefault = "question.default";

    /// <summary>Heading of what it would take to qualify.</summary>
    public const string ResultRemedies = "result.remedies";

    /// <summary>{0} the criterion's label, {1} what is required.</summary>
    public const string RemedyMeet = "remedy.meet";

    /// <summary>{0} the criterion's label, {1} what must no longer apply.</summary>
    public const string RemedyAvoid = "remedy.avoid";

    /// <summary>{0} the criterion's label, {1} what must be renewed.</summary>
    public const string RemedyRenew = "remedy.renew";

    /// <summary>{0} the criterion's label, {1} what it must stay.</summary>
    public const string RemedyLower = "remedy.lower";

    /// <summary>For an opportunity that no set of criteria would make qualify.</summary>
    public const string RemedyNone = "remedy.none";

    /// <summary>Nothing yet.</summary>
    public const string RequireNothingYet = "require.nothing-yet";

    /// <summary>{0} at first, then {1}: a list of the requirements from later stages on.</summary>
    public const string RequireByStage = "require.by-stage";

    /// <summary>From the stage {0} on: {1}.</summary>
    public const string RequireFromStage = "require.from-stage";

    /// <summary>At most {0} alternatives, doing nothing counted as one.</summary>
    public const string RequireAlternatives = "require.alternatives";

    /// <summary>No supplier in place but {0}.</summary>
    public const string RequireNoIncumbent = "require.no-incumbent";

    /// <summary>None.</summary>
    public const string RequireNone = "require.none";

    /// <summary>The more of {0}, a number or a list, the better.</summary>
    public const string RequireMoreOf = "require.more-of";

    /// <summary>Heading of the next actions.</summary>
    public const string ResultActions = "result.actions";

    /// <summary>How contested the deal is: {0} the level, {1} the alternatives, {2} the incumbent.</summary>
    public const string ResultCompetition = "result.competition";

    /// <summary>Not known whether contested.</summary>
    public const string CompetitionUnknown = "competition.unknown";

    /// <summary>No rival is known.</summary>
    public const string CompetitionUncontested = "competition.uncontested";

    /// <summary>A rival is known.</summary>
    public const string CompetitionContested = "competition.contested";

    /// <summary>More alternatives than the profile allows.</summary>
    public const string CompetitionCrowded = "competition.crowded";

    /// <summary>The number of alternatives, {0}.</summary>
    public const string CompetitionAlternatives = "competition.alternatives";

    /// <summary>The number of alternatives, {0}, doing nothing counted as one.</summary>
    public const string CompetitionWithDoNothing = "competition.with-do-nothing";

    /// <summary>The supplier in place, {0}.</summary>
    public const string CompetitionIncumbent = "competition.incumbent";

    /// <summary>Replaces the name of a supplier in place that has no name.</summary>
    public const string CompetitionIncumbentUnnamed = "competition.incumbent-unnamed";

    /// <summary>Replaces the supplier in place when there is none but us.</summary>
    public const string CompetitionNoIncumbent = "competition.no-incumbent";

    /// <summary>Conversions {0}, paths without one {1}, channels {2}.</summary>
    public const string AttributionHeader = "attribution.header";

    /// <summary>Attribution is not cause.</summary>
    public const string AttributionNotCause = "attribution.not-cause";

    /// <summary>Conversions without a touch: {0}.</summary>
    public const string AttributionWithoutTouch = "attribution.without-touch";

    /// <summary>Conversions without a time: {0}.</summary>
    public const string AttributionUndated = "attribution.undated";

    /// <summary>Journeys left out while open: {0}.</summary>
    public const string AttributionOpenLeftOut = "attribution.open-left-out";

    /// <summary>Touches left out: {0} of {1}.</summary>
    public const string AttributionTouchesLeftOut = "attribution.touches-left-out";

    /// <summary>The share of the credit that the models agree on: {0}.</summary>
    public const string AttributionAgreement = "attribution.agreement";

    /// <summary>Channel {0} opens paths: from {1} (model {2}) to {3} (model {4}).</summary>
    public const string AttributionOpens = "attribution.opens";

    /// <summary>Channel {0} closes paths: from {1} (model {2}) to {3} (model {4}).</summary>
    public const string AttributionCloses = "attribution.closes";

    /// <summary>Channel {0} is between others: from {1} (model {2}) to {3} (model {4}).</summary>
    public const string AttributionBetween = "attribution.between";

    /// <summary>Channel {0}: from {1} (model {2}) to {3} (model {4}).</summary>
    public const string AttributionBalanced = "attribution.balanced";

    /// <summary>Model {0}: the assisted shares {1}.</summary>
    public const string AttributionAssisted = "attribution.assisted";

    /// <summary>Model {0}: the note {1}.</summary>
    public const string AttributionNote = "attribution.note";

    /// <summary>{0} touches came after the last anchor and got no credit.</summary>
    public const string AttributionNoteAfterLastAnchor = "attribution.note.after-last-anchor";

    /// <summary>{0} conversions lack an anchor, whose share went to the others.</summary>
    public const string AttributionNoteMissingAnchor = "attribution.note.missing-anchor";

    /// <summary>{0} conversions could not be shared.</summary>
    public const string AttributionNoteUnshared = "attribution.note.unshared";

    /// <summary>Nothing converts in {0} paths, so there is no credit.</summary>
    public const string AttributionNoteNothingConverts = "attribution.note.nothing-converts";

    /// <summary>{0} sets of channels were seen; its points are no shares.</summary>
    public const string AttributionNoteSetsSeen = "attribution.note.sets-seen";

    /// <summary>The attribution model "first-touch".</summary>
    public const string AttributionModelFirstTouch = "attribution.model.first-touch";

    /// <summary>The attribution model "last-touch".</summary>
    public const string AttributionModelLastTouch = "attribution.model.last-touch";

    /// <summary>The attribution model "last-non-direct".</summary>
    public const string AttributionModelLastNonDirect = "attribution.model.last-non-direct";

    /// <summary>The attribution model "linear".</summary>
    public const string AttributionModelLinear = "attribution.model.linear";

    /// <summary>The attribution model "linear-distinct".</summary>
    public const string AttributionModelLinearDistinct = "attribution.model.linear-distinct";

    /// <summary>The attribution model "position-based".</summary>
    public const string AttributionModelPositionBased = "attribution.model.position-based";

    /// <summary>The attribution model "u-first-lead-50-50".</summary>
    public const string AttributionModelUShaped5050 = "attribution.model.u-first-lead-50-50";

    /// <summary>The attribution model "u-first-lead-40-40-20".</summary>
    public const string AttributionModelUShaped404020 = "attribution.model.u-first-lead-40-40-20";

    /// <summary>The attribution model "w-first-lead-opportunity".</summary>
    public const string AttributionModelWShaped = "attribution.model.w-first-lead-opportunity";

    /// <summary>The attribution model "full-path".</summary>
    public const string AttributionModelFullPath = "attribution.model.full-path";

    /// <summary>The attribution model "time-decay".</summary>
    public const string AttributionModelTimeDecay = "attribution.model.time-decay";

    /// <summary>The attribution model "markov-1".</summary>
    public const string AttributionModelMarkov1 = "attribution.model.markov-1";

    /// <summary>The attribution model "markov-2".</summary>
    public const string AttributionModelMarkov2 = "attribution.model.markov-2";

    /// <summary>The attribution model "markov-3".</summary>
    public const string AttributionModelMarkov3 = "attribution.model.markov-3";

    /// <summary>The attribution model "shapley".</summary>
    public const string AttributionModelShapley = "attribution.model.shapley";

    /// <summary>The attribution model "shapley-conversion-rate".</summary>
    public const string AttributionModelShapleyConversionRate = "attribution.model.shapley-conversion-rate";
}
