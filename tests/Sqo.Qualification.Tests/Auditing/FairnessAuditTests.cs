using System;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Auditing;

public class FairnessAuditTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void Groups_AnyProfile_HaveTheAuditOfTheirDealsAlone() => Property.Holds(Deep.Size(20, 300), (random, size) =>
    {
        var profile = AuditCase.Profile(random);
        var deals = AuditCase.Generate(random, random.Between(1, size * 60));
        var fairness = FairnessAudit.Of(profile, profile.AnswerAll(deals, AsOf), AuditCase.OutcomesOf(deals), deal => deal.Group);
        Assert.Equal(deals.Select(deal => deal.Group).Distinct().Count(), fairness.Groups.Count);
        var isQualified = deals.ToDictionary(deal => deal, deal => profile.Decide(deal, AsOf).IsQualified);
        foreach (var group in fairness.Groups)
        {
            var own = deals.FindAll(deal => deal.Group == group.Name);
            var alone = ProfileAudit.Of(profile, profile.AnswerAll(own, AsOf), AuditCase.OutcomesOf(own));
            Assert.Equal(alone.ToString(), group.Audit.ToString());
            Assert.Equal(alone.Rejected.Revenue, group.Audit.Rejected.Revenue);
            var rest = deals.FindAll(deal => deal.Group != group.Name);
            Assert.Equal(new ObservedRate(own.Count(deal => isQualified[deal]), own.Count), group.QualifiedShare);
            Assert.Equal(new ObservedRate(rest.Count(deal => isQualified[deal]), rest.Count), group.Against.Second);
        }
    });

    [Fact]
    public void PValue_TwoGroups_IsTheScoreTestAndSaysSo()
    {
        var profile = QualificationProfile.Create<AuditCase>("one", p => p.Criterion("a", d => d.Flags[0]).IsTrue().Required());
        var deals = Enumerable.Range(0, 200).Select(i => new AuditCase
        {
            Group = i < 100 ? "north" : "south",
            Flags = [i < 60 || i >= 160, null, null, null, null],
            Outcome = i % 2 == 0 ? OpportunityOutcome.Won : OpportunityOutcome.Lost,
        }).ToList();
        var fairness = FairnessAudit.Of(profile, profile.AnswerAll(deals, AsOf), AuditCase.OutcomesOf(deals), deal => deal.Group);
        // 60 against 40 of 100: z = 0.2 / sqrt(0.25 x 0.02) = 2.8284, p = 0.004678.
        Assert.All(fairness.Groups, group => Assert.Equal(0.004678, group.PValue!.Value, 0.000001));
        Assert.StartsWith("north: 60% (", fairness.Groups[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("qualify, more than of the others (40% (", fairness.Groups[0].ToString(), StringComparison.Ordinal);
        Assert.EndsWith(
            "Decided alone, of its rejections: a: 100% (60 of 60).", fairness.Groups[1].ToString(), StringComparison.Ordinal);
        Assert.Contains("färre än av de övriga", fairness.Groups[1].ToText(new CultureInfo("sv")), StringComparison.Ordinal);
        var few = FairnessAudit.Of(
            profile, profile.AnswerAll(deals, AsOf), AuditCase.OutcomesOf(deals), deal => deal.Group, new(minimumClosed: 101));
        Assert.All(few.Groups, group => Assert.Null(group.PValue));
        Assert.All(few.Groups, group => Assert.False(group.IsDifferent));
    }
}
