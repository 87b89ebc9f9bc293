using System;

namespace Sqo.Qualification;

/// <summary>Turns a condition into a criterion, depending on the form of the selector that reads the value.</summary>
internal static class SelectedCriterion
{
    public static Func<ValueCondition<TValue>, Criterion<T>> Of<T, TValue>(Func<T, TValue> selector)
        where TValue : struct =>
        condition => new ValueCriterion<T, TValue>(selector, condition);

    public static Func<ValueCondition<TValue>, Criterion<T>> Of<T, TValue>(Func<T, TValue?> selector)
        where TValue : struct
    {
        var bare = (Func<T, TValue?>)NamedSelector.Bare(selector);
        return condition => new NullableCriterion<T, TValue>(bare, condition);
    }

    public static Func<ValueCondition<TValue>, Criterion<T>> Of<T, TValue>(Func<T, DateTime, TValue?> selector)
        where TValue : struct
    {
        var bare = (Func<T, DateTime, TValue?>)NamedSelector.Bare(selector);
        return condition => new AsOfCriterion<T, TValue>(
            (T item, DateTime asOf, out TValue value) =>
            {
                var found = bare(item, asOf);
                value = found.GetValueOrDefault();
                return found.HasValue;
            },
            condition);
    }

    /// <summary>For a value that is always there, or an object that may be missing.</summary>
    public static Func<ValueCondition<TValue>, Criterion<T>> OfPlain<T, TValue>(Func<T, DateTime, TValue?> selector)
    {
        var bare = (Func<T, DateTime, TValue?>)NamedSelector.Bare(selector);
        return condition => new AsOfCriterion<T, TValue>(
            (T item, DateTime asOf, out TValue value) =>
            {
                value = bare(item, asOf)!;
                return value is not null;
            },
            condition);
    }
}
