using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

// Here because data can use frameworks by their names, and these stand above profiles.
public static partial class QualificationProfile
{
    /// <summary>Builds a profile from data.</summary>
    /// <typeparam name="T">The type of opportunity: any type of the caller.</typeparam>
    /// <param name="definition">The data.</param>
    /// <param name="fields">The values that it can name.</param>
    /// <returns>
    /// The profile: immutable, and safe for use by many threads. Its fingerprint is that of the same profile in code over the same map.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="QualificationProfileException">
    /// The profile is not valid; every fault is listed, those of the data with their paths.
    /// </exception>
    /// <example><code>
    /// var fields = new FieldMap&lt;Deal>(f => f.Add("budget", d => d.Budget));
    /// var profile = QualificationProfile.Create(ProfileDefinition.Parse(json), fields);
    /// </code></example>
    public static QualificationProfile<T> Create<T>(ProfileDefinition definition, FieldMap<T> fields)
    {
        Guard.NotNull(definition);
        Guard.NotNull(fields);
        var builder = new ProfileBuilder<T>(new());
        new DefinitionApplier<T>(builder, fields, FrameworkData.Apply).Apply(definition.Root);
        return builder.Build(definition.Name);
    }
}
