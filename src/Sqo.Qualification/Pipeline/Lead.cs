using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The standard record of a lead, from which an opportunity may follow; most leads have none. Unknown values are <see langword="null"/>.
/// Immutable; created by <see cref="From"/> from the caller's records.
/// </summary>
public sealed class Lead
{
    internal Lead(string id, LeadDraft draft, FunnelTimes funnel, Contact[]? contacts, Touchpoint[] touchpoints, FieldValues fields)
    {
        Id = id;
        Name = PipelineText.OrNull(draft.Name);
        Account = PipelineText.OrNull(draft.Account);
        Owner = PipelineText.OrNull(draft.Owner);
        Source = PipelineText.OrNull(draft.Source);
        Campaign = PipelineText.OrNull(draft.Campaign);
        Funnel = funnel;
        Contacts = contacts is null ? null : Array.AsReadOnly(contacts);
        Touchpoints = touchpoints.Length == 0 ? [] : Array.AsReadOnly(touchpoints);
        Fields = fields;
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The name.</summary>
    public string? Name { get; }

    /// <summary>The possible customer.</summary>
    public string? Account { get; }

    /// <summary>The owner, who works on the lead.</summary>
    public string? Owner { get; }

    /// <summary>The source of the lead.</summary>
    public string? Source { get; }

    /// <summary>The campaign that it came from.</summary>
    public string? Campaign { get; }

    /// <summary>When it reached the stages of the funnel.</summary>
    public FunnelTimes Funnel { get; }

    /// <summary>The people at the customer; <see langword="null"/> when unknown, empty when there are none.</summary>
    public IReadOnlyList<Contact>? Contacts { get; }

    /// <summary>The contacts with the customer, by time, then id.</summary>
    public IReadOnlyList<Touchpoint> Touchpoints { get; }

    /// <summary>Custom fields by name, compared character by character.</summary>
    public IReadOnlyDictionary<string, string?> Fields { get; }

    /// <summary>Reads the caller's records, and rejects them all if any has a fault.</summary>
    /// <typeparam name="T">The type of the caller's records.</typeparam>
    /// <param name="records">The records, in any order.</param>
    /// <param name="fill">Fills a draft from a record.</param>
    /// <returns>The leads, in the order of the records.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="RecordException">Records have faults; the exception lists every fault of every record.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="fill"/> threw; the message gives the position of the record.</exception>
    public static IReadOnlyList<Lead> From<T>(IEnumerable<T> records, Action<T, LeadDraft> fill) =>
        Validate(records, fill).AllOrThrow("leads");

    /// <summary>Reads the caller's records, and returns the valid ones together with the faults of the others.</summary>
    /// <typeparam name="T">The type of the caller's records.</typeparam>
    /// <param name="records">The records, in any order. Of several valid records with the same id, the first is kept.</param>
    /// <param name="fill">Fills a draft from a record.</param>
    /// <returns>The leads and the faults.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="fill"/> threw; the message gives the position of the record.</exception>
    public static RecordValidation<Lead> Validate<T>(IEnumerable<T> records, Action<T, LeadDraft> fill)
    {
        var reader = new LeadReader();
        reader.Read(Guard.NotNull(records), Guard.NotNull(fill));
        return new(reader.Records, reader.Faults, reader.Count);
    }

    /// <summary>Creates one lead.</summary>
    /// <param name="fill">Fills the draft.</param>
    /// <returns>The lead.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fill"/> is <see langword="null"/>.</exception>
    /// <exception cref="RecordException">The lead has faults; the exception lists them all.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="fill"/> threw.</exception>
    public static Lead Create(Action<LeadDraft> fill)
    {
        Guard.NotNull(fill);
        return From([fill], (action, draft) => action(draft))[0];
    }

    /// <summary>Returns the id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
