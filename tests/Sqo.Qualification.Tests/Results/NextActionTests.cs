using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class NextActionTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void NextActions_OfAResult_AreThoseOfTheVerdictThenOfWhatIsMissing()
    {
        var profile = QualificationProfile.Create<Probe>("actions", p =>
        {
            p.Criterion("a", x => x.Flags[0]).IsTrue().Weight(60).NextAction("Do a");
            p.Criterion("b", x => x.Flags[1]).IsTrue().Weight(40).NextAction("Do b");
            p.Criterion("risk", x => x.Flags[2]).IsTrue().Weight(-10).NextAction("Drop the risk");
            p.NextAction(Verdict.Qualified, "Call").NextAction(Verdict.Disqualified, "Leave").NextAction(Verdict.Qualified, "Visit")
                .QualifyAt(50);
        });
        Assert.Equal(["Call", "Visit", "Do b"], Texts(true, false, false));
        Assert.Equal(["Call", "Visit", "Drop the risk"], Texts(true, true, true));
        Assert.Equal(["Leave", "Do a"], Texts(false, true, false));
        Assert.Equal(["Do a", "Do b", "Drop the risk"], Texts(null, null, null));
        Assert.Equal(["Qualified.1", "Disqualified.1", "Qualified.2"], profile.NextActions.Select(action => action.Id));

        IEnumerable<string> Texts(bool? a, bool? b, bool? risk)
        {
            var probe = new Probe();
            probe.Flags[0] = a;
            probe.Flags[1] = b;
            probe.Flags[2] = risk;
            return profile.Explain(probe, AsOf).NextActions.Select(action => action.ToString());
        }
    }

    [Theory]
    [InlineData(true, true, "out")]
    [InlineData(true, false, "")]
    [InlineData(true, null, "out")]
    [InlineData(false, true, "in,out")]
    [InlineData(false, false, "in")]
    public void NextActions_OfParts_AreThoseThatCouldHelpTheWhole(bool inside, bool? outside, string expected)
    {
        var profile = QualificationProfile.Create<Probe>("parts", p => p.AllOf("all", all =>
        {
            all.AnyOf("any", any =>
            {
                any.Criterion("in", x => x.Flags[0]).IsTrue().NextAction("in");
                any.Criterion("never", x => x.Flags[3]).IsTrue();
            });
            all.NoneOf("none", none => none.Criterion("out", x => x.Flags[1]).IsTrue().NextAction("out"));
        }).Required());
        var probe = new Probe();
        (probe.Flags[0], probe.Flags[1]) = (inside, outside);
        Assert.Equal(expected, string.Join(",", profile.Explain(probe, AsOf).NextActions.Select(action => action.Text)));
    }

    [Fact]
    public void Action_Text_CanBePutIntoAnyLanguage()
    {
        var action = new NextAction("call", Verdict.NeedsDiscovery, "Call\nthem").In("sv", "Ring dem").In("da", "Ring til dem");
        var profile = QualificationProfile.Create<Probe>("words", p =>
        {
            p.Criterion("a", x => x.Flags[0]).IsTrue().Required().NextAction("Do a");
            p.NextAction(action);
        });
        var result = profile.Explain(new Probe(), AsOf);
        var none = new Dictionary<string, string>();
        Assert.Equal("Call them", ExplanationTexts.English.Action(action));
        Assert.Equal("Ring dem", ExplanationTexts.Swedish.Action(action));
        Assert.Equal("Ring til dem", ExplanationTexts.English.With("da", none).Action(action));
        Assert.Equal("Ring dem", ExplanationTexts.Swedish.With("nn", none).Action(action));
        var own = ExplanationTexts.Swedish.With(
            "sv", new Dictionary<string, string> { ["action.call"] = "Slå en signal", ["action.a"] = "Gör a" });
        Assert.EndsWith("Nästa steg\n  Slå en signal\n  Gör a", result.ToText(own), StringComparison.Ordinal);
        Assert.Null(action.Criterion);
        Assert.Null(result.NextActions[1].Verdict);
        Assert.Same(profile["a"], result.NextActions[1].Criterion);
        Assert.Throws<ArgumentException>(() => QualificationProfile.Create<Probe>("x", p => p.NextAction(result.NextActions[1])));
        Assert.Throws<ArgumentException>(() => new NextAction(" ", Verdict.Qualified, "x"));
        Assert.Throws<ArgumentException>(() => action.In("sv", ""));
        Assert.Throws<ArgumentNullException>(() => ExplanationTexts.English.Action(null!));
        Assert.Throws<ArgumentNullException>(() => ExplanationTexts.English.Note(null!));
    }

    [Fact]
    public void Fingerprint_NextActions_ChangeItWhenTheyDoAndTheirTranslationsDoNot()
    {
        var plain = Profile(_ => { });
        var spoken = Profile(p => p.NextAction(new NextAction("call", Verdict.Qualified, "Call")));
        Assert.DoesNotContain("next-action", plain.Declaration, StringComparison.Ordinal);
        Assert.NotEqual(plain.Fingerprint, spoken.Fingerprint);
        Assert.NotEqual(spoken.Fingerprint, Profile(p => p.NextAction(new NextAction("call", Verdict.NearMiss, "Call"))).Fingerprint);
        Assert.NotEqual(plain.Fingerprint, Profile(p => p.Criterion("b", x => x.Flags[1]).IsTrue().NextAction("Do b")).Fingerprint);
        Assert.Equal(
            spoken.Fingerprint, Profile(p => p.NextAction(new NextAction("call", Verdict.Qualified, "Call").In("sv", "Ring"))).Fingerprint);

        static QualificationProfile<Probe> Profile(Action<ProfileBuilder<Probe>> more) => QualificationProfile.Create<Probe>("print", p =>
        {
            p.Criterion("a", x => x.Flags[0]).IsTrue().Required();
            more(p);
        });
    }
}
