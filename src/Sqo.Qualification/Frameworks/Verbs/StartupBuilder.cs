using System;
using System.Runtime.CompilerServices;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Specifies where the criteria of a start-up are read.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class StartupBuilder<T> : FrameworkVerbs<T, StartupBuilder<T>>
{
    internal StartupBuilder(ProfileBuilder<T> profile)
        : base(Industries.Startup, profile)
    {
    }

    /// <summary>Strong interest, as an engagement score.</summary>
    /// <param name="score">Reads the score from the opportunity, on any scale; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="atLeast">The score from which interest is strong.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public StartupBuilder<T> Interest(
        Func<T, double?> score,
        Action<CriterionBuilder<T>>? settings = null,
        double atLeast = 60,
        [CallerArgumentExpression(nameof(score))] string? selectorText = null)
    {
        Guard.NotNull(score);
        return Take(Startup.Interest, settings, (profile, id) => profile.Criterion(id, score, selectorText).AtLeast(atLeast));
    }

    /// <summary>Strong interest. Read from a Boolean.</summary>
    /// <param name="isStrong">Reads from the opportunity whether the interest is strong; a missing answer is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public StartupBuilder<T> Interest(
        Func<T, bool?> isStrong, Action<CriterionBuilder<T>>? settings = null,
        [CallerArgumentExpression(nameof(isStrong))] string? selectorText = null)
    {
        Guard.NotNull(isStrong);
        return Take(Startup.Interest, settings, (profile, id) => profile.Criterion(id, isStrong, selectorText).IsTrue());
    }

    /// <summary>Strong interest. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="atLeast">The lowest level that meets it.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public StartupBuilder<T> Interest(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel atLeast = EvidenceLevel.Confirmed,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence(Startup.Interest, evidence, settings, atLeast, selectorText);

    /// <summary>The budget, as an amount.</summary>
    /// <param name="amount">Reads the amount from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="atLeast">The minimum amount, in the currency of the opportunities.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public StartupBuilder<T> Budget(
        Func<T, decimal?> amount,
        Action<CriterionBuilder<T>>? settings = null,
        decimal atLeast = 10_000m,
        [CallerArgumentExpression(nameof(amount))] string? selectorText = null)
    {
        Guard.NotNull(amount);
        return Take(Startup.Budget, settings, (profile, id) => profile.Criterion(id, amount, selectorText).AtLeast(atLeast));
    }

    /// <summary>The budget. Read from a Boolean.</summary>
    /// <param name="isThere">Reads from the opportunity whether there is a budget; a missing answer is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public StartupBuilder<T> Budget(
        Func<T, bool?> isThere, Action<CriterionBuilder<T>>? settings = null,
        [CallerArgumentExpression(nameof(isThere))] string? selectorText = null)
    {
        Guard.NotNull(isThere);
        return Take(Startup.Budget, settings, (profile, id) => profile.Criterion(id, isThere, selectorText).IsTrue());
    }

    /// <summary>The budget. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="atLeast">The lowest level that meets it.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public StartupBuilder<T> Budget(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel atLeast = EvidenceLevel.Confirmed,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence(Startup.Budget, evidence, settings, atLeast, selectorText);

    /// <summary>The target market, as one of a list.</summary>
    /// <param name="market">Reads the market or industry from the opportunity; a missing one is unknown.</param>
    /// <param name="targets">The markets aimed at, ignoring case: one or more.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public StartupBuilder<T> Market(Func<T, string?> market, params string[] targets) => Market(market, _ => { }, targets);

    /// <summary>The target market, as one of a list.</summary>
    /// <param name="market">Reads the market or industry from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="targets">The markets aimed at, ignoring case: one or more.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public StartupBuilder<T> Market(Func<T, string?> market, Action<CriterionBuilder<T>> settings, params string[] targets)
    {
        Guard.NotNull(market);
        Guard.NotNull(targets);
        return Take(Startup.Market, Guard.NotNull(settings), (profile, id) => profile.Criterion(id, market).OneOf(targets));
    }

    /// <summary>The target market. Read from a Boolean.</summary>
    /// <param name="fits">Reads from the opportunity whether it fits; a missing answer is unknown.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public StartupBuilder<T> Market(Func<T, bool?> fits) => Market(fits, _ => { });

    /// <summary>The target market. Read from a Boolean.</summary>
    /// <param name="fits">Reads from the opportunity whether it fits; a missing answer is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public StartupBuilder<T> Market(Func<T, bool?> fits, Action<CriterionBuilder<T>> settings)
    {
        Guard.NotNull(fits);
        Guard.NotNull(settings);
        return Take(Startup.Market, settings, (profile, id) => profile.Criterion(id, fits).IsTrue());
    }

    /// <summary>The target market. Read from a level of evidence.</summary>
    /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Weight(40)</c>.</param>
    /// <param name="atLeast">The lowest level that meets it.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public StartupBuilder<T> Market(
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings = null,
        EvidenceLevel atLeast = EvidenceLevel.Confirmed,
        [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
        TakeEvidence(Startup.Market, evidence, settings, atLeast, selectorText);
}
