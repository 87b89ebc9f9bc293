using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A list whose entries have one form.</summary>
/// <param name="item">That form.</param>
/// <param name="least">The least number of entries.</param>
internal sealed class ListShape(DataShape item, int least = 0) : DataShape
{
    public const int Longest = 1_000;

    public DataShape Item => item;

    public int Least => least;

    public override DataNode? Check(DataNode node, FaultList faults, int depth)
    {
        if (ItemsOf(node, faults) is not { } items)
        {
            return Refuse(
                node, faults, "data.list", node.IsLoose ? "it must be a list: a section with numbers for names" : "it must be a list");
        }
        if (items.Count > Longest || items.Count < least)
        {
            faults.AddAt(
                node.At, "data.size",
                items.Count == 0 ? "the list is empty" : $"the list has {InvariantText.Count(items.Count, "entry", "entries")}",
                items.Count < least ? $"it must have at least {InvariantText.Count(least, "entry", "entries")}"
                    : $"it must have at most {InvariantText.Of((long)Longest)}");
            return null;
        }

        var found = items.Select(entry => item.Check(entry, faults, depth)).ToArray();
        return found.Contains(null) ? null : DataNode.List(found!, node.At);
    }

    private static IReadOnlyList<DataNode>? ItemsOf(DataNode node, FaultList faults)
    {
        if (node.Kind == DataKind.List) return node.Items;
        // Configuration supplies an empty list as an empty text.
        if (node.IsLoose && node.Kind == DataKind.Text && node.Scalar.Length == 0) return [];
        if (!node.IsLoose || node.Kind != DataKind.Object || !node.Members.Any(member => IsPlace(member.Key))) return null;
        foreach (var member in node.Members.Where(member => !IsPlace(member.Key)))
        {
            if (!faults.TakesMore()) break;
            faults.AddAt(
                member.Value.At, "data.list", $"\"{Excerpt.Of(member.Key)}\" is not an index of a list",
                "the names in a list must be numbers");
        }

        return node.Members
            .Where(member => IsPlace(member.Key))
            .OrderBy(member => int.Parse(member.Key, System.Globalization.CultureInfo.InvariantCulture))
            .Select(member => member.Value)
            .ToList();
    }

    private static bool IsPlace(string name) => name.Length is > 0 and < 10 && name.All(c => c is >= '0' and <= '9');
}
