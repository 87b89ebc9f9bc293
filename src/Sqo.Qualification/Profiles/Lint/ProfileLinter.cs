using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Looks for things in a profile that are allowed but probably not intended.</summary>
internal sealed class ProfileLinter
{
    private readonly DecisionRule _rule;
    private readonly List<LintWarning> _lint = [];

    // The lowest score that can be reached.
    private readonly double _least;

    private ProfileLinter(DecisionRule rule)
    {
        _rule = rule;
        _least = rule.Strategy.Score(rule.Layout.NothingKnown()).Lowest;
    }

    public static LintWarning[] Run<T>(QualificationProfile<T> profile, DecisionRule rule, ProfileCriterion<T>[] compiled)
    {
        var linter = new ProfileLinter(rule);
        linter.CheckThreshold();
        if (rule.Grades is { Decides: true } grades) linter.CheckGrades(grades);
        foreach (var criterion in profile.Criteria) linter.CheckCriterion(criterion);
        foreach (var group in profile.Groups) linter.CheckGroup(group);
        linter.CheckGates(compiled);
        return [.. linter._lint];
    }

    private IEnumerable<CriterionInfo> Weighted => _rule.Layout.All.Where(c => c.Weight != 0);

    /// <summary>Whether the points of criteria are added up in their groups, so that weights and bounds can be compared.</summary>
    private bool AddsPoints => _rule.Strategy is WeightedPoints or FitEngagement;

    private bool IsGatesAlone =>
        _rule.Layout.All.All(c => c.Weight == 0 || (c.IsRequired && c.Weight == 1)) && Weighted.All(c => c.IsRequired);

    private bool DecidesByGrade => _rule.Grades is { Decides: true };

    private void CheckGrades(GradeRule grades)
    {
        CheckDimension(grades.Scales.FitDimension, grades.LeastFit);
        CheckDimension(grades.Scales.EngagementDimension, grades.LeastEngagement);
        if (grades.Qualifying is not { } qualifying) return;
        if (Array.TrueForAll(qualifying, qualifies => qualifies))
        {
            Add("grade.all", null, "QualifyGrades names every grade of the matrix: the grade never decides.");
            return;
        }

        if (grades.FirstSkipped is { } pair)
        {
            Add(
                "grade.skipped", null,
                $"The grade \"{pair.Qualifying}\" qualifies and \"{pair.Skipped}\", which is better, does not: " +
                "a better grade can disqualify an opportunity.");
        }

        _rule.Strategy.ScoreGraded(_rule.Layout.NothingKnown(), out var fit, out var engagement);
        for (var place = 0; place < qualifying.Length; place++)
        {
            if (!qualifying[place] || (grades.IsPossible(place, in fit, in engagement) && !IsBelowThreshold(grades, place))) continue;
            Add(
                "grade.idle", null,
                $"The grade \"{grades.Names[place]}\" is named to qualify, but no opportunity can qualify with it: " +
                "the points and thresholds rule it out.");
        }
    }

    private void CheckDimension(string dimension, double? threshold)
    {
        if (threshold <= 0) Add(
            "dimension.idle", null, $"The threshold of 0 for the dimension \"{dimension}\" is reached by every opportunity.");
    }

    /// <summary>Whether even the best scores of a grade fall short of a threshold.</summary>
    private bool IsBelowThreshold(GradeRule grades, int place)
    {
        var fit = Top(grades.Scales.Letters, place / grades.Scales.Digits.Bands.Count);
        var engagement = Top(grades.Scales.Digits, place % grades.Scales.Digits.Bands.Count);
        // A band ends before the one above it starts.
        return fit < grades.LeastFit || (fit < 100 && fit.Equals(grades.LeastFit))
            || engagement < grades.LeastEngagement || (engagement < 100 && engagement.Equals(grades.LeastEngagement))
            || (_rule.Strategy is FitEngagement
                && (grades.Scales.FitShare * fit) + ((1 - grades.Scales.FitShare) * engagement) < _rule.Threshold - 1e-9);

        static double Top(GradeScale scale, int band) => band == 0 ? 100 : scale.Bands[band - 1].From;
    }

