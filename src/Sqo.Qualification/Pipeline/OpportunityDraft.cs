using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// An opportunity as it is filled in from the caller's record; properties that are not set are unknown. It is valid only inside the call
/// that fills it: the draft is cleared and reused for the next record.
/// </summary>
public sealed class OpportunityDraft : IRecordDraft
{
    private readonly Dictionary<FunnelStage, EventTime?> _funnel = [];
    private readonly Dictionary<string, string?> _fields = new(StringComparer.Ordinal);

    internal OpportunityDraft()
    {
    }

    /// <summary>The id, unique within a list; compared character by character.</summary>
    public string? Id { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The customer.</summary>
    public string? Account { get; set; }

    /// <summary>The owner, who sells.</summary>
    public string? Owner { get; set; }

    /// <summary>The product sold.</summary>
    public string? Product { get; set; }

    /// <summary>The estimate of its value while open, 0 or above.</summary>
    /// <value>The default is the sum of <see cref="RecurringAmount"/> and <see cref="OneOffAmount"/>, if both are given.</value>
    public decimal? Amount { get; set; }

    /// <summary>The part of <see cref="Amount"/> that recurs, such as a subscription, from 0 to the amount.</summary>
    /// <value>The default is the amount less the other part, if both of these are given.</value>
    public decimal? RecurringAmount { get; set; }

    /// <summary>The part of <see cref="Amount"/> that is paid once, such as the set-up, from 0 to the amount.</summary>
    /// <value>The default is the amount less the other part, if both of these are given.</value>
    public decimal? OneOffAmount { get; set; }

    /// <summary>The code of the currency of all amounts.</summary>
    public string? Currency { get; set; }

    /// <summary>The stage that it is in, or was closed in.</summary>
    /// <value>The default is the last of <see cref="StageChanges"/>.</value>
    public string? Stage { get; set; }

    /// <summary>The forecast category.</summary>
    public ForecastCategory? Category { get; set; }

    /// <summary>The probability that the CRM or the seller gives, from 0 to 1.</summary>
    public double? Probability { get; set; }

    /// <summary>The day it was created.</summary>
    public DateTime? Created { get; set; }

    /// <summary>The day it is expected to close.</summary>
    public DateTime? ExpectedClose { get; set; }

    /// <summary>The day it was won or lost.</summary>
    public DateTime? Closed { get; set; }

    /// <summary>The outcome: open, won or lost.</summary>
    /// <value>The default is <see cref="OpportunityOutcome.Open"/>.</value>
    public OpportunityOutcome Outcome { get; set; }

    /// <summary>The amount that it was closed at, 0 or above, if different from <see cref="Amount"/>.</summary>
    public decimal? ClosedAmount { get; set; }

    /// <summary>The id of the lead that it followed from; blank means unknown or none.</summary>
    public string? LeadId { get; set; }

    /// <summary>
    /// When it first reached each stage of the funnel: <c>o.Funnel[FunnelStage.QualifiedOpportunity] = EventTime.At(d.QualifiedAt)</c>.
    /// </summary>
    /// <remarks>The time of <see cref="FunnelStage.Closed"/> must lie on the day of <see cref="Closed"/>, which must be set too.</remarks>
    public IDictionary<FunnelStage, EventTime?> Funnel => _funnel;

    /// <summary>The people at the customer; <see langword="null"/> when unknown, empty when there are none.</summary>
    public IEnumerable<Contact>? Contacts { get; set; }

    /// <summary>The campaign that it came from.</summary>
    public string? Campaign { get; set; }

    /// <summary>The competitors; <see langword="null"/> when unknown, empty when there are none. Blank names are left out.</summary>
    public IEnumerable<string?>? Competitors { get; set; }

    /// <summary>The contacts with the customer, in any order.</summary>
    public IEnumerable<Touchpoint>? Touchpoints { get; set; }

    /// <summary>The stages that it entered, in any order.</summary>
    public IEnumerable<StageChange>? StageChanges { get; set; }

    /// <summary>
    /// Custom fields by name, compared character by character: <c>o.Fields["region"] = d.Region</c>. Blank values are unknown.
    /// </summary>
    public IDictionary<string, string?> Fields => _fields;

    Dictionary<FunnelStage, EventTime?> IRecordDraft.FunnelTable => _funnel;

    Dictionary<string, string?> IRecordDraft.FieldTable => _fields;

    void IRecordDraft.Clear()
    {
        Id = Name = Account = Owner = Product = Currency = Stage = LeadId = Campaign = null;
        Amount = RecurringAmount = OneOffAmount = ClosedAmount = null;
        Category = null;
        Probability = null;
        Created = ExpectedClose = Closed = null;
        Outcome = OpportunityOutcome.Open;
        Competitors = null;
        Contacts = null;
        Touchpoints = null;
        StageChanges = null;
        if (_funnel.Count > 0) _funnel.Clear();
        if (_fields.Count > 0) _fields.Clear();
    }
}
