using System;

namespace Sqo.Qualification;

/// <summary>A criterion as a profile keeps it: what it declares, and the code behind it.</summary>
internal sealed class CompiledCriterion<T>
{
    private readonly Delegate? _selector;
    private readonly string? _selectorPath;
    private readonly Delegate? _decaySelector;
    private readonly double _halfLifeTicks;

    /// <param name="info">What it declares.</param>
    /// <param name="criterion">The test, curve or rule; <see langword="null"/> for a combination.</param>
    /// <param name="selector">The selector as it was given.</param>
    /// <param name="selectorPath">The selector as it stands in the user's source.</param>
    /// <param name="decayDate">Reads the date by which its points decay.</param>
    /// <param name="decaySelector">The selector of that date as it was given.</param>
    public CompiledCriterion(
        CriterionInfo info, Criterion<T>? criterion, Delegate? selector, string? selectorPath, Func<T, DateTime?>? decayDate,
            Delegate? decaySelector)
    {
        Info = info;
        Criterion = criterion;
        DecayDate = decayDate;
        _selector = selector;
        _selectorPath = selectorPath;
        _decaySelector = decaySelector;
        if (info.DecayHalfLifeDays is { } days) _halfLifeTicks = HalfLifeTest.TicksOf(days);
    }

    public readonly CriterionInfo Info;

    /// <summary>The test, curve or rule; <see langword="null"/> for a combination.</summary>
    public readonly Criterion<T>? Criterion;

    public readonly Func<T, DateTime?>? DecayDate;

    /// <summary>The field of a map that it reads, if it reads one.</summary>
    public INamedSelector? Field => NamedSelector.In(_selector);

    /// <summary>The field of a map by whose date it decays, if it does.</summary>
    public INamedSelector? DecayField => NamedSelector.In(_decaySelector);

    /// <summary>Whether it reads a value, and not the opportunity as a whole.</summary>
    public bool HasSelector => _selector is not null;

    /// <summary>Whether both criteria read the same value, as far as their selectors show.</summary>
    public bool ReadsSameAs(CompiledCriterion<T> other) =>
        _selector is not null && other._selector is not null
        && (_selector.Equals(other._selector) || (_selectorPath is not null && _selectorPath == other._selectorPath));

    /// <summary>
    /// Whether both ask the same of an opportunity, so that an answer to one is an answer to the other. What the answer counts for plays no
    /// part; nor do the parts of a combination, which have answers of their own.
    /// </summary>
    public bool AsksSameAs(CompiledCriterion<T> other) =>
        Info.Kind == other.Info.Kind
        && Info.DecayHalfLifeDays.Equals(other.Info.DecayHalfLifeDays)
        && Equals(_decaySelector, other._decaySelector)
        && (Criterion is null || AsksSameOfValue(other));

    private bool AsksSameOfValue(CompiledCriterion<T> other) =>
        Info.MetFrom.Equals(other.Info.MetFrom) && Equals(_selector, other._selector) && Criterion!.AsksSameAs(other.Criterion!);

    /// <summary>By how much the points have decayed since a date; NaN without one, or when it lies after <c>asOf</c>.</summary>
    public double DecayAt(DateTime? date, in EvaluationContext context) =>
        date is { } known ? HalfLifeTest.Decay(known, _halfLifeTicks, in context) : double.NaN;
}
