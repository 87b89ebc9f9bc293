using System.Collections.Generic;

namespace Sqo.Qualification.Internal;

/// <summary>
/// Where a piece of data was found. A chain, made into a text when one is asked for: hostile data could make the texts of all its pieces far
/// greater than itself.
/// </summary>
internal sealed class DataPath(DataPath? parent, string part)
{
    /// <summary>The path of the root, and of what was found nowhere.</summary>
    public static readonly DataPath Root = new(null, "");

    /// <summary>A path as its source spells it.</summary>
    public static DataPath Of(string path) => new(null, path);

    public DataPath Member(string name) => new(this, name);

    public DataPath Item(int index) => new(this, $"[{InvariantText.Of((long)index)}]");

    public override string ToString()
    {
        var parts = new Stack<string>();
        for (var at = this; at is not null; at = at.Parent) parts.Push(at.Part);
        var path = "";
        foreach (var next in parts) path += path.Length == 0 || next.Length == 0 || next[0] == '[' ? next : "." + next;
        return path;
    }

    private DataPath? Parent => parent;

    private string Part => part;
}
