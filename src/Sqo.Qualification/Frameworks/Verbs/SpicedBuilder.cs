using System;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification;

/// <summary>Takes where the criteria of SPICED are read: Situation, Pain, Impact, Critical Event, Decision.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class SpicedBuilder<T> : EvidenceFrameworkVerbs<T, SpicedBuilder<T>>
{
    internal SpicedBuilder(ProfileBuilder<T> profile)
        : base(Frameworks.Spiced, profile)
    {
    }

    /// <summary>Situation: how the customer works today. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">What else there is to say of the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atLeast">The least level that meets it; that of the framework when <see langword="null"/>.</param>
    /// <param name="selectorText">Filled in by the compiler: the selector as it stands in the source.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">The selector is <see langword="null"/>.</exception>
    public SpicedBuilder<T> Situation(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("situation", evidence, settings, atLeast, selectorText);

    /// <summary>Situation: how the customer works today. Read from a truth value.</summary>
    /// <param name="confirmed">Reads it from the opportunity: yes stands for confirmed evidence, no is unmet, a missing one is unknown.</param>
    /// <param name="settings">What else there is to say of the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atLeast">The least level that meets it, Confirmed at the most; that of the framework when <see langword="null"/>.</param>
    /// <param name="selectorText">Filled in by the compiler: the selector as it stands in the source.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">The selector is <see langword="null"/>.</exception>
    public SpicedBuilder<T> Situation(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("situation", confirmed, settings, atLeast, selectorText);

    /// <summary>Pain: the problem that the customer wants solved. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Situation(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public SpicedBuilder<T> Pain(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("pain", evidence, settings, atLeast, selectorText);

    /// <summary>Pain: the problem that the customer wants solved. Read from a truth value.</summary>
    /// <inheritdoc cref="Situation(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public SpicedBuilder<T> Pain(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("pain", confirmed, settings, atLeast, selectorText);

    /// <summary>Impact: what solving it is worth. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Situation(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public SpicedBuilder<T> Impact(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("impact", evidence, settings, atLeast, selectorText);

    /// <summary>Impact: what solving it is worth. Read from a truth value.</summary>
    /// <inheritdoc cref="Situation(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public SpicedBuilder<T> Impact(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("impact", confirmed, settings, atLeast, selectorText);

    /// <summary>Critical Event: the date that can't be moved. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Situation(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public SpicedBuilder<T> CriticalEvent(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("critical-event", evidence, settings, atLeast, selectorText);

    /// <summary>Critical Event: the date that can't be moved. Read from a truth value.</summary>
    /// <inheritdoc cref="Situation(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public SpicedBuilder<T> CriticalEvent(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("critical-event", confirmed, settings, atLeast, selectorText);

    /// <summary>Decision: how, and by whom, it is decided. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Situation(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public SpicedBuilder<T> Decision(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("decision", evidence, settings, atLeast, selectorText);

    /// <summary>Decision: how, and by whom, it is decided. Read from a truth value.</summary>
    /// <inheritdoc cref="Situation(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public SpicedBuilder<T> Decision(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("decision", confirmed, settings, atLeast, selectorText);
}
