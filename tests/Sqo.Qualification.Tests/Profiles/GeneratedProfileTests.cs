using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles;

/// <summary>What holds for every profile and every opportunity.</summary>
public class GeneratedProfileTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void Decide_AnyProfile_AgreesWithTheNaiveScorer() => Property.Holds(Deep.Size(300, 1_500), (random, size) =>
    {
        var spec = ProfileSpec.Generate(random, size, out var profile);
        for (var i = 0; i < 8; i++)
        {
            var probe = Probe.Generate(random, AsOf);
            var expected = NaiveScorer.Decide(spec, probe, AsOf);
            var decision = profile.Decide(probe, AsOf);
            Assert.Equal(expected.Score, decision.Score, 1e-9);
            Assert.Equal(expected.Lowest, decision.Lowest, 1e-9);
            Assert.Equal(expected.Highest, decision.Highest, 1e-9);
            Assert.Equal(expected.Completeness, decision.Completeness, 1e-9);
            Assert.Equal(expected.Unmet.OrderBy(id => id), profile.CriteriaIn(decision.Unmet).Select(c => c.Id).OrderBy(id => id));
            Assert.Equal(expected.Unknown.OrderBy(id => id), profile.CriteriaIn(decision.Unknown).Select(c => c.Id).OrderBy(id => id));
            Assert.Equal(expected.Verdict, decision.Verdict);
        }
    });

    [Fact]
    public void Explain_AnyProfile_LinesAddUpExactlyToTheScore() => Property.Holds(Deep.Size(250, 1_000), (random, size) =>
    {
        ProfileSpec.Generate(random, size, out var profile);
        var probe = Probe.Generate(random, AsOf);
        var result = profile.Explain(probe, AsOf);
        Assert.Equal(result.DisplayScore, result.Lines.Sum(line => line.Points));
        Assert.Equal(profile.Decide(probe, AsOf), result.Decision);
        Assert.InRange(result.Decision.Score - (double)result.DisplayScore, -1e-6, 0.01);
        // With prerequisites the scale differs by opportunity.
        if (profile.Rule.Layout.Prerequisites.Length > 0) return;
        var scale = 100 / Span(profile);
        foreach (var criterion in result.Criteria) Assert.Equal(criterion.Contribution * scale, (double)criterion.Points, 0.0101);
    });

    [Fact]
    public void Decide_AnyProfile_ScoreLiesWithinItsRange() => Property.Holds(Deep.Size(250, 1_000), (random, size) =>
    {
        ProfileSpec.Generate(random, size, out var profile);
        var decision = profile.Decide(Probe.Generate(random, AsOf, missing: 0.5), AsOf);
        Assert.InRange(decision.Score, decision.Lowest, decision.Highest);
        Assert.InRange(decision.Lowest, 0, 100);
        Assert.InRange(decision.Highest, 0, 100);
        Assert.InRange(decision.Completeness, 0, 1);
        Assert.Equal(0UL, decision.Unmet.Mask & decision.Unknown.Mask);
    });

    [Fact]
    public void Decide_UnknownBecomesAnyValue_StaysWithinTheRange() => Property.Holds(Deep.Size(300, 1_500), (random, size) =>
    {
        var spec = ProfileSpec.Generate(random, size, out var profile);
        var probe = Probe.Generate(random, AsOf, missing: 0.6);
        var before = profile.Explain(probe, AsOf);
        var after = probe.Copy();
        foreach (var leaf in spec.Leaves)
        {
            if (before[leaf.Id].State != AnswerState.Unknown || random.Chance(0.3)) continue;
            // Either what the leaf reads was missing, or the date of its decay.
            if (leaf.Test!.ValueOf(after, AsOf) is null) after.Fill(leaf.Slot, random, AsOf, missing: 0.2);
            else if (leaf.DecaySlot is { } slot) after.Dates[slot] ??= AsOf.AddDays(-random.Below(90));
        }

        var decision = profile.Decide(after, AsOf);
        Assert.InRange(decision.Score, before.Decision.Lowest, before.Decision.Highest);
        Assert.InRange(decision.Lowest, before.Decision.Lowest, before.Decision.Highest);
        Assert.InRange(decision.Highest, before.Decision.Lowest, before.Decision.Highest);
    });

    [Fact]
    public void Decide_NothingUnknownAnyMore_VerdictIsNotNeedsDiscovery() => Property.Holds(500, (random, size) =>
    {
        ProfileSpec.Generate(random, size, out var profile);
        var decision = profile.Decide(Probe.Generate(random, AsOf, missing: 0.02), AsOf);
        if (decision.Unknown.IsEmpty) Assert.NotEqual(Verdict.NeedsDiscovery, decision.Verdict);
        if (decision.IsQualified) Assert.True(decision.Lowest >= profile.Threshold - 1e-9);
    });

    [Fact]
    public void DecideAll_EveryPath_GivesTheBitsOfDecide() => Property.Holds(Deep.Size(8, 60), (random, size) =>
    {
        ProfileSpec.Generate(random, size, out var profile);
        // Around the edges of chunks of 256 and of vectors.
        var items = new Probe[random.Pick(0, 1, 3, 255, 256, 257, 515, 700)];
        for (var i = 0; i < items.Length; i++) items[i] = Probe.Generate(random, AsOf);
        var expected = Array.ConvertAll(items, item => profile.Decide(item, AsOf));

        AssertSame(expected, profile.DecideAll(items, AsOf));
        AssertSame(expected, profile.DecideAll(items.ToList(), AsOf));
        AssertSame(expected, profile.DecideAll(new Listed(items), AsOf));
        var decisions = new Decision[items.Length + 1];
        profile.DecideAll(items, decisions, AsOf);
        AssertSame(expected, decisions.Take(items.Length).ToArray());
        Assert.Equal(default, decisions[items.Length]);
        for (var degree = 2; degree <= 3; degree++)
        {
            AssertSame(expected, profile.DecideAll(items, AsOf, degree));
            AssertSame(expected, profile.DecideAll(items.ToList(), AsOf, degree));
        }

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
    });

    [Fact]
    public void Replay_OfTheParsedRecord_GivesTheSameBytes() => Property.Holds(Deep.Size(100, 400), (random, size) =>
    {
        ProfileSpec.Generate(random, size, out var profile);
        var result = profile.Explain(Probe.Generate(random, AsOf), AsOf);
        var json = result.ToRecord().ToJson();
        var record = DecisionRecord.Parse(json);
        var replayed = profile.Replay(record);
        Assert.Equal(result.Decision, replayed.Decision);
        Assert.Equal(json, record.ToJson());
        Assert.Equal(json, replayed.ToRecord().ToJson());
        Assert.Equal(result.ToText(ExplanationTexts.English), replayed.ToText(ExplanationTexts.English));
        Assert.Equal(result.ToText(ExplanationTexts.Swedish), replayed.ToText(ExplanationTexts.Swedish));
    });

    [Fact]
    public void CompareWith_AnyTwoResults_ChangesAddUpToTheScoreChange() => Property.Holds(Deep.Size(100, 400), (random, size) =>
    {
        ProfileSpec.Generate(random, size, out var profile);
        var before = profile.Explain(Probe.Generate(random, AsOf), AsOf);
        var after = profile.Explain(Probe.Generate(random, AsOf), AsOf);
        var comparison = after.CompareWith(before);
        Assert.Equal(after.DisplayScore - before.DisplayScore, comparison.ScoreChange);
        Assert.Equal(comparison.ScoreChange, comparison.Changes.Sum(change => change.Points));
    });

    [Fact]
    public void Remedies_SmallProfiles_AreExactlyTheMinimalSets() => Property.Holds(Deep.Size(25, 400), (random, size) =>
    {
        var spec = ProfileSpec.Generate(random, 1 + (size % 7), out var profile);
        // More is no longer better where a gate costs points: those have a test of their own.
        if (spec.Criteria.Any(c => c.IsRequired && c.Weight < 0)) return;
        var probe = Probe.Generate(random, AsOf);
        var result = profile.Explain(probe, AsOf);
        var expected = BruteForceRemedies(spec, probe);
        var found = result.Remedies.Select(remedy => Key(remedy.Steps.Select(step => step.Result.Id))).ToList();

        if (result.RemediesAreComplete) Assert.Equal(expected.OrderBy(k => k), found.OrderBy(k => k));
        else Assert.Subset(new HashSet<string>(expected), new HashSet<string>(found));
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.Equal(result.Remedies.Select(r => r.Effort).OrderBy(e => e), result.Remedies.Select(r => r.Effort));
        foreach (var remedy in result.Remedies)
        {
            Assert.Equal(remedy.Steps.Sum(step => spec.Leaves.Single(l => l.Id == step.Result.Id).Effort), remedy.Effort, 1e-12);
        }
    });

    [Fact]
    public void Create_SameDeclarations_SameFingerprint() => Property.Holds(Deep.Size(60, 200), (random, size) =>
    {
        var spec = ProfileSpec.Generate(random, size, out var profile);
        Assert.Equal(profile.Fingerprint, spec.Build().Fingerprint);
        Assert.Equal(profile.Declaration, spec.Build().Declaration);
        Assert.Matches("^[0-9a-f]{64}$", profile.Fingerprint);
    });

    private static void AssertSame(Decision[] expected, Decision[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(expected[i] == actual[i], $"Row {i}: {expected[i]} became {actual[i]}.");
        }
    }

    private static double Span(QualificationProfile<Probe> profile) => ((WeightedPoints)profile.Rule.Strategy).Span;

    private static string Key(IEnumerable<string> ids) => string.Join(" ", ids.OrderBy(id => id, StringComparer.Ordinal));

    /// <summary>Every set of leaves which, turned to their best or to nothing, qualifies, and of which no part does.</summary>
    private static List<string> BruteForceRemedies(ProfileSpec spec, Probe probe)
    {
        var minimal = new List<int>();
        var leaves = spec.Turnable.ToList();
        if (NaiveScorer.Decide(spec, probe, AsOf).Verdict == Verdict.Qualified) return new List<string>();
        foreach (var set in Enumerable.Range(1, (1 << leaves.Count) - 1).OrderBy(BitCount))
        {
            if (!minimal.Exists(smaller => (set & smaller) == smaller) && CanQualify(spec, probe, leaves, set)) minimal.Add(set);
        }

        return minimal.ConvertAll(set => Key(leaves.Where((_, i) => (set & (1 << i)) != 0).Select(leaf => leaf.Id)));
    }

    private static bool CanQualify(ProfileSpec spec, Probe probe, List<SpecNode> leaves, int set)
    {
        var members = leaves.Where((_, i) => (set & (1 << i)) != 0).ToList();
        for (var directions = 0; directions < 1 << members.Count; directions++)
        {
            var turned = new Dictionary<string, double>();
            if (members.Where((m, i) => spec.WayOf(m) is { } up && up != ((directions & (1 << i)) != 0)).Any()) continue;
            for (var i = 0; i < members.Count; i++) turned[members[i].Id] = (directions & (1 << i)) != 0 ? members[i].Highest : 0;
            if (NaiveScorer.Decide(spec, probe, AsOf, turned).Verdict == Verdict.Qualified) return true;
        }

        return false;
    }

    private static int BitCount(int bits)
    {
        var count = 0;
        for (; bits != 0; bits &= bits - 1) count++;
        return count;
    }

    /// <summary>A list that is no array and no List.</summary>
    private sealed class Listed(Probe[] items) : IReadOnlyList<Probe>
    {
        public int Count => items.Length;

        public Probe this[int index] => items[index];

        public IEnumerator<Probe> GetEnumerator() => ((IEnumerable<Probe>)items).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
