namespace Sqo.Qualification;

/// <summary>How a criterion comes to its answer.</summary>
public enum CriterionKind
{
    /// <summary>By a test, a curve or a rule of its own.</summary>
    Test = 0,

    /// <summary>Met when all of its parts are.</summary>
    AllOf = 1,

    /// <summary>Met when any of its parts is.</summary>
    AnyOf = 2,

    /// <summary>Met when none of its parts is.</summary>
    NoneOf = 3,

    /// <summary>Met when at least a number of its parts are.</summary>
    AtLeast = 4,
}
