using System;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Auditing;

public class NearMissListTests
{
    private static readonly QualificationProfile<AuditCase> Profile = QualificationProfile.Create<AuditCase>("near", p =>
    {
        p.Criterion("budget", d => d.Amount).AtLeast(10_000m).Required().Label("Budget").NextAction("Ask for the budget.");
        p.Criterion("a", d => d.Flags[0]).IsTrue().Weight(60);
        p.Criterion("b", d => d.Flags[1]).IsTrue().Weight(40).Label("Demo");
        p.QualifyAt(65).NearMissWithin(10).NextAction(Verdict.NearMiss, "Send the newsletter.");
    });

    [Fact]
    public void Of_NearMisses_AreInTheOrderOfTheValueWithWhatItTakes()
    {
        var list = Of(Deal("far", false, false, 1), Deal("points", true, false, 20_000), Deal("gate", true, true, 9_000),
            Deal("unvalued", true, false, 30_000), Deal("sqo", true, true, 10_000));
        Assert.Equal(["points", "gate", "unvalued"], list.Deals.Select(deal => deal.Id));
        Assert.Equal((5.0, 1, null), (list.Deals[0].PointsShort, list.Deals[0].Row, list.Deals[0].UnmetGate));
        Assert.Equal(("budget", 0.0), (list.Deals[1].UnmetGate!.Id, list.Deals[1].PointsShort));
        Assert.Equal(
            "points: to nurture; 5 points short. It would take: Demo: yes. Next: Send the newsletter.", list.Deals[0].ToString());
        Assert.Equal(
            "gate: to nurture; only Budget is unmet. It would take: Budget: at least 10,000. Next: " +
            "Send the newsletter.; Ask for the budget.",
            list.Deals[1].ToString());
        Assert.StartsWith(
            "gate: till bearbetning; bara Budget är inte uppfyllt. Det som behövs: ", list.Deals[1].ToText(new CultureInfo("sv")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EqualValues_AreOrderedByTheHashOfTheIdAndNotByTheRow()
    {
        var deals = Enumerable.Range(0, 20).Select(i => Deal("x" + i, true, false, 20_000)).ToArray();
        var order = Of(deals).Deals.Select(deal => deal.Id).ToArray();
        Assert.Equal(order, Of([.. Enumerable.Reverse(deals)]).Deals.Select(deal => deal.Id));
        Assert.NotEqual(deals.Select(deal => deal.Group), order);
    }

    [Fact]
    public void Of_BadIdOrValue_IsRefused()
    {
        var table = Profile.AnswerAll([Deal("a", true, false, 20_000)], Asking.AsOf);
        Assert.Throws<ArgumentException>(() => NearMissList.Of(Profile, table, _ => " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => NearMissList.Of(Profile, table, _ => "a", _ => double.NaN));
    }

    private static NearMissList Of(params AuditCase[] deals) => NearMissList.Of(
        Profile, Profile.AnswerAll(deals, Asking.AsOf), deal => deal.Group!,
        deal => deal.Group == "unvalued" ? null : (double)deal.Amount!.Value);

    private static AuditCase Deal(string id, bool a, bool b, decimal budget) =>
        new() { Group = id, Flags = [a, b, null, null, null], Amount = budget };
}
