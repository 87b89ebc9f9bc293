using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Turns a score on any scale into the probability that the deal is won. Derive from it for a custom calibration; the built-in ones
/// (<see cref="IsotonicCalibration"/>, <see cref="PlattCalibration"/>, <see cref="VennAbersCalibration"/>) derive from it too.
/// </summary>
/// <remarks>A calibration is used by many threads at once and must not change.</remarks>
public abstract class ScoreCalibration
{
    /// <summary>Creates a calibration whose probabilities are kept within bounds, because an open deal is never certain.</summary>
    /// <param name="lowest">The lowest probability, from 0 to below <paramref name="highest"/>.</param>
    /// <param name="highest">The highest probability, up to 1.</param>
    /// <value>The defaults are 0.01 and 0.99.</value>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are not from 0 to 1, the first below the second.</exception>
    protected ScoreCalibration(double lowest = 0.01, double highest = 0.99)
    {
        Guard.Bounds(lowest, highest);
        Lowest = lowest;
        Highest = highest;
    }

    /// <summary>The lowest probability that it gives.</summary>
    public double Lowest { get; }

    /// <summary>The highest probability that it gives.</summary>
    public double Highest { get; }

    /// <summary>Reads a built-in calibration from the JSON that its <c>ToJson</c> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The calibration.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not a calibration of this kind; the message says what is wrong.</exception>
    public static ScoreCalibration Parse(string json)
    {
        var root = JsonMembers.Object(Json.Read(Guard.NotNull(json)), "the calibration");
        return root.Text("format") switch
        {
            IsotonicCalibration.Format => IsotonicCalibration.Parse(json),
            PlattCalibration.Format => PlattCalibration.Parse(json),
            VennAbersCalibration.Format => VennAbersCalibration.Parse(json),
            var format => throw new FormatException(
                $"The format of the calibration is \"{format}\"; this version of the library reads \"{IsotonicCalibration.Format}\", " +
                $"\"{PlattCalibration.Format}\" and \"{VennAbersCalibration.Format}\"."),
        };
    }

    /// <summary>Gets the probability that a deal with this score is won.</summary>
    /// <param name="score">A finite number.</param>
    /// <returns>From <see cref="Lowest"/> to <see cref="Highest"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> is NaN or infinite.</exception>
    /// <exception cref="InvalidOperationException">A custom calibration returned NaN.</exception>
    public double Probability(double score)
    {
        var p = Calibrate(Guard.Finite(score));
        if (double.IsNaN(p)) throw new InvalidOperationException(
            $"{GetType().Name} returned NaN for the score {InvariantText.Of(score)}; it must return a probability.");
        return Math.Clamp(p, Lowest, Highest);
    }

    /// <summary>Measures its probabilities on outcomes: Brier, log loss, reliability table, AUC.</summary>
    /// <param name="outcomes">
    /// Closed deals with the score that each had before. Use other deals than it was fitted to, or the measures are too good.
    /// </param>
    /// <returns>The measures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="outcomes"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is NaN or infinite.</exception>
    public ProbabilityMeasures Measure(IEnumerable<ScoredOutcome> outcomes) =>
        ProbabilityMeasures.Of(Guard.NotNull(outcomes).Select(outcome => new ScoredOutcome(Probability(outcome.Score), outcome.Won)));

    /// <summary>Gets the probability before the bounds are applied.</summary>
    /// <param name="score">A finite number.</param>
    /// <returns>A probability.</returns>
    protected abstract double Calibrate(double score);
}
