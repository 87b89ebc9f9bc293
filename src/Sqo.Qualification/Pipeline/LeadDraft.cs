using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// A lead as it is filled in from the caller's record; properties that are not set are unknown. It is valid only inside the call that
/// fills it: the draft is cleared and reused for the next record.
/// </summary>
public sealed class LeadDraft : IRecordDraft
{
    private readonly Dictionary<FunnelStage, EventTime?> _funnel = [];
    private readonly Dictionary<string, string?> _fields = new(StringComparer.Ordinal);

    internal LeadDraft()
    {
    }

    /// <summary>The id, unique within a list; compared character by character.</summary>
    public string? Id { get; set; }

    /// <summary>The name.</summary>
    public string? Name { get; set; }

    /// <summary>The possible customer.</summary>
    public string? Account { get; set; }

    /// <summary>The owner, who works on the lead.</summary>
    public string? Owner { get; set; }

    /// <summary>The source, such as "organic search".</summary>
    public string? Source { get; set; }

    /// <summary>The campaign that it came from.</summary>
    public string? Campaign { get; set; }

    /// <summary>
    /// When it first reached each stage of the funnel: <c>l.Funnel[FunnelStage.Lead] = EventTime.OnDay(r.Created)</c>.
    /// </summary>
    public IDictionary<FunnelStage, EventTime?> Funnel => _funnel;

    /// <summary>The people at the customer; <see langword="null"/> when unknown, empty when there are none.</summary>
    public IEnumerable<Contact>? Contacts { get; set; }

    /// <summary>The contacts with the customer, in any order.</summary>
    public IEnumerable<Touchpoint>? Touchpoints { get; set; }

    /// <summary>Custom fields by name, compared character by character. Blank values are unknown.</summary>
    public IDictionary<string, string?> Fields => _fields;

    Dictionary<FunnelStage, EventTime?> IRecordDraft.FunnelTable => _funnel;

    Dictionary<string, string?> IRecordDraft.FieldTable => _fields;

    void IRecordDraft.Clear()
    {
        Id = Name = Account = Owner = Source = Campaign = null;
        Contacts = null;
        Touchpoints = null;
        if (_funnel.Count > 0) _funnel.Clear();
        if (_fields.Count > 0) _fields.Clear();
    }
}
