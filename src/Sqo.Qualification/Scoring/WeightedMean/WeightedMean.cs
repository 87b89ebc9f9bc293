using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The mean of the known values, by weight: score = 100 x sum of weight x value x decay / sum of weight, both over what is known.
/// The range divides by all weights and lets the unknown values be the worst and the best. A criterion with a condition counts where that
/// is met; while it is unknown, it is left out of the mean, and the range has both cases.
/// </summary>
internal sealed class WeightedMean(ScoringLayout layout) : ScoringStrategy(layout)
{
    public override string Name => "weighted-mean/1";

    protected internal override bool TakesConditions => true;

    protected internal override void Check(StrategyFaults faults)
    {
        StrategyRules.CheckShares(Layout, "a weighted mean", faults);
        if (Layout.Conditions.Length == 0 || Array.Exists(Layout.ScoredCriteria, criterion => criterion.RootCondition is null)) return;
        faults.Add(
            "mean.conditions",
                "Every criterion with a weight has a condition; where none is met there is no mean, so at least one must always count.");
    }

    protected internal override ScoreRange Score(AnswerSheet answers)
    {
        var states = Layout.ConditionsOf(answers);
        var mean = double.NaN;
        var lowest = double.PositiveInfinity;
        var highest = double.NegativeInfinity;
        for (var met = states.Met; ;)
        {
            var (sum, known, worst, best, total) = Add(answers, states, met);
            if (double.IsNaN(mean)) mean = known > 0 ? 100 * sum / known : 0;
            lowest = Math.Min(lowest, 100 * (sum + worst) / total);
            highest = Math.Max(highest, 100 * (sum + best) / total);
            if (!states.TryNext(met, out met)) break;
        }

        // Where an unknown curve can't reach what the known ones have, the mean of these would promise too much.
        return new ScoreRange(Math.Min(Math.Max(mean, lowest), highest), lowest, highest);
    }

    protected internal override IEnumerable<ScoreContribution> Explain(AnswerSheet answers)
    {
        var states = Layout.ConditionsOf(answers);
        var sum = Add(answers, states, states.Met).Sum;
        var score = Score(answers).Score;
        foreach (var criterion in Layout.ScoredCriteria)
        {
            if (answers.IsInForce(criterion) == false) continue;
            var value = answers.ValueOf(criterion);
            var counts = !double.IsNaN(value) && sum != 0 && answers.IsInForce(criterion) == true;
            yield return ScoreContribution.Of(criterion, counts ? score * (criterion.Weight * value / sum) : 0);
        }
    }

    private Sums Add(AnswerSheet answers, ConditionStates states, uint met)
    {
        double sum = 0;
        double known = 0;
        double worst = 0;
        double best = 0;
        double total = 0;
        foreach (var criterion in Layout.ScoredCriteria)
        {
            if (criterion.ConditionPlace >= 0 && (met & (1U << criterion.ConditionPlace)) == 0) continue;
            var value = answers.ValueOf(criterion);
            var weight = criterion.Weight;
            total += weight;
            if (double.IsNaN(value))
            {
                var points = PointsOf(criterion, states, met);
                worst += points.Least;
                best += points.Greatest;
            }
            else
            {
                sum += weight * value;
                known += weight;
            }
        }

        return new Sums(sum, known, worst, best, total);
    }

    /// <summary>What an unknown answer can give: anything, or, as a condition, what goes with the case that is looked at.</summary>
    private ConditionInfo.PointRange PointsOf(CriterionInfo criterion, ConditionStates states, uint met)
    {
        var place = Layout.PlaceOf(criterion);
        return place >= 0 && (states.Unknown & (1U << place)) != 0
            ? Layout.Conditions[place].PointsIf((met & (1U << place)) != 0)
            : ConditionInfo.PointRange.Between(0, criterion.Weight * criterion.HighestValue);
    }

    /// <summary>Weight x value of what is known, its weight, what the unknown gives at least and at most, and all weight.</summary>
    private readonly record struct Sums(double Sum, double Known, double Worst, double Best, double Total);
}
