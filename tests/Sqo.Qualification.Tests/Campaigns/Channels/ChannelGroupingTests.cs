using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Campaigns.Channels;

public class ChannelGroupingTests
{
    [Theory]
    [InlineData("https://us.example/?utm_source=google&utm_medium=cpc", null, "Paid search")]
    [InlineData("https://us.example/?utm_source=LinkedIn&utm_medium=CPC", null, "Paid social")]
    [InlineData("https://us.example/?utm_source=ads&utm_medium=paid_social", null, "Paid social")]
    [InlineData("https://us.example/?gclid=abc", "https://www.google.com/", "Paid search")]
    [InlineData("https://us.example/?gclid=", "https://www.google.com/", "Organic search")]
    [InlineData("https://us.example/", "https://www.google.co.uk/search", "Organic search")]
    [InlineData("https://us.example/", "https://notgoogle.com/", "Referral")]
    [InlineData("https://us.example/", "https://l.facebook.com/x", "Organic social")]
    [InlineData("https://us.example/", "https://netflix.com/", "Referral")]
    [InlineData("?utm_source=news&utm_medium=e-mail#top", null, "Email")]
    [InlineData("https://us.example/?utm_medium=banner", null, "Display")]
    [InlineData("https://us.example/?utm_source=fair&utm_medium=event", null, "Events")]
    [InlineData("https://us.example/?utm_source=somewhere&utm_medium=odd", "https://www.google.com/", "(other)")]
    [InlineData("https://us.example/?utm_source=&page=2", " ", "Direct")]
    [InlineData("", null, "Direct")]
    [InlineData(null, null, "Direct")]
    [InlineData("https://us.example/?utm_source=100%", null, "(unparsed)")]
    [InlineData("https://us.example/", "not an address", "(unparsed)")]
    public void Default_Visits_HaveTheirChannel(string? url, string? referrer, string channel) =>
        Assert.Equal(channel, ChannelGrouping.Default.Assign(VisitSource.Parse(url, referrer)).Channel);

    [Fact]
    public void Assign_WithoutConsent_IsAChannelByItself() => Assert.Equal(
        new ChannelAssignment("(no consent)", ChannelMatch.NoConsent), ChannelGrouping.Default.Assign(VisitSource.WithoutConsent));

    [Fact]
    public void Parse_EscapesAndRepeats_AreRead()
    {
        var visit = VisitSource.Parse("/page?utm_campaign=Spring+sale%202026&UTM_Source=a&utm_source=b&utm_unknown=x&&utm_term");
        Assert.Equal("Spring sale 2026", visit[VisitFields.Campaign]);
        Assert.Equal("b", visit["SOURCE"]);
        Assert.Null(visit[VisitFields.Term]);
        Assert.Equal("gclid", VisitSource.Parse("?GCLID=1")[VisitFields.ClickId]);
    }

    [Fact]
    public void Assign_FirstRuleThatFits_Counts()
    {
        var grouping = new ChannelGrouping(
        [
            new("first", new(VisitFields.Campaign, ChannelOperator.StartsWith, "q1-"), new(VisitFields.Medium, ChannelOperator.Absent)),
            new("second", new ChannelCondition(VisitFields.Campaign, ChannelOperator.Contains, "1-A", "x")),
            new("third", new ChannelCondition(VisitFields.Campaign, ChannelOperator.EndsWith, "-b")),
            new("fourth", new ChannelCondition(VisitFields.Medium, ChannelOperator.NoneOf, "cpc")),
            new("fifth", new ChannelCondition(VisitFields.Medium, ChannelOperator.Present)),
        ]);
        Assert.Equal(["first", "second", "third", "fourth", "fifth", "(other)", "Direct"], new[]
        {
            Of(("campaign", "Q1-a")), Of(("campaign", "q1-a"), ("medium", "m")), Of(("campaign", "q2-b")), Of(("medium", "m")),
            Of(("medium", "CPC")), Of(("term", "t")), Of(("term", " ")),
        }.Select(visit => grouping.Assign(visit).Channel));
    }

    [Fact]
    public void Count_AllVisits_AddUp()
    {
        var visits = new[]
        {
            VisitSource.Parse("?utm_medium=email"), VisitSource.Parse("?utm_medium=email"), VisitSource.Parse("?utm_medium=%"),
            VisitSource.Parse(null), VisitSource.WithoutConsent, VisitSource.Parse("?utm_medium=odd"),
        };
        var counts = ChannelGrouping.Default.Count(visits);
        Assert.Equal(
            ["Email 2", "(no consent) 1", "(other) 1", "(unparsed) 1", "Direct 1"],
                counts.Select(count => $"{count.Channel} {count.Visits}"));
        Assert.Equal(
            [ChannelMatch.Rule, ChannelMatch.NoConsent, ChannelMatch.Other, ChannelMatch.Unparsed, ChannelMatch.Direct],
            counts.Select(count => count.Match));
    }

