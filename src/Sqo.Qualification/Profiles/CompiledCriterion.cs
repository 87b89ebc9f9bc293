using System;

namespace Sqo.Qualification;

/// <summary>A criterion as a profile keeps it: what it declares, and the code behind it.</summary>
internal sealed class CompiledCriterion<T>(CriterionInfo info, CriterionDraft<T> draft)
{
    private readonly Delegate? _selector = draft.Selector;
    private readonly string? _selectorPath = draft.SelectorPath;

    public readonly CriterionInfo Info = info;

    /// <summary>The test, curve or rule; <see langword="null"/> for a combination.</summary>
    public readonly Criterion<T>? Criterion = draft.Criterion;

    public readonly Func<T, DateTime?>? DecayDate = draft.DecayDate;

    /// <summary>The field of a map that it reads, if it reads one.</summary>
    public readonly INamedSelector? Field = NamedSelector.In(draft.Selector);

    /// <summary>The field of a map by whose date it decays, if it does.</summary>
    public readonly INamedSelector? DecayField = NamedSelector.In(draft.DecaySelector);

    /// <summary>Whether it reads a value, and not the opportunity as a whole.</summary>
    public bool HasSelector => _selector is not null;

    /// <summary>Whether both criteria read the same value, as far as their selectors show.</summary>
    public bool ReadsSameAs(CompiledCriterion<T> other) =>
        _selector is not null && other._selector is not null
        && (_selector.Equals(other._selector) || (_selectorPath is not null && _selectorPath == other._selectorPath));
}
