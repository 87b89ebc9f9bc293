using System;
using System.Collections.Generic;
using Xunit;

namespace Sqo.Qualification.Testing.Tests;

public class QualificationResultAssertionsTests
{
    public static TheoryData<string, Func<QualificationResult, QualificationResult>, QualificationResult> Holding => new()
    {
        { "qualify", r => r.ShouldQualify(), Deals.Good },
        { "disqualified", r => r.ShouldBeDisqualified(), Deals.Poor },
        { "near miss", r => r.ShouldBeNearMiss(), Deals.Near },
        { "discovery", r => r.ShouldNeedDiscovery(), Deals.Vague },
        { "verdict", r => r.ShouldHaveVerdict(Verdict.NearMiss), Deals.Near },
        { "fail on", r => r.ShouldFailOn("budget"), Deals.Poor },
        { "fail on two", r => r.ShouldFailOn("activity", "budget"), Deals.Poor },
        { "meet", r => r.ShouldMeet("budget", "authority"), Deals.Good },
        { "ask", r => r.ShouldAsk("authority"), Deals.Vague },
        { "ask some", r => r.ShouldAsk("authority"), Deals.Explain(new Deal(25_000m)) },
        { "ask only", r => r.ShouldAskOnly("activity", "authority"), Deals.Explain(new Deal(25_000m)) },
        { "ask nothing", r => r.ShouldAskOnly(), Deals.Good },
        { "score", r => r.ShouldScore(70), Deals.Good },
        { "score in hundredths", r => r.ShouldScore(33.33m), Deals.Explain(new Deal(Activity: 100 / 3.0)) },
        { "score between", r => r.ShouldScoreBetween(70, 70.01m), Deals.Good },
        { "score below", r => r.ShouldScoreBetween(69.99m, 70), Deals.Good },
        { "grade", r => r.ShouldHaveGrade("B1"), Graded },
        { "take", r => r.ShouldTake("budget"), Deals.Near },
        { "take two", r => r.ShouldTake("activity", "budget"), Deals.Poor },
    };

    private static QualificationResult Graded => QualificationProfile.Create<string>("graded", p =>
    {
        p.Criterion("fit", text => text.Length).Linear(0, 10).Weight(1).Dimension(Dimensions.Fit);
        p.Criterion("engagement", _ => true).IsTrue().Weight(1).Dimension(Dimensions.Engagement);
        p.ScoreByFitAndEngagement().QualifyGrades("A1", "B1");
    }).Explain("sixish", new DateTime(2026, 11, 23));

    public static TheoryData<string, Func<QualificationResult, QualificationResult>, QualificationResult, string> Failing => new()
    {
        { "qualify", r => r.ShouldQualify(), Deals.Vague, "Expected the verdict Qualified, but it is NeedsDiscovery." },
        { "disqualified", r => r.ShouldBeDisqualified(), Deals.Near, "Expected the verdict Disqualified, but it is NearMiss." },
        { "near miss", r => r.ShouldBeNearMiss(), Deals.Poor, "Expected the verdict NearMiss, but it is Disqualified." },
        { "discovery", r => r.ShouldNeedDiscovery(), Deals.Good, "Expected the verdict NeedsDiscovery, but it is Qualified." },
        { "fail on", r => r.ShouldFailOn("budget"), Deals.Good, "Expected \"budget\" to be unmet, but \"budget\" is met." },
        {
            "fail on unknown", r => r.ShouldFailOn("authority"), Deals.Vague,
            "Expected \"authority\" to be unmet, but \"authority\" is unknown."
        },
        {
            "fail on one", r => r.ShouldFailOn("budget", "authority"), Deals.Poor,
            "Expected \"budget\", \"authority\" to be unmet, but \"authority\" is met."
        },
        { "meet", r => r.ShouldMeet("budget"), Deals.Poor, "Expected \"budget\" to be met, but \"budget\" is unmet." },
        {
            "ask", r => r.ShouldAsk("budget", "authority"), Deals.Vague,
            "Expected a question about \"budget\", but the questions are about \"authority\"."
        },
        { "ask nothing", r => r.ShouldAsk("budget"), Deals.Good, "Expected a question about \"budget\", but there is nothing to ask." },
        {
            "ask only", r => r.ShouldAskOnly("authority"), Deals.Explain(new Deal(25_000m)),
            "Expected questions about \"authority\" alone, but the questions are about \"authority\", \"activity\"."
        },
        { "ask none", r => r.ShouldAskOnly(), Deals.Vague, "Expected no questions, but the questions are about \"authority\"." },
        { "score", r => r.ShouldScore(60), Deals.Good, "Expected a score of 60, but it is 70." },
        { "score above", r => r.ShouldScoreBetween(70.01m, 80), Deals.Good, "Expected a score from 70.01 to 80, but it is 70." },
        { "score below", r => r.ShouldScoreBetween(60, 69.99m), Deals.Good, "Expected a score from 60 to 69.99, but it is 70." },
        { "grade", r => r.ShouldHaveGrade("A1"), Graded, "Expected the grade \"A1\", but it is \"B1\"." },
        { "grade of none", r => r.ShouldHaveGrade("A1"), Deals.Good, "Expected the grade \"A1\", but the profile gives no grades." },
        {
            "take", r => r.ShouldTake("activity"), Deals.Near,
            "Expected that it would take \"activity\", but what it would take is \"budget\"."
        },
        {
            "take a part", r => r.ShouldTake("budget"), Deals.Poor,
            "Expected that it would take \"budget\", but what it would take is \"budget\", \"activity\"."
        },
        { "take already", r => r.ShouldTake("budget"), Deals.Good, "Expected that it would take \"budget\", but it is qualified already." },
    };

