using System;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting;

public class DealSizesTests
{
    private static readonly DateTime Day = new(2017, 6, 30);

    private static readonly Func<Opportunity, string?> ByProduct = static deal => deal.Product;

    [Fact]
    public void Of_Segments_CountsWhatTheirWonDealsBrought()
    {
        var input = Input();
        var segments = input.SegmentsBy(ByProduct);
        var sizes = new DealSizes(input, segments);
        var (amounts, weights) = sizes.Of(segments.PlaceOf("box"));
        Assert.Equal([90m, 100m], amounts);
        Assert.Equal([1.0, 2], weights);
        Assert.Equal(290 / 3.0, sizes.MeanOf(segments.PlaceOf("box")), 12);

        // Nothing of crates was won: the whole stands in, as it does for what was never seen.
        Assert.Equal(sizes.Of(segments.PlaceOf("barrel")).Amounts, sizes.Of(segments.PlaceOf("crate")).Amounts);
        Assert.Equal(540 / 4.0, sizes.MeanOf(segments.PlaceOf("crate")), 12);
        Assert.Equal(540 / 4.0, sizes.MeanOf(99), 12);

        // (90 + 100) / (100 + 100): the estimate of the third and the fourth is not known.
        Assert.Equal(0.95, sizes.Realization, 14);
    }

    [Fact]
    public void Of_EarlierDay_KnowsNothingOfWhatWasWonLater()
    {
        var input = Input().At(Day.AddDays(-9), [ForecastPeriod.Month(2017, 7)]);
        var segments = input.SegmentsBy(ByProduct);
        var sizes = new DealSizes(input, segments);
        Assert.Equal([90m], sizes.Of(segments.PlaceOf("box")).Amounts);
        Assert.Equal(0.9, sizes.Realization, 14);
        var before = Input().At(Day.AddDays(-30), [ForecastPeriod.Month(2017, 7)]);
        Assert.Equal(0, new DealSizes(before, before.SegmentsBy(ByProduct)).MeanOf(0));
        Assert.Empty(new DealSizes(before, before.SegmentsBy(ByProduct)).Of(0).Amounts);
        Assert.Equal(1, new DealSizes(before, before.SegmentsBy(ByProduct)).Realization);
    }

    private static ForecastInput Input()
    {
        Action<OpportunityDraft>[] fills =
        [
            o => (o.Product, o.Amount, o.ClosedAmount, o.Outcome, o.Closed) = ("box", 100, 90, OpportunityOutcome.Won, Day.AddDays(-10)),
            o => (o.Product, o.Amount, o.Outcome, o.Closed) = ("box", 100, OpportunityOutcome.Won, Day.AddDays(-5)),
            o => (o.Product, o.ClosedAmount, o.Outcome, o.Closed) = ("box", 100, OpportunityOutcome.Won, Day.AddDays(-5)),
            o => (o.ClosedAmount, o.Outcome, o.Closed) = (250, OpportunityOutcome.Won, Day),
            o => (o.Product, o.Outcome, o.Closed) = ("box", OpportunityOutcome.Won, Day),
            o => (o.Product, o.Amount, o.Outcome, o.Closed) = ("crate", 70, OpportunityOutcome.Lost, Day),
            o => (o.Product, o.Amount) = ("crate", 70),
        ];
        var deals = Opportunity.From(Enumerable.Range(0, fills.Length), (i, o) =>
        {
            (o.Id, o.Created) = ("D-" + i, Day.AddDays(-40));
            fills[i](o);
        });
        return new ForecastInput(PipelineHistory.Reconstruct(deals, Day), Day, [ForecastPeriod.Month(2017, 7)]);
    }
}
