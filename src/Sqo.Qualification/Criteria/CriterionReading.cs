namespace Sqo.Qualification;

/// <summary>What an explanation keeps of a criterion: its answer, and the value that it was read from.</summary>
public readonly struct CriterionReading
{
    /// <summary>Creates a reading.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="actual">The value read from the opportunity; <see langword="null"/> when there is none to show.</param>
    /// <param name="gap">How much the value lacks of the target, in the value's own unit; 0 when it lacks nothing, and
    /// <see langword="null"/> where no distance makes sense.</param>
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

    /// <summary>How much the value lacks of the target, in the value's own unit, or <see langword="null"/>.</summary>
    public object? Gap { get; }

    /// <summary>What was asked of this opportunity, where that is not the same for all.</summary>
    internal Requirement? Required { get; init; }
}
