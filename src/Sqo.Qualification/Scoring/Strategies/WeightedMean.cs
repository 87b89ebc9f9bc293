using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The mean of the known values, by weight: score = 100 x sum of weight x value x decay / sum of weight, both over what is known.
/// The range divides by all weights and lets the unknown values be the worst and the best.
/// </summary>
internal sealed class WeightedMean(ScoringLayout layout) : ScoringStrategy(layout)
{
    public override string Name => "weighted-mean/1";

    internal override DataNode ToData() => StrategyData.Of(StrategyData.WeightedMean);

    protected internal override void Check(StrategyFaults faults) => StrategyRules.CheckShares(Layout, "a weighted mean", faults);

    protected internal override ScoreRange Score(AnswerSheet answers)
    {
        var (sum, known, best, total) = Add(answers);
        var lowest = 100 * sum / total;
        var highest = 100 * (sum + best) / total;
        var mean = known > 0 ? 100 * sum / known : 0;
        // Where an unknown curve can't reach what the known ones have, the mean of these would promise too much.
        return new ScoreRange(Math.Min(Math.Max(mean, lowest), highest), lowest, highest);
    }

    protected internal override IEnumerable<ScoreContribution> Explain(AnswerSheet answers)
    {
        var sum = Add(answers).Sum;
        var score = Score(answers).Score;
        foreach (var criterion in Layout.ScoredCriteria)
        {
            var value = answers.ValueOf(criterion);
            yield return ScoreContribution.Of(criterion, double.IsNaN(value) || sum == 0 ? 0 : score * (criterion.Weight * value / sum));
        }
    }

    private Sums Add(AnswerSheet answers)
    {
        double sum = 0;
        double known = 0;
        double best = 0;
        double total = 0;
        foreach (var criterion in Layout.ScoredCriteria)
        {
            var value = answers.ValueOf(criterion);
            var weight = criterion.Weight;
            total += weight;
            if (double.IsNaN(value))
            {
                best += weight * criterion.HighestValue;
            }
            else
            {
                sum += weight * value;
                known += weight;
            }
        }

        return new Sums(sum, known, best, total);
    }

    /// <summary>Weight x value of what is known, its weight, what the unknown could add, and all weight.</summary>
    private readonly record struct Sums(double Sum, double Known, double Best, double Total);
}
