using System;
#if NET
using System.Numerics;
#endif
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Spreads a number over the points of a grid around its place, so that the transform of the grid, scaled, is that of the number at its
/// place (Dutt and Rokhlin 1993). The window is that of Kaiser and Bessel (Fessler and Sutton 2003), made to add up to 1 at every place.
/// Its weights are polynomials in the place within the cell, so numbers of one cell can share them.
/// </summary>
internal static class GridKernel
{
    /// <summary>The number of points that a number is spread over, and of powers in the polynomials.</summary>
    public const int Width = 8;

    /// <summary>The points before the cell of a number.</summary>
    public const int Before = (Width / 2) - 1;

    // The greatest frequency as a share of the size of the grid, in eighths.
    private const int ReachInEighths = 3;

    // About the frequency where the main lobe of the window ends.
    private const double Lobe = 0.65;
    private const double Beta = Math.PI * Width * Lobe;

    // The error is measured at these frequencies and places; between them it is at most so many times as large.
    private const int ErrorSteps = 96;
    private const int ErrorPlaces = 9;
    private const double BetweenSteps = 1.5;

    private static readonly double[] Polynomials = MakePolynomials();
    private static readonly double[] Errors = MakeErrors();

    // Less than a fifth of a megabyte in all.
    private static readonly SizedTables<double[]> Scales = new(16, MakeScales);

    /// <summary>The greatest frequency that a grid gives.</summary>
    public static int ReachOf(int size) => size / 8 * ReachInEighths;

    /// <summary>What the transform is multiplied by at each frequency.</summary>
    public static double[] ScalesOf(int size) => Scales.Of(size);

    /// <summary>The maximum relative error of the transform of a number, at a frequency as a share of the size of the grid.</summary>
    public static double ErrorAt(double frequency) =>
        Errors[Math.Min(ErrorSteps, (int)Math.Ceiling(frequency * (8.0 / ReachInEighths) * ErrorSteps))];

    /// <summary>The weights of the points around a place in a cell, from 0 to 1.</summary>
    public static void WeightsAt(double place, double[] weights)
    {
        var j = 0;
#if NET
        for (; j <= Width - Vector<double>.Count; j += Vector<double>.Count)
        {
            var sum = new Vector<double>(Polynomials, ((Width - 1) * Width) + j);
            var places = new Vector<double>(place);
            for (var power = Width - 2; power >= 0; power--) sum = (sum * places) + new Vector<double>(Polynomials, (power * Width) + j);
            sum.CopyTo(weights, j);
        }
#endif
        for (; j < Width; j++)
        {
            var sum = Polynomials[((Width - 1) * Width) + j];
            for (var power = Width - 2; power >= 0; power--) sum = (sum * place) + Polynomials[(power * Width) + j];
            weights[j] = sum;
        }
    }

    /// <summary>Adds numbers at a place to the moments of their cell, power after power.</summary>
    /// <param name="moments">The moments of all columns.</param>
    /// <param name="place">The place.</param>
    /// <param name="numbers">The numbers, among others.</param>
    /// <param name="first">The index of the first of them.</param>
    /// <param name="columns">How many there are, one for each column.</param>
    public static void AddMoments(double[] moments, double place, double[] numbers, int first, int columns)
    {
        var factor = 1.0;
        for (var start = 0; start < moments.Length; start += columns, factor *= place)
        {
            var i = 0;
#if NET
            for (; i <= columns - Vector<double>.Count; i += Vector<double>.Count)
            {
                var sum = new Vector<double>(moments, start + i) + (new Vector<double>(numbers, first + i) * new Vector<double>(factor));
                sum.CopyTo(moments, start + i);
            }
#endif
            for (; i < columns; i++) moments[start + i] += numbers[first + i] * factor;
        }
    }

    /// <summary>The same for a single column.</summary>
    public static void AddMoments(double[] moments, double place, double number)
    {
        // Few products wait for others.
        var square = place * place;
        var (next, fourth) = (number * place, number * (square * square));
        moments[0] += number;
        moments[1] += next;
        moments[2] += number * square;
        moments[3] += next * square;
        moments[4] += fourth;
        moments[5] += fourth * place;
        moments[6] += fourth * square;
        moments[7] += fourth * (square * place);
    }

    /// <summary>The weights of the points for all numbers of a cell together.</summary>
    /// <param name="moments">The moments of the cell, of some columns of numbers.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="column">The column.</param>
    /// <param name="weights">Receives the weights.</param>
    public static void WeightsOf(double[] moments, int columns, int column, double[] weights)
    {
        var j = 0;
#if NET
        for (; j <= Width - Vector<double>.Count; j += Vector<double>.Count)
        {
            var sum = Vector<double>.Zero;
            for (var power = 0; power < Width; power++)
            {
                sum += new Vector<double>(Polynomials, (power * Width) + j) * new Vector<double>(moments[(power * columns) + column]);
            }

            sum.CopyTo(weights, j);
        }
#endif
        for (; j < Width; j++)
        {
            var sum = 0.0;
            for (var power = 0; power < Width; power++) sum += Polynomials[(power * Width) + j] * moments[(power * columns) + column];
            weights[j] = sum;
        }
    }

