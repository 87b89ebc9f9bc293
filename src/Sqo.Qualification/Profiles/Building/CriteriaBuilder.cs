using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Takes criteria: what a profile, a group and a combination of criteria have in common.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// A selector reads a value from the opportunity. It must not change anything, and may be called from several threads. A value
/// that it gives as <see langword="null"/> is unknown, never unmet.
/// </remarks>
public abstract partial class CriteriaBuilder<T>
{
    private protected readonly FaultList Faults;
    private protected readonly int Depth;
    private readonly List<NodeDraft> _nodes;

    private protected CriteriaBuilder(List<NodeDraft> nodes, FaultList faults, int depth)
    {
        Depth = depth;
        _nodes = nodes;
        Faults = faults;
    }

    /// <summary>Asks something of the opportunity as a whole.</summary>
    /// <param name="id">The id, unique in the profile.</param>
    /// <returns>The conditions that fit.</returns>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ItemVerbs<T> Criterion(string id) => new(Add(id, CriterionKind.Condition));

    /// <summary>Adds a criterion of a class of its own: the door by which the built-in ones enter too.</summary>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="criterion">The criterion.</param>
    /// <returns>What it counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public CriterionBuilder<T> Criterion(string id, Criterion<T> criterion)
    {
        Guard.NotNull(criterion);
        return new(Add(id, CriterionKind.Condition), criterion);
    }

    /// <summary>Asks that all of several criteria are met. By strong Kleene logic: unmet when one is, else unknown when one is.</summary>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="parts">Takes the criteria. They have no weight and are no gates: the combination has and is.</param>
    /// <returns>What it counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public CriterionBuilder<T> AllOf(string id, Action<CombinationBuilder<T>> parts) => Combine(id, CriterionKind.AllOf, 0, parts);

    /// <summary>Asks that any of several criteria is met: met when one is, else unknown when one is.</summary>
    /// <inheritdoc cref="AllOf"/>
    public CriterionBuilder<T> AnyOf(string id, Action<CombinationBuilder<T>> parts) => Combine(id, CriterionKind.AnyOf, 0, parts);

    /// <summary>Asks that none of several criteria is met: unmet when one is met, else unknown when one is.</summary>
    /// <inheritdoc cref="AllOf"/>
    public CriterionBuilder<T> NoneOf(string id, Action<CombinationBuilder<T>> parts) => Combine(id, CriterionKind.NoneOf, 0, parts);

    /// <summary>
    /// Asks that at least a number of several criteria are met: met when that many are, unmet when even the unknown ones could
    /// not make it that many, else unknown.
    /// </summary>
    /// <param name="count">How many, from 1 to the number of criteria.</param>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="parts">Takes the criteria. They have no weight and are no gates: the combination has and is.</param>
    /// <returns>What it counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public CriterionBuilder<T> AtLeast(int count, string id, Action<CombinationBuilder<T>> parts) =>
        Combine(id, CriterionKind.AtLeast, count, parts);

    /// <summary>Whether both take criteria for the same profile.</summary>
    internal bool IsOfTheProfileOf(CriteriaBuilder<T> other) => ReferenceEquals(Faults, other.Faults);

    /// <summary>
    /// Whether what is added here may hold something itself. Where not, it is a fault of the profile, and its inside is not asked for: that could
    /// go on until the stack is used up.
    /// </summary>
    private protected bool TakesInner => Depth < AnswerSheet.DeepestGroup + 1;

    private protected void Add(NodeDraft node)
    {
        Faults.ThrowIfClosed();
        _nodes.Add(node);
    }

    private CriterionDraft Add(string id, CriterionKind kind)
    {
        var draft = new CriterionDraft(id ?? "", kind, Faults);
        Add(draft);
        return draft;
    }

    private CriterionDraft Selecting(string id, Delegate selector, string? selectorText)
    {
        Guard.NotNull(selector);
        var draft = Add(id, CriterionKind.Condition);
        draft.Selector = selector;
        draft.SelectorText = selectorText;
        return draft;
    }

    private CriterionBuilder<T> Combine(string id, CriterionKind kind, int count, Action<CombinationBuilder<T>> parts)
    {
        Guard.NotNull(parts);
        var draft = Add(id, kind);
        draft.Settings.Count = count;
        if (TakesInner) parts(new CombinationBuilder<T>(draft.Children, Faults, Depth + 1));
        return new(draft);
    }
}
