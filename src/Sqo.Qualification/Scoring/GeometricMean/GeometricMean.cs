using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The geometric mean of the known values, by weight: score = 100 x exp(sum of weight x ln(value x decay) / sum of weight), both over
/// known values. One value of 0 makes it 0: a strength elsewhere does not make up for a total absence.
/// </summary>
internal sealed class GeometricMean(ScoringLayout layout) : ScoringStrategy(layout)
{
    public override string Name => "geometric-mean/1";

    protected internal override void Check(StrategyFaults faults) => StrategyRules.CheckShares(Layout, "a geometric mean", faults);

    protected internal override ScoreRange Score(AnswerSheet answers)
    {
        double sum = 0;
        double known = 0;
        double unknown = 0;
        double best = 0;
        foreach (var criterion in Layout.ScoredCriteria)
        {
            var value = answers.ValueOf(criterion);
            if (double.IsNaN(value))
            {
                unknown += criterion.Weight;
                best += criterion.Weight * Logarithm.Of(criterion.HighestValue);
            }
            else
            {
                sum += criterion.Weight * Logarithm.Of(value);
                known += criterion.Weight;
            }
        }

        var highest = 100 * Exponential.Exp((sum + best) / (known + unknown));
        if (unknown == 0) return new ScoreRange(highest, highest, highest);
        var mean = known > 0 ? 100 * Exponential.Exp(sum / known) : 0;
        return new ScoreRange(Math.Min(mean, highest), 0, highest);
    }

    /// <summary>Starts at 100; each value below 1 gets its share of the loss, by weight x logarithm.</summary>
    protected internal override IEnumerable<ScoreLine> Explain(AnswerSheet answers)
    {
        var loss = Score(answers).Score - 100;
        var shares = Shares(answers);
        double total = 0;
        foreach (var share in shares) total += share;
        yield return ScoreLine.Base(100);
        for (var i = 0; i < shares.Length; i++)
        {
            yield return ScoreLine.Of(Layout.ScoredCriteria[i], total == 0 ? 0 : loss * (shares[i] / total));
        }
    }

    /// <summary>Zeros share the whole loss; without any, values below 1 by their logarithms; without those, unknown answers.</summary>
    private double[] Shares(AnswerSheet answers)
    {
        var criteria = Layout.ScoredCriteria;
        var values = Array.ConvertAll(criteria, answers.ValueOf);
        var hasZero = Array.IndexOf(values, 0) >= 0;
        var hasLoss = Array.Exists(values, value => value < 1);
        var shares = new double[criteria.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            var weight = criteria[i].Weight;
            if (hasZero) shares[i] = values[i] == 0 ? weight : 0;
            else if (hasLoss) shares[i] = double.IsNaN(values[i]) ? 0 : -weight * Logarithm.Of(values[i]);
            else shares[i] = double.IsNaN(values[i]) ? weight : 0;
        }

        return shares;
    }
}
