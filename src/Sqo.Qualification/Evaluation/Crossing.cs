namespace Sqo.Qualification;

/// <summary>How an opportunity has moved between two decisions, as to being an SQO.</summary>
public enum Crossing
{
    /// <summary>It was one and still is, or was none and still is none.</summary>
    None = 0,

    /// <summary>It has become an SQO.</summary>
    Entered = 1,

    /// <summary>It is an SQO no more: disqualified, a near miss, or with an answer unknown again that could decide.</summary>
    Exited = 2,
}
