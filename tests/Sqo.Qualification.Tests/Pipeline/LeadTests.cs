using System;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline;

public class LeadTests
{
    private static readonly DateTime Day = new(2018, 3, 6);

    [Fact]
    public void From_FullRecord_TakesEveryField()
    {
        var lead = Lead.Create(l =>
        {
            (l.Id, l.Name, l.Account, l.Owner, l.Source, l.Campaign) = ("L-1", "n", "acc", "own", "organic search", "spring");
            l.Funnel[FunnelStage.Lead] = EventTime.At(Day.AddHours(9));
            l.Funnel[FunnelStage.MarketingQualified] = EventTime.OnDay(Day);
            l.Contacts = [new("c1")];
            l.Touchpoints = [new(Day.AddDays(1), "mail", side: TouchSide.Sales), new(Day, "site", side: TouchSide.Marketing)];
            l.Fields["segment"] = "home";
        });
        Assert.Equal(
            "L-1 n acc own organic search spring", $"{lead} {lead.Name} {lead.Account} {lead.Owner} {lead.Source} {lead.Campaign}");
        Assert.Equal(EventTime.OnDay(Day), lead.Funnel[FunnelStage.MarketingQualified]);
        Assert.Equal(["site", "mail"], lead.Touchpoints.Select(touchpoint => touchpoint.Channel));
        Assert.Equal("c1", Assert.Single(lead.Contacts!).Id);
        Assert.Equal("home", lead.Fields["segment"]);
    }

    [Fact]
    public void From_EmptyRecord_KnowsNothing()
    {
        var leads = Lead.From(["a", "b"], (id, l) =>
        {
            l.Id = id;
            if (id == "b") return;
            (l.Name, l.Account, l.Owner, l.Source, l.Campaign) = ("x", "x", "x", "x", "x");
            l.Funnel[FunnelStage.Lead] = EventTime.OnDay(Day);
            l.Contacts = [];
            l.Touchpoints = [new(Day, "mail")];
            l.Fields["f"] = "x";
        });
        Assert.Empty(leads[0].Contacts!);

        // The draft of the first leaves nothing to the second.
        var bare = leads[1];
        Assert.Null(bare.Name ?? bare.Account ?? bare.Owner ?? bare.Source ?? bare.Campaign);
        Assert.Null(bare.Contacts);
        Assert.Empty(bare.Touchpoints);
        Assert.Empty(bare.Fields);
        Assert.All(Enumerable.Range(0, 6), stage => Assert.Null(bare.Funnel[(FunnelStage)stage]));
    }

    [Fact]
    public void Validate_GoodAndBad_LosesNone()
    {
        var read = Lead.Validate(["a", " ", "a", null, "c"], (id, l) =>
        {
            l.Id = id;
            if (id != "c") return;
            l.Funnel[FunnelStage.Lead] = EventTime.At(new(2018, 1, 1, 0, 0, 0, DateTimeKind.Local));
            l.Funnel[FunnelStage.SalesAccepted] = default(EventTime);
            l.Touchpoints = [new(null, "mail")];
        });
        Assert.Equal(
            ["1 id.blank", "2 id.duplicate", "3 record.null", "4 date.local", "4 date.unset", "4 date.missing"],
            read.Faults.Select(fault => $"{fault.Position} {fault.Code}"));
        Assert.Equal("Funnel[Lead]", read.Faults[3].Field);
        Assert.Equal("a", Assert.Single(read.Records).Id);
        Assert.Equal("1 of 5 records, 6 faults", read.ToString());
        Assert.StartsWith(
            "1 of 1 records can't be leads, for one reason:", Assert.Throws<RecordException>(() => Lead.Create(_ => { })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "fills a lead threw at record 0",
            Assert.Throws<InvalidOperationException>(() => Lead.Create(_ => throw new FormatException())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Funnel_TimesOfOneDay_ArePutInNoOrderUnlessBothAreMoments()
    {
        Assert.True(IsGood(EventTime.OnDay(Day), EventTime.At(Day)));
        Assert.True(IsGood(EventTime.At(Day.AddHours(9)), EventTime.OnDay(Day)));
        Assert.True(IsGood(EventTime.At(Day.AddHours(9)), EventTime.At(Day.AddHours(9))));
        Assert.False(IsGood(EventTime.At(Day.AddHours(9)), EventTime.At(Day.AddHours(8))));
        Assert.False(IsGood(EventTime.OnDay(Day), EventTime.OnDay(Day.AddDays(-1))));

        static bool IsGood(EventTime lead, EventTime qualified) => Lead.Validate([0], (_, l) =>
        {
            l.Id = "a";
            l.Funnel[FunnelStage.Lead] = lead;
            l.Funnel[FunnelStage.SalesQualified] = qualified;
        }).IsValid;
    }
}
