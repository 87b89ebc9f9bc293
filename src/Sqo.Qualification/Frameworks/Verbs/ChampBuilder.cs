using System;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification;

/// <summary>Takes where the criteria of CHAMP are read: Challenges, Authority, Money, Prioritization.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class ChampBuilder<T> : EvidenceFrameworkVerbs<T, ChampBuilder<T>>
{
    internal ChampBuilder(ProfileBuilder<T> profile)
        : base(Frameworks.Champ, profile)
    {
    }

    /// <summary>Challenges: the problem that the customer wants solved. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">What else there is to say of the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atLeast">The least level that meets it; that of the framework when <see langword="null"/>.</param>
    /// <param name="selectorText">Filled in by the compiler: the selector as it stands in the source.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">The selector is <see langword="null"/>.</exception>
    public ChampBuilder<T> Challenges(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("challenges", evidence, settings, atLeast, selectorText);

    /// <summary>Challenges: the problem that the customer wants solved. Read from a truth value.</summary>
    /// <param name="confirmed">Reads it from the opportunity: yes stands for confirmed evidence, no is unmet, a missing one is unknown.</param>
    /// <param name="settings">What else there is to say of the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atLeast">The least level that meets it, Confirmed at the most; that of the framework when <see langword="null"/>.</param>
    /// <param name="selectorText">Filled in by the compiler: the selector as it stands in the source.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">The selector is <see langword="null"/>.</exception>
    public ChampBuilder<T> Challenges(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("challenges", confirmed, settings, atLeast, selectorText);

    /// <summary>Authority: whether the person who decides is involved. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Challenges(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public ChampBuilder<T> Authority(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("authority", evidence, settings, atLeast, selectorText);

    /// <summary>Authority: whether the person who decides is involved. Read from a truth value.</summary>
    /// <inheritdoc cref="Challenges(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public ChampBuilder<T> Authority(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("authority", confirmed, settings, atLeast, selectorText);

    /// <summary>Money: whether there is money for it. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Challenges(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public ChampBuilder<T> Money(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("money", evidence, settings, atLeast, selectorText);

    /// <summary>Money: whether there is money for it. Read from a truth value.</summary>
    /// <inheritdoc cref="Challenges(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public ChampBuilder<T> Money(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("money", confirmed, settings, atLeast, selectorText);

    /// <summary>Prioritization: how high it stands among all that the customer wants done. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Challenges(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public ChampBuilder<T> Prioritization(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("prioritization", evidence, settings, atLeast, selectorText);

    /// <summary>Prioritization: how high it stands among all that the customer wants done. Read from a truth value.</summary>
    /// <inheritdoc cref="Challenges(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public ChampBuilder<T> Prioritization(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("prioritization", confirmed, settings, atLeast, selectorText);
}
