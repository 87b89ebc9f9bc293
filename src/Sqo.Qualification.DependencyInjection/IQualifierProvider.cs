using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Sqo.Qualification;

/// <summary>
/// Gets qualifiers by the names of their profiles: <see cref="IQualifier{T}"/>, and <see cref="IAsyncQualifier{T}"/> for profiles with
/// asynchronous criteria, whose names are separate. A singleton; thread-safe.
/// </summary>
public interface IQualifierProvider
{
    /// <summary>Gets the qualifier of the only profile for a type, or of the one that is marked as the default.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <returns>The qualifier: the same instance at every call.</returns>
    /// <exception cref="InvalidOperationException">
    /// There is no profile for the type, or there are several and none is the default; the message lists the registered profiles.
    /// </exception>
    /// <exception cref="QualificationProfileException">The profile has faults; the exception lists them all.</exception>
    IQualifier<T> Get<T>();

    /// <summary>Gets the qualifier of a profile.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="name">The name of the profile, case-sensitive.</param>
    /// <returns>The qualifier: the same instance at every call.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">There is no such profile for the type; the message lists the registered profiles.</exception>
    /// <exception cref="QualificationProfileException">The profile has faults; the exception lists them all.</exception>
    IQualifier<T> Get<T>(string name);

    /// <summary>Gets the qualifier of a profile, if there is one.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="name">The name of the profile, case-sensitive.</param>
    /// <param name="qualifier">The qualifier; <see langword="null"/> when there is no such profile for the type.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="QualificationProfileException">The profile has faults; the exception lists them all.</exception>
    bool TryGet<T>(string name, [NotNullWhen(true)] out IQualifier<T>? qualifier);

    /// <summary>
    /// Gets the names of the profiles for a type, without those with asynchronous criteria, in the order of their registration.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <returns>The names; empty when there are none.</returns>
    IReadOnlyList<string> NamesOf<T>();

    /// <summary>
    /// Gets the qualifier of the only profile with asynchronous criteria for a type, or of the one that is marked as the default.
    /// </summary>
    /// <inheritdoc cref="Get{T}()"/>
    IAsyncQualifier<T> GetAsync<T>();

    /// <summary>Gets the qualifier of a profile with asynchronous criteria.</summary>
    /// <inheritdoc cref="Get{T}(string)"/>
    IAsyncQualifier<T> GetAsync<T>(string name);

    /// <summary>Gets the qualifier of a profile with asynchronous criteria, if there is one.</summary>
    /// <inheritdoc cref="TryGet{T}(string, out IQualifier{T}?)"/>
    bool TryGetAsync<T>(string name, [NotNullWhen(true)] out IAsyncQualifier<T>? qualifier);

    /// <summary>Gets the names of the profiles with asynchronous criteria for a type, in the order of their registration.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <returns>The names; empty when there are none.</returns>
    IReadOnlyList<string> AsyncNamesOf<T>();
}