    /// <summary>Adds the weights to a grid, times a number.</summary>
    public static void Add(double[] grid, int start, double[] weights, double number)
    {
        var j = 0;
#if NET
        for (var numbers = new Vector<double>(number); j <= Width - Vector<double>.Count; j += Vector<double>.Count)
        {
            (new Vector<double>(grid, start + j) + (numbers * new Vector<double>(weights, j))).CopyTo(grid, start + j);
        }
#endif
        for (; j < Width; j++) grid[start + j] += number * weights[j];
    }

    /// <summary>For each power of the place, the coefficients of all weights: by divided differences at Chebyshev's points.</summary>
    private static double[] MakePolynomials()
    {
        var places = new double[Width];
        for (var k = 0; k < Width; k++)
        {
            Trigonometry.At((k + 0.5) / (2 * Width), out _, out var cosine);
            places[k] = (1 - cosine) / 2;
        }

        var table = new double[Width * Width];
        var differences = new double[Width][];
        for (var k = 0; k < Width; k++)
        {
            differences[k] = new double[Width];
            var total = 0.0;
            for (var j = 0; j < Width; j++) total += differences[k][j] = Window(j - Before - places[k]);
            for (var j = 0; j < Width; j++) differences[k][j] /= total;
        }

        for (var j = 0; j < Width; j++)
        {
            for (var order = 1; order < Width; order++)
            {
                for (var k = Width - 1; k >= order; k--)
                {
                    differences[k][j] = (differences[k][j] - differences[k - 1][j]) / (places[k] - places[k - order]);
                }
            }

            // Horner's scheme with polynomials: multiplied by the place less one of the points, plus the difference of the next order.
            for (var k = Width - 1; k >= 0; k--)
            {
                for (var power = Width - 1; power >= 0; power--)
                {
                    ref var coefficient = ref table[(power * Width) + j];
                    coefficient = (power == 0 ? differences[k][j] : table[((power - 1) * Width) + j]) - (places[k] * coefficient);
                }
            }
        }

        return table;
    }

    /// <summary>The modified Bessel function of order 0 of the height of an ellipse: 1 at its ends.</summary>
    private static double Window(double distance)
    {
        var share = distance / (Width / 2.0);
        var quarter = Beta * Beta * (1 - (share * share)) / 4;
        double sum = 1, term = 1;
        for (var k = 1; term > 1e-17 * sum; k++) sum += term *= quarter / (k * (double)k);
        return sum;
    }

    private static double[] MakeScales(int size)
    {
        var scales = new double[ReachOf(size) + 1];
        for (var n = 0; n < scales.Length; n++) scales[n] = ScaleAt(n / (double)size);
        return scales;
    }

    /// <summary>The transform of the window at frequency 0 divided by that at a frequency: both are sinh(z) / z.</summary>
    private static double ScaleAt(double frequency)
    {
        var turned = Math.PI * Width * frequency;
        var z = Math.Sqrt((Beta * Beta) - (turned * turned));
        return Sinh(Beta) / Beta * z / Sinh(z);
    }

    private static double Sinh(double z) => (Exponential.Exp(z) - Exponential.Exp(-z)) / 2;

    /// <summary>The greatest error up to each step: the difference from 1 of a 1 that is spread, transformed and scaled.</summary>
    private static double[] MakeErrors()
    {
        var errors = new double[ErrorSteps + 1];
        var weights = new double[Width];
        for (var step = 1; step <= ErrorSteps; step++)
        {
            var frequency = step * ReachInEighths / (8.0 * ErrorSteps);
            var scale = ScaleAt(frequency);
            errors[step] = errors[step - 1];
            for (var k = 0; k < ErrorPlaces; k++)
            {
                // The window is symmetric.
                var place = k / (2.0 * (ErrorPlaces - 1));
                WeightsAt(place, weights);
                double real = 0, imaginary = 0;
                for (var j = 0; j < Width; j++)
                {
                    Trigonometry.At(frequency * (j - Before - place), out var sine, out var cosine);
                    real += weights[j] * cosine;
                    imaginary += weights[j] * sine;
                }

                var (a, b) = ((scale * real) - 1, scale * imaginary);
                errors[step] = Math.Max(errors[step], BetweenSteps * Math.Sqrt((a * a) + (b * b)));
            }
        }

        return errors;
    }
}
