using System;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification;

/// <summary>Takes where the criteria of FAINT are read: Funds, Authority, Interest, Need, Timing.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class FaintBuilder<T> : EvidenceFrameworkVerbs<T, FaintBuilder<T>>
{
    internal FaintBuilder(ProfileBuilder<T> profile)
        : base(Frameworks.Faint, profile)
    {
    }

    /// <summary>Funds: whether there is money for it. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">What else there is to say of the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atLeast">The least level that meets it; that of the framework when <see langword="null"/>.</param>
    /// <param name="selectorText">Filled in by the compiler: the selector as it stands in the source.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">The selector is <see langword="null"/>.</exception>
    public FaintBuilder<T> Funds(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("funds", evidence, settings, atLeast, selectorText);

    /// <summary>Funds: whether there is money for it. Read from a truth value.</summary>
    /// <param name="confirmed">Reads it from the opportunity: yes stands for confirmed evidence, no is unmet, a missing one is unknown.</param>
    /// <param name="settings">What else there is to say of the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atLeast">The least level that meets it, Confirmed at the most; that of the framework when <see langword="null"/>.</param>
    /// <param name="selectorText">Filled in by the compiler: the selector as it stands in the source.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">The selector is <see langword="null"/>.</exception>
    public FaintBuilder<T> Funds(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("funds", confirmed, settings, atLeast, selectorText);

    /// <summary>Authority: whether the person who decides is involved. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Funds(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public FaintBuilder<T> Authority(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("authority", evidence, settings, atLeast, selectorText);

    /// <summary>Authority: whether the person who decides is involved. Read from a truth value.</summary>
    /// <inheritdoc cref="Funds(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public FaintBuilder<T> Authority(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("authority", confirmed, settings, atLeast, selectorText);

    /// <summary>Interest: how keen the customer is. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Funds(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public FaintBuilder<T> Interest(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("interest", evidence, settings, atLeast, selectorText);

    /// <summary>Interest: how keen the customer is. Read from a truth value.</summary>
    /// <inheritdoc cref="Funds(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public FaintBuilder<T> Interest(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("interest", confirmed, settings, atLeast, selectorText);

    /// <summary>Need: the problem that the customer wants solved. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Funds(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public FaintBuilder<T> Need(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("need", evidence, settings, atLeast, selectorText);

    /// <summary>Need: the problem that the customer wants solved. Read from a truth value.</summary>
    /// <inheritdoc cref="Funds(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public FaintBuilder<T> Need(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("need", confirmed, settings, atLeast, selectorText);

    /// <summary>Timing: when the customer means to have it. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Funds(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public FaintBuilder<T> Timing(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("timing", evidence, settings, atLeast, selectorText);

    /// <summary>Timing: when the customer means to have it. Read from a truth value.</summary>
    /// <inheritdoc cref="Funds(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public FaintBuilder<T> Timing(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("timing", confirmed, settings, atLeast, selectorText);
}
