using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;
#if NET
using System.Numerics;
using System.Runtime.InteropServices;
#endif

namespace Sqo.Qualification;

/// <summary>
/// The criteria of a profile in the order of their indexes (parts before what they make up) and the groups they stand in: what a
/// scoring strategy works on. Immutable.
/// </summary>
public sealed class ScoringLayout
{
    /// <summary>A completeness of 1.</summary>
    internal const uint Complete = 1_000_000_000;

    internal readonly CriterionInfo[] All;
    internal readonly GroupInfo[] AllGroups;

    /// <summary>The criteria with a weight, by their indexes.</summary>
    internal CriterionInfo[] ScoredCriteria => Late.Of(ref _scored) ?? Late.Keep(ref _scored, Array.FindAll(All, criterion => criterion.Weight != 0));

    /// <summary>The indexes in the order of the profile: a combination before its parts.</summary>
    internal readonly int[] DisplayOrder;

    internal readonly LogicStep[] Logic;

    /// <summary>The criteria that are gates, as a mask.</summary>
    internal readonly ulong Gates;

    private CriterionInfo[]? _scored;

    // By criterion, the least value that counts as met.
    private readonly double[] _metFrom;
    private readonly double _totalWeight;

    internal ScoringLayout(CriterionInfo[] criteria, int[] displayOrder, GroupInfo[] groups, GroupInfo? total, LogicStep[] logic)
    {
        All = criteria;
        DisplayOrder = displayOrder;
        AllGroups = groups;
        Total = total;
        Logic = logic;
        _metFrom = new double[criteria.Length];
        foreach (var criterion in criteria)
        {
            if (criterion.IsRequired) Gates |= 1UL << criterion.Index;
            _metFrom[criterion.Index] = criterion.Settings.MetFrom;
            _totalWeight += Math.Abs(criterion.Settings.Weight);
        }
    }

    /// <summary>The criteria, by their indexes.</summary>
    public IReadOnlyList<CriterionInfo> Criteria => All;

    /// <summary>The criteria that a score is made of: those with a weight other than 0, by their indexes.</summary>
    public IReadOnlyList<CriterionInfo> Scored => ScoredCriteria;

    /// <summary>The groups in the order of the profile, each before those inside it.</summary>
    public IReadOnlyList<GroupInfo> Groups => AllGroups;

    /// <summary>The bounds of the whole profile, as a group that everything stands in; <see langword="null"/> when it has none.</summary>
    public GroupInfo? Total { get; }

    /// <summary>Known |weight| / total |weight|, in billionths: exact in 32 bits for shares that people write down.</summary>
    internal uint CompletenessOf(ulong unknown) => unknown == 0 ? Complete : CompletenessWithout(unknown);

    private uint CompletenessWithout(ulong unknown)
    {
        double missing = 0;
        for (; unknown != 0; unknown &= unknown - 1) missing += Math.Abs(All[Bits.Lowest(unknown)].Weight);
        return (uint)Math.Round((_totalWeight - missing) / _totalWeight * 1_000_000_000);
    }

    /// <summary>What a criterion is a part of in the end, itself if of nothing; <see langword="null"/> when something on the way there is known.</summary>
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

    /// <summary>A sheet on which nothing is known.</summary>
    internal AnswerSheet NothingKnown()
    {
        var sheet = new AnswerSheet(All.Length);
        for (var i = 0; i < All.Length; i++) sheet.Answers[i] = Answer.Unknown;
        return sheet;
    }

    /// <summary>Which answers are unmet, and which unknown.</summary>
    internal void MasksOf(Answer[] answers, out ulong unmet, out ulong unknown)
    {
        ulong unmetBits = 0;
        ulong unknownBits = 0;
        var metFrom = _metFrom;
        // Comparisons instead of branches: whether a deal meets a criterion is hard to foresee. No vectors: their types take a millisecond to
        // load at the first decision of a process.
        for (var i = 0; i < metFrom.Length; i++)
        {
            var value = answers[i].Raw;
            unmetBits |= (value < metFrom[i] ? 1UL : 0) << i;
            unknownBits |= (double.IsNaN(value) ? 1UL : 0) << i;
        }

        unmet = unmetBits;
        unknown = unknownBits;
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
            for (var i = 0; i < All.Length; i++) sheet.Answers[i] = columns.Answers[i][row];
            MasksOf(sheet.Answers, out columns.Unmet[row], out columns.Unknown[row]);
        }

        AnswerSheet.Return(sheet);
    }

#if NET
    /// <summary>Whole vectors of rows. Returns how many rows are done; fewer than a vector may be left.</summary>
    private int MarkLanes(AnswerColumns columns, int count, ulong criteria)
    {
        var rows = count - (count % Vector<double>.Count);
        Array.Clear(columns.Unmet, 0, rows);
        Array.Clear(columns.Unknown, 0, rows);
        for (var i = 0; i < All.Length; i++)
        {
            var bit = 1UL << i;
            if ((criteria & bit) == 0) continue;
            var values = MemoryMarshal.Cast<Answer, double>(columns.Answers[i].AsSpan());
            if (Lanes.MarkBelow(values, _metFrom[i], bit, columns.Unmet, rows)) Lanes.MarkNaN(values, bit, columns.Unknown, rows);
        }

        return rows;
    }
#endif
}
