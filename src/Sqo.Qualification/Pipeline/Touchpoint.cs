using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A contact with the customer: a visit, a mail, a meeting. Immutable.</summary>
public sealed class Touchpoint
{
    /// <summary>A contact at a moment. What is wrong with it is found when the record is read.</summary>
    /// <param name="at">When; of any kind but local. <see langword="null"/> is a fault of the record.</param>
    /// <param name="channel">By which channel, such as "email"; blank is unknown.</param>
    /// <param name="campaign">Of which campaign; blank is unknown or none.</param>
    /// <param name="id">Its id, which orders contacts of one moment; blank is none.</param>
    /// <param name="type">What happened, such as "meeting" or "download"; blank is unknown.</param>
    /// <param name="value">How much it counts, such as points of engagement, in a unit of the caller's choice; <see langword="null"/> is unknown.</param>
    /// <param name="side">Who made it, marketing or sales; <see langword="null"/> is unknown.</param>
    /// <param name="contact">The id of the person at the customer; blank is unknown.</param>
    /// <param name="role">The part of that person in the purchase; blank is unknown.</param>
    /// <param name="isDayOnly">Whether of <paramref name="at"/> the day alone is known. The default is <see langword="false"/>.</param>
    public Touchpoint(
        DateTime? at,
        string? channel,
        string? campaign = null,
        string? id = null,
        string? type = null,
        decimal? value = null,
        TouchSide? side = null,
        string? contact = null,
        string? role = null,
        bool isDayOnly = false)
    {
        Given = at;
        Channel = PipelineText.OrNull(channel);
        Campaign = PipelineText.OrNull(campaign);
        Id = PipelineText.OrNull(id);
        Type = PipelineText.OrNull(type);
        Value = value;
        Side = side;
        Contact = PipelineText.OrNull(contact);
        Role = PipelineText.OrNull(role);
        IsDayOnly = isDayOnly;
    }

    /// <summary>When; the time of day counts for the order.</summary>
    /// <value>0001-01-01 when none was given; no opportunity holds such a one.</value>
    public DateTime At => Given.GetValueOrDefault();

    /// <summary>By which channel; <see langword="null"/> when unknown.</summary>
    public string? Channel { get; }

    /// <summary>Of which campaign; <see langword="null"/> when unknown or none.</summary>
    public string? Campaign { get; }

    /// <summary>Its id; <see langword="null"/> when it has none.</summary>
    public string? Id { get; }

    /// <summary>What happened; <see langword="null"/> when unknown.</summary>
    public string? Type { get; }

    /// <summary>How much it counts, in a unit of the caller's choice; <see langword="null"/> when unknown.</summary>
    public decimal? Value { get; }

    /// <summary>Who made it; <see langword="null"/> when unknown.</summary>
    public TouchSide? Side { get; }

    /// <summary>The id of the person at the customer; <see langword="null"/> when unknown.</summary>
    public string? Contact { get; }

    /// <summary>The part of that person in the purchase; <see langword="null"/> when unknown.</summary>
    public string? Role { get; }

    /// <summary>Whether of <see cref="At"/> the day alone is known.</summary>
    public bool IsDayOnly { get; }

    internal DateTime? Given { get; }

    internal EventTime Time => IsDayOnly ? EventTime.OnDay(At) : EventTime.At(At);

    internal int Day => DayNumber.Of(At);

    /// <summary>The day and the channel, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{DayNumber.Text(Day)} {Channel ?? "(unknown)"}";
}
