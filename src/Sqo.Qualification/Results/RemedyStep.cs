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

    /// <summary>The criterion, with where it stands today.</summary>
    public CriterionResult Result { get; }

    /// <summary>What has to happen.</summary>
    public RemedyKind Kind { get; }

    /// <summary>
    /// What the value has to be, where the criterion is a curve that can say it: the least number, the latest date that will do beside the
    /// other steps. Of several such steps each goes the same share of its way.
    /// </summary>
    /// <value><see langword="null"/> where it has to be what <see cref="CriterionResult.Required"/> says.</value>
    public Requirement? Target { get; }
}
