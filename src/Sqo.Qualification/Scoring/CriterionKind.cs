namespace Sqo.Qualification;

/// <summary>How a criterion is answered.</summary>
public enum CriterionKind
{
    /// <summary>By a condition, a curve or a custom rule.</summary>
    Condition = 0,

    /// <summary>Met when all of its parts are.</summary>
    AllOf = 1,

    /// <summary>Met when any of its parts is.</summary>
    AnyOf = 2,

    /// <summary>Met when none of its parts is.</summary>
    NoneOf = 3,

    /// <summary>Met when at least a number of its parts are.</summary>
    AtLeast = 4,
}
