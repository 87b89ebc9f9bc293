using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Fuzzing;

/// <summary>Changes to texts that are read.</summary>
internal sealed class FuzzText(SeededRandom random)
{
    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"", "null", "true", "1e999", "-", "1e-400", "1e16", "-0", "\\ud800", "NaN", "\u0000", "\ud83d",
            "\"weight\": 0,", "\"required\": true,", "\"5\"", "0.1",
    ];

    /// <summary>A text with up to five changes, often with none.</summary>
    public string Mutate(string text)
    {
        var changed = new StringBuilder(text);
        for (var i = random.Below(6); i > 0; i--)
        {
            var at = random.Below(changed.Length);
            switch (random.Below(5))
            {
                case 0: changed.Remove(at, Math.Min(random.Between(1, 12), changed.Length - at)); break;
                case 1: changed.Insert(at, random.Pick(Tokens)); break;
                case 2: changed[at] = (char)random.Below(random.Pick(128, 65_536)); break;
                case 3: changed.Insert(at, changed.ToString(at, Math.Min(random.Between(1, 60), changed.Length - at))); break;
                default: ChangeDigit(changed, at); break;
            }

            if (changed.Length == 0) changed.Append(' ');
        }

        return changed.ToString();
    }

    public void Mutate(List<ProfileSetting> settings)
    {
        for (var i = random.Below(4); i > 0 && settings.Count > 0; i--)
        {
            var at = random.Below(settings.Count);
            var (path, value) = (settings[at].Path, settings[at].Value ?? "");
            if (random.Chance(0.2)) settings.RemoveAt(at);
            else if (random.Chance(0.2)) settings.Add(settings[random.Below(settings.Count)]);
            else if (random.Chance(0.3)) settings[at] = new ProfileSetting(Mutate(path.Length == 0 ? "a" : path), value);
            else settings[at] = new ProfileSetting(
                path, random.Chance(0.5) ? Mutate(value.Length == 0 ? "a" : value) : random.Pick(Tokens));
        }
    }

    /// <summary>As configuration flattens a tree.</summary>
    public static List<ProfileSetting> Flatten(DataNode node)
    {
        var settings = new List<ProfileSetting>();
        Add(node, "");
        return settings;

        void Add(DataNode inner, string path)
        {
            var start = path.Length == 0 ? "" : path + ":";
            if (inner.Kind == DataKind.Object) Array.ForEach(inner.Members, member => Add(member.Value, start + member.Key));
            else if (inner.Kind == DataKind.List) for (var i = 0; i < inner.Items.Length; i++) Add(
                inner.Items[i], start + i.ToString(CultureInfo.InvariantCulture));
            else settings.Add(new ProfileSetting(path, inner.Scalar));
        }
    }

    private void ChangeDigit(StringBuilder text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (!char.IsDigit(text[at])) continue;
            text[at] = (char)('0' + random.Below(10));
            return;
        }
    }
}
