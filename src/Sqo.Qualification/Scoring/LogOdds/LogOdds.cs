using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A scorecard in log-odds: ln(p / (1 - p)) = intercept + sum of (points at zero + weight x value x decay), and the score is
/// 100 x p, kept within bounds. An unknown answer adds 0 points, or if its bins don't span 0, the points nearest to 0;
/// the range has it at its worst and at its best.
/// </summary>
internal sealed class LogOdds(ScoringLayout layout, double intercept, double least, double greatest) : ScoringStrategy(layout)
{
    // Beyond it a probability is 0 or 1 within the precision of a score.
    private const double MostLogOdds = 700;

    public override string Name => "log-odds/1";

    public double Intercept => intercept;

    /// <summary>The lowest probability that a score can have.</summary>
    public double Least => least;

    /// <summary>The highest probability that a score can have.</summary>
    public double Greatest => greatest;

    protected internal override void Check(StrategyFaults faults)
    {
        StrategyRules.CheckBounds(Layout, "a sum of log-odds", faults);
        if (!(Math.Abs(intercept) <= MostLogOdds))
        {
            faults.Add(
                "log-odds.intercept",
                $"The intercept is {InvariantText.Of(intercept)}; it must be a number from -{MostLogOdds} to {MostLogOdds}.");
        }

        if (!(least >= 0 && least < greatest && greatest <= 1))
        {
            faults.Add(
                "log-odds.bounds",
                $"The probability is kept within [{InvariantText.Of(least)}, {InvariantText.Of(greatest)}]; " +
                "it must hold that 0 <= least < greatest <= 1.");
        }

        if (Array.TrueForAll(Layout.ScoredCriteria, criterion => !criterion.Settings.HasWeight))
        {
            faults.Add("log-odds.empty", "No criterion has a weight other than 0, or bins; a sum of log-odds needs at least one.");
        }

        foreach (var criterion in Layout.ScoredCriteria)
        {
            if (Math.Abs(criterion.Weight) > MostLogOdds || Math.Abs(criterion.PointsAtZero) > MostLogOdds)
            {
                faults.Add(
                    "log-odds.weight",
                    criterion.Id,
                    $"it gives from {InvariantText.Of(criterion.PointsAtZero)} to " +
                    $"{InvariantText.Of(criterion.PointsAtZero + criterion.Weight)} points",
                    $"points in log-odds must lie from -{MostLogOdds} to {MostLogOdds}; a weight of 1 multiplies the odds by 2.7 already");
            }
            else if (criterion.Settings.HasBins && criterion.DecayHalfLifeDays is not null)
            {
                faults.Add(
                    "log-odds.decay", criterion.Id, "it has bins and a decay",
                    "points of bins don't decay; make the age a criterion of its own");
            }
        }
    }

    protected internal override ScoreRange Score(AnswerSheet answers)
    {
        var sum = intercept;
        var low = intercept;
        var high = intercept;
        foreach (var criterion in Layout.ScoredCriteria)
        {
            var (points, worst, best) = PointsOf(criterion, answers);
            sum += points;
            low += worst;
            high += best;
        }

        return new ScoreRange(Kept(sum), Kept(low), Kept(high));
    }

    /// <summary>
    /// Splits the difference between the probability of the intercept alone and the score among the criteria by their log-odds: each
    /// gets its part of the straight path from one to the other (Aumann and Shapley, 1974), whatever the order of the criteria.
    /// </summary>
    protected internal override IEnumerable<ScoreLine> Explain(AnswerSheet answers)
    {
        var score = Score(answers).Score;
        double sum = 0;
        foreach (var criterion in Layout.ScoredCriteria) sum += PointsOf(criterion, answers).Points;
        var start = Logistic.Probability(intercept);
        var end = Logistic.Probability(intercept + sum);
        // On a path of no length the slope is that of the curve.
        var slope = Math.Abs(sum) > 1e-6 ? (end - start) / sum : start * (1 - start);
        yield return ScoreLine.Base(100 * start);
        foreach (var criterion in Layout.ScoredCriteria)
        {
            yield return ScoreLine.Of(criterion, 100 * slope * PointsOf(criterion, answers).Points);
        }

        var left = score - (100 * (start + (slope * sum)));
        var bounds = new GroupInfo(GroupInfo.TotalId, null) { Minimum = 100 * least, Maximum = 100 * greatest };
        if (Math.Abs(left) > 1e-9) yield return left < 0 ? ScoreLine.Cap(bounds, left) : ScoreLine.Floor(bounds, left);
    }

    private static Part PointsOf(CriterionInfo criterion, AnswerSheet answers)
    {
        var points = criterion.PointsAtZero + (criterion.Weight * answers.ValueOf(criterion));
        if (!double.IsNaN(points)) return new Part(points, points, points);
        var far = criterion.PointsAtZero + (criterion.Weight * criterion.HighestValue);
        var worst = Math.Min(criterion.PointsAtZero, far);
        var best = Math.Max(criterion.PointsAtZero, far);
        return new Part(Math.Min(Math.Max(0, worst), best), worst, best);
    }

    private double Kept(double logOdds) => 100 * Math.Clamp(Logistic.Probability(logOdds), least, greatest);

    /// <summary>The points that count, with the points of the worst and the best value of the answer.</summary>
    private readonly record struct Part(double Points, double Worst, double Best);
}
