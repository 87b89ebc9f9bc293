using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Sets what a profile asks about the competition: any of the competitors, the incumbent and our differentiators.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// Each criterion counts 10 points if neither <c>Weight</c> nor <c>Required</c> is set. A builder works only inside the call that it is
/// passed to.
/// </remarks>
public sealed class CompetitionBuilder<T>
{
    private const double UsualWeight = 10;

    private static readonly FrameworkCriterion CompetitorsPart = new FrameworkCriterion(
        "competition.competitors", "Competitors", Topics.Competition,
        dimension: Dimensions.Competition,
        effort: 3,
        question: "What else are you looking at, doing nothing included?")
        .In("sv", "Konkurrenter", "Vilka andra alternativ tittar ni på, också att inget göra?");

    private static readonly FrameworkCriterion IncumbentPart = new FrameworkCriterion(
        "competition.incumbent", "Incumbent", Topics.Competition,
        dimension: Dimensions.Competition,
        effort: 3,
        question: "Who does this for you today?")
        .In("sv", "Nuvarande leverantör", "Vem gör det här åt er i dag?");

    private static readonly FrameworkCriterion DifferentiatorsPart = new FrameworkCriterion(
        "competition.differentiators", "Differentiators", Topics.Competition,
        dimension: Dimensions.Competition,
        effort: 2,
        question: "Which of the things that only we do matter to you?")
        .In("sv", "Våra särdrag", "Vad av det som bara vi gör är viktigt för er?");

    private readonly ProfileBuilder<T> _profile;
    private Func<bool, Added>? _competitors;
    private Func<Added>? _incumbent;
    private Func<Added>? _differentiators;
    private bool _doNothingCounts = true;

    // Our own names, as passed to Incumbent.
    private string[] _us = [];
    private bool _isDone;

    internal CompetitionBuilder(ProfileBuilder<T> profile) => _profile = profile;

    private FaultList Faults => _profile.AllFaults;

    /// <summary>Asks that the customer has at most a number of alternatives to us, given the names of the competitors.</summary>
    /// <param name="names">
    /// Reads the known competitors from the opportunity, including the incumbent; a missing list is unknown, an empty list means none.
    /// Blanks, duplicates (ignoring case), our own names as passed to <c>Incumbent</c>, and "do nothing" if that counts anyway, are not
    /// counted.
    /// </param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atMost">The most alternatives, including doing nothing; with more, the deal is crowded. Not negative.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="names"/> is <see langword="null"/>.</exception>
    public CompetitionBuilder<T> Competitors(
        Func<T, IEnumerable<string>?> names,
        Action<CriterionBuilder<T>>? settings = null,
        int atMost = 3,
        [CallerArgumentExpression(nameof(names))] string? selectorText = null)
    {
        Guard.NotNull(names);
        CheckMost(atMost);
        Once(_competitors, CompetitorsPart);
        _competitors = doNothing =>
        {
            var condition = new CompetitorNamesCondition(atMost, doNothing, _us);
            return new(
                _profile.Criterion(CompetitorsPart.Id, names, selectorText).Is(condition),
                settings,
                actual => condition.CountOf((IEnumerable<string>)actual));
        };
        return this;
    }

    /// <summary>Asks that the customer has at most a number of alternatives to us, given the number of known competitors.</summary>
    /// <param name="number">
    /// Reads the number from the opportunity, excluding doing nothing; a missing number is unknown, and a negative one is an error when
    /// it happens.
    /// </param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="atMost">The most alternatives, including doing nothing; with more, the deal is crowded. Not negative.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="number"/> is <see langword="null"/>.</exception>
    public CompetitionBuilder<T> Competitors(
        Func<T, int?> number,
        Action<CriterionBuilder<T>>? settings = null,
        int atMost = 3,
        [CallerArgumentExpression(nameof(number))] string? selectorText = null)
    {
        Guard.NotNull(number);
        CheckMost(atMost);
        Once(_competitors, CompetitorsPart);
        _competitors = doNothing =>
        {
            var condition = new CompetitorCountCondition(atMost, doNothing);
            return new(
                _profile.Criterion(CompetitorsPart.Id, number, selectorText).Is(condition), settings,
                actual => condition.CountOf((int)actual));
        };
        return this;
    }

