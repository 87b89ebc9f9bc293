using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Data;

public class ProfileOverridesTests
{
    /// <summary>The setting, and what it changes in code.</summary>
    public static TheoryData<string, string> Changes => new()
    {
        { "QualifyAt=61.5", "QualifyAt(60)=QualifyAt(61.5)" },
        { "nearmisswithin=11", "margin" },
        { "Hysteresis=3", "hysteresis" },
        { "Floor=-1", "floor" },
        { "Cap=99", "cap" },
        { "Groups:engagement:Cap=40", "group cap" },
        { "Groups:ENGAGEMENT:Floor=1", "group floor" },
        { "Criteria:budget:AtLeast=20000.5", "budget" },
        { "CRITERIA:Budget:atleast=20000.5", "budget" },
        { "Criteria:budget:Required=False", "optional" },
        { "Criteria:bant.fit:OneOf:0=health", "fit" },
        { "Criteria:bant.fit:Comparison=Ordinal", "ordinal" },
        { "Criteria:bant.fit:Weight=16", "weight" },
        { "Criteria:bant.fit:Effort=2", "effort" },
        { "Criteria:bant.fit:Label=Fit", "label" },
        { "Criteria:bant.fit:Question=Which?", "question" },
        { "Criteria:a:b:Linear:To=200", "linear" },
        { "Criteria:a:b:MetFrom=0.25", "met from" },
        { "Criteria:a:b:Decay:HalfLife=60", "decay" },
        { "Criteria:recency:HalfLife=7", "half-life" },
        { "Criteria:signs:Count=2", "count" },
        { "Criteria:sign1:IsTrue=true", "nothing" },
        { "Criteria:code:Weight=2", "code weight" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Create_WithASetting_IsTheProfileWithTheNewValue(string setting, string change)
    {
        var expected = QualificationProfile.Create<Probe>("x", p => Define(p, change));
        var found = QualificationProfile.Create<Probe>("x", p => Define(p, ""), ProfileDefinitionTests.Settings(setting));
        Assert.Equal(expected.Declaration, found.Declaration);
        Assert.Equal(change == "nothing", found.Fingerprint == QualificationProfile.Create<Probe>("x", p => Define(p, "")).Fingerprint);
        var random = new SeededRandom(11);
        for (var i = 0; i < 30; i++)
        {
            var probe = Probe.Generate(random, Asking.AsOf);
            Assert.Equal(expected.Decide(probe, Asking.AsOf), found.Decide(probe, Asking.AsOf));
        }
    }

    [Fact]
    public void Create_WithFaultySettings_ListsThemAllWithPathValueAndRule()
    {
        var fault = Assert.Throws<QualificationProfileException>(
            () => QualificationProfile.Create(new Definition(), ProfileDefinitionTests.Settings(
            "QualifyAt=a lot", "Cap=NaN", "Treshold=5", "Hysteresis=500", "Groups:engagment:Cap=1", "Groups:engagement:Weight=1",
                "Criteria:budgt:AtLeast=5", "Criteria:budget:AtLeast=10 000",
            "Criteria:budget:AtMost=5", "Criteria:recency:HalfLife=0", "Criteria:recency:Weight=heavy", "Criteria:bant.fit:OneOf=saas",
                "Criteria:a:b:Linear:Up=5", "Criteria:a:b:Linear:To=1e999",
            "Criteria:code:Satisfies=d.Budget > 5", "Criteria:signs:Count=5", "Criteria:sign1:IsTrue=false", "Criteria:bant.fit:Label= ",
                "Criteria:budget=5", "Criteria:budget:Required=yes")));
        Snapshot.Match(fault.Message, "OverrideFaults");
        Assert.All(fault.Faults, f => Assert.StartsWith(f.Path + ": ", f.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Create_IdsThatDifferInCaseAlone_AreToldApart()
    {
        void Both(ProfileBuilder<Probe> p)
        {
            p.Criterion("a", x => x.Flags[0]).IsTrue().Weight(1);
            p.Criterion("A", x => x.Flags[1]).IsTrue().Weight(1);
            p.QualifyAt(50);
        }

        var profile = QualificationProfile.Create<Probe>("x", Both, ProfileDefinitionTests.Settings("Criteria:A:Weight=3"));
        Assert.Equal((1, 3), (profile["a"].Weight, profile["A"].Weight));
    }

    [Fact]
    public void Create_AnIdThatGoesOnWithAColon_TheLongestIsMeant()
    {
        void Both(ProfileBuilder<Probe> p)
        {
            p.Criterion("a", x => x.Flags[0]).IsTrue().Weight(1);
            p.Criterion("a:weight", x => x.Flags[1]).IsTrue().Weight(1);
            p.QualifyAt(50);
        }

        var profile = QualificationProfile.Create<Probe>(
            "x", Both, ProfileDefinitionTests.Settings("Criteria:a:Weight=3", "Criteria:a:weight:Weight=4"));
        Assert.Equal((3, 4), (profile["a"].Weight, profile["a:weight"].Weight));
    }

    [Fact]
    public void Create_ListOfASetting_TakesThePlaceOfTheWholeList()
    {
        var profile = QualificationProfile.Create<Probe>(
            "x",
            p => p.Criterion("fit", x => x.Texts[0]).OneOf("a", "b", "c").Required(),
            ProfileDefinitionTests.Settings("Criteria:fit:OneOf:10=y", "Criteria:fit:OneOf:2=x"));
        Assert.Contains("{\"oneOf\":[\"x\",\"y\"]", profile.Declaration);
    }

    [Fact]
    public void Create_FrameworkCriteria_TakeWeightsById()
    {
        var profile = QualificationProfile.Create<Probe>(
            "x", p => p.UseBant(
                b => b.Budget(x => x.Evidence[0]).Authority(x => x.Evidence[1]).Need(x => x.Evidence[2]).Timeline(x => x.Evidence[3]))
                .QualifyAt(50), ProfileDefinitionTests.Settings("Criteria:bant.budget:Weight=40"));
        Assert.Equal(40, profile["bant.budget"].Weight);
    }

    [Fact]
    public void Create_OperandOfACriterionThatNoVerbAsked_IsRefusedAndNotPassedOver()
    {
        ProfileFault ErrorOf(string setting) =>
            Assert.Single(Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<Probe>(
            "x",
            p => p.UseBant(
                b => b.Budget(x => x.Evidence[0]).Authority(x => x.Evidence[1]).Need(x => x.Evidence[2]).Timeline(x => x.Evidence[3]))
                .QualifyAt(50),
            ProfileDefinitionTests.Settings(setting))).Faults);
        Assert.Equal(
            ("data.member", "Criteria:bant.budget:HalfLife"),
            (ErrorOf("Criteria:bant.budget:HalfLife=5").Code, ErrorOf("Criteria:bant.budget:HalfLife=5").Path));
    }

    [Fact]
    public void Create_WithoutSettings_IsTheProfile() => Assert.Equal(
        QualificationProfile.Create(new Definition()).Fingerprint,
            QualificationProfile.Create(new Definition(), [new ProfileSetting("Criteria", null)]).Fingerprint);

    [Fact]
    public void Arguments_Missing_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("settings", () => QualificationProfile.Create(new Definition(), null!));
        Assert.Throws<ArgumentNullException>(
            "definition", () => QualificationProfile.Create<Probe>((IProfileConfiguration<Probe>)null!, []));
        Assert.Throws<ArgumentNullException>("define", () => QualificationProfile.Create<Probe>("x", null!, []));
        Assert.Throws<ArgumentException>("name", () => QualificationProfile.Create<Probe>(" ", _ => { }, []));
    }

    private static void Define(ProfileBuilder<Probe> p, string change)
    {
        var budget = p.Criterion("budget", x => x.Amounts[0]).AtLeast(change == "budget" ? 20_000.5m : 10_000m);
        if (change != "optional") budget.Required();
        string[] industries = change == "fit" ? ["health"] : ["saas", "fintech"];
        var fit = p.Criterion("bant.fit", x => x.Texts[0])
            .OneOf(change == "ordinal" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase, industries)
            .Weight(change == "weight" ? 16 : 15).Effort(change == "effort" ? 2 : 3);
        if (change == "label") fit.Label("Fit");
        if (change == "question") fit.Ask("Which?");
        p.Group("engagement", g =>
        {
            var activity = g.Criterion("a:b", x => x.Numbers[0]).Linear(from: 10, to: change == "linear" ? 200 : 100).Weight(30)
                .DecayBy(x => x.Dates[0], change == "decay" ? 60 : 30);
            if (change == "met from") activity.MetFrom(0.25);
            g.Criterion("recency", x => x.Dates[1]).HalfLife(change == "half-life" ? 7 : 14).Weight(20);
        }).Cap(change == "group cap" ? 40 : 45).Floor(change == "group floor" ? 1 : 0);
        p.AtLeast(change == "count" ? 2 : 1, "signs", c =>
        {
            c.Criterion("sign1", x => x.Flags[0]).IsTrue();
            c.Criterion("sign2", x => x.Flags[1]).IsTrue();
        }).Weight(10);
        p.Criterion("code").Satisfies(x => x.Flags[2]).Weight(change == "code weight" ? 2 : 1);
        p.QualifyAt(change.StartsWith("QualifyAt", StringComparison.Ordinal) ? 61.5 : 60).NearMissWithin(change == "margin" ? 11 : 10);
        if (change == "hysteresis") p.Hysteresis(3);
        if (change == "floor") p.Floor(-1);
        if (change == "cap") p.Cap(99);
    }

    private sealed class Definition : IProfileConfiguration<Probe>
    {
        public string Name => "class";

        public void Define(ProfileBuilder<Probe> profile) => ProfileOverridesTests.Define(profile, "");
    }
}
