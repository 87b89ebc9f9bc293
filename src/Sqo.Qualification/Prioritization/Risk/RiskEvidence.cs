namespace Sqo.Qualification;

/// <summary>What a finding is based on.</summary>
public enum RiskEvidence
{
    /// <summary>Nothing: it is unknown.</summary>
    None = 0,

    /// <summary>The record as it is.</summary>
    Record = 1,

    /// <summary>Stored snapshots.</summary>
    Snapshots = 2,
}