    /// <summary>Sets whether doing nothing counts as one of the customer's alternatives.</summary>
    /// <param name="counts">Whether it does.</param>
    /// <returns>This builder.</returns>
    /// <value>By default, it does.</value>
    public CompetitionBuilder<T> DoNothingCounts(bool counts = true)
    {
        ThrowIfDone();
        _doNothingCounts = counts;
        return this;
    }

    /// <summary>Asks that no other supplier is in place, given the name of the one that is.</summary>
    /// <param name="name">Reads the name from the opportunity; a missing name is unknown, a blank name means none.</param>
    /// <param name="us">Our own names, ignoring case: if we are in place, it is met.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public CompetitionBuilder<T> Incumbent(Func<T, string?> name, params string[] us) => Incumbent(name, _ => { }, us);

    /// <summary>Asks that no other supplier is in place, given the name of the one that is.</summary>
    /// <param name="name">Reads the name from the opportunity; a missing name is unknown, a blank name means none.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Required()</c>.</param>
    /// <param name="us">Our own names, ignoring case: if we are in place, it is met.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public CompetitionBuilder<T> Incumbent(Func<T, string?> name, Action<CriterionBuilder<T>> settings, params string[] us)
    {
        Guard.NotNull(name);
        Guard.NotNull(settings);
        var ours = (string[])Guard.NotNull(us).Clone();
        if (Array.Exists(ours, string.IsNullOrWhiteSpace))
        {
            Faults.Add("incumbent.blank", IncumbentPart.Id, "one of our own names is blank", "it must have a visible character");
        }
        Once(_incumbent, IncumbentPart);
        _us = [.. ours.Where(one => one is not null)];
        _incumbent = () => new(_profile.Criterion(IncumbentPart.Id, name).Is(new IncumbentCondition(_us)), settings);
        return this;
    }

    /// <summary>Asks that no other supplier is in place.</summary>
    /// <param name="isAnother">Reads from the opportunity whether another supplier is; a missing answer is unknown.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public CompetitionBuilder<T> Incumbent(Func<T, bool?> isAnother) => Incumbent(isAnother, _ => { });

    /// <summary>Asks that no other supplier is in place.</summary>
    /// <param name="isAnother">Reads from the opportunity whether another supplier is; a missing answer is unknown.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.Required()</c>.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public CompetitionBuilder<T> Incumbent(Func<T, bool?> isAnother, Action<CriterionBuilder<T>> settings)
    {
        Guard.NotNull(isAnother);
        Guard.NotNull(settings);
        Once(_incumbent, IncumbentPart);
        _incumbent = () => new(_profile.Criterion(IncumbentPart.Id, isAnother).IsFalse(), settings);
        return this;
    }

    /// <summary>Asks that our differentiators are answered: the value is the share of them that are.</summary>
    /// <param name="answered">
    /// Reads from the opportunity those that the customer has answered; a missing list is unknown, an empty list means none.
    /// </param>
    /// <param name="ours">All of our differentiators, ignoring case: one or more.</param>
    /// <returns>This builder.</returns>
    /// <remarks>By default, it is met from half of them on; <c>MetFrom</c> changes that.</remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public CompetitionBuilder<T> Differentiators(Func<T, IEnumerable<string>?> answered, params string[] ours) =>
        Differentiators(answered, _ => { }, ours);

