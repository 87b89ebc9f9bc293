using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How well a score, on any scale, separated the deals that were won from those that were lost. Immutable; the same bits for any order
/// of the outcomes. Undefined measures (no deal, none won, none lost) are <see langword="null"/>, never NaN.
/// </summary>
/// <remarks>
/// Measure on deals that the score was not made from: split by time, the oldest 80 % to make it, the rest to measure it. For
/// probabilities, see <see cref="ProbabilityMeasures"/>, which also has the Brier score and reliability.
/// </remarks>
public sealed class ScoreMeasures
{
    private readonly OutcomeGroup[] _groups;

    // Won and lost from a group on upward; one more entry, 0, at the end.
    private readonly int[] _wonFrom;
    private readonly int[] _lostFrom;

    internal ScoreMeasures(OutcomeGroup[] groups)
    {
        _groups = groups;
        _wonFrom = new int[groups.Length + 1];
        _lostFrom = new int[groups.Length + 1];
        for (var i = groups.Length - 1; i >= 0; i--)
        {
            _wonFrom[i] = _wonFrom[i + 1] + groups[i].Won;
            _lostFrom[i] = _lostFrom[i + 1] + groups[i].Lost;
        }

        if (Won == 0 || Lost == 0) return;
        Auc = AreaUnderCurve();
        AucStandardError = DeLong(Auc.Value);
    }

    /// <summary>The number of closed deals.</summary>
    public int Count => Won + Lost;

    /// <summary>The number of them that were won.</summary>
    public int Won => _wonFrom[0];

    /// <summary>The number of them that were lost.</summary>
    public int Lost => _lostFrom[0];

    /// <summary>The deals won out of all: the win rate of a random deal.</summary>
    public ObservedRate BaseRate => new(Won, Count);

    /// <summary>
    /// The area under the ROC curve, from 0 to 1: the probability that a random won deal has a higher score than a random lost one,
    /// equal scores counting half. 0.5 is no better than chance. <see langword="null"/> if none was won or none lost.
    /// </summary>
    public double? Auc { get; }

    /// <summary>
    /// The standard error of <see cref="Auc"/> by DeLong, DeLong and Clarke-Pearson (1988), computed from ranks as by Sun and Xu
    /// (2014). <see langword="null"/> with fewer than two won or two lost, and if the variance is estimated at 0 (the score separates
    /// them fully, or is the same for all): the method then can't tell how certain the area is.
    /// </summary>
    public double? AucStandardError { get; }

    /// <summary>Measures a score against outcomes, in O(n log n).</summary>
    /// <param name="outcomes">Closed deals with the score that each had before; any order.</param>
    /// <returns>The measures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="outcomes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A score is NaN or infinite; the message names its index and value.</exception>
    public static ScoreMeasures Of(IEnumerable<ScoredOutcome> outcomes) => new(OutcomeGroup.Sort(outcomes));

    /// <summary>Gets the interval of <see cref="Auc"/>, by the normal distribution, kept within 0 and 1.</summary>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <returns>The interval, or <see langword="null"/> if <see cref="AucStandardError"/> is.</returns>
    /// <value>The default confidence is 0.95.</value>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not between 0 and 1.</exception>
    public StatisticalInterval? AucInterval(double confidence = 0.95)
    {
        Guard.OpenUnit(confidence);
        if (Auc is not { } area || AucStandardError is not { } error) return null;
        var half = NormalQuantile.TwoSided(confidence) * error;
        return new(Math.Max(0, area - half), Math.Min(1, area + half), confidence);
    }

    /// <summary>Gets the share of all won deals that are in the highest-scored share of deals.</summary>
    /// <param name="share">The share of deals, above 0 and up to 1.</param>
    /// <returns>From 0 to 1, or <see langword="null"/> if none was won.</returns>
    /// <remarks>
    /// If the cut falls within deals with the same score, or within one deal, it takes a proportional share: if two of ten equal deals
    /// were won, three of them count as 0.6 won.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not above 0 and up to 1.</exception>
    public double? Gain(double share)
    {
        if (!(share > 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(share), share, $"share is {InvariantText.Of(share)}; it must lie above 0, up to 1.");
        }

        if (Won == 0) return null;
        var left = share * Count;
        for (var i = _groups.Length - 1; i >= 0; i--)
        {
            var group = _groups[i];
            if (left <= group.Count) return (_wonFrom[i + 1] + (left * group.Won / group.Count)) / Won;
            left -= group.Count;
        }

        return 1;
    }

