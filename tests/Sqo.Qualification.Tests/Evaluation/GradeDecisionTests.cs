using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Evaluation;

public class GradeDecisionTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    private static readonly string[] AllGrades = [
        "A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "C4", "D1", "D2", "D3", "D4"];

    [Theory]
    [InlineData(80, 80, Verdict.Qualified, "A1")]
    [InlineData(60, 80, Verdict.Qualified, "B1")]
    [InlineData(60, 60, Verdict.Disqualified, "B2")]
    [InlineData(0, 100, Verdict.Disqualified, "D1")]
    public void Decide_EveryAnswerKnown_GoesByTheGrade(double fit, double engagement, Verdict verdict, string grade)
    {
        var profile = Sides(p => p.QualifyGrades("A1", "A2", "B1"));
        var decision = profile.Decide(Probe(fit, engagement), AsOf);
        Assert.Equal(verdict, decision.Verdict);
        Assert.Equal(grade, profile.GradeOf(decision));
        Assert.Equal(Array.IndexOf(AllGrades, grade), decision.GradeIndex);
        Assert.Equal(grade, profile.Explain(Probe(fit, engagement), AsOf).Grade!.Name);
    }

    [Theory]
    [InlineData(80, null, Verdict.NeedsDiscovery, "A1", "A2")]
    [InlineData(80, null, Verdict.Qualified, "A1", "A2", "A3", "A4")]
    [InlineData(20, null, Verdict.Disqualified, "A1", "A2")]
    [InlineData(null, null, Verdict.NeedsDiscovery, "B2")]
    public void Decide_AnswerUnknown_LooksAtEveryGradeThatIsOpen(int? fit, int? engagement, Verdict verdict, params string[] grades) =>
        Assert.Equal(verdict, Sides(p => p.QualifyGrades(grades)).Decide(Probe(fit, engagement), AsOf).Verdict);

    [Fact]
    public void Decide_AnySetOfGrades_IsTheBruteForceOverTheOpenGrades() => Property.Holds(300, (random, _) =>
    {
        var grades = AllGrades.Where(grade => grade == "A1" || random.Chance(0.4)).ToArray();
        double? leastFit = random.Chance(0.3) ? random.Pick(10.0, 50, 80) : null;
        var profile = Halves(p =>
        {
            p.QualifyGrades(grades);
            if (leastFit is { } least) p.QualifyDimension(Dimensions.Fit, least);
        });
        var probe = Infrastructure.Probe.Generate(random, AsOf, missing: 0.4);
        var (fit, engagement) = (RangeOf(probe, 0), RangeOf(probe, 2));
        var any = false;
        var all = true;
        // Bands and least scores start at multiples of five: these scores stand for all.
        for (var f = fit.Lowest; f <= fit.Highest; f += 5)
        {
            for (var e = engagement.Lowest; e <= engagement.Highest; e += 5)
            {
                var qualifies = grades.Contains(GradeScale.Letters.GradeOf(f) + GradeScale.Digits.GradeOf(e)) && f >= (leastFit ?? 0);
                any |= qualifies;
                all &= qualifies;
            }
        }

        Assert.Equal(all ? Verdict.Qualified : any ? Verdict.NeedsDiscovery : Verdict.Disqualified, profile.Decide(probe, AsOf).Verdict);
        IsSameEverywhere(profile, probe);
    });

    [Fact]
    public void OpenAmong_AnySetOfGrades_LeavesOutWhatCannotChangeTheVerdict()
    {
        var (open, closed) = (0, 0);
        Property.Holds(100, (random, _) =>
        {
            var grades = AllGrades.Where(grade => grade == "A1" || random.Chance(0.4)).ToArray();
            var profile = Halves(p =>
            {
                p.QualifyGrades(grades);
                if (random.Chance(0.5)) p.QualifyAt(random.Pick(0.0, 30, 60));
                else return;
                if (random.Chance(0.5)) p.NearMissWithin(random.Pick(0.0, 10, 30));
            });
            var probe = Infrastructure.Probe.Generate(random, AsOf, missing: 0.5);
            var stepwise = profile.Stepwise(explains: false);
            stepwise.Begin(probe, AsOf, wasQualified: false);
            var unknown = stepwise.Decide().Unknown;
            var left = new CriterionSet(unknown.Mask & ~stepwise.OpenAmong(unknown.Mask));
            if (left == unknown) closed++;
            else open++;
            if (unknown.IsEmpty) return;
            var verdict = stepwise.Decide().Verdict;
            var slots = left.ToArray();
            for (var choice = 0; choice < Math.Pow(3, slots.Length); choice++)
            {
                var turned = probe.Copy();
                for (int i = 0, rest = choice; i < slots.Length; i++, rest /= 3) turned.Flags[
                    slots[i]] = (rest % 3) switch { 0 => null, 1 => false, _ => true };
                Assert.Equal(verdict, profile.Decide(turned, AsOf).Verdict);
            }
        });
        Assert.True(open > 10 && closed > 10, $"{open} were open and {closed} were not.");
    }

    [Fact]
    public void Decide_AnyProfile_IsSameInBatchesTablesExplanationsAndReplays() => Property.Holds(100, (random, size) =>
    {
        ProfileSpec.Generate(random, 1 + (size % 8), SpecStrategy.FitEngagement, out var profile);
        IsSameEverywhere(profile, Infrastructure.Probe.Generate(random, AsOf));
    });

    [Fact]
    public void Remedies_GradesWithoutTheBetterOnes_AreTheSmallestSetsThatQualify()
    {
        // More fit leads past B1: then only engagement is turned.
        var profile = Halves(p => p.QualifyGrades("B1"));
        var probe = new Infrastructure.Probe();
        (probe.Flags[0], probe.Flags[1], probe.Flags[2], probe.Flags[3]) = (true, false, false, false);
        var result = profile.Explain(probe, AsOf);
        Assert.Equal(["c2 c3"], result.Remedies.Select(remedy => string.Join(" ", remedy.Steps.Select(step => step.Result.Id))));
        Assert.True(result.RemediesAreComplete);
        Assert.Equal("grade.skipped", Assert.Single(profile.Lint).Code);
        (probe.Flags[0], probe.Flags[1]) = (true, true);
        Assert.Empty(profile.Explain(probe, AsOf).Remedies);
    }

    [Fact]
    public void Decide_NearMiss_GoesByTheScoreWhateverTheGrade()
    {
        var profile = Sides(p => p.QualifyAt(60).QualifyGrades("A1").NearMissWithin(5));
        Assert.Equal(Verdict.NearMiss, profile.Decide(Probe(56, 56), AsOf).Verdict);
        Assert.Equal(Verdict.Disqualified, profile.Decide(Probe(54, 54), AsOf).Verdict);
        Assert.Equal(Verdict.NearMiss, profile.Decide(Probe(100, 60), AsOf).Verdict);
        Assert.Equal(Verdict.Qualified, profile.Decide(Probe(100, 80), AsOf).Verdict);
    }

    [Fact]
    public void Decide_Hysteresis_LowersTheScoreAndNotTheGrade()
    {
        var profile = Sides(p => p.QualifyAt(80).QualifyGrades("A1", "B1").Hysteresis(10));
        var before = profile.Decide(Probe(80, 80), AsOf);
        Assert.True(before.IsQualified);
        Assert.True(profile.Decide(Probe(60, 80), AsOf, before).IsQualified);
        Assert.False(profile.Decide(Probe(60, 80), AsOf).IsQualified);
        Assert.False(profile.Decide(Probe(100, 60), AsOf, before).IsQualified);
    }

    [Fact]
    public void Decide_CustomScales_GoByTheirNames()
    {
        var options = new FitEngagementOptions { Letters = new GradeScale(new GradeBand("hot", 50), new GradeBand("cold", 0)) };
        var profile = Sides(p => p.QualifyGrades("hot1", "hot2"), options);
        Assert.Equal(["hot1", "hot2", "hot3", "hot4", "cold1", "cold2", "cold3", "cold4"], profile.Grades);
        Assert.Equal(["hot1", "hot2"], profile.QualifyingGrades);
        Assert.True(profile.Decide(Probe(50, 50), AsOf).IsQualified);
        Assert.False(profile.Decide(Probe(49, 100), AsOf).IsQualified);
    }

    [Fact]
    public void Decide_StrategyOfTheUsersOwn_CarriesItsGrades()
    {
        var profile = QualificationProfile.Create<Infrastructure.Probe>("own", p =>
        {
            p.Criterion("c", d => d.Numbers[0]).Linear(0, 100).Weight(1);
            p.ScoreBy(layout => new Graded(layout)).QualifyGrades("A1");
        });
        Assert.Equal("B2", profile.GradeOf(profile.Decide(Probe(60, 0), AsOf)));
        Assert.True(profile.Decide(Probe(80, 0), AsOf).IsQualified);
        Assert.Equal(Verdict.NeedsDiscovery, profile.Decide(Probe(null, 0), AsOf).Verdict);
        IsSameEverywhere(profile, Probe(80, 0));
    }

    [Fact]
    public void GradeOf_StrategyThatChangesItsOptionsLater_IsAsItWas()
    {
        var options = new FitEngagementOptions();
        var profile = QualificationProfile.Create<Infrastructure.Probe>("own", p =>
        {
            p.Criterion("c", d => d.Numbers[0]).Linear(0, 100).Weight(1);
            p.ScoreBy(layout => new Graded(layout, options)).QualifyGrades("B2");
        });
        options.Letters = new GradeScale(new GradeBand("Z", 0));
        options.FitDimension = "other";
        Assert.Equal("A1", profile.Grades[0]);
        Assert.True(profile.Decide(Probe(60, 0), AsOf).GradeIndex >= 0);
    }

    [Fact]
    public void GradeOf_StrategyWithoutGrades_IsNull()
    {
        var profile = QualificationProfile.Create<Infrastructure.Probe>(
            "gates", p => p.Criterion("c", d => d.Flags[0]).IsTrue().Required());
        var decision = profile.Decide(new Infrastructure.Probe(), AsOf);
        Assert.Null(decision.GradeIndex);
        Assert.Null(profile.GradeOf(decision));
        Assert.Empty(profile.Grades);
        var other = Sides(p => p.QualifyAt(0)).Decide(Probe(0, 0), AsOf);
        Assert.Contains("index 15", Assert.Throws<ArgumentException>(() => profile.GradeOf(other)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-US", "Grades that qualify: A1, A2; it can have none of them", "Fit: 60.00, possible from 60.00 to 60.00, threshold 70")]
    [InlineData(
        "sv-SE", "Betyg som kvalificerar: A1, A2; den kan inte få något av dem",
        "Passning: 60,00, möjligt från 60,00 till 60,00, gräns 70")]
    public void ToText_GradeThatDoesNotQualify_SaysWhy(string culture, params string[] lines)
    {
        var profile = Sides(p => p.QualifyGrades("A1", "A2").QualifyDimension(Dimensions.Fit, 70));
        var text = profile.Explain(Probe(60, 80), AsOf).ToText(CultureInfo.GetCultureInfo(culture)).Split('\n');
        Assert.All(lines, line => Assert.Contains(line, text));
    }

    [Fact]
    public void Questions_ScoreIsReachedAndGradeOpen_AskForPoints()
    {
        var result = Sides(p => p.QualifyAt(40).QualifyGrades("A1")).Explain(Probe(100, null), AsOf);
        Assert.Equal(Verdict.NeedsDiscovery, result.Verdict);
        Assert.Equal(AnswerState.Unknown, result.GradeState);
        Assert.Equal(["what"], result.Questions.Select(question => question.Id));
    }

    [Fact]
    public void Create_OfData_HasTheGradesOfTheCode()
    {
        var fields = new FieldMap<Infrastructure.Probe>(f => f.Add("who", d => d.Numbers[0]).Add("what", d => d.Numbers[1]));
        var profile = QualificationProfile.Create<Infrastructure.Probe>("graded", p =>
        {
            p.Criterion("who", fields.Field<double?>("who")).Linear(0, 100).Weight(1).Dimension(Dimensions.Fit);
            p.Criterion("what", fields.Field<double?>("what")).Linear(0, 100).Weight(1).Dimension(Dimensions.Engagement);
            p.ScoreByFitAndEngagement().QualifyGrades("A1", "A2", "B1").QualifyDimension(Dimensions.Fit, 60)
                .QualifyDimension(Dimensions.Engagement, 20);
        });
        var definition = profile.ToDefinition(fields);
        var again = QualificationProfile.Create(ProfileDefinition.Parse(definition.ToJson()), fields);
        Assert.Equal(profile.Fingerprint, again.Fingerprint);
        Assert.Equal(["A1", "A2", "B1"], again.QualifyingGrades);
        Assert.Equal(60, again.ThresholdOf(Dimensions.Fit));
        Assert.Equal(20, again.ThresholdOf(Dimensions.Engagement));
        Assert.Null(again.ThresholdOf("mood"));

        // Settings take the place of the whole list, and of one dimension.
        var changed = QualificationProfile.Create(
            new Defined(p =>
            {
                p.Criterion("who", fields.Field<double?>("who")).Linear(0, 100).Weight(1).Dimension(Dimensions.Fit);
                p.Criterion("what", fields.Field<double?>("what")).Linear(0, 100).Weight(1).Dimension(Dimensions.Engagement);
                p.ScoreByFitAndEngagement().QualifyGrades("A1").QualifyDimension(Dimensions.Fit, 90)
                    .QualifyDimension(Dimensions.Engagement, 20);
            }),
            [
                new ProfileSetting("QualifyGrades:0", "A1"), new ProfileSetting("QualifyGrades:1", "A2"),
                    new ProfileSetting("QualifyGrades:2", "B1"),
                new ProfileSetting("QualifyDimensions:0:Dimension", "fit"), new ProfileSetting("QualifyDimensions:0:From", "60"),
            ]);
        Assert.Equal(profile.Fingerprint, changed.Fingerprint);
    }

    [Fact]
    public void Parse_DimensionOutOfRange_IsAFaultWithItsPath()
    {
        var fault = Assert.Single(Assert.Throws<QualificationProfileException>(() => ProfileDefinition.Parse(
            """
            {"name": "graded", "scoring": {"strategy": "fitAndEngagement"}, "qualifyDimensions": [{"dimension": "fit", "from": 160}],
             "criteria": [
              {"id": "who", "field": "who", "linear": {"from": 0, "to": 100}, "weight": 1, "dimension": "fit"},
              {"id": "what", "field": "what", "linear": {"from": 0, "to": 100}, "weight": 1, "dimension": "engagement"}]}
            """)).Faults);
        Assert.Equal("data.number", fault.Code);
        Assert.Contains("qualifyDimensions[0].from", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fingerprint_OtherGradesOrDimensions_IsAnother()
    {
        var fingerprints = new[]
        {
            Sides(p => p.QualifyAt(0)),
            Sides(p => p.QualifyGrades("A1")),
            Sides(p => p.QualifyGrades("A1", "A2")),
            Sides(p => p.QualifyDimension(Dimensions.Fit, 50)),
            Sides(p => p.QualifyDimension(Dimensions.Engagement, 50)),
        }.Select(profile => profile.Fingerprint).ToList();
        Assert.Equal(fingerprints.Count, fingerprints.Distinct().Count());
        Assert.Equal(fingerprints[2], Sides(p => p.QualifyGrades("A2", "A1")).Fingerprint);
    }

    private static void IsSameEverywhere(QualificationProfile<Infrastructure.Probe> profile, Infrastructure.Probe probe)
    {
        var decision = profile.Decide(probe, AsOf);
        var many = Enumerable.Repeat(probe, 3).ToArray();
        Assert.All(profile.DecideAll(many, AsOf), other => Assert.Equal(decision, other));
        var table = profile.AnswerAll(many, AsOf);
        Assert.All(table.Decide(), other => Assert.Equal(decision, other));
        var counts = table.CountVerdicts();
        Assert.Equal(3, decision.Verdict switch
        {
            Verdict.Qualified => counts.Qualified,
            Verdict.NeedsDiscovery => counts.NeedsDiscovery,
            Verdict.NearMiss => counts.NearMiss,
            _ => counts.Disqualified,
        });
        var result = profile.Explain(probe, AsOf);
        Assert.Equal(decision, result.Decision);
        Assert.Equal(result.Grade?.Name, profile.GradeOf(decision));
        Assert.Equal(decision, profile.Replay(DecisionRecord.Parse(result.ToRecord().ToJson())).Decision);
    }

    private static (double Lowest, double Highest) RangeOf(Infrastructure.Probe probe, int first)
    {
        var flags = new[] { probe.Flags[first], probe.Flags[first + 1] };
        return (flags.Count(flag => flag == true) * 50, flags.Count(flag => flag != false) * 50);
    }

    private static Infrastructure.Probe Probe(double? fit, double? engagement)
    {
        var probe = new Infrastructure.Probe();
        (probe.Numbers[0], probe.Numbers[1]) = (fit, engagement);
        return probe;
    }

    private static QualificationProfile<Infrastructure.Probe> Sides(
        Action<ProfileBuilder<Infrastructure.Probe>> define, FitEngagementOptions? options = null) =>
        QualificationProfile.Create<Infrastructure.Probe>("sides", p =>
        {
            p.Criterion("who", d => d.Numbers[0]).Linear(0, 100).Weight(1).Dimension(Dimensions.Fit);
            p.Criterion("what", d => d.Numbers[1]).Linear(0, 100).Weight(1).Dimension(Dimensions.Engagement);
            define(p.ScoreByFitAndEngagement(options ?? new FitEngagementOptions()));
        });

    /// <summary>Two criteria a side, of half the points each.</summary>
    private static QualificationProfile<Infrastructure.Probe> Halves(Action<ProfileBuilder<Infrastructure.Probe>> define) =>
        QualificationProfile.Create<Infrastructure.Probe>("halves", p =>
        {
            for (var i = 0; i < 4; i++)
            {
                var slot = i;
                p.Criterion($"c{i}", d => d.Flags[slot]).IsTrue().Weight(1).Dimension(i < 2 ? Dimensions.Fit : Dimensions.Engagement);
            }

            define(p.ScoreByFitAndEngagement());
        });

    private sealed class Defined(Action<ProfileBuilder<Infrastructure.Probe>> define) : IProfileConfiguration<Infrastructure.Probe>
    {
        public string Name => "graded";

        public void Define(ProfileBuilder<Infrastructure.Probe> p) => define(p);
    }

    private sealed class Graded(ScoringLayout layout, FitEngagementOptions? options = null) : ScoringStrategy(layout)
    {
        public override string Name => "graded/1";

        protected internal override FitEngagementOptions Grading { get; } = options ?? new();

        protected internal override ScoreRange Score(AnswerSheet answers)
        {
            var value = answers.ValueOf(Layout.Criteria[0]);
            return double.IsNaN(value) ? new ScoreRange(0, 0, 100) : ScoreRange.Known(100 * value);
        }

        protected internal override IEnumerable<ScoreLine> Explain(AnswerSheet answers) =>
            [ScoreLine.Of(Layout.Criteria[0], Score(answers).Score)];

        protected internal override FitEngagementGrade GradeOf(AnswerSheet answers) => new(
            new DimensionGrade(Grading.FitDimension, Score(answers), Grading.Letters),
                new DimensionGrade(Grading.EngagementDimension, Score(answers), Grading.Digits));
    }
}