    [Theory]
    [MemberData(nameof(Holding))]
    public void Assertion_ThatHolds_GivesTheResultBack(
        string what, Func<QualificationResult, QualificationResult> assertion, QualificationResult result)
    {
        Assert.NotEmpty(what);
        Assert.Same(result, assertion(result));
    }

    [Theory]
    [MemberData(nameof(Failing))]
    public void Assertion_ThatFails_SaysWhatWasExpectedAndShowsTheExplanation(
        string what, Func<QualificationResult, QualificationResult> assertion, QualificationResult result, string message)
    {
        Assert.NotEmpty(what);
        var failure = Assert.Throws<QualificationAssertionException>(() => assertion(result));
        var parts = failure.Message.Split("\n\n");
        Assert.Equal(message, parts[0]);
        Assert.Equal(result.ToText(ExplanationTexts.English), parts[1]);
    }

    [Fact]
    public void Message_Whole_IsAsDocumented() => Assert.Equal(
        """
        Expected the verdict Qualified, but it is NeedsDiscovery.

        Profile saas, version 1, as of Nov 23, 2026
        Needs discovery with a score of 70.00
        Possible from 70.00 to 70.00, threshold 60, 100% of the weight known
          + budget: met, 25,000 (asked: at least 10,000) [gate]
          ? authority: unknown, missing (asked: yes) [gate]
          + activity: met, 70 (asked: from 0 on, the closer to 100 the better)
        Points
          activity: 70.00
          Score: 70.00
        Questions to ask
          What is known about: authority?
        What it would take
          authority: yes
        """.ReplaceLineEndings("\n"),
        Assert.Throws<QualificationAssertionException>(() => Deals.Vague.ShouldQualify()).Message);

    [Fact]
    public void UnknownId_ForEveryAssertion_FailsWithTheIdsThereAre()
    {
        List<Func<QualificationResult>> assertions =
        [
            () => Deals.Poor.ShouldFailOn("budgt"), () => Deals.Poor.ShouldMeet("budgt"), () => Deals.Poor.ShouldAsk("budgt"),
            () => Deals.Poor.ShouldAskOnly("budgt"), () => Deals.Poor.ShouldTake("budgt"),
        ];
        Assert.All(assertions, assertion => Assert.Equal(
            "The profile \"saas\" has no criterion \"budgt\"; it has \"budget\", \"authority\", \"activity\".",
            Assert.Throws<QualificationAssertionException>(assertion).Message));
    }

    [Fact]
    public void Arguments_ThatMakeNoSense_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("result", () => ((QualificationResult)null!).ShouldQualify());
        Assert.Throws<ArgumentNullException>("result", () => ((QualificationResult)null!).ShouldFailOn("budget"));
        Assert.Throws<ArgumentNullException>("ids", () => Deals.Poor.ShouldFailOn(null!));
        Assert.Throws<ArgumentNullException>("ids", () => Deals.Poor.ShouldMeet("budget", null!));
        Assert.Throws<ArgumentException>("ids", () => Deals.Poor.ShouldFailOn());
        Assert.Throws<ArgumentException>("ids", () => Deals.Poor.ShouldAsk());
        Assert.Throws<ArgumentException>("ids", () => Deals.Poor.ShouldTake());
        Assert.Throws<ArgumentException>("lowest", () => Deals.Poor.ShouldScoreBetween(2, 1));
    }

    [Fact]
    public void Assertions_Chained_HoldTogether() =>
        Deals.Vague.ShouldNeedDiscovery().ShouldAskOnly("authority").ShouldMeet("budget").ShouldScore(70).ShouldTake("authority");
}
