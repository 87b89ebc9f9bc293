using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Verbs;

/// <summary>Whether there is a value at all: of every type, in code and in data, in every way to decide.</summary>
public class PresenceTests
{
    private static readonly DateTime Day = new(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly FieldMap<Deal> Fields = new(f => f
        .Add("when", d => d.When).Add("count", d => d.Count).Add("number", d => d.Number).Add("text", d => d.Text)
        .Add("evidence", d => d.Evidence).Add("tags", d => d.Tags).Add("key", d => d.Key)
        .Add("age", (d, asOf) => (asOf - d.When)?.TotalDays));

    public static TheoryData<string> Names => [.. Fields.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void IsMissing_NoValue_IsMetInEveryWayToDecide(string field)
    {
        var missing = Profile($"\"field\": \"{field}\", \"isPresent\": false");
        var present = Profile($"\"field\": \"{field}\", \"isPresent\": true");
        Deal[] deals = [new(), Full()];
        AnswerState[] expected = [AnswerState.Met, AnswerState.Unmet];
        Assert.Equal(expected, deals.Select(deal => missing.Explain(deal, Asking.AsOf)["a"].State));
        Assert.Equal([Verdict.Qualified, Verdict.Disqualified], deals.Select(deal => missing.Decide(deal, Asking.AsOf).Verdict));
        var decisions = new Decision[2];
        missing.DecideAll(deals, decisions, Asking.AsOf);
        Assert.Equal(deals.Select(deal => missing.Decide(deal, Asking.AsOf)), decisions);
        Assert.Equal([AnswerState.Unknown, AnswerState.Met], deals.Select(deal => present.Explain(deal, Asking.AsOf)["a"].State));
        foreach (var deal in deals)
        {
            var result = missing.Explain(deal, Asking.AsOf);
            Assert.Equal(result["a"].State, missing.Replay(DecisionRecord.Parse(result.ToRecord().ToJson()))["a"].State);
        }

        Assert.Contains("\"isPresent\": false", missing.ToDefinition(Fields).ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, AnswerState.Met, AnswerState.Unknown)]
    [InlineData(" \t", AnswerState.Met, AnswerState.Unmet)]
    [InlineData("", AnswerState.Met, AnswerState.Unmet)]
    [InlineData("x", AnswerState.Unmet, AnswerState.Met)]
    public void IsMissing_Text_CountsABlankOne(string? text, AnswerState missing, AnswerState present)
    {
        Assert.Equal(missing, Asking.State(text, b => b.Criterion("c", x => x.Value).IsMissing()));
        Assert.Equal(present, Asking.State(text, b => b.Criterion("c", x => x.Value).IsPresent()));
    }

    [Fact]
    public void IsMissing_NumberThatIsNone_IsMet()
    {
        Assert.Equal(AnswerState.Met, Asking.State(double.NaN, b => b.Criterion("c", x => x.Value).IsMissing()));
        Assert.Equal(AnswerState.Unmet, Asking.State(0.0, b => b.Criterion("c", x => x.Value).IsMissing()));
        Assert.Equal(AnswerState.Met, Asking.State(EvidenceLevel.Unknown, b => b.Criterion("c", x => x.Value).IsMissing()));
        Assert.Equal(AnswerState.Unknown, Asking.State(EvidenceLevel.Unknown, b => b.Criterion("c", x => x.Value).IsPresent()));
    }

    [Fact]
    public void IsMissing_NeverContactedOrNotForLong_IsSaidInData()
    {
        var profile = QualificationProfile.Create(
            ProfileDefinition.Parse("""
                {
                  "name": "stale", "criteria": [ { "id": "stale", "combine": "anyOf", "required": true, "parts": [
                    { "id": "never", "field": "when", "isPresent": false }, { "id": "old", "field": "when", "before": "2026-08-25" } ] } ]
                }
                """),
            Fields);
        AnswerState StateOf(DateTime? when) => profile.Explain(new Deal { When = when }, Asking.AsOf)["stale"].State;
        Assert.Equal(AnswerState.Met, StateOf(null));
        Assert.Equal(AnswerState.Met, StateOf(Day));
        Assert.Equal(AnswerState.Unmet, StateOf(new DateTime(2026, 10, 1)));
    }

    [Theory]
    [InlineData("en-US", "missing")]
    [InlineData("sv-SE", "saknas")]
    public void IsMissing_InWords_SaysSo(string culture, string word)
    {
        var texts = culture == "sv-SE" ? ExplanationTexts.Swedish : ExplanationTexts.English;
        var result = Profile("\"field\": \"when\", \"isPresent\": false").Explain(Full(), Asking.AsOf);
        Assert.Contains(word, result.ToText(texts), StringComparison.Ordinal);
    }

    private static Deal Full() => new()
    {
        When = Day,
        Count = 1,
        Number = 0.5,
        Text = "x",
        Evidence = EvidenceLevel.Claimed,
        Tags = [],
        Key = Guid.Empty,
    };

    private static QualificationProfile<Deal> Profile(string condition) => QualificationProfile.Create(
        ProfileDefinition.Parse($$"""{ "name": "p", "criteria": [ { "id": "a", {{condition}}, "required": true } ] }"""), Fields);

    private sealed class Deal
    {
        public DateTime? When { get; init; }

        public int? Count { get; init; }

        public double Number { get; init; } = double.NaN;

        public string? Text { get; init; }

        public EvidenceLevel Evidence { get; init; }

        public List<string>? Tags { get; init; }

        public Guid? Key { get; init; }
    }
}
