using System;
using System.Collections.Generic;
using Microsoft.Extensions.Configuration;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The settings of one profile, which override its definition: thresholds, weights, bounds and required criteria. Named options: the
/// name is that of the profile. If a path is set twice, the later setting applies.
/// </summary>
/// <remarks>Not thread-safe: created for every build of a profile, and not changed afterwards.</remarks>
public sealed class ProfileOptions
{
    // By path: a setting replaces the previous one of its path, together with its origin.
    private readonly Dictionary<string, PlacedSetting> _settings = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The settings, in the ordinal order of their paths.</summary>
    public IReadOnlyList<ProfileSetting> Settings
    {
        get
        {
            var settings = new List<ProfileSetting>(_settings.Count);
            foreach (var placed in _settings.Values) settings.Add(placed.Setting);
            settings.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
            return settings.AsReadOnly();
        }
    }

    /// <summary>Adds, replaces or removes a setting.</summary>
    /// <param name="path">The path within the profile, such as "Criteria:budget:AtLeast" or "QualifyAt".</param>
    /// <param name="value">The value, as written in configuration; <see langword="null"/> removes the setting.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is <see langword="null"/> or blank.</exception>
    public ProfileOptions Set(string path, string? value)
    {
        Guard.NotBlank(path);
        if (value is null) _settings.Remove(path);
        else _settings[path] = new PlacedSetting(new ProfileSetting(path, value), "");
        return this;
    }

    /// <inheritdoc cref="Set(string, string)"/>
    /// <param name="path">The path within the profile, such as "Criteria:budget:Weight" or "QualifyAt".</param>
    /// <param name="value">The value.</param>
    public ProfileOptions Set(string path, double value) => Set(path, InvariantText.Of(value));

    /// <inheritdoc cref="Set(string, double)"/>
    public ProfileOptions Set(string path, long value) => Set(path, InvariantText.Of(value));

    /// <inheritdoc cref="Set(string, double)"/>
    public ProfileOptions Set(string path, decimal value) => Set(path, InvariantText.Of(value));

    /// <inheritdoc cref="Set(string, double)"/>
    public ProfileOptions Set(string path, bool value) => Set(path, InvariantText.Of(value));

    /// <summary>Adds all settings of a section of the configuration.</summary>
    /// <param name="section">The section of the profile; faults contain its path.</param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="section"/> is <see langword="null"/>.</exception>
    /// <exception cref="QualificationProfileException">
    /// The section has more than 20,000 settings, more than 100,000 sections, or a path of more than 1,000 characters.
    /// </exception>
    public ProfileOptions Read(IConfiguration section)
    {
        var place = (Guard.NotNull(section) as IConfigurationSection)?.Path ?? "";
        foreach (var setting in SectionReader.Read(section)) _settings[setting.Path] = new PlacedSetting(setting, place);
        return this;
    }

    /// <summary>The full path of a fault in the configuration, from the path within the profile.</summary>
    internal string FullPathOf(string path)
    {
        foreach (var placed in _settings.Values)
        {
            var own = placed.Setting.Path;
            var isThere = own.StartsWith(path, StringComparison.OrdinalIgnoreCase)
                && (own.Length == path.Length || own[path.Length] == ':');
            if (isThere && placed.Section.Length > 0) return $"{placed.Section}:{path}";
        }

        return path;
    }

    private readonly record struct PlacedSetting(ProfileSetting Setting, string Section);
}
