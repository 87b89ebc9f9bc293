using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.Tests.Campaigns.Funnel.FunnelCase;

namespace Sqo.Qualification.Tests.Campaigns.Alignment;

public class CampaignAlignmentTests
{
    // A lead is judged by the letters of its id: b has a budget, t the time, n has no need; u means that the budget is unknown.
    private static readonly QualificationProfile<Lead> Agreed = QualificationProfile.Create<Lead>("agreed", p =>
    {
        p.Criterion("budget", (Lead lead) => lead.Id.Contains('u') ? null : (bool?)lead.Id.Contains('b')).IsTrue().Required();
        p.Criterion("time", (Lead lead) => lead.Id.Contains('t')).IsTrue().Weight(60);
        p.Criterion("need", (Lead lead) => !lead.Id.Contains('n')).IsTrue().Weight(40);
        p.Criterion("competitor", (Lead lead) => lead.Id.Contains('c')).IsTrue().Weight(-5);
        p.QualifyAt(60);
    });

    [Fact]
    public void Of_LeadsThatTheTeamsDisagreeAbout_NamesThemWithTheCriteria()
    {
        var alignment = Page(
            Lead("t-mql", "fair", 1, mql: 2), Lead("b-mql", "fair", 1, mql: 2), Lead("bt-mql", "fair", 1, mql: 2),
            Lead("ut-mql", "fair", 1, mql: 2), Lead("t-lead", "fair", 1), Lead("bt-dead", "fair", 1, lost: 9),
            Lead("bt-dead sqo", "mail", 1, sqo: 5, lost: 9), Lead("dead", "mail", 1, mql: 3, lost: 9), Lead("skip", "mail", 1, mql: 3));
        Assert.Equal(
            [
                ("t-mql", "fair", DisagreementKind.DisqualifiedByProfile, "budget"),
                ("b-mql", "fair", DisagreementKind.DisqualifiedByProfile, "time"),
                ("dead", "mail", DisagreementKind.DisqualifiedByProfile, "budget"),
                ("bt-dead", "fair", DisagreementKind.RejectedBySales, ""),
            ],
            alignment.Disagreements.Select(each => (each.LeadId, each.Campaign, each.Kind, string.Join(" ", each.Criteria))));
        var fair = alignment.Campaigns.Single(row => row.Name == "fair");
        Assert.Equal((6, "2 of 4", "1 of 1"), (fair.Judged, fair.DisqualifiedMqls.ToString(), fair.QualifiedRejections.ToString()));
        Assert.Equal(("0 of 6", "1 of 6"), (fair.BecameSqo.ToString(), fair.Died.ToString()));
        Assert.Equal(["budget: 1 of 1", "time: 1 of 1"], fair.DisqualifiedBy.Select(miss => miss.ToString()));
        // Unknown is not missed, and a penalty that does not apply is no miss.
        Assert.Equal(["budget: 2 of 5", "time: 1 of 6"], fair.MissedCriteria.Select(miss => miss.ToString()));
        Assert.Equal(1, fair.MissedCriteria[0].Unknown);
        var mail = alignment.Campaigns.Single(row => row.Name == "mail");
        Assert.Equal((2, "1 of 2", "0 of 1", "1 of 3"),
            (mail.Judged, mail.DisqualifiedMqls.ToString(), mail.QualifiedRejections.ToString(), mail.Died.ToString()));
        Assert.Equal((8, "3 of 6", "1 of 2"),
            (alignment.All.Judged, alignment.All.DisqualifiedMqls.ToString(), alignment.All.QualifiedRejections.ToString()));
    }

    [Fact]
    public void AnsweredInTime_LeadsThatCanStillBeAnswered_AreNotLate()
    {
        var alignment = Page(
            Lead("quick", "fair", 1, mql: 2, touches: [Sales(3)]), Lead("late", "fair", 1, mql: 2, touches: [Sales(30)]),
            Lead("never", "fair", 1, mql: 2), Lead("waits", "fair", 1, mql: 179), Lead("no MQL", "fair", 1),
            Lead("unclear", "fair", 1, mql: 2, touches: [new(Day(4), "mail")]));
        var all = alignment.All;
        Assert.Equal(("1 of 3", 1, 1), (all.AnsweredInTime.ToString(), all.AnswersNotDue, all.AnswersUnclear));
    }

