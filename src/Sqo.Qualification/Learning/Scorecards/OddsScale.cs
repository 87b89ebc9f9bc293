using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The scale on which scorecards show log-odds: points = base points + factor x ln(odds / base odds), with
/// factor = points to double the odds / ln 2 (Siddiqi, <i>Credit Risk Scorecards</i>, 2006). Immutable.
/// </summary>
public sealed class OddsScale
{
    private const double Ln2 = 0.69314718055994530942;

    /// <summary>Creates a scale.</summary>
    /// <param name="basePoints">The points at the base odds.</param>
    /// <param name="baseOdds">The odds, won to lost, that have the base points; above 0.</param>
    /// <param name="pointsToDoubleOdds">
    /// The number of points that double the odds; not 0, and below 0 on a scale on which fewer points are better.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A number is not finite, <paramref name="baseOdds"/> is not above 0, or <paramref name="pointsToDoubleOdds"/> is 0.
    /// </exception>
    public OddsScale(double basePoints, double baseOdds, double pointsToDoubleOdds)
    {
        if (!IsFinite(basePoints)) throw new ArgumentOutOfRangeException(
            nameof(basePoints), basePoints, $"The base points are {InvariantText.Of(basePoints)}; they must be a finite number.");
        if (!(baseOdds > 0) || !IsFinite(baseOdds)) throw new ArgumentOutOfRangeException(
            nameof(baseOdds), baseOdds, $"The base odds are {InvariantText.Of(baseOdds)}; they must be a finite number above 0.");
        if (pointsToDoubleOdds == 0 || !IsFinite(pointsToDoubleOdds))
        {
            throw new ArgumentOutOfRangeException(
                nameof(pointsToDoubleOdds), pointsToDoubleOdds,
                $"The points to double the odds are {InvariantText.Of(pointsToDoubleOdds)}; they must be a finite number other than 0.");
        }

        BasePoints = basePoints;
        BaseOdds = baseOdds;
        PointsToDoubleOdds = pointsToDoubleOdds;
    }

    /// <summary>The points at the base odds.</summary>
    public double BasePoints { get; }

    /// <summary>The odds, won to lost, that have the base points.</summary>
    public double BaseOdds { get; }

    /// <summary>The number of points that double the odds.</summary>
    public double PointsToDoubleOdds { get; }

    /// <summary>Gets the points of a probability.</summary>
    /// <param name="probability">Above 0 and below 1: at the ends the points would be infinite.</param>
    /// <returns>The points.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not between 0 and 1.</exception>
    public double PointsOf(double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability), probability, $"The probability is {InvariantText.Of(probability)}; it must be above 0 and below 1.");
        }

        return BasePoints + (PointsToDoubleOdds / Ln2 * (Logarithm.Of(probability / (1 - probability)) - Logarithm.Of(BaseOdds)));
    }

    /// <summary>Gets the points of a difference in log-odds: a weight or a bin of a scorecard on this scale.</summary>
    /// <param name="logOdds">The difference.</param>
    /// <returns>The points.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="logOdds"/> is not a finite number.</exception>
    public double PointsOfLogOdds(double logOdds) =>
        IsFinite(logOdds)
            ? PointsToDoubleOdds / Ln2 * logOdds
            : throw new ArgumentOutOfRangeException(
                nameof(logOdds), logOdds, $"The log-odds are {InvariantText.Of(logOdds)}; they must be a finite number.");

    /// <summary>Gets the probability of points.</summary>
    /// <param name="points">The points.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not a finite number.</exception>
    public double ProbabilityOf(double points)
    {
        if (!IsFinite(points)) throw new ArgumentOutOfRangeException(
            nameof(points), points, $"The points are {InvariantText.Of(points)}; they must be a finite number.");
        var logOdds = Logarithm.Of(BaseOdds) + ((points - BasePoints) * Ln2 / PointsToDoubleOdds);
        return Logistic.Probability(logOdds);
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);
}
