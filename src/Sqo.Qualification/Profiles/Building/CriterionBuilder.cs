using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Sets what a criterion counts for and how it is shown: the methods that can follow its condition. Without <see cref="Required"/> and
/// without <see cref="Weight"/> it is shown but decides nothing.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>After the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public class CriterionBuilder<T>
{
    internal readonly CriterionDraft Draft;

    internal CriterionBuilder(CriterionDraft draft) => Draft = draft;

    /// <summary>The settings that the library itself sets.</summary>
    internal CriterionDeclaration Settings => Draft.Settings;

    /// <summary>Sets how a condition becomes a criterion, if the selector doesn't simply return the value.</summary>
    internal CriterionBuilder<T> JudgedBy(Delegate judging)
    {
        Draft.Judging = judging;
        return this;
    }

    /// <summary>The settings, while they can still change.</summary>
    private CriterionDeclaration Open
    {
        get
        {
            Draft.Faults.ThrowIfClosed();
            return Draft.Settings;
        }
    }

    /// <summary>Makes it a gate: an opportunity that does not meet it is disqualified, whatever its score.</summary>
    /// <returns>This builder.</returns>
    public CriterionBuilder<T> Required()
    {
        Open.IsRequired = true;
        return this;
    }

    /// <summary>Sets the points for a value of 1. Negative points count against the opportunity.</summary>
    /// <param name="points">A finite number, on any scale: the score compares it with the other weights.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is 0.</value>
    public CriterionBuilder<T> Weight(double points)
    {
        Draft.Weigh(points);
        return this;
    }

    /// <summary>
    /// Makes it count only if another criterion is met: its weight is then part of the points and the scale, otherwise of neither. If
    /// the prerequisite is unmet, it is not asked; if that is unknown, the score leaves it out and the range covers both cases.
    /// </summary>
    /// <param name="prerequisite">
    /// The id of the prerequisite: a criterion or combination of the profile that is not part of a combination and has no prerequisite.
    /// It does not need a weight and does not have to be a gate.
    /// </param>
    /// <returns>This builder.</returns>
    /// <value>The default is no prerequisite: it always counts.</value>
    /// <remarks>For profiles that score by weighted points or the weighted mean; at most eight criteria can be prerequisites.</remarks>
    /// <exception cref="ArgumentException"><paramref name="prerequisite"/> is <see langword="null"/> or blank.</exception>
    /// <example><code>
    /// p.Criterion("enterprise", d => d.Employees).AtLeast(1_000);
    /// p.Criterion("tender", d => d.Tags).ContainsAny("tender", "rfp").Weight(10).When("enterprise");
    /// </code></example>
    public CriterionBuilder<T> When(string prerequisite)
    {
        Guard.NotBlank(prerequisite);
        Open.Prerequisite = prerequisite;
        return this;
    }

    /// <summary>
    /// Sets the points in log-odds by its value, instead of a weight: the fewest at a value of 0, the most at 1, and on a straight line
    /// in between. This lets a criterion that was fitted, or learned from closed deals, count for or against.
    /// </summary>
    /// <param name="least">The points at 0: a finite number.</param>
    /// <param name="greatest">The points at 1: a finite number, not below the least.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is a weight: no points at 0.</value>
    /// <remarks>
    /// For <c>ScoreByLogOdds</c>. It counts as met from 0 points on, if the line crosses 0, unless <see cref="MetFrom"/> is called.
    /// </remarks>
    public CriterionBuilder<T> PointsBetween(double least, double greatest)
    {
        var settings = Open;
        if (settings.HasWeight) Draft.Faults.Add(
            "bins.weight", Draft.Id, $"it has bins or a weight, {InvariantText.Of(settings.Weight)}, and PointsBetween",
            "one of them says what it gives");
        if (!(least <= greatest) || double.IsInfinity(greatest - least))
        {
            Draft.Faults.Add(
                "points.range", Draft.Id, $"its points go from {InvariantText.Of(least)} to {InvariantText.Of(greatest)}",
                "both must be finite numbers, the first not above the second");
        }

        return InBins(new BinScale([least, greatest]));
    }

    /// <summary>Sets the points of bins, whose values go from 0, the fewest points, to 1, the most.</summary>
    internal CriterionBuilder<T> InBins(BinScale scale)
    {
        var settings = Open;
        settings.HasBins = true;
        settings.HasWeight = true;
        settings.Weight = scale.Span;
        settings.PointsAtZero = scale.Least;
        if (!settings.HasMetFrom) settings.MetFrom = scale.MetFrom;
        return this;
    }

    /// <summary>Sets the points that its condition gives, and the value from which it counts as met by default.</summary>
    internal CriterionBuilder<T> Giving(double points, double metFrom)
    {
        var settings = Open;
        (settings.Weight, settings.HasWeight, settings.GivesPoints) = (points, true, true);
        if (!settings.HasMetFrom) settings.MetFrom = metFrom;
        return this;
    }

    /// <summary>Sets the lowest value that counts as met, for a criterion whose values are between 0 and 1.</summary>
    /// <param name="value">Above 0 and up to 1.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is 0.5.</value>
    public CriterionBuilder<T> MetFrom(double value)
    {
        if (!(value > 0 && value <= 1))
        {
            Draft.Faults.Add(
                "met-from.range", Draft.Id, $"it is met from {InvariantText.Of(value)}", "that value must be above 0 and at most 1");
        }

        Open.MetFrom = value;
        Open.HasMetFrom = true;
        return this;
    }

    /// <summary>Makes its points decay with the age of a date: contribution = weight x value x 2^(-age / half-life).</summary>
    /// <param name="date">Reads the date; if it is missing or after <c>asOf</c>, an answer that would give points becomes unknown.</param>
    /// <param name="halfLifeDays">The half-life in days, above 0.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="date"/> is <see langword="null"/>.</exception>
    /// <example><code>
    /// p.Criterion("demo", d => d.DemoRequested).IsTrue().Weight(20).DecayBy(d => d.LastActivity, halfLifeDays: 30);
    /// </code></example>
    public CriterionBuilder<T> DecayBy(Func<T, DateTime?> date, double halfLifeDays)
    {
        Guard.NotNull(date);
        return DecayBy(NamedSelector.Bare(date), (Delegate)date, halfLifeDays);
    }

    /// <inheritdoc cref="DecayBy(Func{T, DateTime?}, double)"/>
    public CriterionBuilder<T> DecayBy(Func<T, DateTimeOffset?> date, double halfLifeDays)
    {
        Guard.NotNull(date);
        return DecayBy(NamedSelector.Utc(date), date, halfLifeDays);
    }

    /// <summary>Adds a note about an opportunity to its answer, which explanations show and results list.</summary>
    /// <param name="note">
    /// Makes the note from a result and the result of this criterion in it, or returns <see langword="null"/> for no note. Called when
    /// the notes of a result are first read; an exception is then thrown as a <see cref="CriterionEvaluationException"/>.
    /// </param>
    /// <returns>This builder.</returns>
    /// <value>The default is no note. A later call replaces an earlier one.</value>
    /// <remarks>Notes decide nothing, and are not part of the fingerprint.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="note"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> Note(Func<QualificationResult, CriterionResult, CriterionNote?> note)
    {
        Open.Note = Guard.NotNull(note);
        return this;
    }

    /// <summary>Sets its name for people.</summary>
    /// <param name="label">The name.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is the id.</value>
    /// <exception cref="ArgumentException"><paramref name="label"/> is <see langword="null"/> or blank.</exception>
    public CriterionBuilder<T> Label(string label)
    {
        Guard.NotBlank(label);
        Open.Label = label;
        Open.LocalizedLabel = null;
        return this;
    }

    /// <summary>Sets what it is about.</summary>
    /// <param name="dimension">One of <see cref="Dimensions"/>, or a custom name.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="dimension"/> is <see langword="null"/> or blank.</exception>
    public CriterionBuilder<T> Dimension(string dimension)
    {
        Guard.NotBlank(dimension);
        Open.Dimension = dimension;
        return this;
    }

    /// <summary>Sets how much effort it takes to change its answer, which orders the ways to qualify.</summary>
    /// <param name="effort">Not negative, in any unit.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is 1.</value>
    public CriterionBuilder<T> Effort(double effort)
    {
        if (!(effort >= 0) || double.IsInfinity(effort))
        {
            Draft.Faults.Add(
                "effort.range", Draft.Id, $"the effort is {InvariantText.Of(effort)}", "it must be a finite number, not negative");
        }

        Open.Effort = effort;
        return this;
    }

    /// <summary>
    /// Marks it as something that selling can't change, such as the customer's size or industry: the ways to qualify name it only if
    /// nothing else is enough.
    /// </summary>
    /// <returns>This builder.</returns>
    public CriterionBuilder<T> Fixed()
    {
        Open.IsFixed = true;
        return this;
    }

    /// <summary>Sets the question to ask when the answer is unknown.</summary>
    /// <param name="question">The question, as it is shown.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="question"/> is <see langword="null"/> or blank.</exception>
    public CriterionBuilder<T> Ask(string question)
    {
        Guard.NotBlank(question);
        Open.Question = question;
        Open.LocalizedQuestion = null;
        return this;
    }

    /// <summary>Sets what to do next while it is unmet or unknown; results list it among their next actions.</summary>
    /// <param name="action">
    /// What to do, as it is shown. In another language, the text with the id "action." followed by the id of the criterion replaces it.
    /// </param>
    /// <returns>This builder.</returns>
    /// <value>The default is no action.</value>
    /// <exception cref="ArgumentException"><paramref name="action"/> is <see langword="null"/> or blank.</exception>
    public CriterionBuilder<T> NextAction(string action)
    {
        Guard.NotBlank(action);
        Open.NextAction = action;
        Open.LocalizedAction = null;
        return this;
    }

    /// <summary>Marks its value as money, so that it is shown as such.</summary>
    /// <param name="currency">The currency, as an ISO 4217 code.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is <see langword="null"/> or blank.</exception>
    public CriterionBuilder<T> Currency(string currency)
    {
        Guard.NotBlank(currency);
        Open.Currency = currency;
        return this;
    }

    /// <summary>
    /// Sets the version of the code behind it (selector, predicate, class). The fingerprint can't see into code: change the revision
    /// whenever the code gives other answers.
    /// </summary>
    /// <param name="revision">Any text.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="revision"/> is <see langword="null"/> or blank.</exception>
    public CriterionBuilder<T> Revision(string revision)
    {
        Guard.NotBlank(revision);
        Open.Revision = revision;
        return this;
    }

    private CriterionBuilder<T> DecayBy(Delegate date, Delegate selector, double halfLifeDays)
    {
        HalfLife.Check(Draft.Faults, Draft.Id, halfLifeDays);
        var settings = Open;
        settings.DecayDate = date;
        settings.DecaySelector = selector;
        settings.DecayHalfLifeDays = halfLifeDays;
        return this;
    }
}
