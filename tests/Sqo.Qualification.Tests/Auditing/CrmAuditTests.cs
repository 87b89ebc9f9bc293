using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Auditing;

/// <summary>The audit of a profile over real closed deals.</summary>
public class CrmAuditTests
{
    private static readonly DateTime AsOf = new(2018, 1, 1);

    [CrmFact]
    public void Audit_ClosedDeals_TiesOut()
    {
        var deals = CrmData.Opportunities().Where(deal => deal.Outcome != OpportunityOutcome.Open).ToList();
        var profile = QualificationProfile.Create<Opportunity>("hardware", p =>
        {
            p.Criterion("account", d => d.Account is not null && d.Account.Length > 0).IsTrue().Required().Label("Account");
            p.Criterion("amount", d => d.Amount).AtLeast(500m).Weight(30).Label("Amount");
            p.Criterion("product", d => d.Product).OneOf("GTX Plus Pro", "GTX Pro", "MG Special").Weight(30).Label("Product");
            p.Criterion("season", d => d.Created is { } created ? created.Month % 3 == 0 : null).IsTrue().Weight(40).Label("Quarter's end");
            p.QualifyAt(60).NearMissWithin(15);
        });
        var table = profile.AnswerAll(deals, AsOf);
        var outcomes = DealOutcomes.Of(deals, deal => deal.Outcome, deal => deal.Value);
        var audit = ProfileAudit.Of(profile, table, outcomes);
        Assert.Equal((6_711L, 4_238L, 2_473L, 0L), (audit.All.Deals, audit.All.Won, audit.All.Lost, audit.All.Open));
        Assert.Equal(0.631501, audit.All.WinRate.Value!.Value, 0.0000005);
        Assert.Equal(deals.Where(deal => deal.Outcome == OpportunityOutcome.Won).Sum(deal => deal.Value), audit.All.Revenue);
        Assert.Equal(audit.All.Deals, Enum.GetValues(typeof(Verdict)).Cast<Verdict>().Sum(verdict => audit[verdict].Deals));
        foreach (var criterion in audit.Criteria)
        {
            Assert.Equal(new ObservedRate(4_238, 6_711), criterion.Overall);
            Assert.Equal(audit.All.Won, criterion.Met.Won + criterion.Unmet.Won + criterion.Unknown.Won);
        }

        var curve = WhatIfCurve.OfThresholds(profile, table, outcomes, Enumerable.Range(0, 101).Select(t => (double)t));
        Assert.Equal(audit[Verdict.Qualified].Won, curve.Points[60].Qualified.Won);
        Assert.Equal(audit[Verdict.Qualified].Revenue, curve.Points[60].Qualified.Revenue);
        var byProduct = FairnessAudit.Of(profile, table, outcomes, deal => deal.Product);
        Assert.Equal(audit.All.Won, byProduct.Groups.Sum(group => group.Audit.All.Won));
        if (Environment.GetEnvironmentVariable("SQO_SHOW") is null) return;
        Console.WriteLine(audit);
        Console.WriteLine(string.Join("\n", curve.Points.Where(point => point.Value % 10 == 0)));
        Console.WriteLine(curve.Best(2_000, 50, 10, seed: 1));
        Console.WriteLine(byProduct);
    }
}
