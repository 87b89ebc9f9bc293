using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Learning.NaiveBayes;

/// <summary>A profile that scores by naive Bayes says what the model says, and has what every profile has.</summary>
public class NaiveBayesProfileTests
{
    private static readonly DateTime AsOf = new(2026, 11, 23);
    private static readonly string?[] Sectors = ["retail", "energy", "health", null];
    private static readonly string[] Tags = ["event", "referral", "cold"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Decide_OfAnyDeal_ScoresTheProbabilityOfTheModel(bool inSegments)
    {
        var model = Train(inSegments, seed: 7);
        var profile = Create(model);
        Lead[] odd = [new(null, null, null, null), new("never seen", [], "nobody", "north")];
        foreach (var deal in Deals(300, seed: 8).Concat(odd))
        {
            var decision = profile.Decide(deal, AsOf);
            var prediction = model.Explain(deal);
            Assert.Equal(100 * prediction.Probability!.Value, decision.Score, 9);
            Assert.True(
                decision.Lowest <= (100 * prediction.Lowest!.Value) + 1e-9 && decision.Highest >= (100 * prediction.Highest!.Value) - 1e-9);
            if (inSegments) continue;
            Assert.Equal(100 * prediction.Lowest.Value, decision.Lowest, 9);
            Assert.Equal(100 * prediction.Highest.Value, decision.Highest, 9);
        }
    }

    [Fact]
    public void Explain_OfADeal_HasALineForEachFieldWithTheSignOfItsEvidence()
    {
        var model = Train(inSegments: true, seed: 7);
        var deal = new Lead("energy", ["referral"], "proposal", "north");
        var result = Create(model).Explain(deal, AsOf);
        Assert.Equal(["segment", "sector", "tags", "stage"], result.Criteria.Select(criterion => criterion.Id));
        Assert.Equal(result.DisplayScore, result.Lines.Sum(line => line.Points));
        foreach (var evidence in model.Explain(deal).Evidence)
        {
            var line = Assert.Single(result.Lines, l => l.Criterion?.Id == evidence.Field);
            Assert.True(
                Math.Abs(evidence.LogOdds) < 0.01 || Math.Sign(line.Points) == Math.Sign(evidence.LogOdds),
                $"{evidence.Field}: {line.Points} for {evidence.LogOdds}");
        }

        Assert.Equal(["energy", "proposal"], new[] { result["sector"].Actual, result["stage"].Actual });
        Assert.Equal(AnswerState.Unknown, Create(model).Explain(deal with { Sector = null }, AsOf)["sector"].State);
        Assert.Equal(
            result.ToRecord().ToJson(), Create(model).Replay(DecisionRecord.Parse(result.ToRecord().ToJson())).ToRecord().ToJson());
    }

    [Fact]
    public void DecideAll_OfDeals_EqualsDecide()
    {
        var profile = Create(Train(inSegments: true, seed: 3));
        var deals = Deals(700, seed: 4).ToArray();
        Assert.Equal(deals.Select(deal => profile.Decide(deal, AsOf)), profile.DecideAll(deals, AsOf, degreeOfParallelism: 2));
    }

    [Fact]
    public void Fingerprint_AfterOneMoreDeal_IsAnother()
    {
        Assert.Equal(Create(Train(true, seed: 7)).Fingerprint, Create(Train(true, seed: 7)).Fingerprint);
        Assert.NotEqual(Create(Train(true, seed: 7)).Fingerprint, Create(Train(true, seed: 7, more: 1)).Fingerprint);
    }

    [Fact]
    public void Create_WithGates_HasBoth()
    {
        var model = Train(inSegments: false, seed: 7);
        var profile = QualificationProfile.Create<Lead>("gated", p =>
        {
            p.Criterion("known sector", d => d.Sector).IsPresent().Required();
            p.ScoreByNaiveBayes(model).QualifyAt(20);
        });
        Assert.Equal(Verdict.NeedsDiscovery, profile.Decide(new Lead(null, ["referral"], "proposal", "north"), AsOf).Verdict);
        Assert.Equal("log-odds/1", profile.Strategy);
    }

    [Fact]
    public void ScoreByNaiveBayes_OfABadModel_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => QualificationProfile.Create<Lead>("null", p => p.ScoreByNaiveBayes(null!)));
        Assert.Throws<ArgumentNullException>(() => ((ProfileBuilder<Lead>)null!).ScoreByNaiveBayes(Train(false, seed: 1)));
        var odoo = new NaiveBayesCounts<Lead>(Fields(false), NaiveBayesOptions.Odoo);
        odoo.AddAll(Deals(200, seed: 1), Won);
        var e = Assert.Throws<ArgumentException>(() =>
            QualificationProfile.Create<Lead>("odoo", p => p.ScoreByNaiveBayes(odoo.Train()).QualifyAt(50)));
        Assert.Contains("Odoo", e.Message, StringComparison.Ordinal);
        var twice = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<Lead>("twice", p =>
        {
            p.Criterion("sector", d => d.Sector).IsPresent().Required();
            p.ScoreByNaiveBayes(Train(false, seed: 1)).QualifyAt(50);
        }));
        Assert.Contains(twice.Faults, fault => fault.Code == "id.duplicate" && fault.Id == "sector");
    }

    private static QualificationProfile<Lead> Create(NaiveBayesModel<Lead> model) =>
        QualificationProfile.Create<Lead>("learned", p => p.ScoreByNaiveBayes(model).QualifyAt(50));

    private static NaiveBayesModel<Lead> Train(bool inSegments, int seed, int more = 0)
    {
        var counts = new NaiveBayesCounts<Lead>(Fields(inSegments));
        counts.AddAll(Deals(1_000, seed), Won);
        for (var i = 0; i < more; i++) counts.Add(new Lead("retail", ["cold"], "lead", "north"), won: false);
        return counts.Train();
    }

    private static NaiveBayesFields<Lead> Fields(bool inSegments) => new(f =>
    {
        f.Category("sector", d => d.Sector);
        f.Tags("tags", d => d.Tags);
        f.Progress("stage", d => d.Stage, new ProgressStage("lead", 1), new ProgressStage("proposal", 2), new ProgressStage("terms", 3));
        if (inSegments) f.Segment(d => d.Team);
    });

    private static bool? Won(Lead deal) =>
        (deal.Sector?.Length ?? 3) + (deal.Tags?.Length ?? 0) + (deal.Stage == "terms" ? 4 : 0) + (deal.Team == "north" ? 1 : 0) > 7;

    private static IEnumerable<Lead> Deals(int count, int seed)
    {
        var random = new SeededRandom((ulong)seed);
        for (var i = 0; i < count; i++)
        {
            yield return new Lead(
                Sectors[random.Below(4)],
                random.Below(4) == 0 ? null : [.. Tags.Where(_ => random.Below(2) == 0)],
                random.Below(5) switch { 0 => null, 1 or 2 => "lead", 3 => "proposal", _ => "terms" },
                random.Below(3) == 0 ? null : random.Below(2) == 0 ? "north" : "south");
        }
    }

    private sealed record Lead(string? Sector, string[]? Tags, string? Stage, string? Team);
}
