using System;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification;

/// <summary>Takes where the criteria of GPCTBA/C&amp;I are read: Goals, Plans, Challenges, Timeline, Budget, Authority, Negative Consequences, Positive Implications.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class GpctbaCiBuilder<T> : EvidenceFrameworkVerbs<T, GpctbaCiBuilder<T>>
{
    internal GpctbaCiBuilder(ProfileBuilder<T> profile)
        : base(Frameworks.GpctbaCi, profile)
    {
    }

    /// <summary>Goals: what the customer wants to reach. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">What else there is to say of the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atLeast">The least level that meets it; that of the framework when <see langword="null"/>.</param>
    /// <param name="selectorText">Filled in by the compiler: the selector as it stands in the source.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">The selector is <see langword="null"/>.</exception>
    public GpctbaCiBuilder<T> Goals(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("goals", evidence, settings, atLeast, selectorText);

    /// <summary>Goals: what the customer wants to reach. Read from a truth value.</summary>
    /// <param name="confirmed">Reads it from the opportunity: yes stands for confirmed evidence, no is unmet, a missing one is unknown.</param>
    /// <param name="settings">What else there is to say of the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atLeast">The least level that meets it, Confirmed at the most; that of the framework when <see langword="null"/>.</param>
    /// <param name="selectorText">Filled in by the compiler: the selector as it stands in the source.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">The selector is <see langword="null"/>.</exception>
    public GpctbaCiBuilder<T> Goals(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("goals", confirmed, settings, atLeast, selectorText);

    /// <summary>Plans: how the customer means to get there. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Goals(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public GpctbaCiBuilder<T> Plans(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("plans", evidence, settings, atLeast, selectorText);

    /// <summary>Plans: how the customer means to get there. Read from a truth value.</summary>
    /// <inheritdoc cref="Goals(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public GpctbaCiBuilder<T> Plans(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("plans", confirmed, settings, atLeast, selectorText);

    /// <summary>Challenges: the problem that the customer wants solved. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Goals(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public GpctbaCiBuilder<T> Challenges(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("challenges", evidence, settings, atLeast, selectorText);

    /// <summary>Challenges: the problem that the customer wants solved. Read from a truth value.</summary>
    /// <inheritdoc cref="Goals(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public GpctbaCiBuilder<T> Challenges(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("challenges", confirmed, settings, atLeast, selectorText);

    /// <summary>Timeline: when the customer means to have it. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Goals(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public GpctbaCiBuilder<T> Timeline(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("timeline", evidence, settings, atLeast, selectorText);

    /// <summary>Timeline: when the customer means to have it. Read from a truth value.</summary>
    /// <inheritdoc cref="Goals(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public GpctbaCiBuilder<T> Timeline(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("timeline", confirmed, settings, atLeast, selectorText);

    /// <summary>Budget: whether there is money for it. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Goals(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public GpctbaCiBuilder<T> Budget(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("budget", evidence, settings, atLeast, selectorText);

    /// <summary>Budget: whether there is money for it. Read from a truth value.</summary>
    /// <inheritdoc cref="Goals(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public GpctbaCiBuilder<T> Budget(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("budget", confirmed, settings, atLeast, selectorText);

    /// <summary>Authority: whether the person who decides is involved. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Goals(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public GpctbaCiBuilder<T> Authority(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("authority", evidence, settings, atLeast, selectorText);

    /// <summary>Authority: whether the person who decides is involved. Read from a truth value.</summary>
    /// <inheritdoc cref="Goals(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public GpctbaCiBuilder<T> Authority(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("authority", confirmed, settings, atLeast, selectorText);

    /// <summary>Negative Consequences: what happens if the goals are not reached. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Goals(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public GpctbaCiBuilder<T> NegativeConsequences(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("negative-consequences", evidence, settings, atLeast, selectorText);

    /// <summary>Negative Consequences: what happens if the goals are not reached. Read from a truth value.</summary>
    /// <inheritdoc cref="Goals(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public GpctbaCiBuilder<T> NegativeConsequences(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("negative-consequences", confirmed, settings, atLeast, selectorText);

    /// <summary>Positive Implications: what it is worth when they are. Read from a level of evidence.</summary>
    /// <inheritdoc cref="Goals(Func{T, EvidenceLevel?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public GpctbaCiBuilder<T> PositiveImplications(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence("positive-implications", evidence, settings, atLeast, selectorText);

    /// <summary>Positive Implications: what it is worth when they are. Read from a truth value.</summary>
    /// <inheritdoc cref="Goals(Func{T, bool?}, Action{CriterionBuilder{T}}, EvidenceLevel?, string)"/>
    public GpctbaCiBuilder<T> PositiveImplications(
        Func<T, bool?> confirmed,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel? atLeast = null,
        [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
        TakeFlag("positive-implications", confirmed, settings, atLeast, selectorText);
}
