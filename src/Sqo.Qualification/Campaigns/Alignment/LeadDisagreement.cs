using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>A lead that marketing, sales and the profile disagree about. Immutable.</summary>
public sealed class LeadDisagreement
{
    private readonly string[] _criteria;

    internal LeadDisagreement(string leadId, string? campaign, DisagreementKind kind, string[] criteria)
    {
        LeadId = leadId;
        Campaign = campaign;
        Kind = kind;
        _criteria = criteria;
    }

    /// <summary>The id of the lead.</summary>
    public string LeadId { get; }

    /// <summary>Its campaign; <see langword="null"/> if it is unknown.</summary>
    public string? Campaign { get; }

    /// <summary>How they disagree.</summary>
    public DisagreementKind Kind { get; }

    /// <summary>
    /// The ids of the criteria that disqualify it, in the order of the profile: the required ones that it misses; if there are none, all
    /// that it misses. Empty if the profile qualifies it.
    /// </summary>
    public IReadOnlyList<string> Criteria => Array.AsReadOnly(_criteria);

    /// <summary>The id and the kind, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{LeadId}: {Kind}";
}
