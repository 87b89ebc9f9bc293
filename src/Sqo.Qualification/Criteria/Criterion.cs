using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A criterion that an opportunity is judged by. Derive from it for a custom rule that several profiles use; the built-in
/// criteria derive from it too.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// A criterion belongs to profiles that many threads use at once, so it must be immutable. Its answer must
/// depend on the opportunity and the context alone.
/// </remarks>
public abstract class Criterion<T> : ICriterionFacts
{
    // Held here, whatever its type of value, so that all criteria share the code that asks for its facts.
    private readonly IValueCondition? _condition;

    /// <summary>Creates a criterion.</summary>
    protected Criterion()
    {
    }

    private protected Criterion(IValueCondition condition) => _condition = Guard.NotNull(condition);

    /// <summary>What the criterion asks for.</summary>
    /// <value>The default is "as the rule … says", with the name of the class.</value>
    public virtual Requirement Requirement => _condition?.Requirement ?? new(MessageIds.RequireRule, GetType().Name);

    /// <summary>
    /// The greatest value that an answer can have. It sets the scale of the score: the criterion gives at most its weight times this.
    /// </summary>
    /// <value>The default is 1. It must be above 0 and at most 1. An answer above it is an error.</value>
    public virtual double HighestValue => _condition?.HighestValue ?? 1;

    /// <summary>Whether answers can be between 0 and 1; if not, the criterion is met or unmet.</summary>
    /// <value>
    /// The default is <see langword="true"/>. If it is <see langword="false"/>, the answers must be 0, 1 or unknown, and
    /// <see cref="HighestValue"/> must be 1; lint and remedies are then more precise.
    /// </value>
    public virtual bool IsGraded => _condition?.IsGraded ?? true;

    /// <summary>Judges an opportunity.</summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="context">The moment it is judged at.</param>
    /// <returns>The answer; unknown when the data needed is missing.</returns>
    protected internal abstract Answer Evaluate(T item, in EvaluationContext context);

    /// <summary>Judges a run of opportunities.</summary>
    /// <param name="items">The opportunities.</param>
    /// <param name="start">The index of the first one.</param>
    /// <param name="count">How many there are, at most 256.</param>
    /// <param name="context">The moment they are judged at.</param>
    /// <param name="answers">Receives the answers, from index 0.</param>
    /// <remarks>
    /// Gives the same answers as <see cref="Evaluate"/>. Override it if judging many at once is faster.
    /// </remarks>
    protected internal virtual void EvaluateMany(T[] items, int start, int count, in EvaluationContext context, Answer[] answers)
    {
        for (var i = 0; i < count; i++) answers[i] = Evaluate(items[start + i], in context);
    }

    /// <summary>Judges an opportunity and keeps the value that the answer is based on.</summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="context">The moment it is judged at.</param>
    /// <returns>The same answer as <see cref="Evaluate"/>, with the value it is based on.</returns>
    protected internal virtual CriterionReading Read(T item, in EvaluationContext context) => new(Evaluate(item, in context));

    /// <summary>Writes what the criterion declares (bounds, lists, settings) into the text behind the profile's fingerprint.</summary>
    /// <param name="writer">The writer.</param>
    /// <remarks>The default writes the name of the class. Code is not written: when it changes, give the criterion a new
    /// revision.</remarks>
    protected internal virtual void Declare(DeclarationWriter writer)
    {
        if (_condition is not null) _condition.DeclareWithType(writer);
        else writer.Add("rule", GetType().Namespace + "." + GetType().Name);
    }

    /// <summary>Whether the answer can be found again from a recorded value alone; if not, the answer itself is recorded.</summary>
    internal virtual bool CanReplay => _condition is { CanReplay: true };

    /// <summary>The condition inside, if any.</summary>
    internal IValueCondition? Condition => _condition;

    /// <summary>Whether both give the same answers when they read the same value. Two pieces of code are the same when their delegates are
    /// equal.</summary>
    internal virtual bool AsksSameAs(Criterion<T> other) =>
        ReferenceEquals(this, other)
        || (_condition is not null && other._condition is not null && GetType() == other.GetType()
            && _condition.AsksSameAs(other._condition));

    /// <summary>Judges a recorded value as <see cref="Read"/> judges the opportunity's.</summary>
    internal virtual CriterionReading ReadRecorded(RecordedInput input, in EvaluationContext context) =>
        _condition?.ReadRecorded(input, in context) ?? throw new System.NotSupportedException("The criterion records no input.");

    /// <summary>Whether the answer comes from outside: the caller passes it in while an opportunity is judged.</summary>
    internal virtual bool IsAnsweredFromOutside => false;

    /// <summary>Whether <see cref="Read"/> returns a value that can be shown, so that an explanation can say when it is missing.</summary>
    /// <value>The default is <see langword="false"/> for a custom criterion, and <see langword="true"/> for a condition on a value.</value>
    protected internal virtual bool ReadsValue => _condition is not null;

    /// <summary>Gets what the value must be for a given answer, so that remedies can name it.</summary>
    /// <param name="answer">The answer, from 0 to <see cref="HighestValue"/>.</param>
    /// <param name="isLeast">Whether an answer of at least that is wanted; if not, of at most that.</param>
    /// <param name="rounds">Whether a nearby round value is good enough; if not, the value must be certain to give the answer.</param>
    /// <param name="context">The moment the opportunity is judged at.</param>
    /// <returns>
    /// The target; <see langword="null"/> if one requirement can't describe all values that give the answer. The default is
    /// <see langword="null"/>.
    /// </returns>
    protected internal virtual RemedyTarget? TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context) =>
        _condition?.TargetOf(answer, isLeast, rounds, in context);

    bool ICriterionFacts.ReadsValue => ReadsValue;

    IValueCondition? ICriterionFacts.Condition => _condition;

    bool IConditionFacts.Excludes(IConditionFacts other) => _condition is not null && _condition.Excludes(other);

    ICriterionFacts ICriterionFacts.Checked() => new CheckedCriterion<T>(this);

    void ICriterionFacts.Declare(DeclarationWriter writer) => Declare(writer);

    RemedyTarget? IConditionFacts.TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context) =>
        TargetOf(answer, isLeast, rounds, in context);
}
