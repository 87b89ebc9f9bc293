using System;

namespace Sqo.Qualification;

/// <summary>A deal that a plan gives no time to, and why. Immutable.</summary>
public sealed class LeftOutDeal
{
    internal LeftOutDeal(
        Opportunity deal, LeftOutReason reason, TimeSpan? time = null, double? gain = null, string? owner = null,
        TimeSpan? available = null, double? shadowPrice = null, string? limit = null, string? group = null, MustDo? mustDo = null)
    {
        Deal = deal;
        Reason = reason;
        Time = time;
        Gain = gain;
        Owner = owner;
        Available = available;
        ShadowPrice = shadowPrice;
        Limit = limit;
        Group = group;
        MustDo = mustDo;
    }

    /// <summary>The deal.</summary>
    public Opportunity Deal { get; }

    /// <summary>Why it is left out.</summary>
    public LeftOutReason Reason { get; }

    /// <summary>
    /// The time that it takes; with a response curve, the hours that bring most per hour. <see langword="null"/> if it was not weighed.
    /// </summary>
    public TimeSpan? Time { get; }

    /// <summary>What that time would bring; <see langword="null"/> if it was not weighed.</summary>
    public double? Gain { get; }

    /// <summary>The gain per hour; <see langword="null"/> if it was not weighed, or takes no time.</summary>
    public double? GainPerHour => Time is { } time && time > TimeSpan.Zero ? Gain / time.TotalHours : null;

    /// <summary>
    /// Whose time it competes for: of those who may have it, the one whose time is worth least. <see langword="null"/> if nobody may, or it
    /// was not weighed.
    /// </summary>
    public string? Owner { get; }

    /// <summary>The time that this owner has beside what must be done; <see langword="null"/> without an owner.</summary>
    public TimeSpan? Available { get; }

    /// <summary>What an hour of this owner is worth in the plan; <see langword="null"/> without an owner.</summary>
    public double? ShadowPrice { get; }

    /// <summary>The name of the limit that is reached; <see langword="null"/> if it is none.</summary>
    public string? Limit { get; }

    /// <summary>The group of that limit, such as the account; <see langword="null"/> if there is none.</summary>
    public string? Group { get; }

    /// <summary>
    /// Why it must be done; <see langword="null"/> if it doesn't have to be. A deal that must be done is left out only if nobody may have
    /// it.
    /// </summary>
    public MustDo? MustDo { get; }

    /// <summary>The id and the reason.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Deal.Id}: {Reason}";
}