    /// <summary>Asks that our differentiators are answered: the value is the share of them that are.</summary>
    /// <param name="answered">
    /// Reads from the opportunity those that the customer has answered; a missing list is unknown, an empty list means none.
    /// </param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.MetFrom(0.75)</c>.</param>
    /// <param name="ours">All of our differentiators, ignoring case: one or more.</param>
    /// <returns>This builder.</returns>
    /// <remarks>By default, it is met from half of them on; <c>MetFrom</c> changes that.</remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public CompetitionBuilder<T> Differentiators(
        Func<T, IEnumerable<string>?> answered, Action<CriterionBuilder<T>> settings, params string[] ours)
    {
        Guard.NotNull(answered);
        Guard.NotNull(settings);
        Lists.Check(Faults, DifferentiatorsPart.Id, Guard.NotNull(ours));
        var names = ours.Where(name => name is not null).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        Once(_differentiators, DifferentiatorsPart);
        _differentiators = () =>
            new(_profile.Criterion(DifferentiatorsPart.Id, answered).Is(new DifferentiatorsCondition(names)), settings);
        return this;
    }

    /// <summary>Asks that our differentiators are answered, given their number: the value is the share of them that are.</summary>
    /// <param name="answered">
    /// Reads how many the customer has answered; a missing number is unknown, and one out of range is an error when it happens.
    /// </param>
    /// <param name="of">The number of differentiators, at least 1.</param>
    /// <param name="settings">Sets more on the criterion, such as <c>c => c.MetFrom(0.75)</c>.</param>
    /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
    /// <returns>This builder.</returns>
    /// <remarks>By default, it is met from half of them on; <c>MetFrom</c> changes that.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="answered"/> is <see langword="null"/>.</exception>
    public CompetitionBuilder<T> Differentiators(
        Func<T, int?> answered, int of, Action<CriterionBuilder<T>>? settings = null,
        [CallerArgumentExpression(nameof(answered))] string? selectorText = null)
    {
        Guard.NotNull(answered);
        if (of < 1)
        {
            Faults.Add(
                "differentiators.count", DifferentiatorsPart.Id, $"the number of differentiators is {InvariantText.Of(of)}",
                "it must be at least 1");
        }
        Once(_differentiators, DifferentiatorsPart);
        _differentiators = () =>
            new(_profile.Criterion(DifferentiatorsPart.Id, answered, selectorText).Is(new AnsweredCountCondition(of)), settings);
        return this;
    }

    /// <summary>Adds the criteria to the profile.</summary>
    internal void Finish()
    {
        _isDone = true;
        if (_competitors is null && _incumbent is null && _differentiators is null)
        {
            Faults.Add(
                "competition.empty",
                "The profile asks about the competition, but nothing is set; call Competitors, Incumbent or Differentiators.");
        }

        var competitors = _competitors?.Invoke(_doNothingCounts);
        Add(competitors, CompetitorsPart, NoteOnBoth(competitors?.CountOf));
        Add(
            _incumbent?.Invoke(), IncumbentPart,
            _competitors is null ? (_, incumbent) => CompetitionNote.Of(null, null, false, incumbent) : null);
        Add(_differentiators?.Invoke(), DifferentiatorsPart);
    }

    /// <summary>The note from the competitors, which includes the incumbent.</summary>
    private Func<QualificationResult, CriterionResult, CriterionNote?> NoteOnBoth(Func<object, int>? countOf)
    {
        var (doNothing, hasIncumbent) = (_doNothingCounts, _incumbent is not null);
        return (result, competitors) =>
            CompetitionNote.Of(competitors, countOf, doNothing, hasIncumbent ? result[IncumbentPart.Id] : null);
    }

    private static void Add(
        Added? added, FrameworkCriterion part, Func<QualificationResult, CriterionResult, CriterionNote?>? note = null)
    {
        if (added is null) return;
        var criterion = added.Criterion;
        part.Describe(criterion);
        if (note is not null) criterion.Note(note);
        added.Settings?.Invoke(criterion);
        if (!criterion.Settings.IsRequired && !criterion.Settings.HasWeight) criterion.Weight(UsualWeight);
    }

    private void CheckMost(int atMost)
    {
        if (atMost < 0)
        {
            Faults.Add(
                "competitors.range", CompetitorsPart.Id, $"the most alternatives are {InvariantText.Of(atMost)}",
                "the number must not be negative");
        }
    }

    private void Once(object? told, FrameworkCriterion part)
    {
        ThrowIfDone();
        if (told is not null) Faults.Add("competition.repeated", part.Id, $"{part.Name} is set more than once", "it must be set once");
    }

    private void ThrowIfDone()
    {
        Faults.ThrowIfClosed();
        if (_isDone) throw new InvalidOperationException(
            "The competition is already part of the profile; its builder works only inside the call that it is passed to.");
    }

    /// <param name="Criterion">The criterion.</param>
    /// <param name="Settings">Sets more on it.</param>
    /// <param name="CountOf">For competitors, gets the number of alternatives from the value.</param>
    private sealed record Added(
        CriterionBuilder<T> Criterion, Action<CriterionBuilder<T>>? Settings, Func<object, int>? CountOf = null);
}
