using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Settings, each a path and a text, as a tree of data.</summary>
internal sealed class SettingsTree
{
    public const int MostSettings = 20_000;

    /// <summary>Includes those without a value, the sections that configuration lists: their number must be limited too.</summary>
    public const int MostRead = 100_000;
    public const int LongestPath = 1_000;
    private const int DeepestPath = 40;

    private readonly Branch _root = new("");

    /// <summary>Checks the settings themselves; the rest can be put into trees.</summary>
    public static List<ProfileSetting> Sift(IEnumerable<ProfileSetting> settings, FaultList faults)
    {
        var sound = new List<ProfileSetting>();
        var (read, withValue) = (0, 0);
        foreach (var setting in settings)
        {
            if (setting.Value is not null) withValue++;
            if (withValue > MostSettings || ++read > MostRead)
            {
                faults.AddAt("", "setting.count", "there are too many settings", "there must be at most 20,000");
                return [];
            }

            if (setting.Value is null) continue;
            if (string.IsNullOrWhiteSpace(setting.Path))
            {
                faults.AddAt("", "setting.path", "a setting has a blank path", "a path must have a name");
            }
            else if (setting.Path.Length > LongestPath)
            {
                faults.AddAt(
                    Excerpt.Of(setting.Path), "setting.path", $"the path has {InvariantText.Of((long)setting.Path.Length)} characters",
                    "it must have at most 1,000");
            }
            else
            {
                sound.Add(setting);
            }
        }

        return sound;
    }

    /// <summary>Puts a value at the part of its path that starts at an index.</summary>
    public void Add(ProfileSetting setting, int start, FaultList faults)
    {
        var branch = _root;
        for (var depth = 0; ; depth++)
        {
            if (depth == DeepestPath)
            {
                faults.AddAt(setting.Path, "setting.path", $"the path has more than {DeepestPath} parts", "no setting is nested so deep");
                return;
            }

            var end = setting.Path.IndexOf(':', start);
            var isLast = end < 0;
            if (isLast) end = setting.Path.Length;
            var name = setting.Path.Substring(start, end - start);
            if (!branch.Branches.TryGetValue(name, out var next))
            {
                branch.Branches.Add(name, next = new Branch(setting.Path.Substring(0, end)));
            }
            branch = next;
            if (isLast) break;
            start = end + 1;
        }

        if (branch.Value is not null)
        {
            faults.AddAt(setting.Path, "setting.twice", "it is set twice", "a path must appear once, ignoring case");
        }
        branch.Value = setting.Value;
    }

    public DataNode ToNode(string path, FaultList faults) => NodeOf(_root, path, faults);

    private static DataNode NodeOf(Branch branch, string path, FaultList faults)
    {
        if (branch.Branches.Count == 0 && branch.Value is { } value) return DataNode.Of(value, DataPath.Of(path), isLoose: true);
        // An empty text beside a section is what configuration leaves of an empty list.
        if (!string.IsNullOrEmpty(branch.Value))
        {
            faults.AddAt(
                path, "setting.both", $"it has the value \"{Excerpt.Of(branch.Value!)}\" and a section", "it must have one of the two");
        }
        return DataNode.Object(
            [.. branch.Branches.Select(inner => DataNode.Member(inner.Key, NodeOf(inner.Value, inner.Value.Path, faults)))],
            DataPath.Of(path), isLoose: true);
    }

    private sealed class Branch(string path)
    {
        public string Path => path;

        public string? Value { get; set; }

        public Dictionary<string, Branch> Branches { get; } = new(StringComparer.OrdinalIgnoreCase);
    }
}
