using System;

namespace Sqo.Qualification;

/// <summary>What a criterion may know besides the opportunity itself: the moment it is judged at.</summary>
public readonly struct EvaluationContext
{
    internal readonly long AsOfTicks;
    internal readonly long TodayTicks;

    internal EvaluationContext(DateTime asOf)
    {
        AsOf = asOf;
        AsOfTicks = asOf.Ticks;
        TodayTicks = AsOfTicks - (AsOfTicks % TimeSpan.TicksPerDay);
    }

    /// <summary>The moment the opportunity is judged at, as the caller gave it.</summary>
    public DateTime AsOf { get; }

    /// <summary>The age of <paramref name="date"/> in days, fractions included; NaN when it lies after <see cref="AsOf"/>.</summary>
    /// <param name="date">A moment on the same clock as <see cref="AsOf"/>.</param>
    /// <returns>The age in days, not negative, or NaN.</returns>
    public double AgeInDays(DateTime date)
    {
        var age = AsOfTicks - date.Ticks;
        return age < 0 ? double.NaN : (double)age / TimeSpan.TicksPerDay;
    }
}
