using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A collection that contains any of a list, all of a list, or a number of entries.</summary>
/// <param name="messageId">Which of the three.</param>
/// <param name="wanted">The list; empty for a number of entries.</param>
/// <param name="least">The least number of entries.</param>
/// <param name="comparer">The comparer of entries: the default one, or for texts that of <paramref name="comparison"/>.</param>
/// <param name="comparison">How texts are compared; not used for entries of other types.</param>
internal sealed class CollectionCondition<TItem>(
    string messageId, TItem[] wanted, int least, IEqualityComparer<TItem> comparer, StringComparison comparison)
    : ValueCondition<IEnumerable<TItem>>, IOperatorSource
{
    public override Requirement Requirement =>
        messageId == MessageIds.RequireCountAtLeast ? new(messageId, least) : new(messageId, [wanted.Select(v => (object?)v).ToArray()]);

    public override bool IsGraded => false;

    protected internal override IEnumerable<TItem> Keep(IEnumerable<TItem> value) => value.ToArray();

    protected internal override Answer Evaluate(IEnumerable<TItem> value, in EvaluationContext context) => messageId switch
    {
        MessageIds.RequireCountAtLeast => Answer.From(CountOf(value) >= least),
        MessageIds.RequireContainsAny => Answer.From(HoldsAny(value)),
        _ => Answer.From(HoldsAll(value)),
    };

    protected internal override object? GapOf(IEnumerable<TItem> value, in EvaluationContext context) =>
        messageId == MessageIds.RequireCountAtLeast ? (long)Math.Max(0, least - CountOf(value)) : null;

    public OperatorData ToData() => messageId == MessageIds.RequireCountAtLeast
        ? new(Operators.CountAtLeast, DataNode.Of((long)least))
        : new(
            messageId == MessageIds.RequireContainsAny ? Operators.ContainsAny : Operators.ContainsAll,
            Operators.ListOf(wanted, value => DataValues.Write(value)),
            typeof(TItem) == typeof(string) ? Operators.Comparing(comparison) : []);

    private static int CountOf(IEnumerable<TItem> items) => items switch
    {
        ICollection<TItem> collection => collection.Count,
        IReadOnlyCollection<TItem> collection => collection.Count,
        _ => items.Count(),
    };

    private bool HoldsAny(IEnumerable<TItem> items)
    {
        foreach (var item in wanted)
        {
            if (Holds(items, item)) return true;
        }

        return false;
    }

    private bool HoldsAll(IEnumerable<TItem> items)
    {
        foreach (var item in wanted)
        {
            if (!Holds(items, item)) return false;
        }

        return true;
    }

    private bool Holds(IEnumerable<TItem> items, TItem wantedItem)
    {
        // By index if possible: an enumerator of an interface is an allocation.
        if (items is IReadOnlyList<TItem> list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (comparer.Equals(list[i], wantedItem)) return true;
            }

            return false;
        }

        foreach (var item in items)
        {
            if (comparer.Equals(item, wantedItem)) return true;
        }

        return false;
    }
}
