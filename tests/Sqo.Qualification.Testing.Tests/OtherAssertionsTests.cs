using System;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Testing.Tests;

public class OtherAssertionsTests
{
    [Fact]
    public void Decision_OfEachVerdict_PassesItsAssertionAlone()
    {
        (Verdict Verdict, Func<Decision, Decision> Assertion)[] assertions =
        [
            (Verdict.Qualified, d => d.ShouldQualify()),
            (Verdict.Disqualified, d => d.ShouldBeDisqualified()),
            (Verdict.NearMiss, d => d.ShouldBeNearMiss()),
            (Verdict.NeedsDiscovery, d => d.ShouldNeedDiscovery()),
        ];
        foreach (var decision in new[] { Deals.Good, Deals.Poor, Deals.Near, Deals.Vague }.Select(result => result.Decision))
        {
            foreach (var (verdict, assertion) in assertions)
            {
                if (verdict == decision.Verdict) Assert.Equal(decision, assertion(decision));
                else Assert.Throws<QualificationAssertionException>(() => assertion(decision));
            }
        }
    }

    [Fact]
    public void Decision_OfAnotherVerdict_IsShown() => Assert.Equal(
        "Expected the verdict Qualified, but it is NearMiss 70 [70, 70].",
        Assert.Throws<QualificationAssertionException>(() => Deals.Near.Decision.ShouldQualify()).Message);

    [Fact]
    public void Assertions_OnARuleWithoutATextOfItsOwn_FailAsTheyShould()
    {
        var profile = QualificationProfile.Create<Deal>("own", p => p.Criterion("seats", new Seats()).Required());
        var result = profile.Explain(new Deal(), new DateTime(2026, 11, 23));
        result.ShouldFailOn("seats");
        Assert.Contains(
            "- seats: unmet (asked: own.seats (5)) [gate]", Assert.Throws<QualificationAssertionException>(() => result.ShouldQualify())
            .Message, StringComparison.Ordinal);
        Assert.Contains(
            "requirement.text", Assert.Throws<QualificationAssertionException>(() => profile.ShouldHaveNoLint()).Message,
            StringComparison.Ordinal);
    }

    private sealed class Seats : Criterion<Deal>
    {
        public override Requirement Requirement => new("own.seats", 5);

        protected override Answer Evaluate(Deal item, in EvaluationContext context) => Answer.Unmet;
    }

    [Fact]
    public void ShouldHaveNoLint_ProfileWithoutRemarks_GivesItBack()
    {
        var profile = QualificationProfile.Create<Deal>("gate", p => p.Criterion("authority", d => d.Authority).IsTrue().Required());
        Assert.Same(profile, profile.ShouldHaveNoLint());
    }

    [Fact]
    public void ShouldHaveNoLint_ProfileWithARemark_ListsItUnlessExcepted()
    {
        var profile = QualificationProfile.Create<Deal>("perfect", p =>
        {
            p.Criterion("authority", d => d.Authority).IsTrue().Weight(1);
            p.Criterion("budget", d => d.Budget).AtLeast(1m).Weight(1);
            p.QualifyAt(100);
        });
        var remark = Assert.Single(profile.Lint);
        Assert.Equal(
            $"Expected no warning about the profile \"perfect\", but there is one:\n- {remark.Code}: {remark.Message}",
            Assert.Throws<QualificationAssertionException>(() => profile.ShouldHaveNoLint()).Message);
        Assert.Same(profile, profile.ShouldHaveNoLint(remark.Code));
        Assert.Throws<ArgumentNullException>("profile", () => ((QualificationProfile<Deal>)null!).ShouldHaveNoLint());
        Assert.Throws<ArgumentNullException>("except", () => profile.ShouldHaveNoLint(null!));
    }
}
