using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Sets what a profile is made of. It works only inside the call that builds the profile, and builds one profile.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public class ProfileBuilder<T> : GroupBuilder<T>
{
    internal ProfileBuilder(ProfileDraft draft)
        : base(draft.Nodes, draft.Faults) => Draft = draft;

    internal readonly ProfileDraft Draft;

    internal FaultList AllFaults => Draft.Faults;

    /// <summary>Sets the score from which an opportunity whose gates are met is qualified.</summary>
    /// <param name="threshold">From 0 to 100.</param>
    /// <returns>This builder.</returns>
    /// <value>
    /// Must be set if a criterion has a weight, unless <see cref="QualifyGrades"/> or <see cref="QualifyDimension"/> is called. The
    /// default is 0: gates, grades and dimensions decide.
    /// </value>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> QualifyAt(double threshold)
    {
        Faults.ThrowIfClosed();
        if (!(threshold >= 0 && threshold <= 100)) AddOutOfRange(threshold);
        Draft.Threshold = threshold;
        return this;
    }

    /// <summary>
    /// Sets the grades that qualify, for a strategy that grades, such as <c>ScoreByFitAndEngagement</c>. An opportunity is qualified if
    /// every grade that its unknown answers leave open is one of them, and disqualified if none is. Gates, and the threshold if there
    /// is one, must be met too.
    /// </summary>
    /// <param name="grades">
    /// The names, each a letter and a digit such as "A1", from the bands of the strategy. A later call replaces an earlier one.
    /// </param>
    /// <returns>This builder.</returns>
    /// <remarks>
    /// Near misses and hysteresis use the score, so they need <see cref="QualifyAt"/>: a grade that does not qualify never stays
    /// qualified.
    /// </remarks>
    /// <value>The default is all grades.</value>
    /// <exception cref="ArgumentNullException"><paramref name="grades"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> QualifyGrades(params string[] grades)
    {
        Faults.ThrowIfClosed();
        Draft.QualifyingGrades = (string[])Guard.NotNull(grades).Clone();
        Draft.DecidesByGrade = true;
        return this;
    }

    /// <summary>
    /// Sets the score of one dimension from which an opportunity is qualified, for a strategy that scores dimensions, such as
    /// <c>ScoreByFitAndEngagement</c>. Gates, grades, and the threshold if there is one, must be met too.
    /// </summary>
    /// <param name="dimension">A dimension that the strategy grades. A later call for the same one replaces an earlier one.</param>
    /// <param name="threshold">From 0 to 100.</param>
    /// <returns>This builder.</returns>
    /// <remarks>Near misses and hysteresis use the score, so they need <see cref="QualifyAt"/>.</remarks>
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
        Draft.DecidesByGrade = true;
        return this;
    }

    /// <summary>
    /// Makes a disqualified opportunity count as a near miss if one gate is the only obstacle, or if the gates are met and it is at most
    /// the given number of points short.
    /// </summary>
    /// <param name="points">From 0 to 100; with 0, only gates make near misses.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is no near misses.</value>
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
    /// Keeps a qualified opportunity qualified until its score falls below the threshold by more than the given number of points, so
    /// that one near the threshold does not go in and out. It applies only if the previous decision is passed:
    /// <see cref="QualificationProfile{T}.Decide(T, DateTime, Decision)"/>.
    /// </summary>
    /// <param name="points">From 0 to 100. Enter at T, leave below T - points.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is 0: enter and leave at the threshold.</value>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    /// <example><code>
    /// p.QualifyAt(60).Hysteresis(5); // enter at 60, leave below 55
    /// </code></example>
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

    /// <summary>Sets how the answers become a score. The built-in strategies are set the same way.</summary>
    /// <param name="strategy">Creates the strategy for the criteria of this profile; called once.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is weighted points.</value>
    /// <exception cref="ArgumentNullException"><paramref name="strategy"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> ScoreBy(Func<ScoringLayout, ScoringStrategy> strategy)
    {
        Faults.ThrowIfClosed();
        Guard.NotNull(strategy);
        if (Draft.StrategyFactory is not null)
        {
            Faults.Add("strategy.twice", "The scoring strategy is set twice; it must be set once.");
        }

        Draft.StrategyFactory = strategy;
        return this;
    }

    /// <summary>
    /// Sets the weights of criteria by their ids, such as those of a fitted model: the same as <see cref="CriterionBuilder{T}.Weight"/>
    /// on each, wherever they are declared.
    /// </summary>
    /// <param name="weights">
    /// The weights. Each id must be that of a criterion or combination that is not part of a combination, and that has no other weight
    /// or bins.
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
        (Draft.Weights ??= new()).Add(given);
        return this;
    }

    /// <summary>Sets the most points that all criteria and groups give together, before scaling to 0 to 100.</summary>
    /// <param name="maximum">A finite number, not below the minimum.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is no maximum.</value>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> Cap(double maximum)
    {
        Faults.ThrowIfClosed();
        CheckTotal("total.maximum", nameof(Cap), maximum);
        Total.Maximum = maximum;
        return this;
    }

    /// <summary>
    /// Sets the fewest points that all criteria and groups give together, before scaling to 0 to 100. The scale then starts at the
    /// lowest possible total: this minimum, or the lowest that the criteria can give if that is higher.
    /// </summary>
    /// <param name="minimum">A finite number, not above the maximum.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is no minimum.</value>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> Floor(double minimum)
    {
        Faults.ThrowIfClosed();
        CheckTotal("total.minimum", nameof(Floor), minimum);
        Total.Minimum = minimum;
        return this;
    }

    /// <summary>Sets the version of the profile, which every result carries.</summary>
    /// <param name="version">Any text.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is "1".</value>
    /// <exception cref="ArgumentException"><paramref name="version"/> is <see langword="null"/> or blank.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> Version(string version)
    {
        Faults.ThrowIfClosed();
        Draft.VersionText = Guard.NotBlank(version);
        return this;
    }

    /// <summary>Sets what happens when code of a criterion throws.</summary>
    /// <param name="handling">Throw, or treat the answer as unknown and record the error.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is <see cref="ErrorHandling.Throw"/>.</value>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="handling"/> is not one of the two.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> OnError(ErrorHandling handling)
    {
        Faults.ThrowIfClosed();
        if (handling is not (ErrorHandling.Throw or ErrorHandling.AnswerUnknown))
        {
            throw new ArgumentOutOfRangeException(
                nameof(handling), handling, $"The handling is {(int)handling}; it must be Throw or AnswerUnknown.");
        }

        Draft.Handling = handling;
        return this;
    }

    private GroupInfo Total => Draft.Total ??= new GroupInfo(GroupInfo.TotalId, null);

    /// <summary>Builds the profile, or throws with the list of all its faults.</summary>
    internal QualificationProfile<T> Build(string name) => new(name, Draft, new ProfileCompiler(name, Draft).Compile());

    /// <summary>Sets what to do next with an opportunity of a verdict; results list it among their next actions.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="text">What to do, as it is shown.</param>
    /// <returns>This builder.</returns>
    /// <remarks>Its id is the name of the verdict and a number, such as "Qualified.1" for the first one of that verdict.</remarks>
    /// <exception cref="ArgumentException"><paramref name="text"/> is <see langword="null"/> or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="verdict"/> is not a verdict.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ProfileBuilder<T> NextAction(Verdict verdict, string text)
    {
        var number = Draft.Actions.FindAll(action => action.Verdict == verdict).Count + 1;
        return NextAction(new NextAction($"{verdict}.{InvariantText.Of(number)}", verdict, text));
    }

    /// <summary>Sets what to do next with an opportunity of a verdict, with a custom id and texts.</summary>
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
                $"The action \"{action.Id}\" is for a criterion; set it there, with the NextAction that follows its condition.",
                nameof(action));
        }

        if (Draft.Actions.Exists(other => other.Id == action.Id))
        {
            Faults.Add("action.duplicate", $"The id \"{action.Id}\" is used for more than one next action; it must be unique among them.");
        }

        Draft.Actions.Add(action);
        return this;
    }

    private void AddOutOfRange(double threshold) =>
        Faults.Add("threshold.range", $"QualifyAt is {InvariantText.Of(threshold)}; a score lies from 0 to 100, so it must too.");

    private void CheckTotal(string code, string verb, double points)
    {
        if (double.IsNaN(points) || double.IsInfinity(points))
        {
            Faults.Add(code, $"The {verb} of the profile is {InvariantText.Of(points)}; it must be a finite number.");
        }
    }
}
