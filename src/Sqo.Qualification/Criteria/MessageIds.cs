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

    /// <summary>A text must start with another: {0}.</summary>
    public const string RequireStartsWith = "require.starts-with";

    /// <summary>A text must end with another: {0}.</summary>
    public const string RequireEndsWith = "require.ends-with";

    /// <summary>Matching the pattern {0}.</summary>
    public const string RequirePattern = "require.pattern";

    /// <summary>Present.</summary>
    public const string RequirePresent = "require.present";

    /// <summary>The value must be missing.</summary>
    public const string RequireMissing = "require.missing";

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

    /// <summary>The activities {0} (types, or a requirement) give {1} points each, by {2}, a list of terms.</summary>
    public const string RequireActivity = "require.activity";

    /// <summary>Activities of any type.</summary>
    public const string RequireAnyActivity = "require.any-activity";

    /// <summary>Activities of any type but {0}.</summary>
    public const string RequireOtherActivity = "require.other-activity";

    /// <summary>The activities {0} within the last {1} days.</summary>
    public const string RequireActivityWithin = "require.activity-within";

    /// <summary>None of the activities {0} within the last {1} days.</summary>
    public const string RequireNoActivityWithin = "require.no-activity-within";

    /// <summary>The points of activities are multiplied by their values.</summary>
    public const string RequireTimesValue = "require.times-value";

    /// <summary>The points of activities halve every {0} days.</summary>
    public const string RequireHalvedAfter = "require.halved-after";

    /// <summary>The points of activities in a calendar month: {0}.</summary>
    public const string RequirePerMonth = "require.per-month";

    /// <summary>The points of activities in a calendar week: {0}.</summary>
    public const string RequirePerWeek = "require.per-week";

    /// <summary>The points of activities in all: {0}.</summary>
    public const string RequireInAll = "require.in-all";

    /// <summary>Only the group limits the points of activities.</summary>
    public const string RequireGroupLimit = "require.group-limit";

    /// <summary>{1} more of the activities {0} (types, or a requirement).</summary>
    public const string RequireMoreActivities = "require.more-activities";

    /// <summary>More of the activities {0} with values of {1} in all.</summary>
    public const string RequireMoreActivityValue = "require.more-activity-value";

    /// <summary>At least {1} points of the activities {0}.</summary>
    public const string RequireActivityPoints = "require.activity-points";

    /// <summary>The requirement {0}, and {1}, a list of what is missing of activities that could change the answer.</summary>
    public const string RequireActivityGaps = "require.activity-gaps";

    /// <summary>The times of {0} activities.</summary>
    public const string RequireActivityTimes = "require.activity-times";

    /// <summary>The values of {0} activities.</summary>
    public const string RequireActivityValues = "require.activity-values";

    /// <summary>Points by the level of evidence: {0} for claimed, {1} for confirmed and {2} for documented evidence.</summary>
    public const string RequireEvidencePoints = "require.evidence-points";

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

    /// <summary>{0} day: for exactly 1.</summary>
    public const string ValueDay = "value.day";

    /// <summary>{0} days.</summary>
    public const string ValueDays = "value.days";

    /// <summary>{0} hour: for exactly 1.</summary>
    public const string ValueHour = "value.hour";

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

    /// <summary>The heading of a plan: {0} its first day, {1} its last.</summary>
    public const string PlanPeriod = "plan.period";

    /// <summary>{0} deals in {1} of {2} hours, with the expected value {3}.</summary>
    public const string PlanTotal = "plan.total";

    /// <summary>No other plan brings more.</summary>
    public const string PlanExact = "plan.exact";

    /// <summary>The plan is at most {0}, the share {1}, short of the best one.</summary>
    public const string PlanShort = "plan.short";

    /// <summary>The team lacks hours.</summary>
    public const string PlanLacksHours = "plan.lacks-hours";

    /// <summary>The team lacks deals.</summary>
    public const string PlanLacksDeals = "plan.lacks-deals";

    /// <summary>Limits keep the plan from bringing more.</summary>
    public const string PlanLimited = "plan.limited";

    /// <summary>Some owners lack hours, others don't.</summary>
    public const string PlanMixed = "plan.mixed";

    /// <summary>The spread of the expected value, {0}, and of the hours, {1}.</summary>
    public const string PlanSpread = "plan.spread";

    /// <summary>An owner {0}: {1} of {2} hours, the expected value {3}, and what one more hour brings, {4}.</summary>
    public const string PlanOwner = "plan.owner";

    /// <summary>What one more hour brings exactly, {0}, and the shadow price, {1}.</summary>
    public const string PlanGain = "plan.gain";

    /// <summary>What one more hour is worth by the shadow price.</summary>
    public const string PlanPrice = "plan.price";

    /// <summary>The time {0} that must be done beyond the hours.</summary>
    public const string PlanOverload = "plan.overload";

    /// <summary>A deal {0}: the time {1}, what it brings, {2}, and the probability, {3}.</summary>
    public const string PlanDeal = "plan.deal";

    /// <summary>A deal {0} with the time {1} that must be done, because of {2}.</summary>
    public const string PlanMustDeal = "plan.must-deal";

    /// <summary>After a deal: it comes from the owner {0}.</summary>
    public const string PlanMoved = "plan.moved";

    /// <summary>Overdue.</summary>
    public const string PlanOverdue = "plan.overdue";

    /// <summary>Promised.</summary>
    public const string PlanPromised = "plan.promised";

    /// <summary>Put into the plan by hand.</summary>
    public const string PlanPinned = "plan.pinned";

    /// <summary>What must be done breaks the limit {0} for {1}.</summary>
    public const string PlanLimitBroken = "plan.limit-broken";

    /// <summary>Owners without deals: {0}.</summary>
    public const string PlanIdle = "plan.idle";

    /// <summary>The heading of the {0} deals that are left out.</summary>
    public const string PlanLeftOut = "plan.left-out";

    /// <summary>{0} is excluded by hand.</summary>
    public const string PlanNotExcluded = "plan.not-excluded";

    /// <summary>Nobody may work on {0}, whose owner is {1}.</summary>
    public const string PlanNotOwned = "plan.not-owned";

    /// <summary>{0} must be done, and nobody may work on it; its owner is {1}.</summary>
    public const string PlanNotOwnedMust = "plan.not-owned-must";

    /// <summary>Work on {0} brings nothing.</summary>
    public const string PlanNotGaining = "plan.not-gaining";

    /// <summary>{0} takes the time {1}, and the owner {2} has {3}.</summary>
    public const string PlanNotShort = "plan.not-short";

    /// <summary>{0}: the limit {1} is reached for the group {2}.</summary>
    public const string PlanNotInLimit = "plan.not-in-limit";

    /// <summary>{0} would take from the share {1}.</summary>
    public const string PlanNotInShare = "plan.not-in-share";

    /// <summary>{0}: the owner {1} has as many deals as allowed.</summary>
    public const string PlanNotInDeals = "plan.not-in-deals";

    /// <summary>{0} would make the spread too great.</summary>
    public const string PlanNotInSpread = "plan.not-in-spread";

    /// <summary>{0} brings {1} in the time {2}, {3} an hour, less than an hour of the owner {4} is worth, {5}.</summary>
    public const string PlanNotPaying = "plan.not-paying";

    /// <summary>{0} brings {1} in the time {2}; others fill the hours of {3} better.</summary>
    public const string PlanNotCombined = "plan.not-combined";

    /// <summary>The heading of the {0} deals of which something is unknown.</summary>
    public const string PlanUnknown = "plan.unknown";

    /// <summary>What is unknown about {0}: {1}.</summary>
    public const string PlanUnknownDeal = "plan.unknown-deal";

    /// <summary>What is unknown about {0}, which must be done: {1}.</summary>
    public const string PlanUnknownMust = "plan.unknown-must";

    /// <summary>The probability.</summary>
    public const string PlanFactProbability = "plan.fact-probability";

    /// <summary>The value.</summary>
    public const string PlanFactValue = "plan.fact-value";

    /// <summary>The effort.</summary>
    public const string PlanFactEffort = "plan.fact-effort";

    /// <summary>The heading of what came of the previous plan.</summary>
    public const string PlanPrevious = "plan.previous";

    /// <summary>{0} of {1} planned hours were worked.</summary>
    public const string PlanDoneHours = "plan.done-hours";

    /// <summary>{0} of {1} planned hours are known to have been worked; it is unknown for {2} deals.</summary>
    public const string PlanDoneHoursPartly = "plan.done-hours-partly";

    /// <summary>{0} deals won, {1} lost, {2} open, {3} missing.</summary>
    public const string PlanDoneDeals = "plan.done-deals";

    /// <summary>What was won, {0}, and what the plan expected, {1}.</summary>
    public const string PlanDoneValue = "plan.done-value";

    /// <summary>The value of {0} won deals is unknown.</summary>
    public const string PlanDoneUnknown = "plan.done-unknown";

    /// <summary>{0} deals outside the plan were won, worth {1}.</summary>
    public const string PlanDoneOthers = "plan.done-others";

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

    /// <summary>A place in a list: {0} the place, {1} what is ranked by, {2} its value, {3} the parts.</summary>
    public const string RankingLine = "ranking.line";

    /// <summary>A place in a list by one factor: {0} the place, {1} what is ranked by, {2} its value.</summary>
    public const string RankingLineAlone = "ranking.line-alone";

    /// <summary>A line with what the only factor was computed from: {0} the line, {1} the detail.</summary>
    public const string RankingLineDetail = "ranking.line-detail";

    /// <summary>{0} the line of a deal that kept its place, {1} the place by value alone.</summary>
    public const string RankingKept = "ranking.kept";

    /// <summary>{0} the line of a deal that kept its place, and would not be listed by value alone.</summary>
    public const string RankingKeptBeyond = "ranking.kept-beyond";

    /// <summary>A deal that cannot be ranked: {0} the factors that are unknown.</summary>
    public const string RankingUnknown = "ranking.unknown";

    /// <summary>A factor: {0} its name, {1} its value.</summary>
    public const string RankingPart = "ranking.part";

    /// <summary>A factor: {0} its name, {1} its value, {2} what it was computed from.</summary>
    public const string RankingPartDetail = "ranking.part-detail";

    /// <summary>{0} the days left to close.</summary>
    public const string RankingDaysLeft = "ranking.days-left";

    /// <summary>{0} the hours left to answer.</summary>
    public const string RankingHoursLeft = "ranking.hours-left";

    /// <summary>{0} the hours by which an answer is overdue.</summary>
    public const string RankingHoursOver = "ranking.hours-over";

    /// <summary>{0} the number of competitors.</summary>
    public const string RankingCompetitors = "ranking.competitors";

    /// <summary>A factor that is unknown, with the value set for this case.</summary>
    public const string RankingAssumed = "ranking.assumed";

    /// <summary>The factor of a deal without a time left to answer, with the value set for this case.</summary>
    public const string RankingNoAnswerDue = "ranking.no-answer-due";

    /// <summary>New in a list at the place {0}.</summary>
    public const string RankingNew = "ranking.new";

    /// <summary>Up in a list: {0} the previous place, {1} the place, {2} why.</summary>
    public const string RankingUp = "ranking.up";

    /// <summary>Down in a list: {0} the previous place, {1} the place, {2} why.</summary>
    public const string RankingDown = "ranking.down";

    /// <summary>Gone from a list: {0} the previous place, {1} why.</summary>
    public const string RankingGone = "ranking.gone";

    /// <summary>A number that changed: {0} its name, {1} before, {2} now.</summary>
    public const string RankingFromTo = "ranking.from-to";

    /// <summary>Why a place changed: others did.</summary>
    public const string RankingOthersChanged = "ranking.others-changed";

    /// <summary>Why a deal is gone: won.</summary>
    public const string RankingWon = "ranking.won";

    /// <summary>Why a deal is gone: lost.</summary>
    public const string RankingLost = "ranking.lost";

    /// <summary>Why a deal is gone: its value is no longer known.</summary>
    public const string RankingNoLongerKnown = "ranking.no-longer-known";

    /// <summary>Why a deal is gone: others are better.</summary>
    public const string RankingBelowTheBest = "ranking.below-the-best";

    /// <summary>Why a deal is gone: it is not in the input.</summary>
    public const string RankingMissing = "ranking.missing";

    /// <summary>What is ranked by: the score.</summary>
    public const string RankedByScore = "ranked-by.score";

    /// <summary>What is ranked by: the expected value.</summary>
    public const string RankedByExpectedValue = "ranked-by.expected-value";

    /// <summary>What is ranked by: the expected value per hour.</summary>
    public const string RankedByExpectedValuePerHour = "ranked-by.expected-value-per-hour";

    /// <summary>What is ranked by: the value at risk of slipping.</summary>
    public const string RankedByValueAtRiskOfSlipping = "ranked-by.value-at-risk-of-slipping";

    /// <summary>A factor: the value.</summary>
    public const string FactorValue = "factor.value";

    /// <summary>A factor: the probability of winning.</summary>
    public const string FactorProbability = "factor.probability";

    /// <summary>A factor: the remaining effort.</summary>
    public const string FactorEffort = "factor.effort";

    /// <summary>A factor: the score.</summary>
    public const string FactorScore = "factor.score";

    /// <summary>A factor: the share of the chance that lies after the period.</summary>
    public const string FactorSlipping = "factor.slipping";

    /// <summary>A factor: urgency by the time to close.</summary>
    public const string FactorTimeToClose = "factor.time-to-close";

    /// <summary>A factor: urgency by the time to answer.</summary>
    public const string FactorResponse = "factor.response";

    /// <summary>A factor: competition.</summary>
    public const string FactorCompetition = "factor.competition";

    /// <summary>An answer: {0} where it stands, {1} when it is due, {2} the target.</summary>
    public const string ResponseLine = "response.line";

    /// <summary>An answer that is overdue by {0}.</summary>
    public const string ResponseOverdue = "response.overdue";

    /// <summary>An answer that is due in {0}.</summary>
    public const string ResponseWaiting = "response.waiting";

    /// <summary>An answer in time, after {0}.</summary>
    public const string ResponseInTime = "response.in-time";

    /// <summary>A late answer, after {0}.</summary>
    public const string ResponseLate = "response.late";

    /// <summary>Closed without an answer, after it was due.</summary>
    public const string ResponseClosedUnanswered = "response.closed-unanswered";

    /// <summary>Closed without an answer, by the day on which it was due.</summary>
    public const string ResponseClosedBeforeDue = "response.closed-before-due";

    /// <summary>An answer: {0} the line, {1} the targets of which it is unknown whether they apply.</summary>
    public const string ResponseUndecided = "response.undecided";

    /// <summary>A target: {0} the time, {1} what it is for.</summary>
    public const string ResponseTarget = "response.target";

    /// <summary>The standard target.</summary>
    public const string ResponseStandard = "response.standard";

    /// <summary>The target for the source {0}.</summary>
    public const string ResponseForSource = "response.for-source";

    /// <summary>The target for a value of {0} or more.</summary>
    public const string ResponseForValue = "response.for-value";

    /// <summary>{0} pushes of the expected close, {1} the threshold, {2} the first one.</summary>
    public const string RiskPushed = "risk.pushed";

    /// <summary>{0} pushes of the expected close that the record counts, {1} the threshold.</summary>
    public const string RiskPushedByRecord = "risk.pushed-by-record";

    /// <summary>{0} working days without contact, {1} the threshold, {2} the last contact.</summary>
    public const string RiskNoContact = "risk.no-contact";

    /// <summary>{0} working days without contact since the deal was created, {1} the threshold, {2} that day.</summary>
    public const string RiskNoContactEver = "risk.no-contact-ever";

    /// <summary>{0} days in the stage {4}; a share {2} of {3} stays of won deals took at most {1} days.</summary>
    public const string RiskLongInStage = "risk.long-in-stage";

    /// <summary>At least {0} days in the stage {4}, by snapshots; a share {2} of {3} stays of won deals took at most {1} days.</summary>
    public const string RiskLongInStageAtLeast = "risk.long-in-stage-at-least";

    /// <summary>{0} days open; a share {2} of {3} won deals took at most {1} days.</summary>
    public const string RiskLongOpen = "risk.long-open";

    /// <summary>The expected close {0} is {1} days past.</summary>
    public const string RiskCloseOverdue = "risk.close-overdue";

    /// <summary>The amount {0} is above {1}, {2} times the {3} that a share {4} of {5} won deals closed at or below.</summary>
    public const string RiskLargeAmount = "risk.large-amount";

    /// <summary>{0} people at the customer, {1} the least.</summary>
    public const string RiskFewContacts = "risk.few-contacts";

    /// <summary>The competitors {0} appeared on {1}.</summary>
    public const string RiskNewCompetitor = "risk.new-competitor";

    /// <summary>Unknown whether pushed: {0} why.</summary>
    public const string RiskPushedUnknown = "risk.pushed-unknown";

    /// <summary>Unknown when the last contact was: {0} why.</summary>
    public const string RiskNoContactUnknown = "risk.no-contact-unknown";

    /// <summary>Unknown whether long in its stage: {0} why.</summary>
    public const string RiskLongInStageUnknown = "risk.long-in-stage-unknown";

    /// <summary>Unknown whether the expected close is past: {0} why.</summary>
    public const string RiskCloseOverdueUnknown = "risk.close-overdue-unknown";

    /// <summary>Unknown whether the amount is large: {0} why.</summary>
    public const string RiskLargeAmountUnknown = "risk.large-amount-unknown";

    /// <summary>Unknown how many people are known: {0} why.</summary>
    public const string RiskFewContactsUnknown = "risk.few-contacts-unknown";

    /// <summary>Unknown whether a competitor is new: {0} why.</summary>
    public const string RiskNewCompetitorUnknown = "risk.new-competitor-unknown";

    /// <summary>Why unknown: fewer than two snapshots.</summary>
    public const string RiskNoSnapshots = "risk.no-snapshots";

    /// <summary>Why unknown: no snapshot from before shows it.</summary>
    public const string RiskNoEarlierSnapshot = "risk.no-earlier-snapshot";

    /// <summary>Why unknown: the expected close is missing.</summary>
    public const string RiskNoExpectedClose = "risk.no-expected-close";

    /// <summary>Why unknown: the last contact is missing.</summary>
    public const string RiskNoLastContact = "risk.no-last-contact";

    /// <summary>Why unknown: no deal has touchpoints.</summary>
    public const string RiskNoTouchpoints = "risk.no-touchpoints";

    /// <summary>Why unknown: the side of a touchpoint is unknown.</summary>
    public const string RiskUnclearSide = "risk.unclear-side";

    /// <summary>Why unknown: the day of creation is missing.</summary>
    public const string RiskNoCreated = "risk.no-created";

    /// <summary>Why unknown: {0} won deals, {1} are needed.</summary>
    public const string RiskTooFewWon = "risk.too-few-won";

    /// <summary>Why unknown: the amount is missing.</summary>
    public const string RiskNoAmount = "risk.no-amount";

    /// <summary>Why unknown: no people are recorded.</summary>
    public const string RiskNoContacts = "risk.no-contacts";

    /// <summary>Why unknown: competitors are not recorded.</summary>
    public const string RiskNoCompetitors = "risk.no-competitors";
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

    /// <summary>Leads {0}, MQLs {1}, SQOs {2}, won {3}, lost {4}, open {5}, the day {6}.</summary>
    public const string CampaignsHeader = "campaigns.header";

    /// <summary>The value won {0}, refunds {1}, the expected value {2}.</summary>
    public const string CampaignsValue = "campaigns.value";

    /// <summary>Opportunities without a lead: {0}.</summary>
    public const string CampaignsWithoutLead = "campaigns.without-lead";

    /// <summary>Opportunities whose lead is not among the leads: {0}.</summary>
    public const string CampaignsUnknownLeads = "campaigns.unknown-leads";

    /// <summary>Leads and opportunities after the day: {0}.</summary>
    public const string CampaignsNotYet = "campaigns.not-yet";

    /// <summary>Won opportunities without a value: {0}.</summary>
    public const string CampaignsWonWithoutValue = "campaigns.won-without-value";

    /// <summary>Open opportunities without a probability or an amount: {0}.</summary>
    public const string CampaignsOpenWithoutExpectation = "campaigns.open-without-expectation";

    /// <summary>Refunds without a won opportunity: {0}.</summary>
    public const string CampaignsUnmatchedRefunds = "campaigns.unmatched-refunds";

    /// <summary>Leads with the event before their first contact: {0}.</summary>
    public const string CampaignsOutOfOrder = "campaigns.out-of-order";

    /// <summary>No event {0} is before the day {1}, although {2} were to be expected; the cohorts {3}.</summary>
    public const string CampaignsIncomplete = "campaigns.incomplete";

    /// <summary>Cohort {0} with ripeness {1}: {2} of the event {3} so far, {4} expected.</summary>
    public const string CampaignsUnripe = "campaigns.unripe";

    /// <summary>The name of all leads.</summary>
    public const string CampaignsAll = "campaigns.all";

    /// <summary>The name of leads whose campaign is unknown.</summary>
    public const string CampaignsUnknown = "campaigns.unknown";

    /// <summary>Campaign {0}: {1} of the event {2} of {3} leads, the rate {4} from {5} to {6}.</summary>
    public const string CampaignsRow = "campaigns.row";

    /// <summary>The same, for a campaign with too few leads to be ranked.</summary>
    public const string CampaignsRowFew = "campaigns.row-few";

    /// <summary>The same, for a campaign whose difference to the others can be chance.</summary>
    public const string CampaignsRowUnclear = "campaigns.row-unclear";

    /// <summary>The same, for a campaign that is clearly above the others.</summary>
    public const string CampaignsRowAbove = "campaigns.row-above";

    /// <summary>The same, for a campaign that is clearly below the others.</summary>
    public const string CampaignsRowBelow = "campaigns.row-below";

    /// <summary>Campaign {0}: the spend {1}, the cost per lead {2}, per SQO {3}, per won deal {4}, the return {5}.</summary>
    public const string CampaignsCost = "campaigns.cost";

    /// <summary>A value {0} from {1} to {2}.</summary>
    public const string CampaignsRange = "campaigns.range";

    /// <summary>Campaign {0} was paid back on the day {1}, after {2} days.</summary>
    public const string CampaignsPaidBack = "campaigns.paid-back";

    /// <summary>Marketing qualified leads.</summary>
    public const string CampaignsMqls = "campaigns.mqls";

    /// <summary>Sales accepted leads.</summary>
    public const string CampaignsSals = "campaigns.sals";

    /// <summary>Sales qualified leads.</summary>
    public const string CampaignsSqls = "campaigns.sqls";

    /// <summary>Sales qualified opportunities.</summary>
    public const string CampaignsSqos = "campaigns.sqos";

    /// <summary>Won leads.</summary>
    public const string CampaignsWins = "campaigns.wins";

    /// <summary>Campaign {0}: the next {1} would bring {2} of the event {3}, from {4} to {5}; on average so far {6}.</summary>
    public const string CampaignsNext = "campaigns.next";

    /// <summary>The same, if the sign is not sure.</summary>
    public const string CampaignsNextUnsure = "campaigns.next-unsure";

    /// <summary>Campaign {0}: the next {1} is beyond the highest spend {2}.</summary>
    public const string CampaignsNextBeyond = "campaigns.next-beyond";

    /// <summary>Campaign {0}: what the next {1} would bring is unknown with {2} periods.</summary>
    public const string CampaignsNextNoCurve = "campaigns.next-no-curve";

    /// <summary>The day {0}, {1} of {2} leads judged.</summary>
    public const string AlignmentHeader = "alignment.header";

    /// <summary>A rate of {0} of {1}, the share {2}.</summary>
    public const string AlignmentRate = "alignment.rate";

    /// <summary>Campaign {0}: the rate {1} that became SQOs, the rate {2} lost before.</summary>
    public const string AlignmentFate = "alignment.fate";

    /// <summary>Campaign {0}: the rate {1} of MQLs that the profile disqualifies, by the criteria {2}.</summary>
    public const string AlignmentDisqualified = "alignment.disqualified";

    /// <summary>Campaign {0}: the rate {1} of rejected leads that the profile qualifies.</summary>
    public const string AlignmentRejected = "alignment.rejected";

    /// <summary>Campaign {0}: the criteria {1} that are missed most often.</summary>
    public const string AlignmentMissed = "alignment.missed";

    /// <summary>Campaign {0}: the rate {1} answered within the time {2}, and {3} not due yet.</summary>
    public const string AlignmentAnswered = "alignment.answered";

    /// <summary>Campaign {0}: an SQO costs {1} and is worth {2}.</summary>
    public const string AlignmentCost = "alignment.cost";

    /// <summary>The line for signatures.</summary>
    public const string AlignmentSignatures = "alignment.signatures";

    /// <summary>The rate {0} of the exposed, the rate {1} of the held-out.</summary>
    public const string IncrementalityRates = "incrementality.rates";

    /// <summary>A group is empty.</summary>
    public const string IncrementalityEmpty = "incrementality.empty";

    /// <summary>The difference {0} from {1} to {2} in percentage points is clear.</summary>
    public const string IncrementalityClear = "incrementality.clear";

    /// <summary>The difference {0} from {1} to {2} in percentage points is not clear.</summary>
    public const string IncrementalityUnclear = "incrementality.unclear";

    /// <summary>The lift {0} from {1} to {2}.</summary>
    public const string IncrementalityLift = "incrementality.lift";

    /// <summary>The lift {0} without an upper end.</summary>
    public const string IncrementalityLiftOpen = "incrementality.lift-open";

    /// <summary>The conversions {0} that were caused, from {1} to {2}.</summary>
    public const string IncrementalityCaused = "incrementality.caused";

    /// <summary>The cost {0} of one, from {1} to {2}.</summary>
    public const string IncrementalityCost = "incrementality.cost";

    /// <summary>The spend {0} may have caused nothing.</summary>
    public const string IncrementalityCostOpen = "incrementality.cost-open";

    /// <summary>
    /// Too few of the periods of a caller are over: {0} the caller, {1} the periods that are over, {2} those that are needed, {3} the
    /// number of calls.
    /// </summary>
    public const string CallsTooFew = "calls.too-few";

    /// <summary>How far off calls are: {0} the caller, {1} the number of calls, {2} that of periods, {3} the bias.</summary>
    public const string CallsBias = "calls.bias";

    /// <summary>How far off the model is: {0} the bias.</summary>
    public const string CallsModelBias = "calls.model-bias";

    /// <summary>The model could not forecast.</summary>
    public const string CallsModelMissing = "calls.model-missing";

    /// <summary>The size of the errors: {0} a share.</summary>
    public const string CallsError = "calls.error";

    /// <summary>There is nothing to compare with.</summary>
    public const string CallsNothingWon = "calls.nothing-won";

    /// <summary>Forecasts are {0} too low.</summary>
    public const string CallsLow = "calls.low";

    /// <summary>Forecasts are {0} too high.</summary>
    public const string CallsHigh = "calls.high";

    /// <summary>Forecasts are right.</summary>
    public const string CallsRight = "calls.right";

    /// <summary>The bias is unknown.</summary>
    public const string CallsUnknownBias = "calls.unknown-bias";

    /// <summary>A bias with its interval: {0} the bias, {1} the confidence, {2} the interval.</summary>
    public const string CallsInterval = "calls.interval";

    /// <summary>From {0} to {1}.</summary>
    public const string CallsRange = "calls.range";

    /// <summary>Calls tend to be too low.</summary>
    public const string CallsTendToLow = "calls.tend-to-low";

    /// <summary>Calls tend to be too high.</summary>
    public const string CallsTendToHigh = "calls.tend-to-high";

    /// <summary>Calls have no clear bias.</summary>
    public const string CallsUnclear = "calls.unclear";

    /// <summary>Calls were closer than the model.</summary>
    public const string CallsCloser = "calls.closer";

    /// <summary>The model was closer than calls.</summary>
    public const string CallsModelCloser = "calls.model-closer";

    /// <summary>Neither calls nor the model were clearly closer.</summary>
    public const string CallsNeitherCloser = "calls.neither-closer";

    /// <summary>A caller with the category of the calls: {0} the caller, {1} the category.</summary>
    public const string CallsOfCategory = "calls.of-category";

    /// <summary>The forecast category Omitted.</summary>
    public const string CategoryOmitted = "category.omitted";

    /// <summary>The forecast category Pipeline.</summary>
    public const string CategoryPipeline = "category.pipeline";

    /// <summary>The forecast category Best Case.</summary>
    public const string CategoryBestCase = "category.best-case";

    /// <summary>The forecast category Most Likely.</summary>
    public const string CategoryMostLikely = "category.most-likely";

    /// <summary>The forecast category Commit.</summary>
    public const string CategoryCommit = "category.commit";

    /// <summary>The forecast category Closed.</summary>
    public const string CategoryClosed = "category.closed";

    /// <summary>Learned from {0} closed deals beside the profile set by hand; measured on {1} since {2}, {3} won.</summary>
    public const string LearnedHeader = "learned.header";

    /// <summary>{0}, a measure: {1} learned, {2} set by hand, their difference {3}, its interval from {4} to {5}; {6}.</summary>
    public const string LearnedLine = "learned.line";

    /// <summary>The measure AUC.</summary>
    public const string LearnedAuc = "learned.auc";

    /// <summary>The Brier score.</summary>
    public const string LearnedBrier = "learned.brier";

    /// <summary>The log loss.</summary>
    public const string LearnedLogLoss = "learned.log-loss";

    /// <summary>The learned scorecard is better.</summary>
    public const string LearnedBetter = "learned.better";

    /// <summary>The profile set by hand is better.</summary>
    public const string LearnedSetBetter = "learned.set-better";

    /// <summary>Neither is clearly better.</summary>
    public const string LearnedNeither = "learned.neither";

    /// <summary>Fewer than {0} were won or lost.</summary>
    public const string LearnedTooFew = "learned.too-few";

    /// <summary>From {0} to {1}: predicted {2}, observed {3}, {4} of {5}; {6}.</summary>
    public const string ReliabilityPeriod = "reliability.period";

    /// <summary>The prediction lies outside of the interval.</summary>
    public const string ReliabilityOff = "reliability.off";

    /// <summary>The prediction lies within the interval.</summary>
    public const string ReliabilityInside = "reliability.inside";

    /// <summary>Fewer than {0} deals.</summary>
    public const string ReliabilityTooFew = "reliability.too-few";

    /// <summary>The change from {0} decisions before to {1} now.</summary>
    public const string DriftHeader = "drift.header";

    /// <summary>Fewer than {0} decisions on a side.</summary>
    public const string DriftWithheld = "drift.withheld";

    /// <summary>{0}: PSI {1}, critical value {2}, {3}, by the usual bands {4}.</summary>
    public const string DriftLine = "drift.line";

    /// <summary>It has shifted.</summary>
    public const string DriftShifted = "drift.shifted";

    /// <summary>No clear shift.</summary>
    public const string DriftSteady = "drift.steady";

    /// <summary>A PSI below 0.1.</summary>
    public const string DriftStable = "drift.stable";

    /// <summary>A PSI from 0.1 to below 0.25.</summary>
    public const string DriftModerate = "drift.moderate";

    /// <summary>A PSI from 0.25 on.</summary>
    public const string DriftMajor = "drift.major";

    /// <summary>{0}: unknown in a share {1} before and {2} now; the interval of the difference is from {3} to {4}.</summary>
    public const string DriftUnknowns = "drift.unknowns";

    /// <summary>The score.</summary>
    public const string DriftScore = "drift.score";

    /// <summary>{0} of {1} won beside a rate of {2}: evidence {3}, alarm at {4}, and {5}.</summary>
    public const string WatchBesideRate = "watch.rate";

    /// <summary>{0} of {1} won beside {2} of {3} before: evidence {4}, alarm at {5}, and {6}.</summary>
    public const string WatchBesideDeals = "watch.deals";

    /// <summary>An alarm after deal {0}.</summary>
    public const string WatchAlarmed = "watch.alarmed";

    /// <summary>No alarm.</summary>
    public const string WatchQuiet = "watch.quiet";

    /// <summary>A rate: {0} the rate, {1} and {2} the ends of its interval, {3} the number of cases.</summary>
    public const string AuditRate = "audit.rate";

    /// <summary>A rate of too few cases: {0} of {1}.</summary>
    public const string AuditTooFew = "audit.too-few";

    /// <summary>A share of a whole that is counted: {0} the share, {1} of {2}.</summary>
    public const string AuditShare = "audit.share";

    /// <summary>A group of deals: {0} their number, {1} won, {2} lost, {3} open, {4} the win rate.</summary>
    public const string AuditGroup = "audit.group";

    /// <summary>A group of deals with its revenue: {0} the group, {1} the revenue.</summary>
    public const string AuditRevenue = "audit.revenue";

    /// <summary>A group of deals of which some have no amount: {0} the group, {1} how many.</summary>
    public const string AuditUnpriced = "audit.unpriced";

    /// <summary>A group of deals with its name: {0} the name, {1} the group.</summary>
    public const string AuditNamed = "audit.named";

    /// <summary>What a change does: {0} the SQOs before, {1} after, {2} those gained, {3} those lost.</summary>
    public const string AuditShift = "audit.shift";

    /// <summary>
    /// What the answers of a criterion say: {0} the criterion, the win rates when it is met {1}, unmet {2} and unknown {3}.
    /// </summary>
    public const string AuditReliance = "audit.reliance";

    /// <summary>A criterion that says something of the outcome: {0} the information value, {1} the critical value.</summary>
    public const string AuditInformation = "audit.information";

    /// <summary>A criterion that says no more of the outcome than chance: {0} the information value, {1} the critical value.</summary>
    public const string AuditNoInformation = "audit.no-information";

    /// <summary>The rejections that a criterion decides alone: {0} the criterion, {1} the share.</summary>
    public const string AuditAlone = "audit.alone";

    /// <summary>Deals that a criterion alone rejects are won more often: {0} their win rate, {1} that of the rest.</summary>
    public const string AuditAloneMore = "audit.alone-more";

    /// <summary>Deals that a criterion alone rejects are won less often: {0} their win rate, {1} that of the rest.</summary>
    public const string AuditAloneLess = "audit.alone-less";

    /// <summary>Deals that a criterion alone rejects are won about as often: {0} their win rate, {1} that of the rest.</summary>
    public const string AuditAloneSame = "audit.alone-same";

    /// <summary>Too few of the deals that a criterion alone rejects are closed: {0} their win rate, {1} that of the rest.</summary>
    public const string AuditAloneTooFew = "audit.alone-too-few";

    /// <summary>What would be without a criterion: {0} the criterion, {1} the change.</summary>
    public const string AuditLeaveOneOut = "audit.leave-one-out";

    /// <summary>A criterion can't be left out: {0} the criterion.</summary>
    public const string AuditNotLeftOut = "audit.not-left-out";

    /// <summary>The rejections that hang on one criterion: {0} the share.</summary>
    public const string AuditDecidedByOne = "audit.decided-by-one";

    /// <summary>
    /// Two criteria say the same: {0}, {1}, {2} Cramer's V, {3} and {4} the ends of its interval, {5} the number of deals.
    /// </summary>
    public const string AuditPairSame = "audit.pair-same";

    /// <summary>
    /// Two criteria say different things: {0}, {1}, {2} Cramer's V, {3} and {4} the ends of its interval, {5} the number of deals.
    /// </summary>
    public const string AuditPairDifferent = "audit.pair-different";

    /// <summary>It is unknown if two criteria say the same: {0}, {1}, {2} the number of deals of which both are known.</summary>
    public const string AuditPairUnknown = "audit.pair-unknown";

    /// <summary>What a profile qualifies: {0} the group, {1} the share of all wins.</summary>
    public const string AuditPoint = "audit.point";

    /// <summary>What the first profile qualifies: {0}.</summary>
    public const string AuditBefore = "audit.before";

    /// <summary>What the second profile qualifies: {0}.</summary>
    public const string AuditAfter = "audit.after";

    /// <summary>
    /// The best value: {0}, {1} its cost, {2} the share of samples in which it is best, {3} the confidence, {4} and {5} the ends of the
    /// interval.
    /// </summary>
    public const string AuditBest = "audit.best";

    /// <summary>The threshold changes: {0} before, {1} after.</summary>
    public const string AuditChangeThreshold = "audit.change.threshold";

    /// <summary>The margin of near misses changes: {0} before, {1} after.</summary>
    public const string AuditChangeMargin = "audit.change.margin";

    /// <summary>The greatest number of points changes: {0} of what, {1} before, {2} after.</summary>
    public const string AuditChangeCap = "audit.change.cap";

    /// <summary>The least number of points changes: {0} of what, {1} before, {2} after.</summary>
    public const string AuditChangeFloor = "audit.change.floor";

    /// <summary>A criterion is left out: {0}.</summary>
    public const string AuditChangeRemoved = "audit.change.removed";

    /// <summary>A criterion is added: {0}.</summary>
    public const string AuditChangeAdded = "audit.change.added";

    /// <summary>A criterion asks for something else: {0}, {1} before, {2} after.</summary>
    public const string AuditChangeAsked = "audit.change.asked";

    /// <summary>The weight of a criterion changes: {0}, {1} before, {2} after.</summary>
    public const string AuditChangeWeight = "audit.change.weight";

    /// <summary>The value from which a criterion is met changes: {0}, {1} before, {2} after.</summary>
    public const string AuditChangeMetFrom = "audit.change.met-from";

    /// <summary>The half-life of a criterion changes: {0}, {1} before, {2} after.</summary>
    public const string AuditChangeHalfLife = "audit.change.half-life";

    /// <summary>A criterion becomes a gate: {0}.</summary>
    public const string AuditChangeGate = "audit.change.gate";

    /// <summary>A criterion is no longer a gate: {0}.</summary>
    public const string AuditChangeNoGate = "audit.change.no-gate";

    /// <summary>The scoring strategy changes: {0} before, {1} after.</summary>
    public const string AuditChangeStrategy = "audit.change.strategy";

    /// <summary>No change of what profiles say in words.</summary>
    public const string AuditChangeNone = "audit.change.none";

    /// <summary>A near miss: {0} the deal, {1} what is missing.</summary>
    public const string NearMissLine = "near-miss.line";

    /// <summary>What a near miss lacks, a gate: {0}.</summary>
    public const string NearMissGate = "near-miss.gate";

    /// <summary>What a near miss lacks, points: {0}.</summary>
    public const string NearMissPoints = "near-miss.points";

    /// <summary>What a near miss would take: {0} the steps.</summary>
    public const string NearMissRemedy = "near-miss.remedy";

    /// <summary>What to do with a near miss: {0} the next actions.</summary>
    public const string NearMissNext = "near-miss.next";

    /// <summary>A hold-out: {0} deals in it, {1} rejected deals, {2} closed, {3} won, {4} open.</summary>
    public const string HoldOutDrawn = "hold-out.drawn";

    /// <summary>A hold-out that is too small: {0} the effective sample size, {1} the least.</summary>
    public const string HoldOutTooFew = "hold-out.too-few";

    /// <summary>
    /// What a profile misses: {0} the rate, {1} and {2} its interval, {3} the effective sample size, {4} the wins, {5} and {6} their
    /// interval.
    /// </summary>
    public const string HoldOutRate = "hold-out.rate";

    /// <summary>The revenue that a profile misses: {0}, {1} and {2} its interval.</summary>
    public const string HoldOutRevenue = "hold-out.revenue";

    /// <summary>The deals accepted against the profile: {0} the group.</summary>
    public const string OverridesAccepted = "overrides.accepted";

    /// <summary>The deals rejected against the profile: {0} the group.</summary>
    public const string OverridesRejected = "overrides.rejected";

    /// <summary>Accepted deals were won more often than SQOs: {0} their win rate, {1} that of the SQOs.</summary>
    public const string OverridesMore = "overrides.more";

    /// <summary>Accepted deals were won less often than SQOs: {0} their win rate, {1} that of the SQOs.</summary>
    public const string OverridesLess = "overrides.less";

    /// <summary>Accepted deals were won about as often as SQOs: {0} their win rate, {1} that of the SQOs.</summary>
    public const string OverridesSame = "overrides.same";

    /// <summary>Too few accepted deals or SQOs are closed: {0} the win rate, {1} that of the SQOs.</summary>
    public const string OverridesTooFew = "overrides.too-few";

    /// <summary>
    /// A group qualifies about as often as the others: {0} the group, {1} its share, {2} that of the others, {3} the win rate of those
    /// qualified.
    /// </summary>
    public const string FairnessSame = "fairness.same";

    /// <summary>
    /// A group qualifies more often than the others: {0} the group, {1} its share, {2} that of the others, {3} the win rate of those
    /// qualified.
    /// </summary>
    public const string FairnessMore = "fairness.more";

    /// <summary>
    /// A group qualifies less often than the others: {0} the group, {1} its share, {2} that of the others, {3} the win rate of those
    /// qualified.
    /// </summary>
    public const string FairnessLess = "fairness.less";

    /// <summary>
    /// Too few deals to compare a group with the others: {0} the group, {1} its share, {2} that of the others, {3} the win rate of those
    /// qualified.
    /// </summary>
    public const string FairnessTooFew = "fairness.too-few";

    /// <summary>What stops a group: {0} the criteria, each with the share of rejections that it decides alone.</summary>
    public const string FairnessStops = "fairness.stops";

    /// <summary>The heading of win rates by competitor.</summary>
    public const string CompetitionByCompetitor = "competition.by-competitor";

    /// <summary>The heading of win rates by the number of competitors.</summary>
    public const string CompetitionByNumber = "competition.by-number";

    /// <summary>The heading of win rates by incumbent.</summary>
    public const string CompetitionByIncumbent = "competition.by-incumbent";

    /// <summary>The heading of win rates by the hours to the first answer.</summary>
    public const string CompetitionByAnswer = "competition.by-answer";

    /// <summary>That an association is no proof.</summary>
    public const string CompetitionNoProof = "competition.no-proof";

    /// <summary>The heading of loss reasons.</summary>
    public const string CompetitionLossReasons = "competition.loss-reasons";

    /// <summary>A win rate that rises: {0} the group, {1} the rate of the older half, {2} that of the newer half.</summary>
    public const string CompetitionRising = "competition.rising";

    /// <summary>A win rate that falls: {0} the group, {1} the rate of the older half, {2} that of the newer half.</summary>
    public const string CompetitionFalling = "competition.falling";

    /// <summary>A win rate without a clear trend: {0} the group, {1} the rate of the older half, {2} that of the newer half.</summary>
    public const string CompetitionSteady = "competition.steady";

    /// <summary>A rate without any closed deal.</summary>
    public const string AuditNoDeals = "audit.no-deals";
}
