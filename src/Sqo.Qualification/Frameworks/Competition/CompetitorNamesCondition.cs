using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>At most a number of alternatives to us, with the competitors given by name; doing nothing can count as one.</summary>
internal sealed class CompetitorNamesCondition(int most, bool doNothingCounts, string[] us) : ValueCondition<IEnumerable<string>>
{
    /// <summary>The entry of a list that means doing nothing, which is not counted twice.</summary>
    public const string DoNothing = "do nothing";

    // Lists are usually short; for a long one, the time would grow with its square.
    private const int MostByPairs = 32;

    public override Requirement Requirement => CompetitorCountCondition.Asked(most, doNothingCounts);

    public override bool IsGraded => false;

    protected internal override IEnumerable<string> Keep(IEnumerable<string> value) => value.ToArray();

    /// <summary>The number of alternatives: distinct names, ignoring case, without blanks.</summary>
    public int CountOf(IEnumerable<string> names)
    {
        var list = names as IReadOnlyList<string> ?? [.. names];
        var count = doNothingCounts ? 1 : 0;
        var seen = list.Count > MostByPairs ? new HashSet<string>(StringComparer.OrdinalIgnoreCase) : null;
        for (var i = 0; i < list.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(list[i]) || (doNothingCounts && AreSame(list[i], DoNothing)) || IsUs(list[i])) continue;
            if (seen?.Add(list[i]) ?? IsFirst(list, i)) count++;
        }

        return count;
    }

    protected internal override Answer Evaluate(IEnumerable<string> value, in EvaluationContext context) =>
        Answer.From(CountOf(value) <= most);

    protected internal override object? GapOf(IEnumerable<string> value, in EvaluationContext context) =>
        (long)Math.Max(0, CountOf(value) - most);

    protected internal override void Declare(DeclarationWriter writer)
    {
        writer.Add("test", MessageIds.RequireAlternatives).Add("most", (long)most).Add("do-nothing-counts", doNothingCounts);
        if (us.Length > 0) writer.Add("us", us);
    }

    private bool IsUs(string name)
    {
        foreach (var own in us)
        {
            if (AreSame(own, name)) return true;
        }

        return false;
    }

    // In pairs: nothing is allocated.
    private static bool IsFirst(IReadOnlyList<string> list, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (AreSame(list[i], list[index])) return false;
        }

        return true;
    }

    private static bool AreSame(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
