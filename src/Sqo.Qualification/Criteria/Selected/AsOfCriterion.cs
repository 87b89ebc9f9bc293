using System;

namespace Sqo.Qualification;

/// <summary>Makes criteria of selectors that take <c>asOf</c>.</summary>
internal static class AsOfCriterion
{
    public static Criterion<T> OfStruct<T, TValue>(Delegate selector, ValueTest<TValue> test)
        where TValue : struct
    {
        if (selector is Func<T, DateTime, TValue> always)
        {
            always = NamedSelector.Bare(always);
            return new AsOfCriterion<T, TValue>(
                (T item, DateTime asOf, out TValue value) =>
                {
                    value = always(item, asOf);
                    return true;
                },
                test);
        }

        var maybe = NamedSelector.Bare((Func<T, DateTime, TValue?>)selector);
        return new AsOfCriterion<T, TValue>(
            (T item, DateTime asOf, out TValue value) =>
            {
                var found = maybe(item, asOf);
                value = found.GetValueOrDefault();
                return found.HasValue;
            },
            test);
    }

    public static Criterion<T> OfReference<T, TValue>(Delegate selector, ValueTest<TValue> test)
        where TValue : class
    {
        var maybe = NamedSelector.Bare((Func<T, DateTime, TValue?>)selector);
        return new AsOfCriterion<T, TValue>(
            (T item, DateTime asOf, out TValue value) =>
            {
                value = maybe(item, asOf)!;
                return value is not null;
            },
            test);
    }
}
