namespace Sqo.Qualification;

/// <summary>The facts of a criterion that need no opportunity, whatever the type of opportunity.</summary>
internal interface ICriterionFacts : IConditionFacts
{
    /// <summary>Whether it reads a value that can be shown.</summary>
    bool ReadsValue { get; }

    /// <summary>The condition inside, if any.</summary>
    IValueCondition? Condition { get; }

    /// <summary>The same criterion with its answers checked against what it declares.</summary>
    ICriterionFacts Checked();

    /// <summary>Writes what it declares into the text behind the profile's fingerprint.</summary>
    void Declare(DeclarationWriter writer);
}
