using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class ResultTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void Explain_Deal_SaysWhatItRestsOn()
    {
        var profile = ReviewDeal.Profile();
        var result = profile.Explain(ReviewDeal.Typical(), AsOf);
        Assert.Equal("review", result.ProfileName);
        Assert.Equal("3", result.ProfileVersion);
        Assert.Equal(profile.Fingerprint, result.Fingerprint);
        Assert.Equal(AsOf, result.AsOf);
        Assert.Equal(profile.Criteria, result.Criteria.Select(c => c.Criterion));
        Assert.Equal(60, result.Threshold);
        Assert.Equal(Math.Max(0, 60 - result.DisplayScore), result.GapToThreshold);
        Assert.Equal(8_000m, result["budget"].Actual);
        Assert.Equal(2_000m, result["budget"].Gap);
        Assert.Same(profile["budget"], result["budget"].Criterion);
        Assert.Same(profile["budget"].Requirement, result["budget"].Required);
        Assert.Null(result["industry"].Gap);
        Assert.Throws<KeyNotFoundException>(() => result["nothing"]);
        Assert.Throws<ArgumentNullException>(() => result[null!]);
        Assert.StartsWith("review: ", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_NeedsDiscovery_AreTheUnknownThatMatterGatesFirst()
    {
        var profile = QualificationProfile.Create<Probe>("p", p =>
        {
            p.Criterion("light", x => x.Flags[0]).IsTrue().Weight(5);
            p.Criterion("heavy", x => x.Flags[1]).IsTrue().Weight(-50);
            p.Criterion("shown", x => x.Flags[2]).IsTrue();
            p.Criterion("gate", x => x.Flags[3]).IsTrue().Required();
            p.Criterion("known", x => x.Flags[4]).IsTrue().Weight(50);
            p.QualifyAt(60);
        });
        var probe = new Probe();
        probe.Flags[4] = true;
        var result = profile.Explain(probe, AsOf);
        Assert.Equal(Verdict.NeedsDiscovery, result.Verdict);
        Assert.Equal(["gate", "heavy", "light"], result.Questions.Select(q => q.Id));
    }

    [Fact]
    public void Questions_VerdictDoesNotHangOnTheUnknown_AreNone()
    {
        var profile = QualificationProfile.Create<Probe>("p", p =>
        {
            p.Criterion("gate", x => x.Flags[0]).IsTrue().Required();
            p.Criterion("points", x => x.Flags[1]).IsTrue().Weight(50);
            p.QualifyAt(60);
        });
        var probe = new Probe();
        probe.Flags[0] = false;
        Assert.Empty(profile.Explain(probe, AsOf).Questions);
    }

    [Fact]
    public void Questions_PartOfACombinationThatIsKnown_IsNotAsked()
    {
        var profile = QualificationProfile.Create<Probe>("p", p => p.AllOf("all", all =>
        {
            all.Criterion("open", x => x.Flags[0]).IsTrue();
            all.AnyOf("any", any =>
            {
                any.Criterion("met", x => x.Flags[1]).IsTrue();
                any.Criterion("idle", x => x.Flags[2]).IsTrue();
            });
        }).Required());
        var probe = new Probe();
        probe.Flags[1] = true;
        var result = profile.Explain(probe, AsOf);
        Assert.Equal(Verdict.NeedsDiscovery, result.Verdict);
        Assert.Equal(AnswerState.Met, result["any"].State);
        // Whatever "idle" is, "any" stays met: only "open" can decide.
        Assert.Equal(["open"], result.Questions.Select(q => q.Id));
    }

    [Fact]
    public void Questions_OnlyTheDateOfADecayIsMissing_AsksForTheCriterion()
    {
        var profile = QualificationProfile.Create<Probe>("p", p =>
        {
            p.AllOf("all", all => all.Criterion("part", x => x.Flags[0]).IsTrue()).DecayBy(x => x.Dates[0], 30).Weight(10);
            p.Criterion("other", x => x.Flags[1]).IsTrue().Weight(1);
            p.QualifyAt(60);
        });
        var probe = new Probe();
        probe.Flags[0] = true;
        probe.Flags[1] = true;
        var result = profile.Explain(probe, AsOf);
        Assert.Equal(Verdict.NeedsDiscovery, result.Verdict);
        Assert.Equal(AnswerState.Unknown, result["all"].State);
        Assert.NotEmpty(result.Questions);
    }

    [Fact]
    public void Explain_DecayOfAPartOfACombination_IsJudgedTheSameEverywhere()
    {
        // A part has no points to decay: its answer must not hang on the date.
        QualificationProfile<Probe> Build() => QualificationProfile.Create<Probe>("p", p => p.AllOf("all", all =>
            all.Criterion("part", x => x.Flags[0]).IsTrue().DecayBy(x => x.Dates[0], 30)).Required());
        var probe = new Probe();
        probe.Flags[0] = true;
        QualificationProfile<Probe> profile;
        try
        {
            profile = Build();
        }
        catch (QualificationProfileException e)
        {
            Assert.Equal("part", Assert.Single(e.Faults).Id);
            return;
        }

        var result = profile.Explain(probe, AsOf);
        Assert.Equal(result["part"].State, result["all"].State);
    }
}
