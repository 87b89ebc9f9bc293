using System;
#if NET
using System.Numerics;
#endif

namespace Sqo.Qualification.Internal;

/// <summary>
/// The discrete Fourier transform, in place, of as many numbers as a power of two, with the same bits on every target (Cooley and Tukey
/// 1965).
/// </summary>
internal sealed class FourierTransform
{
    // A megabyte and a quarter in all.
    private static readonly SizedTables<Tables> Kept = new(16, MakeTables);

    private readonly double[] _cosines;
    private readonly double[] _sines;
    private readonly int[] _swaps;

    /// <param name="size">A power of two, at least 4.</param>
    public FourierTransform(int size)
    {
        Size = size;
        var tables = Kept.Of(size);
        (_cosines, _sines, _swaps) = (tables.Cosines, tables.Sines, tables.Swaps);
    }

    public int Size { get; }

    /// <summary>Replaces x[j] by the sum of x[n] exp(-2 pi i n j / size).</summary>
    public void Run(double[] real, double[] imaginary)
    {
        Reverse(real, imaginary);
        Quarters(real, imaginary, Size);
        var half = 4;
        for (; 2 * half < Size; half *= 4) TwoStages(real, imaginary, half);
        if (half < Size) LastStage(real, imaginary, half);
    }

    /// <summary>The last stage, if it is left.</summary>
    private void LastStage(double[] real, double[] imaginary, int half)
    {
        var i = 0;
#if NET
        for (; i <= half - Vector<double>.Count; i += Vector<double>.Count)
        {
            var (c, s) = (new Vector<double>(_cosines, half + i), new Vector<double>(_sines, half + i));
            var (a, b) = (new Vector<double>(real, half + i), new Vector<double>(imaginary, half + i));
            var (x, y) = ((a * c) - (b * s), (a * s) + (b * c));
            var (u, v) = (new Vector<double>(real, i), new Vector<double>(imaginary, i));
            (u - x).CopyTo(real, half + i);
            (v - y).CopyTo(imaginary, half + i);
            (u + x).CopyTo(real, i);
            (v + y).CopyTo(imaginary, i);
        }
#endif
        for (; i < half; i++) Turn(real, imaginary, i, half + i, _cosines[half + i], _sines[half + i]);
    }

    /// <summary>A stage and the next, in one pass over the numbers.</summary>
    private void TwoStages(double[] real, double[] imaginary, int half)
    {
        var (size, cosines, sines) = (Size, _cosines, _sines);
        for (var start = 0; start < size; start += 4 * half)
        {
            var i = 0;
#if NET
            for (; i <= half - Vector<double>.Count; i += Vector<double>.Count)
            {
                var (first, second, third, fourth) = (start + i, start + i + half, start + i + (2 * half), start + i + (3 * half));
                var (c, s) = (new Vector<double>(cosines, half + i), new Vector<double>(sines, half + i));
                var (aRe, aIm) = (new Vector<double>(real, first), new Vector<double>(imaginary, first));
                var (bRe, bIm) = (new Vector<double>(real, second), new Vector<double>(imaginary, second));
                var (x, y) = ((bRe * c) - (bIm * s), (bRe * s) + (bIm * c));
                (aRe, aIm, bRe, bIm) = (aRe + x, aIm + y, aRe - x, aIm - y);
                var (cRe, cIm) = (new Vector<double>(real, third), new Vector<double>(imaginary, third));
                var (dRe, dIm) = (new Vector<double>(real, fourth), new Vector<double>(imaginary, fourth));
                (x, y) = ((dRe * c) - (dIm * s), (dRe * s) + (dIm * c));
                (cRe, cIm, dRe, dIm) = (cRe + x, cIm + y, cRe - x, cIm - y);
                (c, s) = (new Vector<double>(cosines, (2 * half) + i), new Vector<double>(sines, (2 * half) + i));
                (x, y) = ((cRe * c) - (cIm * s), (cRe * s) + (cIm * c));
                (aRe + x).CopyTo(real, first);
                (aIm + y).CopyTo(imaginary, first);
                (aRe - x).CopyTo(real, third);
                (aIm - y).CopyTo(imaginary, third);
                (c, s) = (new Vector<double>(cosines, (3 * half) + i), new Vector<double>(sines, (3 * half) + i));
                (x, y) = ((dRe * c) - (dIm * s), (dRe * s) + (dIm * c));
                (bRe + x).CopyTo(real, second);
                (bIm + y).CopyTo(imaginary, second);
                (bRe - x).CopyTo(real, fourth);
                (bIm - y).CopyTo(imaginary, fourth);
            }
#endif
            for (; i < half; i++)
            {
                var (first, second, third, fourth) = (start + i, start + i + half, start + i + (2 * half), start + i + (3 * half));
                Turn(real, imaginary, first, second, cosines[half + i], sines[half + i]);
                Turn(real, imaginary, third, fourth, cosines[half + i], sines[half + i]);
                Turn(real, imaginary, first, third, cosines[(2 * half) + i], sines[(2 * half) + i]);
                Turn(real, imaginary, second, fourth, cosines[(3 * half) + i], sines[(3 * half) + i]);
            }
        }
    }

