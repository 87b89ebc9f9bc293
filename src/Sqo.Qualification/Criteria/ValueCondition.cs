using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A condition or a curve on one value, without the selector that reads the value from an opportunity. Derive from it to give
/// the builder a new verb; the built-in conditions derive from it too.
/// </summary>
/// <typeparam name="TValue">The type of value.</typeparam>
/// <remarks>Many threads use a condition at once, so it must be immutable. It never gets a missing value: that is unknown.</remarks>
public abstract class ValueCondition<TValue> : IValueCondition
{
    /// <summary>What the condition asks for.</summary>
    public abstract Requirement Requirement { get; }

    /// <summary>
    /// The greatest value that an answer can have. It sets the scale of the score: the criterion gives at most its weight times this.
    /// </summary>
    /// <value>The default is 1. It must be above 0 and at most 1. An answer above it is an error.</value>
    public virtual double HighestValue => 1;

    /// <summary>Whether answers can be between 0 and 1; if not, the condition is met or unmet.</summary>
    /// <value>
    /// The default is <see langword="true"/>. If it is <see langword="false"/>, the answers must be 0, 1 or unknown, and
    /// <see cref="HighestValue"/> must be 1; lint and remedies are then more precise.
    /// </value>
    public virtual bool IsGraded => true;

    /// <summary>Judges a value.</summary>
    /// <param name="value">The value; never missing.</param>
    /// <param name="context">The moment it is judged at.</param>
    /// <returns>The answer.</returns>
    protected internal abstract Answer Evaluate(TValue value, in EvaluationContext context);

    /// <summary>The answer where there is no value.</summary>
    internal virtual Answer OfMissing => Answer.Unknown;

    /// <summary>Gets the distance from a value to the target, in the value's unit: a number or a length of time.</summary>
    /// <param name="value">The value.</param>
    /// <param name="context">The moment it is judged at.</param>
    /// <returns>
    /// The gap, 0 when the target is reached; <see langword="null"/> if no distance makes sense. The default is <see langword="null"/>.
    /// </returns>
    protected internal virtual object? GapOf(TValue value, in EvaluationContext context) => null;

    /// <summary>Writes what the condition declares (bounds, lists, settings) into the text behind the profile's fingerprint.</summary>
    /// <param name="writer">The writer.</param>
    /// <remarks>The default writes the name of the class; a built-in condition is written as data.</remarks>
    protected internal virtual void Declare(DeclarationWriter writer)
    {
        if ((this as IOperatorSource)?.ToData() is { } data) writer.Add("test", data.ToNode());
        else writer.Add("test", GetType().Namespace + "." + GetType().Name);
    }

    /// <summary>Judges a column of values in a batch.</summary>
    /// <param name="values">The values, from index 0; an element whose value is missing can be anything.</param>
    /// <param name="missing">Whether each value is missing or NaN. The answer for such a value is replaced by unknown.</param>
    /// <param name="count">How many there are, at most 256.</param>
    /// <param name="context">The moment they are judged at.</param>
    /// <param name="answers">Receives the answers, from index 0.</param>
    /// <remarks>
    /// Gives the same answers as <see cref="Evaluate"/>. Override it if judging many at once is faster, such as with vectors. The
    /// arrays may be longer than <paramref name="count"/>, and must not be kept.
    /// </remarks>
    protected internal virtual void EvaluateMany(
        TValue[] values, bool[] missing, int count, in EvaluationContext context, Answer[] answers)
    {
        for (var i = 0; i < count; i++) answers[i] = missing[i] ? Answer.Unknown : Evaluate(values[i], in context);
    }

