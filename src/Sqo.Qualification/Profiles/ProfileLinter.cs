using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Looks for what is allowed in a profile but hardly meant.</summary>
internal sealed class ProfileLinter
{
    private readonly DecisionRule _rule;
    private readonly List<ProfileLint> _lint = [];

    private ProfileLinter(DecisionRule rule) => _rule = rule;

    public static ProfileLint[] Run<T>(QualificationProfile<T> profile, DecisionRule rule, CompiledCriterion<T>[] compiled)
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

    private bool IsGatesAlone => _rule.Layout.All.All(c => c.Weight == 0 || (c.IsRequired && c.Weight == 1)) && Weighted.All(c => c.IsRequired);

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
            Add("grade.skipped", null, $"The grade \"{pair.Qualifying}\" qualifies and \"{pair.Skipped}\", which is better, does not: to get better can disqualify an opportunity.");
        }

        _rule.Strategy.ScoreGraded(_rule.Layout.NothingKnown(), out var fit, out var engagement);
        for (var place = 0; place < qualifying.Length; place++)
        {
            if (!qualifying[place] || (grades.IsPossible(place, in fit, in engagement) && !IsBelowThreshold(grades, place))) continue;
            Add("grade.idle", null, $"The grade \"{grades.Names[place]}\" is named to qualify, but no opportunity qualifies by it: points and thresholds never let one with it pass.");
        }
    }

    private void CheckDimension(string dimension, double? threshold)
    {
        if (threshold <= 0) Add("dimension.idle", null, $"The threshold of 0 for the dimension \"{dimension}\" is reached by every opportunity.");
    }

    /// <summary>Whether even the best scores of a grade fall short of a threshold.</summary>
    private bool IsBelowThreshold(GradeRule grades, int place)
    {
        var fit = Top(grades.Scales.Letters, place / grades.Scales.Digits.Bands.Count);
        var engagement = Top(grades.Scales.Digits, place % grades.Scales.Digits.Bands.Count);
        // A band ends before the one above it starts.
        return fit < grades.LeastFit || (fit < 100 && fit.Equals(grades.LeastFit))
            || engagement < grades.LeastEngagement || (engagement < 100 && engagement.Equals(grades.LeastEngagement))
            || (_rule.Strategy is FitEngagement && (grades.Scales.FitShare * fit) + ((1 - grades.Scales.FitShare) * engagement) < _rule.Threshold - 1e-9);

        static double Top(GradeScale scale, int band) => band == 0 ? 100 : scale.Bands[band - 1].From;
    }

    private void CheckThreshold()
    {
        if (_rule.Hysteresis > 0 && _rule.Staying.Threshold <= 0)
        {
            Add(
                "hysteresis.whole",
                null,
                $"With Hysteresis of {InvariantText.Of(_rule.Hysteresis)} points and a threshold of {InvariantText.Of(_rule.Threshold)}, no score takes an opportunity out again; " +
                "the points are counted down from the threshold.");
        }

        if (IsGatesAlone)
        {
            if (_rule.Threshold > 0 && Weighted.All(c => !c.IsGraded) && ScoreWith(_ => true).Lowest >= 100 - 1e-9)
            {
                Add("threshold.idle", null, $"The threshold of {InvariantText.Of(_rule.Threshold)} never decides: with gates alone, every gate must be met, and then the score is 100.");
            }

            return;
        }

        if (_rule.Threshold <= 0)
        {
            if (DecidesByGrade) return;
            Add("threshold.idle", null, "The threshold of 0 is reached by every opportunity: the weights never decide.");
            return;
        }

        // What the score loses if one answer alone is not the best one. Where points are not added up, a value of nearly 0 may cost all, and
        // one of nearly 1 nothing: there it says something only of criteria that are met or not.
        if (!AddsPoints && Weighted.Any(c => c.IsGraded || c.DecayHalfLifeDays is not null)) return;
        var losses = Weighted.Select(c => (Criterion: c, Score: BestBut(c))).ToList();
        if (losses.Count > 0 && losses.TrueForAll(loss => loss.Score < _rule.Threshold - 1e-9))
        {
            Add(
                "threshold.perfect-only",
                null,
                $"Only a perfect score reaches the threshold of {InvariantText.Of(_rule.Threshold)}: to miss any one criterion is to miss it. Gates would say so more plainly.");
        }
    }

    private void CheckCriterion(CriterionInfo criterion)
    {
        if (criterion.Parent is null && !criterion.IsRequired && criterion.Weight == 0)
        {
            Add("criterion.idle", criterion.Id, $"\"{criterion.Id}\" is neither required nor has it a weight: it is shown but decides nothing.");
        }

        if (criterion.Weight == 0 || IsGatesAlone) return;
        if ((_rule.Threshold > 0 || DecidesByGrade) && AddsPoints && NeverDecides(criterion))
        {
            Add(
                "weight.idle",
                criterion.Id,
                $"The weight {InvariantText.Of(criterion.Weight)} of \"{criterion.Id}\" never matters: the other weights and the bounds of its groups leave it no score to change.");
        }
        else if (criterion is { IsRequired: true, IsGraded: false, DecayHalfLifeDays: null } && _rule.Strategy is not LogOdds)
        {
            Add(
                "weight.of-gate",
                criterion.Id,
                $"\"{criterion.Id}\" is a gate that is met or not: its weight {InvariantText.Of(criterion.Weight)} is the same for every opportunity that passes, and tells none of them apart.");
        }

        for (var group = criterion.Group; group is not null && AddsPoints; group = group.Parent)
        {
            var most = criterion.Weight * criterion.HighestValue;
            if (group.Maximum is { } cap && most > 0 && cap < most)
            {
                Add(
                    "cap.swallows",
                    criterion.Id,
                    $"The cap {InvariantText.Of(cap)} of the group \"{group.Id}\" swallows part of \"{criterion.Id}\": alone it gives up to {InvariantText.Of(most)}.");
                break;
            }
        }
    }

    private void CheckGroup(GroupInfo group)
    {
        if (!AddsPoints || (group.Minimum is null && group.Maximum is null)) return;
        var (least, most) = ReachOf(group);
        if (group.Maximum is { } cap && cap >= most && group.Minimum is null)
        {
            Add("cap.idle", group.Id, $"The cap {InvariantText.Of(cap)} of the group \"{group.Id}\" never bites: its criteria add up to at most {InvariantText.Of(most)}.");
        }

        if (group.Minimum is { } floor && floor <= least && group.Maximum is null)
        {
            Add("floor.idle", group.Id, $"The minimum {InvariantText.Of(floor)} of the group \"{group.Id}\" never lifts: its criteria add up to at least {InvariantText.Of(least)}.");
        }
    }

    private void CheckGates<T>(CompiledCriterion<T>[] compiled)
    {
        var gates = compiled.Where(c => c.Info.IsRequired && c.Criterion?.TestForLint is IExclusiveTest).ToList();
        for (var i = 0; i < gates.Count; i++)
        {
            for (var j = i + 1; j < gates.Count; j++)
            {
                if (!gates[i].ReadsSameAs(gates[j])) continue;
                if (!((IExclusiveTest)gates[i].Criterion!.TestForLint!).Excludes(gates[j].Criterion!.TestForLint!)) continue;
                Add(
                    "gate.contradiction",
                    gates[j].Info.Id,
                    $"The gates \"{gates[i].Info.Id}\" and \"{gates[j].Info.Id}\" contradict each other: they read the same value, and no value meets both.");
            }
        }
    }

    /// <summary>The highest score when one criterion gives nothing and the others their best.</summary>
    private double BestBut(CriterionInfo criterion)
    {
        var sheet = _rule.Layout.NothingKnown();
        sheet.Answers[criterion.Index] = criterion.Weight > 0 ? Answer.Unmet : new Answer(criterion.HighestValue);
        sheet.Decays[criterion.Index] = 1;
        return _rule.Strategy.Score(sheet).Highest;
    }

    /// <summary>Whether turning the criterion changes nothing, be the others unknown, at their least, at their best, or one of them apart.</summary>
    private bool NeverDecides(CriterionInfo criterion)
    {
        if (IsMoved(criterion, _ => null) || IsMoved(criterion, _ => true) || IsMoved(criterion, _ => false)) return false;
        // Both ends may be held by a bound while what lies between is not.
        return !Weighted.Any(other => IsMoved(criterion, c => c == other) || IsMoved(criterion, c => c != other));
    }

    private bool IsMoved(CriterionInfo criterion, Func<CriterionInfo, bool?> others)
    {
        var without = SheetWith(c => c == criterion ? false : others(c));
        var with = SheetWith(c => c == criterion ? true : others(c));
        return _rule.Strategy.Score(without) != _rule.Strategy.Score(with)
            || (_rule.Strategy.GradeOf(without) is { } low && _rule.Strategy.GradeOf(with) is { } high
                && (low.Fit.Range != high.Fit.Range || low.Engagement.Range != high.Engagement.Range));
    }

    private ScoreRange ScoreWith(Func<CriterionInfo, bool?> answers) => _rule.Strategy.Score(SheetWith(answers));

    /// <summary>Answers at their highest or at 0; unknown where neither is said.</summary>
    private AnswerSheet SheetWith(Func<CriterionInfo, bool?> answers)
    {
        var sheet = _rule.Layout.NothingKnown();
        foreach (var criterion in Weighted)
        {
            if (answers(criterion) is not { } isHighest) continue;
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
            if (criterion.Group != group) continue;
            var far = criterion.Weight * criterion.HighestValue;
            least += Math.Min(0, far);
            most += Math.Max(0, far);
        }

        foreach (var inner in _rule.Layout.AllGroups)
        {
            if (inner.Parent != group) continue;
            var (innerLeast, innerMost) = ReachOf(inner);
            least += Clamp(innerLeast, inner);
            most += Clamp(innerMost, inner);
        }

        return (least, most);

        static double Clamp(double points, GroupInfo group) =>
            Math.Min(Math.Max(points, group.Minimum ?? double.NegativeInfinity), group.Maximum ?? double.PositiveInfinity);
    }

    private void Add(string code, string? id, string message) => _lint.Add(new ProfileLint(code, id, message));
}
