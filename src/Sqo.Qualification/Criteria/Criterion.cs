namespace Sqo.Qualification;

/// <summary>
/// Something asked of an opportunity. Derive from it for a rule of one's own that several profiles use; the built-in
/// criteria derive from it too.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// A criterion belongs to profiles that many threads use at once, so it must not change once it is made. Its answer must
/// depend on the opportunity and the context alone.
/// </remarks>
public abstract class Criterion<T> : ICriterionFacts
{
    /// <summary>What the criterion asks for.</summary>
    /// <value>"as the rule … says", with the name of the class, unless overridden.</value>
    public virtual Requirement Requirement => new(MessageIds.RequireRule, GetType().Name);

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
    /// <param name="answers">Takes the answers, from index 0.</param>
    /// <remarks>
    /// Gives the answers that <see cref="Evaluate"/> gives. Override it where judging many at once is faster.
    /// </remarks>
    protected internal virtual void EvaluateMany(T[] items, int start, int count, in EvaluationContext context, Answer[] answers)
    {
        for (var i = 0; i < count; i++) answers[i] = Evaluate(items[start + i], in context);
    }

    /// <summary>Judges an opportunity and keeps what the judgment rests on.</summary>
    /// <param name="item">The opportunity.</param>
    /// <param name="context">The moment it is judged at.</param>
    /// <returns>The answer that <see cref="Evaluate"/> gives, with the value it was read from.</returns>
    protected internal virtual CriterionReading Read(T item, in EvaluationContext context) => new(Evaluate(item, in context));

    /// <summary>Writes what the criterion declares (bounds, lists, settings) into the text behind the profile's fingerprint.</summary>
    /// <param name="writer">Takes it.</param>
    /// <remarks>The name of the class is written unless overridden. Code is not: when it changes, give the criterion a new
    /// revision.</remarks>
    protected internal virtual void Declare(DeclarationWriter writer) => writer.Add("rule", GetType().Namespace + "." + GetType().Name);

    /// <summary>Whether the answer can be had again from a recorded value alone; else the answer itself is recorded.</summary>
    internal virtual bool CanReplay => false;

    /// <summary>The test inside, where there is one, for the lint to compare.</summary>
    internal virtual object? TestForLint => null;

    /// <summary>Whether both give the same answers when they read the same value. Two pieces of code are the same when their delegates are
    /// equal.</summary>
    internal virtual bool AsksSameAs(Criterion<T> other) => ReferenceEquals(this, other);

    /// <summary>Judges a recorded value as <see cref="Read"/> judges the opportunity's.</summary>
    internal virtual CriterionReading ReadRecorded(RecordedInput input, in EvaluationContext context) =>
        throw new System.NotSupportedException("The criterion keeps no input of its own.");

    /// <summary>Whether the answer is none of this class's own: it is handed in while an opportunity is judged.</summary>
    internal virtual bool IsAnsweredFromOutside => false;

    /// <summary>Whether it reads a value that can be shown.</summary>
    internal virtual bool ReadsValue => false;

    internal virtual double HighestValue => 1;

    internal virtual bool IsGraded => true;

    double ICriterionFacts.HighestValue => HighestValue;

    bool ICriterionFacts.IsGraded => IsGraded;

    bool ICriterionFacts.ReadsValue => ReadsValue;

    /// <summary>What the value has to be for an answer, where that can be said.</summary>
    internal virtual RemedyTarget? TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context) => null;

    RemedyTarget? ICriterionFacts.TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context) =>
        TargetOf(answer, isLeast, rounds, in context);
}
