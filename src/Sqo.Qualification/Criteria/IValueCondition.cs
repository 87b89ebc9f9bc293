namespace Sqo.Qualification;

/// <summary>
/// What a criterion needs of the condition on its value, whatever the type of value, so that all criteria share the code.
/// </summary>
internal interface IValueCondition : IConditionFacts
{
    /// <summary>Whether a recorded value can be judged again.</summary>
    bool CanReplay { get; }

    /// <summary>Whether both give the same answers to the same values.</summary>
    bool AsksSameAs(IValueCondition other);

    /// <summary>Writes the type of value and what the condition declares.</summary>
    void DeclareWithType(DeclarationWriter writer);

    /// <summary>Judges a recorded value.</summary>
    CriterionReading ReadRecorded(RecordedInput input, in EvaluationContext context);
}
