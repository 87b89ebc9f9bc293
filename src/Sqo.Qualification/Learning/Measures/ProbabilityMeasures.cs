using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How well probabilities predicted which deals were won: the Brier score, log loss and reliability, and through <see cref="Ranking"/>
/// the measures of any score. Immutable; the same bits for any order of the outcomes. Undefined measures are <see langword="null"/>,
/// never NaN.
/// </summary>
public sealed class ProbabilityMeasures
{
    private readonly OutcomeGroup[] _groups;

    private ProbabilityMeasures(OutcomeGroup[] groups)
    {
        _groups = groups;
        Ranking = new ScoreMeasures(groups);
        if (Ranking.Count == 0) return;
        double sum = 0;
        foreach (var group in groups)
        {
            var p = group.Score;
            sum += (group.Won * (1 - p) * (1 - p)) + (group.Lost * p * p);
        }

        Brier = sum / Ranking.Count;
        var uncertainty = (double)Ranking.Won / Ranking.Count * Ranking.Lost / Ranking.Count;
        if (uncertainty > 0) BrierSkill = 1 - (Brier / uncertainty);
    }

    /// <summary>The same outcomes, measured as a score: AUC, lift, thresholds.</summary>
    public ScoreMeasures Ranking { get; }

    /// <summary>
    /// The mean of (p - y)^2, with y = 1 for won and 0 for lost (Brier 1950): from 0, the best, to 1. <see langword="null"/>
    /// without a deal.
    /// </summary>
    public double? Brier { get; }

    /// <summary>
    /// 1 - Brier / Brier of the base rate for every deal: 1 is perfect, 0 is as good as the base rate, below 0 is worse.
    /// <see langword="null"/> if none was won or none lost.
    /// </summary>
    public double? BrierSkill { get; }

    /// <summary>Measures probabilities against outcomes, in O(n log n).</summary>
    /// <param name="outcomes">Closed deals with the probability that each had before; any order.</param>
    /// <returns>The measures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="outcomes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A probability is NaN or not from 0 to 1; the message names its index and value.</exception>
    public static ProbabilityMeasures Of(IEnumerable<ScoredOutcome> outcomes) => new(OutcomeGroup.Sort(outcomes, probabilities: true));

    /// <summary>Gets the mean of -ln of the probability of the actual outcome, each kept between clamp and 1 - clamp.</summary>
    /// <param name="clamp">Above 0 and below 0.5: without it, a certain prediction that was wrong would cost infinity.</param>
    /// <returns>0 or above, or <see langword="null"/> without a deal.</returns>
    /// <value>The default clamp is 1e-15.</value>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="clamp"/> is not above 0 and below 0.5.</exception>
    public double? LogLoss(double clamp = 1e-15)
    {
        if (!(clamp > 0 && clamp < 0.5))
        {
            throw new ArgumentOutOfRangeException(
                nameof(clamp), clamp, $"clamp is {InvariantText.Of(clamp)}; it must lie above 0 and below 0.5.");
        }

        if (_groups.Length == 0) return null;
        double sum = 0;
        foreach (var group in _groups)
        {
            var p = Math.Clamp(group.Score, clamp, 1 - clamp);
            if (group.Won > 0) sum -= group.Won * Logarithm.Of(p);
            if (group.Lost > 0) sum -= group.Lost * Logarithm.Of(1 - p);
        }

        return sum / Ranking.Count;
    }

    /// <summary>Gets predicted against observed, in bins with counts as equal as equal probabilities allow.</summary>
    /// <param name="bins">The number of bins, 1 or more.</param>
    /// <returns>The table; it has fewer bins if there are fewer deals, or many with one probability.</returns>
    /// <value>The default is 10 bins.</value>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is below 1.</exception>
    public ReliabilityTable Reliability(int bins = 10) => new(_groups, Guard.AtLeast(1, bins), Ranking.BaseRate);
}
