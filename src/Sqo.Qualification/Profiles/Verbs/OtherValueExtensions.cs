using System;
using System.Runtime.CompilerServices;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Criteria on values of any other type, such as a class of the program. They are extension methods so that the compiler prefers the
/// overload for the type, where there is one.
/// </summary>
public static class OtherValueExtensions
{
    /// <summary>Adds a criterion on a value of any type. A missing one is unknown.</summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <typeparam name="TValue">The type of value.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="selector">Reads the value from the opportunity.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>The conditions that fit the value: <c>Satisfies</c>, <c>IsPresent</c>, <c>IsMissing</c>, and <c>Is</c>.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="builder"/> or <paramref name="selector"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public static OtherVerbs<T, TValue> Criterion<T, TValue>(
        this CriteriaBuilder<T> builder,
        string id,
        Func<T, TValue?> selector,
        [CallerArgumentExpression(nameof(selector))] string? selectorText = null) =>
        new(Guard.NotNull(builder).Selecting(id, selector, selectorText), selector);

    /// <inheritdoc cref="Criterion{T, TValue}(CriteriaBuilder{T}, string, Func{T, TValue}, string)"/>
    public static OtherVerbs<T, TValue> Criterion<T, TValue>(
        this CriteriaBuilder<T> builder,
        string id,
        Func<T, TValue?> selector,
        [CallerArgumentExpression(nameof(selector))] string? selectorText = null)
        where TValue : struct =>
        new(Guard.NotNull(builder).Selecting(id, selector, selectorText).JudgedBy(SelectedCriterion.Of(selector)));
}
