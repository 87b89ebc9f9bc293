using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// The mean of the known values, by weight: score = 100 x sum of weight x value x decay / sum of weight, both over known values.
/// The range divides by all weights, with the unknown values at their worst and their best. A criterion with a prerequisite counts
/// if that is met; while the prerequisite is unknown, the criterion is left out of the mean, and the range covers both cases.
/// </summary>
internal sealed class WeightedMean(ScoringLayout layout) : ScoringStrategy(layout)
{
    public override string Name => "weighted-mean/1";

    protected internal override bool TakesPrerequisites => true;

    protected internal override void Check(StrategyFaults faults)
    {
        StrategyRules.CheckShares(Layout, "a weighted mean", faults);
        if (!Layout.HasPrerequisites) return;
        if (Array.Exists(Layout.ScoredCriteria, criterion => criterion.RootPrerequisite is null)) return;
        faults.Add(
            "mean.prerequisites",
                "Every criterion with a weight has a prerequisite; if none is met there is no mean, so at least one must always count.");
    }

    protected internal override ScoreRange Score(AnswerSheet answers)
    {
        var states = Layout.PrerequisitesOf(answers);
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

        // If an unknown curve can't reach the values of the known ones, the mean of these would be too high.
        return new ScoreRange(Math.Min(Math.Max(mean, lowest), highest), lowest, highest);
    }

    protected internal override IEnumerable<ScoreLine> Explain(AnswerSheet answers)
    {
        var states = Layout.PrerequisitesOf(answers);
        var sum = Add(answers, states, states.Met).Sum;
        var score = Score(answers).Score;
        foreach (var criterion in Layout.ScoredCriteria)
        {
            if (answers.IsInForce(criterion) == false) continue;
            var value = answers.ValueOf(criterion);
            var counts = !double.IsNaN(value) && sum != 0 && answers.IsInForce(criterion) == true;
            yield return ScoreLine.Of(criterion, counts ? score * (criterion.Weight * value / sum) : 0);
        }
    }

    private Sums Add(AnswerSheet answers, PrerequisiteStates states, uint met)
    {
        double sum = 0;
        double known = 0;
        double worst = 0;
        double best = 0;
        double total = 0;
        foreach (var criterion in Layout.ScoredCriteria)
        {
            if (criterion.PrerequisitePlace >= 0 && (met & (1U << criterion.PrerequisitePlace)) == 0) continue;
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

    /// <summary>The range of points of an unknown answer: all of them, or for a prerequisite, those of the current case.</summary>
    private PrerequisiteInfo.PointRange PointsOf(CriterionInfo criterion, PrerequisiteStates states, uint met)
    {
        var place = Layout.PlaceOf(criterion);
        return place >= 0 && (states.Unknown & (1U << place)) != 0
            ? Layout.Prerequisites[place].PointsIf((met & (1U << place)) != 0)
            : PrerequisiteInfo.PointRange.Between(0, criterion.Weight * criterion.HighestValue);
    }

    /// <summary>Weight x value of the known answers, their weight, the least and most that unknown ones give, and the total.</summary>
    private readonly record struct Sums(double Sum, double Known, double Worst, double Best, double Total);
}
