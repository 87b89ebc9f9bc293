using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Finds how far the values of graded criteria must change, and no more than needed.</summary>
internal static class RemedyTargets
{
    private const int Halvings = 40;

    /// <summary>Finds the target of each turn; <see langword="null"/> if its condition can't describe one.</summary>
    /// <param name="turns">The criteria to turn together.</param>
    /// <param name="context">The moment the opportunity is judged at.</param>
    /// <param name="qualifies">Whether it would qualify with these answers to the criteria; it does when all are fully
    /// turned.</param>
    public static Requirement?[] Find(IReadOnlyList<Turn> turns, in EvaluationContext context, Func<double[], bool> qualifies)
    {
        var none = new Requirement?[turns.Count];
        var canSay = new bool[turns.Count];
        for (var i = 0; i < canSay.Length; i++) canSay[i] = turns[i].TargetAt(0.5, rounds: true, in context) is not null;
        if (Array.IndexOf(canSay, true) < 0) return none;

        double low = 0, high = 1;
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (qualifies(At(middle))) high = middle;
            else low = middle;
        }

        foreach (var rounds in new[] { true, false })
        {
            var answers = At(high);
            var targets = new Requirement?[turns.Count];
            for (var i = 0; i < answers.Length; i++)
            {
                if (!canSay[i]) continue;
                answers[i] = turns[i].To;
                if (turns[i].TargetAt(high, rounds, in context) is not { } target) continue;
                answers[i] = target.Answer.Raw;
                targets[i] = target.Requirement;
            }

            if (qualifies(answers)) return targets;
        }

        return none;

        double[] At(double share)
        {
            var answers = new double[turns.Count];
            for (var i = 0; i < answers.Length; i++) answers[i] = canSay[i] ? turns[i].AnswerAt(share) : turns[i].To;
            return answers;
        }
    }

    /// <summary>A criterion to turn from one answer to another.</summary>
    internal readonly record struct Turn(CriterionInfo Criterion, RemedyKind Kind, double From, double To)
    {
        public double AnswerAt(double share) => share == 1 ? To : From + (share * (To - From));

        /// <summary>What the value must be at a share of the way. One bound can't describe an answer that must fall but stay
        /// met.</summary>
        public RemedyTarget? TargetAt(double share, bool rounds, in EvaluationContext context) =>
            Kind is RemedyKind.Meet or RemedyKind.Avoid && Criterion.IsGraded
                ? Criterion.Settings.Facts!.TargetOf(AnswerAt(share), To > From, rounds, in context)
                : null;
    }
}
