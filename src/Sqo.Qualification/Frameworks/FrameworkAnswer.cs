namespace Sqo.Qualification;

/// <summary>What is known about one criterion of a framework. Immutable.</summary>
public sealed class FrameworkAnswer
{
    internal FrameworkAnswer(FrameworkCriterion criterion, EvidenceLevel level)
    {
        Criterion = criterion;
        Level = level;
    }

    /// <summary>The criterion.</summary>
    public FrameworkCriterion Criterion { get; }

    /// <summary>The evidence on it.</summary>
    public EvidenceLevel Level { get; }

    /// <summary>The name of the criterion and the level.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Criterion.Name}: {Level}";
}
