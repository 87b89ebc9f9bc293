using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The part of a plan that one owner works on. Immutable.</summary>
public sealed class OwnerPlan
{
    private readonly PlannedDeal[] _deals;

    internal OwnerPlan(
        OwnerHours hours, PlannedDeal[] deals, PlanMethod method, bool isExact, double shadowPrice, double? gainOfAnHour,
        PlanBottleneck bottleneck)
    {
        Owner = hours.Owner;
        Hours = hours.Hours;
        _deals = deals;
        Method = method;
        IsExact = isExact;
        ShadowPrice = shadowPrice;
        GainOfAnHour = gainOfAnHour;
        Bottleneck = bottleneck;
        var value = new ExactSum();
        foreach (var deal in deals)
        {
            Used += deal.Time;
            if (deal.MustDo is not null) MustDo += deal.Time;
            if (deal.ExpectedValue is { } expected) value.Add(expected);
        }

        ExpectedValue = value.Value;
    }

    /// <summary>The owner.</summary>
    public string Owner { get; }

    /// <summary>The deals: those that must be done first, then by gain per hour, the greatest first.</summary>
    public IReadOnlyList<PlannedDeal> Deals => Array.AsReadOnly(_deals);

    /// <summary>The selling time that the owner has.</summary>
    public TimeSpan Hours { get; }

    /// <summary>The time that the deals take; above <see cref="Hours"/> only if what must be done takes more.</summary>
    public TimeSpan Used { get; }

    /// <summary>The part of <see cref="Used"/> that must be done.</summary>
    public TimeSpan MustDo { get; }

    /// <summary>What must be done beyond the hours.</summary>
    public TimeSpan Overload => Used > Hours ? Used - Hours : TimeSpan.Zero;

    /// <summary>The time that is left.</summary>
    public TimeSpan Left => Used < Hours ? Hours - Used : TimeSpan.Zero;

    /// <summary>The expected value of the deals, as far as it is known.</summary>
    public double ExpectedValue { get; }

    /// <summary>How the deals were selected.</summary>
    public PlanMethod Method { get; }

    /// <summary>Whether no other selection brings more.</summary>
    public bool IsExact { get; }

    /// <summary>
    /// What the bound would gain by one more hour, at the rate of the first minutes: the value per hour of the deal at which the hours run
    /// out. 0 if everything fits.
    /// </summary>
    public double ShadowPrice { get; }

    /// <summary>
    /// What the plan would gain by exactly one more hour for this owner; <see langword="null"/> if it isn't known, because the plan or the
    /// longer one is not exact. 0 if everything fits.
    /// </summary>
    public double? GainOfAnHour { get; }

    /// <summary>What keeps the owner's part from bringing more.</summary>
    public PlanBottleneck Bottleneck { get; }

    /// <summary>The owner, the number of deals and the time, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Owner}: {InvariantText.Count(_deals.Length, "deal", "deals")}, {InvariantText.Of(Used)} of {InvariantText.Of(Hours)}";
}
