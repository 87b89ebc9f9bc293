using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The standard record of a lead, which an opportunity may follow from; most have none. What is unknown is <see langword="null"/>.
/// Immutable; made by <see cref="From"/> from the caller's own records.
/// </summary>
public sealed class Lead
{
    private readonly Touchpoint[] _touchpoints;

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
        _touchpoints = touchpoints;
        Fields = fields;
    }

    /// <summary>What it is known by.</summary>
    public string Id { get; }

    /// <summary>Its name.</summary>
    public string? Name { get; }

    /// <summary>The possible customer.</summary>
    public string? Account { get; }

    /// <summary>Who works it.</summary>
    public string? Owner { get; }

    /// <summary>Where it came from.</summary>
    public string? Source { get; }

    /// <summary>The campaign that it came from.</summary>
    public string? Campaign { get; }

    /// <summary>When it reached the stages of the funnel.</summary>
    public FunnelTimes Funnel { get; }

    /// <summary>The people at the customer; <see langword="null"/> when unknown, empty when there is none.</summary>
    public IReadOnlyList<Contact>? Contacts { get; }

    /// <summary>The contacts with the customer, by time, then id.</summary>
    public IReadOnlyList<Touchpoint> Touchpoints => _touchpoints.Length == 0 ? [] : Array.AsReadOnly(_touchpoints);

    /// <summary>Custom fields by name, compared character by character.</summary>
    public IReadOnlyDictionary<string, string?> Fields { get; }

    /// <summary>Reads the caller's records, and refuses them all when one can't be right.</summary>
    /// <typeparam name="T">The type of the caller's records.</typeparam>
    /// <param name="records">The records, in any order.</param>
    /// <param name="fill">Fills a draft from a record.</param>
    /// <returns>The leads, in the order of the records.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="RecordException">Records can't be right; it lists every fault of every record.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="fill"/> has thrown; the message names the place of the
    /// record.</exception>
    public static IReadOnlyList<Lead> From<T>(IEnumerable<T> records, Action<T, LeadDraft> fill) =>
        Validate(records, fill).AllOrThrow("leads");

    /// <summary>Reads the caller's records, and gives the good ones beside the faults of the others.</summary>
    /// <typeparam name="T">The type of the caller's records.</typeparam>
    /// <param name="records">The records, in any order. Of several with one id the first is good.</param>
    /// <param name="fill">Fills a draft from a record.</param>
    /// <returns>The leads and the faults.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="fill"/> has thrown; the message names the place of the
    /// record.</exception>
    public static RecordValidation<Lead> Validate<T>(IEnumerable<T> records, Action<T, LeadDraft> fill)
    {
        var reader = new LeadReader();
        reader.Read(Guard.NotNull(records), Guard.NotNull(fill));
        return new(reader.Records, reader.Faults, reader.Count);
    }

    /// <summary>Makes one lead.</summary>
    /// <param name="fill">Fills the draft.</param>
    /// <returns>The lead.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="fill"/> is <see langword="null"/>.</exception>
    /// <exception cref="RecordException">It can't be right; every fault is listed.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="fill"/> has thrown.</exception>
    public static Lead Create(Action<LeadDraft> fill)
    {
        Guard.NotNull(fill);
        return From([fill], (action, draft) => action(draft))[0];
    }

    /// <summary>Its id.</summary>
    /// <returns>The id.</returns>
    public override string ToString() => Id;
}
