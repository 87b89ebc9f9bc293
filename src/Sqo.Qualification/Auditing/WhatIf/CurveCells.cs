using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The deals in groups that qualify at the same values, each with its outcomes: all that a curve and its bootstrap need, and mergeable.
/// </summary>
internal sealed class CurveCells(bool hasMoney)
{
    // By the values at which a deal qualifies, a character for each.
    private readonly SortedDictionary<string, OutcomeSums> _cells = new(StringComparer.Ordinal);

    public bool HasMoney => hasMoney;

    public IEnumerable<KeyValuePair<string, OutcomeSums>> All => _cells;

    public OutcomeSums this[string members]
    {
        get
        {
            if (!_cells.TryGetValue(members, out var sums)) _cells.Add(members, sums = new(hasMoney));
            return sums;
        }
    }

    /// <summary>The cells of ascending thresholds, by a profile without grades.</summary>
    public static CurveCells OfThresholds(
        DecisionRule rule, double[] thresholds, DealOutcomes outcomes, Action<Action<AnswerColumns, int, int>> scan)
    {
        var cells = new CurveCells(outcomes.Amounts.Length > 0);
        var rules = Array.ConvertAll(thresholds, rule.At);
        // A deal qualifies up to some threshold: one more cell than thresholds.
        var sums = new OutcomeSums[thresholds.Length + 1];
        for (var i = 0; i < sums.Length; i++) sums[i] = new(cells.HasMoney);
        var first = FirstAbove(rules);
        var least = rule.At(0);
        var marks = new ulong[ChunkSize.Rows / 64];
        scan((columns, start, count) =>
        {
            rule.Layout.MarkMany(columns, count, rule.Layout.Gates, vectorized: true);
            rule.ScoreMany(columns, count, vectorized: true);
            least.MarkQualified(columns, count, rule.Layout.Gates, marks);
            for (var row = 0; row < count; row++)
            {
                var reached = 0;
                if ((marks[row / 64] & (1UL << (row % 64))) != 0)
                {
                    var lowest = columns.Lowest[row];
                    reached = first[Place(lowest)];
                    while (reached < rules.Length && rules[reached].IsReached(lowest)) reached++;
                }

                sums[reached].Add(outcomes, start + row);
            }
        });
        for (var i = 0; i < sums.Length; i++)
        {
            if (sums[i].Deals > 0) cells[new string('1', i) + new string('0', thresholds.Length - i)].Add(sums[i]);
        }

        return cells;
    }

    /// <summary>The cells of rows that qualify at any of the values.</summary>
    /// <param name="qualified">For each value, the rows that qualify.</param>
    /// <param name="outcomes">How the deals ended.</param>
    public static CurveCells Of(IReadOnlyList<ulong[]> qualified, DealOutcomes outcomes)
    {
        // Each value splits the cells of the values before it.
        var cellOf = new int[outcomes.Count];
        var members = new List<string> { "" };
        foreach (var rows in qualified)
        {
            var next = new int[members.Count * 2];
            var split = new List<string>();
            for (var row = 0; row < cellOf.Length; row++)
            {
                var isIn = DealOutcomes.Has(rows, row);
                ref var place = ref next[(cellOf[row] * 2) + (isIn ? 1 : 0)];
                if (place == 0)
                {
                    split.Add(members[cellOf[row]] + (isIn ? "1" : "0"));
                    place = split.Count;
                }

                cellOf[row] = place - 1;
            }

            members = split;
        }

        var cells = new CurveCells(outcomes.Amounts.Length > 0);
        for (var row = 0; row < cellOf.Length; row++) cells[members[cellOf[row]]].Add(outcomes, row);
        return cells;
    }

    public CurveCells Plus(CurveCells other)
    {
        var both = new CurveCells(hasMoney);
        foreach (var cell in _cells) both[cell.Key].Add(cell.Value);
        foreach (var cell in other._cells) both[cell.Key].Add(cell.Value);
        return both;
    }

    private const int Places = 1_024;

    private static int Place(double score) => (int)(Math.Min(Math.Max(score, 0), 100) * (Places / 100.0));

    /// <summary>For each place of the scale, how many thresholds are reached for sure.</summary>
    private static int[] FirstAbove(DecisionRule[] rules)
    {
        var first = new int[Places + 1];
        for (var place = 1; place <= Places; place++)
        {
            first[place] = first[place - 1];
            // The start of the place, less what rounding may add.
            var start = (place * (100.0 / Places)) - 1e-6;
            while (first[place] < rules.Length && rules[first[place]].IsReached(start)) first[place]++;
        }

        return first;
    }
}
