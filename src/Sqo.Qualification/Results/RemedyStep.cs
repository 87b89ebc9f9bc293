namespace Sqo.Qualification;

/// <summary>One criterion to turn. Immutable.</summary>
public sealed class RemedyStep
{
    internal RemedyStep(CriterionResult result, RemedyKind kind)
    {
        Result = result;
        Kind = kind;
    }

    /// <summary>The criterion, with where it stands today.</summary>
    public CriterionResult Result { get; }

    /// <summary>What has to happen.</summary>
    public RemedyKind Kind { get; }
}
