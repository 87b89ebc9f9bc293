using System;

namespace Sqo.Qualification.Tests.Distributions;

/// <summary>The characteristic function of a sum, one factor after the other.</summary>
internal static class FactorProduct
{
    public static (double Real, double Imaginary) Of(ConditionalTerms terms, int node, double frequency, params int[] without)
    {
        double real = 1, imaginary = 0;
        var (all, column) = (terms.Terms, terms.Column(node));
        for (var i = 0; i < column.Length; i++)
        {
            if (Array.IndexOf(without, i) >= 0) continue;
            var angle = 2 * Math.PI * frequency * all.Amounts[i];
            var (a, b) = (1 + (column[i] * (Math.Cos(angle) - 1)), column[i] * Math.Sin(angle));
            for (var left = all.Counts[i]; left > 0; left--) Multiply(a, b);
        }

        for (var i = 0; i < all.NewCount; i++)
        {
            var (angle, rate) = (2 * Math.PI * frequency * all.NewAmounts[i], all.NewRates[i] * terms.Growth[node]);
            var size = Math.Exp(rate * (Math.Cos(angle) - 1));
            Multiply(size * Math.Cos(rate * Math.Sin(angle)), size * Math.Sin(rate * Math.Sin(angle)));
        }

        return (real, imaginary);

        void Multiply(double x, double y) => (real, imaginary) = ((real * x) - (imaginary * y), (real * y) + (imaginary * x));
    }
}
