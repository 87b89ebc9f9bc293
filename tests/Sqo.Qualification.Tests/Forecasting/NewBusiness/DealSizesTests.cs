using System;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting;

public class DealSizesTests
{
    private static readonly DateTime Day = new(2017, 6, 30);

    private static readonly Func<Opportunity, string?> ByProduct = static deal => deal.Product;

    [Fact]
    public void Of_FewWonDeals_StandsBesideThoseOfAllSegmentsAndWhatDealsAreThoughtToBeWorth()
    {
        var input = Input();
        var segments = input.SegmentsBy(ByProduct);
        var sizes = new DealSizes(input, segments);
        // (90 + 100 + 3 x 85) / (100 + 100 + 3 x 85): the estimate of the third and the fourth is not known; 85 is the mean of all four estimates.
        Assert.Equal(445 / 455.0, sizes.Realization, 14);

        // Beside the four that were won, 540 together, stand three less 4 %, of what deals are thought to be worth.
        var whole = (540 + (3 * 0.96 * 85 * 445 / 455)) / (4 + (3 * 0.96));
        // To three digits of what they are thought to be worth.
        Assert.InRange(sizes.Mean / whole, 0.999, 1.001);
        Assert.Equal((290 + (5 * 0.97 * sizes.Mean)) / (3 + (5 * 0.97)), sizes.Of(segments.PlaceOf("box")).Mean, 10);
        var box = sizes.Of(segments.PlaceOf("box"));
        var total = box.Amounts.Zip(box.Weights, (amount, weight) => (double)amount * weight).Sum();
        Assert.Equal(box.Mean, total / box.Weights.Sum(), 10);

        // Nothing of crates was won: the whole stands in, as it does for what was never seen.
        Assert.Equal(sizes.Of(segments.PlaceOf("barrel")).Amounts, sizes.Of(segments.PlaceOf("crate")).Amounts);
        Assert.Equal(sizes.Mean, sizes.Of(segments.PlaceOf("crate")).Mean);
        Assert.Equal(sizes.Mean, sizes.Of(99).Mean);
    }

    [Fact]
    public void Of_PlentyOfWonDeals_IsWhatTheyBroughtAlone()
    {
        var deals = Opportunity.From(Enumerable.Range(0, 100), (i, o) =>
            (o.Id, o.Product, o.Amount, o.Created, o.Closed, o.Outcome) = ("D-" + i, "box", i % 2 == 0 ? 10 : 30, Day.AddDays(-40), Day.AddDays(-1), OpportunityOutcome.Won));
        var input = new ForecastInput(PipelineHistory.Reconstruct(deals, Day), Day, [ForecastPeriod.Month(2017, 7)]);
        var sizes = new DealSizes(input, input.SegmentsBy(ByProduct));
        Assert.Equal([10m, 30m], sizes.Of(0).Amounts);
        Assert.Equal([50.0, 50], sizes.Of(0).Weights);
        Assert.Equal(20, sizes.Mean, 12);
    }

    [Fact]
    public void Of_EarlierDay_KnowsNothingOfWhatWasWonLater()
    {
        var before = Input().At(Day.AddDays(-30), [ForecastPeriod.Month(2017, 7)]);
        var sizes = new DealSizes(before, before.SegmentsBy(ByProduct));
        // What deals are thought to be worth is known from their first day.
        Assert.Equal(85, sizes.Mean, 1);
        Assert.Equal(1, sizes.Realization);
    }

    [Fact]
    public void Of_NoAmountAtAll_TakesThatOfThePriorOrNone()
    {
        var deals = Opportunity.From([1], (_, o) => (o.Id, o.Created) = ("D", Day.AddDays(-40)));
        var history = PipelineHistory.Reconstruct(deals, Day);
        DealSizes Sizes(ForecastPrior prior)
        {
            var input = new ForecastInput(history, Day, [ForecastPeriod.Month(2017, 7)], new(prior: prior));
            return new(input, input.SegmentsBy(ByProduct));
        }

        Assert.Equal(0, Sizes(ForecastPrior.Default).Mean);
        Assert.Equal(500, Sizes(new(amount: 500)).Mean);
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
