using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;
#if NET
using System.Numerics;
using System.Runtime.InteropServices;
#endif

namespace Sqo.Qualification;

/// <summary>
/// The criteria of a profile in the order of their indexes (parts before their combination) and their groups, for a
/// scoring strategy. Immutable.
/// </summary>
public sealed class ScoringLayout
{
    /// <summary>A completeness of 1.</summary>
    internal const uint Complete = 1_000_000_000;

    /// <summary>What the criteria declare, by their indexes.</summary>
    internal readonly CriterionDeclaration[] Declarations;

    internal CriterionInfo[] All => Tree.Criteria;

    internal GroupInfo[] AllGroups => Tree.Groups;

    /// <summary>The criteria with a weight, by their indexes.</summary>
    internal CriterionInfo[] ScoredCriteria =>
        LazyField.Of(ref _scored) ?? LazyField.Keep(ref _scored, Array.FindAll(All, criterion => criterion.Weight != 0));

    /// <summary>The indexes in the order of the profile: a combination before its parts.</summary>
    internal int[] DisplayOrder => Tree.DisplayOrder;

    internal LogicStep[] Logic => Tree.Logic;

    /// <summary>The criteria that are prerequisites of others.</summary>
    internal PrerequisiteInfo[] Prerequisites => Tree.Prerequisites;

    /// <summary>Whether there are such criteria.</summary>
    internal readonly bool HasPrerequisites;

    /// <summary>Whether points of a criterion decay.</summary>
    internal readonly bool HasDecay;

    /// <summary>The criteria that are gates, as a mask.</summary>
    internal readonly ulong Gates;

    /// <summary>Whether every answer is final as its condition gives it: no combination, no decay, no prerequisite.</summary>
    internal readonly bool AnswersAreFinal;

    /// <summary>Whether points are weights times answers: no group, no bounds, no decay, no prerequisite.</summary>
    internal readonly bool IsPlain;

    private readonly double _totalWeight;

    // Made when needed: a decision by a plain sum does without these.
    private LayoutTree? _tree;
    private CriterionInfo[]? _scored;
    private double[]? _metFrom;

    /// <summary>The layout of criteria without groups, combinations and prerequisites.</summary>
    internal ScoringLayout(CriterionDeclaration[] declarations, GroupInfo? total)
    {
        Declarations = declarations;
        Total = total;
        for (var i = 0; i < declarations.Length; i++)
        {
            var settings = declarations[i];
            if (settings.IsRequired) Gates |= 1UL << i;
            HasDecay |= settings.DecayDate is not null;
            _totalWeight += Math.Abs(settings.Weight);
        }

        AnswersAreFinal = !HasDecay;
        IsPlain = !HasDecay && total is null;
    }

    /// <summary>The layout of criteria with groups, combinations or prerequisites.</summary>
    internal ScoringLayout(LayoutTree tree, GroupInfo? total)
        : this(Array.ConvertAll(tree.Criteria, criterion => criterion.Settings), total)
    {
        _tree = tree;
        HasPrerequisites = tree.Prerequisites.Length > 0;
        AnswersAreFinal &= !HasPrerequisites && tree.Logic.Length == 0;
        IsPlain &= !HasPrerequisites && tree.Groups.Length == 0;
    }

    private LayoutTree Tree => LazyField.Of(ref _tree) ?? LazyField.Keep(ref _tree, LayoutTree.Flat(Declarations));

    /// <summary>The criteria, by their indexes.</summary>
    public IReadOnlyList<CriterionInfo> Criteria => field ??= Array.AsReadOnly(All);

    /// <summary>The criteria that count in the score: those with a weight other than 0, by their indexes.</summary>
    public IReadOnlyList<CriterionInfo> Scored => field ??= Array.AsReadOnly(ScoredCriteria);

    /// <summary>The groups in the order of the profile, each before those inside it.</summary>
    public IReadOnlyList<GroupInfo> Groups => field ??= Array.AsReadOnly(AllGroups);

