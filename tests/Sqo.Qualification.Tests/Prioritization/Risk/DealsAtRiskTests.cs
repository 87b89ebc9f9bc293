using System;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Prioritization;

public class DealsAtRiskTests
{
    // A Monday.
    private static readonly DateTime Day = new(2026, 3, 2);

    [Fact]
    public void Of_PushedInSnapshots_IsCounted()
    {
        DateTime?[] pushed = [Close(3), Close(3), Close(4), null, Close(6), Close(5), Close(7)];
        DateTime?[] often = [Close(3), Close(4), Close(3), Close(4), Close(3), Close(4), Close(4)];
        DateTime?[] late = [null, null, null, null, null, null, Close(7)];
        var snapshots = Enumerable.Range(0, 7).Select(i => new PipelineSnapshot(
            Day.AddDays(7 * i), [Expecting("pushed", pushed[i]), Expecting("often", often[i]), Expecting("late", late[i])]));
        var risks = DealsAtRisk.Of(PipelineHistory.Of(snapshots), Day.AddDays(42), Only(RiskSign.Pushed));
        Assert.Equal(["often", "pushed"], risks.Deals.Select(deal => deal.Id).OrderBy(id => id));
        var finding = risks.Deals.Single(deal => deal.Id == "pushed").Signs.Single();
        Assert.Equal((3, 2, RiskEvidence.Snapshots), (finding.Observed, finding.Threshold, finding.Evidence));
        Assert.Equal("pushes to a later month: 3 (threshold 2), since Mar 16, 2026", finding.ToString());
        Assert.Equal("framflyttningar till en senare månad: 3 (gräns 2), sedan 2026-03-16", finding.ToText(new CultureInfo("sv-SE")));
        Assert.Equal("Pushed: 2 of 3, 1 unknown", risks.Counts.Single().ToString());
        // As of an earlier day, with fewer pushes.
        Assert.Empty(DealsAtRisk.Of(PipelineHistory.Of(snapshots), Day.AddDays(20), Only(RiskSign.Pushed)).Deals);
        Assert.Equal(
            ["often", "pushed"],
            DealsAtRisk.Of(PipelineHistory.Of(snapshots), Day.AddDays(20), new(signs: [RiskSign.Pushed], mostPushes: 0)).Deals
                .Select(deal => deal.Id).OrderBy(id => id));
        // One day's records show no pushes, unless the CRM counts them.
        var last = PipelineHistory.Of(snapshots).AsOf(Day.AddDays(42));
        Assert.Equal(3, DealsAtRisk.Of(last, Only(RiskSign.Pushed)).Counts.Single().Unknown);
        var counted = DealsAtRisk.Of(last, new(signs: [RiskSign.Pushed], pushes: o => o.Id == "late" ? 5 : 0));
        Assert.Equal("late: pushes to a later date: 5 (threshold 2)", counted.Deals.Single().ToString());

        static DateTime? Close(int month) => new DateTime(2026, month, 28);
    }

    [Fact]
    public void Of_NoContact_CountsWorkingDays()
    {
        var risks = Look(
            Only(RiskSign.NoContact),
            // Friday the 6th to Thursday the 26th are 14 working days after it, Friday the 27th is the 15th.
            With("old", o => o.Touchpoints = [Touch(new DateTime(2026, 2, 6))]),
            With("marketing", o => o.Touchpoints = [Touch(new DateTime(2026, 2, 6)), Touch(Day, TouchSide.Marketing)]),
            With("recent", o => o.Touchpoints = [Touch(new DateTime(2026, 2, 27))]),
            With("never", o => o.Created = new DateTime(2026, 1, 2)),
            With("just created", o => o.Created = Day),
            With("unclear", o => o.Touchpoints = [Touch(new DateTime(2026, 2, 6)), Touch(Day, null)]),
            With("unknown", o => o.Created = null));
        Assert.Equal(["marketing", "never", "old"], risks.Deals.Select(deal => deal.Id).OrderBy(id => id));
        Assert.Equal("old: working days without contact: 16 (threshold 14), last on Feb 6, 2026", Deal(risks, "old").ToString());
        Assert.Equal(
            "arbetsdagar utan kontakt: 41 (gräns 14), ingen sedan den skapades 2026-01-02",
            Deal(risks, "never").ToText(new CultureInfo("sv-SE")));
        Assert.Equal("NoContact: 3 of 7, 2 unknown", risks.Counts.Single().ToString());
        // 16 days are not more than 16.
        var sixteen = Look(
            new(signs: [RiskSign.NoContact], contactDays: 16), With("old", o => o.Touchpoints = [Touch(new DateTime(2026, 2, 6))]),
            With("never", o => o.Created = new DateTime(2026, 1, 2)));
        Assert.Equal(["never"], sixteen.Deals.Select(deal => deal.Id));
        // Without any touchpoint, contacts are not recorded.
        Assert.Equal(1, Look(Only(RiskSign.NoContact), With("never", o => o.Created = new DateTime(2026, 1, 2))).Counts.Single().Unknown);
        var field = Look(
            new(signs: [RiskSign.NoContact], lastContact: o => o.Id == "a" ? new DateTime(2026, 1, 2) : null), With("a"), With("b"));
        Assert.Equal("a", field.Deals.Single().Id);
        Assert.Equal(1, field.Counts.Single().Unknown);
    }

