using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>What differs between two profiles, setting by setting. Criteria are the same if their ids are.</summary>
internal static class ProfileDifferences
{
    /// <summary>A line for each difference, in the order of the first profile, then what only the second one has.</summary>
    public static IReadOnlyList<string> Of(QualificationProfile<Deal> before, QualificationProfile<Deal> after)
    {
        List<(string Path, string Value)> old = SettingsOf(before);
        List<(string Path, string Value)> current = SettingsOf(after);
        Dictionary<string, string> oldValues = old.ToDictionary(setting => setting.Path, setting => setting.Value, StringComparer.Ordinal);
        Dictionary<string, string> values = current.ToDictionary(setting => setting.Path, setting => setting.Value, StringComparer.Ordinal);
        return
        [
            .. old.Where(setting => !values.TryGetValue(setting.Path, out string? value) || value != setting.Value)
                .Select(setting => values.TryGetValue(setting.Path, out string? value)
                    ? $"{setting.Path}: {setting.Value} -> {value}"
                    : $"{setting.Path}: {setting.Value} -> nothing"),
            .. current.Where(setting => !oldValues.ContainsKey(setting.Path))
                .Select(setting => $"{setting.Path}: nothing -> {setting.Value}"),
        ];
    }

    // As the library writes them, so that the same setting is written in the same way.
    private static List<(string Path, string Value)> SettingsOf(QualificationProfile<Deal> profile)
    {
        using JsonDocument document = JsonDocument.Parse(profile.ToDefinition(DealFieldMap.AsRead).ToJson());
        var settings = new List<(string, string)>();
        Add(document.RootElement, "", settings);
        return settings;
    }

    private static void Add(JsonElement element, string path, List<(string Path, string Value)> settings)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    Add(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}", settings);
                }

                break;
            case JsonValueKind.Array when element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object):
                foreach ((int i, JsonElement item) in element.EnumerateArray().Index())
                {
                    bool hasId = item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out _);
                    Add(item, hasId ? $"{path}[{item.GetProperty("id").GetString()}]" : $"{path}[{i}]", settings);
                }

                break;
            default:
                settings.Add((Printable.Clip(path, 200), Printable.Clip(element.GetRawText(), 200)));
                break;
        }
    }
}
