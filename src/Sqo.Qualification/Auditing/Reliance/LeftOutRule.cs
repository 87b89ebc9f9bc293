using System;

namespace Sqo.Qualification;

/// <summary>The rule of a profile without one criterion, which reads the columns of the whole one.</summary>
/// <param name="rule">The rule.</param>
/// <param name="places">By the index of a criterion in it, the index in the whole profile.</param>
internal sealed class LeftOutRule(DecisionRule rule, int[] places)
{
    private AnswerColumns? _columns;

    public static LeftOutRule Of(DecisionRule rule, ScoringLayout whole) => new(
        rule, Array.ConvertAll(rule.Layout.All, criterion => Array.FindIndex(whole.All, other => other.Id == criterion.Id)));

    /// <summary>Marks the rows that qualify. The columns are the same object in every call, with settled answers.</summary>
    public void MarkQualified(AnswerColumns columns, int count, ulong[] marks)
    {
        _columns ??= new AnswerColumns(columns, places);
        rule.Layout.MarkMany(_columns, count, rule.Layout.Gates, vectorized: true);
        rule.ScoreMany(_columns, count, vectorized: true);
        rule.MarkQualified(_columns, count, rule.Layout.Gates, marks);
    }
}
