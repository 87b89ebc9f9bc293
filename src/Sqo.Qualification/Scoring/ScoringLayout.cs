using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The criteria of a profile in the order of their indexes (parts before what they make up), the logic between them, and
/// the masks that a decision needs.
/// </summary>
internal sealed class ScoringLayout
{
    /// <summary>A completeness of 1.</summary>
    public const uint Complete = 1_000_000_000;

    private readonly double _totalWeight;

    public ScoringLayout(CriterionInfo[] criteria, int[] displayOrder, GroupInfo[] groups, LogicStep[] logic, WeightedPoints strategy)
    {
        Criteria = criteria;
        DisplayOrder = displayOrder;
        Groups = groups;
        Logic = logic;
        Strategy = strategy;
        foreach (var criterion in criteria)
        {
            if (criterion.IsRequired) Gates |= 1UL << criterion.Index;
            _totalWeight += Math.Abs(criterion.Weight);
        }
    }

    public CriterionInfo[] Criteria { get; }

    /// <summary>The indexes in the order of the profile: a combination before its parts.</summary>
    public int[] DisplayOrder { get; }

    public GroupInfo[] Groups { get; }

    public LogicStep[] Logic { get; }

    public WeightedPoints Strategy { get; }

    public ulong Gates { get; }

    /// <summary>Known |weight| / total |weight|, in billionths: exact in 32 bits for shares that people write down.</summary>
    public uint CompletenessOf(ulong unknown)
    {
        if (unknown == 0) return Complete;
        double missing = 0;
        for (; unknown != 0; unknown &= unknown - 1) missing += Math.Abs(Criteria[Bits.Lowest(unknown)].Weight);
        return (uint)Math.Round((_totalWeight - missing) / _totalWeight * 1_000_000_000);
    }
}
