using System;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>
/// A part of a problem that can be solved on its own: no item or row of it touches another part. Ascending indexes of its items, owners and
/// rows.
/// </summary>
internal sealed class PlanPart(int[] items, int[] owners, int[] rows)
{
    public int[] Items => items;

    public int[] Owners => owners;

    public int[] Rows => rows;

    /// <summary>Whether it has rows other than the hours of its owners.</summary>
    public bool HasOtherRows => rows.Length > owners.Length;

    /// <summary>
    /// Divides a problem: owners belong together if an item may go to both, if they share a row, or if a spread is bounded.
    /// </summary>
    public static PlanPart[] Of(PlanProblem problem)
    {
        // Owners first, then rows.
        var parents = new int[problem.Limits.Count];
        for (var i = 0; i < parents.Length; i++) parents[i] = i;
        if (problem.HasSpread)
        {
            for (var owner = 1; owner < problem.Owners; owner++) Join(0, owner);
        }

        foreach (var item in problem.Items)
        {
            foreach (var owner in item.Owners)
            {
                Join(item.Owners[0], owner);
                foreach (var limit in item.Limits)
                {
                    var row = limit.RowOf(owner);
                    if (row >= 0) Join(owner, row);
                }
            }
        }

        var items = Enumerable.Range(0, problem.Items.Length).ToLookup(item => Root(problem.Items[item].Owners[0]));
        var rows = Enumerable.Range(0, parents.Length).ToLookup(Root);
        return
        [
            .. Enumerable.Range(0, problem.Owners).GroupBy(Root)
                .Select(owners => new PlanPart([.. items[owners.Key]], [.. owners], [.. rows[owners.Key]])),
        ];

        int Root(int i)
        {
            while (parents[i] != i) i = parents[i] = parents[parents[i]];
            return i;
        }

        void Join(int a, int b)
        {
            var (first, second) = (Root(a), Root(b));
            if (first != second) parents[Math.Max(first, second)] = Math.Min(first, second);
        }
    }
}