    /// <summary>Turns the second number, then takes the sum and the difference.</summary>
    private static void Turn(double[] real, double[] imaginary, int first, int second, double cosine, double sine)
    {
        var re = (real[second] * cosine) - (imaginary[second] * sine);
        var im = (real[second] * sine) + (imaginary[second] * cosine);
        (real[second], imaginary[second]) = (real[first] - re, imaginary[first] - im);
        real[first] += re;
        imaginary[first] += im;
    }

    /// <summary>The first two stages, whose turns are quarters.</summary>
    private static void Quarters(double[] real, double[] imaginary, int size)
    {
        for (var i = 0; i <= size - 4; i += 4)
        {
            var (a, b) = (real[i] + real[i + 1], real[i] - real[i + 1]);
            var (c, d) = (real[i + 2] + real[i + 3], real[i + 2] - real[i + 3]);
            var (e, f) = (imaginary[i] + imaginary[i + 1], imaginary[i] - imaginary[i + 1]);
            var (g, h) = (imaginary[i + 2] + imaginary[i + 3], imaginary[i + 2] - imaginary[i + 3]);
            (real[i], real[i + 2]) = (a + c, a - c);
            (real[i + 1], real[i + 3]) = (b + h, b - h);
            (imaginary[i], imaginary[i + 2]) = (e + g, e - g);
            (imaginary[i + 1], imaginary[i + 3]) = (f - d, f + d);
        }
    }

    /// <summary>The cosines and sines of each stage, one after the other: those of half a stage h start at h.</summary>
    private static Tables MakeTables(int size)
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

        return new(cosines, sines, Swaps(size));
    }

    /// <summary>The pairs of places whose numbers change places, so that each lands where its bits are reversed.</summary>
    private static int[] Swaps(int size)
    {
        var swaps = new int[size];
        var count = 0;
        for (int i = 1, j = 0; i < size; i++)
        {
            var bit = size >> 1;
            for (; (j & bit) != 0; bit >>= 1) j ^= bit;
            j ^= bit;
            if (i >= j) continue;
            (swaps[count], swaps[count + 1]) = (i, j);
            count += 2;
        }

        Array.Resize(ref swaps, count);
        return swaps;
    }

    private void Reverse(double[] real, double[] imaginary)
    {
        for (var k = 0; k < _swaps.Length - 1; k += 2)
        {
            var (i, j) = (_swaps[k], _swaps[k + 1]);
            (real[i], real[j]) = (real[j], real[i]);
            (imaginary[i], imaginary[j]) = (imaginary[j], imaginary[i]);
        }
    }

    private sealed class Tables(double[] cosines, double[] sines, int[] swaps)
    {
        public double[] Cosines => cosines;

        public double[] Sines => sines;

        public int[] Swaps => swaps;
    }
}
