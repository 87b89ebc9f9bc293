using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Adds criteria: the base of the builders of a profile, a group and a combination of criteria.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// A selector reads a value from the opportunity. It must not change anything, and can be called from several threads. A
/// <see langword="null"/> value is unknown, never unmet.
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

    /// <summary>Adds a criterion on the opportunity as a whole.</summary>
    /// <param name="id">The id, unique in the profile.</param>
    /// <returns>The conditions that fit.</returns>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public ItemVerbs<T> Criterion(string id) => new(Add(id, CriterionKind.Condition));

    /// <summary>Adds a criterion of a custom class. The built-in criteria are added the same way.</summary>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="criterion">The criterion.</param>
    /// <returns>The builder for what it counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public CriterionBuilder<T> Criterion(string id, Criterion<T> criterion)
    {
        Guard.NotNull(criterion);
        var draft = Add(id, CriterionKind.Condition);
        draft.Complete(criterion);
        return new(draft);
    }

    /// <summary>Asks that all of several criteria are met. By strong Kleene logic: unmet if one is, otherwise unknown if one is.</summary>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="parts">Adds the criteria. They have no weight and are not gates: the combination can be.</param>
    /// <returns>The builder for what it counts for and how it is shown.</returns>
    /// <remarks>Every part is asked, also when an earlier one decides: a part can't guard the next one against a missing value.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    public CriterionBuilder<T> AllOf(string id, Action<CombinationBuilder<T>> parts) => Combine(id, CriterionKind.AllOf, 0, parts);

    /// <summary>Asks that any of several criteria is met: met if one is, otherwise unknown if one is.</summary>
    /// <inheritdoc cref="AllOf"/>
    /// <example><code>
    /// p.AnyOf("authority", a =>
    /// {
    ///     a.Criterion("small", d => d.Employees).Below(1_000);
    ///     a.Criterion("signs", d => d.HasDecisionMaker).IsTrue();
    /// }).Required();
    /// </code></example>
    public CriterionBuilder<T> AnyOf(string id, Action<CombinationBuilder<T>> parts) => Combine(id, CriterionKind.AnyOf, 0, parts);

    /// <summary>Asks that none of several criteria is met: unmet if one is met, otherwise unknown if one is.</summary>
    /// <inheritdoc cref="AllOf"/>
    /// <example><code>
    /// p.NoneOf("excluded", x => x.Criterion("public", d => d.Industry).OneOf("government")).Required();
    /// </code></example>
    public CriterionBuilder<T> NoneOf(string id, Action<CombinationBuilder<T>> parts) => Combine(id, CriterionKind.NoneOf, 0, parts);

    /// <summary>
    /// Asks that at least a given number of several criteria are met: met if that many are, unmet if the met and unknown ones
    /// together are fewer, otherwise unknown.
    /// </summary>
    /// <param name="count">The number, from 1 to the number of criteria.</param>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="parts">Adds the criteria. They have no weight and are not gates: the combination can be.</param>
    /// <returns>The builder for what it counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    /// <example><code>
    /// p.AtLeast(2, "need", n =>
    /// {
    ///     n.Criterion("demo", d => d.DemoRequested).IsTrue();
    ///     n.Criterion("pain", d => d.Pain).AtLeast(EvidenceLevel.Confirmed);
    ///     n.Criterion("growth", d => d.Growth).AtLeast(0.2);
    /// }).Weight(20);
    /// </code></example>
    public CriterionBuilder<T> AtLeast(int count, string id, Action<CombinationBuilder<T>> parts) =>
        Combine(id, CriterionKind.AtLeast, count, parts);

    /// <summary>Whether both add criteria to the same profile.</summary>
    internal bool IsOfTheProfileOf(CriteriaBuilder<T> other) => ReferenceEquals(Faults, other.Faults);

    /// <summary>
    /// Whether a node added here can contain others. If not, that is a fault of the profile, and its contents are not read: that could
    /// exhaust the stack.
    /// </summary>
    private protected bool TakesInner => Depth < AnswerSheet.DeepestGroup + 1;

    private protected void Add(NodeDraft node)
    {
        Faults.ThrowIfClosed();
        _nodes.Add(node);
    }

    private CriterionDraft Add(string id, CriterionKind kind)
    {
        var draft = new CriterionDraft(new(id ?? "", kind), Faults);
        Add(draft);
        return draft;
    }

    internal CriterionBuilder<T> Selecting(string id, Delegate selector, string? selectorText)
    {
        Guard.NotNull(selector);
        var settings = new CriterionDeclaration(id ?? "", CriterionKind.Condition) { Selector = selector, SelectorText = selectorText };
        var draft = new CriterionDraft(settings, Faults);
        if (selector.Target is INamedSelector) draft.Judging = selector;
        Add(draft);
        return new CriterionBuilder<T>(draft);
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
