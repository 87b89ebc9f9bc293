using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Auditing;

public class OverrideReviewTests
{
    private static readonly DateTime From = Asking.AsOf;

    [Fact]
    public void Of_Overrides_AreCountedByWhatTheyDidAndHowTheyEnded()
    {
        var overrides = new List<VerdictOverride>();
        // 60 accepted of which 20 won, 3 rejected, 2 that change nothing.
        for (var i = 0; i < 60; i++) overrides.Add(new($"a{i}", true, i < 50 ? "I know the customer" : "hunch", "Ann", From));
        for (var i = 0; i < 3; i++) overrides.Add(new($"r{i}", false, "bad payer", "Bob", From));
        for (var i = 0; i < 2; i++) overrides.Add(new($"q{i}", true, "sure", "Bob", From));
        var review = OverrideReview.Of(
            overrides, o => o.Id[0] == 'a' ? Verdict.Disqualified : Verdict.Qualified,
            o => o.Id[0] == 'a' && int.Parse(o.Id.Substring(1), CultureInfo.InvariantCulture) < 20 ? OpportunityOutcome.Won
                : OpportunityOutcome.Lost,
            Sqos(), o => 100);
        Assert.Equal((20, 40, 2_000m), (review.Accepted.Won, review.Accepted.Lost, review.Accepted.Revenue));
        Assert.Equal((3, 2), (review.Rejected.Lost, review.Agreeing));
        Assert.Equal(["I know the customer", "hunch"], review.AcceptedByReason.Select(reason => reason.Key));
        Assert.Equal([50L, 10L], review.AcceptedByReason.Select(reason => reason.Value.Deals));
        Assert.Equal(new RateDifference(new(20, 60), new(70, 100)), review.AgainstProfile);
        Assert.Contains(
            "Those accepted were won less often than the profile's SQOs: 33.3% ", review.ToString(), StringComparison.Ordinal);
        Assert.Contains("De godtagna vanns mer sällan", review.ToText(new CultureInfo("sv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TwoOverridesOfADeal_AreRefusedByName()
    {
        VerdictOverride[] twice = [new("d", true, "r", "Ann", From), new("d", false, "r", "Bob", From)];
        var error = Assert.Throws<ArgumentException>(() => OverrideReview.Of(twice, _ => default, _ => default, Sqos()));
        Assert.Contains("\"d\" has more than one override", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Override_End_IsNotIncludedAndMustNotComeFirst()
    {
        var week = new VerdictOverride("d", true, "r", "Ann", From, From.AddDays(7));
        Assert.False(week.IsInForce(From.AddTicks(-1)));
        Assert.True(week.IsInForce(From));
        Assert.False(week.IsInForce(From.AddDays(7)));
        Assert.True(new VerdictOverride("d", true, "r", "Ann", From).IsInForce(DateTime.MaxValue));
        Assert.Contains(
            "\"d\"", Assert.Throws<ArgumentException>(() => new VerdictOverride("d", true, "r", "Ann", From, From.AddDays(-1))).Message,
            StringComparison.Ordinal);
    }

    private static OutcomeCounts Sqos()
    {
        var profile = QualificationProfile.Create<AuditCase>("all", p => p.Criterion("a", d => d.Outcome).Satisfies(_ => true).Required());
        var deals = Enumerable.Range(0, 100)
            .Select(i => new AuditCase { Outcome = i < 70 ? OpportunityOutcome.Won : OpportunityOutcome.Lost }).ToList();
        return ProfileAudit.Of(profile, profile.AnswerAll(deals, From), AuditCase.OutcomesOf(deals))[Verdict.Qualified];
    }
}
