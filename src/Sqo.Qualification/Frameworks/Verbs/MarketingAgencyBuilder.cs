using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Specifies where the criteria of a digital marketing agency are read.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class MarketingAgencyBuilder<T> : FrameworkVerbs<T, MarketingAgencyBuilder<T>>
{
    private static readonly string[] UsualGoals = ["traffic", "leads"];

    internal MarketingAgencyBuilder(ProfileBuilder<T> profile)
        : base(Industries.MarketingAgency, profile)
    {
    }

    /// <summary>The wish to improve the online presence. Read from a Boolean.</summary>
    /// <param name="wantsBetter">Reads from the opportunity whether there is one; a missing answer is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public MarketingAgencyBuilder<T> OnlinePresence(
        Func<T, bool?> wantsBetter, Action<CriterionBuilder<T>>? settings = null,
            [CallerArgumentExpression(nameof(wantsBetter))] string? selectorText = null)
    {
        Guard.NotNull(wantsBetter);
        return Take(MarketingAgency.OnlinePresence, settings, (profile, id) => profile.Criterion(id, wantsBetter, selectorText).IsTrue());
    }

    /// <summary>The wish to improve the online presence. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="atLeast">The lowest level that meets it.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public MarketingAgencyBuilder<T> OnlinePresence(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel atLeast = EvidenceLevel.Confirmed,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence(MarketingAgency.OnlinePresence, evidence, settings, atLeast, selectorText);

    /// <summary>The marketing budget, as an amount.</summary>
    /// <param name="amount">Reads the amount from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="atLeast">The minimum amount, in the currency of the opportunities.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public MarketingAgencyBuilder<T> MarketingBudget(
        Func<T, decimal?> amount,
        Action<CriterionBuilder<T>>? settings = null,
        decimal atLeast = 5_000m,
        [CallerArgumentExpression(nameof(amount))] string? selectorText = null)
    {
        Guard.NotNull(amount);
        return Take(
            MarketingAgency.MarketingBudget, settings, (profile, id) => profile.Criterion(id, amount, selectorText).AtLeast(atLeast));
    }

    /// <summary>The marketing budget. Read from a Boolean.</summary>
    /// <param name="isThere">Reads from the opportunity whether there is one; a missing answer is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public MarketingAgencyBuilder<T> MarketingBudget(
        Func<T, bool?> isThere, Action<CriterionBuilder<T>>? settings = null,
            [CallerArgumentExpression(nameof(isThere))] string? selectorText = null)
    {
        Guard.NotNull(isThere);
        return Take(MarketingAgency.MarketingBudget, settings, (profile, id) => profile.Criterion(id, isThere, selectorText).IsTrue());
    }

    /// <summary>The marketing budget. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="atLeast">The lowest level that meets it.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public MarketingAgencyBuilder<T> MarketingBudget(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel atLeast = EvidenceLevel.Confirmed,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence(MarketingAgency.MarketingBudget, evidence, settings, atLeast, selectorText);

    /// <summary>Goals that are set: any of a list.</summary>
    /// <param name="goals">Reads the goals from the opportunity; a missing list is unknown, an empty list means none.</param>
    /// <param name="wanted">The goals that count, ignoring case: "traffic" and "leads" if none are passed.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public MarketingAgencyBuilder<T> Goals(Func<T, IEnumerable<string>?> goals, params string[] wanted) => Goals(goals, _ => { }, wanted);

    /// <summary>Goals that are set: any of a list.</summary>
    /// <param name="goals">Reads the goals from the opportunity; a missing list is unknown, an empty list means none.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="wanted">The goals that count, ignoring case: "traffic" and "leads" if none are passed.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public MarketingAgencyBuilder<T> Goals(
        Func<T, IEnumerable<string>?> goals, Action<CriterionBuilder<T>> settings, params string[] wanted)
    {
        Guard.NotNull(goals);
        Guard.NotNull(wanted);
        return Take(
            MarketingAgency.Goals, Guard.NotNull(settings), (profile, id) =>
            profile.Criterion(id, goals).ContainsAny(wanted.Length == 0 ? UsualGoals : wanted));
    }

    /// <summary>Goals that are set. Read from a Boolean.</summary>
    /// <param name="areSet">Reads from the opportunity whether there are any; a missing answer is unknown.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public MarketingAgencyBuilder<T> Goals(Func<T, bool?> areSet) => Goals(areSet, _ => { });

    /// <summary>Goals that are set. Read from a Boolean.</summary>
    /// <param name="areSet">Reads from the opportunity whether there are any; a missing answer is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public MarketingAgencyBuilder<T> Goals(Func<T, bool?> areSet, Action<CriterionBuilder<T>> settings)
    {
        Guard.NotNull(areSet);
        Guard.NotNull(settings);
        return Take(MarketingAgency.Goals, settings, (profile, id) => profile.Criterion(id, areSet).IsTrue());
    }

    /// <summary>Goals that are set. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="atLeast">The lowest level that meets it.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public MarketingAgencyBuilder<T> Goals(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel atLeast = EvidenceLevel.Confirmed,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence(MarketingAgency.Goals, evidence, settings, atLeast, selectorText);
}
