using System;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The discrete Fourier transform, in place, of as many numbers as a power of two, with the same bits on every target (Cooley and Tukey
/// 1965).
/// </summary>
internal static class FourierTransform
{
    /// <summary>Replaces x[j] by the sum of x[n] exp(-2 pi i n j / size).</summary>
    public static void Run(double[] real, double[] imaginary)
    {
        var size = real.Length;
        Reverse(real, imaginary);
        var (cosines, sines) = (new double[Math.Max(1, size / 2)], new double[Math.Max(1, size / 2)]);
        for (var i = 0; i < cosines.Length; i++) Trigonometry.At(-(double)i / size, out sines[i], out cosines[i]);
        for (var half = 1; half < size; half *= 2)
        {
            var stride = size / (2 * half);
            for (var start = 0; start < size; start += 2 * half)
            {
                for (int i = start, turn = 0; i < start + half; i++, turn += stride)
                {
                    var (c, s) = (cosines[turn], sines[turn]);
                    var re = (real[i + half] * c) - (imaginary[i + half] * s);
                    var im = (real[i + half] * s) + (imaginary[i + half] * c);
                    real[i + half] = real[i] - re;
                    imaginary[i + half] = imaginary[i] - im;
                    real[i] += re;
                    imaginary[i] += im;
                }
            }
        }
    }

    private static void Reverse(double[] real, double[] imaginary)
    {
        for (int i = 1, j = 0; i < real.Length; i++)
        {
            var bit = real.Length >> 1;
            for (; (j & bit) != 0; bit >>= 1) j ^= bit;
            j ^= bit;
            if (i >= j) continue;
            (real[i], real[j]) = (real[j], real[i]);
            (imaginary[i], imaginary[j]) = (imaginary[j], imaginary[i]);
        }
    }
}
