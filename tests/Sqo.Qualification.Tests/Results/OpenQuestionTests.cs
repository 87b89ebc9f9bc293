using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class OpenQuestionTests
{
    private static readonly DateTime AsOf = new(2026, 11, 23);

    private static readonly QualificationProfile<Lead> Profile = QualificationProfile.Create<Lead>("leads", p =>
    {
        p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required().Ask("What can you spend?");
        p.Criterion("signer", d => d.Signs).IsTrue().Required().Ask("Who signs?");
        p.Criterion("signed", d => d.Signs).IsTrue().Weight(20).Ask("Who signs?");
        p.Criterion("fit", d => d.Fit).AtLeast(5).Weight(80);
        p.QualifyAt(50);
    });

    [Fact]
    public void Of_ManyOpportunities_CountsThoseThatEachAnswerCanDecide()
    {
        Lead[] leads =
        [
            new(null, null, 9, 100m), new(20_000m, null, 9, 10m), new(null, true, 9, null), new(20_000m, true, null, 1m),
            // Nothing is open: qualified, and out by a gate.
            new(20_000m, true, 9, 1_000m), new(1m, null, null, 1_000m),
        ];
        var questions = OpenQuestion.Of(leads, lead => Profile.Explain(lead, AsOf), lead => lead.Value);

        // "Who signs?" is asked by two criteria, and counts once for each lead.
        Assert.Equal(["signer: 2", "budget: 2", "fit: 1"], questions.Select(question => question.ToString()));
        Assert.Equal([110m, 100m, 1m], questions.Select(question => question.Value));
        Assert.Equal([1, 1, 1], questions.Select(question => question.OnlyCount));
        Assert.Equal(["Who signs?", "What can you spend?", null], questions.Select(question => question.Criterion.Question));
    }

    [Fact]
    public void Of_RandomOpportunities_IsANaiveCount() => Property.Holds(20, (random, size) =>
    {
        var leads = Enumerable.Range(0, size).Select(_ => new Lead(
            random.Chance(0.4) ? null : random.Between(1, 20_000), random.Chance(0.4) ? null : random.Chance(0.8),
            random.Chance(0.4) ? null : random.Between(1, 9), random.Chance(0.2) ? null : random.Between(1, 50))).ToArray();
        var results = leads.ToDictionary(lead => lead, lead => Profile.Explain(lead, AsOf), new ByReference());
        var questions = OpenQuestion.Of(leads, lead => results[lead], lead => lead.Value);
        foreach (var question in questions)
        {
            var text = question.Criterion.Question ?? question.Criterion.Id;
            var having = leads.Where(lead => TextsOf(results[lead]).Contains(text)).ToList();
            Assert.Equal(having.Count, question.Count);
            Assert.Equal(having.Count(lead => TextsOf(results[lead]).Count == 1), question.OnlyCount);
            Assert.Equal(having.Sum(lead => lead.Value ?? 0), question.Value);
        }

        Assert.Equal(results.Values.SelectMany(TextsOf).Distinct().Count(), questions.Count);
    });

    [Fact]
    public void Of_NothingGiven_IsRefusedByName()
    {
        Lead[] none = [];
        Func<Lead, QualificationResult> explain = lead => Profile.Explain(lead, AsOf);
        Assert.Empty(OpenQuestion.Of(none, explain, lead => lead.Value));
        Assert.Throws<ArgumentNullException>("items", () => OpenQuestion.Of(null!, explain, lead => lead.Value));
        Assert.Throws<ArgumentNullException>("result", () => OpenQuestion.Of(none, null!, lead => lead.Value));
        Assert.Throws<ArgumentNullException>("value", () => OpenQuestion.Of(none, explain, null!));
    }

    private static List<string> TextsOf(QualificationResult result) =>
        [.. result.Questions.Select(unknown => unknown.Criterion.Question ?? unknown.Criterion.Id).Distinct()];

    private sealed record Lead(decimal? Budget, bool? Signs, int? Fit, decimal? Value);

    private sealed class ByReference : IEqualityComparer<Lead>
    {
        public bool Equals(Lead? x, Lead? y) => ReferenceEquals(x, y);

        public int GetHashCode(Lead lead) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(lead);
    }
}