    private void CheckThreshold()
    {
        if (_rule.Hysteresis > 0 && _rule.Staying.IsReached(_least))
        {
            Add(
                "hysteresis.whole",
                null,
                $"With Hysteresis of {InvariantText.Count(_rule.Hysteresis, "point", "points")} " +
                $"and a threshold of {InvariantText.Of(_rule.Threshold)}, " +
                "no score disqualifies a qualified opportunity; " +
                "the points are subtracted from the threshold.");
        }

        if (IsGatesAlone)
        {
            // A near miss with an unknown gate uses the score of the others.
            if (_rule.Threshold > 0 && _rule.Margin is null && Weighted.All(c => !c.IsGraded) && ScoreWith(_ => true).Lowest >= 100 - 1e-9)
            {
                Add(
                    "threshold.idle", null,
                    $"The threshold of {InvariantText.Of(_rule.Threshold)} never decides: " +
                    "with gates alone, every gate must be met, and then the score is 100.");
            }

            return;
        }

        if (_rule.IsReached(_least))
        {
            if (DecidesByGrade) return;
            var threshold = InvariantText.Of(_rule.Threshold);
            var reached = _least > 0 ? $"no score is below {InvariantText.Of(Math.Round(_least, 2))}" : "the weights never decide";
            Add("threshold.idle", null, $"The threshold of {threshold} is reached by every opportunity: {reached}.");
            return;
        }

        // How much the score loses if a single answer is not the best one. This is meaningful only for criteria that are met or not:
        // for others, a value of nearly 1 costs nearly nothing.
        if (Weighted.Any(c => c.IsGraded || c.DecayHalfLifeDays is not null)) return;
        var losses = Weighted.Select(c => (Criterion: c, Score: BestBut(c))).ToList();
        if (losses.Count > 0 && losses.TrueForAll(loss => loss.Score < _rule.Threshold - 1e-9))
        {
            Add(
                "threshold.perfect-only",
                null,
                $"Only a perfect score reaches the threshold of {InvariantText.Of(_rule.Threshold)}: " +
                "missing any one criterion misses the threshold. Gates would say so more plainly.");
        }
    }

    private void CheckCriterion(CriterionInfo criterion)
    {
        if (criterion.Kind == CriterionKind.Condition) CheckRequirement(criterion, criterion.Requirement);
        if (criterion.Prerequisite is { IsRequired: true } gate)
        {
            Add(
                "when.gate",
                criterion.Id,
                $"\"{criterion.Id}\" counts when \"{gate.Id}\" is met, which is a gate: it counts for every opportunity that passes.");
        }

        if (criterion.Parent is null && !criterion.IsRequired && criterion.Weight == 0 && _rule.Layout.PlaceOf(criterion) < 0)
        {
            Add("criterion.idle", criterion.Id,
                $"\"{criterion.Id}\" is not required and has no weight: it is shown but decides nothing.");
        }

        if (criterion.Weight == 0 || IsGatesAlone) return;
        if ((DecidesByGrade || !_rule.IsReached(_least)) && AddsPoints && IsSwallowed(criterion))
        {
            Add(
                "weight.idle",
                criterion.Id,
                $"The weight {InvariantText.Of(criterion.Weight)} of \"{criterion.Id}\" never matters: " +
                "the other weights and the bounds of its groups leave it no score to change.");
        }
        else if (criterion is { IsRequired: true, IsGraded: false, DecayHalfLifeDays: null } && AddsPoints
            && !_rule.Layout.HasPrerequisites)
        {
            Add(
                "weight.of-gate",
                criterion.Id,
                $"\"{criterion.Id}\" is a gate that is met or not: " +
                $"its weight {InvariantText.Of(criterion.Weight)} is the same for every opportunity " +
                "that passes, and tells none of them apart.");
        }

        for (var group = criterion.Group; group is not null && AddsPoints; group = group.Parent)
        {
            var most = criterion.Weight * criterion.HighestValue;
            // Next to a criterion that subtracts points, the cap may never apply.
            if (group.Maximum is { } cap && most > 0 && cap < most && !HasPenalty(group))
            {
                Add(
                    "cap.swallows",
                    criterion.Id,
                    $"The cap {InvariantText.Of(cap)} of the group \"{group.Id}\" swallows part of \"{criterion.Id}\": " +
                    $"alone it gives up to {InvariantText.Of(most)}.");
                break;
            }
        }
    }

    /// <summary>Whether the library has a text for the requirement; otherwise only a custom catalog can have one.</summary>
    private void CheckRequirement(CriterionInfo criterion, Requirement requirement)
    {
        if (!ExplanationTexts.English.Takes(requirement))
        {
            Add(
                "requirement.text",
                criterion.Id,
                $"The library has no text for the message id \"{Excerpt.Of(requirement.MessageId)}\" with " +
                $"{InvariantText.Of((long)requirement.Arguments.Count)} arguments, which \"{criterion.Id}\" requires: " +
                "unless ExplanationTexts.With adds one, the id and its arguments are shown. " +
                "Requirement.Text shows a text as it is.");
        }

        foreach (var part in requirement.Arguments.OfType<Requirement>()) CheckRequirement(criterion, part);
    }

    private void CheckGroup(GroupInfo group)
    {
        if (!AddsPoints || (group.Minimum is null && group.Maximum is null)) return;
        var (least, most) = ReachOf(group);
        if (group.Maximum is { } cap && cap >= most && group.Minimum is null && !IsLimit(group, 1))
        {
            Add(
                "cap.idle", group.Id,
                $"The cap {InvariantText.Of(cap)} of the group \"{group.Id}\" never applies: " +
                $"its criteria add up to at most {InvariantText.Of(most)}.");
        }

        if (group.Minimum is { } floor && floor <= least && group.Maximum is null && !IsLimit(group, -1))
        {
            Add(
                "floor.idle", group.Id,
                $"The minimum {InvariantText.Of(floor)} of the group \"{group.Id}\" never applies: " +
                $"its criteria add up to at least {InvariantText.Of(least)}.");
        }
    }

