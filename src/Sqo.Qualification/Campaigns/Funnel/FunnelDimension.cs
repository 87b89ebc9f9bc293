using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What leads are grouped by: their campaign, channel, source, or anything else. A lead whose own value is unknown has that of the first of
/// its opportunities with a value. Immutable.
/// </summary>
public sealed class FunnelDimension
{
    private readonly Func<Lead, int, string?> _ofLead;
    private readonly Func<Opportunity, int, string?> _ofOpportunity;

    /// <summary>Creates a custom dimension.</summary>
    /// <param name="ofLead">The value of a lead; blank when unknown.</param>
    /// <param name="ofOpportunity">
    /// The value of an opportunity, for those without a lead, and for leads whose value is unknown. The default is unknown.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="ofLead"/> is <see langword="null"/>.</exception>
    public FunnelDimension(Func<Lead, string?> ofLead, Func<Opportunity, string?>? ofOpportunity = null)
    {
        Guard.NotNull(ofLead);
        _ofLead = (lead, _) => ofLead(lead);
        _ofOpportunity = (opportunity, _) => ofOpportunity?.Invoke(opportunity);
    }

    private FunnelDimension(Func<Lead, int, string?> ofLead, Func<Opportunity, int, string?> ofOpportunity)
    {
        _ofLead = ofLead;
        _ofOpportunity = ofOpportunity;
    }

    /// <summary>The campaign.</summary>
    public static FunnelDimension Campaign { get; } = new(lead => lead.Campaign, opportunity => opportunity.Campaign);

    /// <summary>The source of the lead; opportunities without a lead have none.</summary>
    public static FunnelDimension Source { get; } = new(lead => lead.Source);

    /// <summary>The channel of the first touch up to the given day. The credit of all touches is a matter of attribution.</summary>
    public static FunnelDimension Channel { get; } = new(
        (lead, today) => FirstChannel(lead.Touchpoints, today), (opportunity, today) => FirstChannel(opportunity.Touchpoints, today));

    /// <summary>A custom field.</summary>
    /// <param name="name">Its name, compared character by character; not blank.</param>
    /// <returns>The dimension.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public static FunnelDimension Field(string name)
    {
        Guard.NotBlank(name);
        return new(
            lead => lead.Fields.TryGetValue(name, out var value) ? value : null,
            opportunity => opportunity.Fields.TryGetValue(name, out var value) ? value : null);
    }

    internal string? Of(Lead? lead, IReadOnlyList<Opportunity> opportunities, int today)
    {
        if (lead is not null && PipelineText.OrNull(_ofLead(lead, today)) is { } own) return own;
        foreach (var opportunity in opportunities)
        {
            if (PipelineText.OrNull(_ofOpportunity(opportunity, today)) is { } value) return value;
        }

        return null;
    }

    private static string? FirstChannel(IReadOnlyList<Touchpoint> touchpoints, int today) =>
        touchpoints.Count > 0 && touchpoints[0].Day <= today ? touchpoints[0].Channel : null;
}
