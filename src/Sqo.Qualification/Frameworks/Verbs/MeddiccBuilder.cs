using System;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification;

/// <summary>Takes where the criteria of MEDDICC are read: Metrics, Economic Buyer, Decision Criteria, Decision Process, Identify Pain, Champion, Competition.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class MeddiccBuilder<T> : EvidenceFrameworkVerbs<T, MeddiccBuilder<T>>
{
    internal MeddiccBuilder(ProfileBuilder<T> profile)
        : base(Frameworks.Meddicc, profile)
    {
    }

    /// <summary>Metrics: what it is worth to the customer, in figures. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">What else there is to say of the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atLeast">The least level that meets it; that of the framework when <see langword="null"/>.</param>
    /// <param name="selectorText">Filled in by the compiler: the selector as it stands in the source.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">The selector is <see langword="null"/>.</exception>
    public MeddiccBuilder<T> Metrics(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("metrics", evidence, settings, atLeast, selectorText);

    /// <summary>Metrics: what it is worth to the customer, in figures. Read from a truth value.</summary>
    /// <param name="confirmed">Reads it from the opportunity: yes stands for confirmed evidence, no is unmet, a missing one is unknown.</param>
    /// <param name="settings">What else there is to say of the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atLeast">The least level that meets it, Confirmed at the most; that of the framework when <see langword="null"/>.</param>
    /// <param name="selectorText">Filled in by the compiler: the selector as it stands in the source.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">The selector is <see langword="null"/>.</exception>
    public MeddiccBuilder<T> Metrics(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("metrics", confirmed, settings, atLeast, selectorText);

    /// <summary>Economic Buyer: who decides about the money. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Metrics(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public MeddiccBuilder<T> EconomicBuyer(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("economic-buyer", evidence, settings, atLeast, selectorText);

    /// <summary>Economic Buyer: who decides about the money. Read from a truth value.</summary>
    /// <inheritdoc cref="Metrics(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public MeddiccBuilder<T> EconomicBuyer(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("economic-buyer", confirmed, settings, atLeast, selectorText);

    /// <summary>Decision Criteria: by what the customer compares solutions. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Metrics(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public MeddiccBuilder<T> DecisionCriteria(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("decision-criteria", evidence, settings, atLeast, selectorText);

    /// <summary>Decision Criteria: by what the customer compares solutions. Read from a truth value.</summary>
    /// <inheritdoc cref="Metrics(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public MeddiccBuilder<T> DecisionCriteria(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("decision-criteria", confirmed, settings, atLeast, selectorText);

    /// <summary>Decision Process: the steps and people through which the customer decides. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Metrics(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public MeddiccBuilder<T> DecisionProcess(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("decision-process", evidence, settings, atLeast, selectorText);

    /// <summary>Decision Process: the steps and people through which the customer decides. Read from a truth value.</summary>
    /// <inheritdoc cref="Metrics(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public MeddiccBuilder<T> DecisionProcess(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("decision-process", confirmed, settings, atLeast, selectorText);

    /// <summary>Identify Pain: the problem, and what hurts about it. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Metrics(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public MeddiccBuilder<T> IdentifyPain(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("identify-pain", evidence, settings, atLeast, selectorText);

    /// <summary>Identify Pain: the problem, and what hurts about it. Read from a truth value.</summary>
    /// <inheritdoc cref="Metrics(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public MeddiccBuilder<T> IdentifyPain(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("identify-pain", confirmed, settings, atLeast, selectorText);

    /// <summary>Champion: who sells for us inside. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Metrics(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public MeddiccBuilder<T> Champion(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("champion", evidence, settings, atLeast, selectorText);

    /// <summary>Champion: who sells for us inside. Read from a truth value.</summary>
    /// <inheritdoc cref="Metrics(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public MeddiccBuilder<T> Champion(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("champion", confirmed, settings, atLeast, selectorText);

    /// <summary>Competition: what else the customer could choose. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Metrics(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public MeddiccBuilder<T> Competition(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("competition", evidence, settings, atLeast, selectorText);

    /// <summary>Competition: what else the customer could choose. Read from a truth value.</summary>
    /// <inheritdoc cref="Metrics(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public MeddiccBuilder<T> Competition(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("competition", confirmed, settings, atLeast, selectorText);
}
