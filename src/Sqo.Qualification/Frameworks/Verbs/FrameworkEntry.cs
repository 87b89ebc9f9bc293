using System;

namespace Sqo.Qualification;

/// <summary>What a builder was told of one criterion of a framework.</summary>
internal sealed class FrameworkEntry<T>
{
    /// <summary>Adds the criterion with a condition of the framework's own, where it does not ask for evidence.</summary>
    public Func<CriteriaBuilder<T>, string, CriterionBuilder<T>>? Own;

    public Func<T, EvidenceLevel?>? Evidence;
    public Func<T, bool?>? Flag;
    public string? SelectorText;

    /// <summary>The least level, where it has one of its own.</summary>
    public EvidenceLevel? Least;

    /// <summary>What else the user says of the criterion.</summary>
    public Action<CriterionBuilder<T>>? Settings;
}
