using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;
using static Sqo.Qualification.Tests.Campaigns.Attribution.PathSpec;

namespace Sqo.Qualification.Tests.Campaigns.Attribution;

/// <summary>What custom models and callers can get wrong, and what they are answered.</summary>
public class AttributionModelDoorTests
{
    [Theory]
    [InlineData(new[] { 0.5, 0.4 }, "add up to 0.9")]
    [InlineData(new[] { 1.5, -0.5 }, "share of -0.5")]
    [InlineData(new[] { double.NaN, 1 }, "share of NaN")]
    [InlineData(new[] { 1.0 }, "1 shares to 2 touches")]
    public void Share_WrongShares_NamesTheModelTheValueAndTheRule(double[] shares, string part)
    {
        var model = new Counting((_, tally) => tally.Share(shares));
        var error = Assert.Throws<InvalidOperationException>(() => Compare([Seq("a>b")], model));
        Assert.Contains("\"counting\"", error.Message, StringComparison.Ordinal);
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Contains("a > b", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tally_OutsideOfCounting_Throws()
    {
        AttributionTally? kept = null;
        var model = new Counting((_, tally) =>
        {
            kept = tally;
            tally.LeaveUnshared();
        }, AttributionWeights.None("nothing"));
        Compare([Seq("a")], model);
        Assert.Throws<InvalidOperationException>(() => kept!.Share([1]));
        Assert.Throws<InvalidOperationException>(() => kept!.CountSet());
        Assert.Throws<InvalidOperationException>(() => kept!.ChannelOf(0));
    }

    [Fact]
    public void CountSequence_WrongNumbers_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>("sequence", () =>
            Compare([Seq("a")], new Counting((_, tally) => tally.CountSequence([1], 1))));
        Assert.Throws<ArgumentOutOfRangeException>("length", () =>
            Compare([Seq("a")], new Counting((_, tally) => tally.CountSequence([0], 2))));
        Assert.Throws<ArgumentOutOfRangeException>("touch", () => Compare([Seq("a")], new Counting((_, tally) => tally.ChannelOf(1))));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => Compare([Seq("a")], new Counting((_, tally) => tally.Note("x", -1))));
    }

    [Fact]
    public void Attribute_NullOrTooFewWeights_NamesTheModel()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Compare([Seq("a>b")], new Counting(weights: null)));
        Assert.Contains("\"counting\" returned null", error.Message, StringComparison.Ordinal);
        error = Assert.Throws<InvalidOperationException>(
            () => Compare([Seq("a>b")], new Counting(weights: AttributionWeights.Shares([1]))));
        Assert.Contains("1 weights for 2 channels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_WrongNumbers_AreRefused()
    {
        Assert.Throws<ArgumentException>("shares", () => AttributionWeights.Shares([0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>("shares[1]", () => AttributionWeights.Shares([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>("assistedShares[0]", () => AttributionWeights.Shares([1], [1.5]));
        Assert.Throws<ArgumentException>("assistedShares", () => AttributionWeights.Shares([1], [1, 1]));
        Assert.Throws<ArgumentOutOfRangeException>("points[0]", () => AttributionWeights.Points([double.PositiveInfinity]));
        Assert.Throws<ArgumentException>("reason", () => AttributionWeights.None(" "));
    }

    [Fact]
    public void Accumulator_WrongModels_AreRefused()
    {
        Assert.Throws<ArgumentException>("models", () => new AttributionAccumulator([]));
        Assert.Throws<ArgumentException>("models", () => new AttributionAccumulator([null!]));
        Assert.Throws<ArgumentException>("models", () =>
            new AttributionAccumulator([AttributionModels.Markov(), AttributionModels.Markov()]));
        var one = new AttributionAccumulator([AttributionModels.Linear]);
        Assert.Throws<ArgumentException>("other", () => one.Merge(one));
        Assert.Throws<ArgumentException>("other", () => one.Merge(new AttributionAccumulator()));
        Assert.Throws<ArgumentException>("rows", () => AttributionAccumulator.FromState(one.ToState()));
    }

    [Theory]
    [InlineData("format", "", "2", "format")]
    [InlineData("nothing", "", "1", "no such kind")]
    [InlineData("count", "things", "1", "no such count")]
    [InlineData("count", "paths", "-1", "whole numbers")]
    [InlineData("share", "linear|a", "x", "whole number")]
    [InlineData("share", "other|a", "1", "not one of those given")]
    [InlineData("value", "EUR", "5 29", "decimal places")]
    [InlineData("set", "linear", "1 1", "must have a channel")]
    public void FromState_RowThatCanNotBe_IsNamed(string kind, string key, string value, string part)
    {
        AttributionModel[] models = [AttributionModels.Linear];
        List<AttributionStateRow> rows = [.. new AttributionAccumulator(models).ToState(),
            new(kind, key.Split('|').Where(each => each.Length > 0), value)];
        var error = Assert.Throws<ArgumentException>(() => AttributionAccumulator.FromState(rows, models));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Contains(kind, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Path_WrongInput_IsRefused()
    {
        Assert.Throws<ArgumentException>("channels", () => Seq("a>>b"));
        Assert.Throws<ArgumentException>("channels", () => new AttributionPath([" "]));
        Assert.Throws<ArgumentNullException>("channels", () => new AttributionPath([null!]));
        Assert.Throws<ArgumentOutOfRangeException>("conversions", () => Seq("a", -1));
        Assert.Throws<ArgumentOutOfRangeException>("nonConversions", () => Seq("a", 1, -1));
        Assert.Throws<ArgumentException>("value", () => Seq("a", 0, 1, 5));
        Assert.Throws<ArgumentException>("touches", () => AttributionPath.Of([new("a", 1), new("b", 2)]));
        Assert.Throws<ArgumentOutOfRangeException>("daysBefore", () => new AttributionTouch("a", double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("anchors", () =>
            AttributionPath.Of([new("a")], [new(AttributionAnchor.LeadCreation, 1)]));
        Assert.Throws<ArgumentException>("separator", () => AttributionPath.Parse("a", separator: ""));
        Assert.Equal(2, AttributionPath.Parse("a > b | c", separator: "|").Length);
        Assert.Equal(0, AttributionPath.Parse(" ").Length);
    }

    [Fact]
    public void Models_WrongSettings_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("order", () => AttributionModels.Markov(4));
        Assert.Throws<ArgumentOutOfRangeException>("last", () => AttributionModels.PositionBased(0.7, 0.4));
        Assert.Throws<ArgumentOutOfRangeException>("halfLifeDays", () => AttributionModels.TimeDecay(0));
        Assert.Throws<ArgumentException>("shares", () => AttributionModels.Anchored("x", []));
        Assert.Throws<ArgumentOutOfRangeException>(
            "shares", () => AttributionModels.Anchored(
                "x", [new(AttributionAnchor.FirstTouch, 0.6), new(AttributionAnchor.LeadCreation, 0.6)]));
        Assert.All(AttributionModels.BuiltIn, model => Assert.Same(model, AttributionModels.Find(model.Id)));
        Assert.Null(AttributionModels.Find("Markov-1"));
    }

    private sealed class Counting(Action<AttributionPath, AttributionTally>? count = null, AttributionWeights? weights = null)
        : AttributionModel("counting")
    {
        public override void Count(AttributionPath path, AttributionTally tally) => count?.Invoke(path, tally);

        public override AttributionWeights Attribute(AttributionTally tally) => weights!;
    }
}
