using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Verbs;

public class EvidenceVerbsTests
{
    [Theory]
    [InlineData(null, AnswerState.Unknown)]
    [InlineData(EvidenceLevel.Unknown, AnswerState.Unknown)]
    [InlineData(EvidenceLevel.Claimed, AnswerState.Unmet)]
    [InlineData(EvidenceLevel.Confirmed, AnswerState.Met)]
    [InlineData(EvidenceLevel.Documented, AnswerState.Met)]
    public void AtLeastConfirmed_AnyLevel_MetFromThere(EvidenceLevel? level, AnswerState expected)
    {
        var result = Asking.Explain(level, b => b.Criterion("c", x => x.Value).AtLeast(EvidenceLevel.Confirmed));
        Assert.Equal(expected, result.State);
        // Levels are an order, not a distance.
        Assert.Null(result.Gap);
        if (level is { } known)
        {
            Assert.Equal(expected, Asking.State(known, b => b.Criterion("c", x => x.Value).AtLeast(EvidenceLevel.Confirmed)));
        }
    }

    [Theory]
    [InlineData(null, 0, AnswerState.Unknown)]
    [InlineData(EvidenceLevel.Unknown, 0, AnswerState.Unknown)]
    [InlineData(EvidenceLevel.Claimed, 5, AnswerState.Unmet)]
    [InlineData(EvidenceLevel.Confirmed, 10, AnswerState.Met)]
    [InlineData(EvidenceLevel.Documented, 20, AnswerState.Met)]
    public void Points_OfALevel_AreThoseGiven(EvidenceLevel? level, double points, AnswerState state)
    {
        var profile = QualificationProfile.Create<Box<EvidenceLevel?>>("x", p =>
        {
            p.Criterion("c", x => x.Value).Points(claimed: 5, confirmed: 10, documented: 20);
            p.QualifyAt(60);
        });
        var result = profile.Explain(new Box<EvidenceLevel?>(level), Asking.AsOf);
        Assert.Equal(points, result.Criteria[0].Contribution);
        Assert.Equal(state, result.Criteria[0].State);
        Assert.Equal(result.Decision, profile.Decide(new Box<EvidenceLevel?>(level), Asking.AsOf));
        Assert.Equal(level is null or EvidenceLevel.Unknown ? 100 : points * 5, result.Decision.Highest);
        Assert.Equal(
            "points by evidence: claimed 5, confirmed 10, documented 20",
            ExplanationTexts.English.Requirement(profile.Criteria[0]));
        var remedies = result.Remedies;
        if (level == EvidenceLevel.Claimed) Assert.Equal("c: at least documented", ExplanationTexts.English.Step(remedies[0].Steps[0]));
    }

    [Theory]
    [InlineData(-1, 1, 2)]
    [InlineData(3, 2, 4)]
    [InlineData(1, 3, 2)]
    [InlineData(0, 0, 0)]
    [InlineData(double.NaN, 1, 2)]
    [InlineData(0, 1, double.PositiveInfinity)]
    public void Points_ThatAreNoScale_AreAFault(double claimed, double confirmed, double documented)
    {
        var exception = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<Box<EvidenceLevel>>("x", p =>
        {
            p.Criterion("c", x => x.Value).Points(claimed, confirmed, documented);
            p.QualifyAt(60);
        }));
        Assert.Equal("evidence.points", exception.Faults[0].Code);
    }
}
