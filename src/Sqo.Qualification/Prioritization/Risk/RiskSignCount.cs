using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How many open deals have a sign. Immutable.</summary>
public sealed class RiskSignCount
{
    internal RiskSignCount(RiskSign sign, int atRisk, int unknown, int open)
    {
        Sign = sign;
        AtRisk = atRisk;
        Unknown = unknown;
        Open = open;
    }

    /// <summary>The sign.</summary>
    public RiskSign Sign { get; }

    /// <summary>How many have it.</summary>
    public int AtRisk { get; }

    /// <summary>Of how many it is unknown.</summary>
    public int Unknown { get; }

    /// <summary>How many were looked at.</summary>
    public int Open { get; }

    /// <summary>The sign and the counts, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Sign}: {InvariantText.Of((long)AtRisk)} of {InvariantText.Of((long)Open)}, {InvariantText.Of((long)Unknown)} unknown";
}
