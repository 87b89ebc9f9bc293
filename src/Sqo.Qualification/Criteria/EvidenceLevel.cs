namespace Sqo.Qualification;

/// <summary>How well something said of an opportunity is supported.</summary>
public enum EvidenceLevel
{
    /// <summary>Nobody has asked, or nobody has answered. A criterion on evidence answers unknown.</summary>
    Unknown = 0,

    /// <summary>Somebody on either side has said so.</summary>
    Claimed = 1,

    /// <summary>The person it concerns has confirmed it.</summary>
    Confirmed = 2,

    /// <summary>It stands in writing.</summary>
    Documented = 3,
}
