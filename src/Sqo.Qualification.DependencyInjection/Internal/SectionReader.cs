using System.Collections.Generic;
using System.Linq;
using Microsoft.Extensions.Configuration;

namespace Sqo.Qualification.Internal;

/// <summary>Reads a section of the configuration as settings.</summary>
internal static class SectionReader
{
    // A provider may replace its data while it is read. Two equal consecutive readings are consistent; if there never are two,
    // the provider is still changing, and its change notification then causes another reading.
    private const int MostReadings = 100;

    /// <exception cref="QualificationProfileException">The section has too many settings or sections.</exception>
    public static List<ProfileSetting> Read(IConfiguration section)
    {
        var settings = ReadOnce(section);
        for (var i = 1; i < MostReadings; i++)
        {
            var again = ReadOnce(section);
            if (settings.SequenceEqual(again)) break;
            settings = again;
        }

        return settings;
    }

    private static List<ProfileSetting> ReadOnce(IConfiguration section)
    {
        var settings = new List<ProfileSetting>();
        var open = new Stack<KeyValuePair<string, IConfigurationSection>>();
        var sections = 0;
        Open("", section);
        while (open.Count > 0)
        {
            var next = open.Pop();
            if (next.Value.Value is { } value) settings.Add(new ProfileSetting(next.Key, value));
            if (settings.Count > SettingsTree.MostSettings) throw TooMany("settings", SettingsTree.MostSettings);
            Open(next.Key + ":", next.Value);
        }

        settings.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        return settings;

        void Open(string prefix, IConfiguration parent)
        {
            if (prefix.Length > SettingsTree.LongestPath) throw TooMany("characters in the path of a setting", SettingsTree.LongestPath);
            foreach (var child in parent.GetChildren())
            {
                if (++sections > SettingsTree.MostRead) throw TooMany("sections", SettingsTree.MostRead);
                open.Push(new(prefix + child.Key, child));
            }
        }

        QualificationProfileException TooMany(string what, int most)
        {
            var path = (section as IConfigurationSection)?.Path ?? "";
            var faults = new FaultList();
            faults.AddAt(path, "setting.count", $"there are too many {what}", $"there must be at most {InvariantText.Of((long)most)}");
            return new QualificationProfileException((section as IConfigurationSection)?.Key ?? "", faults.ToArray());
        }
    }
}
