using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Joins leads and opportunities, and groups them by a dimension.</summary>
internal sealed class FunnelReader(CampaignFunnelOptions options, FunnelDimension dimension, int today)
{
    public AmountReader Amounts { get; } = new(options.Rates);

    public SegmentSums<Group> Groups { get; } = new(name => new(name));

    public List<FunnelUnit> Units { get; } = [];

    public int NotYet { get; private set; }

    public int UnknownLeads { get; private set; }

    public int UnmatchedRefunds { get; private set; }

    public void Read(IEnumerable<Lead> leads, IEnumerable<Opportunity> opportunities)
    {
        var byId = new Dictionary<string, (Lead Lead, List<Opportunity> Followed)>(StringComparer.Ordinal);
        var inOrder = new List<(Lead? Lead, List<Opportunity> Followed)>();
        foreach (var lead in leads)
        {
            if (byId.ContainsKey(lead.Id)) throw Twice("leads", lead.Id);
            byId.Add(lead.Id, (lead, []));
            inOrder.Add(byId[lead.Id]);
        }

        var won = new Dictionary<string, (FunnelUnit? Unit, string? Currency)>(StringComparer.Ordinal);
        foreach (var opportunity in opportunities)
        {
            if (won.ContainsKey(opportunity.Id)) throw Twice("opportunities", opportunity.Id);
            won.Add(opportunity.Id, default);
            if (opportunity.CreatedDay > today) NotYet++;
            else if (opportunity.LeadId is { } id && byId.TryGetValue(id, out var lead)) lead.Followed.Add(opportunity);
            else
            {
                if (opportunity.LeadId is not null) UnknownLeads++;
                inOrder.Add((null, [opportunity]));
            }
        }

        foreach (var (lead, followed) in inOrder)
        {
            // What a lead became is known from its opportunities if it is not known from itself.
            if (lead is not null && followed.Count == 0 && lead.Funnel[FunnelStage.Lead]?.Day > today)
            {
                NotYet++;
                continue;
            }

            var unit = new FunnelUnit(lead, followed, today);
            foreach (var opportunity in followed)
            {
                if (opportunity.IsOpen || opportunity.ClosedDay > today)
                {
                    unit.Expect(GivenProbability.Of(opportunity, options.Probability(opportunity)), Amounts.Amount(opportunity));
                }
                else if (opportunity.Outcome == OpportunityOutcome.Won)
                {
                    unit.Won(opportunity.ClosedDay, Amounts.Value(opportunity));
                    won[opportunity.Id] = (unit, opportunity.Currency);
                }
            }

            Units.Add(unit);
            Groups.For(dimension.Of(lead, followed, today)).Units.Add(unit);
        }

        foreach (var refund in options.RefundArray)
        {
            if (refund.AtDay > today) continue;
            if (won.TryGetValue(refund.OpportunityId, out var deal) && deal.Unit is { } unit)
            {
                unit.Refund(refund.AtDay, Amounts.Of(refund.Amount, deal.Currency, refund.OpportunityId));
            }
            else
            {
                UnmatchedRefunds++;
            }
        }
    }

    private static ArgumentException Twice(string name, string id) =>
        new($"The id \"{Excerpt.Of(id)}\" appears twice in {name}; it must appear once.", name);

    internal sealed class Group(string? name)
    {
        public string? Name => name;

        public List<FunnelUnit> Units { get; } = [];
    }
}
