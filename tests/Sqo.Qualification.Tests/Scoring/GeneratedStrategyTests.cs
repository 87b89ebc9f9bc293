using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Scoring;

/// <summary>What holds for every strategy, every profile and every opportunity.</summary>
public class GeneratedStrategyTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    public static TheoryData<SpecStrategy> All => new()
    {
        SpecStrategy.WeightedPoints,
        SpecStrategy.WeightedMean,
        SpecStrategy.WeakestLink,
        SpecStrategy.GeometricMean,
        SpecStrategy.Tiers,
        SpecStrategy.FitEngagement,
        SpecStrategy.LogOdds,
    };

    [Theory]
    [MemberData(nameof(All))]
    public void Decide_AnyProfile_AgreesWithTheNaiveStrategy(SpecStrategy strategy) => Property.Holds(Deep.Size(80, 400), (random, size) =>
    {
        var spec = ProfileSpec.Generate(random, size, strategy, out var profile);
        for (var i = 0; i < 6; i++)
        {
            var probe = Probe.Generate(random, AsOf, random.Pick(0.0, 0.25, 0.6));
            foreach (var before in new[] { Verdict.Disqualified, Verdict.Qualified })
            {
                var wasQualified = before == Verdict.Qualified;
                var decision = profile.Decide(probe, AsOf, Previous(before));
                if (strategy == SpecStrategy.WeightedPoints)
                {
                    if (wasQualified) continue;
                    var points = NaiveScorer.Decide(spec, probe, AsOf);
                    AssertScores(points.Score, points.Lowest, points.Highest, decision);
                    Assert.Equal(points.Verdict, decision.Verdict);
                    continue;
                }

                var naive = NaiveStrategy.Decide(spec, probe, AsOf, wasQualified: wasQualified);
                AssertScores(naive.Score, naive.Lowest, naive.Highest, decision);
                Assert.Equal(naive.Verdict, decision.Verdict);
            }
        }
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Decide_AnyProfile_ScoreLiesWithinItsRange(SpecStrategy strategy) => Property.Holds(250, (random, size) =>
    {
        ProfileSpec.Generate(random, size, strategy, out var profile);
        var decision = profile.Decide(Probe.Generate(random, AsOf, missing: 0.5), AsOf);
        Assert.InRange(decision.Score, decision.Lowest, decision.Highest);
        Assert.InRange(decision.Lowest, 0, 100);
        Assert.InRange(decision.Highest, 0, 100);
        Assert.InRange(decision.Completeness, 0, 1);
        if (decision.Unknown.IsEmpty && strategy != SpecStrategy.WeightedPoints) Assert.InRange(decision.Highest - decision.Lowest, 0, 100);
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Decide_UnknownBecomesAnyValue_RangeOnlyNarrows(SpecStrategy strategy) =>
        Property.Holds(Deep.Size(100, 400), (random, size) =>
    {
        var spec = ProfileSpec.Generate(random, size, strategy, out var profile);
        var probe = Probe.Generate(random, AsOf, missing: 0.6);
        var before = profile.Explain(probe, AsOf);
        var after = probe.Copy();
        foreach (var leaf in spec.Leaves)
        {
            if (before[leaf.Id].State != AnswerState.Unknown || random.Chance(0.3)) continue;
            if (leaf.Test!.ValueOf(after, AsOf) is null) after.Fill(leaf.Slot, random, AsOf, missing: 0.2);
            else if (leaf.DecaySlot is { } slot) after.Dates[slot] ??= AsOf.AddDays(-random.Below(90));
        }

        var decision = profile.Decide(after, AsOf);
        Assert.InRange(decision.Score, before.Decision.Lowest - 1e-9, before.Decision.Highest + 1e-9);
        Assert.InRange(decision.Lowest, before.Decision.Lowest - 1e-9, before.Decision.Highest + 1e-9);
        Assert.InRange(decision.Highest, before.Decision.Lowest - 1e-9, before.Decision.Highest + 1e-9);
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Explain_AnyProfile_LinesAddUpExactlyAndTheDecisionIsTheSame(SpecStrategy strategy) =>
        Property.Holds(Deep.Size(100, 400), (random, size) =>
    {
        ProfileSpec.Generate(random, size, strategy, out var profile);
        var probe = Probe.Generate(random, AsOf, random.Pick(0.0, 0.3, 0.7));
        var result = profile.Explain(probe, AsOf);
        Assert.Equal(profile.Decide(probe, AsOf), result.Decision);
        Assert.Equal(result.DisplayScore, result.Lines.Sum(line => line.Points));
        Assert.InRange(result.Decision.Score - (double)result.DisplayScore, -1e-6, 0.01);
        Assert.All(result.Lines, line => Assert.Equal(line.Kind == ScoreLineKind.Criterion, line.Criterion is not null));
        Assert.All(result.Lines.Skip(1), line => Assert.NotEqual(ScoreLineKind.Base, line.Kind));
        Assert.Equal(
            result.DisplayScore, result.Criteria.Sum(c => c.Points) + result.Lines.Where(line => line.Criterion is null)
            .Sum(line => line.Points));
        Assert.NotEqual("", result.ToText(ExplanationTexts.English));
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Decide_AKnownValueOfPositiveWeightRises_ScoreDoesNotFall(SpecStrategy strategy) =>
        Property.Holds(Deep.Size(75, 300), (random, size) =>
    {
        var spec = ProfileSpec.Generate(random, size, strategy, out var profile);
        var probe = Probe.Generate(random, AsOf);
        var weight = NaiveScorer.Weights(spec);
        foreach (var leaf in spec.Criteria.Where(
            c => c.Kind == SpecKind.Leaf && !spec.IsPrerequisite(c) && (weight(c) > 0 || c.Test!.Bins is not null)))
        {
            var other = probe.Copy();
            other.Fill(leaf.Slot, random, AsOf, missing: 0);
            var (from, to) = (leaf.Test!.ValueOf(probe, AsOf), leaf.Test.ValueOf(other, AsOf));
            if (from is null || to is null) continue;
            var (low, high) = from <= to ? (probe, other) : (other, probe);
            var (less, more) = (profile.Explain(low, AsOf), profile.Explain(high, AsOf));
            // A value of 0 needs no date for its decay, and any other may then be unknown.
            if (less[leaf.Id].State == AnswerState.Unknown || more[leaf.Id].State == AnswerState.Unknown) continue;
            if (leaf.DecaySlot is { } slot && (probe.Dates[slot] is not { } date || date > AsOf)) continue;
            Assert.True(more.Decision.Score >= less.Decision.Score - 1e-9, $"{leaf.Id}: {less.Decision} became {more.Decision}.");
            Assert.True(more.Decision.Lowest >= less.Decision.Lowest - 1e-9);
            Assert.True(more.Decision.Highest >= less.Decision.Highest - 1e-9);
        }
    });

    [Theory]
    [MemberData(nameof(All))]
    public void DecideAll_EveryPath_GivesTheBitsOfDecide(SpecStrategy strategy) => Property.Holds(Deep.Size(4, 24), (random, size) =>
    {
        ProfileSpec.Generate(random, size, strategy, out var profile);
        var items = new Probe[random.Pick(0, 1, 3, 255, 257, 515)];
        for (var i = 0; i < items.Length; i++) items[i] = Probe.Generate(random, AsOf);
        var expected = Array.ConvertAll(items, item => profile.Decide(item, AsOf));

        AssertSame(expected, profile.DecideAll(items, AsOf));
        AssertSame(expected, profile.DecideAll(items.ToList(), AsOf, 2));
        foreach (var vectorized in new[] { true, false })
        {
            var run = new Decision[items.Length];
            new BatchRun<Probe>(profile.Engine, items, run, AsOf, CancellationToken.None) { Vectorized = vectorized }.Run(1);
            AssertSame(expected, run);
        }
#if SPAN_OVERLOADS
        var spanned = new Decision[items.Length];
        profile.DecideAll(items.AsSpan(), spanned, AsOf);
        AssertSame(expected, spanned);
#endif
        var previous = Array.ConvertAll(items, _ => Previous(random.Pick(Verdict.Disqualified, Verdict.NeedsDiscovery, Verdict.Qualified)));
        var after = new Decision[items.Length];
        profile.DecideAll(items, previous, after, AsOf, random.Between(1, 2));
        AssertSame([.. items.Select((item, i) => profile.Decide(item, AsOf, previous[i]))], after);
        AssertSame([.. items.Select((item, i) => profile.Explain(item, AsOf, previous[i]).Decision)], after);
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Replay_OfTheParsedRecord_GivesTheSameBytes(SpecStrategy strategy) => Property.Holds(Deep.Size(40, 150), (random, size) =>
    {
        ProfileSpec.Generate(random, size, strategy, out var profile);
        var result = profile.Explain(Probe.Generate(random, AsOf), AsOf, Previous(random.Pick(Verdict.Disqualified, Verdict.Qualified)));
        var json = result.ToRecord().ToJson();
        var record = DecisionRecord.Parse(json);
        var replayed = profile.Replay(record);
        Assert.Equal(result.Decision, replayed.Decision);
        Assert.Equal(result.WasQualified, replayed.WasQualified);
        Assert.Equal(result.Crossing, replayed.Crossing);
        Assert.Equal(result.Grade?.Name, replayed.Grade?.Name);
        Assert.Equal(json, record.ToJson());
        Assert.Equal(json, replayed.ToRecord().ToJson());
        Assert.Equal(result.ToText(ExplanationTexts.Swedish), replayed.ToText(ExplanationTexts.Swedish));
    });

    [Theory]
    [MemberData(nameof(All))]
    public void CompareWith_AnyTwoResults_ChangesAddUpToTheScoreChange(SpecStrategy strategy) =>
        Property.Holds(Deep.Size(40, 150), (random, size) =>
    {
        ProfileSpec.Generate(random, size, strategy, out var profile);
        var before = profile.Explain(Probe.Generate(random, AsOf), AsOf);
        var after = profile.Explain(Probe.Generate(random, AsOf), AsOf);
        var comparison = after.CompareWith(before);
        Assert.Equal(after.DisplayScore - before.DisplayScore, comparison.ScoreChange);
        Assert.Equal(comparison.ScoreChange, comparison.Changes.Sum(change => change.Points));
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Remedies_SmallProfiles_AreExactlyTheMinimalSets(SpecStrategy strategy) =>
        Property.Holds(Deep.Size(10, 250), (random, size) =>
    {
        var spec = ProfileSpec.Generate(random, 1 + (size % 6), strategy, out var profile);
        // More is no longer better where a gate costs points.
        if (spec.Criteria.Any(c => c.IsRequired && c.Weight < 0)) return;
        var probe = Probe.Generate(random, AsOf);
        var result = profile.Explain(probe, AsOf);
        var expected = MinimalSets(spec, probe);
        var found = result.Remedies.Select(remedy => Key(remedy.Steps.Select(step => step.Result.Id))).ToList();
        if (result.RemediesAreComplete) Assert.Equal(expected.OrderBy(k => k), found.OrderBy(k => k));
        else Assert.Subset(new HashSet<string>(expected), new HashSet<string>(found));
        if (result.RemediesAreComplete) Assert.Equal(
            expected.Where(k => k.IndexOf(' ') < 0).OrderBy(k => k), result.SingleStepRemedies.Select(s => s.Result.Id).OrderBy(k => k));
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Questions_OfADealThatNeedsDiscovery_DecideItOnceAllAreAnswered(SpecStrategy strategy) =>
        Property.Holds(Deep.Size(60, 250), (random, size) =>
    {
        var spec = ProfileSpec.Generate(random, size, strategy, out var profile);
        var probe = Probe.Generate(random, AsOf, missing: 0.5);
        var result = profile.Explain(probe, AsOf);
        if (result.Verdict != Verdict.NeedsDiscovery)
        {
            Assert.Empty(result.Questions);
            return;
        }

        Assert.NotEmpty(result.Questions);
        Assert.Equal(result.Questions.Count, result.Questions.Distinct().Count());
        foreach (var question in result.Questions.Where(q => q.Criterion.Kind == CriterionKind.Condition))
        {
            var leaf = spec.Leaves.Single(l => l.Id == question.Id);
            for (var tries = 0; tries < 50 && leaf.Test!.ValueOf(probe, AsOf) is null; tries++) probe.Fill(
                leaf.Slot, random, AsOf, missing: 0);
        }

        for (var slot = 0; slot < Probe.Slots; slot++) probe.Dates[slot] = probe.Dates[slot] is { } date && date <= AsOf ? date
            : AsOf.AddDays(-1);
        var left = profile.Explain(probe, AsOf);
        if (left.Questions.Any(q => q.Criterion.Kind != CriterionKind.Condition)
            || left.Criteria.Any(c => c.State == AnswerState.Unknown && result[c.Id].State != AnswerState.Unknown)) return;
        Assert.True(
            left.Verdict != Verdict.NeedsDiscovery
                || left.Questions.Any(q => q.Criterion.Kind == CriterionKind.Condition), left.ToString());
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Create_SameDeclarations_SameFingerprint(SpecStrategy strategy) => Property.Holds(60, (random, size) =>
    {
        var spec = ProfileSpec.Generate(random, size, strategy, out var profile);
        Assert.Equal(profile.Fingerprint, spec.Build().Fingerprint);
        Assert.Equal(profile.Declaration, spec.Build().Declaration);
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Lint_AnyProfile_NeverThrowsNorCallsAWeightIdleThatMovesTheScore(SpecStrategy strategy) =>
        Property.Holds(Deep.Size(40, 150), (random, size) =>
    {
        var spec = ProfileSpec.Generate(random, size, strategy, out var profile);
        var idle = profile.Lint.Where(l => l.Code == "weight.idle").Select(l => l.Id).ToList();
        foreach (var id in idle)
        {
            if (spec.Criteria.Single(c => c.Id == id) is not { Kind: SpecKind.Leaf } leaf) continue;
            for (var i = 0; i < 20; i++)
            {
                var probe = Probe.Generate(random, AsOf, missing: 0.1);
                var other = probe.Copy();
                other.Fill(leaf.Slot, random, AsOf, missing: 0);
                Assert.Equal(profile.Decide(probe, AsOf).Score, profile.Decide(other, AsOf).Score, 1e-9);
            }
        }

        if (profile.Lint.Any(l => l.Code == "threshold.perfect-only")
            && strategy is not (SpecStrategy.WeightedPoints or SpecStrategy.FitEngagement))
        {
            for (var i = 0; i < 20; i++)
            {
                var explained = profile.Explain(Probe.Generate(random, AsOf), AsOf);
                if (explained.IsQualified) Assert.All(
                    explained.Criteria.Where(c => c.Criterion.Weight > 0), c => Assert.Equal(AnswerState.Met, c.State));
            }
        }
    });

    [Theory]
    [MemberData(nameof(All))]
    public async Task Decide_OnTwoThreads_GivesTheSame(SpecStrategy strategy)
    {
        var random = new SeededRandom(7);
        ProfileSpec.Generate(random, 9, strategy, out var profile);
        var probes = Enumerable.Range(0, Deep.Size(60, 300)).Select(_ => Probe.Generate(random, AsOf)).ToArray();
        var expected = Array.ConvertAll(probes, probe => profile.Decide(probe, AsOf));
        var lines = Array.ConvertAll(probes, probe => profile.Explain(probe, AsOf).ToText(ExplanationTexts.English));
        var runs = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < probes.Length; i++)
            {
                Assert.Equal(expected[i], profile.Decide(probes[i], AsOf));
                Assert.Equal(lines[i], profile.Explain(probes[i], AsOf).ToText(ExplanationTexts.English));
            }
        }));
        await Task.WhenAll(runs);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Explain_InAnotherCulture_IsTheSame(SpecStrategy strategy)
    {
        var random = new SeededRandom(11);
        var spec = ProfileSpec.Generate(random, 10, strategy, out var profile);
        var probe = Probe.Generate(random, AsOf);
        var expected = Everything(profile);
        foreach (var culture in new[] { "tr-TR", "sv-SE" })
        {
            using (new CultureScope(culture)) Assert.Equal(expected, Everything(spec.Build()));
        }

        string Everything(QualificationProfile<Probe> p)
        {
            var result = p.Explain(probe, AsOf);
            return string.Join(
                "\n", p.Declaration, p.Fingerprint, result.ToRecord().ToJson(), result.ToText(ExplanationTexts.English), result,
                result.Grade, string.Join("\n", p.Lint));
        }
    }

#if NET
    [OptimizedFact]
    public void Decide_WarmProfileOfAnyStrategy_AllocatesNothing()
    {
        foreach (SpecStrategy strategy in Enum.GetValues(typeof(SpecStrategy)))
        {
            var random = new SeededRandom(3);
            ProfileSpec.Generate(random, 12, strategy, out var profile);
            var probes = Enumerable.Range(0, 100).Select(_ => Probe.Generate(random, AsOf)).ToArray();
            var previous = Previous(Verdict.Qualified);
            var least = long.MaxValue;
            for (var round = 0; round < 70; round++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                foreach (var probe in probes)
                {
                    profile.Decide(probe, AsOf);
                    profile.Decide(probe, AsOf, previous);
                }

                if (round >= 50) least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            Assert.True(least == 0, $"{strategy}: {least} bytes.");
        }
    }
#endif

    private static Decision Previous(Verdict verdict) => new(verdict, ScoreRange.Known(50), 0, 0, ScoringLayout.Complete, false);

    private static void AssertScores(double score, double lowest, double highest, Decision decision)
    {
        Assert.Equal(score, decision.Score, 1e-9);
        Assert.Equal(lowest, decision.Lowest, 1e-9);
        Assert.Equal(highest, decision.Highest, 1e-9);
    }

    private static void AssertSame(Decision[] expected, Decision[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++) Assert.True(expected[i] == actual[i], $"Row {i}: {expected[i]} became {actual[i]}.");
    }

    private static string Key(IEnumerable<string> ids) => string.Join(" ", ids.OrderBy(id => id, StringComparer.Ordinal));

    /// <summary>Every set of leaves which, turned to their best or to nothing, qualifies, and of which no part does.</summary>
    private static List<string> MinimalSets(ProfileSpec spec, Probe probe)
    {
        var minimal = new List<int>();
        var leaves = spec.Turnable.ToList();
        if (IsQualified(spec, probe, [])) return [];
        foreach (var set in Enumerable.Range(1, (1 << leaves.Count) - 1).OrderBy(set => Members(set).Count))
        {
            if (!minimal.Exists(smaller => (set & smaller) == smaller) && CanQualify(set)) minimal.Add(set);
        }

        return minimal.ConvertAll(set => Key(Members(set).Select(leaf => leaf.Id)));

        List<SpecNode> Members(int set) => leaves.Where((_, i) => (set & (1 << i)) != 0).ToList();

        bool CanQualify(int set)
        {
            var members = Members(set);
            for (var directions = 0; directions < 1 << members.Count; directions++)
            {
                var turned = new Dictionary<string, double>();
                if (members.Where((m, i) => spec.WayOf(m) is { } up && up != ((directions & (1 << i)) != 0)).Any()) continue;
                for (var i = 0; i < members.Count; i++) turned[members[i].Id] = (directions & (1 << i)) != 0 ? members[i].Highest : 0;
                if (IsQualified(spec, probe, turned)) return true;
            }

            return false;
        }
    }

    private static bool IsQualified(ProfileSpec spec, Probe probe, Dictionary<string, double> turned) =>
        (spec.Strategy == SpecStrategy.WeightedPoints ? NaiveScorer.Decide(spec, probe, AsOf, turned).Verdict
            : NaiveStrategy.Decide(spec, probe, AsOf, turned).Verdict) == Verdict.Qualified;
}
