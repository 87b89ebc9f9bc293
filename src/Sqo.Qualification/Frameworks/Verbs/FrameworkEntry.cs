using System;

namespace Sqo.Qualification;

/// <summary>What was set for one criterion of a framework.</summary>
internal sealed class FrameworkEntry<T>
{
    /// <summary>Adds the criterion with a condition of the framework, if it does not ask for evidence.</summary>
    public Func<CriteriaBuilder<T>, string, CriterionBuilder<T>>? Own;

    public Func<T, EvidenceLevel?>? Evidence;
    public Func<T, bool?>? Flag;
    public string? SelectorText;

    /// <summary>The lowest level, if it has its own.</summary>
    public EvidenceLevel? Least;

    /// <summary>Further settings of the criterion.</summary>
    public Action<CriterionBuilder<T>>? Settings;
}