    [Fact]
    public void Of_LongInStage_ComparesWithWonDeals()
    {
        // Stays in "offer" of 1 to 10 days: 90 % took at most 9.
        var won = Enumerable.Range(1, 10).Select(days => Won("W-" + days, o =>
        {
            o.Created = Day.AddDays(-100);
            o.Closed = Day.AddDays(-50);
            o.StageChanges = [new(Day.AddDays(-100), "offer"), new(Day.AddDays(-100 + days), "talks")];
        })).ToList();
        var options = new RiskOptions(signs: [RiskSign.LongInStage], leastWon: 10);
        Opportunity In(string id, string stage, int days) => With(id, o => o.StageChanges = [new(Day.AddDays(-days), stage)]);
        var risks = Look(
            options,
            [
                .. won, In("long", "offer", 10), In("usual", "offer", 9), In("rare stage", "review", 100),
                With("open for long", o => (o.Created, o.Stage) = (Day.AddDays(-51), "offer")), With("undated"),
            ]);
        Assert.Equal(["long", "open for long"], risks.Deals.Select(deal => deal.Id).OrderBy(id => id));
        Assert.Equal("long: in stage offer for 10 days; 90% of 10 stays of won deals took at most 9", Deal(risks, "long").ToString());
        Assert.Equal("open for long: open for 51 days; 90% of 10 won deals took at most 50", Deal(risks, "open for long").ToString());
        var finding = Deal(risks, "long").Signs[0];
        Assert.Equal((10, 9, 10), (finding.Observed, finding.Threshold, finding.ComparedWith));
        Assert.Equal("LongInStage: 2 of 5, 2 unknown", risks.Counts.Single().ToString());
        var few = Look(
            new(signs: [RiskSign.LongInStage], leastWon: 11), [.. won, With("a", o => o.Created = Day.AddDays(-99)), In("b", "offer", 9)]);
        Assert.Empty(few.Deals);
        Assert.Equal(2, few.Counts.Single().Unknown);
    }

    [Fact]
    public void Of_LongInStage_ReadsStaysFromSnapshots()
    {
        // Won deals took 7 days from the snapshot that first shows "offer" to that which first shows "talks".
        Opportunity[] Known(int week) =>
        [
            .. Enumerable.Range(0, 5).Select(i => week < 3
                ? With("W-" + i, o => o.Stage = week == 1 ? "offer" : "talks")
                : Won("W-" + i, o => (o.Stage, o.Closed) = ("talks", Day.AddDays(20)))).Where(_ => week > 0),
            With("long", o => o.Stage = week == 0 ? "lead" : "offer"),
            With("since the start", o => o.Stage = "offer"),
            With("short", o => o.Stage = week < 3 ? "lead" : "offer"),
        ];
        var history = PipelineHistory.Of(Enumerable.Range(0, 4).Select(week => new PipelineSnapshot(Day.AddDays(7 * week), Known(week))));
        var risks = DealsAtRisk.Of(history, Day.AddDays(21), new(signs: [RiskSign.LongInStage], leastWon: 5));
        Assert.Equal(
            [
                "long: in stage offer for at least 14 days; 90% of 5 stays of won deals took at most 7",
                "since the start: in stage offer for at least 21 days; 90% of 5 stays of won deals took at most 7",
            ],
            risks.Deals.Select(deal => deal.ToString()).OrderBy(text => text));
        Assert.All(risks.Deals, deal => Assert.Equal(RiskEvidence.Snapshots, deal.Signs[0].Evidence));
    }

