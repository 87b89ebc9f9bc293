using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles;

public class ProfileFaultTests
{
    /// <summary>For each code of a fault: what causes it, the id that it must name, and the value that the message must show.</summary>
    private static readonly Dictionary<string, Cause> Causes = new()
    {
        ["profile.empty"] = new(_ => { }, null, "no criteria", isWhole: true),
        ["profile.undecided"] = new(p => p.Criterion("c", d => d.Flag).IsTrue(), null, "none has a weight", isWhole: true),
        ["profile.too-large"] = new(p => AddGates(p, 64), null, "65"),
        ["id.blank"] = new(p => p.Criterion(" ", d => d.Flag).IsTrue(), null, "blank id"),
        ["id.duplicate"] = new(p => p.Group("gate", g => g.Criterion("c", d => d.Flag).IsTrue().Weight(0)), "gate", "more than once"),
        ["id.text"] = new(p => p.Criterion("two\nlines", d => d.Flag).IsTrue(), "two\nlines", "two\\u000Alines"),
        ["criterion.no-test"] = new(p => p.Criterion("c", d => d.Flag), "c", "no condition"),
        ["criterion.broken"] = new(p => p.Criterion("c", new Speechless()), "c", "Speechless"),
        ["criterion.highest"] = new(p => p.Criterion("c", new TooHigh()), "c", "1.5"),
        ["curve.range"] = new(
            p => p.Criterion("c", d => d.Number).PiecewiseLinear(new CurvePoint(-1.7e308, 0), new CurvePoint(1.7e308, 1)), "c", "1.7E+308"),
        ["combination.empty"] = new(p => p.AllOf("c", _ => { }), "c", "no criteria"),
        ["combination.count"] = new(p => p.AtLeast(2, "c", g => g.Criterion("part", d => d.Flag).IsTrue()), "c", "at least 2 of 1"),
        ["combination.part"] = new(p => p.AllOf("c", g => g.Criterion("part", d => d.Flag).IsTrue().Required()), "part", "Required"),
        ["nesting.depth"] = new(p => Nest(p, 40), null, "nested in 9 groups"),
        ["group.empty"] = new(p => p.Group("g", _ => { }), "g", "no criteria"),
        ["group.bounds"] = new(p => p.Group("g", Inner).Cap(1).Floor(2.5), "g", "2.5"),
        ["group.maximum"] = new(p => p.Group("g", Inner).Cap(double.NaN), "g", "NaN"),
        ["group.minimum"] = new(p => p.Group("g", Inner).Floor(double.NegativeInfinity), "g", "-Infinity"),
        ["decay.no-weight"] = new(
            p => p.AllOf("c", g => g.Criterion("part", d => d.Flag).IsTrue()).DecayBy(d => d.Date, 7), "c", "no weight"),
        ["half-life.range"] = new(p => p.Criterion("c", d => d.Date).HalfLife(0), "c", "0 days"),
        ["weight.not-finite"] = new(
            p =>
            {
                p.Criterion("c", d => d.Flag).IsTrue().Weight(double.NaN);
                p.QualifyAt(50);
            },
            "c",
            "NaN"),
        ["met-from.range"] = new(p => p.Criterion("c", d => d.Flag).IsTrue().MetFrom(1.01), "c", "1.01"),
        ["met-from.unreachable"] = new(p => p.Criterion("c", d => d.Number).Steps(new CurvePoint(0, 0.4)).Required(), "c", "0.4"),
        ["linear.range"] = new(p => p.Criterion("c", d => d.Number).Linear(-1e308, 1e308), "c", "1E+308"),
        ["effort.range"] = new(p => p.Criterion("c", d => d.Flag).IsTrue().Effort(-1), "c", "-1"),
        ["threshold.missing"] = new(p => p.Criterion("c", d => d.Flag).IsTrue().Weight(5), null, "QualifyAt"),
        ["threshold.range"] = new(p => p.QualifyAt(100.5), null, "100.5"),
        ["threshold.unreachable"] = new(
            p =>
            {
                p.Criterion("c", d => d.Flag).IsTrue().Required().Weight(-50);
                p.Criterion("d", d => d.Flag).IsTrue().Weight(50);
                p.QualifyAt(60);
            },
            null,
            "60"),
        ["action.duplicate"] = new(
            p => p.NextAction(new NextAction("call", Verdict.Qualified, "Call"))
            .NextAction(new NextAction("call", Verdict.NearMiss, "Call again")), null, "call"),
        ["margin.range"] = new(p => p.NearMissWithin(-1), null, "-1"),
        ["score.flat"] = new(
            p =>
            {
                p.Group("g", g => g.Criterion("c", d => d.Flag).IsTrue().Weight(5)).Cap(0);
                p.QualifyAt(50);
            },
            null,
            "between 0 and 0"),
        ["score.scale"] = new(p => Weigh(p, 1).Floor(-2.5).ScoreByWeightedPoints(ScoreScale.Stretched), null, "Floor of -2.5"),
        ["when.required"] = new(p => p.Criterion("c", d => d.Flag).IsTrue().Required().When("gate"), "c", "\"gate\""),
        ["when.no-weight"] = new(p => p.Criterion("c", d => d.Flag).IsTrue().When("gate"), "c", "no weight"),
        ["when.unknown"] = new(p => Weigh(p, 1).Criterion("c", d => d.Flag).IsTrue().Weight(1).When("no such"), "c", "no such"),
        ["when.itself"] = new(p => Weigh(p, 1).Criterion("c", d => d.Flag).IsTrue().Weight(1).When("c"), "c", "itself"),
        ["when.part"] = new(
            p =>
            {
                p.AllOf("whole", g => g.Criterion("part of it", d => d.Flag).IsTrue());
                Weigh(p, 1).Criterion("dependent", d => d.Flag).IsTrue().Weight(1).When("part of it");
            },
            "dependent",
            "part of \"whole\""),
        ["when.chain"] = new(
            p =>
            {
                Weigh(p, 1).Criterion("first", d => d.Flag).IsTrue().Weight(1).When("second");
                p.Criterion("second", d => d.Flag).IsTrue().Weight(1).When("gate");
            },
            "first",
            "\"second\""),
        ["when.too-many"] = new(
            p =>
            {
                for (var i = 0; i < 9; i++)
                {
                    p.Criterion("prerequisite" + i, d => d.Flag).IsTrue();
                    p.Criterion("under" + i, d => d.Flag).IsTrue().Weight(1).When("prerequisite" + i);
                }

                Weigh(p, 1);
            },
            null,
            "8"),
        ["strategy.prerequisite"] = new(
            p =>
            {
                Weigh(p, 1).ScoreByWeakestLink();
                p.Criterion("c", d => d.Flag).IsTrue().Weight(1).When("gate");
            },
            "c",
            "weakest-link/1"),
        ["mean.prerequisites"] = new(
            p =>
            {
                p.Criterion("c", d => d.Flag).IsTrue().Weight(1).When("gate");
                p.ScoreByWeightedMean().QualifyAt(1);
            },
            null,
            "at least one"),
        ["list.empty"] = new(p => p.Criterion("c", d => d.Text).OneOf(), "c", "empty"),
        ["list.null"] = new(p => p.Criterion("c", d => d.Text).OneOf("a", null!), "c", "null"),
        ["total.maximum"] = new(p => p.Cap(double.NaN), null, "NaN"),
        ["total.minimum"] = new(p => p.Floor(double.PositiveInfinity), null, "Infinity"),
        ["total.bounds"] = new(p => p.Cap(1).Floor(2.5), null, "2.5"),
        ["list.nameless"] = new(p => p.Criterion("c", _ => new List<Untold>()).ContainsAny(new Untold()), "c", "Untold"),
        ["collection.comparer"] = new(
            p => p.Criterion("c", d => d.Tags).ContainsAny(StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), true), "a"), "c",
            "Comparer"),
        ["group.scale"] = new(
            p =>
            {
                p.Criterion("d", d => d.Flag).IsTrue().Weight(5);
                p.Group("g", g => g.Criterion("c", d => d.Number).AtLeast(1).Weight(5)).Cap(1e16);
                p.QualifyAt(50);
            },
            "g",
            "1E+16"),
        ["weight.scale"] = new(
            p =>
            {
                p.Group("g", g => g.Criterion("c", d => d.Flag).IsTrue().Weight(1e18)).Cap(1);
                p.QualifyAt(50);
            },
            "c",
            "1E+18"),
        ["bound.not-finite"] = new(p => p.Criterion("c", d => d.Number).AtLeast(double.PositiveInfinity), "c", "Infinity"),
        ["between.order"] = new(p => p.Criterion("c", d => d.Number).Between(2.5, 1), "c", "2.5"),
        ["count.range"] = new(p => p.Criterion("c", d => d.Tags).CountAtLeast(0), "c", "0"),
        ["days.range"] = new(p => p.Criterion("c", d => d.Date).WithinNext(36_526), "c", "36526"),
        ["moment.local"] = new(
            p => p.Criterion("c", d => d.Date).Before(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local)), "c", "2026-01-01"),
        ["evidence.flag"] = new(
            p => p.QualifyAt(50).UseAnum(b => b.Need(d => d.Flag, atLeast: EvidenceLevel.Documented)
                .LeaveOut(Anum.Authority, Anum.Urgency, Anum.Money)), "anum.need", "Documented"),
        ["evidence.level"] = new(p => p.Criterion("c", d => d.Evidence).AtLeast(EvidenceLevel.Unknown), "c", "Unknown"),
        ["evidence.points"] = new(p => p.QualifyAt(50).Criterion("c", d => d.Evidence).Points(5, 2.5), "c", "2.5"),
        ["linear.flat"] = new(p => p.Criterion("c", d => d.Number).Linear(3, 3), "c", "3"),
        ["logistic.flat"] = new(p => p.Criterion("c", d => d.Number).Logistic(3, 0), "c", "0"),
        ["curve.number"] = new(p => p.Criterion("c", d => d.Number).Linear(0, double.PositiveInfinity), "c", "Infinity"),
        ["curve.points"] = new(p => p.Criterion("c", d => d.Number).PiecewiseLinear(new CurvePoint(0, 1)), "c", "1 point;"),
        ["curve.value"] = new(p => p.Criterion("c", d => d.Number).Steps(new CurvePoint(0, -0.5), new CurvePoint(1, 1)), "c", "-0.5"),
        ["curve.order"] = new(p => p.Criterion("c", d => d.Number).Steps(new CurvePoint(2, 0.1), new CurvePoint(2, 0.2)), "c", "2"),
        ["curve.highest"] = new(p => p.Criterion("c", d => d.Number).Curve(new Lifeless()), "c", "0"),
        ["pattern.invalid"] = new(p => p.Criterion("c", d => d.Text).Matches("(["), "c", "(["),
        ["pattern.time-limit"] = new(p => p.Criterion("c", d => d.Text).Matches("a", TimeSpan.Zero), "c", "00:00:00"),
        ["text.empty"] = new(p => p.Criterion("c", d => d.Text).Contains(""), "c", "empty"),
        ["text.comparison"] = new(p => p.Criterion("c", d => d.Text).OneOf(StringComparison.CurrentCulture, "a"), "c", "CurrentCulture"),
        ["hysteresis.range"] = new(p => p.Hysteresis(-0.5), null, "-0.5"),
        ["activity.bound"] = new(p => p.QualifyAt(50).Activities("g", NoList, a => a.On("x", 1).Cap(-2.5)), "g.x", "-2.5"),
        ["activity.period"] = new(p => p.QualifyAt(50).Activities("g", NoList, a => a.On("x", 1).CapPerWeek(-2.5).Cap(2)), "g.x", "-2.5"),
        ["activity.points"] = new(p => p.QualifyAt(50).Activities("g", NoList, a => a.On("x", double.NaN)), "g.x", "NaN"),
        ["activity.twice"] = new(
            p => p.QualifyAt(50).Activities("g", NoList, a =>
            {
                a.On("x", 1).Cap(2);
                a.On(["X", "y"], 1).Cap(2);
            }),
            "g.X+y",
            "\"X\""),
        ["activity.types"] = new(p => p.QualifyAt(50).Activities("g", NoList, a => a.On([], 1).Cap(2)), "g.", "no type"),
        ["activity.unlimited"] = new(p => p.QualifyAt(50).Activities("g", NoList, a => a.On("x", -2.5)).Cap(9), "g.x", "-2.5 points"),
        ["activity.unreachable"] = new(
            p => p.QualifyAt(50).Activities("g", NoList, a => a.On("x", 1).HalfLife(7).CapPerWeek(5).Cap(10.5)), "g.x", "10.5"),
        ["activity.value"] = new(
            p => p.QualifyAt(50).Activities("g", d => d.Tags, tag => tag, tag => null, a => a.On("x", 1).TimesValue().Cap(2)), "g.x",
            "values"),
        ["points.weight"] = new(p => p.QualifyAt(50).Activities("g", NoList, a => a.On("x", 1).Cap(2).Weight(2.5)), "g.x", "2.5"),
        ["bins.empty"] = new(p => Card(p).Criterion("c", d => d.Number).Bins(0), "c", "no bins"),
        ["bins.null"] = new(p => Card(p).Criterion("c", d => d.Text).Bins(new TextBin(null!, 1), new TextBin("a", 2)), "c", "no text"),
        ["bins.order"] = new(p => Card(p).Criterion("c", d => d.Number).Bins(0, new ScoreBin(2.5, 1), new ScoreBin(2.5, 2)), "c", "2.5"),
        ["bins.points"] = new(
            p => Card(p).Criterion("c", d => d.Number).Bins(0, new ScoreBin(0, double.NaN)), "c", "the number of points of a bin is NaN"),
        ["bins.twice"] = new(p => Card(p).Criterion("c", d => d.Text).Bins(new TextBin("a", 1), new TextBin("A", 2)), "c", "\"A\""),
        ["bins.flat"] = new(p => Card(p).Criterion("c", d => d.Text).Bins(0.5, new TextBin("a", 0.5)), "c", "0.5"),
        ["bins.weight"] = new(p => Card(p).Criterion("c", d => d.Text).Bins(0, new TextBin("a", 0.5)).Weight(7), "c", "7"),
        ["strategy.bins"] = new(
            p => p.QualifyAt(50).ScoreByWeightedMean().Criterion("c", d => d.Text).Bins(0, new TextBin("a", 0.5)), "c", "bins"),
        ["strategy.twice"] = new(p => p.ScoreByWeightedMean().ScoreByWeakestLink(), null, "twice"),
        ["strategy.missing"] = new(p => p.ScoreBy(_ => null!), null, "null"),
        ["strategy.broken"] = new(p => p.ScoreBy(_ => throw new NotSupportedException("no strategy")), null, "no strategy"),
        ["strategy.layout"] = new(p => p.ScoreBy(_ => Borrowed()), null, "other criteria"),
        ["strategy.name"] = new(p => p.ScoreBy(layout => new Nameless(layout)), null, "blank"),
        ["strategy.negative"] = new(p => Weigh(p, -2.5).ScoreByGeometricMean(), "w", "-2.5"),
        ["strategy.scale"] = new(p => Weigh(p, 1.7e308).ScoreByWeakestLink(), null, "1.7E+308"),
        ["strategy.bounds"] = new(
            p =>
            {
                Weigh(p, 1).ScoreByLogOdds(0);
                p.Group("g", Inner).Cap(5);
            },
            "g",
            "Cap or Floor"),
        ["strategy.total"] = new(p => Weigh(p, 1).ScoreByWeightedMean().Cap(5), null, "a weighted mean"),
        ["tiers.few"] = new(p => Tiers(p, 3, "t"), null, "There is 1 tier;"),
        ["tiers.levels"] = new(p => Tiers(p, 0, "t", "u"), null, "0 levels"),
        ["tiers.resolution"] = new(p => Tiers(p, 100_000, "t", "u"), null, "100000 levels"),
        ["tiers.twice"] = new(
            p =>
            {
                p.QualifyAt(0).ScoreByTiers("t", "t");
                p.Group("t", g => g.Criterion("w", d => d.Flag).IsTrue().Weight(1));
            },
            "t",
            "twice"),
        ["tiers.empty"] = new(p => Tiers(p, 3, "t", "u", "none"), "none", "no criteria"),
        ["tiers.outside"] = new(
            p =>
            {
                Tiers(p, 3, "t", "u");
                p.Criterion("out", d => d.Flag).IsTrue().Weight(1);
            },
            "out",
            "is in 0 tiers"),
        ["grade.share"] = new(p => Sides(p, new FitEngagementOptions { FitShare = 1.5 }), null, "1.5"),
        ["grade.dimensions"] = new(
            p => Sides(p, new FitEngagementOptions { EngagementDimension = Dimensions.Fit }, false), null, "both the dimension"),
        ["grade.dimension"] = new(
            p => Sides(p, new FitEngagementOptions()).Criterion("w", d => d.Flag).IsTrue().Dimension("mood").Weight(1), "w", "\"mood\""),
        ["grade.group"] = new(
            p =>
            {
                p.QualifyAt(0).ScoreByFitAndEngagement();
                p.Group("g", g => AddSides(g)).Cap(1.5);
            },
            "g",
            "bounds"),
        ["grade.empty"] = new(p => Sides(p, new FitEngagementOptions(), false), null, Dimensions.Engagement),
        ["grade.penalties"] = new(
            p => Sides(p, new FitEngagementOptions(), false).Criterion("w", d => d.Flag).IsTrue().Dimension(Dimensions.Engagement)
                .Weight(-1), null, "EngagementScale"),
        ["grade.scale"] = new(
            p => Sides(p, new FitEngagementOptions()).Criterion("w", d => d.Flag).IsTrue().Dimension(Dimensions.Fit).Weight(1.7e308), null,
            "1.7E+308"),
        ["grade.strategy"] = new(p => Weigh(p, 1).QualifyGrades("A1"), null, "QualifyGrades is called"),
        ["grade.missing"] = new(p => Sides(p, new FitEngagementOptions()).QualifyGrades(), null, "no grade"),
        ["grade.unknown"] = new(
            p => Sides(p, new FitEngagementOptions()).QualifyGrades("A1", "B7"),
            null,
            "\"B7\"; it must be a grade of the matrix: \"A1\", \"A2\""),
        ["grade.duplicate"] = new(p => Sides(p, new FitEngagementOptions()).QualifyGrades("A1", "A1"), null, "\"A1\" twice"),
        ["grade.ambiguous"] = new(
            p => Sides(p, new FitEngagementOptions
            {
                Letters = new GradeScale(new GradeBand("A", 50), new GradeBand("A1", 0)),
                Digits = new GradeScale(new GradeBand("11", 50), new GradeBand("1", 0)),
            }).QualifyGrades("A11"),
            null,
            "\"A11\", which is the name of two pairs"),
        ["grade.size"] = new(
            p => Sides(p, new FitEngagementOptions { Letters = Bands(256), Digits = Bands(256) }), null, "65536 grades"),
        ["grade.unreachable"] = new(
            p =>
            {
                Sides(p, new FitEngagementOptions()).QualifyDimension(Dimensions.Fit, 60);
                p.Criterion("c", d => d.Flag).IsTrue().Required().Dimension(Dimensions.Fit).Weight(-1);
            },
            null,
            "at least 60 for \"fit\""),
        ["dimension.unknown"] = new(p => Sides(p, new FitEngagementOptions()).QualifyDimension("mood", 50), null, "\"mood\""),
        ["dimension.range"] = new(p => Sides(p, new FitEngagementOptions()).QualifyDimension(Dimensions.Fit, 100.5), null, "100.5"),
        ["margin.no-threshold"] = new(p => SidesWithoutThreshold(p).NearMissWithin(2.5), null, "2.5 points"),
        ["hysteresis.no-threshold"] = new(p => SidesWithoutThreshold(p).Hysteresis(2.5), null, "2.5 points"),
        ["log-odds.intercept"] = new(p => Weigh(p, 1).ScoreByLogOdds(701), null, "701"),
        ["log-odds.bounds"] = new(p => Weigh(p, 1).ScoreByLogOdds(0, 0.9, 0.9), null, "[0.9, 0.9]"),
        ["log-odds.weight"] = new(p => Weigh(p, 701).ScoreByLogOdds(0), "w", "701"),
        ["log-odds.decay"] = new(
            p => Card(p).Criterion("c", d => d.Number).Bins(0, new ScoreBin(0, 1)).DecayBy(d => d.Date, 7), "c", "decay"),
        ["points.range"] = new(
            p => Card(p).Criterion("c", d => d.Flag).IsTrue().PointsBetween(2.5, 1), "c", "from 2.5 to 1"),
        ["log-odds.empty"] = new(p => p.ScoreByLogOdds(0), null, "at least one"),
        ["weights.unknown"] = new(p => Weigh(p, 1).Weights([new("no such", 1)]), null, "\"no such\""),
        ["weights.twice"] = new(p => Weigh(p, 1).Weights([new("w", 2.5)]), "w", "2.5"),
    };

    public static TheoryData<string> Codes
    {
        get
        {
            var codes = new TheoryData<string>();
            foreach (var code in Causes.Keys) codes.Add(code);
            return codes;
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Create_OneFault_ReportsItAloneAndNamesIdAndValue(string code)
    {
        var cause = Causes[code];
        var exception = Fail(p =>
        {
            if (!cause.IsWhole) p.Criterion("gate", d => d.Flag).IsTrue().Required();
            cause.Define(p);
        });
        var fault = Assert.Single(exception.Faults);
        Assert.Equal(code, fault.Code);
        if (code != "nesting.depth") Assert.Equal(cause.Id, fault.Id);
        Assert.Contains(cause.Value, fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
        if (fault.Id is { } id) Assert.StartsWith($"\"{Excerpt.Of(id)}\": ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("- " + fault.Message, exception.Message, StringComparison.Ordinal);
        Assert.Contains("\"faulty\"", exception.Message, StringComparison.Ordinal);
        Assert.Equal("faulty", exception.ProfileName);
        Assert.Equal(fault.Message, fault.ToString());
    }

    private static ProfileBuilder<Deal> SidesWithoutThreshold(ProfileBuilder<Deal> p)
    {
        AddSides(p);
        return p.ScoreByFitAndEngagement().QualifyGrades("A1");
    }

    private static GradeScale Bands(int count) =>
        new([.. Enumerable.Range(0, count).Select(i => new GradeBand($"<{i}>", 100.0 * (count - 1 - i) / count))]);

    [Fact]
    public void Create_ManyFaults_ReportsAllAtOnce()
    {
        // What only a scale or a strategy can tell, and what a whole profile lacks, can't stand beside the rest.
        var codes = Causes.Keys.Except(
            ["profile.empty", "profile.undecided", "score.flat", "score.scale", "weight.scale", "group.scale", "threshold.unreachable",
            "threshold.missing", "margin.no-threshold", "hysteresis.no-threshold", "dimension.unknown"])
            .Where(code =>
                code == "strategy.twice"
                || !Array.Exists(
                ["strategy.", "tiers.", "grade.", "log-odds.", "mean."], room => code.StartsWith(room, StringComparison.Ordinal)))
            .ToList();
        var exception = Fail(p =>
        {
            p.Criterion("gate", d => d.Flag).IsTrue().Required();
            foreach (var code in codes) Causes[code].Define(p);
        });
        Assert.Empty(codes.Except(exception.Faults.Select(f => f.Code)));
        Assert.Contains($"for {exception.Faults.Count} reasons:", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Create_WeightInfinite_IsAFault(double weight) =>
        Assert.Equal(
            "weight.not-finite",
            Assert.Single(
            Fail(p => p.Criterion("c", d => d.Flag).IsTrue().Required().Weight(weight).Weight(1)).Faults, f =>
            f.Code != "threshold.missing").Code);

    [Theory]
    [InlineData(1e308)]
    [InlineData(1e307)]
    public void Create_WeightsTooLargeForAScore_FailOrScore(double weight)
    {
        QualificationProfile<Deal> profile;
        try
        {
            profile = Build(p =>
            {
                p.Criterion("c", d => d.Flag).IsTrue().Weight(weight);
                p.Criterion("d", d => d.Flag).IsTrue().Weight(weight);
                p.QualifyAt(50);
            });
        }
        catch (QualificationProfileException e)
        {
            Assert.Equal("score.flat", Assert.Single(e.Faults).Code);
            return;
        }

        Assert.Equal(100, profile.Decide(new Deal { Flag = true }, Asking.AsOf).Score);
    }

    [Fact]
    public void Create_GateThatItsCurveCanNeverMeet_IsAFault()
    {
        // The steps end at 0.4, and a criterion is met from 0.5.
        var exception = Fail(p => p.Criterion("c", d => d.Number).Steps(new CurvePoint(0, 0.2), new CurvePoint(5, 0.4)).Required());
        Assert.Equal("c", Assert.Single(exception.Faults).Id);
    }

    [Fact]
    public void Create_SixtyFourCriteria_AllDecide()
    {
        var profile = Build(p => AddGates(p, 64));
        Assert.Equal(64, profile.Criteria.Count);
        var met = profile.Decide(new Deal { Flag = true }, Asking.AsOf);
        Assert.Equal(Verdict.Qualified, met.Verdict);
        Assert.Equal(0UL, met.Unmet.Mask);
        Assert.Equal(ulong.MaxValue, profile.Decide(new Deal { Flag = false }, Asking.AsOf).Unmet.Mask);
        Assert.Equal(ulong.MaxValue, profile.Decide(new Deal(), Asking.AsOf).Unknown.Mask);
        Assert.Equal(64, profile.Explain(new Deal { Flag = false }, Asking.AsOf).Remedies.Single().Steps.Count);
    }

    [Fact]
    public void Create_SixtyFiveWithCombinations_CountsThemToo() => Assert.Equal(
        "profile.too-large", Assert.Single(Fail(p => p.AllOf("all", g => AddGates(g, 64, required: false)).Required()).Faults).Code);

    [Fact]
    public void Create_NoNameOrNoDefinition_IsAnArgumentFault()
    {
        Assert.Throws<ArgumentNullException>(() => QualificationProfile.Create<Deal>(null!, _ => { }));
        Assert.Throws<ArgumentException>(() => QualificationProfile.Create<Deal>(" ", _ => { }));
        Assert.Throws<ArgumentNullException>(() => QualificationProfile.Create("p", (Action<ProfileBuilder<Deal>>)null!));
        Assert.Throws<ArgumentNullException>(() => QualificationProfile.Create((IProfileConfiguration<Deal>)null!));
    }

    [Fact]
    public void Criterion_NullArguments_AreArgumentFaults()
    {
        Throws<ArgumentNullException>(p => p.Criterion("c", (Func<Deal, string?>)null!));
        Throws<ArgumentNullException>(p => p.Criterion("c", (Criterion<Deal>)null!));
        Throws<ArgumentNullException>(p => p.AllOf("c", null!));
        Throws<ArgumentNullException>(p => p.Group("c", null!));
        Throws<ArgumentNullException>(p => p.Criterion("c").Satisfies((Func<Deal, bool>)null!));
        Throws<ArgumentNullException>(p => p.Criterion("c", d => d.Text).OneOf(null!));
        Throws<ArgumentNullException>(p => p.Criterion("c", d => d.Text).Matches(null!));
        Throws<ArgumentNullException>(p => p.Criterion("c", d => d.Text).Is(null!));
        Throws<ArgumentNullException>(p => p.Criterion("c", d => d.Number).Curve((Curve)null!));
        Throws<ArgumentNullException>(p => p.Criterion("c", d => d.Flag).IsTrue().DecayBy((Func<Deal, DateTime?>)null!, 7));
        Throws<ArgumentException>(p => p.Criterion("c", d => d.Flag).IsTrue().Label(" "));
        Throws<ArgumentException>(p => p.Criterion("c", d => d.Flag).IsTrue().Ask(""));
        Throws<ArgumentException>(p => p.Criterion("c", d => d.Flag).IsTrue().NextAction(" "));
        Throws<ArgumentException>(p => p.NextAction(Verdict.Qualified, ""));
        Throws<ArgumentNullException>(p => p.NextAction(null!));
        Throws<ArgumentOutOfRangeException>(p => p.NextAction((Verdict)4, "x"));
        Throws<ArgumentOutOfRangeException>(p => p.NextAction((Verdict)(-1), "x"));
        Throws<ArgumentException>(p => p.Criterion("c", d => d.Flag).IsTrue().Currency(""));
        Throws<ArgumentException>(p => p.Criterion("c", d => d.Flag).IsTrue().Dimension(""));
        Throws<ArgumentException>(p => p.Criterion("c", d => d.Flag).IsTrue().Revision(""));
        Throws<ArgumentException>(p => p.Version(""));
        Throws<ArgumentOutOfRangeException>(p => p.OnError((ErrorHandling)7));

        static void Throws<TException>(Action<ProfileBuilder<Deal>> define)
            where TException : Exception =>
            Assert.Throws<TException>(() => Build(define));
    }

    [Fact]
    public void Create_SecondTestOfACriterion_IsRefused()
    {
        Assert.Throws<InvalidOperationException>(() => Build(p =>
        {
            var verbs = p.Criterion("c", d => d.Number);
            verbs.AtLeast(1).Required();
            verbs.AtMost(2);
        }));
        Assert.Throws<InvalidOperationException>(() => Build(p =>
        {
            var verbs = p.Criterion("c");
            verbs.Satisfies(_ => true).Required();
            verbs.Satisfies(_ => false);
        }));
    }

    [Fact]
    public void Builder_UsedAfterTheBuild_IsRefused()
    {
        ProfileBuilder<Deal>? builder = null;
        CriterionBuilder<Deal>? criterion = null;
        FlagVerbs<Deal>? verbs = null;
        ItemVerbs<Deal>? rule = null;
        GroupBoundsBuilder<Deal>? settings = null;
        GroupBuilder<Deal>? group = null;
        var profile = Build(p =>
        {
            builder = p;
            criterion = p.Criterion("c", d => d.Flag).IsTrue().Required();
            verbs = p.Criterion("d", d => d.Flag);
            verbs.IsTrue();
            rule = p.Criterion("e");
            rule.Satisfies(_ => true);
            settings = p.Group("g", g => (group = g).Criterion("f", d => d.Flag).IsTrue());
        });
        var fingerprint = profile.Fingerprint;
        Action[] uses =
        [
            () => builder!.Criterion("x", d => d.Flag),
            () => builder!.Criterion("x"),
            () => builder!.Criterion("x", new Silent()),
            () => builder!.Group("x", _ => { }),
            () => builder!.AllOf("x", _ => { }),
            () => builder!.QualifyAt(1),
            () => builder!.NearMissWithin(1),
            () => builder!.Hysteresis(1),
            () => builder!.ScoreByWeightedMean(),
            () => builder!.Version("2"),
            () => builder!.OnError(ErrorHandling.AnswerUnknown),
            () => criterion!.Required(),
            () => criterion!.Weight(1),
            () => criterion!.MetFrom(1),
            () => criterion!.DecayBy(d => d.Date, 1),
            () => criterion!.Label("x"),
            () => criterion!.Dimension("x"),
            () => criterion!.Effort(1),
            () => criterion!.Ask("x"),
            () => criterion!.NextAction("x"),
            () => builder!.NextAction(Verdict.Qualified, "x"),
            () => builder!.UseBant(_ => { }),
            () => builder!.UseFramework(Qualification.Frameworks.Bant, _ => null),
            () => builder!.UseCompetition(_ => { }),
            () => criterion!.Currency("x"),
            () => criterion!.Revision("x"),
            () => verbs!.IsFalse(),
            () => rule!.Satisfies(_ => false),
            () => settings!.Cap(1),
            () => settings!.Floor(1),
            () => settings!.Label("x"),
            () => group!.Criterion("x", d => d.Flag),
        ];
        Assert.All(uses, use => Assert.Throws<InvalidOperationException>(use));
        Assert.Equal(4, profile.Criteria.Count);
        Assert.Equal(fingerprint, Build(p =>
        {
            p.Criterion("c", d => d.Flag).IsTrue().Required();
            p.Criterion("d", d => d.Flag).IsTrue();
            p.Criterion("e").Satisfies(_ => true);
            p.Group("g", g => g.Criterion("f", d => d.Flag).IsTrue());
        }).Fingerprint);
    }

    [Fact]
    public void Builder_UsedAfterAFailedBuild_IsRefused()
    {
        ProfileBuilder<Deal>? builder = null;
        Fail(p => builder = p);
        Assert.Throws<InvalidOperationException>(() => builder!.QualifyAt(1));
    }

    [Fact]
    public void Create_FromAClass_IsTheSameProfile()
    {
        var profile = QualificationProfile.Create(new Definition(10));
        Assert.Equal("from-class", profile.Name);
        Assert.Equal("7", profile.Version);
        Assert.Equal(QualificationProfile.Create<Deal>("from-class", new Definition(10).Define).Fingerprint, profile.Fingerprint);
    }

    [Theory]
    [InlineData(0x85)]
    [InlineData(0x2028)]
    [InlineData(0x202e)]
    [InlineData(0xd83d)]
    [InlineData('x', 1_000)]
    public void Id_ThatDataCantHold_IsAFault(int character, int times = 1)
    {
        var id = "a" + new string((char)character, times);
        var fault = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<Deal>("x", p =>
        {
            p.Criterion(id + "1", d => d.Flag).IsTrue().Required();
            p.AllOf(id + "2", a => a.Criterion(id + "3", d => d.Flag).IsTrue());
            p.Group(id + "4", g => g.Criterion("fine", d => d.Flag).IsTrue().Weight(1)).Cap(1);
            p.QualifyAt(50);
        }));
        Assert.Equal(4, fault.Faults.Count);
        Assert.All(fault.Faults, each => Assert.Equal("id.text", each.Code));
        Assert.All(fault.Faults, each => Assert.InRange(each.Message.Length, 1, 200));
        Assert.DoesNotContain(fault.Message.Replace("\n- ", ""), c => char.IsControl(c) || c is '\u2028' or '\u202e');

        // What is unusual but valid is not.
        var good = QualificationProfile.Create<Deal>(
            "x", p => p.Criterion("Möte \ud83d\ude00" + new string('x', 900), d => d.Flag).IsTrue().Required());
        Assert.True(TextShape.CanBeName(good.Criteria[0].Id));
    }

    internal static IEnumerable<string> KnownCodes => Causes.Keys;

    private static void Nest(GroupBuilder<Deal> builder, int levels) => builder.Group("level-" + levels, g =>
    {
        if (levels > 1) Nest(g, levels - 1);
        else Inner(g);
    });

    private static void Inner(GroupBuilder<Deal> group) => group.Criterion("inner", d => d.Flag).IsTrue();

    private static ProfileBuilder<Deal> Card(ProfileBuilder<Deal> p) => p.QualifyAt(0).ScoreByLogOdds(0);

    private static ProfileBuilder<Deal> Weigh(ProfileBuilder<Deal> p, double weight)
    {
        p.Criterion("w", d => d.Flag).IsTrue().Weight(weight);
        return p.QualifyAt(0);
    }

    private static void Tiers(ProfileBuilder<Deal> p, int levels, params string[] tiers)
    {
        p.QualifyAt(0).ScoreByTiers(levels, tiers);
        foreach (var tier in tiers)
        {
            if (tier != "none") p.Group(tier, g => g.Criterion("in " + tier, d => d.Flag).IsTrue().Weight(1));
        }
    }

    private static ProfileBuilder<Deal> Sides(ProfileBuilder<Deal> p, FitEngagementOptions options, bool both = true)
    {
        AddSides(p, both);
        return p.QualifyAt(0).ScoreByFitAndEngagement(options);
    }

    private static void AddSides(GroupBuilder<Deal> builder, bool both = true)
    {
        builder.Criterion("fit", d => d.Flag).IsTrue().Dimension(Dimensions.Fit).Weight(1);
        if (both) builder.Criterion("engagement", d => d.Flag).IsTrue().Dimension(Dimensions.Engagement).Weight(1);
    }

    /// <summary>A strategy that was made for another profile.</summary>
    private static ScoringStrategy Borrowed()
    {
        ScoringStrategy? kept = null;
        Build(p => Weigh(p, 1).ScoreBy(layout => kept = new Nameless(layout, "kept")));
        return kept!;
    }

    private static void AddGates(CriteriaBuilder<Deal> builder, int count, bool required = true)
    {
        for (var i = 0; i < count; i++)
        {
            var criterion = builder.Criterion("gate-" + i, d => d.Flag).IsTrue();
            if (required) criterion.Required();
        }
    }

    private static QualificationProfile<Deal> Build(Action<ProfileBuilder<Deal>> define) => QualificationProfile.Create("faulty", define);

    private static QualificationProfileException Fail(Action<ProfileBuilder<Deal>> define) =>
        Assert.Throws<QualificationProfileException>(() => Build(define));

    private sealed class Cause(Action<ProfileBuilder<Deal>> define, string? id, string value, bool isWhole = false)
    {
        public Action<ProfileBuilder<Deal>> Define => define;

        public string? Id => id;

        public string Value => value;

        /// <summary>Whether a gate beside it would heal it.</summary>
        public bool IsWhole => isWhole;
    }

    private static IEnumerable<CustomerActivity>? NoList(Deal deal) => null;

    private sealed class Deal
    {
        public bool? Flag { get; init; }

        public double? Number { get; init; }

        public string? Text { get; init; }

        public DateTime? Date { get; init; }

        public EvidenceLevel Evidence { get; init; }

        public List<string>? Tags { get; init; }
    }

    private sealed class Untold;

    private sealed class Definition(double bound) : IProfileConfiguration<Deal>
    {
        public string Name => "from-class";

        public void Define(ProfileBuilder<Deal> profile)
        {
            profile.Version("7");
            profile.Criterion("c", d => d.Number).AtLeast(bound).Required();
        }
    }

    private sealed class Silent : Criterion<Deal>
    {
        protected internal override Answer Evaluate(Deal item, in EvaluationContext context) => Answer.Met;
    }

    private sealed class Lifeless : Curve
    {
        public override double HighestValue => 0;

        public override double At(double x) => 0;
    }

    private sealed class Nameless(ScoringLayout layout, string name = " ") : ScoringStrategy(layout)
    {
        public override string Name => name;

        protected internal override ScoreRange Score(AnswerSheet answers) => ScoreRange.Known(50);

        protected internal override IEnumerable<ScoreLine> Explain(AnswerSheet answers) => [ScoreLine.Base(50)];
    }

    private sealed class TooHigh : Criterion<Deal>
    {
        public override double HighestValue => 1.5;

        protected internal override Answer Evaluate(Deal item, in EvaluationContext context) => Answer.Met;
    }

    private sealed class Speechless : Criterion<Deal>
    {
        public override Requirement Requirement => throw new NotSupportedException("no words");

        protected internal override Answer Evaluate(Deal item, in EvaluationContext context) => Answer.Met;
    }
}
