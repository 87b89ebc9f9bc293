namespace Sqo.Qualification;

/// <summary>The criteria of a profile with their groups, combinations and prerequisites. Immutable.</summary>
internal sealed class LayoutTree(
    CriterionInfo[] criteria, int[] displayOrder, GroupInfo[] groups, LogicStep[] logic, PrerequisiteInfo[] prerequisites)
{
    /// <summary>The criteria, by their indexes.</summary>
    public readonly CriterionInfo[] Criteria = criteria;

    /// <summary>The indexes in the order of the profile: a combination before its parts.</summary>
    public readonly int[] DisplayOrder = displayOrder;

    public readonly GroupInfo[] Groups = groups;

    public readonly LogicStep[] Logic = logic;

    /// <summary>The criteria that are prerequisites of others.</summary>
    public readonly PrerequisiteInfo[] Prerequisites = prerequisites;

    /// <summary>The tree of criteria without groups, combinations and prerequisites.</summary>
    public static LayoutTree Flat(CriterionDeclaration[] declarations)
    {
        var criteria = new CriterionInfo[declarations.Length];
        var order = new int[declarations.Length];
        for (var i = 0; i < criteria.Length; i++) (criteria[i], order[i]) = (new(declarations[i], i, null, null), i);
        return new(criteria, order, [], [], []);
    }
}
