#if NETFRAMEWORK
using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Tests;

/// <summary>What .NET has and .NET Framework 4.6.2 doesn't, for the tests that run on both.</summary>
internal static class FrameworkExtensions
{
    public static IEnumerable<T> Append<T>(this IEnumerable<T> items, T item) => items.Concat(new[] { item });

    public static TValue? GetValueOrDefault<TKey, TValue>(this Dictionary<TKey, TValue> items, TKey key)
        where TKey : notnull =>
        items.TryGetValue(key, out var value) ? value : default;

    public static T MaxBy<T, TKey>(this IEnumerable<T> items, Func<T, TKey> key) => items.OrderByDescending(key).First();

    public static T MinBy<T, TKey>(this IEnumerable<T> items, Func<T, TKey> key) => items.OrderBy(key).First();

    public static IEnumerable<T> Order<T>(this IEnumerable<T> items) => items.OrderBy(item => item);

    public static IEnumerable<T> Order<T>(this IEnumerable<T> items, IComparer<T> comparer) => items.OrderBy(item => item, comparer);

    public static string Replace(this string text, string old, string by, StringComparison comparison) =>
        comparison == StringComparison.Ordinal ? text.Replace(old, by) : throw new NotSupportedException();

    public static IEnumerable<(TFirst First, TSecond Second)> Zip<TFirst, TSecond>(
        this IEnumerable<TFirst> first, IEnumerable<TSecond> second) =>
        first.Zip(second, (a, b) => (a, b));
}
#endif
