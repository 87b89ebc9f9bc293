using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Sqo.Qualification.Testing;
using Xunit;

namespace Sqo.Qualification.DependencyInjection.Tests.Async;

/// <summary>Who is asked, when, and in which order.</summary>
public class AsyncAskingTests
{
    private static readonly DateTime AsOf = new(2026, 11, 23);

    [Fact]
    public async Task Decide_GateAlreadyUnmet_AsksNobody()
    {
        var register = new Register(Answer.Met);
        var qualifier = Gated(register);
        (await qualifier.DecideAsync(new Deal(Budget: 1), AsOf)).ShouldBeDisqualified();
        Assert.Equal(0, register.Calls);
        (await qualifier.DecideAsync(new Deal(), AsOf)).ShouldQualify();
        Assert.Equal(1, register.Calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Explain_Reading_ShowsTheValueAndReplaysIt(bool isThereAtOnce)
    {
        var qualifier = AsyncQualifier.Create<Deal>("p", p => p.AsyncReading("credit", async (_, _, _) =>
        {
            if (!isThereAtOnce) await Task.Yield();
            return new CriterionReading(Answer.Unmet, 512, 88L);
        }).Required());
        var result = await qualifier.ExplainAsync(new Deal(), AsOf);
        Assert.Contains(
            "- credit: unmet, 512 (asked: as the profile's rule says) [gate]; off by 88", result.ToText(ExplanationTexts.English),
            StringComparison.Ordinal);
        var again = qualifier.Profile.Replay(DecisionRecord.Parse(result.ToRecord().ToJson()));
        Assert.Equal(result.ToText(ExplanationTexts.English), again.ToText(ExplanationTexts.English));
        Assert.True((await qualifier.DecideAsync(new Deal(), AsOf)).Verdict == Verdict.Disqualified);
    }

    [Fact]
    public async Task Explain_AnswerWithoutAValue_ShowsNone() => Assert.Contains(
        "+ credit: met (asked: as the rule Register says)",
        (await Gated(new Register(Answer.Met)).ExplainAsync(new Deal(), AsOf)).ToText(ExplanationTexts.English),
        StringComparison.Ordinal);

    [Fact]
    public async Task Decide_ThresholdOutOfReach_AsksNobody()
    {
        var register = new Register(Answer.Met);
        var qualifier = Gated(register);
        (await qualifier.DecideAsync(new Deal(Activity: 0), AsOf)).ShouldBeDisqualified();
        Assert.Equal(0, register.Calls);
    }

    [Fact]
    public async Task Decide_ThresholdReachedWithoutIt_AsksOnlyTheGate()
    {
        var (gate, points) = (new Register(Answer.Met), new Register(Answer.Met));
        var qualifier = AsyncQualifier.Create<Deal>("p", p =>
        {
            p.Criterion("activity", d => d.Activity).Linear(0, 100).Weight(80);
            p.AsyncCriterion("size", points).Weight(20);
            p.AsyncCriterion("credit", gate).Required();
            p.QualifyAt(60);
        });
        (await qualifier.DecideAsync(new Deal(), AsOf)).ShouldQualify();
        Assert.Equal((1, 0), (gate.Calls, points.Calls));
        (await qualifier.DecideAsync(new Deal(Activity: 60), AsOf)).ShouldQualify();
        Assert.Equal((2, 1), (gate.Calls, points.Calls));
    }

    [Fact]
    public async Task Decide_SeveralCriteria_AreAskedGatesFirstThenByWeight()
    {
        var order = new List<string>();
        IAsyncCriterion<Deal> Noting(string id) => new Register((_, _) =>
        {
            order.Add(id);
            return new ValueTask<Answer>(Answer.Unknown);
        });
        var qualifier = AsyncQualifier.Create<Deal>("p", p =>
        {
            p.AsyncCriterion("light", Noting("light")).Weight(5);
            p.AsyncCriterion("against", Noting("against")).Weight(-30);
            p.Group("group", g =>
            {
                p.AsyncCriterion("heavy", Noting("heavy"), within: g).Weight(20);
                p.AsyncCriterion("later", Noting("later"), within: g).Weight(20);
            });
            p.AsyncCriterion("gate", Noting("gate")).Required();
            p.AsyncCriterion("idle", Noting("idle"));
            p.QualifyAt(50);
        });
        (await qualifier.DecideAsync(new Deal(), AsOf)).ShouldNeedDiscovery();
        Assert.Equal(["gate", "against", "heavy", "later", "light"], order);
        Assert.Equal(["gate", "against", "heavy", "later", "light", "idle"], qualifier.Profile.AsyncCriteria.Select(c => c.Id));
    }

    [Fact]
    public async Task Decide_AnswerThatSettlesIt_LeavesTheRestUnasked()
    {
        var (first, second) = (new Register(Answer.Unmet), new Register(Answer.Met));
        var qualifier = AsyncQualifier.Create<Deal>("p", p =>
        {
            p.AsyncCriterion("first", first).Required();
            p.AsyncCriterion("second", second).Required();
        });
        (await qualifier.DecideAsync(new Deal(), AsOf)).ShouldBeDisqualified();
        Assert.Equal((1, 0), (first.Calls, second.Calls));
    }

    [Fact]
    public async Task Decide_PartOfACombination_IsAskedWhileTheCombinationIsOpen()
    {
        var register = new Register(Answer.Met);
        var qualifier = AsyncQualifier.Create<Deal>("p", p => p.AnyOf("solvent", g =>
        {
            g.Criterion("budget", d => d.Budget).AtLeast(10_000m);
            p.AsyncCriterion("credit", register, within: g);
        }).Required());
        (await qualifier.DecideAsync(new Deal(), AsOf)).ShouldQualify();
        Assert.Equal(0, register.Calls);
        (await qualifier.DecideAsync(new Deal(Budget: 1), AsOf)).ShouldQualify();
        Assert.Equal(1, register.Calls);
    }

    [Fact]
    public async Task Decide_NearMissWithinReach_AsksForItsSake()
    {
        var register = new Register(Answer.Met);
        var qualifier = AsyncQualifier.Create<Deal>("p", p =>
        {
            p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required();
            p.Criterion("activity", d => d.Activity).Linear(0, 100).Weight(50);
            p.AsyncCriterion("credit", register).Weight(50);
            p.QualifyAt(60).NearMissWithin(10);
        });
        (await qualifier.DecideAsync(new Deal(Budget: 1), AsOf)).ShouldBeNearMiss();
        Assert.Equal(1, register.Calls);
        (await qualifier.DecideAsync(new Deal(Budget: 1, Activity: 0), AsOf)).ShouldBeDisqualified();
        Assert.Equal(1, register.Calls);
    }

    [Fact]
    public async Task Explain_NotAsked_SaysSoAndReplays()
    {
        var register = new Register(Answer.Met);
        var qualifier = Gated(register);
        var result = (await qualifier.ExplainAsync(new Deal(Budget: 1), AsOf)).ShouldBeDisqualified().ShouldFailOn("budget");
        Assert.Equal(0, register.Calls);
        Assert.False(result["credit"].WasAsked);
        Assert.True(result["budget"].WasAsked);
        Assert.Contains(
            "? credit: unknown (asked: as the rule Register says) [gate]; not asked, because the verdict does not depend on it",
            result.ToText(ExplanationTexts.English), StringComparison.Ordinal);
        Assert.Contains("inte efterfrågat", result.ToText(ExplanationTexts.Swedish), StringComparison.Ordinal);
        AssertReplays(qualifier, result);
    }

    [Fact]
    public async Task Explain_Asked_ShowsTheAnswerAndReplaysWithoutAsking()
    {
        var register = Register.Slow(Answer.Of(0.75));
        var qualifier = Gated(register);
        var result = (await qualifier.ExplainAsync(new Deal(), AsOf)).ShouldQualify().ShouldMeet("credit");
        Assert.True(result["credit"].WasAsked);
        Assert.Equal(result.Decision, await qualifier.DecideAsync(new Deal(), AsOf));
        Assert.Equal(2, register.Calls);
        AssertReplays(qualifier, result);
        Assert.Equal(2, register.Calls);
    }

    [Fact]
    public async Task Explain_AskedAndNotKnown_IsAQuestion()
    {
        var result = await Gated(new Register(Answer.Unknown)).ExplainAsync(new Deal(), AsOf);
        result.ShouldNeedDiscovery().ShouldAskOnly("credit");
        Assert.True(result["credit"].WasAsked);
        Assert.True(Gated(new Register(Answer.Met)).Profile.Replay(result.ToRecord())["credit"].WasAsked);
    }

    [Fact]
    public async Task Decide_WithHysteresis_KnowsTheDecisionOfBefore()
    {
        var qualifier = AsyncQualifier.Create<Deal>("p", p =>
        {
            p.AsyncCriterion("credit", new Register((d, _) => new ValueTask<Answer>(Answer.Of(d.Activity!.Value / 100)))).Weight(1);
            p.QualifyAt(60).Hysteresis(10);
        });
        var before = (await qualifier.DecideAsync(new Deal(Activity: 70), AsOf)).ShouldQualify();
        var deal = new Deal(Activity: 55);
        (await qualifier.DecideAsync(deal, AsOf)).ShouldBeDisqualified();
        (await qualifier.DecideAsync(deal, AsOf, before)).ShouldQualify();
        Assert.True((await qualifier.ExplainAsync(deal, AsOf, before)).ShouldQualify().WasQualified);
    }

    [Fact]
    public async Task Decide_DecayOfAnAsyncCriterion_IsApplied()
    {
        var qualifier = AsyncQualifier.Create<Deal>("p", p =>
        {
            p.AsyncCriterion("credit", new Register(Answer.Met)).Weight(1).DecayBy(_ => (DateTime?)AsOf.AddDays(-30), 30);
            p.QualifyAt(60);
        });
        var result = (await qualifier.ExplainAsync(new Deal(), AsOf)).ShouldBeDisqualified().ShouldScore(50);
        Assert.Equal(result.Decision, await qualifier.DecideAsync(new Deal(), AsOf));
    }

    [Fact]
    public async Task TwoProfiles_WithOneCriterion_AskItEachForThemselves()
    {
        var register = new Register(Answer.Met);
        var (one, other) = (Gated(register), Gated(register));
        await one.DecideAsync(new Deal(), AsOf);
        await other.DecideAsync(new Deal(), AsOf.AddDays(1));
        Assert.Equal(2, register.Calls);
        Assert.Equal(AsOf.AddDays(1), register.LastAsOf);
    }

    /// <summary>The promise: the verdict is the one that asking everybody gives.</summary>
    [Fact]
    public async Task Decide_RandomProfiles_GivesTheVerdictOfAskingAll()
    {
        var state = 12345u;
        var spared = 0;
        var verdicts = new HashSet<Verdict>();
        for (var round = 0; round < 3000; round++)
        {
            var known = Enumerable.Range(0, 6).Select(_ => AnswerOf(Next(8))).ToArray();
            var kinds = Enumerable.Range(0, 6).Select(i => i == 0 ? 1 : Next(4)).ToArray();
            var weights = Enumerable.Range(0, 6).Select(_ => (double)(Next(9) - 2) * 5).ToArray();
            var (threshold, margin, capped, isSync) = (Next(11) * 10, Next(3), Next(2) == 0, Next(64));
            var calls = 0;
            void Define(AsyncProfileBuilder<Deal> p, bool asynchronously)
            {
                p.Criterion("base", d => d.Activity).Linear(0, 100).Weight(20);
                var group = p.Group("group", g =>
                {
                    for (var i = 0; i < 3; i++) Add(p, g, i, asynchronously);
                });
                if (capped) group.Cap(15);
                Add(p, p, 3, asynchronously);
                p.AtLeast(1, "either", g =>
                {
                    Add(p, g, 4, asynchronously);
                    Add(p, g, 5, asynchronously);
                }).Weight(10);
                p.QualifyAt(threshold);
                if (margin > 0) p.NearMissWithin(margin * 10);
            }

            void Add(AsyncProfileBuilder<Deal> p, CriteriaBuilder<Deal> place, int i, bool asynchronously)
            {
                var answer = known[i];
                var criterion = asynchronously && (isSync & (1 << i)) == 0
                    ? p.AsyncCriterion("c" + i, (_, _, _) =>
                    {
                        calls++;
                        return new ValueTask<Answer>(answer);
                    }, within: place)
                    : place.Criterion("c" + i, new Fixed(answer));
                if (i >= 4) return;
                if (kinds[i] == 0) criterion.Required();
                criterion.Weight(weights[i]);
            }

            IAsyncQualifier<Deal> asking, all;
            try
            {
                asking = AsyncQualifier.Create<Deal>("p", p => Define(p, true));
                all = AsyncQualifier.Create<Deal>("p", p => Define(p, false));
            }
            catch (QualificationProfileException)
            {
                continue;
            }

            var deal = new Deal(Activity: Next(11) * 10);
            var expected = await all.DecideAsync(deal, AsOf);
            var decision = await asking.DecideAsync(deal, AsOf);
            var asked = calls;
            Assert.True(
                expected.Verdict == decision.Verdict,
                $"Round {round}: {expected} became {decision}.\n{(await all.ExplainAsync(deal, AsOf)).ToText(ExplanationTexts.English)}");
            var result = await asking.ExplainAsync(deal, AsOf);
            Assert.Equal(decision, result.Decision);
            Assert.Equal(asked * 2, calls);
            Assert.DoesNotContain(result.Questions, question => !question.WasAsked);
            verdicts.Add(decision.Verdict);
            if (asked < asking.Profile.AsyncCriteria.Count) spared++;
        }

        Assert.Equal(4, verdicts.Count);
        Assert.InRange(spared, 500, 2900);

        int Next(int below)
        {
            state = unchecked((state * 1664525) + 1013904223);
            return (int)((state >> 8) % (uint)below);
        }

        static Answer AnswerOf(int choice) => choice switch
        {
            0 => Answer.Unknown,
            1 or 2 => Answer.Unmet,
            3 => Answer.Of(0.4),
            _ => Answer.Met,
        };
    }

    private static void AssertReplays(IAsyncQualifier<Deal> qualifier, QualificationResult result)
    {
        var json = result.ToRecord().ToJson();
        var replayed = qualifier.Profile.Replay(DecisionRecord.Parse(json));
        Assert.Equal(json, replayed.ToRecord().ToJson());
        Assert.Equal(result.ToText(ExplanationTexts.English), replayed.ToText(ExplanationTexts.English));
    }

    private static IAsyncQualifier<Deal> Gated(IAsyncCriterion<Deal> register) => AsyncQualifier.Create<Deal>("gated", p =>
    {
        p.AsyncCriterion("credit", register).Required();
        p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required();
        p.Criterion("activity", d => d.Activity).Linear(0, 100).Weight(100);
        p.QualifyAt(60);
    });

    private sealed class Fixed(Answer answer) : Criterion<Deal>
    {
        protected override Answer Evaluate(Deal item, in EvaluationContext context) => answer;
    }
}
