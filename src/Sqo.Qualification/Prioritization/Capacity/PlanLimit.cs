using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A limit on what a plan may select, by account, segment or another group of deals. Immutable.</summary>
public sealed class PlanLimit
{
    private PlanLimit(string name, bool isPerOwner)
    {
        Name = Guard.NotBlank(name);
        IsPerOwner = isPerOwner;
    }

    /// <summary>The name, which appears in the result.</summary>
    public string Name { get; }

    /// <summary>Whether the limit is on the deals of each owner, rather than on those of the whole team.</summary>
    public bool IsPerOwner { get; }

    /// <summary>The most deals of one group; <see langword="null"/> if the limit is another.</summary>
    public int? MostDeals { get; private init; }

    /// <summary>The most time for one group; <see langword="null"/> if the limit is another.</summary>
    public TimeSpan? MostTime { get; private init; }

    /// <summary>The least share of the time for the members; <see langword="null"/> if the limit is another.</summary>
    public double? LeastShare { get; private init; }

    internal Func<Opportunity, string?>? Group { get; private init; }

    internal Func<Opportunity, bool?>? Member { get; private init; }

    /// <summary>At most a number of deals of one group, such as an account.</summary>
    /// <param name="name">The name of the limit, such as "account".</param>
    /// <param name="group">
    /// The group of a deal. A deal whose group is unknown (<see langword="null"/> or blank) is not limited, and counted in
    /// <see cref="PlanLimitUse.Unknown"/>.
    /// </param>
    /// <param name="most">The most deals of one group, 0 or more; deals that must be done count.</param>
    /// <param name="isPerOwner">Whether each owner may have as many. The default is <see langword="false"/>.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="group"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is below 0.</exception>
    public static PlanLimit Deals(string name, Func<Opportunity, string?> group, int most, bool isPerOwner = false) =>
        new(name, isPerOwner) { Group = Guard.NotNull(group), MostDeals = Guard.NotNegative(most) };

    /// <summary>At most so much time for one group, such as a segment.</summary>
    /// <param name="name">The name of the limit, such as "segment".</param>
    /// <param name="group">
    /// The group of a deal. A deal whose group is unknown (<see langword="null"/> or blank) is not limited, and counted in
    /// <see cref="PlanLimitUse.Unknown"/>.
    /// </param>
    /// <param name="most">The most time for one group, 0 or more; deals that must be done count.</param>
    /// <param name="isPerOwner">Whether each owner may spend as much. The default is <see langword="false"/>.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="group"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is below 0.</exception>
    public static PlanLimit Time(string name, Func<Opportunity, string?> group, TimeSpan most, bool isPerOwner = false) =>
        new(name, isPerOwner)
        {
            Group = Guard.NotNull(group),
            MostTime = most >= TimeSpan.Zero
                ? most
                : throw new ArgumentOutOfRangeException(nameof(most), most, $"most is {InvariantText.Of(most)}; it must be 0 or above."),
        };

    /// <summary>
    /// At least a share of the time for some deals, such as those of new customers: of the time that the plan is free to give, which is
    /// all that it gives to deals that don't have to be done. Deals that bring nothing don't get any of it, not even to reach the share.
    /// </summary>
    /// <param name="name">The name of the limit, such as "new customers".</param>
    /// <param name="member">
    /// Whether a deal belongs to them. One of which it is unknown (<see langword="null"/>) doesn't help to reach the share, and is counted
    /// in <see cref="PlanLimitUse.Unknown"/>.
    /// </param>
    /// <param name="least">The least share, from 0 to 1.</param>
    /// <param name="isPerOwner">Whether the share is of each owner's time. The default is <see langword="false"/>.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="member"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="least"/> is NaN or outside 0 to 1.</exception>
    public static PlanLimit Share(string name, Func<Opportunity, bool?> member, double least, bool isPerOwner = false) =>
        new(name, isPerOwner) { Member = Guard.NotNull(member), LeastShare = Guard.Within(0, least, 1) };

    /// <summary>The name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;
}
