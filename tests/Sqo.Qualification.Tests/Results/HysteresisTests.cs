using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

/// <summary>Enter at T, leave below T - d. The deal is a score, a gate and the text of a question.</summary>
public class HysteresisTests
{
    private const double Unknown = double.NaN;

    [Fact]
    public void ToText_OfADealThatWasQualified_SaysFromWhereItStays()
    {
        var profile = Profile(p => p.Hysteresis(10));
        var before = profile.Decide(DealOf("60"), Asking.AsOf);
        Assert.Contains(
            "It was qualified before, and stays so from a score of 50 on",
            profile.Explain(DealOf("55"), Asking.AsOf, before).ToText(ExplanationTexts.English));
        Assert.Contains(
            "It was qualified before, and is no longer; it would have stayed so from a score of 50 on",
            profile.Explain(DealOf("40"), Asking.AsOf, before).ToText(ExplanationTexts.English));
        Assert.DoesNotContain("before", profile.Explain(DealOf("60"), Asking.AsOf).ToText(ExplanationTexts.English));
    }

    // Enter at 60, leave below 50. A step is the score; what comes of it is Q, D (disqualified), N (near miss) or ? and the crossing.
    [Theory]
    [InlineData("59 60 55 50 49.9 55 59.99 60", "D Q+ Q Q D- D D Q+")]
    [InlineData("100 0 100", "Q+ D- Q+")]
    [InlineData("55 55 55", "D D D")]
    [InlineData("60 50 50 50", "Q+ Q Q Q")]
    [InlineData("60 NaN 55", "Q+ ?- D")]
    [InlineData("60 closed 55 60", "Q+ D- D Q+")]
    [InlineData("60 gateless 55 60", "Q+ ?- D Q+")]
    [InlineData("closed gateless 60 50", "D ? Q+ Q")]
    public void Decide_OneAfterAnother_EntersAtTheThresholdAndLeavesBelowTheLower(string scores, string expected)
    {
        var profile = Profile(p => p.Hysteresis(10));
        Assert.Equal(10, profile.Hysteresis);
        Assert.Equal(60, profile.Threshold);
        var before = default(Decision);
        var seen = scores.Split(' ').Select(step =>
        {
            var deal = DealOf(step);
            var decision = profile.Decide(deal, Asking.AsOf, before);
            var result = profile.Explain(deal, Asking.AsOf, before);
            Assert.Equal(decision, result.Decision);
            Assert.Equal(decision.CrossingSince(before), result.Crossing);
            Assert.Equal(before.IsQualified, result.WasQualified);
            Assert.Equal(before.IsQualified ? 50 : 60, result.Threshold);
            Assert.Equal(Crossing.None, decision.CrossingSince(decision));
            var crossing = decision.CrossingSince(before);
            before = decision;
            return Letter(decision.Verdict) + (crossing == Crossing.Entered ? "+" : crossing == Crossing.Exited ? "-" : "");
        });
        Assert.Equal(expected, string.Join(" ", seen));
    }

    [Theory]
    [InlineData(45, false, Verdict.Disqualified)]
    [InlineData(55, false, Verdict.NearMiss)]
    [InlineData(45, true, Verdict.NearMiss)] // leaves at 50, and 45 is within 5 of that
    [InlineData(44.9, true, Verdict.Disqualified)]
    public void Decide_WithNearMisses_MeasuresThemFromTheThresholdThatHolds(double score, bool wasQualified, Verdict verdict)
    {
        var profile = Profile(p => p.Hysteresis(10).NearMissWithin(5));
        var before = wasQualified ? profile.Decide(new Deal(60), Asking.AsOf) : default;
        Assert.Equal(verdict, profile.Decide(new Deal(score), Asking.AsOf, before).Verdict);
    }

    [Fact]
    public void Decide_HysteresisBeyondTheThreshold_StaysAtAnyScoreButNotWithoutItsGates()
    {
        var profile = Profile(p => p.Hysteresis(100));
        var before = profile.Decide(new Deal(60), Asking.AsOf);
        Assert.True(profile.Decide(new Deal(0), Asking.AsOf, before).IsQualified);
        Assert.True(profile.Decide(new Deal(Unknown), Asking.AsOf, before).IsQualified);
        Assert.False(profile.Decide(new Deal(100) { IsOpen = false }, Asking.AsOf, before).IsQualified);
    }

