using System;

namespace Sqo.Qualification;

/// <summary>Distinguishes the selectors of a field map from those of code, by the delegate's target object.</summary>
internal static class NamedSelector
{
    public static INamedSelector? In(Delegate? selector) => selector?.Target as INamedSelector;

    /// <summary>The registered selector itself, so that a profile over a map is not slower.</summary>
    public static Delegate Bare(Delegate selector) => (selector.Target as INamedSelector)?.Bare ?? selector;

    public static Func<T, DateTime> Utc<T>(Func<T, DateTimeOffset> selector)
    {
        var bare = (Func<T, DateTimeOffset>)Bare(selector);
        return item => bare(item).UtcDateTime;
    }

    public static Func<T, DateTime?> Utc<T>(Func<T, DateTimeOffset?> selector)
    {
        var bare = (Func<T, DateTimeOffset?>)Bare(selector);
        return item => bare(item)?.UtcDateTime;
    }

    public static Func<T, DateTime, DateTime> Utc<T>(Func<T, DateTime, DateTimeOffset> selector)
    {
        var bare = (Func<T, DateTime, DateTimeOffset>)Bare(selector);
        return (item, asOf) => bare(item, asOf).UtcDateTime;
    }

    public static Func<T, DateTime, DateTime?> Utc<T>(Func<T, DateTime, DateTimeOffset?> selector)
    {
        var bare = (Func<T, DateTime, DateTimeOffset?>)Bare(selector);
        return (item, asOf) => bare(item, asOf)?.UtcDateTime;
    }
#if NET

    public static Func<T, DateTime> Midnight<T>(Func<T, DateOnly> selector)
    {
        var bare = (Func<T, DateOnly>)Bare(selector);
        return item => bare(item).ToDateTime(TimeOnly.MinValue);
    }

    public static Func<T, DateTime?> Midnight<T>(Func<T, DateOnly?> selector)
    {
        var bare = (Func<T, DateOnly?>)Bare(selector);
        return item => bare(item)?.ToDateTime(TimeOnly.MinValue);
    }

    public static Func<T, DateTime, DateTime> Midnight<T>(Func<T, DateTime, DateOnly> selector)
    {
        var bare = (Func<T, DateTime, DateOnly>)Bare(selector);
        return (item, asOf) => bare(item, asOf).ToDateTime(TimeOnly.MinValue);
    }

    public static Func<T, DateTime, DateTime?> Midnight<T>(Func<T, DateTime, DateOnly?> selector)
    {
        var bare = (Func<T, DateTime, DateOnly?>)Bare(selector);
        return (item, asOf) => bare(item, asOf)?.ToDateTime(TimeOnly.MinValue);
    }
#endif
}
