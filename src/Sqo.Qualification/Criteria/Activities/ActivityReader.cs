using System;

namespace Sqo.Qualification;

/// <summary>
/// Reads the activities of an opportunity: a field that <see cref="FieldMapBuilder{T}"/> added, returned by
/// <see cref="FieldMap{T}.Activities"/> for a profile in code that is to be exported as data. Immutable, and safe for use by many
/// threads at once.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public abstract class ActivityReader<T>
{
    private protected ActivityReader()
    {
    }

    /// <summary>The selector of the list.</summary>
    internal abstract Delegate Selector { get; }

    /// <summary>The type of the list, for messages.</summary>
    internal abstract Type ListType { get; }

    /// <summary>Whether the entries of the list have values.</summary>
    internal abstract bool HasValues { get; }

    /// <summary>
    /// Reads the points that activities give, or their number; NaN when unknown: the list is missing, or what is missing of its entries
    /// could change the answer. It can't if the others already give as many points as the limit, whatever these entries give.
    /// </summary>
    internal abstract double Read(T item, ActivityRule rule, double limit, in EvaluationContext context, out ActivityGaps gaps);

    /// <summary>Whether both call the same code.</summary>
    internal abstract bool ReadsSameAs(ActivityReader<T> other);
}
