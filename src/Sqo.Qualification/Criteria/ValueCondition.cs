using System;

namespace Sqo.Qualification;

/// <summary>
/// A condition or a curve on one value, without the selector that reads the value from an opportunity. Derive from it to give
/// the builder a new verb; the built-in verbs are made of it too.
/// </summary>
/// <typeparam name="TValue">The type of value.</typeparam>
/// <remarks>A condition is used by many threads at once and must not change. A missing value never reaches it: that is unknown.</remarks>
public abstract class ValueCondition<TValue> : IConditionFacts
{
    /// <summary>What the condition asks for.</summary>
    public abstract Requirement Requirement { get; }

    /// <summary>
    /// The greatest value that an answer can have. It sets the scale of the score: weight times this is the most that it gives.
    /// </summary>
    /// <value>The default is 1. It must be above 0 and at most 1. An answer above it is an error of the code.</value>
    public virtual double HighestValue => 1;

    /// <summary>Whether answers can lie between 0 and 1; else the condition is met or not.</summary>
    /// <value>
    /// The default is <see langword="true"/>. Where it is <see langword="false"/>, the answers must be 0, 1 or unknown, and
    /// <see cref="HighestValue"/> must be 1; lint and remedies can then say more of it.
    /// </value>
    public virtual bool IsGraded => true;

    /// <summary>Judges a value.</summary>
    /// <param name="value">The value; never missing.</param>
    /// <param name="context">The moment it is judged at.</param>
    /// <returns>The answer.</returns>
    protected internal abstract Answer Evaluate(TValue value, in EvaluationContext context);

    /// <summary>How much a value lacks of the target, in its own unit: a number or a length of time.</summary>
    /// <param name="value">The value.</param>
    /// <param name="context">The moment it is judged at.</param>
    /// <returns>The gap, 0 when nothing is lacking; <see langword="null"/>, unless overridden, where no distance makes sense.</returns>
    protected internal virtual object? GapOf(TValue value, in EvaluationContext context) => null;

    /// <summary>Writes what the condition declares (bounds, lists, settings) into the text behind the profile's fingerprint.</summary>
    /// <param name="writer">Takes it.</param>
    /// <remarks>The name of the class is written unless overridden; of a built-in condition, what it is as data.</remarks>
    protected internal virtual void Declare(DeclarationWriter writer)
    {
        if ((this as IOperatorSource)?.ToData() is { } data) writer.Add("test", data.ToNode());
        else writer.Add("test", GetType().Namespace + "." + GetType().Name);
    }

    /// <summary>Judges a column of values, as batches ask for them.</summary>
    /// <param name="values">The values, from index 0; where one is missing, anything.</param>
    /// <param name="missing">Where a value is missing or NaN. What is answered there doesn't count: it becomes unknown.</param>
    /// <param name="count">How many there are, at most 256.</param>
    /// <param name="context">The moment they are judged at.</param>
    /// <param name="answers">Takes the answers, from index 0.</param>
    /// <remarks>
    /// Gives the answers that <see cref="Evaluate"/> gives. Override it where judging many at once is faster, such as by vectors. The
    /// arrays may be longer than <paramref name="count"/>, and must not be kept.
    /// </remarks>
    protected internal virtual void EvaluateMany(
        TValue[] values, bool[] missing, int count, in EvaluationContext context, Answer[] answers)
    {
        for (var i = 0; i < count; i++) answers[i] = missing[i] ? Answer.Unknown : Evaluate(values[i], in context);
    }

    /// <summary>Says what the value has to be for an answer, so that remedies can name it.</summary>
    /// <param name="answer">The answer, from 0 to <see cref="HighestValue"/>.</param>
    /// <param name="isLeast">Whether an answer of at least that is wanted; else of at most that.</param>
    /// <param name="rounds">Whether the round value next to it is good enough; else it must be a value that surely does.</param>
    /// <param name="context">The moment the value is judged at.</param>
    /// <returns>
    /// The target; <see langword="null"/>, unless overridden, where that can't be said of all values that give the answer.
    /// </returns>
    protected internal virtual RemedyTarget? TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context) => null;

    RemedyTarget? IConditionFacts.TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context) =>
        TargetOf(answer, isLeast, rounds, in context);

    /// <summary>
    /// Judges the values that a selector reads, with no column between: a value that is always there, or a reference that may be
    /// missing. The built-in conditions override it, for a loop of their own calls nothing but the selector.
    /// </summary>
    /// <returns>Whether it did; where not, the caller makes a column of the values.</returns>
    internal virtual bool EvaluateSelected<T>(
        Func<T, TValue?> selector, T[] items, int start, int count, in EvaluationContext context, Answer[] answers) => false;

    /// <summary>Whether both give the same answers: they are the same condition, or built-in ones that are data and declare the same.</summary>
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

    /// <summary>Says what an explanation keeps of a value: a copy, where the value itself could change.</summary>
    /// <param name="value">The value; never missing.</param>
    /// <returns>What is kept, judged and shown in its place; the value itself unless overridden.</returns>
    protected internal virtual TValue Keep(TValue value) => value;

    /// <summary>Says whether no value can meet both this condition and another, so that lint finds gates that contradict each other.</summary>
    /// <param name="other">A condition on the same value.</param>
    /// <returns>Whether they contradict each other for sure; <see langword="false"/> unless overridden.</returns>
    protected internal virtual bool Excludes(ValueCondition<TValue> other) => false;

    bool IConditionFacts.Excludes(IConditionFacts other) => other is ValueCondition<TValue> condition && (Excludes(condition) || condition.Excludes(this));
}
