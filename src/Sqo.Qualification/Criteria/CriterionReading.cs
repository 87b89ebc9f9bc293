namespace Sqo.Qualification;

/// <summary>A criterion's answer and the value that it is based on, kept for explanations.</summary>
public readonly struct CriterionReading
{
    /// <summary>Creates a reading.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="actual">The value read from the opportunity; <see langword="null"/> when there is none to show.</param>
    /// <param name="gap">The distance from the value to the target, in the value's unit; 0 when the target is reached, and
    /// <see langword="null"/> if no distance makes sense.</param>
    public CriterionReading(Answer answer, object? actual = null, object? gap = null)
    {
        Answer = answer;
        Actual = actual;
        Gap = gap;
    }

    /// <summary>The answer.</summary>
    public Answer Answer { get; }

    /// <summary>The value read from the opportunity, or <see langword="null"/>.</summary>
    public object? Actual { get; }

    /// <summary>The distance from the value to the target, in the value's unit, or <see langword="null"/>.</summary>
    public object? Gap { get; }

    /// <summary>The requirement for this opportunity, if it is not the same for all.</summary>
    internal Requirement? Required { get; init; }
}
