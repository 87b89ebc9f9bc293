namespace Sqo.Qualification;

/// <summary>How well a statement about an opportunity is supported.</summary>
public enum EvidenceLevel
{
    /// <summary>Nobody has asked, or nobody has answered. A criterion on evidence answers unknown.</summary>
    Unknown = 0,

    /// <summary>Somebody on either side has claimed it.</summary>
    Claimed = 1,

    /// <summary>The person it concerns has confirmed it.</summary>
    Confirmed = 2,

    /// <summary>It is in writing.</summary>
    Documented = 3,
}
