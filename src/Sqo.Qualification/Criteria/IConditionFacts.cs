namespace Sqo.Qualification;

/// <summary>The facts of a condition that need no value, whatever the type of value.</summary>
internal interface IConditionFacts
{
    /// <summary>What it asks for.</summary>
    Requirement Requirement { get; }

    /// <summary>The greatest value that an answer can have; it sets the scale of the score.</summary>
    double HighestValue { get; }

    /// <summary>Whether answers can be between met and unmet.</summary>
    bool IsGraded { get; }

    /// <summary>Whether no value can meet both this and another condition.</summary>
    bool Excludes(IConditionFacts other);

    /// <summary>What the value must be for a given answer, if that can be described.</summary>
    RemedyTarget? TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context);
}
