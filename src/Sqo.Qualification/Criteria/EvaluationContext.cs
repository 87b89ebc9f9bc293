using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The context that an opportunity is judged in: the moment it is judged at.</summary>
public readonly struct EvaluationContext
{
    private readonly DateTime _asOf;

    /// <summary>Creates a context, for a test of a custom criterion.</summary>
    /// <param name="asOf">The moment, in UTC or of an unspecified kind.</param>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is of kind Local, which depends on the machine.</exception>
    public EvaluationContext(DateTime asOf)
    {
        Guard.NotLocal(asOf);
        _asOf = asOf;
    }

    /// <summary>The moment the opportunity is judged at, as the caller gave it.</summary>
    public DateTime AsOf => _asOf;

    /// <summary>Gets the age of <paramref name="date"/> in days, fractions included; NaN when it is after <see cref="AsOf"/>.</summary>
    /// <param name="date">A moment on the same clock as <see cref="AsOf"/>.</param>
    /// <returns>The age in days, not negative, or NaN.</returns>
    public double AgeInDays(DateTime date) => AgeInTicks(date) / TimeSpan.TicksPerDay;

    /// <summary>The first moment of the day of <see cref="AsOf"/>.</summary>
    internal long TodayTicks => _asOf.Ticks - (_asOf.Ticks % TimeSpan.TicksPerDay);

    /// <summary>The age in ticks, or NaN for a date after <see cref="AsOf"/>.</summary>
    internal double AgeInTicks(DateTime date)
    {
        var age = _asOf.Ticks - date.Ticks;
        return age < 0 ? double.NaN : age;
    }
}
