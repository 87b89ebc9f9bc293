namespace Sqo.Qualification;

/// <summary>Whether an opportunity has become an SQO, or stopped being one, between two decisions.</summary>
public enum Crossing
{
    /// <summary>Nothing has changed: it is an SQO in both decisions, or in neither.</summary>
    None = 0,

    /// <summary>It has become an SQO.</summary>
    Entered = 1,

    /// <summary>It is no longer an SQO: it is disqualified, a near miss, or needs discovery.</summary>
    Exited = 2,
}
