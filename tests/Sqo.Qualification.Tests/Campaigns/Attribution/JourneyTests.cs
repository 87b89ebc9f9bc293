using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Campaigns.Attribution;

/// <summary>How records become paths, and what is left out of them.</summary>
public class JourneyTests
{
    private static readonly DateTime Day = new(2026, 3, 2);
    private static readonly DateTime AsOf = new(2026, 6, 30);

    [Fact]
    public void ByOpportunity_Won_HasTouchesUpToTheClosingWithAnchorsAndValue()
    {
        var deal = Deal("D-1", o =>
        {
            o.Touchpoints = [Touch(30, "call"), Touch(0, "search"), Touch(10, "email"), Touch(20, "webinar"), Touch(40, "late")];
            o.Funnel[FunnelStage.Lead] = EventTime.OnDay(Day.AddDays(10));
            (o.Created, o.Closed, o.Outcome) = (Day.AddDays(20), Day.AddDays(30), OpportunityOutcome.Won);
        });
        var counted = Counted(Journeys.ByOpportunity([deal], ConversionEvent.Won, AsOf));
        var path = Assert.Single(counted.Paths);
        Assert.Equal(["search", "email", "webinar", "call"], path.Touches.Select(touch => touch.Channel));
        Assert.Equal([30, 20, 10, 0], path.Touches.Select(touch => touch.DaysBefore!.Value));
        Assert.Equal((1, 2, 3), (path.PlaceOf(AttributionAnchor.LeadCreation), path.PlaceOf(AttributionAnchor.OpportunityCreation),
            path.PlaceOf(AttributionAnchor.CustomerClose)));
        Assert.Equal((1L, 0L, 900m, "EUR"), (path.Conversions, path.NonConversions, path.Value, path.Currency));
        Assert.Equal(1, counted.Coverage.LeftOut(TouchExclusion.AfterConversion));
        Assert.Equal(5, counted.Coverage.Touches);
    }

    [Fact]
    public void ByOpportunity_LostOpenUndatedAndFuture_AreWhatWasKnownAtTheDay()
    {
        Opportunity[] deals =
        [
            Deal("lost", o => (o.Created, o.Closed, o.Outcome) = (Day, Day.AddDays(9), OpportunityOutcome.Lost)),
            Deal("open", o => o.Created = Day),
            Deal("won without a time of its SQO", o => (o.Created, o.Closed, o.Outcome) = (Day, Day.AddDays(9), OpportunityOutcome.Won)),
            Deal("sqo later", o =>
            {
                o.Created = Day;
                o.Funnel[FunnelStage.QualifiedOpportunity] = EventTime.OnDay(AsOf.AddDays(1));
            }),
            Deal("sqo", o =>
            {
                o.Created = Day;
                o.Funnel[FunnelStage.QualifiedOpportunity] = EventTime.OnDay(AsOf);
            }),
            Deal("created later", o => o.Created = AsOf.AddDays(1)),
        ];
        var counted = Counted(Journeys.ByOpportunity(deals, ConversionEvent.QualifiedOpportunity, AsOf));
        Assert.Equal((1L, 4L), (counted.Coverage.Conversions, counted.Coverage.NonConversions));
        Assert.Equal(1, counted.Coverage.UndatedConversions);
        var closed = Counted(
            Journeys.ByOpportunity(deals, ConversionEvent.QualifiedOpportunity, AsOf), new AttributionOptions(open: OpenJourneys.LeaveOut));
        Assert.Equal((2L, 2L), (closed.Coverage.NonConversions, closed.Coverage.OpenLeftOut));
    }

    [Fact]
    public void ByLead_SeveralOpportunities_AreSeveralConversionsOfTheSameTouches()
    {
        var lead = Lead.Create(l =>
        {
            l.Id = "L-1";
            l.Touchpoints = [Touch(0, "fair"), Touch(15, "email")];
            l.Funnel[FunnelStage.Lead] = EventTime.OnDay(Day);
        });
        var deals = new[] { 10, 20 }.Select(closed => Deal("D-" + closed, o =>
        {
            (o.LeadId, o.Touchpoints) = ("L-1", []);
            (o.Created, o.Closed, o.Outcome) = (Day.AddDays(1), Day.AddDays(closed), OpportunityOutcome.Won);
        })).ToList();
        var shared = Counted(Journeys.ByLead([lead], ConversionEvent.Won, AsOf, deals));
        Assert.Equal(["fair", "fair > email"], shared.Paths.Select(Sequence));
        var cut = Counted(Journeys.ByLead([lead], ConversionEvent.Won, AsOf, deals), new AttributionOptions(cutAtConversions: true));
        Assert.Equal(["fair", "email"], cut.Paths.Select(Sequence));
        Assert.Equal(["fair", "fair > email"], Counted(
            Journeys.ByLead([lead], ConversionEvent.Won, AsOf, deals.AsEnumerable().Reverse())).Paths.Select(Sequence));
        Assert.Equal(["fair > email"], Counted(Journeys.ByLead([lead], ConversionEvent.Won, AsOf)).Paths.Select(Sequence));
        Assert.Equal(0, Counted(Journeys.ByLead([lead], ConversionEvent.Won, AsOf)).Coverage.Conversions);
    }

