using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A conversion of a journey: the event that is credited. Immutable.</summary>
public sealed class JourneyConversion
{
    /// <summary>Creates a conversion.</summary>
    /// <param name="time">When it happened.</param>
    /// <param name="value">Its value; <see langword="null"/> if unknown.</param>
    /// <param name="currency">The currency of the value; blank means the only one.</param>
    /// <param name="leadCreated">When it became a lead; <see langword="null"/> if unknown.</param>
    /// <param name="opportunityCreated">When it became an opportunity; <see langword="null"/> if unknown or not yet.</param>
    /// <param name="isWin">
    /// Whether it is a win, whose last touch is the anchor <see cref="AttributionAnchor.CustomerClose"/>. The default is
    /// <see langword="false"/>.
    /// </param>
    /// <exception cref="ArgumentException">A time is of kind Local.</exception>
    public JourneyConversion(
        EventTime time,
        decimal? value = null,
        string? currency = null,
        EventTime? leadCreated = null,
        EventTime? opportunityCreated = null,
        bool isWin = false)
    {
        DayNumber.Checked(time.Value, nameof(time));
        DayNumber.Checked(leadCreated?.Value, nameof(leadCreated));
        DayNumber.Checked(opportunityCreated?.Value, nameof(opportunityCreated));
        Time = time;
        Value = value;
        Currency = PipelineText.OrNull(currency);
        LeadCreated = leadCreated;
        OpportunityCreated = opportunityCreated;
        IsWin = isWin;
    }

    /// <summary>When it happened.</summary>
    public EventTime Time { get; }

    /// <summary>Its value; <see langword="null"/> if unknown.</summary>
    public decimal? Value { get; }

    /// <summary>The currency of the value; <see langword="null"/> if none was given.</summary>
    public string? Currency { get; }

    /// <summary>When it became a lead; <see langword="null"/> if unknown.</summary>
    public EventTime? LeadCreated { get; }

    /// <summary>When it became an opportunity; <see langword="null"/> if unknown or not yet.</summary>
    public EventTime? OpportunityCreated { get; }

    /// <summary>Whether it is a win.</summary>
    public bool IsWin { get; }
}
