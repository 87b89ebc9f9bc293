using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Scoring;

/// <summary>Criteria that count where another one is met.</summary>
public class PrerequisiteTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    // The range of every generated deal is compared with a search over values; a full run looks at more of them.
    private static readonly int Cases = Deep.Size(150, 3_000);

    [Fact]
    public void When_PrerequisiteMet_WeightCountsInTotalAndMax()
    {
        var result = Points().Explain(new Deal(fit: true, enterprise: true, sso: false), AsOf);
        // 30 of 40.
        Assert.Equal(75, result.Decision.Score, 1e-12);
        Assert.Equal(1, result.Completeness);
        Assert.True(result["sso"].IsInForce);
        Assert.Equal(AnswerState.Unmet, result["sso"].State);
        Assert.Equal(result.DisplayScore, result.Lines.Sum(line => line.Points));
    }

    [Fact]
    public void When_PrerequisiteUnmet_WeightCountsNowhereAndNothingIsAsked()
    {
        var deal = new Deal(fit: true, enterprise: false, sso: null) { SsoThrows = true };
        var profile = Points();
        var result = profile.Explain(deal, AsOf);
        Assert.Equal(100, result.Decision.Score);
        Assert.Equal(1, result.Completeness);
        Assert.False(result["sso"].IsInForce);
        Assert.False(result["sso"].WasAsked);
        Assert.Null(result["sso"].Actual);
        Assert.DoesNotContain(result.Lines, line => line.Criterion?.Id == "sso");
        Assert.Empty(result.Questions);
        Assert.Equal(Verdict.Qualified, result.Verdict);
        Assert.True(result.Decision.Unknown.IsEmpty);
        Assert.Equal(["enterprise"], profile.CriteriaIn(result.Decision.Unmet).Select(c => c.Id));
        Assert.Equal(result.Decision, profile.Decide(deal, AsOf));
        Assert.Contains(
            "/ sso: does not count, as enterprise is not met", result.ToText(ExplanationTexts.English), StringComparison.Ordinal);
        Assert.Contains(
            "/ sso: räknas inte, eftersom enterprise inte är uppfyllt", result.ToText(ExplanationTexts.Swedish), StringComparison.Ordinal);
    }

    [Fact]
    public void When_PrerequisiteUnknown_ScoreLeavesItOutAndTheRangeHasBothCases()
    {
        var result = Points().Explain(new Deal(fit: true, enterprise: null, sso: false), AsOf);
        Assert.Equal(100, result.Decision.Score);
        Assert.Equal(75, result.Decision.Lowest, 1e-12);
        Assert.Equal(100, result.Decision.Highest);
        // Of 40 possible points of weight, those of sso are not known to count.
        Assert.Equal(0.75, result.Completeness, 1e-9);
        Assert.Null(result["sso"].IsInForce);
        Assert.Equal(0, result["sso"].Contribution);
        Assert.Equal(Verdict.NeedsDiscovery, result.Verdict);
        Assert.Equal(["enterprise"], result.Questions.Select(q => q.Id));
        Assert.Contains("counts only if enterprise is met", result.ToText(ExplanationTexts.English), StringComparison.Ordinal);
        Assert.Equal(
            ["sso", "enterprise"], Points().Explain(new Deal(true, null, null), AsOf).Questions.Select(q => q.Id)
            .OrderByDescending(id => id, StringComparer.Ordinal));
    }

    [Fact]
    public void When_Penalty_LeavesMaxAlone()
    {
        var profile = QualificationProfile.Create<Deal>("p", p =>
        {
            p.Criterion("fit", d => d.Fit).IsTrue().Weight(30);
            p.Criterion("enterprise", d => d.Enterprise).IsTrue();
            p.Criterion("no-sso", d => d.Sso).IsFalse().Weight(-15).When("enterprise");
            p.QualifyAt(60);
        });
        Assert.Equal(100, profile.Decide(new Deal(true, true, true), AsOf).Score);
        Assert.Equal(50, profile.Decide(new Deal(true, true, false), AsOf).Score, 1e-12);
        Assert.Equal(100, profile.Decide(new Deal(true, false, false), AsOf).Score);
        var unknown = profile.Decide(new Deal(true, null, false), AsOf);
        Assert.Equal(50, unknown.Lowest, 1e-12);
        Assert.Equal(100, unknown.Highest);
    }

    [Fact]
    public void When_WeightedMean_DividesByWhatCounts()
    {
        var profile = QualificationProfile.Create<Deal>("p", p =>
        {
            Define(p);
            p.ScoreByWeightedMean();
        });
        Assert.Equal(75, profile.Decide(new Deal(true, true, false), AsOf).Score, 1e-12);
        Assert.Equal(100, profile.Decide(new Deal(true, false, false), AsOf).Score);
        var unknown = profile.Decide(new Deal(true, null, false), AsOf);
        Assert.Equal(100, unknown.Score);
        Assert.Equal(75, unknown.Lowest, 1e-12);
    }

    [Fact]
    public void When_WeightedPrerequisiteUnknown_ItsOwnPointsGoWithItsCase()
    {
        // Met, the curve gives at least half of its points; unmet, at most half: 20 x 0.5 of 30, or 20 of 20 + 10.
        var profile = QualificationProfile.Create<Deal>("p", p =>
        {
            p.Criterion("size", d => d.Size).Linear(0, 100).Weight(20);
            p.Criterion("sso", d => d.Sso).IsTrue().Weight(10).When("size");
            p.QualifyAt(60);
        });
        var decision = profile.Decide(new Deal(null, null, false), AsOf);
        Assert.Equal(0, decision.Lowest);
        Assert.Equal(100.0 * 20 / 30, decision.Highest, 1e-12);
        Assert.Equal(0, decision.Score);
    }

    [Theory]
    [InlineData(SpecStrategy.WeightedPoints)]
    [InlineData(SpecStrategy.WeightedMean)]
    public void Decide_PrerequisitesUnknown_RangeIsThatOfEveryCase(SpecStrategy strategy) => Property.Holds(Cases, (random, size) =>
    {
        // Flags and curves of three levels: every opportunity that the unknown ones leave possible can be looked at.
        var weights = Enumerable.Range(0, 6)
            .Select(_ => strategy == SpecStrategy.WeightedMean ? random.Between(1, 9) : random.Between(-9, 9)).ToArray();
        var dependent = Enumerable.Range(3, 3).Select(i => (Index: i, Prerequisite: random.Below(3))).Where(_ => random.Chance(0.7))
            .ToList();
        var floor = random.Chance(0.3) ? random.Between(-5, 2) : default(int?);
        var cap = random.Chance(0.3) ? random.Between(3, 12) : default(int?);
        var minimum = random.Chance(0.2) ? random.Between(-8, 1) : default(int?);
        QualificationProfile<double?[]> profile;
        try
        {
            profile = QualificationProfile.Create<double?[]>("p", p =>
            {
                for (var i = 0; i < 3; i++) Add(p, i);
                var group = p.Group("g", g =>
                {
                    for (var i = 3; i < 6; i++) Add(g, i);
                });
                p.Criterion("base", d => d[6]).Linear(0, 1).Weight(4);
                if (strategy == SpecStrategy.WeightedMean)
                {
                    p.ScoreByWeightedMean();
                }
                else
                {
                    if (floor is { } f) group.Floor(f);
                    if (cap is { } c) group.Cap(c);
                    if (minimum is { } m) p.Floor(m);
                }

                p.QualifyAt(random.Pick(20.0, 50));
            });
        }
        catch (QualificationProfileException e) when (e.Faults.All(fault => fault.Code is "score.flat" or "threshold.unreachable"))
        {
            return;
        }

        var deal = Enumerable.Range(0, 7).Select(_ => random.Chance(0.5) ? default(double?) : random.Pick(0.0, 0.5, 1)).ToArray();
        var decision = profile.Decide(deal, AsOf);
        var (lowest, highest) = (double.MaxValue, double.MinValue);
        foreach (var known in Completions(deal, 0))
        {
            var score = profile.Decide(known, AsOf);
            Assert.Equal(score.Lowest, score.Highest);
            lowest = Math.Min(lowest, score.Score);
            highest = Math.Max(highest, score.Score);
        }

        Assert.Equal(lowest, decision.Lowest, 1e-9);
        Assert.Equal(highest, decision.Highest, 1e-9);
        Assert.InRange(decision.Score, decision.Lowest, decision.Highest);

        void Add(CriteriaBuilder<double?[]> builder, int i)
        {
            // A prerequisite is a flag; a value just below where a curve is met would be a bound that no value has.
            var criterion = i < 3 ? builder.Criterion("c" + i, d => d[i]).AtLeast(1) : builder.Criterion("c" + i, d => d[i]).Linear(0, 1);
            criterion.Weight(weights[i]);
            if (dependent.Where(c => c.Index == i).Select(c => (int?)c.Prerequisite).FirstOrDefault() is { } prerequisite) criterion.When(
                "c" + prerequisite);
        }

        static IEnumerable<double?[]> Completions(double?[] deal, int from)
        {
            var index = Array.FindIndex(deal, from, value => value is null);
            if (index < 0)
            {
                yield return deal;
                yield break;
            }

            foreach (var value in index < 3 ? new[] { 0.0, 1 } : [0.0, 0.5, 1])
            {
                var next = (double?[])deal.Clone();
                next[index] = value;
                foreach (var known in Completions(next, index + 1)) yield return known;
            }
        }
    });

    [Fact]
    public void DecideAll_PrerequisiteUnmetSomewhere_AsksOnlyTheOtherRows()
    {
        var profile = Points();
        var items = Enumerable.Range(0, 600)
            .Select(i => new Deal(fit: i % 2 == 0, enterprise: i % 3 == 0 ? null : i % 3 == 1, sso: i % 5 == 0) { SsoThrows = i % 3 == 2 })
            .ToArray();
        foreach (var vectorized in new[] { true, false })
        {
            var decisions = new Decision[items.Length];
            new BatchRun<Deal>(profile.Engine, items, decisions, AsOf, CancellationToken.None) { Vectorized = vectorized }.Run(1);
            Assert.Equal(items.Select(item => profile.Decide(item, AsOf)), decisions);
            Assert.Equal(items.Select(item => profile.Explain(item, AsOf).Decision), decisions);
        }

        Assert.All(items, item => Assert.Equal(item.SsoThrows, item.Asked == 0));
    }

    [Theory]
    [InlineData(ErrorHandling.Throw)]
    [InlineData(ErrorHandling.AnswerUnknown)]
    public void Decide_DependentSelectorThrows_IsAFaultOfThatCriterionOnEveryPath(ErrorHandling handling)
    {
        var profile = QualificationProfile.Create<Deal>("p", p =>
        {
            Define(p);
            p.OnError(handling);
        });
        Deal[] items = [new(true, false, null) { SsoThrows = true }, new(true, true, null) { SsoThrows = true }, new(true, true, true)];
        if (handling == ErrorHandling.Throw)
        {
            Assert.Equal("sso", Assert.Throws<CriterionEvaluationException>(() => profile.Decide(items[1], AsOf)).CriterionId);
            Assert.Equal("sso", Assert.Throws<CriterionEvaluationException>(() => profile.Explain(items[1], AsOf)).CriterionId);
            var fault = Assert.Throws<CriterionEvaluationException>(() => profile.DecideAll(items, AsOf));
            Assert.Equal("sso", fault.CriterionId);
            Assert.Equal(1, fault.Row);
            return;
        }

        var decisions = profile.DecideAll(items, AsOf);
        Assert.Equal([false, true, false], decisions.Select(d => d.HasErrors));
        Assert.Equal(items.Select(item => profile.Decide(item, AsOf)), decisions);
        Assert.Equal(items.Select(item => profile.Explain(item, AsOf).Decision), decisions);
    }

    [Fact]
    public void When_CombinationUnderACombination_IsNotAskedEither()
    {
        var profile = QualificationProfile.Create<Deal>("p", p =>
        {
            // Declared before its prerequisite, too.
            p.AllOf("ready", all =>
            {
                all.Criterion("sso", d => d.AskSso()).IsTrue();
                all.Criterion("size", d => d.Size).AtLeast(50);
            }).Weight(10).When("large").DecayBy(d => d.Seen, 30);
            p.AnyOf("large", any => any.Criterion("enterprise", d => d.Enterprise).IsTrue());
            p.Criterion("fit", d => d.Fit).IsTrue().Weight(30);
            p.QualifyAt(60);
        });
        var deal = new Deal(true, false, null) { SsoThrows = true };
        var result = profile.Explain(deal, AsOf);
        Assert.Equal(100, result.DisplayScore);
        Assert.Empty(result.Questions);
        Assert.False(result["sso"].IsInForce);
        Assert.Equal(result.Decision, profile.Decide(deal, AsOf));
        Assert.Equal(result.Decision, profile.DecideAll([deal], AsOf)[0]);
        var record = DecisionRecord.Parse(result.ToRecord().ToJson());
        Assert.Equal(result.ToText(ExplanationTexts.English), profile.Replay(record).ToText(ExplanationTexts.English));
        Assert.Equal(result.ToRecord().ToJson(), profile.Replay(record).ToRecord().ToJson());
        Assert.Equal(87.5, profile.Decide(new Deal(true, true, true) { Size = 90, Seen = AsOf.AddDays(-30) }, AsOf).Score, 1e-12);
    }

    [Fact]
    public void Remedies_PrerequisiteIsNotTurnedForItsOwnSake()
    {
        // Not to be an enterprise would do as well, but that is no work for sales.
        var result = Points(70).Explain(new Deal(true, true, false), AsOf);
        Assert.True(result.IsQualified);
        var strict = Points(80).Explain(new Deal(true, true, false), AsOf);
        Assert.Equal(["sso"], strict.Remedies.Single().Steps.Select(step => step.Result.Id));
    }

    [Fact]
    public void When_GateIsThePrerequisite_NearMissCountsWhatComesInWithIt()
    {
        var profile = QualificationProfile.Create<Deal>("p", p =>
        {
            p.Criterion("enterprise", d => d.Enterprise).IsTrue().Required();
            p.Criterion("fit", d => d.Fit).IsTrue().Weight(30);
            p.Criterion("sso", d => d.Sso).IsTrue().Weight(30).When("enterprise");
            p.QualifyAt(60).NearMissWithin(0);
        });
        // With the gate met there would be 30 of 60.
        Assert.Equal(Verdict.Disqualified, profile.Decide(new Deal(true, false, true), AsOf).Verdict);
        Assert.Equal(["when.gate"], profile.Lint.Where(remark => remark.Id == "sso").Select(remark => remark.Code));
    }

    [Fact]
    public void When_DataAndFingerprint_HoldThePrerequisite()
    {
        var fields = new FieldMap<Deal>(f => f.Add("fit", d => d.Fit).Add("enterprise", d => d.Enterprise).Add("sso", d => d.Sso));
        const string Json = """
            {"name": "p", "qualifyAt": 60, "criteria": [
              {"id": "fit", "field": "fit", "isTrue": true, "weight": 30},
              {"id": "enterprise", "field": "enterprise", "isTrue": true},
              {"id": "sso", "field": "sso", "isTrue": true, "weight": 10, "when": "enterprise"}]}
            """;
        var profile = QualificationProfile.Create(ProfileDefinition.Parse(Json), fields);
        Assert.Equal("enterprise", profile["sso"].Prerequisite!.Id);
        Assert.Null(profile["fit"].Prerequisite);
        Assert.Contains(" when=\"enterprise\"", profile.Declaration, StringComparison.Ordinal);
        var again = QualificationProfile.Create(profile.ToDefinition(fields), fields);
        Assert.Equal(profile.Fingerprint, again.Fingerprint);
        Assert.NotEqual(
            profile.Fingerprint,
            QualificationProfile.Create(ProfileDefinition.Parse(Json.Replace(", \"when\": \"enterprise\"", "")), fields).Fingerprint);
        Assert.Empty(profile.Lint);
    }

    [Fact]
    public void When_OtherStrategies_RefuseItByName()
    {
        Action<ProfileBuilder<Deal>>[] strategies =
        [
            p => p.ScoreByWeakestLink(), p => p.ScoreByGeometricMean(), p => p.ScoreByLogOdds(0), p => p.ScoreByFitAndEngagement(), p =>
                p.ScoreByTiers("one", "two"),
            p => p.ScoreBy(layout => new Own(layout)),
        ];
        string[] names = ["weakest-link/1", "geometric-mean/1", "log-odds/1", "fit-engagement/2", "lexicographic-tiers/1", "own/1"];
        for (var i = 0; i < names.Length; i++)
        {
            var faults = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<Deal>("p", p =>
            {
                Define(p);
                strategies[i](p);
            })).Faults;
            var fault = Assert.Single(faults, fault => fault.Code == "strategy.prerequisite");
            Assert.Equal("sso", fault.Id);
            Assert.Contains($"\"{names[i]}\"", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void IsInForce_OwnStrategyThatTakesPrerequisites_ReadsThem()
    {
        var profile = QualificationProfile.Create<Deal>("p", p =>
        {
            Define(p);
            p.ScoreBy(layout => new Counting(layout));
        });
        Assert.Equal(100, profile.Decide(new Deal(true, true, true), AsOf).Score);
        Assert.Equal(50, profile.Decide(new Deal(true, false, true), AsOf).Score);
        Assert.Equal(50, profile.Decide(new Deal(true, null, true), AsOf).Score);
    }

    private static QualificationProfile<Deal> Points(double threshold = 80) =>
        QualificationProfile.Create<Deal>("p", p => Define(p, threshold));

    private static void Define(ProfileBuilder<Deal> p) => Define(p, 60);

    private static void Define(ProfileBuilder<Deal> p, double threshold)
    {
        p.Criterion("fit", d => d.Fit).IsTrue().Weight(30);
        p.Criterion("enterprise", d => d.Enterprise).IsTrue();
        p.Criterion("sso", d => d.AskSso()).IsTrue().Weight(10).When("enterprise");
        p.QualifyAt(threshold);
    }

    private sealed class Own(ScoringLayout layout) : ScoringStrategy(layout)
    {
        public override string Name => "own/1";

        protected internal override ScoreRange Score(AnswerSheet answers) => new(0, 0, 100);

        protected internal override IEnumerable<ScoreLine> Explain(AnswerSheet answers) => [];
    }

    /// <summary>How many of two are met of those that count.</summary>
    private sealed class Counting(ScoringLayout layout) : ScoringStrategy(layout)
    {
        public override string Name => "counting/1";

        protected internal override bool TakesPrerequisites => true;

        protected internal override ScoreRange Score(AnswerSheet answers)
        {
            var met = Layout.Scored.Count(c => answers.IsInForce(c) == true && answers[c].StateFrom(c.MetFrom) == AnswerState.Met);
            return new ScoreRange(50 * met, 0, 100);
        }

        protected internal override IEnumerable<ScoreLine> Explain(AnswerSheet answers) =>
            [ScoreLine.Base(Score(answers).Score)];
    }

    private sealed class Deal(bool? fit, bool? enterprise, bool? sso)
    {
        public bool? Fit => fit;

        public bool? Enterprise => enterprise;

        public bool? Sso => sso;

        public double? Size { get; set; }

        public DateTime? Seen { get; set; }

        public bool SsoThrows { get; set; }

        public int Asked { get; private set; }

        public bool? AskSso()
        {
            Asked++;
            return SsoThrows ? throw new InvalidOperationException("Only enterprises have it.") : sso;
        }
    }
}
