namespace Sqo.Qualification;

/// <summary>One criterion to turn. Immutable.</summary>
public sealed class RemedyStep
{
    internal RemedyStep(CriterionResult result, RemedyKind kind, Requirement? target)
    {
        Result = result;
        Kind = kind;
        Target = target;
    }

    /// <summary>The criterion, with its result today.</summary>
    public CriterionResult Result { get; }

    /// <summary>What must happen.</summary>
    public RemedyKind Kind { get; }

    /// <summary>
    /// What the value must be, if the criterion is a curve that can describe it: the nearest number, or the earliest date, that is
    /// enough together with the other steps. If there are several such steps, each goes the same share of its way.
    /// </summary>
    /// <value><see langword="null"/> if <see cref="CriterionResult.Required"/> says what the value must be.</value>
    public Requirement? Target { get; }
}
