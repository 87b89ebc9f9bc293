using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A number that hangs on an id and a seed alone, and is the same on every target: it breaks ties without favor, and draws who is held
/// out so that the same are drawn again. Against somebody who picks ids on purpose it is no protection.
/// </summary>
internal static class SeededHash
{
    /// <summary>64 bits of an id, character by character.</summary>
    public static ulong Of(string id, ulong seed)
    {
        unchecked
        {
            var hash = SplitMix64.Mix(seed + SplitMix64.Step);
            foreach (var character in id) hash = SplitMix64.Mix((hash ^ character) + SplitMix64.Step);
            // Without its length an id would share what another one goes through.
            return SplitMix64.Mix(hash ^ (ulong)id.Length);
        }
    }

    /// <summary>From 0 to below 1: below a share p for a share p of all ids.</summary>
    public static double ShareOf(string id, ulong seed) => ToShare(Of(id, seed));

    /// <summary>The upper 53 bits as a number from 0 to below 1.</summary>
    public static double ToShare(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));
}
