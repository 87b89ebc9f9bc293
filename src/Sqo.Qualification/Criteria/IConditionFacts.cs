namespace Sqo.Qualification;

/// <summary>What can be said of a condition without a value, whatever the type of value.</summary>
internal interface IConditionFacts
{
    /// <summary>What it asks for.</summary>
    Requirement Requirement { get; }

    /// <summary>The greatest value that an answer can have; it sets the scale of the score.</summary>
    double HighestValue { get; }

    /// <summary>Whether answers lie between met and unmet too.</summary>
    bool IsGraded { get; }

    /// <summary>Whether no value can meet both this and another condition.</summary>
    bool Excludes(IConditionFacts other);

    /// <summary>What the value has to be for an answer, where that can be said.</summary>
    RemedyTarget? TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context);
}