    /// <summary>
    /// Gets the win rate of the highest-scored share as a multiple of the overall rate: <see cref="Gain"/> / <paramref name="share"/>.
    /// A random order gives 1.
    /// </summary>
    /// <param name="share">The share of deals, above 0 and up to 1.</param>
    /// <returns>0 or more, or <see langword="null"/> if none was won.</returns>
    /// <value>The default share is 0.1, the top decile.</value>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not above 0 and up to 1.</exception>
    public double? Lift(double share = 0.1) => Gain(share) / share;

    /// <summary>Gets the outcomes of the deals at a threshold: those at it or above are taken.</summary>
    /// <param name="threshold">The lowest score that is taken; a finite number.</param>
    /// <returns>The four counts, with precision, recall and F1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threshold"/> is NaN or infinite.</exception>
    public ConfusionCounts At(double threshold)
    {
        Guard.Finite(threshold);
        int low = 0, high = _groups.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_groups[middle].Score >= threshold) high = middle;
            else low = middle + 1;
        }

        return From(low, threshold);
    }

    /// <summary>
    /// Gets every threshold that makes a difference, from the one that takes none to the one that takes all: the points of the ROC
    /// curve and of the precision-recall curve.
    /// </summary>
    /// <returns>One more entry than there are different scores.</returns>
    public IReadOnlyList<ConfusionCounts> Curve()
    {
        var curve = new ConfusionCounts[_groups.Length + 1];
        for (var i = 0; i < curve.Length; i++) curve[i] = Cut(_groups.Length - i);
        return Array.AsReadOnly(curve);
    }

    /// <summary>
    /// Gets the threshold whose errors cost the least on these deals. If several cost the same, the highest is chosen, which takes the
    /// fewest deals.
    /// </summary>
    /// <param name="falsePositive">The cost of a deal that was taken and lost, 0 or above.</param>
    /// <param name="falseNegative">The cost of a deal that was not taken and won, 0 or above, in the same unit.</param>
    /// <returns>The threshold, or <see langword="null"/> without a deal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A cost is negative, NaN or infinite.</exception>
    public ThresholdChoice? BestThreshold(double falsePositive, double falseNegative)
    {
        Guard.NotNegative(falsePositive);
        Guard.NotNegative(falseNegative);
        if (Count == 0) return null;
        var best = _groups.Length;
        var least = CostOf(best);
        for (var i = best - 1; i >= 0; i--)
        {
            var cost = CostOf(i);
            if (!(cost < least)) continue;
            best = i;
            least = cost;
        }

        return new(Cut(best), least);

        double CostOf(int from) => (_lostFrom[from] * falsePositive) + ((Won - _wonFrom[from]) * falseNegative);
    }

    private ConfusionCounts Cut(int from) => From(from, from == _groups.Length ? null : _groups[from].Score);

    private ConfusionCounts From(int from, double? threshold) =>
        new(threshold, _wonFrom[from], _lostFrom[from], Won - _wonFrom[from], Lost - _lostFrom[from]);

    // Twice the pairs that a won deal wins is a whole number, because a tie is half a pair.
    private double AreaUnderCurve()
    {
        long pairs = 0;
        for (var i = 0; i < _groups.Length; i++) pairs += _groups[i].Lost * ((2L * _wonFrom[i + 1]) + _groups[i].Won);
        return pairs / (2.0 * Won * Lost);
    }

    // The ranks give the placements of each won deal among the lost and of each lost deal among the won.
    private double? DeLong(double area)
    {
        if (Won < 2 || Lost < 2) return null;
        double ofWon = 0, ofLost = 0;
        for (var i = 0; i < _groups.Length; i++)
        {
            var group = _groups[i];
            var won = ((Lost - _lostFrom[i]) + (group.Lost / 2.0)) / Lost - area;
            var lost = (_wonFrom[i + 1] + (group.Won / 2.0)) / Won - area;
            ofWon += group.Won * won * won;
            ofLost += group.Lost * lost * lost;
        }

        var variance = (ofWon / (Won - 1.0) / Won) + (ofLost / (Lost - 1.0) / Lost);
        // One or two steps of rounding are not a variance.
        return variance > 1e-30 ? Math.Sqrt(variance) : null;
    }
}
