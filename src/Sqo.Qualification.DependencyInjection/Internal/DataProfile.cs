using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Internal;

/// <summary>Builds profiles from data.</summary>
internal static class DataProfile
{
    private const string NamePath = "Name";

    /// <summary>Creates a profile from data, overridden by settings.</summary>
    public static QualificationProfile<T> Create<T>(
        ProfileDefinition definition, FieldMap<T> fields, IReadOnlyList<ProfileSetting> settings) =>
        QualificationProfile.Create<T>(
            definition.Name, profile => new DefinitionApplier<T>(profile, fields, FrameworkData.Apply).Apply(definition.Root), settings);

    /// <summary>Creates a profile whose data are the settings.</summary>
    public static QualificationProfile<T> Create<T>(string name, FieldMap<T> fields, IReadOnlyList<ProfileSetting> settings)
    {
        if (settings.Count == 0)
        {
            throw new QualificationProfileException(
                name,
                [new ProfileFault(
                    "data.missing", null,
                    "The configuration has no section of this name; the profile is read from it, so it must exist.")]);
        }

        if (!settings.Any(setting => IsName(setting.Path))) settings = [.. settings, new ProfileSetting(NamePath, name)];
        var definition = ProfileDefinition.FromSettings(settings);
        if (definition.Name == name) return QualificationProfile.Create(definition, fields);

        var told = settings.First(setting => IsName(setting.Path));
        throw new QualificationProfileException(
            name,
            [new ProfileFault(
                "data.name", null,
                $"{told.Path}: it is \"{told.Value}\"; it must be \"{name}\", the name of the registered profile, or be omitted.",
                told.Path)]);
    }

    private static bool IsName(string path) => string.Equals(path, NamePath, StringComparison.OrdinalIgnoreCase);
}
