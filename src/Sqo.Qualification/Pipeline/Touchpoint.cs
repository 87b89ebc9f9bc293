using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A contact with the customer: a visit, a mail, a meeting. Immutable.</summary>
public sealed class Touchpoint
{
    /// <summary>A contact at a moment. What is wrong with it is found when the opportunity is read.</summary>
    /// <param name="at">When; of any kind but local. <see langword="null"/> is a fault of the opportunity.</param>
    /// <param name="channel">By which channel, such as "email"; blank is unknown.</param>
    /// <param name="campaign">Of which campaign; blank is unknown or none.</param>
    /// <param name="id">Its id, which orders contacts of one moment; blank is none.</param>
    public Touchpoint(DateTime? at, string? channel, string? campaign = null, string? id = null)
    {
        Given = at;
        Channel = PipelineText.OrNull(channel);
        Campaign = PipelineText.OrNull(campaign);
        Id = PipelineText.OrNull(id);
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

    internal DateTime? Given { get; }

    internal int Day => DayNumber.Of(At);

    /// <summary>The day and the channel, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{DayNumber.Text(Day)} {Channel ?? "(unknown)"}";
}
