using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Tests.Forecasting;

/// <summary>A model whose open deals, new business and spread are given.</summary>
internal sealed class FixedModel(IEnumerable<OpenDeal> deals, double spread = 0, IEnumerable<ExpectedWins>? newBusiness = null)
    : DealForecastModel("fixed")
{
    public static readonly DateTime AsOf = new(2016, 12, 31);

    public override DealOutlook Outlook(ForecastInput input) => new(
        input.Periods, deals, newBusiness, rateVariance: (_, _) => spread * spread,
        stale: deals.Take(1).Select(deal => new StaleDeal(deal.Opportunity, 500)));

    /// <summary>An open deal with a chance in each period.</summary>
    public static OpenDeal Deal(string id, decimal? amount, params double[] chances) => Deal(id, amount, owner: null, chances);

    public static OpenDeal Deal(string id, decimal? amount, string? owner, double[] chances, decimal? recurring = null) => new(
        Opportunity.Create(o =>
            (o.Id, o.Amount, o.Owner, o.RecurringAmount, o.Created) = (id, amount, owner, recurring, AsOf.AddDays(-20))), amount, chances);

    /// <summary>The forecast of the first months of 2017, as many as the deals have chances.</summary>
    public static RevenueForecast Forecast(IReadOnlyList<OpenDeal> deals, double spread = 0, params ExpectedWins[] newBusiness) =>
        RevenueForecast.Create(
            PipelineHistory.Reconstruct([.. deals.Select(deal => deal.Opportunity), Lost()], AsOf),
            AsOf,
            new(months: deals[0].Chances.Count, model: new FixedModel(deals, spread, newBusiness)));

    // Something must have closed for a weighted pipeline.
    private static Opportunity Lost() => Opportunity.Create(o =>
        (o.Id, o.Outcome, o.Created, o.Closed) = ("lost", OpportunityOutcome.Lost, AsOf.AddDays(-40), AsOf.AddDays(-10)));
}