    [Fact]
    public void ByLead_StageOfTheLeadItself_Counts()
    {
        var lead = Lead.Create(l =>
        {
            l.Id = "L-1";
            l.Touchpoints = [Touch(0, "fair"), Touch(15, "email")];
            l.Funnel[FunnelStage.MarketingQualified] = EventTime.OnDay(Day.AddDays(3));
        });
        var counted = Counted(Journeys.ByLead([lead], ConversionEvent.MarketingQualified, AsOf));
        Assert.Equal("fair", Sequence(Assert.Single(counted.Paths)));
        Assert.Equal(1, counted.Coverage.Conversions);
        Assert.Equal(0, Counted(Journeys.ByLead([lead], ConversionEvent.MarketingQualified, Day.AddDays(2))).Coverage.Conversions);
    }

    [Fact]
    public void ByAccount_SeveralContacts_PoolTheirTouches()
    {
        var first = Deal("D-1", o =>
        {
            (o.Account, o.Touchpoints) = ("acme", [Touch(5, "email", contact: "p")]);
            (o.Created, o.Closed, o.Outcome) = (Day, Day.AddDays(30), OpportunityOutcome.Won);
        });
        var second = Deal("D-2", o => (o.Account, o.Touchpoints) = ("acme", [Touch(2, "fair", contact: "q")]));
        var alone = Deal("D-3", o => o.Touchpoints = [Touch(2, "web")]);
        var journeys = Journeys.ByAccount([first, second, alone], ConversionEvent.Won, AsOf);
        Assert.Equal(["acme", "D-3"], journeys.Select(journey => journey.Id));
        var counted = Counted(journeys);
        Assert.Equal(["fair > email", "web"], counted.Paths.Select(Sequence));
        Assert.Equal((1L, 1L), (counted.Coverage.Conversions, counted.Coverage.NonConversions));
    }

    [Fact]
    public void FromRows_TouchesAndConversions_AreGroupedByJourney()
    {
        (string Who, int At, string? Channel, decimal? Sale)[] rows =
            [("a", 0, "search", null), ("b", 1, "email", null), ("a", 2, null, 50), ("a", 3, "email", null), ("a", 4, "search", 70)];
        var journeys = Journeys.FromRows(
            rows,
            row => row.Who,
            row => row.Channel is null ? null : Touch(row.At, row.Channel),
            row => row.Sale is null ? null : new JourneyConversion(EventTime.At(Day.AddDays(row.At)), row.Sale, "SEK"));
        var counted = Counted(journeys);
        Assert.Equal(["search", "search > email > search", "email"], counted.Paths.Select(Sequence));
        Assert.Equal([new CurrencyAmount("SEK", 120)], counted.Coverage.Values);
        Assert.Throws<ArgumentException>("rows", () => Journeys.FromRows(rows, _ => " ", _ => null, _ => null));
    }

    [Theory]
    [InlineData(null, "a > b > c", 0)]
    [InlineData(10.0, "b > c", 1)]
    [InlineData(9.5, "c", 2)]
    [InlineData(0.0, "", 3)]
    public void Options_LookBack_LeavesOutWhatIsEarlier(double? days, string expected, long leftOut)
    {
        var journey = new Journey("j", [Touch(0, "a"), Touch(2, "b"), Touch(11, "c")], [Conversion(12)]);
        var counted = Counted([journey], new AttributionOptions(lookBackDays: days));
        Assert.Equal(expected, Sequence(Assert.Single(counted.Paths)));
        Assert.Equal(leftOut, counted.Coverage.LeftOut(TouchExclusion.BeforeLookBack));
        Assert.Equal(leftOut, counted.Coverage.TouchesLeftOut);
        Assert.Equal(expected.Length == 0 ? 1 : 0, counted.Coverage.ConversionsWithoutTouch);
    }

