using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Hysteresis of a list: the order that is closest to the previous one without holding back a deal beyond the margin.</summary>
/// <remarks>
/// Places are given from the top. A deal may take the next one if no deal without a place exceeds it by more than the margin; of these,
/// the one that stood highest before takes it. New deals come after those of the previous list, the greatest value first: so they pass
/// one only by more than the margin, too.
/// </remarks>
internal static class KeptOrder
{
    /// <summary>The indexes of keys in their order, <paramref name="count"/> at most; the keys are sorted by value.</summary>
    public static List<int> Of(RankingKey[] keys, int count, RankingOptions options)
    {
        var order = new List<int>();
        var hasPlace = new bool[keys.Length];
        // The indexes of those that may take the next place, by their previous one.
        var eligible = new SortedSet<int>();
        var byPrevious = new Dictionary<int, int>();
        int best = 0, reached = 0;
        while (order.Count < count && order.Count < keys.Length)
        {
            while (hasPlace[best]) best++;
            var least = options.LeastBeside(keys[best].Value);
            for (; reached < keys.Length && keys[reached].Value >= least; reached++)
            {
                if (keys[reached].Previous < 0) continue;
                byPrevious.Add(keys[reached].Previous, reached);
                eligible.Add(keys[reached].Previous);
            }

            int next;
            if (eligible.Count > 0)
            {
                next = byPrevious[eligible.Min];
                eligible.Remove(eligible.Min);
            }
            else
            {
                // The best of those without a place is new, and the best of the new ones.
                next = best;
            }

            hasPlace[next] = true;
            order.Add(next);
        }

        return order;
    }
}
