namespace Sqo.Qualification.Internal;

/// <summary>SplitMix64 (Steele, Lea and Flood 2014): a counter whose values are mixed into random ones.</summary>
internal static class SplitMix64
{
    /// <summary>The distance from one state to the next: 2^64 divided by the golden ratio, made odd.</summary>
    public const ulong Step = 0x9E3779B97F4A7C15UL;

    /// <summary>Advances the state and returns the next number.</summary>
    public static ulong Next(ref ulong state)
    {
        unchecked
        {
            state += Step;
            return Mix(state);
        }
    }

    /// <summary>Flips each bit of a number with even odds, bijectively (Stafford's variant 13).</summary>
    public static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
