using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Random numbers that are the same for the same seed on every target: xoshiro256** (Blackman and Vigna 2021), its state filled by
/// <see cref="SplitMix64"/>.
/// </summary>
internal sealed class SeededGenerator
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    public SeededGenerator(ulong seed)
    {
        _s0 = SplitMix64.Next(ref seed);
        _s1 = SplitMix64.Next(ref seed);
        _s2 = SplitMix64.Next(ref seed);
        _s3 = SplitMix64.Next(ref seed);
    }

    /// <summary>A generator in a given state, for the test values of its authors; one of the four must not be 0.</summary>
    internal SeededGenerator(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        _s0 = s0;
        _s1 = s1;
        _s2 = s2;
        _s3 = s3;
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            var result = Rotated(_s1 * 5, 7) * 9;
            var t = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= t;
            _s3 = Rotated(_s3, 45);
            return result;
        }
    }

    /// <summary>From 0 to below 1, in steps of 2^-53.</summary>
    public double NextShare() => SeededHash.ToShare(Next());

    /// <summary>A whole number from 0 to below <paramref name="end"/>, each with the same chance; <paramref name="end"/> is above
    /// 0.</summary>
    public int NextBelow(int end)
    {
        if (end <= 0) throw new ArgumentOutOfRangeException(nameof(end), end, $"end is {InvariantText.Of((long)end)}; it must be above 0.");
        // 2^64 is rarely a multiple of the end: numbers from the last, incomplete part are drawn again.
        var cut = unchecked(0UL - (ulong)end) % (ulong)end;
        ulong drawn;
        do drawn = Next();
        while (drawn < cut);
        return (int)(drawn % (ulong)end);
    }

    /// <summary>A number of events with a Poisson distribution, by the product of uniform numbers (Knuth 1969, 3.4.1).</summary>
    public int NextPoisson(double mean)
    {
        // Parts of a process are independent; with larger ones, the product could underflow.
        const double Part = 32;
        var events = 0;
        for (; mean > 0; mean -= Part)
        {
            var least = Exponential.Exp(-Math.Min(mean, Part));
            for (var product = NextShare(); product > least; product *= NextShare()) events++;
        }

        return events;
    }

    /// <summary>
    /// A number of events with a Poisson distribution, in a time that does not grow with the mean: transformed rejection (Hormann 1993,
    /// algorithm PTRS).
    /// </summary>
    public long NextLargePoisson(double mean)
    {
        if (mean < 10) return NextPoisson(mean);
        var b = 0.931 + (2.53 * Math.Sqrt(mean));
        var a = -0.059 + (0.02483 * b);
        var inverse = 1.1239 + (1.1328 / (b - 3.4));
        while (true)
        {
            var u = NextShare() - 0.5;
            var v = NextShare();
            var distance = 0.5 - Math.Abs(u);
            var events = Math.Floor((((2 * a / distance) + b) * u) + mean + 0.43);
            if (distance >= 0.07 && v <= 0.9277 - (3.6224 / (b - 2))) return (long)events;
            if (events < 0 || v == 0 || (distance < 0.013 && v > distance)) continue;
            var density = (events * Logarithm.Of(mean)) - mean - GammaFunction.Logarithm(events + 1);
            if (Logarithm.Of(v * inverse / ((a / (distance * distance)) + b)) <= density) return (long)events;
        }
    }

    /// <summary>Puts items into a random order, each order with the same chance (Fisher and Yates).</summary>
    public void Shuffle<TItem>(TItem[] items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = NextBelow(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong Rotated(ulong bits, int left) => (bits << left) | (bits >> (64 - left));
}
