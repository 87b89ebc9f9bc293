using System;
using System.Collections.Generic;
using System.Globalization;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Fuzzing;

/// <summary>Changes to settings that are read.</summary>
internal sealed class FuzzSettings(SeededRandom random)
{
    private readonly FuzzText _text = new(random);

    /// <summary>Changes up to three of the settings, often none.</summary>
    public void Mutate(List<ProfileSetting> settings)
    {
        for (var i = random.Below(4); i > 0 && settings.Count > 0; i--)
        {
            var at = random.Below(settings.Count);
            var (path, value) = (settings[at].Path, settings[at].Value ?? "");
            if (random.Chance(0.2)) settings.RemoveAt(at);
            else if (random.Chance(0.2)) settings.Add(settings[random.Below(settings.Count)]);
            else if (random.Chance(0.3)) settings[at] = new ProfileSetting(_text.Mutate(path.Length == 0 ? "a" : path), value);
            else settings[at] = new ProfileSetting(
                path, random.Chance(0.5) ? _text.Mutate(value.Length == 0 ? "a" : value) : random.Pick(FuzzText.Tokens));
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
}
