using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Internal;

/// <summary>Plain data as a tree, each node with the path it was found at. Immutable.</summary>
internal sealed class DataNode
{
    private readonly bool _isForeign;

    private DataNode(
        DataKind kind, DataPath at, string scalar = "", DataNode[]? items = null, KeyValuePair<string, DataNode>[]? members = null,
            bool isLoose = false, bool isForeign = false)
    {
        _isForeign = isForeign;
        Kind = kind;
        At = at;
        Scalar = scalar;
        Items = items ?? [];
        Members = members ?? [];
        IsLoose = isLoose;
    }

    public DataKind Kind { get; }

    /// <summary>Its path, as the source spells it; empty for the root, and for data without a source.</summary>
    public DataPath At { get; }

    public string Path => At.ToString();

    /// <summary>A text, the digits of a number, or true or false.</summary>
    public string Scalar { get; }

    public DataNode[] Items { get; }

    public KeyValuePair<string, DataNode>[] Members { get; }

    /// <summary>
    /// Whether it comes from settings, in which every value is a text, every list an object with numbers as names, and case is ignored
    /// in names.
    /// </summary>
    public bool IsLoose { get; }

    public DataNode? this[string member]
    {
        get
        {
            var comparison = IsLoose ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            foreach (var found in Members)
            {
                if (string.Equals(found.Key, member, comparison)) return found.Value;
            }

            return null;
        }
    }

    /// <summary>Whether it can be read back from data; false for a value of a type that only the program knows.</summary>
    public bool IsReadable =>
        !_isForeign && Array.TrueForAll(Items, item => item.IsReadable) && Array.TrueForAll(Members, member => member.Value.IsReadable);

    /// <summary>The text of a value that can't be read back from data.</summary>
    public static DataNode Foreign(string text) => new(DataKind.Text, DataPath.Root, text, isForeign: true);

    /// <summary>Its number; <see langword="null"/> if it is not a number.</summary>
    public static double? NumberOf(DataNode? node) =>
        node is not null && InvariantText.TryDouble(node.Scalar, out var number) ? number : null;

    public static DataNode Null(DataPath at) => new(DataKind.Null, at);

    public static DataNode Of(string value, DataPath? at = null, bool isLoose = false) =>
        new(DataKind.Text, at ?? DataPath.Root, value, isLoose: isLoose);

    public static DataNode Of(bool value, DataPath? at = null) => new(DataKind.Flag, at ?? DataPath.Root, InvariantText.Of(value));

    public static DataNode Of(double value, DataPath? at = null) => new(DataKind.Number, at ?? DataPath.Root, InvariantText.Of(value));

    public static DataNode Of(long value) => new(DataKind.Number, DataPath.Root, InvariantText.Of(value));

    public static DataNode Digits(string digits, DataPath? at = null, bool isLoose = false) =>
        new(DataKind.Number, at ?? DataPath.Root, digits, isLoose: isLoose);

    public static DataNode List(DataNode[] items, DataPath? at = null) => new(DataKind.List, at ?? DataPath.Root, items: items);

    public static DataNode Object(params KeyValuePair<string, DataNode>[] members) => Object(members, DataPath.Root);

    public static DataNode Object(KeyValuePair<string, DataNode>[] members, DataPath at, bool isLoose = false) =>
        new(DataKind.Object, at, members: members, isLoose: isLoose);

    public static KeyValuePair<string, DataNode> Member(string name, DataNode value) => new(name, value);

    /// <summary>Merges other data over this: for two objects, the members of both; otherwise the other data.</summary>
    public DataNode Under(DataNode other)
    {
        if (Kind != DataKind.Object || other.Kind != DataKind.Object) return other;
        var members = new List<KeyValuePair<string, DataNode>>(Members);
        foreach (var member in other.Members)
        {
            var at = members.FindIndex(
                own => string.Equals(own.Key, member.Key, other.IsLoose ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
            if (at < 0) members.Add(member);
            else members[at] = Member(members[at].Key, members[at].Value.Under(member.Value));
        }

        return Object([.. members], other.At, other.IsLoose);
    }
}
