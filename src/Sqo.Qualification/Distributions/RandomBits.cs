#if NET
using System.Numerics;
#endif

namespace Sqo.Qualification;

/// <summary>
/// Random bits in bulk, the same for the same seed on every target: four generators xoshiro256** (Blackman and Vigna 2021) side by side,
/// as <see cref="SeededGenerator"/> has one, whose words follow each other in turn.
/// </summary>
internal sealed class RandomBits
{
    private const int Lanes = 4;
    private const int Size = 512;

    // The four words of the state, each for all lanes.
    private readonly ulong[] _s0 = new ulong[Lanes];
    private readonly ulong[] _s1 = new ulong[Lanes];
    private readonly ulong[] _s2 = new ulong[Lanes];
    private readonly ulong[] _s3 = new ulong[Lanes];
    private int _place = Size;

    public RandomBits(ulong seed)
    {
        var random = new SeededGenerator(seed);
        for (var lane = 0; lane < Lanes; lane++)
        {
            (_s0[lane], _s1[lane], _s2[lane], _s3[lane]) = (random.Next(), random.Next(), random.Next(), random.Next());
        }
    }

    /// <summary>The words of the current batch.</summary>
    public ulong[] Words { get; } = new ulong[Size];

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        if (_place == Size) Refill();
        return Words[_place++];
    }

    /// <summary>From 0 to below 1, in steps of 2^-53.</summary>
    public double NextShare() => (long)(Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Takes several words in a row; returns the place of the first.</summary>
    public int Take(int count)
    {
        if (_place + count > Size) Refill();
        var place = _place;
        _place += count;
        return place;
    }

    private void Refill()
    {
        _place = 0;
        unchecked
        {
#if NET
            if (Vector<ulong>.Count == Lanes)
            {
                var (v0, v1, v2, v3) = (new Vector<ulong>(_s0), new Vector<ulong>(_s1), new Vector<ulong>(_s2), new Vector<ulong>(_s3));
                for (var i = 0; i < Size; i += Lanes)
                {
                    // Five times and nine times a number, by shifts.
                    var five = Vector.ShiftLeft(v1, 2) + v1;
                    var turned = Vector.ShiftLeft(five, 7) | Vector.ShiftRightLogical(five, 57);
                    (Vector.ShiftLeft(turned, 3) + turned).CopyTo(Words, i);
                    var t = Vector.ShiftLeft(v1, 17);
                    v2 ^= v0;
                    v3 ^= v1;
                    v1 ^= v2;
                    v0 ^= v3;
                    v2 ^= t;
                    v3 = Vector.ShiftLeft(v3, 45) | Vector.ShiftRightLogical(v3, 19);
                }

                v0.CopyTo(_s0);
                v1.CopyTo(_s1);
                v2.CopyTo(_s2);
                v3.CopyTo(_s3);
                return;
            }
#endif
            for (var lane = 0; lane < Lanes; lane++)
            {
                var (s0, s1, s2, s3) = (_s0[lane], _s1[lane], _s2[lane], _s3[lane]);
                for (var i = lane; i < Size; i += Lanes)
                {
                    Words[i] = Rotated(s1 * 5, 7) * 9;
                    var t = s1 << 17;
                    s2 ^= s0;
                    s3 ^= s1;
                    s1 ^= s2;
                    s0 ^= s3;
                    s2 ^= t;
                    s3 = Rotated(s3, 45);
                }

                (_s0[lane], _s1[lane], _s2[lane], _s3[lane]) = (s0, s1, s2, s3);
            }
        }
    }

    private static ulong Rotated(ulong bits, int left) => (bits << left) | (bits >> (64 - left));
}
