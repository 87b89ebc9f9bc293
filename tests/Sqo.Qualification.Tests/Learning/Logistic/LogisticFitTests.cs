using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Learning.Logistic;

public class LogisticFitTests
{
    private static readonly LogisticOptions Few = new(minimumWon: 1, minimumLost: 1, minimumLevel: 1);
    private static readonly LogisticOptions NoRidge = new(ridge: 0);

    private static readonly LogisticColumns<Quote> Rich = new LogisticColumns<Quote>()
        .Number("size", q => q.Size).Category("region", q => q.Region, whenMissing: "none").Bins("visits", q => q.Visits);

    // R 4.2: coef(summary(glm(y ~ x + r, family = binomial, control = list(epsilon = 1e-14)))), with north as the reference.
    [Fact]
    public void Fit_WithoutRidge_IsTheGlmOfR()
    {
        var fit = LogisticModel.Fit(Quote.Columns, Quote.ForR(), q => q.Won, options: NoRidge);
        Assert.Equal(["size", "region = north", "region = south", "region = west"], fit.Terms.Select(NameOf));
        double[] coefficients = [0.31361105087888, 0, 2.05734765871049, 0.21380237120219];
        double?[] errors = [0.079904076149422, null, 0.603554106546053, 0.489062817437941];
        for (var i = 0; i < fit.Terms.Count; i++)
        {
            Assert.Equal(coefficients[i], fit.Terms[i].Coefficient, 1e-11);
            Assert.Equal(errors[i] ?? -1, fit.Terms[i].StandardError ?? -1, 1e-9);
        }

        // sum(colMeans(model.matrix(m)) * coef(m)) and its error.
        Assert.Equal(0.40475300406806, fit.Intercept, 1e-11);
        Assert.Equal(0.22078049314705, fit.InterceptStandardError, 1e-9);
        Assert.Equal(131.12186145219, -2 * Quote.ForR().Sum(q => Math.Log(q.Won!.Value ? At(q) : 1 - At(q))), 1e-9);
        Assert.Equal("26 of 56", fit.Terms[1].Observed.ToString());
        Assert.Equal(Math.Log(26 / 68.0 / (30 / 52.0)), fit.Terms[1].WeightOfEvidence!.Value, 1e-12);
        Assert.Equal(
            0.31361105087888 - (1.959963984540054 * 0.079904076149422), fit.Terms[0].Interval()!.Value.Low, 1e-9);
        Assert.Null(fit.Terms[1].Interval());
        Assert.Equal((0.0, RidgeChoice.Given, (double?)null), (fit.Ridge, fit.RidgeChosen, fit.ValidationLogLoss));
        Assert.StartsWith("4 lines, intercept 0.404", fit.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("size: 0.3136", fit.Terms[0].ToString(), StringComparison.Ordinal);

        double At(Quote quote) => Oracle.Logistic(fit.LogOdds(quote));
    }

    // R: Newton's method by matrices, with a penalty of 3 on the numbers divided by their standard deviations, and on the levels.
    [Fact]
    public void Fit_WithRidge_IsTheOneByMatricesOfR()
    {
        var fit = LogisticModel.Fit(Quote.Columns, Quote.ForR(), q => q.Won, options: new(ridge: 3));
        double[] coefficients = [0.25562506636371, 0, 1.0574440021369, -0.047706099602004];
        double[] errors = [0.068416316458627, 0, 0.37899973034573, 0.36044867794716];
        for (var i = 0; i < fit.Terms.Count; i++)
        {
            Assert.Equal(coefficients[i], fit.Terms[i].Coefficient, 1e-11);
            Assert.Equal(errors[i], fit.Terms[i].StandardError ?? 0, 1e-9);
        }
    }

    [Fact]
    public void Fit_WithDates_ChoosesTheRidgeOnTheNewest()
    {
        var quotes = Quote.Random(new(3), 600, missing: 0.1);
        var fit = LogisticModel.Fit(Rich, quotes, q => q.Won, q => q.Closed);
        Assert.Equal(RidgeChoice.ByTime, fit.RidgeChosen);
        // By hand: the mean log loss of the newest fifth, by models of the others with each ridge.
        var losses = new[] { 1024, 256, 64, 16, 4, 1, 0.25 }.ToDictionary(ridge => ridge, ridge =>
        {
            var older = LogisticModel.Fit(Rich, quotes.Take(480), q => q.Won, options: new(ridge: ridge, minimumLevel: 1));
            return quotes.Skip(480).Average(q => -Math.Log(Oracle.Logistic(older.LogOdds(q) * (q.Won!.Value ? 1 : -1))));
        });
        Assert.Equal(losses.OrderBy(pair => pair.Value).First().Key, fit.Ridge);
        Assert.Equal(losses.Values.Min(), fit.ValidationLogLoss!.Value, 2e-3);
        // Later deals alone decide: the outcomes of equal dates stay together.
        var reordered = LogisticModel.Fit(Rich, Enumerable.Reverse(quotes), q => q.Won, q => q.Closed);
        Assert.Equal(fit.Ridge, reordered.Ridge);
        Assert.Equal(fit.Intercept, reordered.Intercept, 1e-10);
    }

    [Fact]
    public void Fit_WithoutDates_ChoosesTheRidgeByFoldsOfASeed()
    {
        var quotes = Quote.Random(new(4), 400);
        var fit = LogisticModel.Fit(Rich, quotes, q => q.Won);
        Assert.Equal(RidgeChoice.ByFolds, fit.RidgeChosen);
        Assert.Equal(fit.ValidationLogLoss, LogisticModel.Fit(Rich, quotes, q => q.Won).ValidationLogLoss);
        Assert.NotEqual(fit.ValidationLogLoss, LogisticModel.Fit(Rich, quotes, q => q.Won, options: new(seed: 1)).ValidationLogLoss);
        // Much noise takes a strong one.
        var random = new SeededRandom(5);
        var noise = new LogisticColumns<Quote>();
        for (var i = 0; i < 30; i++)
        {
            var values = quotes.ToDictionary(q => q, _ => random.Share());
            noise = noise.Number("noise " + i, q => values[q]);
        }

        Assert.True(LogisticModel.Fit(noise, quotes, q => q.Won).Ridge >= 64);
    }

    [Fact]
    public void Fit_OfDealsFromAModel_FindsIt()
    {
        var quotes = Quote.Random(new(6), 20_000);
        var fit = LogisticModel.Fit(Quote.Columns, quotes, q => q.Won, options: NoRidge);
        var slope = fit.Terms[0];
        Assert.InRange(slope.Coefficient, 0.27, 0.31);
        var south = fit.Terms.Single(term => term.Level == "south");
        var west = fit.Terms.Single(term => term.Level == "west");
        Assert.InRange(south.LogOdds - west.LogOdds, 1.8, 2.1);
        Assert.InRange(ProbabilityMeasures.Of(Outcomes(fit, quotes)).Reliability().CalibrationError!.Value, 0, 0.03);
    }

    [Fact]
    public void Fit_OfMissingValues_CountsThemAsUnknownOrAsALevel()
    {
        var quotes = Quote.Random(new(7), 500, missing: 0.3);
        var level = LogisticModel.Fit(Rich, quotes, q => q.Won, options: NoRidge);
        Assert.Contains(level.Terms, term => term is { Column: "region", Level: "none" });
        var unknown = LogisticModel.Fit(Quote.Columns, quotes, q => q.Won, options: NoRidge);
        Assert.DoesNotContain(unknown.Terms, term => term.Level == "none");
        Assert.Equal(unknown.Intercept, unknown.LogOdds(new(null, null, null)));
        Assert.Equal(unknown.Intercept, unknown.LogOdds(new(double.NaN, "never seen", null)));
        // The mean of what the levels give is nothing.
        var regions = unknown.Terms.Where(term => term.Column == "region").ToList();
        Assert.Equal(0, regions.Sum(term => term.LogOdds * term.Observed.Trials), 1e-9);
        var bins = new LogisticColumns<Quote>().Bins("visits", q => q.Visits, whenMissing: "not asked");
        var fit = LogisticModel.Fit(bins, quotes, q => q.Won, options: Few);
        Assert.Equal(fit.Terms.Single(term => term.Level == "not asked").LogOdds + fit.Intercept, fit.LogOdds(new(1, "", null)), 1e-12);
        Assert.Equal(quotes.Count(q => q.Visits is null), fit.Terms[fit.Terms.Count - 1].Observed.Trials);
    }

    [Fact]
    public void Fit_OfLevels_PoolsTheRareOnesAndIgnoresCase()
    {
        var quotes = Quote.Random(new(8), 400);
        for (var i = 0; i < 40; i++) quotes[i] = quotes[i] with { Region = "rare " + (i / 10) };
        for (var i = 40; i < 80; i++) quotes[i] = quotes[i] with { Region = i % 2 == 0 ? "NORTH" : "North" };
        var fit = LogisticModel.Fit(Quote.Columns, quotes, q => q.Won, options: new(ridge: 1));
        var levels = fit.Terms.Where(term => term.Column == "region").Select(term => term.Level).ToList();
        Assert.Equal(5, levels.Count);
        Assert.Equal("*", levels[4]);
        Assert.Contains("NORTH", levels);
        Assert.DoesNotContain("north", levels);
        Assert.Equal(fit.Terms[5].LogOdds, fit.LogOdds(new(null, "rare 2", null)) - fit.Intercept, 1e-12);
        Assert.Equal(fit.LogOdds(new(1, "nOrTh", null)), fit.LogOdds(new(1, "north", null)));
        Assert.Equal(fit.LogOdds(new(1, "rare 2", null)), fit.LogOdds(new(1, "new", null)));
    }

    [Theory]
    [InlineData(BinTrend.Rising, 1)]
    [InlineData(BinTrend.Falling, -1)]
    [InlineData(BinTrend.Monotone, 0)]
    public void Fit_OfBinsWithATrend_KeepsIt(BinTrend trend, int sign) => Property.Holds(40, (random, size) =>
    {
        var quotes = Quote.Random(random, 200 + (20 * size), missing: 0.05);
        var columns = new LogisticColumns<Quote>().Bins("visits", q => q.Visits, trend).Bins("size", q => q.Size, trend)
            .Number("more", q => q.Size);
        var fit = LogisticModel.Fit(columns, quotes, q => q.Won, options: new(ridge: 1, minimumWon: 1, minimumLost: 1, minimumLevel: 5));
        foreach (var column in new[] { "visits", "size" })
        {
            var lines = fit.Terms.Where(term => term.Column == column).ToList();
            Assert.InRange(lines.Count, 1, 6);
            var steps = lines.Zip(lines.Skip(1), (a, b) => b.LogOdds - a.LogOdds).ToList();
            Assert.True(
                sign == 0 ? steps.TrueForAll(s => s >= 0) || steps.TrueForAll(s => s <= 0) : steps.TrueForAll(s => s * sign >= 0),
                string.Join(", ", lines));
        }
    });

    [Fact]
    public void Fit_OfBins_CountsEachDealOnceAndTellsTheirEvidence()
    {
        var quotes = Quote.Random(new(9), 2_000);
        var fit = LogisticModel.Fit(new LogisticColumns<Quote>().Bins("visits", q => q.Visits), quotes, q => q.Won, options: new(ridge: 0));
        // The rate falls from 4 to 6 visits.
        Assert.Equal(["< 4", "[4, 7)", ">= 7"], fit.Terms.Select(term => term.Level));
        Assert.Equal(2_000, fit.Terms.Sum(term => term.Observed.Trials));
        foreach (var term in fit.Terms)
        {
            var inside = quotes.Where(q => term.Level switch
            {
                "< 4" => q.Visits < 4,
                ">= 7" => q.Visits >= 7,
                _ => q.Visits is >= 4 and < 7,
            }).ToList();
            var won = inside.Count(q => q.Won!.Value);
            Assert.Equal(new ObservedRate(won, inside.Count), term.Observed);
            Assert.Equal(
                Math.Log((double)won / quotes.Count(q => q.Won!.Value)
                    / ((inside.Count - won) / (double)quotes.Count(q => !q.Won!.Value))),
                term.WeightOfEvidence!.Value, 1e-12);
            // Alone and without a ridge, the evidence is the log-odds of the bin.
            Assert.Equal(1, term.Coefficient, 1e-9);
            Assert.Equal(won / (double)inside.Count, Oracle.Logistic(fit.LogOdds(inside[0])), 1e-9);
        }
    }

    [Fact]
    public void Fit_OfBinsThatTellNothing_LeavesThemOut()
    {
        var quotes = Enumerable.Range(0, 400).Select(i => new Quote(i % 10, "north", i / 10 % 2 == 0, Visits: i % 7)).ToList();
        var columns = new LogisticColumns<Quote>().Bins("size", q => q.Size).Number("visits", q => q.Visits);
        var fit = LogisticModel.Fit(columns, quotes, q => q.Won, options: NoRidge);
        var line = fit.Terms.Single(term => term.Column == "size");
        Assert.Equal(("any", 0.0, 0.0, (double?)null), (line.Level, line.LogOdds, line.Coefficient, line.StandardError));
    }

    [Fact]
    public void Fit_OfColumnsThatAreUnfit_NamesThemAll()
    {
        var quotes = Quote.Random(new(10), 200);
        var columns = new LogisticColumns<Quote>().Number("one", _ => 7).Number("none", _ => null).Category("single", _ => "x")
            .Category("id", q => q.Closed).Number("sum", q => q.Won!.Value ? q.Size + 10 : q.Size)
            .Category("reason", q => q.Won!.Value ? "won" : "price").Bins("flat", _ => 1).Number("size", q => q.Size);
        var faults = Assert.Throws<LogisticFitException>(() => LogisticModel.Fit(columns, quotes, q => q.Won)).Faults;
        Assert.Collection(
            faults,
            fault => Assert.Equal("The column \"one\" is 7 in all 200 deals; it must have two or more.", fault),
            fault => Assert.Equal("The column \"none\" has no value; it must have two or more.", fault),
            fault => Assert.Equal(
                "The column \"single\" has the level \"x\" alone in 20 deals or more; it must have two or more such levels.", fault),
            fault => Assert.Equal(
                "The column \"id\" has the level \"*\" alone in 20 deals or more; it must have two or more such levels.", fault),
            fault => Assert.StartsWith("The column \"sum\" separates the outcomes: won deals have 1", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("The column \"reason\" separates the outcomes", fault, StringComparison.Ordinal),
            fault => Assert.StartsWith("The column \"flat\" is 1 in all 200", fault, StringComparison.Ordinal));
        var thrown = Assert.Throws<LogisticFitException>(() => LogisticModel.Fit(columns, quotes, q => q.Won));
        Assert.Contains("\n- The column \"reason\"", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_ThatHasNoFiniteSolution_SaysSo()
    {
        var quotes = Quote.Random(new(11), 200);
        // Won is size + visits > 10: only both together separate.
        var both = new LogisticColumns<Quote>().Number("size", q => q.Size).Number("visits", q => q.Visits);
        var together = quotes.ConvertAll(q => q with { Won = q.Size + q.Visits > 10 });
        Assert.Contains("together separate", Refusal(both, together, new(ridge: 0)), StringComparison.Ordinal);
        Assert.Contains("together separate", Refusal(both, together, new(ridge: 0.001)), StringComparison.Ordinal);
        // Only beyond 10; below, chance decides.
        var random = new SeededRandom(12);
        var partly = quotes.ConvertAll(q => q with { Won = q.Size + q.Visits > 10 || random.Chance(0.4) });
        var twin = both.Category("beyond", q => q.Size + q.Visits > 10);
        Assert.Contains(
            "The level \"true\" of the column \"beyond\" has", Refusal(twin, partly, new(ridge: 0)), StringComparison.OrdinalIgnoreCase);
        Assert.True(LogisticModel.Fit(twin, partly, q => q.Won).Ridge > 0);
        var hidden = new LogisticColumns<Quote>().Number("beyond", q => q.Size + q.Visits > 10 ? 1 : 0).Number("size", q => q.Size);
        Assert.Contains("\"beyond\" most of all", Refusal(hidden, partly, new(ridge: 0)), StringComparison.Ordinal);
        var twice = Quote.Columns.Number("cents", q => 100 * q.Size);
        Assert.Contains("\"cents\" is determined by", Refusal(twice, quotes, new(ridge: 0)), StringComparison.Ordinal);
        var halves = LogisticModel.Fit(twice, quotes, q => q.Won, options: new(ridge: 1)).Terms;
        Assert.Equal(halves[0].Coefficient, 100 * halves[halves.Count - 1].Coefficient, 1e-9);

        static string Refusal(LogisticColumns<Quote> columns, List<Quote> quotes, LogisticOptions options) =>
            Assert.Throws<LogisticFitException>(() => LogisticModel.Fit(columns, quotes, q => q.Won, options: options)).Message;
    }

    [Fact]
    public void Fit_OfTooFewOrOddDeals_IsRefused()
    {
        var quotes = Quote.Random(new(13), 100);
        var few = quotes.Take(30).Concat(quotes.Skip(30).Select(q => q with { Won = null }));
        Assert.Contains("takes at least 40 won and 40 lost deals", Assert.Throws<TooFewOutcomesException>(
            () => LogisticModel.Fit(Quote.Columns, few, q => q.Won)).Message, StringComparison.Ordinal);
        Assert.Contains("Closed deal 3 (from 0) has no date", Assert.Throws<ArgumentException>(() => LogisticModel.Fit(
            Quote.Columns, quotes.Select((q, i) => i == 3 ? q with { Closed = null } : q), q => q.Won, q => q.Closed, Few)).Message,
            StringComparison.Ordinal);
        Assert.Contains("newest fifth", Assert.Throws<TooFewOutcomesException>(() => LogisticModel.Fit(
            Quote.Columns, quotes.Select((q, i) => i >= 80 ? q with { Won = true } : q), q => q.Won, q => q.Closed, Few)).Message,
            StringComparison.Ordinal);
        Assert.Contains("newest fifth", Assert.Throws<TooFewOutcomesException>(() => LogisticModel.Fit(
            Quote.Columns, quotes.Select(q => q with { Closed = DateTime.MinValue }), q => q.Won, q => q.Closed, Few)).Message,
            StringComparison.Ordinal);
        Assert.Contains("\"size\" of closed deal 0", Assert.Throws<ArgumentException>(() => LogisticModel.Fit(
            Quote.Columns, quotes.Select(q => q with { Size = double.NegativeInfinity }), q => q.Won, options: Few)).Message,
            StringComparison.Ordinal);
        var thrown = Assert.Throws<InvalidOperationException>(() => LogisticModel.Fit(
            Quote.Columns.Category<string>("odd", _ => throw new FormatException("no")), quotes, q => q.Won, options: Few));
        Assert.Equal("The selector of the column \"odd\" has thrown FormatException: no", thrown.Message);
        Assert.Throws<ArgumentException>(() => LogisticModel.Fit(new LogisticColumns<Quote>(), quotes, q => q.Won));
        Assert.Throws<ArgumentNullException>(() => LogisticModel.Fit(Quote.Columns, null!, q => q.Won));
        Assert.Throws<ArgumentNullException>(() => LogisticModel.Fit<Quote>(null!, quotes, q => q.Won));
        Assert.Throws<ArgumentNullException>(() => LogisticModel.Fit(Quote.Columns, quotes, null!));
    }

    [Fact]
    public void Columns_ThatAreOdd_AreRefused()
    {
        var columns = Quote.Columns;
        Assert.Throws<ArgumentException>(() => columns.Number("size", q => q.Visits));
        Assert.Throws<ArgumentException>(() => columns.Category(" ", q => q.Region));
        Assert.Throws<ArgumentException>(() => columns.Category("x", q => q.Region, whenMissing: ""));
        Assert.Throws<ArgumentNullException>(() => columns.Number("x", null!));
        Assert.Throws<ArgumentNullException>(() => columns.Bins("x", null!));
        Assert.Throws<ArgumentNullException>(() => columns.Category<int>("x", null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => columns.Bins("x", q => q.Size, mostBins: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => columns.Bins("x", q => q.Size, (BinTrend)9));
        Assert.Equal(["size", "region"], columns.Names);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogisticOptions(ridge: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogisticOptions(ridge: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogisticOptions(folds: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogisticOptions(minimumWon: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogisticOptions(lowest: 0.5, highest: 0.5));
    }

    [Fact]
    public void ScoreByLogOdds_OfAFit_ScoresItsProbability() => Property.Holds(30, (random, size) =>
    {
        var quotes = Quote.Random(random, 300, missing: 0.2);
        var columns = new LogisticColumns<Quote>()
            .Number("size", q => q.Size)
            .Number("less", q => -q.Size * q.Visits)
            .Category("region", q => q.Region, size % 2 == 0 ? "none" : null)
            .Bins("visits", q => q.Visits, random.Pick(BinTrend.Any, BinTrend.Monotone), size % 3 == 0 ? "none" : null);
        var fit = LogisticModel.Fit(columns, quotes, q => q.Won, options: Few);
        var profile = QualificationProfile.Create<Quote>("learned", p => p.ScoreByLogOdds(fit).QualifyAt(30));
        Assert.Equal(
            fit.Terms.Where(term => term.LogOdds != 0).Select(term => term.Column).Distinct(), profile.Criteria.Select(c => c.Id));
        foreach (var quote in quotes.Take(40).Append(new(99, "nowhere", null)).Append(new(null, null, null)))
        {
            var decision = profile.Decide(quote, Asking.AsOf);
            // Bins that don't span 0 give an unknown value the points nearest to it.
            var probability = fit.Probability(quote);
            Assert.Equal(100 * probability, decision.Score, 1e-6);
            var result = profile.Explain(quote, Asking.AsOf);
            Assert.Equal(decision.Score, (double)result.Lines.Sum(line => line.Points), 0.011);
        }
    });

    [Fact]
    public void Fit_OfEqualDeals_GivesTheSameBitsEverywhere()
    {
        var fit = LogisticModel.Fit(Rich, Quote.Random(new(14), 300, missing: 0.1), q => q.Won, options: Few);
        Assert.Equal(
            "3fce18dc02a486d8 3fa821b85733dfc0",
            string.Join(" ", fit.Terms.Take(2).Select(term => BitConverter.DoubleToInt64Bits(term.LogOdds).ToString("x16"))));
    }

    private static string NameOf(LogisticTerm term) => term.Column + (term.Level is null ? "" : " = " + term.Level);

    private static IEnumerable<ScoredOutcome> Outcomes(LogisticFit<Quote> fit, List<Quote> quotes) =>
        quotes.Select(q => new ScoredOutcome(fit.Probability(q), q.Won!.Value));
}
