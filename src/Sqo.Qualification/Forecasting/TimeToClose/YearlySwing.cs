using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// How months of the year differ, from their counts relative to the expectations: two waves, of a year and of half a year, each
/// kept to the extent that it exceeds the noise (James and Stein 1961, the positive part), so that a few events per month are enough.
/// </summary>
internal static class YearlySwing
{
    private const int Months = CalendarSlots.MonthsOfYear;
    private const int Waves = 2;

    // The square of a wave must be this many times its noise.
    private const double Hurdle = 2;
    private const double Least = 0.2;

    // The cosine of 0, 30, ... 330 degrees.
    private static readonly double[] Cosines =
    [
        1, 0.86602540378443865, 0.5, 0, -0.5, -0.86602540378443865, -1, -0.86602540378443865, -0.5, 0, 0.5, 0.86602540378443865,
    ];

    /// <summary>The factor of each month of the year, with a mean of 1.</summary>
    /// <param name="counted">The count in each month of the year.</param>
    /// <param name="expected">The expected count without a season.</param>
    public static double[] Of(double[] counted, double[] expected)
    {
        var factors = new double[Months];
        double sum = 0;
        for (var month = 0; month < Months; month++)
        {
            factors[month] = 1;
            sum += counted[month];
        }

        if (sum <= 0) return factors;
        for (var wave = 1; wave <= Waves; wave++)
        {
            double cosine = 0, sine = 0, noise = 0;
            for (var month = 0; month < Months; month++)
            {
                if (expected[month] <= 0) return factors;
                var ratio = counted[month] / expected[month];
                cosine += (ratio - 1) * Cosine(wave * month) * 2 / Months;
                sine += (ratio - 1) * Cosine((wave * month) - 3) * 2 / Months;
                // The noise of both parts of the wave together: 4 / 144 times the sum of the variances of the ratios.
                noise += 4.0 / (Months * Months) / expected[month];
            }

            var kept = Math.Max(0, 1 - (Hurdle * noise / ((cosine * cosine) + (sine * sine))));
            if (!(kept > 0)) continue;
            for (var month = 0; month < Months; month++) factors[
                month] += kept * ((cosine * Cosine(wave * month)) + (sine * Cosine((wave * month) - 3)));
        }

        for (var month = 0; month < Months; month++) factors[month] = Math.Max(Least, factors[month]);
        return factors;
    }

    /// <summary>
    /// The factors from a series: each month is compared with the mean of the year around it, so that growth is no season.
    /// </summary>
    /// <param name="first">The place of the first month in the year, from 0.</param>
    /// <param name="paces">The pace of each month, consecutive.</param>
    /// <param name="exposed">The count of each month divided by its pace, such as days.</param>
    public static double[] Around(int first, IReadOnlyList<double> paces, IReadOnlyList<double> exposed)
    {
        const int Half = Months / 2;
        var counted = new double[Months];
        var expected = new double[Months];
        for (var i = Half; i < paces.Count - Half; i++)
        {
            double around = 0;
            for (var other = i - Half; other <= i + Half; other++)
            {
                around += paces[other] * (Math.Abs(other - i) == Half ? 0.5 : 1) / Months;
            }

            var place = (first + i) % Months;
            counted[place] += paces[i] * exposed[i];
            expected[place] += around * exposed[i];
        }

        return Of(counted, expected);
    }

    private static double Cosine(int twelfths) => Cosines[((twelfths % Months) + Months) % Months];
}
