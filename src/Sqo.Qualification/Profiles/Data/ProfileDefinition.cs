using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A whole profile as plain data, from JSON or settings: criteria over named fields with a closed list of operators, groups,
/// thresholds. Nothing in it is code, and nothing is evaluated as code.
/// <see cref="QualificationProfile.Create{T}(ProfileDefinition, FieldMap{T})"/> builds a profile from it. Immutable, and safe for use
/// by many threads at once.
/// </summary>
/// <remarks>For a profile as a class, see <see cref="IProfileConfiguration{T}"/>.</remarks>
public sealed class ProfileDefinition
{
    private const int LongestJson = 1_000_000;

    private ProfileDefinition(DataNode root) => Root = root;

    /// <summary>The name of the profile.</summary>
    public string Name => Root["name"]!.Scalar;

    /// <summary>The version of the profile.</summary>
    /// <value>The default is "1".</value>
    public string Version => Root["version"]?.Scalar ?? "1";

    /// <summary>The data in normalized form, each node with the path it was read from.</summary>
    internal DataNode Root { get; }

    /// <summary>Reads a definition from JSON.</summary>
    /// <param name="json">
    /// The JSON, of at most 1,000,000 characters; comments and trailing commas are allowed. The package contains a schema for it.
    /// </param>
    /// <returns>The definition. Its form is valid; whether it fits the fields is checked when a profile is built from it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="QualificationProfileException">The JSON is not a definition; every fault is listed, with its path, such as
    /// "criteria[2].atLeast", its line and its column.</exception>
    /// <example><code>
    /// ProfileDefinition definition = ProfileDefinition.Parse("""
    ///     {"name": "startup", "criteria": [{"id": "budget", "field": "budget", "atLeast": 10000, "required": true}]}
    ///     """);
    /// </code></example>
    public static ProfileDefinition Parse(string json)
    {
        var faults = new FaultList();
        if (Guard.NotNull(json).Length > LongestJson)
        {
            faults.AddAt(
                "", "data.size", $"the JSON has {InvariantText.Of((long)json.Length)} characters", "it must have at most 1,000,000");
            throw new QualificationProfileException("", faults.ToArray());
        }

        DataNode root;
        try
        {
            root = DataJson.Read(json);
        }
        catch (FormatException e)
        {
            faults.Add("data.json", e.Message);
            throw new QualificationProfileException("", faults.ToArray());
        }

        return Read(root, faults);
    }

    /// <summary>
    /// Reads a definition from settings, a tree flattened the way configuration does: "Criteria:0:Id", "Criteria:0:AtLeast" and so on.
    /// </summary>
    /// <param name="settings">The settings, at most 20,000. The names are those of the JSON; case is ignored.</param>
    /// <returns>The definition. Its form is valid; whether it fits the fields is checked when a profile is built from it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is <see langword="null"/>.</exception>
    /// <exception cref="QualificationProfileException">
    /// The settings are not a definition; every fault is listed, with its path as given.
    /// </exception>
    public static ProfileDefinition FromSettings(IEnumerable<ProfileSetting> settings)
    {
        Guard.NotNull(settings);
        var faults = new FaultList();
        var tree = new SettingsTree();
        foreach (var setting in SettingsTree.Sift(settings, faults)) tree.Add(setting, 0, faults);
        return Read(tree.ToNode("", faults), faults);
    }

    /// <summary>The definition as JSON: the same text for the same definition on every platform, indented, for people and version
    /// control.</summary>
    /// <returns>The JSON; <see cref="Parse"/> reads it.</returns>
    /// <remarks>
    /// Settings hold only texts. If an operator takes both texts and numbers ("equalTo", "oneOf" and similar ones), a value from
    /// settings stays a text here, which a field of numbers does not accept: in that case, export the profile that was built from them.
    /// </remarks>
    public string ToJson() => DataJson.Write(Root);

    /// <summary>The name and version.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} {Version}";

    private static ProfileDefinition Read(DataNode root, FaultList faults)
    {
        var definition = DefinitionShape.Profile.Check(root, faults, 0);
        if (faults.Count == 0) return new ProfileDefinition(definition!);
        var name = root["name"] is { Kind: DataKind.Text } told && TextShape.CanBeName(told.Scalar) ? told.Scalar : "";
        throw new QualificationProfileException(name, faults.ToArray());
    }
}