    /// <summary>The bounds of the whole profile, as a group around all others; <see langword="null"/> when it has none.</summary>
    public GroupInfo? Total { get; }

    // By criterion, the lowest value that counts as met.
    private double[] MetFrom =>
        LazyField.Of(ref _metFrom) ?? LazyField.Keep(ref _metFrom, Array.ConvertAll(Declarations, criterion => criterion.MetFrom));

    /// <summary>
    /// Known |weight| / total |weight| of the criteria that count, in billionths: exact in 32 bits for typical shares. A criterion
    /// whose prerequisite is unknown may count, and is not known.
    /// </summary>
    internal uint CompletenessOf(ulong unmet, ulong unknown) => unknown == 0 ? Complete : CompletenessWithout(unmet, unknown);

    private uint CompletenessWithout(ulong unmet, ulong unknown)
    {
        var total = _totalWeight;
        if (HasPrerequisites)
        {
            ulong left = ulong.MaxValue;
            foreach (var prerequisite in Prerequisites)
            {
                var bit = 1UL << prerequisite.Criterion.Index;
                if ((unmet & bit) != 0) left &= ~prerequisite.Dependents;
                else if ((unknown & bit) != 0) unknown |= prerequisite.Dependents;
            }

            total = 0;
            for (var i = 0; i < Declarations.Length; i++)
            {
                if ((left & (1UL << i)) != 0) total += Math.Abs(Declarations[i].Weight);
            }
        }

        double missing = 0;
        for (; unknown != 0; unknown &= unknown - 1) missing += Math.Abs(Declarations[Bits.Lowest(unknown)].Weight);
        return (uint)Math.Round((total - missing) / total * 1_000_000_000);
    }

    /// <summary>The prerequisites that are met and those that are unknown.</summary>
    internal PrerequisiteStates PrerequisitesOf(AnswerSheet sheet)
    {
        uint met = 0;
        uint unknown = 0;
        for (var i = 0; i < Prerequisites.Length; i++)
        {
            var prerequisite = Prerequisites[i].Criterion;
            var value = sheet.Answers[prerequisite.Index].Raw;
            met |= (value >= prerequisite.MetFrom ? 1U : 0) << i;
            unknown |= (double.IsNaN(value) ? 1U : 0) << i;
        }

        return new PrerequisiteStates(met, unknown);
    }

    /// <summary>The index of a criterion among the prerequisites; -1 when it is not a prerequisite.</summary>
    internal int PlaceOf(CriterionInfo criterion)
    {
        for (var i = 0; i < Prerequisites.Length; i++)
        {
            if (Prerequisites[i].Criterion == criterion) return i;
        }

        return -1;
    }

    /// <summary>Why the profile needs a criterion; <see langword="null"/> if it doesn't.</summary>
    internal string? ReasonToKeep(CriterionInfo criterion)
    {
        if (criterion.Parent is { } parent) return $"it is a part of the combination \"{parent.Id}\"; leave out the whole combination";
        var others = 0;
        foreach (var other in All)
        {
            if (other == criterion) continue;
            if (other.Prerequisite == criterion) return $"\"{other.Id}\" counts only when it is met";
            if (other.Settings.HasWeight && other.Weight != 0) others++;
        }

        return criterion.Settings.HasWeight && criterion.Weight != 0 && others == 0 ? "it has the only weight" : null;
    }

    /// <summary>The greatest |weight| that depends on a criterion: its own, or that of a criterion that counts only if it is met.</summary>
    internal double StakeOf(CriterionInfo criterion)
    {
        var stake = Math.Abs(criterion.Weight);
        if (PlaceOf(criterion) is >= 0 and var place)
        {
            for (var left = Prerequisites[place].Dependents; left != 0; left &= left - 1)
            {
                stake = Math.Max(stake, Math.Abs(Declarations[Bits.Lowest(left)].Weight));
            }
        }

        return stake;
    }

