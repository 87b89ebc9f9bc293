using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Evaluation;

public class EvaluationEngineTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Theory]
    [InlineData("decide")]
    [InlineData("explain")]
    [InlineData("all")]
    [InlineData("previous")]
    public void Evaluation_OfAnyKind_AsksEachSelectorOnce(string way)
    {
        var (profile, asked) = Counting(ErrorHandling.Throw);
        Deal[] deals = [new(50), new(10), new(90)];
        Evaluate(profile, deals, way);
        Assert.Equal(deals.Length * 3, asked.Sum(pair => pair.Value));
        Assert.All(asked, pair => Assert.Equal(deals.Length, pair.Value));
    }

    [Theory]
    [InlineData("decide")]
    [InlineData("explain")]
    public void Evaluation_WithAFaultTakenForUnknown_AsksEachSelectorOnce(string way)
    {
        var (profile, asked) = Counting(ErrorHandling.AnswerUnknown);
        Evaluate(profile, [new(50) { Throws = true }], way);
        Assert.All(asked, pair => Assert.Equal(1, pair.Value));
        Assert.Equal(3, asked.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void DecideAll_PreviousAndHysteresis_GivesTheBitsOfDecide(int degree) => Property.Holds(Deep.Size(40, 250), (random, size) =>
    {
        ProfileSpec.Generate(
            random, size, (SpecStrategy)random.Between((int)SpecStrategy.WeightedPoints, (int)SpecStrategy.LogOdds), out var profile,
            decaysCombinations: true);
        var items = new Probe[random.Pick(1, 255, 300, 700)];
        for (var i = 0; i < items.Length; i++) items[i] = Probe.Generate(random, AsOf);
        var previous = Array.ConvertAll(items, _ => random.Chance(0.5) ? Qualified : default);
        var decisions = new Decision[items.Length];
        profile.DecideAll(items, previous, decisions, AsOf, degree);
        for (var i = 0; i < items.Length; i++) Assert.Equal(profile.Decide(items[i], AsOf, previous[i]), decisions[i]);
    });

    [Fact]
    public void DecideAll_PreviousAndAFault_NamesTheRow()
    {
        var (profile, _) = Counting(ErrorHandling.Throw);
        var deals = Enumerable.Range(0, 700).Select(i => new Deal(55) { Throws = i is 600 or 640 }).ToArray();
        var previous = Array.ConvertAll(deals, _ => Qualified);
        foreach (var degree in new[] { 1, 2 })
        {
            var fault = Assert.Throws<CriterionEvaluationException>(
                () => profile.DecideAll(deals, previous, new Decision[700], AsOf, degree));
            Assert.Equal(600, fault.Row);
        }
    }

    [Fact]
    public void DecideAll_PreviousAndStoppedOnTheWay_StopsWithinTheChunk()
    {
        using var source = new CancellationTokenSource();
        var asked = 0;
        var profile = QualificationProfile.Create<Deal>("p", p =>
        {
            p.Criterion("score", d =>
            {
                if (++asked == 700) source.Cancel();
                return d.Score;
            }).Linear(0, 100).Weight(1);
            p.QualifyAt(60).Hysteresis(10);
        });
        // All were qualified and are judged by the lower threshold: that is no second pass, which nothing could stop.
        var deals = Enumerable.Range(0, 2_000).Select(_ => new Deal(55)).ToArray();
        var previous = Array.ConvertAll(deals, _ => Qualified);
        Assert.Throws<OperationCanceledException>(
            () => profile.DecideAll(deals, previous, new Decision[2_000], AsOf, cancellationToken: source.Token));
        Assert.Equal(704, asked);
    }

    [Theory]
    [InlineData("test")]
    [InlineData("date")]
    [InlineData("dependent test")]
    [InlineData("dependent date")]
    [InlineData("after a fault")]
    [InlineData("table")]
    public void DecideAll_StoppedWhileSlowRowsAreAsked_StopsWithinTheChunk(string place)
    {
        using var source = new CancellationTokenSource();
        var asked = 0;
        var profile = QualificationProfile.Create<Deal>("p", p =>
        {
            p.Criterion("always").Satisfies(_ => true).Weight(1);
            var slow = p.Criterion("slow").Satisfies(_ => place.EndsWith("date", StringComparison.Ordinal) || Ask()).Weight(1);
            if (place.EndsWith("date", StringComparison.Ordinal)) slow.DecayBy(_ => Ask() ? AsOf : null, 30);
            if (place.StartsWith("dependent", StringComparison.Ordinal)) slow.When("always");
            p.QualifyAt(60).OnError(ErrorHandling.AnswerUnknown);
        });
        var deals = Enumerable.Range(0, 250).Select(_ => new Deal(55)).ToArray();
        Assert.Throws<OperationCanceledException>(() =>
        {
            if (place == "table") profile.AnswerAll(deals, AsOf, cancellationToken: source.Token);
            else profile.DecideAll(deals, AsOf, cancellationToken: source.Token);
        });
        Assert.InRange(asked, 50, 100);

        bool Ask()
        {
            if (++asked == 50) source.Cancel();
            return place == "after a fault" && asked == 1 ? throw new FormatException("boom") : true;
        }
    }

    [Fact]
    public void Evaluation_CodeAsksToStop_PassesThroughEverywhere()
    {
        foreach (var place in new[] { "test", "date" })
        {
            var profile = QualificationProfile.Create<Deal>("p", p =>
            {
                p.Criterion("c").Satisfies(_ => place == "test" ? throw new OperationCanceledException() : true)
                    .DecayBy(_ => place == "date" ? throw new OperationCanceledException() : AsOf, 30).Weight(1);
                p.QualifyAt(50).Hysteresis(10).OnError(ErrorHandling.AnswerUnknown);
            });
            Deal[] deals = [new(1)];
            foreach (var way in new[] { "decide", "explain", "all", "previous" }) Assert.Throws<OperationCanceledException>(
                () => Evaluate(profile, deals, way));
        }
    }

    [Fact]
    public void NaiveBayesSelector_AsksToStop_PassesThrough()
    {
        var stops = false;
        var fields = new NaiveBayesFields<Deal>(f =>
        {
            f.Category("kind", d => stops ? throw new OperationCanceledException() : d.Kind);
            f.Tags("tags", d => stops ? throw new OperationCanceledException() : new[] { d.Kind });
        });
        var counts = new NaiveBayesCounts<Deal>(fields);
        for (var i = 0; i < 80; i++) counts.Add(new Deal(i), won: i % 2 == 0);
        var model = counts.Train();
        stops = true;
        Assert.Throws<OperationCanceledException>(() => model.Probability(new Deal(1)));
        Assert.Throws<OperationCanceledException>(() => model.Explain(new Deal(1)));
        Assert.Throws<OperationCanceledException>(() => counts.Add(new Deal(1), won: true));
    }

    [Fact]
    public void OpportunityFrom_CodeAsksToStop_PassesThrough() =>
        Assert.Throws<OperationCanceledException>(() => Opportunity.From([1], (_, _) => throw new OperationCanceledException()));

    private static Decision Qualified => new(Verdict.Qualified, ScoreRange.Known(80), 0, 0, ScoringLayout.Complete, false);

    private static void Evaluate(QualificationProfile<Deal> profile, Deal[] deals, string way)
    {
        switch (way)
        {
            case "decide":
                foreach (var deal in deals) profile.Decide(deal, AsOf);
                break;
            case "explain":
                foreach (var deal in deals) _ = profile.Explain(deal, AsOf).Remedies;
                break;
            case "all":
                profile.DecideAll(deals, AsOf);
                break;
            default:
                profile.DecideAll(deals, Array.ConvertAll(deals, _ => Qualified), new Decision[deals.Length], AsOf);
                break;
        }
    }

    private static (QualificationProfile<Deal> Profile, Dictionary<string, int> Asked) Counting(ErrorHandling handling)
    {
        var asked = new Dictionary<string, int>();
        var profile = QualificationProfile.Create<Deal>("counting", p =>
        {
            p.Criterion("score", d => Ask("score", () => d.Score)).Linear(0, 100).DecayBy(_ => Ask<DateTime?>("date", () => AsOf), 30)
                .Weight(1);
            p.Criterion("kind", d => Ask("kind", () => d.Throws ? throw new FormatException() : d.Kind)).OneOf("a", "b");
            p.QualifyAt(60).Hysteresis(10).OnError(handling);
        });
        return (profile, asked);

        TValue Ask<TValue>(string id, Func<TValue> value)
        {
            asked.TryGetValue(id, out var count);
            asked[id] = count + 1;
            return value();
        }
    }

    private sealed class Deal(double score)
    {
        public double Score => score;

        public string Kind => score > 20 ? "a" : "b";

        public bool Throws { get; init; }
    }
}
