using System;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The base of the builders of all frameworks: each criterion is set, or left out on purpose.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <typeparam name="TSelf">The builder itself.</typeparam>
/// <remarks>
/// A profile with an incomplete framework is not built: the fault names the framework and the missing criteria. A builder works only
/// inside the call that it is passed to.
/// </remarks>
public abstract class FrameworkVerbs<T, TSelf>
    where TSelf : FrameworkVerbs<T, TSelf>
{
    private readonly FrameworkEntry<T>?[] _entries;
    private readonly bool[] _leftOut;
    private bool _isDone;
    private bool _hasActions = true;

    private protected FrameworkVerbs(QualificationFramework framework, ProfileBuilder<T> profile)
    {
        Framework = framework;
        Profile = profile;
        _entries = new FrameworkEntry<T>?[framework.Criteria.Count];
        _leftOut = new bool[_entries.Length];
    }

    private protected QualificationFramework Framework { get; }

    private protected ProfileBuilder<T> Profile { get; }

    private protected FaultList Faults => Profile.AllFaults;

    private protected TSelf Self => (TSelf)this;

    /// <summary>Leaves out criteria on purpose.</summary>
    /// <param name="criteria">Criteria of the framework.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criteria"/>, or one of them, is <see langword="null"/>.</exception>
    public TSelf LeaveOut(params FrameworkCriterion[] criteria)
    {
        ThrowIfDone();
        foreach (var criterion in Guard.NotNull(criteria))
        {
            if (IndexOf(criterion) is var index && index >= 0) _leftOut[index] = true;
        }

        return Self;
    }

    /// <summary>
    /// Leaves the framework's next actions for verdicts out of the profile, so that you can add others. Near misses are not affected.
    /// </summary>
    /// <returns>This builder.</returns>
    public TSelf WithoutNextActions()
    {
        ThrowIfDone();
        _hasActions = false;
        return Self;
    }

    /// <summary>Adds the criteria to the profile, in the order of the framework.</summary>
    internal void Finish()
    {
        _isDone = true;
        Prepare(_entries, _leftOut);
        var missing = Framework.Criteria.Where((_, i) => _entries[i] is null && !_leftOut[i]).ToList();
        if (missing.Count > 0)
        {
            Faults.Add(
                "framework.incomplete",
                $"{Framework.Name} is incomplete: nothing is set for {QualificationFramework.NamesOf(missing)}. " +
                "Set a selector for each of them, or leave it out on purpose with LeaveOut.");
        }
        else if (Array.TrueForAll(_leftOut, leftOut => leftOut))
        {
            Faults.Add(
                "framework.empty",
                $"All criteria of {Framework.Name} are left out; at least one must be asked, or don't use the framework.");
        }

        for (var i = 0; i < _entries.Length; i++)
        {
            if (_entries[i] is not { } entry) continue;
            var criterion = Framework.Criteria[i];
            var id = Framework.IdOf(criterion);
            if (_leftOut[i])
            {
                Faults.Add("framework.left-out", id, $"{criterion.Name} is both set and left out", "it must be one of the two");
            }
            var builder = entry.Own is { } own ? own(Profile, id) : AddEvidence(entry, id, i);
            criterion.Describe(builder);
            entry.Settings?.Invoke(builder);
            if (builder.Settings.IsRequired || builder.Settings.HasWeight) continue;
            if (Framework.CriteriaAreGates) builder.Required();
            else builder.Weight(UsualPoints?.Documented ?? Framework.Weight);
        }

        if (Profile.Draft.Margin is null && Framework.NextActions.Any(action => action.Verdict == Verdict.NearMiss))
        {
            Profile.NearMissWithin(0);
        }
        if (!_hasActions) return;
        foreach (var action in Framework.NextActions) Profile.NextAction(action);
    }

    /// <summary>Adds the entry of a criterion.</summary>
    private protected TSelf Take(FrameworkCriterion criterion, FrameworkEntry<T> entry)
    {
        ThrowIfDone();
        if (IndexOf(criterion) is var index && index < 0) return Self;
        if (_entries[index] is not null)
        {
            Faults.Add("framework.repeated", Framework.IdOf(criterion), $"{criterion.Name} is set more than once", "it must be set once");
        }
        _entries[index] = entry;
        return Self;
    }

    /// <summary>Adds a criterion with a condition of the framework.</summary>
    private protected TSelf Take(
        FrameworkCriterion criterion, Action<CriterionBuilder<T>>? settings, Func<CriteriaBuilder<T>, string, CriterionBuilder<T>> add) =>
        Take(criterion, new FrameworkEntry<T> { Own = add, Settings = settings });

    /// <summary>Adds a criterion that asks for evidence.</summary>
    private protected TSelf TakeEvidence(
        FrameworkCriterion criterion,
        Func<T, EvidenceLevel?> evidence,
        Action<CriterionBuilder<T>>? settings,
        EvidenceLevel? atLeast,
        string? selectorText)
    {
        Guard.NotNull(evidence);
        return Take(
            criterion, new FrameworkEntry<T> { Evidence = evidence, Settings = settings, Least = atLeast, SelectorText = selectorText });
    }

    /// <summary>Adds a criterion that asks for evidence and reads a Boolean.</summary>
    private protected TSelf TakeFlag(
        FrameworkCriterion criterion, Func<T, bool?> confirmed, Action<CriterionBuilder<T>>? settings, EvidenceLevel? atLeast,
        string? selectorText)
    {
        Guard.NotNull(confirmed);
        return Take(
            criterion, new FrameworkEntry<T> { Flag = confirmed, Settings = settings, Least = atLeast, SelectorText = selectorText });
    }

    /// <summary>The index of a criterion; negative, and a fault, if the framework does not have it.</summary>
    private protected int IndexOf(FrameworkCriterion criterion)
    {
        var index = Framework.IndexOf(Guard.NotNull(criterion));
        if (index < 0)
        {
            var names = QualificationFramework.NamesOf(Framework.Criteria);
            Faults.Add(
                "framework.criterion",
                $"The criterion \"{criterion.Name}\" is not one of {Framework.Name}; it must be one of its own: {names}.");
        }

        return index;
    }

    private protected void ThrowIfDone()
    {
        Faults.ThrowIfClosed();
        if (_isDone) throw new InvalidOperationException(
            $"{Framework.Name} is already part of the profile; its builder works only inside the call that it is passed to.");
    }

    /// <summary>Makes the last checks before the criteria are added to the profile.</summary>
    private protected virtual void Prepare(FrameworkEntry<T>?[] entries, bool[] leftOut)
    {
    }

    /// <summary>The level that each stage asks for; <see langword="null"/> if stages make no difference.</summary>
    private protected virtual EvidenceLevel[]? LevelsOf(int index, EvidenceLevel least) => null;

    private protected virtual StageOrder<T>? StagesInUse => null;

    /// <summary>The lowest level of criteria without their own; <see langword="null"/> if it is that of the framework.</summary>
    private protected virtual EvidenceLevel? UsualLevel => null;

    /// <summary>The points by the level of evidence; <see langword="null"/> if criteria are all or nothing.</summary>
    private protected virtual (double Claimed, double Confirmed, double Documented)? UsualPoints => null;

    private protected EvidenceLevel LeastOf(int index, FrameworkEntry<T>? entry) =>
        entry?.Least ?? UsualLevel ?? Framework.Criteria[index].AtLeast;

    private CriterionBuilder<T> AddEvidence(FrameworkEntry<T> entry, string id, int index)
    {
        var least = Checked(id, LeastOf(index, entry));
        if (LevelsOf(index, least) is { } levels)
        {
            if (entry.Flag is not null) foreach (var level in levels.Distinct()) Faults.CheckFlag(id, level);
            return Profile.Criterion(id, new StagedEvidence<T>(entry.Evidence, entry.Flag, StagesInUse!, levels));
        }

        if (entry.Flag is null)
        {
            var verbs = Profile.Criterion(id, entry.Evidence!, entry.SelectorText);
            return entry.Least is null && UsualPoints is { } points
                ? verbs.Points(points.Claimed, points.Confirmed, points.Documented)
                : verbs.AtLeast(least);
        }

        Faults.CheckFlag(id, least);
        return Profile.Criterion(id, entry.Flag, entry.SelectorText).Is(new FlagEvidenceCondition(least));
    }

    private EvidenceLevel Checked(string id, EvidenceLevel level)
    {
        if (level is >= EvidenceLevel.Claimed and <= EvidenceLevel.Documented) return level;
        Faults.Add("evidence.level", id, $"the level is {level}", "it must be Claimed, Confirmed or Documented");
        return EvidenceLevel.Confirmed;
    }
}
