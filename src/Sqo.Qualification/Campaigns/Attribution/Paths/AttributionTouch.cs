using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>One touch of a path. Two are equal if both of their values are.</summary>
public readonly record struct AttributionTouch
{
    /// <summary>Creates a touch.</summary>
    /// <param name="channel">The channel, compared character by character; not blank.</param>
    /// <param name="daysBefore">
    /// How many days before the end of the path it was, 0 or above, with fractions; <see langword="null"/> if unknown.
    /// </param>
    /// <exception cref="System.ArgumentNullException"><paramref name="channel"/> is <see langword="null"/>.</exception>
    /// <exception cref="System.ArgumentException"><paramref name="channel"/> is blank.</exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="daysBefore"/> is negative or not finite.</exception>
    public AttributionTouch(string channel, double? daysBefore = null)
    {
        Channel = Guard.NotBlank(channel);
        DaysBefore = daysBefore is { } days ? Guard.NotNegative(days, nameof(daysBefore)) : null;
    }

    /// <summary>The channel.</summary>
    public string Channel { get; }

    /// <summary>How many days before the end of the path it was; <see langword="null"/> if unknown.</summary>
    public double? DaysBefore { get; }

    /// <summary>Returns the channel.</summary>
    /// <returns>The channel.</returns>
    public override string ToString() => Channel;
}
