using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How far a plan uses a limit: one line per group, and per owner if the limit is per owner. Immutable.</summary>
public sealed class PlanLimitUse
{
    internal PlanLimitUse(PlanLimit limit, string? group, string? owner, double used, double allowed, int unknown)
    {
        Limit = limit;
        Group = group;
        Owner = owner;
        Used = used;
        Allowed = allowed;
        Unknown = unknown;
    }

    /// <summary>The limit.</summary>
    public PlanLimit Limit { get; }

    /// <summary>The group, such as an account; <see langword="null"/> for a least share.</summary>
    public string? Group { get; }

    /// <summary>The owner; <see langword="null"/> if the limit is on the team.</summary>
    public string? Owner { get; }

    /// <summary>What the plan uses: deals, hours, or the share from 0 to 1.</summary>
    public double Used { get; }

    /// <summary>The most deals or hours, or the least share.</summary>
    public double Allowed { get; }

    /// <summary>
    /// Whether the plan breaks the limit, which only deals that must be done can cause: they are never left out for one.
    /// </summary>
    public bool IsBroken => Limit.LeastShare is null ? Used > Allowed + 1e-9 : Used < Allowed - 1e-9;

    /// <summary>
    /// How many deals of the plan are not limited, because their group is unknown; or, for a share, not known to be members.
    /// </summary>
    public int Unknown { get; }

    /// <summary>The limit, the group and the use, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Limit.Name}{(Group is null ? "" : " " + Group)}: {InvariantText.Of(Used)} of {InvariantText.Of(Allowed)}";
}
