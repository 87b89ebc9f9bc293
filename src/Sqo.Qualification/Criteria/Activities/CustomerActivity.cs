using System;

namespace Sqo.Qualification;

/// <summary>
/// Something that a lead or a customer did, such as a visit, a download or a webinar: an entry of the list that <c>Activities</c>
/// scores. Immutable.
/// </summary>
public sealed class CustomerActivity
{
    /// <summary>Creates an activity.</summary>
    /// <param name="type">The type, such as "webinar"; <see langword="null"/> means unknown.</param>
    /// <param name="at">The time, on the clock of <c>asOf</c>; <see langword="null"/> means unknown.</param>
    /// <param name="value">How much it counts, such as an amount; <see langword="null"/> means unknown.</param>
    public CustomerActivity(string? type, DateTime? at, double? value = null)
    {
        Type = type;
        At = at;
        Value = value;
    }

    /// <summary>The type; <see langword="null"/> when unknown.</summary>
    public string? Type { get; }

    /// <summary>The time; <see langword="null"/> when unknown.</summary>
    public DateTime? At { get; }

    /// <summary>How much it counts; <see langword="null"/> when unknown.</summary>
    public double? Value { get; }
}
