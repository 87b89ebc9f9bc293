using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The plain weighted pipeline: every open deal by the win rate of its group, regardless of its age. A deal with an expected close counts
/// in its period (an overdue one in the first), one without according to the time that deals take: at the pace at which open deals close.
/// If nothing has closed, a deal counts by its own probability, and one without has neither amount nor chance. It needs no creation dates.
/// </summary>
internal sealed class WeightedPipelineModel(Func<Opportunity, string?> group) : ForecastModel("weighted-pipeline")
{
    // The number of closed deals that the whole counts as, next to those of a group.
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

        return new(Id, periods, []) { Deals = deals.AsReadOnly() };
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

    private List<OpenDeal> Look(ForecastInput input)
    {
        var deals = input.Deals;
        var groups = input.SegmentsBy(group);
        var won = new long[groups.Names.Count + 1];
        var closed = new long[groups.Names.Count + 1];
        long allWon = 0, allClosed = 0;
        var known = deals.CreatedBy(input.Today);
        double open = 0;
        for (var i = 0; i < known; i++)
        {
            var isClosed = deals.IsClosedBy(i, input.Today);
            var end = isClosed ? deals.Closed[i] : input.Today;
            open += Math.Max(0, end - Math.Max(deals.Created[i], input.ObservedFrom) + 1);
            if (isClosed) Count(groups.Of[i], deals.IsWon[i]);
        }

        // How long deals take is known only for deals with a creation date.
        var prior = input.Options.Prior;
        var pace = (allClosed + prior.Strength) / (open + (prior.Strength * prior.CycleDays));
        Opportunity[] undated = [.. input.Undated()];
        foreach (var deal in undated)
        {
            if (!deal.IsOpen) Count(groups.PlaceOf(group(deal)), deal.Outcome == OpportunityOutcome.Won);
        }

        var found = new List<OpenDeal>();
        var rated = allClosed > 0;
        for (var i = 0; i < known; i++)
        {
            if (deals.IsClosedBy(i, input.Today)) continue;
            var estimate = deals.Estimate[i];
            AddOpen(input.Known(i), groups.Of[i], double.IsNaN(estimate) ? null : (decimal)estimate);
        }

        foreach (var deal in undated)
        {
            if (deal.IsOpen) AddOpen(deal, groups.PlaceOf(group(deal)), input.AmountOf(deal));
        }

        return rated ? found
            : throw new TooLittleHistoryException(Id, HistoryUnits.ClosedDealsOrProbabilities, 0, 1);

        void Count(int place, bool isWon)
        {
            closed[place]++;
            allClosed++;
            if (!isWon) return;
            won[place]++;
            allWon++;
        }

        void AddOpen(Opportunity deal, int place, decimal? amount)
        {
            var whole = (double)allWon / allClosed;
            var chance = allClosed > 0 ? (won[place] + (Strength * whole)) / (closed[place] + Strength) : deal.Probability;
            rated |= chance is not null;
            var chances = Spread(deal, chance ?? 0, pace, input);
            found.Add(OpenDeal.Sharing(chances, deal, chance is null ? null : amount, isAmountAssumed: false));
        }
    }

    private static double[] Spread(Opportunity deal, double chance, double pace, ForecastInput input)
    {
        var chances = new double[input.Periods.Count];
        if (deal.ExpectedCloseDay != DayNumber.None)
        {
            for (var i = 0; i < chances.Length; i++)
            {
                if (deal.ExpectedCloseDay > input.Periods[i].LastDay) continue;
                // A deal whose expected close has passed is overdue, and may close any day.
                if ((i == 0 && deal.ExpectedCloseDay <= input.Today) || deal.ExpectedCloseDay >= input.Periods[i].FirstDay) chances[
                    i] = chance;
                break;
            }

            return chances;
        }

        for (var i = 0; i < chances.Length; i++)
        {
            chances[i] = chance * (OpenAfter(input.Periods[i].FirstDay - 1 - input.Today) - OpenAfter(
                input.Periods[i].LastDay - input.Today));
        }

        return chances;

        double OpenAfter(int days) => Exponential.Exp(-pace * days);
    }
}
