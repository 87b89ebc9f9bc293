using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The outcomes of one score. A value that is computed over groups in ascending order has the same bits for any order of the outcomes,
/// and can't separate equal scores.
/// </summary>
internal readonly struct OutcomeGroup(double score, int won, int lost)
{
    public readonly double Score = score;
    public readonly int Won = won;
    public readonly int Lost = lost;

    public int Count => Won + Lost;

    /// <summary>Groups in ascending order of the score; a bad score is rejected with its index.</summary>
    public static OutcomeGroup[] Sort(IEnumerable<ScoredOutcome> outcomes, bool probabilities = false)
    {
        Guard.NotNull(outcomes);
        var scores = new List<double>();
        var won = new List<bool>();
        foreach (var outcome in outcomes)
        {
            var score = outcome.Score;
            var good = probabilities ? score is >= 0 and <= 1 : !double.IsNaN(score) && !double.IsInfinity(score);
            if (!good)
            {
                throw new ArgumentException(
                    $"The score of outcome {InvariantText.Of((long)scores.Count)} (from 0) is {InvariantText.Of(score)}; " +
                    (probabilities ? "a probability must lie from 0 to 1." : "it must be a finite number."),
                    nameof(outcomes));
            }

            scores.Add(score + 0.0); // -0 is 0
            won.Add(outcome.Won);
        }

        var keys = scores.ToArray();
        var items = won.ToArray();
        Array.Sort(keys, items);
        var groups = new List<OutcomeGroup>();
        for (var i = 0; i < keys.Length;)
        {
            int wins = 0, losses = 0;
            var score = keys[i];
            for (; i < keys.Length && keys[i] == score; i++)
            {
                if (items[i]) wins++;
                else losses++;
            }

            groups.Add(new(score, wins, losses));
        }

        return [.. groups];
    }
}
