using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The plain weighted pipeline: every open deal by the win rate of its group, whatever its age. A deal with an expected close counts
/// in its period (an overdue one in the first), one without in all of them by their length. Where nothing has closed, a deal counts by its
/// own probability, and one without has neither amount nor chance.
/// </summary>
internal sealed class WeightedPipelineModel(Func<Opportunity, string?> group) : ForecastModel("plain weighted pipeline")
{
    // What the whole counts for beside a group's own closed deals.
    private const double Strength = 10;

    public override ModelForecast Forecast(ForecastInput input)
    {
        var deals = Look(Guard.NotNull(input));
        var periods = new PeriodForecast[input.Periods.Count];
        for (var i = 0; i < periods.Length; i++)
        {
            periods[i] = new(input.Periods[i], RevenueDistribution.Create(builder =>
            {
                foreach (var deal in deals)
                {
                    if (deal.Amount is { } amount && deal.Chances[i] > 0) builder.Deal(deal.Opportunity.Id, amount, deal.Chances[i]);
                }
            }));
        }

        return new(Name, periods, []) { Deals = deals.AsReadOnly() };
    }

    public override IReadOnlyList<double> Expect(ForecastInput input)
    {
        var means = new double[Guard.NotNull(input).Periods.Count];
        foreach (var deal in Look(input))
        {
            for (var i = 0; i < means.Length && deal.Amount is not null; i++) means[i] += (double)deal.Amount.Value * deal.Chances[i];
        }

        return Array.AsReadOnly(means);
    }

    private List<DealForecast> Look(ForecastInput input)
    {
        var deals = input.Deals;
        var groups = input.SegmentsBy(group);
        var won = new long[groups.Names.Count];
        var closed = new long[groups.Names.Count];
        long allWon = 0, allClosed = 0;
        var known = deals.CreatedBy(input.Today);
        for (var i = 0; i < known; i++)
        {
            if (!deals.IsClosedBy(i, input.Today)) continue;
            closed[groups.Of[i]]++;
            allClosed++;
            if (!deals.IsWon[i]) continue;
            won[groups.Of[i]]++;
            allWon++;
        }

        var found = new List<DealForecast>();
        var rated = allClosed > 0;
        for (var i = 0; i < known; i++)
        {
            if (deals.IsClosedBy(i, input.Today)) continue;
            var deal = input.Known(i);
            var whole = (double)allWon / allClosed;
            var chance = allClosed > 0 ? (won[groups.Of[i]] + (Strength * whole)) / (closed[groups.Of[i]] + Strength) : deal.Probability;
            rated |= chance is not null;
            var estimate = deals.Estimate[i];
            found.Add(new(deal, chance is null || double.IsNaN(estimate) ? null : (decimal)estimate, Spread(deal, chance ?? 0, input)));
        }

        return rated ? found : throw new TooLittleHistoryException("The weighted pipeline", "closed deals (or probabilities of open ones)", 0, 1);
    }

    private static double[] Spread(Opportunity deal, double chance, ForecastInput input)
    {
        var chances = new double[input.Periods.Count];
        if (deal.ExpectedCloseDay != DayNumber.None)
        {
            for (var i = 0; i < chances.Length; i++)
            {
                if (deal.ExpectedCloseDay > input.Periods[i].LastDay) continue;
                // What was to close by now is overdue, and may any day.
                if ((i == 0 && deal.ExpectedCloseDay <= input.Today) || deal.ExpectedCloseDay >= input.Periods[i].FirstDay) chances[i] = chance;
                break;
            }

            return chances;
        }

        var days = 0;
        foreach (var period in input.Periods) days += period.Days;
        for (var i = 0; i < chances.Length; i++) chances[i] = chance * input.Periods[i].Days / days;
        return chances;
    }
}
