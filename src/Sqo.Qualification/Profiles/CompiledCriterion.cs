using System;

namespace Sqo.Qualification;

/// <summary>A criterion as a profile keeps it: what it declares, and the code behind it.</summary>
internal sealed class CompiledCriterion<T>(CriterionInfo info, CriterionDraft<T> draft)
{
    public CriterionInfo Info => info;

    /// <summary>The test, curve or rule; <see langword="null"/> for a combination.</summary>
    public Criterion<T>? Criterion => draft.Criterion;

    public Func<T, DateTime?>? DecayDate => draft.DecayDate;

    /// <summary>Whether both criteria read the same value, as far as their selectors show.</summary>
    public bool ReadsSameAs(CompiledCriterion<T> other) =>
        Selector is { } mine && other.Selector is { } theirs
        && (mine.Equals(theirs) || (SelectorText is { } text && text == other.SelectorText));

    private Delegate? Selector => draft.Selector;

    private string? SelectorText => draft.SelectorText;
}
