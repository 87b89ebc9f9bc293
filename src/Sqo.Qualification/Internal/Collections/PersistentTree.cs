using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Internal;

/// <summary>
/// A sorted set that changes by copying the path to the change, in O(log n): a treap (Seidel and Aragon 1996) with the number of items
/// of each subtree. Its shape depends only on the items, since their priorities do. Immutable.
/// </summary>
internal sealed class PersistentTree<TItem>
    where TItem : IComparable<TItem>
{
    private readonly Node? _root;
    private readonly Func<TItem, ulong> _priority;

    private PersistentTree(Node? root, Func<TItem, ulong> priority)
    {
        _root = root;
        _priority = priority;
    }

    public int Count => SizeOf(_root);

    /// <summary>The item at a place of the order, from 0.</summary>
    public TItem this[int index]
    {
        get
        {
            var node = _root!;
            while (true)
            {
                var before = SizeOf(node.Left);
                if (index == before) return node.Item;
                node = index < before ? node.Left! : node.Right!;
                if (index > before) index -= before + 1;
            }
        }
    }

    /// <summary>Builds a tree of sorted items without duplicates in O(n).</summary>
    public static PersistentTree<TItem> Of(TItem[] sorted, Func<TItem, ulong> priority)
    {
        // The stack holds the right edge of the tree so far; a node is made when nothing more can come under it.
        var open = new Stack<(TItem Item, ulong Priority, Node? Left)>();
        foreach (var item in sorted)
        {
            var rank = priority(item);
            Node? left = null;
            while (open.Count > 0 && open.Peek().Priority < rank) left = Closed(open.Pop(), left);
            open.Push((item, rank, left));
        }

        Node? root = null;
        while (open.Count > 0) root = Closed(open.Pop(), root);
        return new(root, priority);

        static Node Closed((TItem Item, ulong Priority, Node? Left) top, Node? right) => new(top.Item, top.Priority, top.Left, right);
    }

    /// <summary>The number of items before one, whether it is in the tree or not.</summary>
    public int CountBefore(TItem item)
    {
        var before = 0;
        for (var node = _root; node is not null;)
        {
            if (node.Item.CompareTo(item) < 0)
            {
                before += SizeOf(node.Left) + 1;
                node = node.Right;
            }
            else
            {
                node = node.Left;
            }
        }

        return before;
    }

    /// <summary>Finds the item that compares as equal.</summary>
    public bool TryFind(TItem item, out TItem found)
    {
        var node = _root;
        while (node is not null)
        {
            var order = item.CompareTo(node.Item);
            if (order == 0)
            {
                found = node.Item;
                return true;
            }

            node = order < 0 ? node.Left : node.Right;
        }

        found = item;
        return false;
    }

    /// <summary>With an item that is not in the tree.</summary>
    public PersistentTree<TItem> With(TItem item) => new(Inserted(_root, item, _priority(item)), _priority);

    /// <summary>Without the item that compares as equal, which is in the tree.</summary>
    public PersistentTree<TItem> Without(TItem item) => new(Removed(_root!, item), _priority);

    /// <summary>The first items, in order.</summary>
    public IEnumerable<TItem> First(int count)
    {
        var open = new Stack<Node>();
        var node = _root;
        while (count > 0 && (node is not null || open.Count > 0))
        {
            for (; node is not null; node = node.Left) open.Push(node);
            node = open.Pop();
            yield return node.Item;
            count--;
            node = node.Right;
        }
    }

    private static int SizeOf(Node? node) => node?.Size ?? 0;

    private static Node Inserted(Node? node, TItem item, ulong priority)
    {
        if (node is null || priority > node.Priority)
        {
            var (before, after) = Split(node, item);
            return new(item, priority, before, after);
        }

        return item.CompareTo(node.Item) < 0
            ? new(node.Item, node.Priority, Inserted(node.Left, item, priority), node.Right)
            : new(node.Item, node.Priority, node.Left, Inserted(node.Right, item, priority));
    }

    private static (Node? Before, Node? After) Split(Node? node, TItem item)
    {
        if (node is null) return (null, null);
        if (item.CompareTo(node.Item) < 0)
        {
            var (before, rest) = Split(node.Left, item);
            return (before, new(node.Item, node.Priority, rest, node.Right));
        }

        var (start, after) = Split(node.Right, item);
        return (new(node.Item, node.Priority, node.Left, start), after);
    }

    private static Node? Removed(Node node, TItem item)
    {
        var order = item.CompareTo(node.Item);
        if (order == 0) return Joined(node.Left, node.Right);
        return order < 0
            ? new(node.Item, node.Priority, Removed(node.Left!, item), node.Right)
            : new(node.Item, node.Priority, node.Left, Removed(node.Right!, item));
    }

    private static Node? Joined(Node? before, Node? after)
    {
        if (before is null) return after;
        if (after is null) return before;
        return before.Priority > after.Priority
            ? new(before.Item, before.Priority, before.Left, Joined(before.Right, after))
            : new(after.Item, after.Priority, Joined(before, after.Left), after.Right);
    }

    private sealed class Node(TItem item, ulong priority, Node? left, Node? right)
    {
        public TItem Item { get; } = item;

        public ulong Priority { get; } = priority;

        public Node? Left { get; } = left;

        public Node? Right { get; } = right;

        public int Size { get; } = 1 + SizeOf(left) + SizeOf(right);
    }
}
