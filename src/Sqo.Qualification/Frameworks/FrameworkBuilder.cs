using System;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification;

/// <summary>Specifies where the criteria of any framework are read, with the criteria as arguments: for a custom framework.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class FrameworkBuilder<T> : EvidenceFrameworkVerbs<T, FrameworkBuilder<T>>
{
    internal FrameworkBuilder(QualificationFramework framework, ProfileBuilder<T> profile)
        : base(framework, profile)
    {
    }

    /// <summary>Reads a criterion from a level of evidence.</summary>
    /// <param name="criterion">A criterion of the framework.</param>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atLeast">The lowest level that meets it; that of the framework if <see langword="null"/>.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> or <paramref name="evidence"/> is
    /// <see langword="null"/>.</exception>
    public FrameworkBuilder<T> Criterion(
        FrameworkCriterion criterion,
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence(criterion, evidence, settings, atLeast, selectorText);

    /// <summary>Asks for a criterion by a condition of its own.</summary>
    internal FrameworkBuilder<T> Own(
        FrameworkCriterion criterion, Func<CriteriaBuilder<T>, string, CriterionBuilder<T>> add, Action<CriterionBuilder<T>> settings) =>
        Take(criterion, settings, add);

    /// <summary>Reads a criterion from a Boolean.</summary>
    /// <param name="criterion">A criterion of the framework.</param>
    /// <param name="confirmed">Reads it from the opportunity: true is confirmed evidence, false is unmet, a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atLeast">The lowest level that meets it, at most Confirmed; that of the framework if <see langword="null"/>.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> or <paramref name="confirmed"/> is
    /// <see langword="null"/>.</exception>
    public FrameworkBuilder<T> Criterion(
        FrameworkCriterion criterion,
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag(criterion, confirmed, settings, atLeast, selectorText);
}
