using System;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification;

/// <summary>Takes where the criteria of BANT are read: Budget, Authority, Need, Timeline.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class BantBuilder<T> : EvidenceFrameworkVerbs<T, BantBuilder<T>>
{
    internal BantBuilder(ProfileBuilder<T> profile)
        : base(Frameworks.Bant, profile)
    {
    }

    /// <summary>Budget: whether there is money for it. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">What else there is to say of the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atLeast">The least level that meets it; that of the framework when <see langword="null"/>.</param>
    /// <param name="selectorText">Filled in by the compiler: the selector as it stands in the source.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">The selector is <see langword="null"/>.</exception>
    public BantBuilder<T> Budget(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("budget", evidence, settings, atLeast, selectorText);

    /// <summary>Budget: whether there is money for it. Read from a truth value.</summary>
    /// <param name="confirmed">Reads it from the opportunity: yes stands for confirmed evidence, no is unmet, a missing one is unknown.</param>
    /// <param name="settings">What else there is to say of the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atLeast">The least level that meets it, Confirmed at the most; that of the framework when <see langword="null"/>.</param>
    /// <param name="selectorText">Filled in by the compiler: the selector as it stands in the source.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">The selector is <see langword="null"/>.</exception>
    public BantBuilder<T> Budget(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("budget", confirmed, settings, atLeast, selectorText);

    /// <summary>Authority: whether the person who decides is involved. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Budget(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public BantBuilder<T> Authority(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("authority", evidence, settings, atLeast, selectorText);

    /// <summary>Authority: whether the person who decides is involved. Read from a truth value.</summary>
    /// <inheritdoc cref="Budget(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public BantBuilder<T> Authority(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("authority", confirmed, settings, atLeast, selectorText);

    /// <summary>Need: the problem that the customer wants solved. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Budget(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public BantBuilder<T> Need(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("need", evidence, settings, atLeast, selectorText);

    /// <summary>Need: the problem that the customer wants solved. Read from a truth value.</summary>
    /// <inheritdoc cref="Budget(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public BantBuilder<T> Need(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("need", confirmed, settings, atLeast, selectorText);

    /// <summary>Timeline: when the customer means to have it. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Budget(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public BantBuilder<T> Timeline(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("timeline", evidence, settings, atLeast, selectorText);

    /// <summary>Timeline: when the customer means to have it. Read from a truth value.</summary>
    /// <inheritdoc cref="Budget(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public BantBuilder<T> Timeline(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("timeline", confirmed, settings, atLeast, selectorText);
}
