using System.Collections.Generic;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The path of a piece of data. It is a chain that becomes a text only when needed: with hostile data, the texts of all paths could be
/// far larger than the data.
/// </summary>
internal sealed class DataPath
{
    private readonly DataPath? _parent;
    private readonly string _part;
    private readonly int _line;
    private readonly int _column;

    private DataPath(DataPath? parent, string part, int line = 0, int column = 0)
    {
        _parent = parent;
        _part = part;
        _line = line;
        _column = column;
    }

    /// <summary>The path of the root, and of data without a source.</summary>
    public static readonly DataPath Root = new(null, "");

    /// <summary>A path as its source spells it.</summary>
    public static DataPath Of(string path) => new(null, path);

    public DataPath Member(string name) => new(this, name);

    public DataPath Item(int index) => new(this, $"[{InvariantText.Of((long)index)}]");

    /// <summary>The same path, with the line and column of its text, from 1.</summary>
    public DataPath Standing(int line, int column) => new(_parent, _part, line, column);

    /// <summary>Line and column for a message; empty if there are none.</summary>
    public string Place => _line == 0 ? "" : $" (line {InvariantText.Of((long)_line)}, column {InvariantText.Of((long)_column)})";

    public override string ToString()
    {
        var parts = new Stack<string>();
        for (var at = this; at is not null; at = at._parent) parts.Push(at._part);
        var path = "";
        foreach (var next in parts) path += path.Length == 0 || next.Length == 0 || next[0] == '[' ? next : "." + next;
        return path;
    }
}
