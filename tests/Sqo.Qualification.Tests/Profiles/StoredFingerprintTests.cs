using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles;

/// <summary>
/// Fingerprints as they were stored: a record is replayed by the profile that has its fingerprint, so none may change unnoticed. Where one
/// has to, delete the snapshot, run the test and say why in the changelog.
/// </summary>
public class StoredFingerprintTests
{
    private static readonly Dictionary<string, Action<ProfileBuilder<Probe>>> Strategies = new()
    {
        ["weighted points"] = p => Flags(p).ScoreByWeightedPoints(),
        ["weighted points, stretched"] = p => Flags(p).ScoreByWeightedPoints(ScoreScale.Stretched),
        ["weighted points, floor and cap"] = p => Flags(p).Floor(-2.5).Cap(80),
        ["weighted points, penalty"] = p => Flags(p).Criterion("rival", x => x.Flags[2]).IsTrue().Weight(-50),
        ["weighted points, condition"] = p => Flags(p).Criterion("sso", x => x.Flags[2]).IsTrue().Weight(10).When("a"),
        ["weighted mean"] = p => Flags(p).ScoreByWeightedMean(),
        ["weakest link"] = p => Flags(p).ScoreByWeakestLink(),
        ["geometric mean"] = p => Flags(p).ScoreByGeometricMean(),
        ["tiers"] = p =>
        {
            p.Group("must", g => g.Criterion("a", x => x.Flags[0]).IsTrue().Weight(1));
            p.Group("could", g => g.Criterion("b", x => x.Flags[1]).IsTrue().Weight(1));
            p.ScoreByTiers(10, "must", "could").QualifyAt(60);
        },
        ["fit and engagement"] = p => Sides(p, new FitEngagementOptions()),
        ["fit and engagement, all told"] = p => Sides(p, new FitEngagementOptions
        {
            FitShare = 0.3,
            FitScale = ScoreScale.Stretched,
            EngagementScale = ScoreScale.Stretched,
            Letters = new GradeScale(new GradeBand("A", 75), new GradeBand("B", 0)),
            Digits = new GradeScale(new GradeBand("1", 40), new GradeBand("2", 0)),
        }),
        ["log-odds"] = p => Flags(p).ScoreByLogOdds(-1.1, 0.02, 0.98),
        ["log-odds, bins"] = p =>
        {
            p.Criterion("number", x => x.Numbers[0]).Bins(-0.6, new ScoreBin(50, 0.1), new ScoreBin(500, 0.8));
            p.Criterion("text", x => x.Texts[0]).Bins(-0.2, new TextBin("saas", 0.5), new TextBin("retail", -0.4));
            p.ScoreByLogOdds(0).QualifyAt(40);
        },
        ["logistic model"] = p =>
        {
            p.Criterion("a", x => x.Flags[0]).IsTrue();
            p.ScoreByLogOdds(new LogisticModel(-1, [new("a", 2)])).QualifyAt(50);
        },
        ["gates alone"] = p =>
            p.NextAction(Verdict.Qualified, "Call").Criterion("a", x => x.Flags[0]).IsTrue().Required().NextAction("Ask"),
        ["start-up"] = p => p.UseFramework(Industries.All[0], _ => null),
        ["BANT"] = p => p.UseFramework(Qualification.Frameworks.Bant, _ => null).QualifyAt(60),
    };

    [Fact]
    public void Fingerprint_OfEveryDeclaration_IsTheOneThatIsStored()
    {
        var list = new StringBuilder();
        var all = FingerprintTests.Declarations().Concat(Strategies.Select(s => new KeyValuePair<string, string>(
            "score: " + s.Key, QualificationProfile.Create("p", s.Value).Fingerprint)));
        foreach (var entry in all) list.Append(entry.Value).Append("  ").Append(entry.Key).Append('\n');
        Snapshot.Match(list.ToString().TrimEnd('\n'), "Fingerprints");
    }

    private static ProfileBuilder<Probe> Flags(ProfileBuilder<Probe> p)
    {
        p.Criterion("a", x => x.Flags[0]).IsTrue().Weight(60);
        p.Criterion("b", x => x.Flags[1]).IsTrue().Weight(40);
        return p.QualifyAt(65).NearMissWithin(10).Hysteresis(5).Version("2");
    }

    private static void Sides(ProfileBuilder<Probe> p, FitEngagementOptions options)
    {
        p.Criterion("a", x => x.Flags[0]).IsTrue().Weight(60).Dimension(Dimensions.Fit);
        p.Criterion("b", x => x.Flags[1]).IsTrue().Weight(40).Dimension(Dimensions.Engagement);
        p.ScoreByFitAndEngagement(options).QualifyAt(60);
    }
}
