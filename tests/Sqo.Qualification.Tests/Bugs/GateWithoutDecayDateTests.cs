using System;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Bugs;

/// <summary>A gate that is met, or unmet, once became unknown because the date of its points was missing.</summary>
public class GateWithoutDecayDateTests
{
    private static readonly DateTime AsOf = new(2026, 11, 23);

    [Theory]
    [InlineData(100, 80, 100, Verdict.Qualified)]
    [InlineData(30, 80, 86, Verdict.Disqualified)]
    [InlineData(0, 80, 80, Verdict.Disqualified)]
    public void Decide_DateOfAGatesPointsMissing_LeavesThePointsOpenAndTheGateAsItIs(
        int number, double lowest, double highest, Verdict verdict)
    {
        var decision = Profile(threshold: 50).Decide(new Row(number, null), AsOf);
        Assert.Equal(verdict, decision.Verdict);
        Assert.Equal(lowest, decision.Lowest, 1e-9);
        Assert.InRange(decision.Highest, highest - 1e-9, 100);
        Assert.Equal(decision, Profile(threshold: 50).DecideAll(Enumerable.Repeat(new Row(number, null), 20).ToArray(), AsOf)[7]);
    }

    [Fact]
    public void Questions_PointsOfAGateCouldDecide_AsksForTheDate()
    {
        var result = Profile(threshold: 90).Explain(new Row(100, null), AsOf);
        Assert.Equal(Verdict.NeedsDiscovery, result.Verdict);
        Assert.Equal("gate", Assert.Single(result.Questions).Id);
        Assert.Contains("the date of its decay is missing", result.ToText(ExplanationTexts.English), StringComparison.Ordinal);
        Assert.Equal(RemedyKind.Renew, Assert.Single(Assert.Single(result.Remedies).Steps).Kind);
    }

    private static QualificationProfile<Row> Profile(double threshold) => QualificationProfile.Create<Row>("p", p =>
    {
        p.Criterion("gate", r => r.Number).Linear(0, 100).Required().Weight(20).DecayBy(r => r.Date, 10);
        p.Criterion("rest", _ => true).IsTrue().Weight(80);
        p.QualifyAt(threshold);
    });

    private sealed record Row(int Number, DateTime? Date);
}
