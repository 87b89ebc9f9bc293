using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Makes answers final: first combinations by their parts, then answers that a missing date of decay leaves open, then criteria
/// whose prerequisite is unmet. Immutable.
/// </summary>
internal sealed class AnswerSettler
{
    private readonly LogicStep[] _logic;
    private readonly CriterionInfo[] _decaying;
    private readonly PrerequisiteInfo[] _prerequisites;

    public AnswerSettler(ScoringLayout layout)
    {
        _logic = layout.Logic;
        _prerequisites = layout.Prerequisites;
        _decaying = Array.FindAll(layout.All, criterion => criterion.DecayHalfLifeDays is not null);
    }

    /// <summary>Computes the answers of combinations.</summary>
    public void Combine(AnswerSheet sheet)
    {
        foreach (var step in _logic) step.Run(sheet.Answers);
    }

    /// <summary>Makes answers unknown that lack a date or do not count, after the combinations are answered.</summary>
    public void Withdraw(AnswerSheet sheet)
    {
        foreach (var criterion in _decaying) Decay(ref sheet.Answers[criterion.Index], ref sheet.Decays[criterion.Index], criterion);
        foreach (var prerequisite in _prerequisites)
        {
            if (!(sheet.Answers[prerequisite.Criterion.Index].Raw < prerequisite.Criterion.MetFrom)) continue;
            for (var left = prerequisite.Dependents; left != 0; left &= left - 1) sheet.Answers[Bits.Lowest(left)] = Answer.Unknown;
        }
    }

    /// <summary>Combines, then withdraws.</summary>
    public void Settle(AnswerSheet sheet)
    {
        Combine(sheet);
        Withdraw(sheet);
    }

    /// <summary>
    /// Whether a criterion does not count, after the combinations are answered: a criterion with a prerequisite is asked after
    /// the prerequisite, and only if that is not unmet.
    /// </summary>
    public static bool IsLeftOut(AnswerSheet sheet, CriterionInfo criterion) =>
        criterion.RootPrerequisite is { } prerequisite
            && IsUnmet(sheet.Answers[prerequisite.Index], sheet.Decays[prerequisite.Index], prerequisite);

    /// <summary>The same for the rows of columns.</summary>
    public static bool IsLeftOut(AnswerColumns columns, int row, CriterionInfo criterion) =>
        criterion.RootPrerequisite is { } prerequisite
        && IsUnmet(
            columns.Answers[prerequisite.Index][row], prerequisite.DecayHalfLifeDays is null ? 1
            : columns.Decays[prerequisite.Index][row], prerequisite);

    /// <summary>Computes the answers of combinations for the first rows of columns.</summary>
    public void CombineMany(AnswerColumns columns, int count)
    {
        foreach (var step in _logic) step.RunMany(columns.Answers, count);
    }

    /// <summary>Makes the answers of the first rows of columns final.</summary>
    public void SettleMany(AnswerColumns columns, int count)
    {
        CombineMany(columns, count);
        foreach (var criterion in _decaying)
        {
            var answers = columns.Answers[criterion.Index];
            var decays = columns.Decays[criterion.Index];
            for (var row = 0; row < count; row++) Decay(ref answers[row], ref decays[row], criterion);
        }

        foreach (var prerequisite in _prerequisites) LeaveOutMany(columns, count, prerequisite);
    }

    /// <summary>An error in a criterion that does not count is ignored: it would not have been asked.</summary>
    private static void LeaveOutMany(AnswerColumns columns, int count, PrerequisiteInfo prerequisite)
    {
        var answers = columns.Answers[prerequisite.Criterion.Index];
        for (var row = 0; row < count; row++)
        {
            if (!(answers[row].Raw < prerequisite.Criterion.MetFrom)) continue;
            for (var left = prerequisite.Dependents; left != 0; left &= left - 1) columns.Answers[Bits.Lowest(left)][row] = Answer.Unknown;
            columns.Failed[row] &= ~prerequisite.Dependents;
        }
    }

    private static bool IsUnmet(Answer answer, double decay, CriterionInfo prerequisite)
    {
        if (prerequisite.DecayHalfLifeDays is not null) Decay(ref answer, ref decay, prerequisite);
        return answer.Raw < prerequisite.MetFrom;
    }

    /// <summary>
    /// Without a date, or with one after <c>asOf</c>, the points of an answer above 0 are unknown: for a gate, which is still met or
    /// unmet, the decay stays NaN; otherwise the answer becomes unknown. An answer of 0 has no points that can decay.
    /// </summary>
    private static void Decay(ref Answer answer, ref double decay, CriterionInfo criterion)
    {
        if (!double.IsNaN(decay)) return;
        var hasPoints = answer.Raw > 0;
        if (hasPoints && criterion.IsRequired) return;
        decay = 1;
        if (hasPoints) answer = Answer.Unknown;
    }
}
