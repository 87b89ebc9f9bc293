using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// The lowest of the known values: score = 100 x min(value x decay). Weights select the criteria that count, not how much. An unknown
/// value could be 0, so the range then starts there.
/// </summary>
internal sealed class WeakestLink(ScoringLayout layout) : ScoringStrategy(layout)
{
    public override string Name => "weakest-link/1";

    protected internal override void Check(StrategyFaults faults) => StrategyRules.CheckShares(Layout, "the weakest link", faults);

    protected internal override ScoreRange Score(AnswerSheet answers)
    {
        double least = 1;
        double best = 1;
        var known = 0;
        foreach (var criterion in Layout.ScoredCriteria)
        {
            var value = answers.ValueOf(criterion);
            if (double.IsNaN(value))
            {
                best = Math.Min(best, criterion.HighestValue);
                continue;
            }

            least = Math.Min(least, value);
            known++;
        }

        var highest = 100 * Math.Min(least, best);
        if (known == Layout.ScoredCriteria.Length) return new ScoreRange(highest, highest, highest);
        return new ScoreRange(known == 0 ? 0 : highest, 0, highest);
    }

    /// <summary>From 100 down to the weakest link, which bears the whole loss; while nothing is known, all share it.</summary>
    protected internal override IEnumerable<ScoreLine> Explain(AnswerSheet answers)
    {
        CriterionInfo? weakest = null;
        foreach (var criterion in Layout.ScoredCriteria)
        {
            var value = answers.ValueOf(criterion);
            if (!double.IsNaN(value) && (weakest is null || value < answers.ValueOf(weakest))) weakest = criterion;
        }

        var loss = Score(answers).Score - 100;
        yield return ScoreLine.Base(100);
        foreach (var criterion in Layout.ScoredCriteria)
        {
            var share = weakest is null ? 1.0 / Layout.ScoredCriteria.Length : criterion == weakest ? 1 : 0;
            yield return ScoreLine.Of(criterion, loss * share);
        }
    }
}
