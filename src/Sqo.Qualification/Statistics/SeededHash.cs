using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A number that depends only on an id and a seed, and is the same on every target: it breaks ties without bias, and draws a holdout
/// group reproducibly. It does not protect against ids that are chosen on purpose.
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
            // Without the length, an id could share the state of another one.
            return SplitMix64.Mix(hash ^ (ulong)id.Length);
        }
    }

    /// <summary>64 bits of an id, for a seed that callers give.</summary>
    public static ulong Of(string id, long seed) => Of(id, unchecked((ulong)seed));

    /// <summary>From 0 to below 1: it is below p for a share p of all ids.</summary>
    public static double ShareOf(string id, ulong seed) => ToShare(Of(id, seed));

    /// <summary>The upper 53 bits as a number from 0 to below 1.</summary>
    public static double ToShare(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));
}
