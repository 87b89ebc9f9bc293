using System;

namespace Sqo.Qualification;

/// <summary>How many opportunities have each verdict. Two are equal when all four counts are.</summary>
/// <param name="qualified">How many are qualified.</param>
/// <param name="needsDiscovery">How many need discovery.</param>
/// <param name="nearMiss">How many are near misses.</param>
/// <param name="disqualified">How many are disqualified.</param>
public readonly struct VerdictCounts(int qualified, int needsDiscovery, int nearMiss, int disqualified) : IEquatable<VerdictCounts>
{
    /// <summary>How many are qualified.</summary>
    public int Qualified { get; } = qualified;

    /// <summary>How many need discovery: an unknown answer could still decide.</summary>
    public int NeedsDiscovery { get; } = needsDiscovery;

    /// <summary>How many are near misses.</summary>
    public int NearMiss { get; } = nearMiss;

    /// <summary>How many are disqualified.</summary>
    public int Disqualified { get; } = disqualified;

    /// <summary>How many opportunities there are.</summary>
    public int Total => Qualified + NeedsDiscovery + NearMiss + Disqualified;

    /// <summary>Gets how many have a given verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="verdict"/> is not one of the four.</exception>
    public int this[Verdict verdict] => verdict switch
    {
        Verdict.Qualified => Qualified,
        Verdict.NeedsDiscovery => NeedsDiscovery,
        Verdict.NearMiss => NearMiss,
        Verdict.Disqualified => Disqualified,
        _ => throw new ArgumentOutOfRangeException(
            nameof(verdict), verdict, $"The verdict is {(int)verdict}; it must be one of the enumeration."),
    };

    /// <inheritdoc/>
    public bool Equals(VerdictCounts other) =>
        Qualified == other.Qualified && NeedsDiscovery == other.NeedsDiscovery && NearMiss == other.NearMiss
            && Disqualified == other.Disqualified;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is VerdictCounts other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((((((Qualified * 31) + NeedsDiscovery) * 31) + NearMiss) * 31) + Disqualified);

    /// <summary>The four counts.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Qualified} qualified, {NeedsDiscovery} need discovery, {NearMiss} near misses, {Disqualified} disqualified";

    /// <summary>Whether all four counts are the same.</summary>
    /// <param name="left">The first counts.</param>
    /// <param name="right">The second counts.</param>
    /// <returns><see langword="true"/> when they are equal.</returns>
    public static bool operator ==(VerdictCounts left, VerdictCounts right) => left.Equals(right);

    /// <summary>Whether a count differs.</summary>
    /// <param name="left">The first counts.</param>
    /// <param name="right">The second counts.</param>
    /// <returns><see langword="true"/> when they differ.</returns>
    public static bool operator !=(VerdictCounts left, VerdictCounts right) => !left.Equals(right);
}
