using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A contact with the customer: a visit, an email, a meeting. Immutable.</summary>
public sealed class Touchpoint
{
    /// <summary>Creates a contact. The values are validated when the record is read.</summary>
    /// <param name="at">The time, of any kind except Local. <see langword="null"/> is a fault of the record.</param>
    /// <param name="channel">The channel, such as "email"; blank means unknown.</param>
    /// <param name="campaign">The campaign; blank means unknown or none.</param>
    /// <param name="id">The id, which orders contacts with equal times; blank means none.</param>
    /// <param name="type">The type of contact, such as "meeting" or "download"; blank means unknown.</param>
    /// <param name="value">
    /// How much it counts, such as engagement points, in a unit of the caller's choice; <see langword="null"/> means unknown.
    /// </param>
    /// <param name="side">Who made it, marketing or sales; <see langword="null"/> means unknown.</param>
    /// <param name="contact">The id of the person at the customer; blank means unknown.</param>
    /// <param name="role">The role of that person in the purchase; blank means unknown.</param>
    /// <param name="isDayOnly">Whether only the day of <paramref name="at"/> is known. The default is <see langword="false"/>.</param>
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

    /// <summary>The time; the time of day counts for the order.</summary>
    /// <value>0001-01-01 if none was given; no valid record has such a contact.</value>
    public DateTime At => Given.GetValueOrDefault();

    /// <summary>The channel; <see langword="null"/> when unknown.</summary>
    public string? Channel { get; }

    /// <summary>The campaign; <see langword="null"/> when unknown or none.</summary>
    public string? Campaign { get; }

    /// <summary>The id; <see langword="null"/> when it has none.</summary>
    public string? Id { get; }

    /// <summary>The type of contact; <see langword="null"/> when unknown.</summary>
    public string? Type { get; }

    /// <summary>How much it counts, in a unit of the caller's choice; <see langword="null"/> when unknown.</summary>
    public decimal? Value { get; }

    /// <summary>Who made it; <see langword="null"/> when unknown.</summary>
    public TouchSide? Side { get; }

    /// <summary>The id of the person at the customer; <see langword="null"/> when unknown.</summary>
    public string? Contact { get; }

    /// <summary>The role of that person in the purchase; <see langword="null"/> when unknown.</summary>
    public string? Role { get; }

    /// <summary>Whether only the day of <see cref="At"/> is known.</summary>
    public bool IsDayOnly { get; }

    internal DateTime? Given { get; }

    internal EventTime Time => IsDayOnly ? EventTime.OnDay(At) : EventTime.At(At);

    internal int Day => DayNumber.Of(At);

    /// <summary>The day and the channel, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{DayNumber.Text(Day)} {Channel ?? "(unknown)"}";
}
