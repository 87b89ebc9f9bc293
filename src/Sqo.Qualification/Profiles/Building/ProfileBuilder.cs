using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Takes what a profile is made of. It works inside the call that builds the profile, and builds one profile.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public class ProfileBuilder<T> : GroupBuilder<T>
{
    internal ProfileBuilder()
        : this(new ProfileDraft())
    {
    }

    private ProfileBuilder(ProfileDraft draft)
        : base(draft.Nodes, draft.Faults) => Draft = draft;

    internal readonly ProfileDraft Draft;

    internal FaultList AllFaults => Draft.Faults;

    /// <summary>Sets the score from which an opportunity is qualified, its gates being met.</summary>
    /// <param name="threshold">From 0 to 100.</param>
    /// <returns>This builder.</returns>
    /// <value>
    /// Must be set when a criterion has a weight, unless <see cref="QualifyGrades"/> or <see cref="QualifyDimension"/> is called. Without
    /// it the threshold is 0: gates, grades and dimensions decide.
    /// </value>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> QualifyAt(double threshold)
    {
        Faults.ThrowIfClosed();
        if (!(threshold >= 0 && threshold <= 100))
        {
            Faults.Add("threshold.range", $"QualifyAt is {InvariantText.Of(threshold)}; a score lies from 0 to 100, so it must too.");
        }

        Draft.Threshold = threshold;
        return this;
    }

    /// <summary>
    /// Sets the grades that qualify, for a strategy that grades, such as <c>ScoreByFitAndEngagement</c>. An opportunity is qualified when
    /// every grade that its unknown answers leave open is one of them, and disqualified when none is. Gates, and the threshold if there is
    /// one, must be met too.
    /// </summary>
    /// <param name="grades">The names, each a letter and a digit such as "A1", by the bands of the strategy. A later call replaces an
    /// earlier one.</param>
    /// <returns>This builder.</returns>
    /// <remarks>Near misses and hysteresis go by the score, so they need <see cref="QualifyAt"/>: a grade that does not qualify never stays
    /// qualified.</remarks>
    /// <value>The default is all grades.</value>
    /// <exception cref="ArgumentNullException"><paramref name="grades"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> QualifyGrades(params string[] grades)
    {
        Faults.ThrowIfClosed();
        Draft.QualifyingGrades = (string[])Guard.NotNull(grades).Clone();
        return this;
    }

    /// <summary>
    /// Sets the score of one dimension from which an opportunity is qualified, for a strategy that scores dimensions, such as
    /// <c>ScoreByFitAndEngagement</c>. Gates, grades, and the threshold if there is one, must be met too.
    /// </summary>
    /// <param name="dimension">A dimension that the strategy grades. A later call for the same one replaces an earlier one.</param>
    /// <param name="threshold">From 0 to 100.</param>
    /// <returns>This builder.</returns>
    /// <remarks>Near misses and hysteresis go by the score, so they need <see cref="QualifyAt"/>.</remarks>
    /// <value>The default is no threshold for a dimension.</value>
    /// <exception cref="ArgumentException"><paramref name="dimension"/> is <see langword="null"/> or blank.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> QualifyDimension(string dimension, double threshold)
    {
        Faults.ThrowIfClosed();
        Guard.NotBlank(dimension);
        if (!(threshold >= 0 && threshold <= 100))
        {
            Faults.Add(
                "dimension.range",
                $"QualifyDimension of \"{dimension}\" is {InvariantText.Of(threshold)}; a score lies from 0 to 100, so it must too.");
        }

        (Draft.DimensionThresholds ??= new(StringComparer.Ordinal))[dimension] = threshold;
        return this;
    }

    /// <summary>
    /// Lets a disqualified opportunity count as a near miss when one gate alone is in the way, or when the gates are met and it
    /// is at most so many points short.
    /// </summary>
    /// <param name="points">From 0 to 100; 0 leaves the gates alone.</param>
    /// <returns>This builder.</returns>
    /// <value>No near misses unless told.</value>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> NearMissWithin(double points)
    {
        Faults.ThrowIfClosed();
        if (!(points >= 0 && points <= 100))
        {
            Faults.Add("margin.range", $"NearMissWithin is {InvariantText.Of(points)} points; it must lie from 0 to 100.");
        }

        Draft.Margin = points;
        return this;
    }

    /// <summary>
    /// Lets an opportunity that is qualified stay so until its score falls below the threshold by more than so many points, so
    /// that one near the threshold does not go in and out. It shows when the decision of before is given:
    /// <see cref="QualificationProfile{T}.Decide(T, DateTime, Decision)"/>.
    /// </summary>
    /// <param name="points">From 0 to 100. Enter at T, leave below T - points.</param>
    /// <returns>This builder.</returns>
    /// <value>0 unless told: enter and leave at the threshold.</value>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> Hysteresis(double points)
    {
        Faults.ThrowIfClosed();
        if (!(points >= 0 && points <= 100))
        {
            Faults.Add("hysteresis.range", $"Hysteresis is {InvariantText.Of(points)} points; it must lie from 0 to 100.");
        }

        Draft.Hysteresis = points;
        return this;
    }

    /// <summary>Says how the answers become a score: the door by which the built-in strategies enter too.</summary>
    /// <param name="strategy">Makes the strategy for the criteria of this profile; called once.</param>
    /// <returns>This builder.</returns>
    /// <value>Weighted points unless told.</value>
    /// <exception cref="ArgumentNullException"><paramref name="strategy"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> ScoreBy(Func<ScoringLayout, ScoringStrategy> strategy)
    {
        Faults.ThrowIfClosed();
        Guard.NotNull(strategy);
        if (Draft.StrategyFactory is not null)
        {
            Faults.Add("strategy.twice", "The profile is told twice how to score; it must be told once.");
        }

        Draft.StrategyFactory = strategy;
        return this;
    }

    /// <summary>
    /// Sets the weights of criteria by their ids, such as those that a model was fitted to: as <see cref="CriterionBuilder{T}.Weight"/> on
    /// each, wherever they are declared.
    /// </summary>
    /// <param name="weights">
    /// The weights. Each id must be that of a criterion or combination that is no part of a combination, and that has no weight or bins
    /// otherwise.
    /// </param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An id is <see langword="null"/> or blank.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> Weights(IEnumerable<KeyValuePair<string, double>> weights)
    {
        Faults.ThrowIfClosed();
        var given = new List<KeyValuePair<string, double>>(Guard.NotNull(weights));
        var index = given.FindIndex(weight => string.IsNullOrWhiteSpace(weight.Key));
        if (index >= 0) throw new ArgumentException(
            $"The id at index {index} is null or blank; each must be the id of a criterion.", nameof(weights));
        (Draft.WeightsGiven ??= []).AddRange(given);
        return this;
    }

    /// <summary>Sets the most points that all criteria and groups together give, before they are put on the scale from 0 to 100.</summary>
    /// <param name="maximum">A finite number, not below the minimum.</param>
    /// <returns>This builder.</returns>
    /// <value>No maximum unless told.</value>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> Cap(double maximum)
    {
        Faults.ThrowIfClosed();
        CheckTotal("total.maximum", nameof(Cap), maximum);
        Draft.Maximum = maximum;
        return this;
    }

    /// <summary>
    /// Sets the least points that all criteria and groups together give, before they are put on the scale from 0 to 100. The scale then
    /// starts at the least total, which is this or what the criteria can't go below.
    /// </summary>
    /// <param name="minimum">A finite number, not above the maximum.</param>
    /// <returns>This builder.</returns>
    /// <value>No minimum unless told.</value>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> Floor(double minimum)
    {
        Faults.ThrowIfClosed();
        CheckTotal("total.minimum", nameof(Floor), minimum);
        Draft.Minimum = minimum;
        return this;
    }

    /// <summary>States the version of the profile, which every result carries.</summary>
    /// <param name="version">Any text.</param>
    /// <returns>This builder.</returns>
    /// <value>"1" unless told.</value>
    /// <exception cref="ArgumentException"><paramref name="version"/> is <see langword="null"/> or blank.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> Version(string version)
    {
        Faults.ThrowIfClosed();
        Draft.VersionText = Guard.NotBlank(version);
        return this;
    }

    /// <summary>Says what happens when code of a criterion throws.</summary>
    /// <param name="handling">Throw, or take the answer for unknown and record the fault.</param>
    /// <returns>This builder.</returns>
    /// <value><see cref="ErrorHandling.Throw"/> unless told.</value>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="handling"/> is not one of the two.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> OnError(ErrorHandling handling)
    {
        Faults.ThrowIfClosed();
        if (handling is not (ErrorHandling.Throw or ErrorHandling.AnswerUnknown))
        {
            throw new ArgumentOutOfRangeException(nameof(handling), handling, $"The handling is {(int)handling}; it must be Throw or AnswerUnknown.");
        }

        Draft.Handling = handling;
        return this;
    }

    /// <summary>Makes the profile, or throws with the list of all its faults.</summary>
    internal QualificationProfile<T> Build(string name)
    {
        var compiler = new ProfileCompiler(name, Draft);
        var rule = compiler.Compile();
        var criteria = new ProfileCriterion<T>[rule.Layout.All.Length];
        for (var i = 0; i < criteria.Length; i++)
        {
            var draft = compiler.Criteria[i];
            criteria[i] = new ProfileCriterion<T>(
                rule.Layout.All[i], draft.Selector, draft.SelectorText, draft.DecayDate, draft.DecaySelector);
        }

        return new QualificationProfile<T>(name, Draft, rule, criteria, NotesOf(compiler.Criteria));
    }

    private static Func<QualificationResult, CriterionResult, CriterionNote?>?[]? NotesOf(List<CriterionDraft> criteria)
    {
        Func<QualificationResult, CriterionResult, CriterionNote?>?[]? notes = null;
        for (var i = 0; i < criteria.Count; i++)
        {
            if (criteria[i].Note is { } note) (notes ??= new Func<QualificationResult, CriterionResult, CriterionNote?>?[criteria.Count])[i] = note;
        }

        return notes;
    }

    /// <summary>Says what to do next with an opportunity of a verdict; results list it among their next actions.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="text">What to do, as it is shown.</param>
    /// <returns>This builder.</returns>
    /// <remarks>Its id is the verdict's name and a number, such as "Qualified.1" for the first one told for that verdict.</remarks>
    /// <exception cref="ArgumentException"><paramref name="text"/> is <see langword="null"/> or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="verdict"/> is not a verdict.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> NextAction(Verdict verdict, string text)
    {
        var number = Draft.Actions.FindAll(action => action.Verdict == verdict).Count + 1;
        return NextAction(new NextAction($"{verdict}.{InvariantText.Of(number)}", verdict, text));
    }

    /// <summary>Says what to do next with an opportunity of a verdict, with an id and words of its own.</summary>
    /// <param name="action">What to do.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="action"/> is one that a result made for a criterion.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> NextAction(NextAction action)
    {
        Faults.ThrowIfClosed();
        if (Guard.NotNull(action).Verdict is null)
        {
            throw new ArgumentException(
                $"The action \"{action.Id}\" is for a criterion; give it to that, by the NextAction that follows its condition.",
                nameof(action));
        }

        if (Draft.Actions.Exists(other => other.Id == action.Id))
        {
            Faults.Add("action.duplicate", $"The id \"{action.Id}\" is used for more than one next action; it must be unique among them.");
        }

        Draft.Actions.Add(action);
        return this;
    }

    private void CheckTotal(string code, string verb, double points)
    {
        if (double.IsNaN(points) || double.IsInfinity(points))
        {
            Faults.Add(code, $"The {verb} of the profile is {InvariantText.Of(points)}; it must be a finite number.");
        }
    }
}
