using System;

namespace Sqo.Qualification.Internal;

internal static class Rounding
{
    // Splits a double into two halves of its digits (Veltkamp).
    private const double Splitter = 134217729;

    /// <summary>
    /// The number of hundredths nearest to a number from 0 to 100, ties to the even one. It uses the exact number: 2.675 is slightly
    /// below its digits and not a tie, although 2.675 x 100 rounds to one.
    /// </summary>
    public static double Hundredths(double x)
    {
        var product = x * 100;
        var high = x * Splitter;
        high -= high - x;
        // The exact rounding error of the product.
        var lost = ((high * 100) - product) + ((x - high) * 100);
        var whole = Math.Floor(product);
        var beyondHalf = product - whole - 0.5 + lost;
        return beyondHalf > 0 || (beyondHalf == 0 && whole % 2 != 0) ? whole + 1 : whole;
    }
}
