namespace Sqo.Qualification;

/// <summary>
/// A score that is the sum of each criterion's points on a fixed scale, in the order of the criteria: no groups, bounds, decay or
/// prerequisites. It can be summed while the criteria are asked. Immutable.
/// </summary>
internal sealed class PlainSum(double[] weights, double start, double span)
{
    /// <summary>The weights by the indexes of the criteria.</summary>
    public readonly double[] Weights = weights;

    /// <summary>
    /// The total on the scale, kept from 0 to 100: penalties can exceed the points, and rounding can go just past either end.
    /// </summary>
    public static double Scaled(double total, double start, double span)
    {
        var score = (total - start) * 100 / span;
        return score < 0 ? 0 : score > 100 ? 100 : score;
    }

    public double Scaled(double total) => Scaled(total, start, span);
}
