using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>At most a number of alternatives, with the competitors given as a number; doing nothing can count as one more.</summary>
internal sealed class CompetitorCountCondition(int most, bool doNothingCounts) : ValueCondition<int>
{
    public override Requirement Requirement => Asked(most, doNothingCounts);

    public override bool IsGraded => false;

    public static Requirement Asked(int most, bool doNothingCounts) =>
        new(doNothingCounts ? MessageIds.RequireAlternatives : MessageIds.RequireAtMost, most);

    /// <summary>The number of alternatives.</summary>
    public int CountOf(int competitors) => doNothingCounts && competitors < int.MaxValue ? competitors + 1 : competitors;

    protected internal override Answer Evaluate(int value, in EvaluationContext context) => value < 0
        ? throw new InvalidOperationException($"The number of competitors is {InvariantText.Of(value)}; it must not be negative.")
        : Answer.From(CountOf(value) <= most);

    protected internal override object? GapOf(int value, in EvaluationContext context) => Math.Max(0L, (long)CountOf(value) - most);

    protected internal override void Declare(DeclarationWriter writer) =>
        writer.Add("test", MessageIds.RequireAlternatives).Add("most", (long)most).Add("do-nothing-counts", doNothingCounts);
}
