using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The conditions that fit a collection. By default, texts are compared ordinally, ignoring case.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <typeparam name="TItem">The type of the collection's entries.</typeparam>
public sealed class CollectionVerbs<T, TItem> : ValueVerbs<T, IEnumerable<TItem>>
{
    internal CollectionVerbs(CriterionBuilder<T> builder, Func<T, IEnumerable<TItem>?>? selector = null)
        : base(builder, selector)
    {
    }

    /// <summary>Asks that any of several values is in it.</summary>
    /// <param name="values">One value or more.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    /// <example><code>
    /// p.Criterion("tender", d => d.Tags).ContainsAny("tender", "rfp").Weight(10);
    /// </code></example>
    public CriterionBuilder<T> ContainsAny(params TItem[] values) => ContainsAny(DefaultComparer(), values);

    /// <summary>Asks that any of several values is in it.</summary>
    /// <param name="comparer">
    /// Compares values: for texts, an ordinal <see cref="StringComparer"/> or one of the invariant culture; for other types, the
    /// default one. Any other comparer is code, which a fingerprint can't see into; in that case, use a rule in code.
    /// </param>
    /// <param name="values">One value or more.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public CriterionBuilder<T> ContainsAny(IEqualityComparer<TItem> comparer, params TItem[] values) =>
        Containing(MessageIds.RequireContainsAny, comparer, values);

    /// <summary>Asks that all of several values are in it.</summary>
    /// <param name="values">One value or more.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> ContainsAll(params TItem[] values) => ContainsAll(DefaultComparer(), values);

    /// <summary>Asks that all of several values are in it.</summary>
    /// <param name="comparer">
    /// Compares values: for texts, an ordinal <see cref="StringComparer"/> or one of the invariant culture; for other types, the
    /// default one. Any other comparer is code, which a fingerprint can't see into; in that case, use a rule in code.
    /// </param>
    /// <param name="values">One value or more.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public CriterionBuilder<T> ContainsAll(IEqualityComparer<TItem> comparer, params TItem[] values) =>
        Containing(MessageIds.RequireContainsAll, comparer, values);

    /// <summary>Asks for at least a number of entries.</summary>
    /// <param name="count">The lowest number that meets it, at least 1.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> CountAtLeast(int count)
    {
        if (count < 1) Draft.Faults.Add("count.range", Draft.Id, $"the count is {count}", "it must be at least 1");
        return Is(new CollectionCondition<TItem>(MessageIds.RequireCountAtLeast, [], count, EqualityComparer<TItem>.Default, default));
    }

    internal override void Offer(OperatorList operators)
    {
        var verbs = this;
        operators.Add(Operators.CountAtLeast, o => verbs.CountAtLeast(o.Whole()));
        if (!DataValues.Supports(typeof(TItem))) return;
        operators.Add(Operators.ContainsAny, o => verbs.ContainsAny(ComparerOf(o), o.Values<TItem>()));
        operators.Add(Operators.ContainsAll, o => verbs.ContainsAll(ComparerOf(o), o.Values<TItem>()));
    }

    private static IEqualityComparer<TItem> ComparerOf(Operand operand) =>
        typeof(TItem) == typeof(string) ? (IEqualityComparer<TItem>)(object)TextComparers.Of(operand.Comparison()) : DefaultComparer();

    private static IEqualityComparer<TItem> DefaultComparer() =>
        typeof(TItem) == typeof(string) ? (IEqualityComparer<TItem>)(object)StringComparer.OrdinalIgnoreCase
            : EqualityComparer<TItem>.Default;

    private CriterionBuilder<T> Containing(string messageId, IEqualityComparer<TItem> comparer, TItem[] values)
    {
        Guard.NotNull(comparer);
        Lists.Check(Draft.Faults, Draft.Id, Guard.NotNull(values));
        var nameless = Array.FindIndex(values, value => value is not null && DataValues.HasNoText(value));
        if (nameless >= 0)
        {
            Draft.Faults.Add(
                "list.nameless", Draft.Id, $"the list holds a value whose text is \"{values[nameless]}\"",
                $"{TypeText.Of(typeof(TItem))} must override ToString, so that a fingerprint tells its values apart");
        }

        var comparison = typeof(TItem) == typeof(string) ? TextComparers.ComparisonOf(comparer)
            : comparer.Equals(EqualityComparer<TItem>.Default) ? default(StringComparison) : null;
        if (comparison is null)
        {
            Draft.Faults.Add(
                "collection.comparer",
                Draft.Id,
                $"the comparer is of the class {TypeText.Of(comparer.GetType())}",
                typeof(TItem) == typeof(string) ? TextComparers.Rule
                    : "it must be the default one of the type: a fingerprint can't see into another");
        }

        return Is(new CollectionCondition<TItem>(messageId, (TItem[])values.Clone(), 0, comparer, comparison ?? default));
    }
}
