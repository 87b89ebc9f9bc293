using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The tests that fit a value with an order: a number, or a length of time.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <typeparam name="TValue">The type of value.</typeparam>
public class ComparableVerbs<T, TValue> : StructVerbs<T, TValue>
    where TValue : struct, IComparable<TValue>
{
    internal ComparableVerbs(CriterionDraft<T> draft, Delegate selector)
        : base(draft, selector)
    {
    }

    /// <summary>Asks for a value not below a bound.</summary>
    /// <param name="bound">The least value that meets it.</param>
    /// <returns>What the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> AtLeast(TValue bound) => Is(IntervalTest<TValue>.AtLeast(Checked(bound)));

    /// <summary>Asks for a value not above a bound.</summary>
    /// <param name="bound">The greatest value that meets it.</param>
    /// <returns>What the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> AtMost(TValue bound) => Is(IntervalTest<TValue>.AtMost(Checked(bound)));

    /// <summary>Asks for a value above a bound.</summary>
    /// <param name="bound">The bound, which itself does not meet it.</param>
    /// <returns>What the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> Above(TValue bound) => Is(IntervalTest<TValue>.Above(Checked(bound)));

    /// <summary>Asks for a value below a bound.</summary>
    /// <param name="bound">The bound, which itself does not meet it.</param>
    /// <returns>What the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> Below(TValue bound) => Is(IntervalTest<TValue>.Below(Checked(bound)));

    /// <summary>Asks for a value between two bounds, both included.</summary>
    /// <param name="lower">The least value that meets it.</param>
    /// <param name="upper">The greatest value that meets it, not below <paramref name="lower"/>.</param>
    /// <returns>What the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> Between(TValue lower, TValue upper)
    {
        if (Checked(lower).CompareTo(Checked(upper)) > 0)
        {
            Faults.Add("between.order", Id, $"the bounds are {Text(lower)} and {Text(upper)}", "the lower must not be above the upper");
        }

        return Is(IntervalTest<TValue>.Between(lower, upper));
    }

    /// <summary>Asks for one value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>What the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> EqualTo(TValue value) => Is(IntervalTest<TValue>.Equal(Checked(value)));

    internal override void Offer(OperatorList<T> operators)
    {
        operators.Add(Operators.AtLeast, o => AtLeast(o.Value<TValue>()));
        operators.Add(Operators.AtMost, o => AtMost(o.Value<TValue>()));
        operators.Add(Operators.Above, o => Above(o.Value<TValue>()));
        operators.Add(Operators.Below, o => Below(o.Value<TValue>()));
        operators.Add(Operators.Between, o => Between(o.Value<TValue>("lower"), o.Value<TValue>("upper")));
        operators.Add(Operators.EqualTo, o => EqualTo(o.Value<TValue>()));
    }

    private static string Text(TValue value) => string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}", value);

    private TValue Checked(TValue bound)
    {
        if (!Numbers.IsFinite(bound)) Faults.Add("bound.not-finite", Id, $"a bound is {Text(bound)}", "it must be a finite number");
        return bound;
    }
}
