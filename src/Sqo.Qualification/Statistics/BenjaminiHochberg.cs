using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The correction of Benjamini and Hochberg (1995) for many tests at once: on average, at most the given share of the findings are
/// false. Tests can be independent or positively dependent.
/// </summary>
public static class BenjaminiHochberg
{
    /// <summary>Adjusts p-values: an adjusted value of at most 0.05 is a finding at a false discovery rate of 5 %.</summary>
    /// <param name="pValues">The p-values, each from 0 to 1, in any order.</param>
    /// <returns>
    /// The adjusted values in the order given, from 0 to 1: for each value, the minimum of value x number of tests / rank over it and
    /// all larger values.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="pValues"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is NaN or not from 0 to 1.</exception>
    public static IReadOnlyList<double> Adjust(IEnumerable<double> pValues)
    {
        double[] values = [.. Guard.NotNull(pValues)];
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            Guard.Within(0, values[i], 1, $"pValues[{InvariantText.Of((long)i)}]");
            order[i] = i;
        }

        Array.Sort((double[])values.Clone(), order);
        var adjusted = new double[values.Length];
        double least = 1;
        for (var rank = values.Length; rank > 0; rank--)
        {
            least = Math.Min(least, values[order[rank - 1]] * values.Length / rank);
            adjusted[order[rank - 1]] = least;
        }

        return Array.AsReadOnly(adjusted);
    }
}
