using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Lint;

public class LintTests
{
    /// <summary>For each code: a profile that has it, the id that it names, and one that is nearly the same and has not.</summary>
    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["threshold.perfect-only"] = new(p => YesOrNo(p).QualifyAt(95), null, p => YesOrNo(p).QualifyAt(85)),
        ["threshold.idle"] = new(p => Two(p).QualifyAt(0), null, p => Two(p).QualifyAt(1)),
        ["hysteresis.whole"] = new(p => Two(p).QualifyAt(50).Hysteresis(55), null, p => Two(p).QualifyAt(50).Hysteresis(45)),
        ["criterion.idle"] = new(
            p =>
            {
                Two(p).QualifyAt(60);
                p.Criterion("shown", d => d.Number).AtLeast(1);
            },
            "shown",
            p =>
            {
                Two(p).QualifyAt(60);
                p.AllOf("all", g => g.Criterion("shown", d => d.Number).AtLeast(1)).Required();
            }),
        ["weight.idle"] = new(
            p =>
            {
                Two(p).QualifyAt(60);
                // The cap is below the floor's reach: nothing moves.
                p.Group("g", g => g.Criterion("c", d => d.Flag).IsTrue().Weight(5)).Cap(0).Floor(0);
            },
            "c",
            p =>
            {
                Two(p).QualifyAt(60);
                p.Group("g", g => g.Criterion("c", d => d.Flag).IsTrue().Weight(5)).Cap(5).Floor(0);
            }),
        ["weight.of-gate"] = new(
            p =>
            {
                Two(p).QualifyAt(60);
                p.Criterion("c", d => d.Flag).IsTrue().Required().Weight(5);
            },
            "c",
            p =>
            {
                Two(p).QualifyAt(60);
                p.Criterion("c", d => d.Number).Linear(0, 100).Required().Weight(5);
            }),
        ["cap.swallows"] = new(
            p => Grouped(p, weight: 30).Cap(20),
            "c",
            p => Grouped(p, weight: 20).Cap(20)),
        ["cap.idle"] = new(p => Grouped(p, weight: 30).Cap(45), "g", p => Grouped(p, weight: 30).Cap(44)),
        ["floor.idle"] = new(p => Grouped(p, weight: -30).Floor(-30), "g", p => Grouped(p, weight: -30).Floor(-29)),
        ["requirement.text"] = new(
            p => p.QualifyAt(50).Criterion("c", new Rule(new Requirement("own.rule", 5))).Weight(10),
            "c",
            p => p.QualifyAt(50).Criterion("c", new Rule(Requirement.Text("own rule"))).Weight(10)),
        ["when.gate"] = new(
            p =>
            {
                Two(p).QualifyAt(60);
                p.Criterion("gate", d => d.Flag).IsTrue().Required();
                p.Criterion("c", d => d.Number).Linear(0, 100).Weight(5).When("gate");
            },
            "c",
            p =>
            {
                Two(p).QualifyAt(60);
                p.Criterion("gate", d => d.Flag).IsTrue();
                p.Criterion("c", d => d.Number).Linear(0, 100).Weight(5).When("gate");
            }),
        ["grade.all"] = new(
            p => Graded(p, GradeScale.Letters.Bands.SelectMany(l => GradeScale.Digits.Bands.Select(d => l.Grade + d.Grade))), null, p =>
            Graded(p, ["A1", "A2"])),
        ["grade.skipped"] = new(p => Graded(p, ["A1", "B1", "B2"]), null, p => Graded(p, ["A1", "A2", "B1", "B2"])),
        ["grade.idle"] = new(
            p => Graded(p, ["A1", "A2", "B1", "C3"]).QualifyAt(51), null, p => Graded(p, ["A1", "A2", "B1", "C3"]).QualifyAt(50)),
        ["dimension.idle"] = new(
            p => Graded(p, ["A1"]).QualifyDimension(Dimensions.Fit, 0), null, p => Graded(p, ["A1"]).QualifyDimension(Dimensions.Fit, 1)),
        ["gate.contradiction"] = new(
            p =>
            {
                p.Criterion("rich", d => d.Number).AtLeast(10).Required();
                p.Criterion("poor", d => d.Number).Below(10).Required();
            },
            "poor",
            p =>
            {
                p.Criterion("rich", d => d.Number).AtLeast(10).Required();
                p.Criterion("poor", d => d.Number).AtMost(10).Required();
            }),
    };

    private static ProfileBuilder<Deal> Graded(ProfileBuilder<Deal> p, IEnumerable<string> grades)
    {
        p.Criterion("who", d => d.Number).Linear(0, 100).Weight(5).Dimension(Dimensions.Fit);
        p.Criterion("what", d => d.Other).Linear(0, 100).Weight(5).Dimension(Dimensions.Engagement);
        return p.ScoreByFitAndEngagement().QualifyGrades([.. grades]);
    }

    public static TheoryData<string> Codes
    {
        get
        {
            var codes = new TheoryData<string>();
            foreach (var code in Cases.Keys) codes.Add(code);
            return codes;
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Lint_ProfileThatLooksWrong_SaysSoAndNamesTheCriterion(string code)
    {
        var lint = Assert.Single(Build(Cases[code].Wrong).Lint, remark => remark.Code == code);
        Assert.Equal(Cases[code].Id, lint.Id);
        Assert.EndsWith(".", lint.Message, StringComparison.Ordinal);
        if (lint.Id is { } id) Assert.Contains($"\"{id}\"", lint.Message, StringComparison.Ordinal);
        Assert.Equal(lint.Message, lint.ToString());
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Lint_ProfileThatIsNearlyTheSame_SaysNothing(string code) =>
        Assert.DoesNotContain(Build(Cases[code].Right).Lint, remark => remark.Code == code);

    [Fact]
    public void Lint_GatesAloneBelowTheFullScore_ThresholdIsIdle()
    {
        var profile = Build(p =>
        {
            p.Criterion("c", d => d.Flag).IsTrue().Required();
            p.QualifyAt(50);
        });
        Assert.Equal("threshold.idle", Assert.Single(profile.Lint).Code);
    }

    [Theory]
    [InlineData("flags")]
    [InlineData("texts")]
    [InlineData("text and none of it")]
    [InlineData("enums")]
    [InlineData("equal and above")]
    [InlineData("dates")]
    public void Lint_GatesThatNoValueMeets_Contradict(string kind) =>
        Assert.Contains(Build(p => Contradict(p, kind)).Lint, remark => remark.Code == "gate.contradiction");

    [Fact]
    public void Lint_GatesOnDifferentValues_DoNotContradict() => Assert.Empty(Build(p =>
    {
        p.Criterion("a", d => d.Number).AtLeast(10).Required();
        p.Criterion("b", d => d.Other).Below(10).Required();
        p.Criterion("c", d => d.Text).NoneOf("a").Required();
        p.Criterion("d", d => d.Text).NoneOf("b").Required();
        p.Criterion("e", d => d.Text).OneOf("c", "d").Required();
        p.Criterion("f", d => d.Text).OneOf("D", "e").Required();
    }).Lint);

    [Fact]
    public void Lint_SoundProfile_IsEmpty() => Assert.Empty(Build(p =>
    {
        p.Criterion("gate", d => d.Flag).IsTrue().Required();
        Two(p).QualifyAt(60);
        p.Group("g", g =>
        {
            g.Criterion("c", d => d.Other).Linear(0, 10).Weight(30);
            g.Criterion("e", d => d.Flag).IsTrue().Weight(20);
        }).Cap(45);
    }).Lint);

    [Fact]
    public void Lint_WeightTooSmallToReachTheThresholdAlone_CanStillMatter() =>
        Assert.DoesNotContain(
            Build(p =>
            {
                Two(p).QualifyAt(60);
                p.Criterion("small", d => d.Flag).IsTrue().Weight(0.001);
            }).Lint,
            remark => remark.Code == "weight.idle");

    internal static IEnumerable<string> KnownCodes => Cases.Keys;

    private static ProfileBuilder<Deal> Two(ProfileBuilder<Deal> p)
    {
        p.Criterion("ninety", d => d.Number).Linear(0, 100).Weight(90);
        p.Criterion("ten", d => d.Other).Linear(0, 100).Weight(10);
        return p;
    }

    private static ProfileBuilder<Deal> YesOrNo(ProfileBuilder<Deal> p)
    {
        p.Criterion("ninety", d => d.Number).AtLeast(100).Weight(90);
        p.Criterion("ten", d => d.Other).AtLeast(100).Weight(10);
        return p;
    }

    private static GroupBoundsBuilder<Deal> Grouped(ProfileBuilder<Deal> p, double weight)
    {
        Two(p).QualifyAt(60);
        return p.Group("g", g =>
        {
            g.Criterion("c", d => d.Flag).IsTrue().Weight(weight);
            g.Criterion("e", d => d.Other).AtLeast(5).Weight(weight < 0 ? 0 : 15);
        });
    }

    private static void Contradict(ProfileBuilder<Deal> p, string kind)
    {
        switch (kind)
        {
            case "flags":
                p.Criterion("a", d => d.Flag).IsTrue().Required();
                p.Criterion("b", d => d.Flag).IsFalse().Required();
                break;
            case "texts":
                p.Criterion("a", d => d.Text).OneOf("a", "b").Required();
                p.Criterion("b", d => d.Text).OneOf("c", "d").Required();
                break;
            case "text and none of it":
                p.Criterion("a", d => d.Text).NoneOf("A", "b").Required();
                p.Criterion("b", d => d.Text).EqualTo("a").Required();
                break;
            case "enums":
                p.Criterion("a", d => d.Day).EqualTo(DayOfWeek.Monday).Required();
                p.Criterion("b", d => d.Day).NoneOf(DayOfWeek.Monday).Required();
                break;
            case "equal and above":
                p.Criterion("a", d => d.Number).EqualTo(5).Required();
                p.Criterion("b", d => d.Number).Above(5).Required();
                break;
            default:
                p.Criterion("a", d => d.Date).Before(new DateTime(2026, 1, 1)).Required();
                p.Criterion("b", d => d.Date).After(new DateTime(2026, 1, 1)).Required();
                break;
        }
    }

    private static QualificationProfile<Deal> Build(Action<ProfileBuilder<Deal>> define) => QualificationProfile.Create("p", define);

    private sealed class Case(Action<ProfileBuilder<Deal>> wrong, string? id, Action<ProfileBuilder<Deal>> right)
    {
        public Action<ProfileBuilder<Deal>> Wrong => wrong;

        public string? Id => id;

        public Action<ProfileBuilder<Deal>> Right => right;
    }

    private sealed class Deal
    {
        public bool? Flag { get; init; }

        public double? Number { get; init; }

        public double? Other { get; init; }

        public string? Text { get; init; }

        public DateTime? Date { get; init; }

        public DayOfWeek Day { get; init; }
    }

    private sealed class Rule(Requirement requirement) : Criterion<Deal>
    {
        public override Requirement Requirement => requirement;

        protected internal override Answer Evaluate(Deal item, in EvaluationContext context) => Answer.From(item.Flag);
    }
}
