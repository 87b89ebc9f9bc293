using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Tests.Campaigns.Funnel;

/// <summary>Short ways to leads, opportunities and days of 2026.</summary>
internal static class FunnelCase
{
    public static readonly DateTime AsOf = Day(180);

    /// <summary>A day of 2026, from 0.</summary>
    public static DateTime Day(int day) => new DateTime(2026, 1, 1).AddDays(day);

    public static Lead Lead(
        string id, string? campaign, int? day, int? mql = null, int? sqo = null, int? lost = null, string? source = null,
        params Touchpoint[] touches) => Qualification.Lead.Create(lead =>
    {
        lead.Id = id;
        lead.Campaign = campaign;
        lead.Source = source;
        lead.Touchpoints = touches;
        Put(lead.Funnel, FunnelStage.Lead, day);
        Put(lead.Funnel, FunnelStage.MarketingQualified, mql);
        Put(lead.Funnel, FunnelStage.QualifiedOpportunity, sqo);
        Put(lead.Funnel, FunnelStage.Closed, lost);
    });

    public static Opportunity Deal(
        string id, string? lead, OpportunityOutcome outcome, int? closed = null, decimal? amount = null, int? created = null,
        string? campaign = null, double? probability = null, string? currency = null, int? sqo = null) => Opportunity.Create(deal =>
    {
        deal.Id = id;
        deal.LeadId = lead;
        deal.Campaign = campaign;
        deal.Outcome = outcome;
        deal.Amount = amount;
        deal.Probability = probability;
        deal.Currency = currency;
        if (created is { } begun) deal.Created = Day(begun);
        if (closed is { } day) deal.Closed = Day(day);
        Put(deal.Funnel, FunnelStage.QualifiedOpportunity, sqo);
    });

    /// <summary>Leads of one campaign that began on a day, some of which became SQOs on another.</summary>
    public static IEnumerable<Lead> Leads(string? campaign, int day, int count, int sqos, int after = 5, string prefix = "") =>
        Enumerable.Range(0, count).Select(i =>
            Lead($"{prefix}{campaign}-{day}-{i}", campaign, day, sqo: i < sqos ? day + after : null));

    public static CampaignFunnel Measure(
        IEnumerable<Lead> leads, IEnumerable<Opportunity>? deals = null, CampaignFunnelOptions? options = null,
        FunnelDimension? dimension = null) => CampaignFunnel.Of(leads, deals ?? [], AsOf, dimension, options);

    private static void Put(IDictionary<FunnelStage, EventTime?> funnel, FunnelStage stage, int? day)
    {
        if (day is { } known) funnel[stage] = EventTime.OnDay(Day(known));
    }
}