    [Theory]
    [InlineData(DuplicateTouches.DropEqual, "a > a > b", 2)]
    [InlineData(DuplicateTouches.CollapseNeighbors, "a > b", 3)]
    [InlineData(DuplicateTouches.Keep, "a > a > a > a > b", 0)]
    public void Options_Duplicates_AreDroppedCollapsedOrKept(DuplicateTouches duplicates, string expected, long leftOut)
    {
        Touchpoint[] touches = [Touch(0, "a"), Touch(0, "a"), Touch(1, "a", id: "t"), Touch(2, "a", id: "t"), Touch(3, "b")];
        var counted = Counted([new Journey("j", touches, [Conversion(9)])], new AttributionOptions(duplicates: duplicates));
        Assert.Equal(expected, Sequence(Assert.Single(counted.Paths)));
        Assert.Equal(leftOut, counted.Coverage.LeftOut(TouchExclusion.Duplicate));
    }

    [Theory]
    [InlineData(DirectTouches.Keep, "a > direct", "direct", 0)]
    [InlineData(DirectTouches.LeaveOutIfOthers, "a", "direct", 1)]
    [InlineData(DirectTouches.LeaveOut, "a", "", 2)]
    public void Options_Direct_IsKeptOrLeftOut(DirectTouches direct, string expected, string alone, long leftOut)
    {
        Journey[] journeys =
            [new("j", [Touch(0, "a"), Touch(1, "direct")], [Conversion(9)]), new("k", [Touch(1, "direct")], [Conversion(9)])];
        var counted = Counted(journeys, new AttributionOptions(direct: direct));
        Assert.Equal([expected, alone], counted.Paths.Select(Sequence));
        Assert.Equal(leftOut, counted.Coverage.LeftOut(TouchExclusion.Direct));
    }

    [Fact]
    public void Options_UnknownAndAnonymous_AreChannelsOrLeftOut()
    {
        Journey journey = new("j", [Touch(0, " ", contact: "p"), Touch(1, "a"), Touch(2, "b", contact: "p")], [Conversion(9)]);
        Assert.Equal("(unknown) > a > b", One(new()));
        Assert.Equal("a > b", One(new(unknownChannel: null)));
        Assert.Equal("(unknown) > (anonymous) > b", One(new(anonymous: AnonymousTouches.SeparateChannel)));
        Assert.Equal("(unknown) > b", One(new(anonymous: AnonymousTouches.LeaveOut)));
        Assert.Equal("x > x > x", One(new(channel: _ => "x")));
        var counted = Counted([journey], new(unknownChannel: null, anonymous: AnonymousTouches.LeaveOut));
        Assert.Equal((1L, 1L), (counted.Coverage.LeftOut(TouchExclusion.NoChannel), counted.Coverage.LeftOut(TouchExclusion.Anonymous)));

        string One(AttributionOptions options) => Sequence(Assert.Single(Counted([journey], options).Paths));
    }

    [Fact]
    public void Options_Ties_GoByIdOrStay()
    {
        Journey journey = new("j", [Touch(0, "b", id: "2"), Touch(0, "a", id: "1"), Touch(0, "c")], [Conversion(9)]);
        var counted = Counted([journey]);
        Assert.Equal("c > a > b", Sequence(Assert.Single(counted.Paths)));
        Assert.Equal(2, counted.Coverage.TiedTouches);
        Assert.Equal("b > a > c", Sequence(Assert.Single(Counted([journey], new(ties: TouchTies.AsGiven)).Paths)));
    }

    [Fact]
    public void Options_LateTouches_AreLeftOutOrDidNotConvert()
    {
        Journey journey = new("j", [Touch(0, "a"), Touch(5, "b")], [Conversion(3)]);
        Assert.Equal(["a"], Counted([journey]).Paths.Select(Sequence));
        var late = Counted([journey], new(late: LateTouches.NonConverting));
        Assert.Equal(["a", "b"], late.Paths.Select(Sequence));
        Assert.Equal((1L, 1L, 0L), (late.Coverage.Conversions, late.Coverage.NonConversions, late.Coverage.TouchesLeftOut));
    }

