using System.Linq;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Learning.Calibration;

/// <summary>Digits that every target has to give, to the last.</summary>
public class SameBitsTests
{
    [Fact]
    public void Learning_OnEveryTarget_GivesTheseDigits()
    {
        var random = new SeededRandom(23);
        var outcomes = Enumerable.Range(0, 500).Select(_ =>
        {
            var score = random.Share() * 100;
            return new ScoredOutcome(score, random.Chance(score / 100));
        }).ToArray();
        var platt = PlattCalibration.Fit(outcomes);
        var measures = platt.Measure(outcomes);
        var model = NaiveBayes.Lead.Count(NaiveBayes.Lead.MakeMany(random, 400), NaiveBayesOptions.Default).Train();
        var sum = Enumerable.Range(0, 200).Sum(_ => model.Explain(NaiveBayes.Lead.Make(random)).LogOdds!.Value);
        double[] found =
        [
            platt.Slope, platt.Intercept, measures.Brier!.Value, measures.LogLoss()!.Value, measures.Ranking.AucStandardError!.Value,
            measures.Ranking.AucInterval(0.9)!.Value.Low, sum,
        ];
        string[] expected =
        [
            "0.05349268008003947", "-2.522771121120272", "0.16095252242998787", "0.49099269914744303",
            "0.017288709283986795", "0.8161714833215251", "100.89081290086025",
        ];
        Assert.Equal(expected, found.Select(InvariantText.Of));
    }
}
