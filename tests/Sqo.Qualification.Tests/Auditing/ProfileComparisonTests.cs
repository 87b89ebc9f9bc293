using System;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Auditing;

public class ProfileComparisonTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void Of_AnyTwoProfiles_IsWhatTheyDecide() => Property.Holds(Deep.Size(30, 500), (random, size) =>
    {
        var (before, after) = (AuditCase.Profile(random), AuditCase.Profile(random));
        var deals = AuditCase.Generate(random, random.Between(1, size * 50));
        var comparison = ProfileComparison.Of(before, after, before.AnswerAll(deals, AsOf), AuditCase.OutcomesOf(deals));
        var was = deals.ConvertAll(deal => before.Decide(deal, AsOf).IsQualified);
        var isNow = deals.ConvertAll(deal => after.Decide(deal, AsOf).IsQualified);
        var rows = Enumerable.Range(0, deals.Count).ToList();
        Assert.Equal(rows.Where(row => isNow[row] && !was[row]), comparison.GainedRows);
        Assert.Equal(rows.Where(row => was[row] && !isNow[row]), comparison.LostRows);
        Assert.Equal(AuditCase.Shown(deals.Where((_, row) => was[row])), AuditCase.Shown(comparison.Before.Qualified));
        Assert.Equal(AuditCase.Shown(deals.Where((_, row) => isNow[row])), AuditCase.Shown(comparison.After.Qualified));
        Assert.Equal(AuditCase.Shown(comparison.GainedRows.Select(row => deals[row])), AuditCase.Shown(comparison.Shift.Gained));
        Assert.Equal(AuditCase.Shown(comparison.LostRows.Select(row => deals[row])), AuditCase.Shown(comparison.Shift.Lost));
        Assert.Equal(
            new ObservedRate(comparison.After.Qualified.Won, deals.Count(deal => deal.Outcome == OpportunityOutcome.Won)),
            comparison.After.Recall);
    });

    [Fact]
    public void ToText_ProfilesThatDifferInEverything_SaysTheDifferenceFirst()
    {
        var before = QualificationProfile.Create<AuditCase>("before", p =>
        {
            p.Criterion("budget", d => d.Amount).AtLeast(10_000m).Weight(20).Label("Budget");
            p.Group("rest", g =>
            {
                g.Criterion("a", d => d.Flags[0]).IsTrue().Weight(10);
                g.Criterion("gone", d => d.Flags[1]).IsTrue().Weight(10);
            }).Cap(15);
            p.QualifyAt(60).NearMissWithin(10);
        });
        var after = QualificationProfile.Create<AuditCase>("after", p =>
        {
            p.Criterion("budget", d => d.Amount).AtLeast(20_000m).Required().Label("Budget");
            p.Group("rest", g => g.Criterion("a", d => d.Flags[0]).IsTrue().Weight(10).MetFrom(1)).Floor(-5);
            p.Criterion("new", d => d.Flags[2]).IsTrue().Weight(5);
            p.QualifyAt(50).Cap(100);
        });
        var deals = AuditCase.Generate(new SeededRandom(1), 100);
        var comparison = ProfileComparison.Of(before, after, before.AnswerAll(deals, AsOf), AuditCase.OutcomesOf(deals));
        Assert.StartsWith(
            """
            Threshold: 50 instead of 60
            Margin of near misses: none instead of 10
            All points: cap 100 instead of none
            rest: cap none instead of 15
            rest: floor -5 instead of none
            gone is left out
            Budget: at least 20,000 instead of at least 10,000
            Budget: weight 0 instead of 20
            Budget becomes a gate
            a: met from 1 instead of 0.5
            new is added
            Before: SQOs
            """.Replace("\r\n", "\n"),
            comparison.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Tröskel: 50 i stället för 60\n", comparison.ToText(new CultureInfo("sv")), StringComparison.Ordinal);
        Assert.StartsWith(
            "No difference in criteria", ProfileComparison.Of(before, before, before.AnswerAll(deals, AsOf), AuditCase.OutcomesOf(deals))
            .ToString(), StringComparison.Ordinal);
    }
}