    [Fact]
    public void Of_CloseAmountAndContacts_AreReadFromTheRecord()
    {
        var won = Enumerable.Range(1, 20).Select(i => Won("W-" + i, o =>
            (o.Product, o.Amount, o.ClosedAmount, o.Closed) = ("box", 1, 100 * i, Day.AddDays(-1)))).ToList();
        // 95 % of 20 closed at 1,900 or less; 1.5 times that is 2,850.
        var risks = Look(
            new(signs: [RiskSign.CloseOverdue, RiskSign.LargeAmount, RiskSign.FewContacts]),
            [
                .. won,
                With("all", o => (o.ExpectedClose, o.Product, o.Amount, o.Contacts) = (Day.AddDays(-1), "box", 2_851, [new("c-1")])),
                With("none", o => (o.ExpectedClose, o.Product, o.Amount, o.Contacts) = (Day, "box", 2_850, [new("c-1"), new("c-2")])),
                With("unknown", o => o.Product = "crate"),
                With("other product", o => (o.ExpectedClose, o.Product, o.Amount, o.Touchpoints) = (Day, "crate", 9_999,
                    [new(Day, "call", contact: "c-1"), new(Day, "call", contact: "c-1"), new(Day, "call", contact: "c-2")])),
                With("other currency", o =>
                    (o.ExpectedClose, o.Product, o.Amount, o.Currency, o.Contacts) = (Day, "box", 9_999, "SEK", [])),
            ]);
        Assert.Equal(["all", "other currency"], risks.Deals.Select(deal => deal.Id));
        Assert.Equal(
            [
                "expected close on Mar 1, 2026, days past: 1",
                "amount 2,851 is above 2,850, 1.5 times the 1,900 that 95% of 20 similar won deals closed at or below",
                "people known at the customer: 1 (least 2)",
            ],
            risks.Deals[0].Signs.Select(finding => finding.ToString()));
        Assert.Equal(["c-1"], risks.Deals[0].Signs[2].Names);
        Assert.Equal(
            "förväntat avslut 2026-03-01, dagar sedan dess: 1; beloppet 2 851 är över 2 850, 1,5 gånger de 1 900 som 95 % av 20 " +
            "liknande vunna affärer slutade på eller under; kända personer hos kunden: 1 (minst 2)",
            risks.Deals[0].ToText(new CultureInfo("sv-SE")).Replace('\u00A0', ' '));
        Assert.Equal(["amount not comparable: 0 won deals, 20 are needed"], risks.Deals[1].Unknown.Select(finding => finding.ToString()));
        Assert.Equal(
            ["CloseOverdue: 1 of 5, 1 unknown", "LargeAmount: 1 of 5, 3 unknown", "FewContacts: 2 of 5, 1 unknown"],
            risks.Counts.Select(count => count.ToString()));
        Assert.Equal("2026-03-02: 2 of 5 open at risk", risks.ToString());
    }

    [Fact]
    public void Of_NewCompetitor_NeedsAnEarlierSnapshotThatKnows()
    {
        string[]?[] added = [["A"], ["a", "B"]];
        string[]?[] there = [["A"], ["A"]];
        string[]?[] unclear = [null, ["A"]];
        string[]?[] none = [null, []];
        var snapshots = Enumerable.Range(0, 2).Select(i => new PipelineSnapshot(
            Day.AddDays(10 * i),
            [
                With("added", o => o.Competitors = added[i]), With("there", o => o.Competitors = there[i]),
                With("unclear", o => o.Competitors = unclear[i]), With("none", o => o.Competitors = none[i]), With("not recorded"),
            ]));
        var risks = DealsAtRisk.Of(PipelineHistory.Of(snapshots), Day.AddDays(10), Only(RiskSign.NewCompetitor));
        Assert.Equal("added: new competitor since Mar 12, 2026: B", risks.Deals.Single().ToString());
        Assert.Equal(["B"], risks.Deals[0].Signs[0].Names);
        // "there" may have met A before the first snapshot, which is not 30 days old.
        Assert.Equal("NewCompetitor: 1 of 5, 3 unknown", risks.Counts.Single().ToString());
        risks = DealsAtRisk.Of(PipelineHistory.Of(snapshots), Day.AddDays(10), new(signs: [RiskSign.NewCompetitor], competitorDays: 10));
        Assert.Equal("NewCompetitor: 1 of 5, 2 unknown", risks.Counts.Single().ToString());
        Assert.Equal(5, Look(Only(RiskSign.NewCompetitor), [.. PipelineHistory.Of(snapshots).AsOf(Day).Open]).Counts.Single().Unknown);
    }

    [Fact]
    public void Of_ValueAtRisk_OrdersTheDeals()
    {
        Opportunity Past(string id, decimal? amount, int days) =>
            With(id, o => (o.Amount, o.ExpectedClose, o.Contacts) = (amount, Day.AddDays(-days), [new("c")]));
        var deals = new[] { Past("small", 10, 1), Past("great", 90, 1), Past("unknown", null, 1), Past("fewer", 10, 0) };
        RiskSign[] signs = [RiskSign.CloseOverdue, RiskSign.FewContacts];
        var risks = Look(new(signs: signs, value: o => o.Amount), deals);
        Assert.Equal(["great", "small", "fewer", "unknown"], risks.Deals.Select(deal => deal.Id));
        Assert.Equal([90m, 10m, 10m, null], risks.Deals.Select(deal => deal.Value));
        Assert.Equal("fewer", Look(new(signs: signs), deals).Deals[3].Id);
        var orders = Enumerable.Range(0, 20)
            .Select(seed => string.Join(" ", Look(new(signs: signs, seed: seed), deals).Deals.Select(deal => deal.Id)));
        Assert.True(orders.Distinct().Count() > 1);
    }

