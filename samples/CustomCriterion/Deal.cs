using System;

namespace CustomCriterion;

/// <summary>A company that may move its IT service to us. A null is not known.</summary>
internal sealed record Deal(string Company)
{
    public string? OrganizationNumber { get; init; }

    public string? ContactEmail { get; init; }

    public int? Seats { get; init; }

    /// <summary>The day that the contract with the present supplier ends.</summary>
    public DateTime? ContractEnds { get; init; }

    /// <summary>How many days before that it has to be given notice; else it goes on for a year.</summary>
    public int? NoticeDays { get; init; }
}
