using System;

namespace Sqo.Qualification;

/// <summary>A criterion as a profile keeps it: its declaration and its code.</summary>
internal sealed class ProfileCriterion<T>
{
    public ProfileCriterion(CriterionInfo info)
    {
        Info = info;
        Criterion = (Criterion<T>?)(info.Settings.Checked ?? info.Settings.Facts);
    }

    public readonly CriterionInfo Info;

    /// <summary>The condition, curve or rule; <see langword="null"/> for a combination.</summary>
    public readonly Criterion<T>? Criterion;

    /// <summary>Whether its points decay.</summary>
    public bool Decays => Info.Settings.DecayDate is not null;

    /// <summary>Reads the date by which its points decay.</summary>
    public Func<T, DateTime?> DecayDate => (Func<T, DateTime?>)Info.Settings.DecayDate!;

    /// <summary>The selector as passed in; <see langword="null"/> if the criterion reads the opportunity as a whole.</summary>
    public Delegate? Selector => Info.Settings.Selector;

    /// <summary>The source text of the selector.</summary>
    public string? SelectorText => Info.Settings.SelectorText;

    /// <summary>The field of a map that it reads, if it reads one.</summary>
    public INamedSelector? Field => NamedSelector.In(Selector);

    /// <summary>The field of a map by whose date it decays, if it does.</summary>
    public INamedSelector? DecayField => NamedSelector.In(Info.Settings.DecaySelector);

    /// <summary>Whether it reads a value, and not the opportunity as a whole.</summary>
    public bool HasSelector => Selector is not null;

    /// <summary>
    /// Whether both ask the same of an opportunity, so that an answer to one is an answer to the other. Weights and gates play no
    /// part; nor do the parts of a combination, which have their own answers.
    /// </summary>
    public bool AsksSameAs(ProfileCriterion<T> other) =>
        Info.Kind == other.Info.Kind
        && Info.DecayHalfLifeDays.Equals(other.Info.DecayHalfLifeDays)
        && Equals(Info.Settings.DecaySelector, other.Info.Settings.DecaySelector)
        && (Criterion is null || AsksSameOfValue(other));

    private bool AsksSameOfValue(ProfileCriterion<T> other) =>
        Info.MetFrom.Equals(other.Info.MetFrom) && Equals(Selector, other.Selector) && Criterion!.AsksSameAs(other.Criterion!);

    /// <summary>The decay factor of the points since a date; NaN without one, or when it is after <c>asOf</c>.</summary>
    public double DecayAt(DateTime? date, in EvaluationContext context) =>
        date is { } known ? HalfLifeCondition.Decay(known, HalfLifeCondition.TicksOf(Info.DecayHalfLifeDays!.Value), in context)
            : double.NaN;
}
