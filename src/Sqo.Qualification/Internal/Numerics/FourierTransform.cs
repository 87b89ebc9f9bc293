#if NET
using System.Numerics;
#endif

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
        var (cosines, sines) = Turns(size);
        for (var half = 1; half < size; half *= 2)
        {
            for (var start = 0; start < size; start += 2 * half)
            {
                var i = start;
                var turn = half;
#if NET
                for (; i <= start + half - Vector<double>.Count; i += Vector<double>.Count, turn += Vector<double>.Count)
                {
                    var (vc, vs) = (new Vector<double>(cosines, turn), new Vector<double>(sines, turn));
                    var (a, b) = (new Vector<double>(real, i + half), new Vector<double>(imaginary, i + half));
                    var (x, y) = ((a * vc) - (b * vs), (a * vs) + (b * vc));
                    var (u, v) = (new Vector<double>(real, i), new Vector<double>(imaginary, i));
                    (u - x).CopyTo(real, i + half);
                    (v - y).CopyTo(imaginary, i + half);
                    (u + x).CopyTo(real, i);
                    (v + y).CopyTo(imaginary, i);
                }
#endif
                for (; i < start + half; i++, turn++)
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

    /// <summary>The cosines and sines of each stage, one after the other: those of half a stage h start at h.</summary>
    private static (double[] Cosines, double[] Sines) Turns(int size)
    {
        var (cosines, sines) = (new double[size], new double[size]);
        var half = size / 2;
        var i = 0;
#if NET
        var step = new double[Vector<double>.Count];
        for (var lane = 0; lane < step.Length; lane++) step[lane] = lane;
        for (var lanes = new Vector<double>(step); i <= half - step.Length; i += step.Length)
        {
            Trigonometry.At(-(new Vector<double>(i) + lanes) / new Vector<double>(size), out var sine, out var cosine);
            sine.CopyTo(sines, half + i);
            cosine.CopyTo(cosines, half + i);
        }
#endif
        for (; i < half; i++) Trigonometry.At(-(double)i / size, out sines[half + i], out cosines[half + i]);
        for (half /= 2; half > 0; half /= 2)
        {
            for (i = half; i < 2 * half; i++) (cosines[i], sines[i]) = (cosines[2 * i], sines[2 * i]);
        }

        return (cosines, sines);
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