    /// <summary>Gets what the value must be for a given answer, so that remedies can name it.</summary>
    /// <param name="answer">The answer, from 0 to <see cref="HighestValue"/>.</param>
    /// <param name="isLeast">Whether an answer of at least that is wanted; if not, of at most that.</param>
    /// <param name="rounds">Whether a nearby round value is good enough; if not, the value must be certain to give the answer.</param>
    /// <param name="context">The moment the value is judged at.</param>
    /// <returns>
    /// The target; <see langword="null"/> if one requirement can't describe all values that give the answer. The default is
    /// <see langword="null"/>.
    /// </returns>
    protected internal virtual RemedyTarget? TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context) => null;

    RemedyTarget? IConditionFacts.TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context) =>
        TargetOf(answer, isLeast, rounds, in context);

    /// <summary>
    /// Judges the values that a selector reads, with no column between: a value that is always there, or a reference that may be
    /// missing. The built-in conditions override it, because their own loop calls nothing but the selector.
    /// </summary>
    /// <returns>Whether it did; if not, the caller makes a column of the values.</returns>
    internal virtual bool EvaluateSelected<T>(
        Func<T, TValue?> selector, T[] items, int start, int count, in EvaluationContext context, Answer[] answers) => false;

    /// <summary>Whether both give the same answers: they are the same condition, or built-in ones that are data and declare the
    /// same.</summary>
    internal virtual bool AsksSameAs(ValueCondition<TValue> other) =>
        ReferenceEquals(this, other)
        || (GetType() == other.GetType() && IsData(this) && IsData(other) && Declared(this) == Declared(other));

    private static bool IsData(ValueCondition<TValue> condition) => (condition as IOperatorSource)?.ToData() is not null;

    private static string Declared(ValueCondition<TValue> condition)
    {
        var writer = new DeclarationWriter();
        condition.Declare(writer);
        return writer.ToString();
    }

    bool IValueCondition.CanReplay => RecordedValue.Supports(typeof(TValue));

    bool IValueCondition.AsksSameAs(IValueCondition other) => other is ValueCondition<TValue> condition && AsksSameAs(condition);

    void IValueCondition.DeclareWithType(DeclarationWriter writer)
    {
        writer.Add("reads", RecordedValue.NameOf(typeof(TValue)));
        Declare(writer);
    }

    CriterionReading IValueCondition.ReadRecorded(RecordedInput input, in EvaluationContext context) =>
        input.Type is not null
            ? Read((TValue)RecordedValue.Read(input.Type, input.Text, input.Texts, typeof(TValue)), in context)
            : input.Text is null && input.Texts is null
                ? new CriterionReading(OfMissing)
                : throw new FormatException("The value has no type.");

    /// <summary>Judges a value and keeps it.</summary>
    internal CriterionReading Read(TValue? value, in EvaluationContext context)
    {
        if (value is null || GenericNumber.IsNaN(value)) return new CriterionReading(OfMissing);
        var kept = Keep(value);
        return new CriterionReading(Evaluate(kept, in context), kept, GapOf(kept, in context));
    }

    /// <summary>Judges a column. If a value is missing, its answer is that of a missing one, whatever the condition answers.</summary>
    internal void EvaluateColumn(TValue[] values, bool[] missing, int count, in EvaluationContext context, Answer[] answers)
    {
        EvaluateMany(values, missing, count, in context, answers);
        for (var i = 0; i < count; i++)
        {
            if (missing[i]) answers[i] = OfMissing;
        }
    }

    /// <summary>Gets the value that an explanation keeps: a copy, if the value itself could change.</summary>
    /// <param name="value">The value; never missing.</param>
    /// <returns>The value that is kept, judged and shown in its place. The default returns the value itself.</returns>
    protected internal virtual TValue Keep(TValue value) => value;

    /// <summary>Determines whether no value can meet both this condition and another, so that lint finds contradictory gates.</summary>
    /// <param name="other">A condition on the same value.</param>
    /// <returns>Whether they certainly contradict each other. The default is <see langword="false"/>.</returns>
    protected internal virtual bool Excludes(ValueCondition<TValue> other) => false;

    bool IConditionFacts.Excludes(IConditionFacts other) =>
        other is ValueCondition<TValue> condition && (Excludes(condition) || condition.Excludes(this));
}
