using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline;

/// <summary>The room on the public data set.</summary>
public class CrmHistoryTests
{
    [CrmFact]
    public void AsOf_DaysOfTheDataSet_CountsItsOpenDeals()
    {
        var deals = CrmData.Opportunities();
        var history = PipelineHistory.Reconstruct(deals, observedFrom: new DateTime(2017, 3, 1));
        Assert.Equal(8_800, deals.Count);
        Assert.Equal(500, history.Undated.Count);
        Assert.All(history.Undated, deal => Assert.Equal("Prospecting", deal.Stage));
        Assert.Equal(new DateTime(2017, 3, 1), deals.Min(deal => deal.Closed));
        Assert.Equal(new DateTime(2017, 12, 31), history.Last);
        Assert.Equal(1_589, history.AsOf(history.Last).Open.Count);
        for (var day = new DateTime(2016, 10, 31); day <= history.Last; day = day.AddDays(1).AddMonths(1).AddDays(-1))
        {
            Assert.Equal(
                deals.Where(deal => deal.Created <= day && (deal.Closed is null || deal.Closed > day)).Select(deal => deal.Id),
                history.AsOf(day).Open.Select(deal => deal.Id));
        }
    }

    [CrmFact]
    public void AsOf_MonthEnds_HaveTheCountsOfTheFile()
    {
        // Counted from the file by another program.
        int[] expected = [670, 1_185, 1_330, 1_618, 1_535, 1_686, 2_257, 2_265, 2_409, 2_604, 2_119, 1_589];
        var history = PipelineHistory.Reconstruct(CrmData.Opportunities());
        Assert.Equal(expected, Enumerable.Range(1, 12).Select(month => history.AsOf(ForecastPeriod.Month(2017, month).Last).Open.Count));
    }

    [CrmFact]
    public void Open_AtTheEnd_AreMostlyOlderThanAnyDealThatClosed()
    {
        var deals = CrmData.Opportunities();
        var oldest = deals.Where(deal => !deal.IsOpen).Max(deal => (deal.Closed!.Value - deal.Created!.Value).Days);
        var end = new DateTime(2017, 12, 31);
        Assert.Equal(138, oldest);
        Assert.Equal(1_291, PipelineHistory.Reconstruct(deals).AsOf(end).Open.Count(deal => (end - deal.Created!.Value).Days > oldest));
        Assert.Equal(1_425, deals.Count(deal => deal.Account is null));
        Assert.All(deals.Where(deal => deal.Account is null), deal => Assert.True(deal.IsOpen));
    }

    [CrmFact]
    public void AsOf_EndOfSeptember_HasDealsThatWonWhatTheIssueSays()
    {
        var deals = CrmData.Opportunities();
        var open = PipelineHistory.Reconstruct(deals).AsOf(new DateTime(2017, 9, 30)).Open.Select(deal => deal.Id).ToList();
        Assert.Equal(
            1_251_928m, deals.Where(deal => open.Contains(deal.Id) && deal.Outcome == OpportunityOutcome.Won).Sum(deal => deal.Value));
    }

    [CrmFact]
    public void Between_TwoMonthEnds_AccountsForTheMonth()
    {
        var deals = CrmData.Opportunities();
        var history = PipelineHistory.Reconstruct(deals);
        var movement = PipelineMovement.Between(history.AsOf(new DateTime(2017, 9, 30)), history.AsOf(new DateTime(2017, 10, 31)));
        var october = ForecastPeriod.Month(2017, 10);
        Assert.Equal(
            deals.Count(deal => deal.Outcome == OpportunityOutcome.Won && october.Contains(deal.Closed!.Value)), movement.Won.Count);
        Assert.Equal(
            deals.Count(deal => deal.Outcome == OpportunityOutcome.Lost && october.Contains(deal.Closed!.Value)), movement.Lost.Count);
    }
}
