using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What a criterion counts for and how it is shown: the words that may follow its condition. Without <see cref="Required"/> and
/// without <see cref="Weight"/> it is shown but decides nothing.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>Once the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public sealed class CriterionBuilder<T>
{
    private readonly CriterionDraft _draft;

    internal CriterionBuilder(CriterionDraft draft) => _draft = draft;

    internal CriterionBuilder(CriterionDraft draft, Criterion<T> criterion)
    {
        draft.Complete(criterion);
        _draft = draft;
    }

    internal CriterionDraft Draft => _draft;

    /// <summary>The settings, for what the library itself sets.</summary>
    internal CriterionDeclaration Settings => _draft.Settings;

    /// <summary>The settings, as long as they can change.</summary>
    private CriterionDeclaration Open
    {
        get
        {
            _draft.Faults.ThrowIfClosed();
            return _draft.Settings;
        }
    }

    /// <summary>Makes it a gate: an opportunity that does not meet it is disqualified, whatever its score.</summary>
    /// <returns>This builder.</returns>
    public CriterionBuilder<T> Required()
    {
        Open.IsRequired = true;
        return this;
    }

    /// <summary>Sets the points that it gives at a value of 1. Negative points count against the opportunity.</summary>
    /// <param name="points">A finite number, on any scale: the score compares it with the other weights.</param>
    /// <returns>This builder.</returns>
    /// <value>0 unless told.</value>
    public CriterionBuilder<T> Weight(double points)
    {
        _draft.Weigh(points);
        return this;
    }

    /// <summary>
    /// Lets it count only where another criterion is met: its weight is then in the points and in the scale, and elsewhere in neither. It
    /// is not asked where that is unmet; where that is unknown, the score leaves it out and the range has both cases.
    /// </summary>
    /// <param name="prerequisite">
    /// The id of the prerequisite: a criterion or combination of the profile that stands by itself and has no prerequisite. It need not
    /// have a weight or be a gate.
    /// </param>
    /// <returns>This builder.</returns>
    /// <value>The default is no prerequisite: it always counts.</value>
    /// <remarks>For profiles that score by weighted points or the weighted mean; at most eight criteria can be prerequisites.</remarks>
    /// <exception cref="ArgumentException"><paramref name="prerequisite"/> is <see langword="null"/> or blank.</exception>
    public CriterionBuilder<T> When(string prerequisite)
    {
        Guard.NotBlank(prerequisite);
        Open.Prerequisite = prerequisite;
        return this;
    }

    /// <summary>
    /// Gives points of a sum of log-odds by its value, in place of a weight: the least at a value of 0, the greatest at 1, and in a
    /// straight line between them. So a criterion that was fitted, or learned from closed deals, may speak for and against.
    /// </summary>
    /// <param name="least">The points at 0: a finite number.</param>
    /// <param name="greatest">The points at 1: a finite number, not below the least.</param>
    /// <returns>This builder.</returns>
    /// <value>The default is a weight: no points at 0.</value>
    /// <remarks>
    /// For <c>ScoreByLogOdds</c>. Met from where the points reach 0, if they do on the way, unless <see cref="MetFrom"/> says otherwise.
    /// </remarks>
    public CriterionBuilder<T> PointsBetween(double least, double greatest)
    {
        var settings = Open;
        if (settings.HasWeight) _draft.Faults.Add(
            "bins.weight", _draft.Id, $"it has bins or a weight, {InvariantText.Of(settings.Weight)}, and PointsBetween",
            "one of them says what it gives");
        if (!(least <= greatest) || double.IsInfinity(greatest - least))
        {
            _draft.Faults.Add(
                "points.range", _draft.Id, $"its points go from {InvariantText.Of(least)} to {InvariantText.Of(greatest)}",
                "both must be finite numbers, the first not above the second");
        }

        return InBins(new BinScale([least, greatest]));
    }

    /// <summary>Gives the points of bins, whose values go from 0, the fewest points, to 1, the most.</summary>
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

    /// <summary>Sets the least value that counts as met, for a criterion whose values lie between 0 and 1.</summary>
    /// <param name="value">Above 0 and up to 1.</param>
    /// <returns>This builder.</returns>
    /// <value>0.5 unless told.</value>
    public CriterionBuilder<T> MetFrom(double value)
    {
        if (!(value > 0 && value <= 1))
        {
            _draft.Faults.Add(
                "met-from.range", _draft.Id, $"it is met from {InvariantText.Of(value)}", "that value must be above 0 and at most 1");
        }

        Open.MetFrom = value;
        Open.HasMetFrom = true;
        return this;
    }

    /// <summary>Lets its points decay with the age of a date: contribution = weight x value x 2^(-age / half-life).</summary>
    /// <param name="date">Reads the date; when it is missing or after <c>asOf</c>, what would give points becomes unknown.</param>
    /// <param name="halfLifeDays">The half-life in days, above 0.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="date"/> is <see langword="null"/>.</exception>
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

    /// <summary>Lets it say something of an opportunity beside its answer, which explanations show and results list.</summary>
    /// <param name="note">
    /// Makes the note of a result and of what this criterion came to in it, or <see langword="null"/> when there is nothing to say. Called
    /// when the notes of a result are first asked for; an exception comes out there as a <see cref="CriterionEvaluationException"/>.
    /// </param>
    /// <returns>This builder.</returns>
    /// <value>The default is no note. A later call replaces an earlier one.</value>
    /// <remarks>Notes decide nothing, and are no part of the fingerprint.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="note"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> Note(Func<QualificationResult, CriterionResult, CriterionNote?> note)
    {
        _draft.Faults.ThrowIfClosed();
        _draft.Note = Guard.NotNull(note);
        return this;
    }

    /// <summary>Names it for people.</summary>
    /// <param name="label">The name.</param>
    /// <returns>This builder.</returns>
    /// <value>The id unless told.</value>
    /// <exception cref="ArgumentException"><paramref name="label"/> is <see langword="null"/> or blank.</exception>
    public CriterionBuilder<T> Label(string label)
    {
        Guard.NotBlank(label);
        Open.Label = label;
        Open.LocalizedLabel = null;
        return this;
    }

    /// <summary>Says what it is about.</summary>
    /// <param name="dimension">One of <see cref="Dimensions"/>, or a name of one's own.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="dimension"/> is <see langword="null"/> or blank.</exception>
    public CriterionBuilder<T> Dimension(string dimension)
    {
        Guard.NotBlank(dimension);
        Open.Dimension = dimension;
        return this;
    }

    /// <summary>Says what it costs to turn it, to put the ways to qualify in order.</summary>
    /// <param name="effort">Not negative, in any unit.</param>
    /// <returns>This builder.</returns>
    /// <value>1 unless told.</value>
    public CriterionBuilder<T> Effort(double effort)
    {
        if (!(effort >= 0) || double.IsInfinity(effort))
        {
            _draft.Faults.Add(
                "effort.range", _draft.Id, $"the effort is {InvariantText.Of(effort)}", "it must be a finite number, not negative");
        }

        Open.Effort = effort;
        return this;
    }

    /// <summary>
    /// Says that selling can't change it, such as the customer's size or industry: what it would take to qualify names it only where
    /// nothing else would do.
    /// </summary>
    /// <returns>This builder.</returns>
    public CriterionBuilder<T> Fixed()
    {
        Open.IsFixed = true;
        return this;
    }

    /// <summary>Says what to ask when the answer is unknown.</summary>
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

    /// <summary>Says what to do next while it is unmet or unknown; results list it among their next actions.</summary>
    /// <param name="action">What to do, as it is shown. The text with the id "action." and the criterion's stands for it in another
    /// language.</param>
    /// <returns>This builder.</returns>
    /// <value>Nothing unless told.</value>
    /// <exception cref="ArgumentException"><paramref name="action"/> is <see langword="null"/> or blank.</exception>
    public CriterionBuilder<T> NextAction(string action)
    {
        Guard.NotBlank(action);
        Open.NextAction = action;
        Open.LocalizedAction = null;
        return this;
    }

    /// <summary>Says that its value is money, so that it is shown as such.</summary>
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
    /// States the version of the code behind it (selector, predicate, class). The fingerprint can't see into code: change the
    /// revision whenever the code comes to other answers.
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
        HalfLife.Check(_draft.Faults, _draft.Id, halfLifeDays);
        _draft.DecayDate = date;
        _draft.DecaySelector = selector;
        Open.DecayHalfLifeDays = halfLifeDays;
        return this;
    }
}
