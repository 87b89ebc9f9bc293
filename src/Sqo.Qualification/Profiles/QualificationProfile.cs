using System;
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
        return new ProfileCompiler<T>(name, builder).Compile();
    }

    /// <summary>Builds a profile from its class.</summary>
    /// <typeparam name="T">The type of opportunity: any type of the caller's own.</typeparam>
    /// <param name="definition">The class that states it.</param>
    /// <returns>The profile: immutable, and safe for use by many threads.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The name of the definition is blank.</exception>
    /// <exception cref="QualificationProfileException">The profile can't be right; every fault is listed.</exception>
    public static QualificationProfile<T> Create<T>(IProfileDefinition<T> definition) =>
        Create<T>(Guard.NotNull(definition).Name, definition.Define);
}
