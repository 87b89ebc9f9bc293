using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Auditing;

/// <summary>What audits have counted, as plain data, and merged.</summary>
public class AuditStateTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void Parse_WrittenAudits_MergeToTheBitsOfTheWhole() => Property.Holds(Deep.Size(10, 300), (random, size) =>
    {
        var profile = AuditCase.Profile(random);
        var deals = AuditCase.Generate(random, random.Between(2, size * 40));
        var cut = random.Between(1, deals.Count - 1);
        var whole = Audit(profile, deals);
        var first = ProfileAudit.Parse(Audit(profile, deals.GetRange(0, cut)).ToJson(), profile);
        var parts = ProfileAudit.Parse(Audit(profile, deals.GetRange(cut, deals.Count - cut)).ToJson(), profile).Merge(first);
        Assert.Equal(whole.ToJson(), parts.ToJson());
        Assert.Equal(whole.ToString(), parts.ToString());
        Assert.Equal(whole.All.Revenue, parts.All.Revenue);
        Assert.Equal(whole.Reliability().Select(Shown), parts.Reliability().Select(Shown));
        var fairness = Fair(profile, deals);
        var merged = Fair(profile, deals.GetRange(0, cut)).Merge(Fair(profile, deals.GetRange(cut, deals.Count - cut)));
        Assert.Equal(fairness.ToString(), merged.ToString());
        Assert.Equal(fairness.Groups.Select(group => group.PValue), merged.Groups.Select(group => group.PValue));
    });

    [Fact]
    public void Parse_AnythingElse_SaysWhatIsWrong()
    {
        var profile = AuditCase.Profile(3UL);
        var json = Audit(profile, AuditCase.Generate(new SeededRandom(1), 100)).ToJson();
        Assert.Contains("the fingerprint", Wrong(() => ProfileAudit.Parse(json, AuditCase.Profile(4UL))), StringComparison.Ordinal);
        Assert.Contains("The format of the audit is \"x\"", Wrong(() => Parse("sqo-profile-audit/1", "x")), StringComparison.Ordinal);
        Assert.Contains(
            "The options of the audit", Wrong(() => Parse("\"confidence\":\"0.95\"", "\"confidence\":\"2\"")), StringComparison.Ordinal);
        Assert.Contains("it must have", Wrong(() => Parse("]}", ",\"0\"]}")), StringComparison.Ordinal);
        var cut = json.Substring(0, json.LastIndexOf(',')) + "]}";
        Assert.Contains("must have more", Wrong(() => ProfileAudit.Parse(cut, profile)), StringComparison.Ordinal);
        Assert.Contains(
            "index 0 of \"sums\" is \"-1\"", Wrong(() => Parse("\"sums\":[\"", "\"sums\":[\"-1\",\"")), StringComparison.Ordinal);
        Assert.Contains("no \"hasAmounts\"", Wrong(() => Parse("\"hasAmounts\":true", "\"hasAmounts\":\"1\"")), StringComparison.Ordinal);

        ProfileAudit Parse(string part, string other)
        {
            var at = json.IndexOf(part, StringComparison.Ordinal);
            return ProfileAudit.Parse(json.Substring(0, at) + other + json.Substring(at + part.Length), profile);
        }
    }

    [Fact]
    public void Reliability_ScoresCountedByStep_AreThoseOfTheDeals()
    {
        var random = new SeededRandom(5);
        var profile = AuditCase.Profile(6UL);
        var deals = AuditCase.Generate(random, 3_000);
        var bins = Audit(profile, deals).Reliability(5);
        var closed = deals.FindAll(deal => deal.Outcome != OpportunityOutcome.Open)
            .ConvertAll(deal => (profile.Decide(deal, AsOf).Score, IsWon: deal.Outcome == OpportunityOutcome.Won));
        var expected = closed.GroupBy(deal => Math.Min(4, (int)(deal.Score / 20))).OrderBy(bin => bin.Key).ToList();
        Assert.True(expected.Count > 2);
        Assert.Equal(expected.Count, bins.Count);
        for (var i = 0; i < bins.Count; i++)
        {
            Assert.Equal(new ObservedRate(expected[i].Count(deal => deal.IsWon), expected[i].Count()), bins[i].Observed);
            Assert.Equal(expected[i].Average(deal => deal.Score) / 100, bins[i].MeanPredicted, 1e-9);
            Assert.Equal(expected[i].Min(deal => deal.Score) / 100, bins[i].Lowest, 1e-12);
            Assert.Equal(expected[i].Max(deal => deal.Score) / 100, bins[i].Highest, 1e-12);
        }

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Audit(profile, deals).Reliability(7));
        Assert.Contains("divisor of 100", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ShareOfVerdicts_LeaveOneOut_CountsTheDealsThatMove()
    {
        var profile = AuditCase.Profile(3UL);
        var audit = Audit(profile, AuditCase.Generate(new SeededRandom(8), 500));
        var criterion = audit.Criteria.First(one => one.LeaveOneOut is { Gained.Deals: > 0 });
        var moved = criterion.LeaveOneOut!.Gained.Deals + criterion.LeaveOneOut.Lost.Deals;
        Assert.Equal(new ObservedRate(moved, 500), criterion.ShareOfVerdicts);
    }

    [Fact]
    public void HoldOut_WrittenAndMerged_HasTheSameDraws()
    {
        HoldOutDraw[] draws = [new("a \"1\"", 0.25, true, AsOf), new("b", 1, true, AsOf.AddTicks(7)), new("c", 0.1, false, AsOf)];
        var one = new HoldOut(-5, draws.Take(2));
        var other = HoldOut.Parse(new HoldOut(-5, draws.Skip(1)).ToJson());
        Assert.Equal(new HoldOut(-5, draws).ToJson(), other.Merge(one).ToJson());
        Assert.Equal(AsOf.AddTicks(7), other.Find("b")!.DrawnOn);
        Assert.Equal(AsOf.Kind, other.Find("b")!.DrawnOn.Kind);
        Assert.Equal("{\"format\":\"sqo-hold-out/1\",\"seed\":\"1\",\"draws\":[]}", new HoldOut(1).ToJson());
        Assert.Contains(
            "has the seed 6, this one -5", Assert.Throws<ArgumentException>(() => one.Merge(new HoldOut(6))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "The deal \"b\" has two draws",
            Assert.Throws<ArgumentException>(() => one.Merge(new HoldOut(-5, [new("b", 1, true, AsOf)]))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "The draws of the hold-out are wrong: prob", Wrong(() => HoldOut.Parse(one.ToJson().Replace("\"0.25\"", "\"0\""))),
            StringComparison.Ordinal);
        Assert.Contains("\"isIn\"", Wrong(() => HoldOut.Parse(one.ToJson().Replace(":true", ":\"yes\""))), StringComparison.Ordinal);
        Assert.Contains("\"seed\" is \"x\"", Wrong(() => HoldOut.Parse(one.ToJson().Replace("\"-5\"", "\"x\""))), StringComparison.Ordinal);
        Assert.Contains(
            "\"drawnOn\" is ", Wrong(() => HoldOut.Parse(one.ToJson().Replace("\"drawnOn\":\"", "\"drawnOn\":\"x"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Override_WrittenAndRead_IsTheSame()
    {
        foreach (var until in new DateTime?[] { null, AsOf.AddDays(30) })
        {
            var json = new VerdictOverride("D-1", true, "Knows the \"CFO\"", "Åsa", AsOf, until).ToJson();
            var read = VerdictOverride.Parse(json);
            Assert.Equal(
                ("D-1", true, "Knows the \"CFO\"", "Åsa"), (read.Id, read.IsQualified, read.Reason, read.Author));
            Assert.Equal((AsOf, until), (read.From, read.Until));
            Assert.Equal(json, read.ToJson());
            Assert.Contains(
                "reason", Wrong(() => VerdictOverride.Parse(json.Replace("Knows the \\\"CFO\\\"", " "))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Intervals_OfLiftAndInformation_AreTheWorkedOnesAndHoldTheTruth()
    {
        var audit = Reliance(120, 180, 20, 80, 30, 70);
        var lift = audit.LiftInterval(AnswerState.Met)!.Value;
        // exp(ln(1.17647) -/+ 1.95996 x sqrt(1/120 - 1/300 - 1/170 + 240/51000 - 1/500)), the root being 0.042702.
        Assert.Equal(1.08201, lift.Low, 0.00002);
        Assert.Equal(1.27919, lift.High, 0.00002);
        Assert.InRange(audit.InformationValue!.Value, audit.InformationInterval!.Value.Low, audit.InformationInterval.Value.High);

        // The counts drawn anew: the interval holds the true value about as often as it says.
        var random = new SeededRandom(11);
        var (all, lifts, informations) = (Deep.Size(150, 10_000), 0, 0);
        double[] shares = [.24, .36, .04, .16, .06, .14];
        for (var run = 0; run < all; run++)
        {
            var counts = new int[6];
            for (var deal = 0; deal < 500; deal++)
            {
                var u = random.Share();
                var cell = 0;
                for (; cell < 5 && u >= shares[cell]; cell++) u -= shares[cell];
                counts[cell]++;
            }

            var drawn = Reliance(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
            if (drawn.LiftInterval(AnswerState.Met)!.Value.Contains(120.0 / 300 / (170.0 / 500))) lifts++;
            if (drawn.InformationInterval!.Value.Contains(audit.InformationValue.Value)) informations++;
        }

        var slack = Deep.IsOn ? 0.01 : 0.05;
        Assert.InRange((double)lifts / all, 0.95 - slack, 0.95 + slack);
        Assert.InRange((double)informations / all, 0.94 - slack, 0.96 + slack);
    }

    private static string Shown(ReliabilityBin bin) => $"{bin.Lowest:R} {bin.Highest:R} {bin.MeanPredicted:R} {bin.Observed}";

    private static string Wrong(Func<object> read) => Assert.Throws<FormatException>(read).Message;

    private static ProfileAudit Audit(QualificationProfile<AuditCase> profile, List<AuditCase> deals) =>
        ProfileAudit.Of(profile, profile.AnswerAll(deals, AsOf), AuditCase.OutcomesOf(deals));

    private static FairnessAudit Fair(QualificationProfile<AuditCase> profile, List<AuditCase> deals) =>
        FairnessAudit.Of(profile, profile.AnswerAll(deals, AsOf), AuditCase.OutcomesOf(deals), deal => deal.Group);

    /// <summary>The audit of a criterion by its counts: won and lost when met, unmet and unknown.</summary>
    private static CriterionAudit Reliance(params int[] counts)
    {
        var profile = QualificationProfile.Create<AuditCase>("one", p => p.Criterion("a", d => d.Flags[0]).IsTrue().Required());
        var deals = new List<AuditCase>();
        for (var i = 0; i < counts.Length; i++)
        {
            bool? flag = i / 2 == 0 ? true : i / 2 == 1 ? false : null;
            var outcome = i % 2 == 0 ? OpportunityOutcome.Won : OpportunityOutcome.Lost;
            deals.AddRange(Enumerable.Repeat(new AuditCase { Flags = [flag, null, null, null, null], Outcome = outcome }, counts[i]));
        }

        return Audit(profile, deals)["a"];
    }
}
