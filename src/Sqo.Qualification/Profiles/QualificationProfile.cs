using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Builds profiles.</summary>
public static class QualificationProfile
{
    /// <summary>Builds a profile.</summary>
    /// <typeparam name="T">The type of opportunity: any type of the caller's own.</typeparam>
    /// <param name="name">The name of the profile.</param>
    /// <param name="define">States the criteria, the threshold and the rest.</param>
    /// <returns>The profile: immutable, and safe for use by many threads.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="QualificationProfileException">The profile can't be right; every fault is listed.</exception>
    public static QualificationProfile<T> Create<T>(string name, Action<ProfileBuilder<T>> define)
    {
        Guard.NotBlank(name);
        Guard.NotNull(define);
        var builder = new ProfileBuilder<T>();
        define(builder);
        return builder.Build(name);
    }

    /// <summary>Builds a profile from its class.</summary>
    /// <typeparam name="T">The type of opportunity: any type of the caller's own.</typeparam>
    /// <param name="definition">The class that states it.</param>
    /// <returns>The profile: immutable, and safe for use by many threads.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name of the definition is blank.</exception>
    /// <exception cref="QualificationProfileException">The profile can't be right; every fault is listed.</exception>
    public static QualificationProfile<T> Create<T>(IProfileConfiguration<T> definition) =>
        Create<T>(Guard.NotNull(definition).Name, definition.Define);

    /// <summary>Builds a profile from data.</summary>
    /// <typeparam name="T">The type of opportunity: any type of the caller's own.</typeparam>
    /// <param name="definition">The data.</param>
    /// <param name="fields">The values that it can name.</param>
    /// <returns>The profile: immutable, and safe for use by many threads; with the fingerprint of the same profile in code over the same map.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="QualificationProfileException">The profile can't be right; every fault is listed, those of the data with their paths.</exception>
    public static QualificationProfile<T> Create<T>(ProfileDefinition definition, FieldMap<T> fields)
    {
        Guard.NotNull(definition);
        Guard.NotNull(fields);
        var builder = new ProfileBuilder<T>();
        new DefinitionApplier<T>(builder, fields).Apply(definition.Root);
        return builder.Build(definition.Name);
    }

    /// <summary>
    /// Builds a profile in which settings take the place of thresholds ("QualifyAt", "NearMissWithin", "Hysteresis", "Cap", "Floor"), of the bounds of groups
    /// ("Groups:engagement:Cap"), and, by the ids of the criteria, of weights, words and operands ("Criteria:budget:Weight", "Criteria:budget:AtLeast").
    /// </summary>
    /// <typeparam name="T">The type of opportunity: any type of the caller's own.</typeparam>
    /// <param name="name">The name of the profile.</param>
    /// <param name="define">States the criteria, the threshold and the rest.</param>
    /// <param name="settings">What takes the place of that. A list takes the place of the whole list; of an operand with named parts, each on its own.</param>
    /// <returns>The profile: immutable, and safe for use by many threads; the same as with the new values in code.</returns>
    /// <remarks>An id in a path may hold dots and colons: of several ids that fit, the longest is meant.</remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="QualificationProfileException">The profile or a setting can't be right; every fault is listed, those of settings with their paths.</exception>
    public static QualificationProfile<T> Create<T>(string name, Action<ProfileBuilder<T>> define, IEnumerable<ProfileSetting> settings)
    {
        Guard.NotBlank(name);
        Guard.NotNull(define);
        Guard.NotNull(settings);
        var builder = new ProfileBuilder<T>();
        define(builder);
        new ProfileOverrides<T>(builder).Apply(settings);
        return builder.Build(name);
    }

    /// <summary>Builds a profile from its class, in which settings take the place of what the class says.</summary>
    /// <typeparam name="T">The type of opportunity: any type of the caller's own.</typeparam>
    /// <param name="definition">The class that states it.</param>
    /// <param name="settings">What takes the place of that, as for <see cref="Create{T}(string, Action{ProfileBuilder{T}}, IEnumerable{ProfileSetting})"/>.</param>
    /// <returns>The profile: immutable, and safe for use by many threads; the same as with the new values in code.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name of the definition is blank.</exception>
    /// <exception cref="QualificationProfileException">The profile or a setting can't be right; every fault is listed, those of settings with their paths.</exception>
    public static QualificationProfile<T> Create<T>(IProfileConfiguration<T> definition, IEnumerable<ProfileSetting> settings) =>
        Create<T>(Guard.NotNull(definition).Name, definition.Define, settings);
}
