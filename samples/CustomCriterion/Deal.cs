using System;

namespace CustomCriterion;

/// <summary>A company that may move its IT service to us. A null value is unknown.</summary>
internal sealed record Deal(string Company)
{
    public string? OrganizationNumber { get; init; }

    public string? ContactEmail { get; init; }

    public int? Seats { get; init; }

    /// <summary>The day on which the contract with the current supplier ends.</summary>
    public DateTime? ContractEnds { get; init; }

    /// <summary>The notice period in days; without notice, the contract is extended by a year.</summary>
    public int? NoticeDays { get; init; }
}
