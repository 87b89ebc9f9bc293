using System.Collections.Generic;
using System.Linq;
using Xunit;
using static Sqo.Qualification.Tests.Campaigns.Attribution.PathSpec;

namespace Sqo.Qualification.Tests.Campaigns.Attribution;

/// <summary>The worked cases of the definitions.</summary>
public class WorkedCasesTests
{
    [Fact]
    public void TimeDecay_14And7And0DaysBefore_GivesSevenths()
    {
        var path = AttributionPath.Of([new("a", 14), new("b", 7), new("c", 0)]);
        Assert.Equal([1.0 / 7, 2.0 / 7, 4.0 / 7], Shares(Compare([path], AttributionModels.TimeDecay())["time-decay"]));
    }

    [Fact]
    public void Markov_ThreePaths_HasTheWorkedEffects()
    {
        var model = Compare([Seq("C1>C2>C3"), Seq("C1", 0, 1), Seq("C2>C3", 0, 1)], AttributionModels.Markov())["markov-1"];
        AssertClose([0.5, 1, 1], model.Channels.Select(channel => channel.AssistedShare!.Value));
        AssertClose([0.2, 0.4, 0.4], Shares(model));
    }

    [Fact]
    public void Markov_ChannelOnEveryPathButNotOnEveryWalk_HasThreeQuarters()
    {
        var model = Compare([Seq("i>A"), Seq("A>i")], AttributionModels.Markov())["markov-1"];
        AssertClose([0.75, 0.75], model.Channels.Select(channel => channel.AssistedShare!.Value));
    }

    [Theory]
    [InlineData(2, false, 0.5)]
    [InlineData(2, true, 1)]
    [InlineData(3, true, 1)]
    public void Markov_CollapsedNeighbors_ChangeTheWindows(int order, bool collapses, double effect)
    {
        var model = Compare([Seq("A>B>B"), Seq("B", 0, 1)], AttributionModels.Markov(order, collapses)).Models[0];
        // A>B>B converts and B does not: without A, B alone leads nowhere.
        Assert.Equal(1, model["A"].AssistedShare!.Value, 12);
        var other = Compare([Seq("A>B>B"), Seq("B>B", 0, 1)], AttributionModels.Markov(order, collapses)).Models[0];
        Assert.Equal(order == 2 && !collapses ? effect : 1, other["A"].AssistedShare!.Value, 12);
    }

    [Fact]
    public void ShapleyConversionRate_WorkedCase_GivesThreeAndTwoHundredths()
    {
        var paths = new[] { Seq("A", 2, 98), Seq("B", 1, 99), Seq("B>A", 5, 95) };
        var model = Compare(paths, AttributionModels.ShapleyConversionRate).Models[0];
        Assert.Equal(0.03, model["A"].Points!.Value, 15);
        Assert.Equal(0.02, model["B"].Points!.Value, 15);
        Assert.True(model.HasPoints);
        Assert.False(model.HasCredit);
        Assert.Equal(3, Assert.Single(model.Notes).Count);
    }

    [Theory]
    [InlineData(6, 2, 5, new[] { .3, .1 / 3, .3, .1 / 3, .1 / 3, .3 })]
    [InlineData(3, 0, 2, new[] { .6, .1, .3 })]
    [InlineData(2, 0, 1, new[] { 2.0 / 3, 1.0 / 3 })]
    public void WShaped_Roles_HaveTheWorkedShares(int touches, int lead, int opportunity, double[] expected) =>
        AssertClose(expected, SharesOf(AttributionModels.WShaped, touches, lead, opportunity));

    [Theory]
    [InlineData(1, new[] { 1.0 })]
    [InlineData(2, new[] { .5, .5 })]
    [InlineData(3, new[] { .4, .2, .4 })]
    [InlineData(5, new[] { .4, .2 / 3, .2 / 3, .2 / 3, .4 })]
    public void PositionBased_Touches_HaveFortyTwentyForty(int touches, double[] expected) =>
        AssertClose(expected, SharesOf(AttributionModels.PositionBased(), touches));

    [Fact]
    public void Anchored_OtherShapes_FollowTheirAnchors()
    {
        AssertClose([.5, 0, .5, 0], SharesOf(AttributionModels.UShaped5050, 4, lead: 2));
        AssertClose([.4, .2, .4, 0], SharesOf(AttributionModels.UShaped404020, 4, lead: 2));
        AssertClose([.225, .05, .225, .225, .05, .225], SharesOf(AttributionModels.FullPath, 6, 2, 3, 5));
        // The opportunity's anchor is missing: its share goes to the others in proportion.
        AssertClose([.45, .1, .45], SharesOf(AttributionModels.WShaped, 3, lead: 2));
        AssertClose([1, 0, 0], SharesOf(AttributionModels.WShaped, 3));
    }

    [Fact]
    public void Anchored_TouchesAfterTheLastAnchor_GetNothingAndAreCounted()
    {
        var path = AttributionPath.Of([new("a"), new("b"), new("c"), new("d")], [new(AttributionAnchor.LeadCreation, 1)], conversions: 3);
        var model = Compare([path], AttributionModels.WShaped).Models[0];
        Assert.Equal(
            [("after-last-anchor", 6L), ("missing-anchor", 3L)], model.Notes.Select(note => (note.Id, note.Count)));
        AssertClose([.5, .5, 0, 0], Shares(model));
    }

    [Fact]
    public void LastNonDirect_DirectAtTheEnd_IsSkippedUnlessAlone()
    {
        var model = AttributionModels.LastNonDirect;
        Assert.Equal([0.0, 1, 0], Shares(Compare([Seq("a>b>direct")], model).Models[0]));
        Assert.Equal(1, Compare([Seq("Direct>direct")], model).Models[0]["direct"].Share);
        Assert.Equal(1, Compare([Seq("a>indirect")], model).Models[0]["indirect"].Share);
    }

    [Fact]
    public void Linear_RepeatedChannel_CountsPerTouchOrOnce()
    {
        Assert.Equal([2.0 / 3, 1.0 / 3], Shares(Compare([Seq("a>b>a")], AttributionModels.Linear).Models[0]));
        Assert.Equal([0.5, 0.5], Shares(Compare([Seq("a>b>a")], AttributionModels.LinearDistinct).Models[0]));
        var longPath = Seq(string.Join(">", Enumerable.Repeat("a", 20)) + ">b");
        Assert.Equal([0.5, 0.5], Shares(Compare([longPath], AttributionModels.LinearDistinct).Models[0]));
    }

    private static double[] SharesOf(AttributionModel model, int touches, int lead = -1, int opportunity = -1, int close = -1)
    {
        var anchors = new List<KeyValuePair<AttributionAnchor, int>>();
        if (lead >= 0) anchors.Add(new(AttributionAnchor.LeadCreation, lead));
        if (opportunity >= 0) anchors.Add(new(AttributionAnchor.OpportunityCreation, opportunity));
        if (close >= 0) anchors.Add(new(AttributionAnchor.CustomerClose, close));
        var path = AttributionPath.Of(Enumerable.Range(0, touches).Select(i => new AttributionTouch("t" + i)), anchors);
        return Shares(Compare([path], model).Models[0]);
    }

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual)
    {
        var values = actual.ToList();
        Assert.Equal(expected.Count(), values.Count);
        var at = 0;
        foreach (var one in expected) Assert.Equal(one, values[at++], 12);
    }
}
