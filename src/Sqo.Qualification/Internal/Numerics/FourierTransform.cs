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
    /// <exception cref="ArgumentOutOfRangeException">The size is something else.</exception>
    public FourierTransform(int size)
    {
        if (size < 4 || (size & (size - 1)) != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(size), size, "The size must be a power of two, at least 4.");
        }

        Size = size;
        var tables = Kept.Of(size);
        (_cosines, _sines, _swaps) = (tables.Cosines, tables.Sines, tables.Swaps);
    }

    public int Size { get; }

    /// <summary>Replaces x[j] by the sum of x[n] exp(-2 pi i n j / size).</summary>
    /// <param name="real">The real parts of the numbers; what is beyond the size is left.</param>
    /// <param name="imaginary">The imaginary parts.</param>
    /// <exception cref="ArgumentException">There are fewer numbers than the size.</exception>
    public void Run(double[] real, double[] imaginary)
    {
        if (real.Length < Size || imaginary.Length < Size) throw new ArgumentException("There must be as many numbers as the size.");
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
            ref var re = ref real[0];
            ref var im = ref imaginary[0];
            ref var cos = ref cosines[0];
            ref var sin = ref sines[0];
            for (var h = (nuint)half; i <= half - Vector<double>.Count; i += Vector<double>.Count)
            {
                var (at, turn) = ((nuint)(start + i), (nuint)(half + i));
                var (c, s) = (Vector.LoadUnsafe(ref cos, turn), Vector.LoadUnsafe(ref sin, turn));
                var (aRe, aIm) = (Vector.LoadUnsafe(ref re, at), Vector.LoadUnsafe(ref im, at));
                var (bRe, bIm) = (Vector.LoadUnsafe(ref re, at + h), Vector.LoadUnsafe(ref im, at + h));
                var (x, y) = ((bRe * c) - (bIm * s), (bRe * s) + (bIm * c));
                (aRe, aIm, bRe, bIm) = (aRe + x, aIm + y, aRe - x, aIm - y);
                var (cRe, cIm) = (Vector.LoadUnsafe(ref re, at + (2 * h)), Vector.LoadUnsafe(ref im, at + (2 * h)));
                var (dRe, dIm) = (Vector.LoadUnsafe(ref re, at + (3 * h)), Vector.LoadUnsafe(ref im, at + (3 * h)));
                (x, y) = ((dRe * c) - (dIm * s), (dRe * s) + (dIm * c));
                (cRe, cIm, dRe, dIm) = (cRe + x, cIm + y, cRe - x, cIm - y);
                (c, s) = (Vector.LoadUnsafe(ref cos, turn + h), Vector.LoadUnsafe(ref sin, turn + h));
                (x, y) = ((cRe * c) - (cIm * s), (cRe * s) + (cIm * c));
                (aRe + x).StoreUnsafe(ref re, at);
                (aIm + y).StoreUnsafe(ref im, at);
                (aRe - x).StoreUnsafe(ref re, at + (2 * h));
                (aIm - y).StoreUnsafe(ref im, at + (2 * h));
                (c, s) = (Vector.LoadUnsafe(ref cos, turn + (2 * h)), Vector.LoadUnsafe(ref sin, turn + (2 * h)));
                (x, y) = ((dRe * c) - (dIm * s), (dRe * s) + (dIm * c));
                (bRe + x).StoreUnsafe(ref re, at + h);
                (bIm + y).StoreUnsafe(ref im, at + h);
                (bRe - x).StoreUnsafe(ref re, at + (3 * h));
                (bIm - y).StoreUnsafe(ref im, at + (3 * h));
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
