using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Builds profiles.</summary>
public static partial class QualificationProfile
{
    /// <summary>Builds a profile.</summary>
    /// <typeparam name="T">The type of opportunity: any type of the caller.</typeparam>
    /// <param name="name">The name of the profile.</param>
    /// <param name="define">Sets the criteria, the threshold and the rest.</param>
    /// <returns>The profile: immutable, and safe for use by many threads.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="QualificationProfileException">The profile is not valid; every fault is listed.</exception>
    /// <example><code>
    /// var profile = QualificationProfile.Create&lt;Deal>("startup", p =>
    /// {
    ///     p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required();
    ///     p.Criterion("activity", d => d.EngagementScore).Linear(from: 0, to: 100).Weight(40);
    ///     p.QualifyAt(60);
    /// });
    /// </code></example>
    public static QualificationProfile<T> Create<T>(string name, Action<ProfileBuilder<T>> define)
    {
        Guard.NotBlank(name);
        Guard.NotNull(define);
        var builder = new ProfileBuilder<T>(new());
        define(builder);
        return builder.Build(name);
    }

    /// <summary>Builds a profile from its class.</summary>
    /// <typeparam name="T">The type of opportunity: any type of the caller.</typeparam>
    /// <param name="definition">The class that configures it.</param>
    /// <returns>The profile: immutable, and safe for use by many threads.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name of the definition is blank.</exception>
    /// <exception cref="QualificationProfileException">The profile is not valid; every fault is listed.</exception>
    /// <example><code>
    /// var profile = QualificationProfile.Create(new StartupProfile(minimumBudget: 10_000m));
    /// </code></example>
    public static QualificationProfile<T> Create<T>(IProfileConfiguration<T> definition) =>
        Create<T>(Guard.NotNull(definition).Name, definition.Define);

    /// <summary>
    /// Builds a profile in which settings replace thresholds ("QualifyAt", "NearMissWithin", "Hysteresis", "Cap", "Floor"), the bounds
    /// of groups ("Groups:engagement:Cap"), and, by the ids of the criteria, weights, texts and operands ("Criteria:budget:Weight",
    /// "Criteria:budget:AtLeast").
    /// </summary>
    /// <typeparam name="T">The type of opportunity: any type of the caller.</typeparam>
    /// <param name="name">The name of the profile.</param>
    /// <param name="define">Sets the criteria, the threshold and the rest.</param>
    /// <param name="settings">
    /// The values that replace those of <paramref name="define"/>. A list replaces the whole list; in an operand with named parts, each
    /// part is replaced separately.
    /// </param>
    /// <returns>The profile: immutable, and safe for use by many threads; the same as with the new values in code.</returns>
    /// <remarks>An id in a path can contain dots and colons: if several ids fit, the longest is used.</remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <exception cref="QualificationProfileException">
    /// The profile or a setting is not valid; every fault is listed, those of settings with their paths.
    /// </exception>
    public static QualificationProfile<T> Create<T>(string name, Action<ProfileBuilder<T>> define, IEnumerable<ProfileSetting> settings)
    {
        Guard.NotBlank(name);
        Guard.NotNull(define);
        Guard.NotNull(settings);
        var builder = new ProfileBuilder<T>(new());
        define(builder);
        new ProfileOverrides<T>(builder).Apply(settings);
        return builder.Build(name);
    }

    /// <summary>Builds a profile from its class, in which settings replace values of the class.</summary>
    /// <typeparam name="T">The type of opportunity: any type of the caller.</typeparam>
    /// <param name="definition">The class that configures it.</param>
    /// <param name="settings">
    /// The values that replace those of the class, as for
    /// <see cref="Create{T}(string, Action{ProfileBuilder{T}}, IEnumerable{ProfileSetting})"/>.
    /// </param>
    /// <returns>The profile: immutable, and safe for use by many threads; the same as with the new values in code.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name of the definition is blank.</exception>
    /// <exception cref="QualificationProfileException">
    /// The profile or a setting is not valid; every fault is listed, those of settings with their paths.
    /// </exception>
    /// <example><code>
    /// var profile = QualificationProfile.Create(
    ///     new StartupProfile(minimumBudget: 10_000m), [new ProfileSetting("Criteria:budget:AtLeast", "25000")]);
    /// </code></example>
    public static QualificationProfile<T> Create<T>(IProfileConfiguration<T> definition, IEnumerable<ProfileSetting> settings) =>
        Create<T>(Guard.NotNull(definition).Name, definition.Define, settings);
}
