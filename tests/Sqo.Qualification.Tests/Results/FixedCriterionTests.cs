using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Sqo.Qualification.Tests.Profiles.Data;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

/// <summary>What selling can't change is named only where nothing else would do.</summary>
public class FixedCriterionTests
{
    [Fact]
    public void Remedies_WhereSomethingElseDoes_LeaveOutWhatIsFixed()
    {
        var result = Explain(p =>
        {
            p.Criterion("industry", d => d.Flags[0]).IsTrue().Weight(60).Fixed();
            p.Criterion("demo", d => d.Flags[1]).IsTrue().Weight(40).Effort(9);
            p.Criterion("call", d => d.Flags[2]).IsTrue().Weight(20).Effort(9);
            p.QualifyAt(50);
        });
        Assert.Equal(["demo call"], Keys(result));
        Assert.Empty(result.SingleStepRemedies);
        Assert.True(result["industry"].Criterion.IsFixed);
        Assert.False(result["demo"].Criterion.IsFixed);
    }

    [Fact]
    public void Remedies_WhereNothingElseDoes_NameIt()
    {
        var result = Explain(p =>
        {
            p.Criterion("industry", d => d.Flags[0]).IsTrue().Required().Fixed();
            p.Criterion("size", d => d.Flags[1]).IsTrue().Weight(60).Fixed();
            p.Criterion("demo", d => d.Flags[2]).IsTrue().Weight(60);
            p.QualifyAt(50);
        });
        // The industry is a gate; of the two with points, the one that can be changed.
        Assert.Equal(["industry demo"], Keys(result));
    }

    [Fact]
    public void Remedies_WhereOneOfSeveralFixedOnesIsNeeded_NameEach()
    {
        var result = Explain(p =>
        {
            p.Criterion("industry", d => d.Flags[0]).IsTrue().Weight(50).Fixed();
            p.Criterion("size", d => d.Flags[1]).IsTrue().Weight(50).Fixed();
            p.Criterion("demo", d => d.Flags[2]).IsTrue().Weight(20);
            p.QualifyAt(55);
        });
        Assert.Equal(
            ["industry demo", "size demo", "industry size"], Keys(result).OrderBy(key => key == "industry size")
            .ThenBy(key => key, StringComparer.Ordinal));
    }

    [Fact]
    public void Remedies_PartsOfAFixedCombination_AreFixed()
    {
        var result = Explain(p =>
        {
            p.AnyOf("fit", any => any.Criterion("industry", d => d.Flags[0]).IsTrue()).Weight(60).Fixed();
            p.Criterion("demo", d => d.Flags[1]).IsTrue().Weight(60).Effort(5);
            p.QualifyAt(50);
        });
        Assert.Equal(["demo"], Keys(result));
    }

    [Fact]
    public void Fixed_InData_IsTheSameProfileAndFingerprint()
    {
        var profile = QualificationProfile.Create<Probe>(
            "x", p => p.QualifyAt(50).Criterion("a", ProbeFields.All.Field<bool?>("flag1")).IsTrue().Weight(10).Fixed());
        var plain = QualificationProfile.Create<Probe>(
            "x", p => p.QualifyAt(50).Criterion("a", ProbeFields.All.Field<bool?>("flag1")).IsTrue().Weight(10));
        var json = profile.ToDefinition(ProbeFields.All).ToJson();
        Assert.Contains("\"fixed\": true", json.Replace("\"fixed\":true", "\"fixed\": true"), StringComparison.Ordinal);
        Assert.DoesNotContain("fixed", plain.ToDefinition(ProbeFields.All).ToJson(), StringComparison.Ordinal);
        Assert.Equal(profile.Fingerprint, QualificationProfile.Create(ProfileDefinition.Parse(json), ProbeFields.All).Fingerprint);
        Assert.NotEqual(plain.Fingerprint, profile.Fingerprint);
        Assert.Equal(profile.Fingerprint, WithSetting("true").Fingerprint);
        Assert.Equal(plain.Fingerprint, WithSetting("false").Fingerprint);

        static QualificationProfile<Probe> WithSetting(string value) => QualificationProfile.Create<Probe>(
            "x", p => p.QualifyAt(50).Criterion("a", ProbeFields.All.Field<bool?>("flag1")).IsTrue().Weight(10),
                [new ProfileSetting("Criteria:a:Fixed", value)]);
    }

    private static QualificationResult Explain(Action<ProfileBuilder<Probe>> define)
    {
        var deal = new Probe();
        for (var i = 0; i < deal.Flags.Length; i++) deal.Flags[i] = false;
        return QualificationProfile.Create("fixed", define).Explain(deal, Asking.AsOf);
    }

    private static IEnumerable<string> Keys(QualificationResult result) =>
        result.Remedies.Select(remedy => string.Join(" ", remedy.Steps.Select(step => step.Result.Id)));
}
