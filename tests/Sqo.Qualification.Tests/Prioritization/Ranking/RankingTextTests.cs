using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Prioritization;

public class RankingTextTests
{
    [Fact]
    public void ToText_BuiltInValues_AreOneLineInBothLanguages()
    {
        var deal = RankingTests.Deal("a", 40_000, 0.3, ["Rival"]);
        var expected = RankingValue.ExpectedValue(o => o.Probability, o => o.Amount);
        Check(
            expected.Times(RankingFactor.Competition(), RankingFactor.TimeToClose(_ => TimeSpan.FromDays(14))),
            "No. 1: expected value 14,400 = value 40,000 × chance 30% × competition 0.8 (competitors: 1) × " +
            "urgency 1.5 (days to close: 14)",
            "Nr 1: förväntat värde 14 400 = värde 40 000 × chans 30 % × konkurrens 0,8 (konkurrenter: 1) × " +
            "brådska 1,5 (dagar till avslut: 14)");
        Check(
            RankingValue.ExpectedValuePerHour(o => o.Probability, o => o.Amount, _ => TimeSpan.FromHours(2.5)),
            "No. 1: expected value per hour 4,800 = value 40,000 × chance 30% / effort 2.5 hours",
            "Nr 1: förväntat värde per timme 4 800 = värde 40 000 × chans 30 % / arbete 2,5 timmar");
        Check(
            RankingValue.ValueAtRiskOfSlipping(o => o.Probability, o => o.Amount, _ => 0.06),
            "No. 1: value at risk of slipping 9,600 = value 40,000 × chance 30% × share after the period 80%",
            "Nr 1: värde som riskerar att skjutas upp 9 600 = värde 40 000 × chans 30 % × andel efter perioden 80 %");
        Check(RankingValue.Score(_ => 71.5), "No. 1: score 71.5", "Nr 1: poäng 71,5");
        Check(
            RankingValue.Score(_ => 71.5).Times(
                RankingFactor.Response(_ => TimeSpan.FromHours(-3)), RankingFactor.Competition(competitors: _ => null, whenUnknown: 1)),
            "No. 1: score 143 = score 71.5 × answer due 2 (answer overdue, hours: 3) × competition 1 (unknown, counted so)",
            "Nr 1: poäng 143 = poäng 71,5 × svar väntas 2 (svaret försenat, timmar: 3) × konkurrens 1 (okänt, räknas så)");

        void Check(RankingValue by, string english, string swedish)
        {
            var ranked = Ranking.Create([deal], by).Ranked[0];
            Assert.Equal(english, ranked.ToText(CultureInfo.InvariantCulture));
            Assert.Equal(swedish, ranked.ToText(new CultureInfo("sv-SE")).Replace('\u00A0', ' '));
        }
    }

    [Fact]
    public void ToText_CustomNames_AreTakenFromLabelsOrTexts()
    {
        var by = RankingValue.Product("own", [RankingFactor.Value(o => o.Amount), new("fit", _ => 2, "Fit")], "Worth");
        var ranked = Ranking.Create([RankingTests.Deal("a", 10)], by).Ranked[0];
        Assert.Equal("No. 1: Worth 20 = value 10 × Fit 2", ranked.ToString());
        var texts = ExplanationTexts.Swedish.With("sv", new Dictionary<string, string>
        {
            [RankingFactor.LabelPrefix + "fit"] = "passform",
            [RankingValue.LabelPrefix + "own"] = "värt",
        });
        Assert.Equal("Nr 1: värt 20 = värde 10 × passform 2", ranked.ToText(texts));
        var custom = Ranking.Create([RankingTests.Deal("a")], RankingValue.Custom("c", _ => 3, "Custom"));
        Assert.Equal("No. 1: Custom 3", custom.Ranked[0].ToString());
    }

    /// <summary>What is shown multiplies up to what is shown, and the facts to the last bit.</summary>
    [Fact]
    public void ToText_AnyFactors_MultiplyUpToTheValueShown() => Property.Holds(500, (random, size) =>
    {
        var probability = random.Chance(0.2) ? random.Below(101) / 100.0 : random.Share();
        var by = RankingValue.ExpectedValuePerHour(
                _ => probability, o => o.Amount, _ => TimeSpan.FromMinutes(15 * (1 + (size % 7))))
            .Times(RankingFactor.Competition(competitors: _ => size % 3), RankingFactor.TimeToClose(_ => TimeSpan.FromDays(size)));
        var amount = random.Below(1_000_000) / (decimal)random.Pick(1, 10, 100);
        var ranked = Ranking.Create([RankingTests.Deal("a", amount)], by).Ranked[0];
        double product = 1;
        foreach (var part in ranked.Parts) product = part.Factor.Divides ? product / part.Value : product * part.Value;
        Assert.Equal(ranked.Value, product);

        var text = Regex.Replace(ranked.ToString(), @"\(.*?\)", "");
        var sides = text.Substring("No. 1: ".Length).Split('=');
        var shown = Number(sides[0]);
        double multiplied = 1;
        foreach (Match part in Regex.Matches(sides[1], @"(^|×|/) [a-z ]+ ([\d.,]+%?)"))
        {
            multiplied = part.Value[0] == '/' ? multiplied / Number(part.Value) : multiplied * Number(part.Value);
        }

        var decimals = shown >= 1_000 ? 0 : shown >= 1 ? 2 : 6;
        Assert.True(Math.Abs(multiplied - shown) <= (0.5000001 * Math.Pow(10, -decimals)) + (1e-12 * shown), ranked.ToString());
    });

    private static double Number(string text)
    {
        var match = Regex.Match(text, @"([\d.,]+)(%?)\s*(hours)?\s*$");
        var number = double.Parse(match.Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture);
        return match.Groups[2].Value == "%" ? number / 100 : number;
    }
}
