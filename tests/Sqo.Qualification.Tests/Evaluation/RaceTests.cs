using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Evaluation;

/// <summary>What is made when it is first asked for, by eight threads at once.</summary>
public class RaceTests
{
    private const int Threads = 8;

    private static readonly DateTime AsOf = Asking.AsOf;

    [Theory]
    [InlineData(SpecStrategy.WeightedPoints)]
    [InlineData(SpecStrategy.WeightedMean)]
    [InlineData(SpecStrategy.WeakestLink)]
    [InlineData(SpecStrategy.GeometricMean)]
    [InlineData(SpecStrategy.Tiers)]
    [InlineData(SpecStrategy.FitEngagement)]
    [InlineData(SpecStrategy.LogOdds)]
    public void Result_EveryLazyMember_IsTheSameForAllThreads(SpecStrategy strategy)
    {
        var random = new SeededRandom((ulong)strategy + 5);
        for (var round = 0; round < Deep.Size(2, 60); round++)
        {
            ProfileSpec.Generate(random, 10, strategy, out var profile, decaysCombinations: true);
            var probe = Probe.Generate(random, AsOf);
            var expected = Everything(profile.Explain(probe, AsOf));
            var shared = profile.Explain(probe, AsOf);
            Assert.All(AtOnce(() => Everything(shared)), text => Assert.Equal(expected, text));
            foreach (var member in Lazies) Assert.Single(AtOnce(() => member(shared)).Distinct());
        }
    }

    [Fact]
    public void Grade_ByManyThreads_IsNeverMixedUp()
    {
        var profile = QualificationProfile.Create<Probe>("graded", p =>
        {
            p.Group("fit", g =>
            {
                for (var i = 0; i < 4; i++) Number(g, i).Dimension(Dimensions.Fit).Weight(10);
            }).Cap(30);
            p.Group("engagement", g =>
            {
                for (var i = 4; i < 8; i++) Number(g, i).Dimension(Dimensions.Engagement).Weight(10);
            }).Cap(25);
            p.ScoreByFitAndEngagement(new FitEngagementOptions()).QualifyAt(50);
        });
        var random = new SeededRandom(8);
        for (var round = 0; round < Deep.Size(60, 3_000); round++)
        {
            var probe = Probe.Generate(random, AsOf, missing: 0.3);
            var expected = profile.Explain(probe, AsOf).Grade!.ToString();
            var shared = profile.Explain(probe, AsOf);
            Assert.All(AtOnce(() => shared.Grade!.ToString()), grade => Assert.Equal(expected, grade));
        }
    }

    [Fact]
    public void Profile_EveryLazyMember_IsTheSameForAllThreads()
    {
        var random = new SeededRandom(9);
        for (var round = 0; round < Deep.Size(5, 100); round++)
        {
            var spec = ProfileSpec.Generate(random, 10, out var profile);
            var expected = Everything(profile);
            var shared = spec.Build();
            Assert.All(AtOnce(() => Everything(shared)), text => Assert.Equal(expected, text));
            foreach (var member in ProfileLazies)
            {
                var fresh = spec.Build();
                Assert.Single(AtOnce(() => member(fresh)).Distinct());
            }
        }
    }

    [Fact]
    public void Table_EveryLazyMember_IsTheSameForAllThreads()
    {
        var random = new SeededRandom(10);
        for (var round = 0; round < Deep.Size(5, 100); round++)
        {
            ProfileSpec.Generate(random, 8, out var profile);
            var other = ProfileSpec.Generate(random, 8, out _).Build();
            var items = Enumerable.Range(0, 300).Select(_ => Probe.Generate(random, AsOf)).ToArray();
            var expected = profile.DecideAll(items, AsOf);
            var expectedOfOther = other.DecideAll(items, AsOf);
            var table = profile.AnswerAll(items, AsOf);
            Assert.Single(AtOnce(() => table.Items).Distinct());
            Assert.All(AtOnce(() => table.Decide()), decisions => Assert.Equal(expected, decisions));
            Assert.All(AtOnce(() => other.Decide(table)), decisions => Assert.Equal(expectedOfOther, decisions));
            Assert.Single(AtOnce(() => table.CountVerdicts()).Distinct());
        }
    }

    private static IEnumerable<Func<QualificationResult, object?>> Lazies =>
    [
        r => r.Lines, r => r.Grade, r => r.Criteria, r => r.Questions, r => r.NextActions, r => r.Remedies, r => r.SingleStepRemedies,
    ];

    private static IEnumerable<Func<QualificationProfile<Probe>, object?>> ProfileLazies =>
    [
        p => p.Criteria, p => p.NextActions, p => p.Lint, p => p.Declaration, p => p.Fingerprint, p => p.Criteria[0].Requirement,
    ];

    private static CriterionBuilder<Probe> Number(CriteriaBuilder<Probe> builder, int slot) =>
        builder.Criterion("c" + slot, x => x.Numbers[slot]).Linear(0, 100);

    private static string Everything(QualificationResult result) => string.Join(
        "\n",
        result.Grade,
        result.ToText(ExplanationTexts.English),
        result.ToRecord().ToJson(),
        string.Join(" ", result.Lines.Select(line => line.Points)),
        string.Join(" ", result.Questions.Select(question => question.Id)),
        string.Join(" ", result.NextActions.Select(action => action.Text)),
        string.Join(" | ", result.Remedies.Select(remedy => string.Join(" ", remedy.Steps.Select(step => step.Result.Id)))),
        string.Join(" ", result.SingleStepRemedies.Select(step => step.Result.Id)),
        result.RemediesAreComplete,
        string.Join(" ", result.Criteria.Select(criterion => criterion.Points)));

    private static string Everything(QualificationProfile<Probe> profile) => string.Join(
        "\n", profile.Fingerprint, profile.Declaration, string.Join("\n", profile.Lint), string.Join(" ", profile.Criteria),
            string.Join(" ", profile.Criteria.Select(c => c.Requirement)));

    /// <summary>What each of eight threads gets that all start at the same moment.</summary>
    private static TResult[] AtOnce<TResult>(Func<TResult> ask)
    {
        var results = new TResult[Threads];
        using var start = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(i => new Thread(() =>
        {
            start.SignalAndWait();
            results[i] = ask();
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return results;
    }
}