    /// <summary>The outermost criterion that a criterion is a part of, or itself; <see langword="null"/> when one on the way there is
    /// known.</summary>
    internal CriterionInfo? OpenRootOf(int index, ulong unknown)
    {
        var criterion = All[index];
        while ((unknown & (1UL << criterion.Index)) != 0)
        {
            if (criterion.Parent is not { } parent) return criterion;
            criterion = parent;
        }

        return null;
    }

    /// <summary>A sheet with only unknown answers.</summary>
    internal AnswerSheet NothingKnown()
    {
        var sheet = new AnswerSheet(Declarations.Length);
        for (var i = 0; i < Declarations.Length; i++) sheet.Answers[i] = Answer.Unknown;
        return sheet;
    }

    /// <summary>Gets the unmet answers and the unknown ones.</summary>
    internal void MasksOf(Answer[] answers, out ulong unmet, out ulong unknown)
    {
        ulong unmetBits = 0;
        ulong unknownBits = 0;
        var metFrom = MetFrom;
        // Comparisons instead of branches: whether a deal meets a criterion is hard to predict. No vectors: their types take a millisecond
        // to load at the first decision of a process.
        for (var i = 0; i < metFrom.Length; i++)
        {
            var value = answers[i].Raw;
            unmetBits |= (value < metFrom[i] ? 1UL : 0) << i;
            unknownBits |= (double.IsNaN(value) ? 1UL : 0) << i;
        }

        unmet = unmetBits;
        unknown = unknownBits;
        if (HasPrerequisites) DropWhatIsNotInForce(ref unmet, ref unknown);
    }

    /// <summary>A criterion whose prerequisite is unmet is itself neither unmet nor unknown.</summary>
    private void DropWhatIsNotInForce(ref ulong unmet, ref ulong unknown)
    {
        foreach (var prerequisite in Prerequisites)
        {
            if ((unmet & (1UL << prerequisite.Criterion.Index)) == 0) continue;
            unmet &= ~prerequisite.Dependents;
            unknown &= ~prerequisite.Dependents;
        }
    }

    /// <summary>The same for the first rows of columns, at least for the criteria of a mask.</summary>
    internal void MarkMany(AnswerColumns columns, int count, ulong criteria, bool vectorized)
    {
        var done = 0;
#if NET
        if (vectorized && Vector.IsHardwareAccelerated) done = MarkLanes(columns, count, criteria);
#else
        _ = (criteria, vectorized);
#endif
        if (done == count) return;
        var sheet = AnswerSheet.Rent();
        for (var row = done; row < count; row++)
        {
            for (var i = 0; i < Declarations.Length; i++) sheet.Answers[i] = columns.Answers[i][row];
            MasksOf(sheet.Answers, out columns.Unmet[row], out columns.Unknown[row]);
        }

        AnswerSheet.Return(sheet);
    }

#if NET
    /// <summary>Marks whole vectors of rows. Returns how many rows are done; fewer than a vector may be left.</summary>
    private int MarkLanes(AnswerColumns columns, int count, ulong criteria)
    {
        var rows = count - (count % Vector<double>.Count);
        Array.Clear(columns.Unmet, 0, rows);
        Array.Clear(columns.Unknown, 0, rows);
        for (var i = 0; i < Declarations.Length; i++)
        {
            var bit = 1UL << i;
            if ((criteria & bit) == 0) continue;
            var values = MemoryMarshal.Cast<Answer, double>(columns.Answers[i].AsSpan());
            if (VectorArithmetic.MarkBelow(values, MetFrom[i], bit, columns.Unmet, rows)) VectorArithmetic.MarkNaN(
                values, bit, columns.Unknown, rows);
        }

        if (HasPrerequisites)
        {
            for (var row = 0; row < rows; row++) DropWhatIsNotInForce(ref columns.Unmet[row], ref columns.Unknown[row]);
        }

        return rows;
    }
#endif
}
