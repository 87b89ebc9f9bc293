using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Sqo.Qualification;

/// <summary>Gives the qualifiers by the names of their profiles. A singleton, and safe for use by many threads at once.</summary>
public interface IQualifierProvider
{
    /// <summary>The qualifier of the only profile for a type, or of the one that is marked as the default.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <returns>The qualifier: the same one at every call.</returns>
    /// <exception cref="InvalidOperationException">
    /// There is no profile for the type, or there are several and none is the default; the message says what is registered.
    /// </exception>
    /// <exception cref="QualificationProfileException">The profile can't be right; every fault is listed.</exception>
    IQualifier<T> Get<T>();

    /// <summary>The qualifier of a profile.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="name">The name of the profile; case counts.</param>
    /// <returns>The qualifier: the same one at every call.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">There is no such profile for the type; the message says what is registered.</exception>
    /// <exception cref="QualificationProfileException">The profile can't be right; every fault is listed.</exception>
    IQualifier<T> Get<T>(string name);

    /// <summary>The qualifier of a profile, if there is one.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="name">The name of the profile; case counts.</param>
    /// <param name="qualifier">The qualifier; <see langword="null"/> when there is no such profile for the type.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="QualificationProfileException">The profile can't be right; every fault is listed.</exception>
    bool TryGet<T>(string name, [NotNullWhen(true)] out IQualifier<T>? qualifier);

    /// <summary>The names of the profiles for a type, in the order of their registration.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <returns>The names; empty when there are none.</returns>
    IReadOnlyList<string> NamesOf<T>();
}
