using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The rows of a table that qualify, a bit per row.</summary>
internal static class QualifiedRows
{
    public static ulong[] Of<T>(QualificationProfile<T> profile, AnswerTable<T> table)
    {
        var answers = Guard.NotNull(profile).AnswerAll(table);
        return Of(profile.Rule, answers.Count, answers.Scan);
    }

    public static ulong[] Of(DecisionRule rule, int rows, Action<Action<AnswerColumns, int, int>> scan)
    {
        const int Words = ChunkSize.Rows / 64;
        var qualified = new ulong[(rows + ChunkSize.Rows - 1) / ChunkSize.Rows * Words];
        var marks = new ulong[Words];
        scan((columns, start, count) =>
        {
            rule.Layout.MarkMany(columns, count, rule.Layout.Gates, vectorized: true);
            rule.ScoreMany(columns, count, vectorized: true);
            rule.MarkQualified(columns, count, rule.Layout.Gates, marks);
            Array.Copy(marks, 0, qualified, start / 64, Words);
        });
        return qualified;
    }
}