    [Fact]
    public void Decide_NoHysteresis_PreviousMakesNoDifference() => Property.Holds(200, (random, size) =>
    {
        ProfileSpec.Generate(random, size, out var profile);
        Assert.Equal(0, profile.Hysteresis);
        var probe = Probe.Generate(random, Asking.AsOf);
        var plain = profile.Decide(probe, Asking.AsOf);
        var qualified = new Decision(Verdict.Qualified, ScoreRange.Known(100), 0, 0, ScoringLayout.Complete, false);
        Assert.Equal(plain, profile.Decide(probe, Asking.AsOf, qualified));
        Assert.Equal(plain, profile.Decide(probe, Asking.AsOf, default));
        Assert.Equal(plain, Assert.Single(DecideAll(profile, [probe], [qualified])));
    });

    [Fact]
    public void Replay_OfADealThatStayed_StaysAgain()
    {
        var profile = Profile(p => p.Hysteresis(10));
        var result = profile.Explain(new Deal(55), Asking.AsOf, profile.Decide(new Deal(60), Asking.AsOf));
        Assert.True(result.IsQualified);
        var json = result.ToRecord().ToJson();
        Assert.Contains("\"previously\":\"qualified\"", json, StringComparison.Ordinal);
        var replayed = profile.Replay(DecisionRecord.Parse(json));
        Assert.True(replayed.IsQualified && replayed.WasQualified);
        Assert.Equal(json, replayed.ToRecord().ToJson());

        // Without it the same inputs would lead elsewhere; that it was left out is found before.
        Assert.Throws<FormatException>(() => DecisionRecord.Parse(json.Replace(",\"previously\":\"qualified\"", "")));
        Assert.Throws<FormatException>(() => DecisionRecord.Parse(json.Replace("\"previously\":\"qualified\"", "\"previously\":\"yes\"")));
        Assert.DoesNotContain("previously", profile.Explain(new Deal(55), Asking.AsOf).ToRecord().ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Remedies_OfADealThatLeft_AimAtTheThresholdThatHolds()
    {
        var profile = Profile(p => p.Hysteresis(10));
        var before = profile.Decide(new Deal(60), Asking.AsOf);
        Assert.Equal(10m, profile.Explain(new Deal(40), Asking.AsOf, before).GapToThreshold);
        Assert.Equal(20m, profile.Explain(new Deal(40), Asking.AsOf).GapToThreshold);
        Assert.Empty(profile.Explain(new Deal(55), Asking.AsOf, before).Remedies);
        Assert.Equal("score", Assert.Single(profile.Explain(new Deal(55), Asking.AsOf).SingleStepRemedies).Result.Id);
    }

    [Fact]
    public void DecideAll_PreviousThatDoesNotFit_IsRefused()
    {
        var profile = Profile(p => p.Hysteresis(10));
        var items = new[] { new Deal(60), new Deal(50) };
        var decisions = new Decision[2];
        Assert.Throws<ArgumentNullException>(() => profile.DecideAll(items, null!, decisions, Asking.AsOf));
        Assert.Throws<ArgumentNullException>(() => profile.DecideAll(null!, decisions, decisions, Asking.AsOf));
        Assert.Throws<ArgumentNullException>(() => profile.DecideAll(items, decisions, null!, Asking.AsOf));
        Assert.Contains(
            "2 opportunities and 1",
            Assert.Throws<ArgumentException>(() => profile.DecideAll(items, new Decision[1], decisions, Asking.AsOf)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => profile.DecideAll(items, decisions, decisions, Asking.AsOf));
        Assert.Throws<ArgumentException>(() => profile.DecideAll(items, new Decision[2], new Decision[1], Asking.AsOf));
        var previous = profile.DecideAll(items, Asking.AsOf);
        profile.DecideAll(items, previous.ToList(), decisions, Asking.AsOf);
        Assert.Equal([true, false], decisions.Select(d => d.IsQualified));
    }

    private static Decision[] DecideAll<T>(QualificationProfile<T> profile, T[] items, Decision[] previous)
    {
        var decisions = new Decision[items.Length];
        profile.DecideAll(items, previous, decisions, Asking.AsOf);
        return decisions;
    }

    private static Deal DealOf(string step) => step switch
    {
        "closed" => new Deal(90) { IsOpen = false },
        "gateless" => new Deal(90) { IsOpen = null },
        _ => new Deal(double.Parse(step, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static string Letter(Verdict verdict) => verdict switch
    {
        Verdict.Qualified => "Q",
        Verdict.NeedsDiscovery => "?",
        Verdict.NearMiss => "N",
        _ => "D",
    };

    private static QualificationProfile<Deal> Profile(Action<ProfileBuilder<Deal>> more) => QualificationProfile.Create<Deal>("sticky", p =>
    {
        p.Criterion("open", d => d.IsOpen).IsTrue().Required();
        p.Criterion("score", d => d.Score).Linear(0, 100).Weight(1);
        p.QualifyAt(60);
        more(p);
    });

    private sealed class Deal(double score)
    {
        public double Score => score;

        public bool? IsOpen { get; init; } = true;
    }
}
