using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Learning.Measures;

/// <summary>Outcomes to measure and to fit, made from seeds.</summary>
internal static class OutcomeCases
{
    public static ScoredOutcome[] Of(params (double Score, int Won)[] outcomes) =>
        [.. outcomes.Select(o => new ScoredOutcome(o.Score, o.Won == 1))];

    /// <summary>Probabilities that tell something, many or few of them equal.</summary>
    public static ScoredOutcome[] Probabilities(SeededRandom random, int count)
    {
        var steps = random.Pick(2, 5, 20, 1_000_000);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var p = random.Below(steps + 1) / (double)steps;
            return new ScoredOutcome(p, random.Chance(random.Chance(0.3) ? 0.5 : p));
        })];
    }

    public static ScoredOutcome[] Shuffled(SeededRandom random, IEnumerable<ScoredOutcome> outcomes)
    {
        var items = outcomes.ToArray();
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            var item = items[i];
            items[i] = items[j];
            items[j] = item;
        }

        return items;
    }
}