    [Fact]
    public void Rules_ThatCanNotBeRight_AreRefused()
    {
        Assert.Throws<ArgumentException>("field", () => new ChannelCondition("utm_source", ChannelOperator.Present));
        Assert.Throws<ArgumentException>("values", () => new ChannelCondition("source", ChannelOperator.OneOf));
        Assert.Throws<ArgumentException>("values", () => new ChannelCondition("source", ChannelOperator.Present, "x"));
        Assert.Throws<ArgumentException>("values", () => new ChannelCondition("source", ChannelOperator.OneOf, " "));
        Assert.Throws<ArgumentOutOfRangeException>("condition", () => new ChannelCondition("source", (ChannelOperator)99, "x"));
        Assert.Throws<ArgumentException>("conditions", () => new ChannelRule("x"));
        Assert.Throws<ArgumentException>("channel", () => new ChannelRule(" ", new ChannelCondition("source", ChannelOperator.Present)));
        Assert.Throws<ArgumentException>("rules", () => new ChannelGrouping([null!]));
        Assert.Throws<ArgumentException>("fields", () => Of(("nothing", "x")));
        Assert.Throws<ArgumentException>("fields", () => Of(("source", "x"), ("Source", "y")));
    }

    private static VisitSource Of(params (string Field, string Value)[] fields) =>
        VisitSource.Of(fields.Select(field => new KeyValuePair<string, string?>(field.Field, field.Value)));

    [Fact]
    public void ToJson_DefaultRules_AreReadBackTheSame()
    {
        var json = ChannelGrouping.Default.ToJson();
        var read = ChannelGrouping.Parse(json);
        Assert.Equal(json, read.ToJson());
        Assert.Equal(ChannelGrouping.Default.Rules.Select(rule => rule.Channel), read.Rules.Select(rule => rule.Channel));
        foreach (var url in (string[])["?utm_source=x&utm_medium=cpc", "?gclid=1", "?utm_medium=email", "/", "?utm_source=%zz"])
        {
            var visit = VisitSource.Parse(url, "https://www.google.co.uk/");
            Assert.Equal(ChannelGrouping.Default.Assign(visit), read.Assign(visit));
        }
    }

    [Fact]
    public void Parse_HandwrittenRules_AreTakenWithCommentsAndTrailingCommas()
    {
        var grouping = ChannelGrouping.Parse(
            """
            { "rules": [
              // our partners
              { "channel": "Partner", "conditions": [
                { "field": "source", "operator": "oneOf", "values": ["acme", "globex"] }, { "field": "term", "operator": "absent" } ] },
            ] }
            """);
        Assert.Equal("Partner", grouping.Assign(VisitSource.Parse("?utm_source=Acme")).Channel);
        Assert.Equal(ChannelGrouping.Other, grouping.Assign(VisitSource.Parse("?utm_source=acme&utm_term=x")).Channel);
    }

    [Fact]
    public void Parse_FaultyRules_NamesEveryFaultWithItsPlace()
    {
        var thrown = Assert.Throws<FormatException>(() => ChannelGrouping.Parse(
            """
            { "rules": [
              { "channel": " ", "conditions": [ { "field": "source", "operator": "present" } ] },
              { "channel": "a", "conditions": [ { "field": "sauce", "operator": "present" } ] },
              { "channel": "b", "conditions": [ { "field": "source", "operator": "equals", "values": ["x"] } ] },
              { "channel": "c", "conditions": [] },
              { "channel": 5, "rule": 1 },
              7
            ], "more": 1 }
            """));
        string[] lines = thrown.Message.Split('\n');
        Assert.Equal("The channel rules can't be read; faults: 9.", lines[0]);
        Has("more (line 8, ", " is not known; an object here has \"rules\".");
        Has("rules[0]", "blank");
        Has("rules[1].conditions[0]", "There is no field \"sauce\"; it must be one of");
        Has("rules[2].conditions[0].operator (line 4,", "is \"equals\"; it must be one of \"oneOf\"");
        Has("rules[3]", "has no condition");
        Has("rules[4].channel", "is not a text; it must be one.");
        Has("rules[4]", "must have a list \"conditions\"");
        Has("rules[5]", "must be an object with");
        Assert.Throws<FormatException>(() => ChannelGrouping.Parse("{"));
        Assert.Throws<FormatException>(() => ChannelGrouping.Parse("[]"));
        Assert.Throws<ArgumentNullException>("json", () => ChannelGrouping.Parse(null!));

        void Has(string place, string rule) =>
            Assert.Contains(lines, line => line.StartsWith("- " + place, StringComparison.Ordinal) && line.Contains(rule));
    }
}