    [Fact]
    public void Of_AnyHistory_KeepsNoOrderOfTheInputAndCountsEveryDeal() => Property.Holds(40, (random, size) =>
    {
        var last = new DateTime(2018, 6, 1);
        var deals = Sqo.Qualification.Tests.Pipeline.RandomDeals.Of(random, 5 * size);
        var options = new RiskOptions(leastWon: 2, seed: (long)random.Next(), value: random.Chance(0.5) ? null : o => o.Amount);
        PipelineHistory[] histories =
        [
            PipelineHistory.Of([new(last.AddDays(-3), []), new(last, deals)]),
            PipelineHistory.Of([new(last.AddDays(-3), []), new(last, deals.OrderBy(_ => random.Next()))]),
        ];
        var risks = Array.ConvertAll(histories, history => DealsAtRisk.Of(history, last, options));
        Assert.Equal(risks[0].Deals.Select(deal => deal.ToString()), risks[1].Deals.Select(deal => deal.ToString()));
        Assert.All(risks[0].Counts, count => Assert.InRange(count.AtRisk + count.Unknown, 0, risks[0].Open));
        Assert.Equal(risks[0].Counts.Sum(count => count.AtRisk), risks[0].Deals.Sum(deal => deal.Signs.Count));
        foreach (var finding in risks[0].Deals.SelectMany(deal => deal.Signs))
        {
            Assert.True(finding.Sign == RiskSign.FewContacts ? finding.Observed < finding.Threshold : finding.Observed > finding.Threshold);
        }
    });

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    public void ToText_AnyCurrentCulture_IsTheSame(string culture)
    {
        var deal = With("İ", o => o.ExpectedClose = Day.AddDays(-1_500));
        var expected = Look(RiskOptions.Default, deal).Deals[0].ToString();
        using var scope = new CultureScope(culture);
        Assert.Equal(expected, Look(RiskOptions.Default, deal).Deals[0].ToString());
    }

    [Fact]
    public void Members_BadArguments_AreRefusedByName()
    {
        Assert.Throws<ArgumentNullException>("snapshot", () => DealsAtRisk.Of(null!));
        Assert.Throws<ArgumentNullException>("history", () => DealsAtRisk.Of(null!, Day));
        Assert.Throws<ArgumentOutOfRangeException>("mostPushes", () => new RiskOptions(mostPushes: -1));
        Assert.Throws<ArgumentOutOfRangeException>("stageQuantile", () => new RiskOptions(stageQuantile: 0));
        Assert.Throws<ArgumentOutOfRangeException>("amountQuantile", () => new RiskOptions(amountQuantile: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("amountMultiple", () => new RiskOptions(amountMultiple: 0));
        Assert.Throws<ArgumentOutOfRangeException>("leastContacts", () => new RiskOptions(leastContacts: 0));
        Assert.Throws<ArgumentOutOfRangeException>("signs", () => new RiskOptions(signs: [(RiskSign)9]));
        Assert.Throws<ArgumentOutOfRangeException>("asOf", () => DealsAtRisk.Of(PipelineHistory.Of([new(Day, [])]), Day.AddDays(1)));
        Assert.Equal(7, RiskOptions.Default.Signs.Count);
    }

    private static RiskOptions Only(RiskSign sign) => new(signs: [sign]);

    private static DealsAtRisk Look(RiskOptions options, params Opportunity[] deals) =>
        DealsAtRisk.Of(new PipelineSnapshot(Day, deals), options);

    private static DealAtRisk Deal(DealsAtRisk risks, string id) => risks.Deals.Single(deal => deal.Id == id);

    private static Touchpoint Touch(DateTime at, TouchSide? side = TouchSide.Sales) => new(at, "call", side: side);

    private static Opportunity Expecting(string id, DateTime? close) => With(id, o => o.ExpectedClose = close);

    private static Opportunity With(string id, Action<OpportunityDraft>? fill = null) => Opportunity.Create(o =>
    {
        o.Id = id;
        fill?.Invoke(o);
    });

    private static Opportunity Won(string id, Action<OpportunityDraft> fill) => With(id, o =>
    {
        o.Outcome = OpportunityOutcome.Won;
        fill(o);
    });
}
