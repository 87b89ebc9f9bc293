using System;
using System.Collections.Generic;
using System.Numerics;

namespace PipelineReview.Generator;

/// <summary>
/// xoshiro256**, seeded by SplitMix64 (Blackman and Vigna 2018). All numbers are computed by additions, multiplications and
/// divisions, so a seed gives the same bytes on every machine.
/// </summary>
internal sealed class RandomSource
{
    private const double Ln2 = 0.693147180559945309417;

    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    public RandomSource(ulong seed)
    {
        _s0 = SplitMix64(ref seed);
        _s1 = SplitMix64(ref seed);
        _s2 = SplitMix64(ref seed);
        _s3 = SplitMix64(ref seed);
    }

    /// <summary>A whole number from 0 up to, but not including, the limit.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>A number from 0 up to, but not including, 1.</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Uniform() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>An approximately standard normal number: the sum of twelve uniform numbers (Irwin-Hall).</summary>
    public double Normal()
    {
        double sum = -6;
        for (int i = 0; i < 12; i++)
        {
            sum += Uniform();
        }

        return sum;
    }

    /// <summary>A log-normal number.</summary>
    public double LogNormal(double median, double sigma) => median * Exp(sigma * Normal());

    /// <summary>True with the logistic probability of the score.</summary>
    public bool Logistic(double score) => Chance(1 / (1 + Exp(-score)));

    // The platform's exponential differs in the last bit from one machine to another.
    public static double Exp(double x)
    {
        int power = (int)Math.Floor((x / Ln2) + 0.5);
        double rest = x - (power * Ln2);
        double sum = 1;
        for (int i = 16; i > 0; i--)
        {
            sum = 1 + (rest * sum / i);
        }

        return Math.ScaleB(sum, power);
    }

    private ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    private static ulong SplitMix64(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
