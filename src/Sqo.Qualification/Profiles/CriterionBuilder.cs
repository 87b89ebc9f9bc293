using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What a criterion counts for and how it is shown: the words that may follow its test. Without <see cref="Required"/> and
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
    internal CriterionSettings Settings => _draft.Settings;

    /// <summary>The settings, as long as they can change.</summary>
    private CriterionSettings Open
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
        _draft.Faults.CheckFinite("weight.not-finite", _draft.Id, "the weight", points);
        var settings = Open;
        if (settings.HasBins) _draft.Faults.Add(
            "bins.weight", _draft.Id, $"it has bins, and a weight of {InvariantText.Of(points)}", "its bins say what it gives");
        settings.Weight = points;
        settings.HasWeight = true;
        return this;
    }

    /// <summary>
    /// Lets it count only where another criterion is met: its weight is then in the points and in the scale, and elsewhere in neither. It
    /// is not asked where that is unmet; where that is unknown, the score leaves it out and the range has both cases.
    /// </summary>
    /// <param name="condition">
    /// The id of the condition: a criterion or combination of the profile that stands by itself and has no condition. It need not have a
    /// weight or be a gate.
    /// </param>
    /// <returns>This builder.</returns>
    /// <value>The default is no condition: it always counts.</value>
    /// <remarks>For profiles that score by weighted points or the weighted mean; at most eight criteria can be conditions.</remarks>
    /// <exception cref="ArgumentException"><paramref name="condition"/> is <see langword="null"/> or blank.</exception>
    public CriterionBuilder<T> When(string condition)
    {
        Guard.NotBlank(condition);
        Open.Condition = condition;
        return this;
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

    /// <summary>Names it for people.</summary>
    /// <param name="label">The name.</param>
    /// <returns>This builder.</returns>
    /// <value>The id unless told.</value>
    /// <exception cref="ArgumentException"><paramref name="label"/> is <see langword="null"/> or blank.</exception>
    public CriterionBuilder<T> Label(string label)
    {
        Guard.NotBlank(label);
        Open.Label = label;
        Open.LabelWording = null;
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
        Open.QuestionWording = null;
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
        Open.ActionWording = null;
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
