using System;

namespace Sqo.Qualification;

/// <summary>Says how a test becomes a criterion, by the form of the selector that reads the value.</summary>
internal static class SelectedCriterion
{
    public static Func<ValueCondition<TValue>, Criterion<T>> Of<T, TValue>(Func<T, TValue> selector)
        where TValue : struct =>
        test => new ValueCriterion<T, TValue>(selector, test);

    public static Func<ValueCondition<TValue>, Criterion<T>> Of<T, TValue>(Func<T, TValue?> selector)
        where TValue : struct
    {
        var bare = (Func<T, TValue?>)NamedSelector.Bare(selector);
        return test => new NullableCriterion<T, TValue>(bare, test);
    }

    public static Func<ValueCondition<TValue>, Criterion<T>> Of<T, TValue>(Func<T, DateTime, TValue?> selector)
        where TValue : struct
    {
        var bare = (Func<T, DateTime, TValue?>)NamedSelector.Bare(selector);
        return test => new AsOfCriterion<T, TValue>(
            (T item, DateTime asOf, out TValue value) =>
            {
                var found = bare(item, asOf);
                value = found.GetValueOrDefault();
                return found.HasValue;
            },
            test);
    }

    /// <summary>Of a value that is always there, or of an object that may be missing.</summary>
    public static Func<ValueCondition<TValue>, Criterion<T>> OfPlain<T, TValue>(Func<T, DateTime, TValue?> selector)
    {
        var bare = (Func<T, DateTime, TValue?>)NamedSelector.Bare(selector);
        return test => new AsOfCriterion<T, TValue>(
            (T item, DateTime asOf, out TValue value) =>
            {
                value = bare(item, asOf)!;
                return value is not null;
            },
            test);
    }
}