    /// <summary>Whether the bound of a group is the limit of activities in it that have no other.</summary>
    private bool IsLimit(GroupInfo group, int sign) => _rule.Layout.All.Any(criterion =>
        criterion.Group == group && criterion.Settings.Facts is IActivityCriterion { Rule: { GivesPoints: true, Bound: null } rule }
        && Math.Sign(rule.PointsEach) == sign);

    private void CheckGates<T>(ProfileCriterion<T>[] compiled)
    {
        var gates = compiled.Where(c => c.Info.IsRequired && c.Info.Settings.Facts?.Condition is not null).ToList();
        for (var i = 0; i < gates.Count; i++)
        {
            for (var j = i + 1; j < gates.Count; j++)
            {
                if (!ReadSame(gates[i], gates[j])) continue;
                if (!gates[i].Info.Settings.Facts!.Excludes(gates[j].Info.Settings.Facts!.Condition!)) continue;
                Add(
                    "gate.contradiction",
                    gates[j].Info.Id,
                    $"The gates \"{gates[i].Info.Id}\" and \"{gates[j].Info.Id}\" contradict each other: " +
                    "they read the same value, and no value meets both.");
            }
        }
    }

    /// <summary>Whether both criteria read the same value, as far as their selectors show.</summary>
    private static bool ReadSame<T>(ProfileCriterion<T> one, ProfileCriterion<T> other) =>
        one.Selector is { } first && other.Selector is { } second
        && (first.Equals(second)
            || (SelectorText.PathOf(first, one.SelectorText) is { } path && path == SelectorText.PathOf(second, other.SelectorText)));

    /// <summary>The highest score when one criterion gives nothing and the others their best.</summary>
    private double BestBut(CriterionInfo criterion)
    {
        var sheet = _rule.Layout.NothingKnown();
        sheet.Answers[criterion.Index] = criterion.Weight > 0 ? Answer.Unmet : new Answer(criterion.HighestValue);
        sheet.Decays[criterion.Index] = 1;
        return _rule.Strategy.Score(sheet).Highest;
    }

    /// <summary>
    /// Whether a group that contains it gives the same points whatever its criteria give: the criterion then has no effect outside it.
    /// </summary>
    private bool IsSwallowed(CriterionInfo criterion)
    {
        for (var group = criterion.Group; group is not null; group = group.Parent)
        {
            if (IsConstant(group)) return true;
        }

        return _rule.Layout.Total is { } total && IsConstant(total);
    }

    private bool IsConstant(GroupInfo group)
    {
        var (least, most) = ReachOf(group);
        return group.Minimum >= most || group.Maximum <= least || (group.Minimum is { } minimum && minimum.Equals(group.Maximum));
    }

    private bool HasPenalty(GroupInfo group) =>
        Weighted.Any(c => c.Weight < 0 && IsIn(c.Group, group)) || _rule.Layout.AllGroups.Any(g => g.Minimum < 0 && IsIn(g, group));

    private static bool IsIn(GroupInfo? inner, GroupInfo group)
    {
        for (; inner is not null; inner = inner.Parent)
        {
            if (inner == group) return true;
        }

        return false;
    }

    private ScoreRange ScoreWith(Func<CriterionInfo, bool?> answers) => _rule.Strategy.Score(SheetWith(answers));

    /// <summary>Answers at their highest or at 0; unknown if neither is given.</summary>
    private AnswerSheet SheetWith(Func<CriterionInfo, bool?> answers)
    {
        var sheet = _rule.Layout.NothingKnown();
        foreach (var criterion in _rule.Layout.All)
        {
            if (_rule.Layout.StakeOf(criterion) == 0 || answers(criterion) is not { } isHighest) continue;
            sheet.Answers[criterion.Index] = new Answer(isHighest ? criterion.HighestValue : 0);
            sheet.Decays[criterion.Index] = 1;
        }

        return sheet;
    }

    private (double Least, double Most) ReachOf(GroupInfo group)
    {
        double least = 0;
        double most = 0;
        foreach (var criterion in Weighted)
        {
            if ((criterion.Group ?? _rule.Layout.Total) != group) continue;
            var far = criterion.Weight * criterion.HighestValue;
            least += Math.Min(0, far);
            most += Math.Max(0, far);
        }

        foreach (var inner in _rule.Layout.AllGroups)
        {
            if ((inner.Parent ?? _rule.Layout.Total) != group) continue;
            var (innerLeast, innerMost) = ReachOf(inner);
            least += Clamp(innerLeast, inner);
            most += Clamp(innerMost, inner);
        }

        return (least, most);
    }

    private static double Clamp(double points, GroupInfo group) =>
        Math.Min(Math.Max(points, group.Minimum ?? double.NegativeInfinity), group.Maximum ?? double.PositiveInfinity);

    private void Add(string code, string? id, string message) => _lint.Add(new LintWarning(code, id, message));
}