    [Fact]
    public void Touches_OnTheDayOfAnEventWithoutATime_AreBeforeIt()
    {
        var moment = new Touchpoint(Day.AddHours(15), "chat");
        var ofDay = new Touchpoint(Day, "fair", isDayOnly: true);
        var later = new Touchpoint(Day.AddHours(16), "call");
        Assert.Equal("fair > chat > call", Sequence(Counted([new("j", [moment, ofDay, later], [new(EventTime.OnDay(Day))])]).Paths[0]));
        var path = Counted([new("j", [moment, ofDay, later], [new(EventTime.At(Day.AddHours(15).AddMinutes(30)))])]).Paths[0];
        Assert.Equal("fair > chat", Sequence(path));
        Assert.Equal(0.5 / 24, path.Touches[1].DaysBefore!.Value, 12);
    }

    [Fact]
    public void CampaignInfluence_WhileOpen_NeedsAContactRoleAndAnOpenOpportunity()
    {
        var deal = Deal("D-1", o =>
        {
            o.Contacts = [new Contact("p", role: "buyer")];
            (o.Created, o.Closed, o.Outcome) = (Day.AddDays(5), Day.AddDays(10), OpportunityOutcome.Won);
            o.Touchpoints =
            [
                Touch(4, "before", contact: "p"), Touch(5, "in", contact: "p"), Touch(6, "other", contact: "q"), Touch(7, "nobody"),
                Touch(10, "last", contact: "p"), Touch(11, "after", contact: "p"),
            ];
        });
        var counted = Counted(Journeys.ByOpportunity([deal], ConversionEvent.Won, AsOf, CampaignInfluence.WhileOpen));
        Assert.Equal("in > last", Sequence(Assert.Single(counted.Paths)));
        Assert.Equal(4, counted.Coverage.LeftOut(TouchExclusion.NotSelected));
        Assert.Equal(6, counted.Coverage.Touches);
    }

    [Fact]
    public void Journey_WrongInput_IsRefused()
    {
        Assert.Throws<ArgumentException>("id", () => new Journey(" ", []));
        Assert.Throws<ArgumentException>("touches", () => new Journey("j", [new Touchpoint(null, "a")]));
        Assert.Throws<ArgumentException>("conversions", () => new Journey("j", [], [null!]));
        Assert.Throws<ArgumentException>("time", () => new JourneyConversion(EventTime.At(DateTime.SpecifyKind(Day, DateTimeKind.Local))));
        Assert.Throws<ArgumentOutOfRangeException>("lookBackDays", () => new AttributionOptions(lookBackDays: -1));
        Assert.Throws<ArgumentOutOfRangeException>("decimals", () => new AttributionOptions(decimals: 11));
    }

    [Fact]
    public void ToText_BothLanguages_SayWhatAttributionIsNotAndWhereModelsDiffer()
    {
        Journey[] journeys =
        [
            .. Enumerable.Range(0, 8).Select(i => new Journey("w" + i, [Touch(0, "search"), Touch(3, "email")], [Conversion(5)])),
            new("n", [Touch(0, "search"), Touch(1, "direct")]),
        ];
        var comparison = AttributionComparison.Of(journeys);
        Infrastructure.Snapshot.Match(comparison.ToText(ExplanationTexts.English), "English");
        Infrastructure.Snapshot.Match(comparison.ToText(ExplanationTexts.Swedish), "Swedish");
        Assert.Equal(ChannelRole.Opens, comparison.Spreads.Single(spread => spread.Channel == "search").Role);
        Assert.Equal(ChannelRole.Closes, comparison.Spreads.Single(spread => spread.Channel == "email").Role);
        Assert.Equal(0, comparison.Agreement);
    }

    private static string Sequence(AttributionPath path) => string.Join(" > ", path.Touches.Select(touch => touch.Channel));

    private static JourneyConversion Conversion(int day) => new(EventTime.At(Day.AddDays(day)), 100);

    private static Touchpoint Touch(int day, string channel, string? id = null, string? contact = null) =>
        new(Day.AddDays(day), channel, id: id, contact: contact);

    private static Opportunity Deal(string id, Action<OpportunityDraft> fill) => Opportunity.Create(o =>
    {
        (o.Id, o.Amount, o.Currency) = (id, 900, "EUR");
        o.Touchpoints = [Touch(0, "search")];
        fill(o);
    });

    /// <summary>The paths that a model is shown, empty ones included, and what was left out.</summary>
    private static (List<AttributionPath> Paths, AttributionCoverage Coverage) Counted(
        IEnumerable<Journey> journeys, AttributionOptions? options = null)
    {
        var all = journeys.ToList();
        var paths = new JourneyPaths(options ?? AttributionOptions.Default);
        var seen = all.SelectMany(journey => paths.Of(journey).ToList()).ToList();
        return (seen, AttributionComparison.Of(all, [AttributionModels.Linear], options).Coverage);
    }
}
