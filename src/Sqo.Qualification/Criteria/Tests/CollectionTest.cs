using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A collection that contains any of a list, all of a list, or a number of entries.</summary>
internal sealed class CollectionTest<TItem>(string messageId, TItem[] wanted, int least, IEqualityComparer<TItem> comparer)
    : ValueTest<IEnumerable<TItem>>, IOperatorSource
{
    public override Requirement Requirement =>
        messageId == MessageIds.RequireCountAtLeast ? new(messageId, least) : new(messageId, [wanted.Select(v => (object?)v).ToArray()]);

    internal override bool IsGraded => false;

    internal override IEnumerable<TItem> Keep(IEnumerable<TItem> value) => value.ToArray();

    protected internal override Answer Evaluate(IEnumerable<TItem> value, in EvaluationContext context) => messageId switch
    {
        MessageIds.RequireCountAtLeast => Answer.From(CountOf(value) >= least),
        MessageIds.RequireContainsAny => Answer.From(HoldsAny(value)),
        _ => Answer.From(HoldsAll(value)),
    };

    protected internal override object? GapOf(IEnumerable<TItem> value, in EvaluationContext context) =>
        messageId == MessageIds.RequireCountAtLeast ? (long)Math.Max(0, least - CountOf(value)) : null;

    public OperatorData? ToData()
    {
        if (messageId == MessageIds.RequireCountAtLeast) return new(Operators.CountAtLeast, DataNode.Of((long)least));
        var isText = typeof(TItem) == typeof(string);
        var isIgnoringCase = isText && comparer.Equals(StringComparer.OrdinalIgnoreCase);
        var isPlain = isText ? isIgnoringCase || comparer.Equals(StringComparer.Ordinal) : comparer.Equals(EqualityComparer<TItem>.Default);
        if (!isPlain || !DataValues.Supports(typeof(TItem))) return null;
        return new(
            messageId == MessageIds.RequireContainsAny ? Operators.ContainsAny : Operators.ContainsAll,
            Operators.ListOf(wanted, value => DataValues.Write(value)!),
            isText ? Operators.Comparing(isIgnoringCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal) : []);
    }

    protected internal override void Declare(DeclarationWriter writer)
    {
        writer.Add("test", messageId);
        if (messageId == MessageIds.RequireCountAtLeast) writer.Add("count", (long)least);
        else writer.Add("comparer", NameOfComparer()).Add("values", wanted.Select(v => DeclarationWriter.TextOf(v)));
    }

    private static int CountOf(IEnumerable<TItem> items) => items switch
    {
        ICollection<TItem> collection => collection.Count,
        IReadOnlyCollection<TItem> collection => collection.Count,
        _ => items.Count(),
    };

    private string NameOfComparer() =>
        comparer.Equals(StringComparer.OrdinalIgnoreCase) ? nameof(StringComparison.OrdinalIgnoreCase)
        : comparer.Equals(StringComparer.Ordinal) ? nameof(StringComparison.Ordinal)
        : comparer.Equals(EqualityComparer<TItem>.Default) ? "Default"
        : comparer.GetType().Name;

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
        // By index where there is one: an enumerator of an interface is an allocation.
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