    [Fact]
    public void ValuePerSqo_WonRefundedAndOpen_IsBesideTheCost()
    {
        CampaignFunnelOptions options = new(
            spend: [new("fair", ForecastPeriod.Month(2026, 1), 4_000)], refunds: [new("1", Day(90), 1_000)]);
        var alignment = CampaignAlignment.Of(
            Measure(
                [Lead("a", "fair", 1), Lead("b", "fair", 1, sqo: 5), Lead("c", "fair", 1)],
                [
                    Deal("1", "a", OpportunityOutcome.Won, 60, 9_000),
                    Deal("2", "b", OpportunityOutcome.Open, null, 10_000, probability: 0.3),
                ],
                options),
            _ => null,
            TimeSpan.FromDays(1));
        Assert.Equal((2_000m, 5_500m), (alignment.Campaigns[0].CostPerSqo!.Value, alignment.Campaigns[0].ValuePerSqo));
        Assert.Equal(0, alignment.All.Judged);
        Assert.Empty(alignment.Disagreements);
        Assert.Null(Page().All.ValuePerSqo);
    }

    [Fact]
    public void Of_AnyLeads_IsThatOfANaiveCount() => Property.Holds(60, (random, size) =>
    {
        var leads = Enumerable.Range(0, 3 * size).Select(i =>
        {
            var letters = string.Concat("btnu".Where(_ => random.Chance(0.5)));
            return Lead(
                $"{letters}{i}", random.Pick("x", "y"), 1, mql: random.Chance(0.5) ? 3 : null, sqo: random.Chance(0.3) ? 4 : null,
                lost: random.Chance(0.4) ? 5 : null);
        }).ToArray();
        var page = Page(leads);
        foreach (var row in page.Campaigns)
        {
            var own = leads.Where(lead => lead.Campaign == row.Name).ToList();
            var mqls = own.Where(lead =>
                (lead.Funnel[FunnelStage.MarketingQualified] ?? lead.Funnel[FunnelStage.QualifiedOpportunity]) is not null).ToList();
            Assert.Equal(mqls.Count, row.DisqualifiedMqls.Trials);
            Assert.Equal(mqls.Count(lead => (!lead.Id.Contains('u') && !lead.Id.Contains('b')) || !lead.Id.Contains('t')),
                row.DisqualifiedMqls.Successes);
            var dead = own.Where(lead =>
                lead.Funnel[FunnelStage.Closed] is not null && lead.Funnel[FunnelStage.QualifiedOpportunity] is null).ToList();
            Assert.Equal(dead.Count, row.Died.Successes);
            Assert.Equal(dead.Count(lead => lead.Id.Contains('b') && lead.Id.Contains('t') && !lead.Id.Contains('u')),
                row.QualifiedRejections.Successes);
            Assert.Equal(own.Count(lead => lead.Id.Contains('n')),
                row.MissedCriteria.SingleOrDefault(miss => miss.Criterion.Id == "need")?.Missed.Successes ?? 0);
        }
    });

    [Fact]
    public void Of_Arguments_AreChecked()
    {
        var funnel = Measure([]);
        Assert.Throws<ArgumentNullException>("judge", () => CampaignAlignment.Of(funnel, null!, TimeSpan.Zero));
        var thrown = Assert.Throws<ArgumentOutOfRangeException>(
            "answerWithin", () => CampaignAlignment.Of(funnel, _ => null, TimeSpan.FromHours(-1)));
        Assert.StartsWith("answerWithin is -01:00:00; it must be 0 or above.", thrown.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => CampaignAlignment.Of(funnel, _ => null, TimeSpan.Zero, (FunnelStage)9));
    }

    [Fact]
    public void ToText_Page_IsWordedInBothLanguages()
    {
        List<Lead> leads =
        [
            Lead("t-mql", "fair", 1, mql: 2, touches: [Sales(3)]), Lead("b-mql", "fair", 1, mql: 2),
            Lead("bt-dead", "fair", 1, mql: 3, lost: 9), Lead("bt-sqo", "mail", 1, sqo: 5), Lead("nt-lead", null, 1),
        ];
        var funnel = Measure(
            leads, [Deal("1", "bt-sqo", OpportunityOutcome.Won, 60, 9_000, currency: "EUR")],
            new(spend: [new("mail", ForecastPeriod.Month(2026, 1), 4_000)]));
        var page = CampaignAlignment.Of(funnel, lead => Agreed.Explain(lead, AsOf), TimeSpan.FromDays(1));
        Snapshot.Match(page.ToText(ExplanationTexts.English), "English");
        Snapshot.Match(page.ToText(ExplanationTexts.Swedish), "Swedish");
    }

    private static CampaignAlignment Page(params Lead[] leads) => CampaignAlignment.Of(
        Measure(leads),
        lead => lead.Id.StartsWith("skip", StringComparison.Ordinal) ? null : Agreed.Explain(lead, AsOf),
        TimeSpan.FromDays(2));

    private static Touchpoint Sales(int day) => new(Day(day), "phone", side: TouchSide.Sales);
}
