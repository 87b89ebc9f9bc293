using System;
using System.Runtime.CompilerServices;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Specifies where the criteria of a consulting firm are read.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class ConsultingFirmBuilder<T> : FrameworkVerbs<T, ConsultingFirmBuilder<T>>
{
    internal ConsultingFirmBuilder(ProfileBuilder<T> profile)
        : base(Industries.ConsultingFirm, profile)
    {
    }

    /// <summary>A request for a consultation, by its date.</summary>
    /// <param name="askedOn">
    /// Reads the date of the request from the opportunity; a missing date is unknown, as is one after <c>asOf</c>.
    /// </param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="withinLast">How many days ago at most.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ConsultingFirmBuilder<T> Consultation(
        Func<T, DateTime?> askedOn,
        Action<CriterionBuilder<T>>? settings = null,
        int withinLast = 90,
        [CallerArgumentExpression(nameof(askedOn))] string? selectorText = null)
    {
        Guard.NotNull(askedOn);
        return Take(
            ConsultingFirm.Consultation, settings, (profile, id) => profile.Criterion(id, askedOn, selectorText).WithinLast(withinLast));
    }

    /// <summary>A request for a consultation. Read from a Boolean.</summary>
    /// <param name="asked">Reads from the opportunity whether it was asked for; a missing answer is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ConsultingFirmBuilder<T> Consultation(
        Func<T, bool?> asked, Action<CriterionBuilder<T>>? settings = null,
            [CallerArgumentExpression(nameof(asked))] string? selectorText = null)
    {
        Guard.NotNull(asked);
        return Take(ConsultingFirm.Consultation, settings, (profile, id) => profile.Criterion(id, asked, selectorText).IsTrue());
    }

    /// <summary>A request for a consultation. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="atLeast">The lowest level that meets it.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ConsultingFirmBuilder<T> Consultation(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel atLeast = EvidenceLevel.Confirmed,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence(ConsultingFirm.Consultation, evidence, settings, atLeast, selectorText);

    /// <summary>A specific project, as a description that is not blank.</summary>
    /// <param name="description">Reads the description from the opportunity; a missing one is unknown, a blank one means none.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ConsultingFirmBuilder<T> Project(
        Func<T, string?> description, Action<CriterionBuilder<T>>? settings = null,
            [CallerArgumentExpression(nameof(description))] string? selectorText = null)
    {
        Guard.NotNull(description);
        return Take(ConsultingFirm.Project, settings, (profile, id) => profile.Criterion(id, description, selectorText).IsPresent());
    }

    /// <summary>A specific project. Read from a Boolean.</summary>
    /// <param name="isSpecific">Reads from the opportunity whether there is one; a missing answer is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ConsultingFirmBuilder<T> Project(
        Func<T, bool?> isSpecific, Action<CriterionBuilder<T>>? settings = null,
            [CallerArgumentExpression(nameof(isSpecific))] string? selectorText = null)
    {
        Guard.NotNull(isSpecific);
        return Take(ConsultingFirm.Project, settings, (profile, id) => profile.Criterion(id, isSpecific, selectorText).IsTrue());
    }

    /// <summary>A specific project. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="atLeast">The lowest level that meets it.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ConsultingFirmBuilder<T> Project(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel atLeast = EvidenceLevel.Confirmed,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence(ConsultingFirm.Project, evidence, settings, atLeast, selectorText);

    /// <summary>The time frame, by the day that the project starts.</summary>
    /// <param name="startsOn">Reads the day from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="withinNext">In how many days at most.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ConsultingFirmBuilder<T> TimeFrame(
        Func<T, DateTime?> startsOn,
        Action<CriterionBuilder<T>>? settings = null,
        int withinNext = 180,
        [CallerArgumentExpression(nameof(startsOn))] string? selectorText = null)
    {
        Guard.NotNull(startsOn);
        return Take(
            ConsultingFirm.TimeFrame, settings, (profile, id) => profile.Criterion(id, startsOn, selectorText).WithinNext(withinNext));
    }

    /// <summary>The time frame. Read from a Boolean.</summary>
    /// <param name="isSet">Reads from the opportunity whether there is one; a missing answer is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ConsultingFirmBuilder<T> TimeFrame(
        Func<T, bool?> isSet, Action<CriterionBuilder<T>>? settings = null,
            [CallerArgumentExpression(nameof(isSet))] string? selectorText = null)
    {
        Guard.NotNull(isSet);
        return Take(ConsultingFirm.TimeFrame, settings, (profile, id) => profile.Criterion(id, isSet, selectorText).IsTrue());
    }

    /// <summary>The time frame. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="atLeast">The lowest level that meets it.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public ConsultingFirmBuilder<T> TimeFrame(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel atLeast = EvidenceLevel.Confirmed,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence(ConsultingFirm.TimeFrame, evidence, settings, atLeast, selectorText);
}
