using System;
using System.Globalization;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Learning.Logistic;

public class LearnedAgainstSetTests
{
    private static readonly LogisticColumns<Quote> Columns = Quote.Columns.Bins("visits", q => q.Visits);

    [Fact]
    public void FitAgainst_AScoreThatKnowsLess_FindsTheLearnedBetter()
    {
        var quotes = Quote.Random(new(21), 4_000);
        var compared = LogisticModel.FitAgainst(Columns, quotes, q => q.Won, q => q.Closed, q => q.Region == "south" ? 60 : 40);
        Assert.Equal(3_200, compared.Learned.Deals.Trials);
        Assert.Equal(800, compared.Comparison.First.Ranking.Count);
        Assert.Equal(quotes[3_200].Closed, compared.Since);
        // By hand: the fit to the older, measured on the newest.
        var fit = LogisticModel.Fit(Columns, quotes.Take(3_200), q => q.Won, q => q.Closed);
        var auc = ScoreMeasures.Of(quotes.Skip(3_200).Select(q => new ScoredOutcome(fit.Probability(q), q.Won!.Value))).Auc;
        Assert.Equal(auc, compared.Comparison.First.Ranking.Auc);
        Assert.True(compared.Comparison.AucDifference!.Interval()!.Value.Low > 0);
        Assert.True(compared.Comparison.BrierDifference!.Interval()!.Value.High < 0);
        var lines = compared.ToText(CultureInfo.InvariantCulture).Split('\n');
        Assert.StartsWith(
            "Learned from 3,200 closed deals, beside the profile set by hand, on the newest 800 since Oct 20, 2025 (", lines[0],
            StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.EndsWith("the learned one is better", line, StringComparison.Ordinal));
        Assert.StartsWith("AUC: 0.", lines[1], StringComparison.Ordinal);
        Assert.Contains("Brierpoäng: 0,", compared.ToText(new CultureInfo("sv")), StringComparison.Ordinal);
    }

    [Fact]
    public void FitAgainst_TheTruth_FindsItBetterOrNeither()
    {
        var quotes = Quote.Random(new(22), 3_000);
        var poor = new LogisticColumns<Quote>().Number("visits", q => q.Visits);
        var compared = LogisticModel.FitAgainst(
            poor, quotes, q => q.Won, q => q.Closed, q => q.Size!.Value + (q.Region == "south" ? 3 : 0));
        Assert.Contains("the one set by hand is better", compared.ToText(ExplanationTexts.English), StringComparison.Ordinal);
        var same = LogisticModel.FitAgainst(
            new LogisticColumns<Quote>().Number("size", q => q.Size), quotes, q => q.Won, q => q.Closed, q => q.Size!.Value);
        Assert.Contains("neither is clearly better", same.ToText(ExplanationTexts.English), StringComparison.Ordinal);
    }

    [Fact]
    public void FitAgainst_OnFewDeals_CallsNeitherBetter()
    {
        var quotes = Quote.Random(new(23), 260);
        var few = LogisticModel.FitAgainst(Columns, quotes, q => q.Won, q => q.Closed, q => q.Size!.Value, minimum: 50);
        Assert.True(few.IsWithheld);
        Assert.Contains("fewer than 50 won or 50 lost", few.ToText(ExplanationTexts.English), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => LogisticModel.FitAgainst(Columns, quotes, q => q.Won, q => q.Closed, q => 1, minimum: 0));
        Assert.Throws<ArgumentException>(() => LogisticModel.FitAgainst(Columns, quotes.Take(4), q => q.Won, q => q.Closed, q => 1));
        Assert.Throws<ArgumentException>(() => LogisticModel.FitAgainst(Columns, quotes, q => q.Won, q => null, q => 1));
        Assert.Throws<TooFewOutcomesException>(
            () => LogisticModel.FitAgainst(Columns, quotes.Take(60), q => q.Won, q => q.Closed, q => 1));
        Assert.Throws<ArgumentNullException>(() => LogisticModel.FitAgainst(Columns, quotes, q => q.Won, q => q.Closed, null!));
    }
}
