using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Testing.Tests;

/// <summary>
/// What a user's own tests, criteria and curves say of themselves counts as what built-in ones say. Tested here, where the library's
/// internals can't be seen.
/// </summary>
public class OwnCodeTests
{
    private static readonly DateTime AsOf = new(2026, 11, 23);

    [Fact]
    public void HighestValue_OfAnOwnTest_SetsTheScale()
    {
        // 40 of 50 points and 50 more: the test gives at most 0.5 x 100.
        var profile = Profile(p =>
        {
            p.Criterion("activity", d => d.Activity).Is(new Half(0.4)).Weight(100);
            p.Criterion("budget", d => d.Budget).AtLeast(1).Weight(50);
        });
        Assert.Equal(0.5, profile["activity"].HighestValue);
        Assert.Equal(90, profile.Decide(new Deal(1, null, 1), AsOf).Score, 1e-9);
    }

    [Fact]
    public void HighestValue_ThatAnAnswerIsAbove_IsAFault()
    {
        var profile = Profile(p => p.Criterion("activity", d => d.Activity).Is(new Half(0.6)).Weight(100));
        var deal = new Deal(null, null, 1);
        foreach (var act in new Action[]
        {
            () => profile.Decide(deal, AsOf), () => profile.Explain(deal, AsOf), () => profile.DecideAll([deal], AsOf),
        })
        {
            var fault = Assert.Throws<CriterionEvaluationException>(act);
            Assert.Equal("activity", fault.CriterionId);
            Assert.Contains("Half answered 0.6; its highest value is 0.5", fault.InnerException!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void IsGraded_False_LetsLintSayMore()
    {
        // A gate that is met or not gives all that pass the same points.
        Assert.Contains(Gated(new Round(isGraded: false)).Lint, lint => lint.Code == "weight.of-gate");
        Assert.DoesNotContain(Gated(new Round(isGraded: true)).Lint, lint => lint.Code == "weight.of-gate");

        static QualificationProfile<Deal> Gated(Round test) => Profile(p =>
        {
            p.Criterion("budget", d => d.Budget).Is(test).Required().Weight(10);
            p.Criterion("activity", d => d.Activity).Linear(0, 100).Weight(90);
        });
    }

    [Fact]
    public void IsGraded_FalseWithAnAnswerBetween_IsAFault()
    {
        var profile = Profile(p => p.Criterion("budget", d => d.Budget).Is(new Round(isGraded: false, 0.3)).Weight(10));
        var fault = Assert.Throws<CriterionEvaluationException>(() => profile.Decide(new Deal(1_001m), AsOf));
        Assert.Contains("Round answered 0.3", fault.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void IsGraded_FalseWithAHighestValueBelow1_IsAFaultOfTheProfile()
    {
        var thrown = Assert.Throws<QualificationProfileException>(
            () => Profile(p => p.Criterion("budget", new Contradiction()).Weight(10)));
        Assert.Equal("criterion.highest", Assert.Single(thrown.Faults).Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EvaluateMany_OfAnOwnTest_IsAskedForWholeColumns(bool always)
    {
        var test = new Counting();
        var profile = always ? Profile(p => p.Criterion("c", d => d.Activity ?? double.NaN).Is(test).Weight(1))
            : Profile(p => p.Criterion("c", d => d.Activity).Is(test).Weight(1));
        var deals = Enumerable.Range(0, 600).Select(i => new Deal(Activity: i % 3 == 0 ? null : i)).ToArray();
        var decisions = profile.DecideAll(deals, AsOf);
        Assert.Equal((0, 3), (test.Single, test.Columns));
        Assert.Equal(deals.Select(deal => profile.Decide(deal, AsOf)), decisions);
        Assert.Equal(200, decisions.Count(decision => decision.Unknown.Count == 1));
    }

    [Fact]
    public void EvaluateMany_OfAnOwnTestOnTexts_SeesWhereTheyAreMissing()
    {
        var profile = QualificationProfile.Create<string?[]>("p", p =>
        {
            p.Criterion("text", d => d[0]).Is(new Lengths()).Weight(1);
            p.QualifyAt(50);
        });
        string?[][] rows = [["long"], [null], ["x"]];
        Assert.Equal(
            [Verdict.Qualified, Verdict.NeedsDiscovery, Verdict.Disqualified],
            profile.DecideAll(rows, AsOf).Select(decision => decision.Verdict));
    }

    [Fact]
    public void TargetOf_AnOwnTest_IsNamedByRemedies()
    {
        var profile = Profile(p => p.Criterion("activity", d => d.Activity).Is(new Square()).Weight(100));
        var remedy = Assert.Single(profile.Explain(new Deal(Activity: 0.1), AsOf).Remedies);
        var change = Assert.Single(remedy.Steps);
        Assert.Equal(MessageIds.RequireAtLeast, change.Target!.MessageId);
        Assert.Equal(Math.Sqrt(0.5), (double)change.Target.Arguments[0]!, 1e-3);
    }

    [Fact]
    public void GapOf_AnOwnTest_IsShown() =>
        Assert.Equal(0.4, Profile(p => p.Criterion("activity", d => d.Activity).Is(new Square()).Weight(100))
            .Explain(new Deal(Activity: 0.6), AsOf)["activity"].Gap);

    [Fact]
    public void BoundFor_AnOwnCurve_IsNamedByRemedies()
    {
        var profile = Profile(p => p.Criterion("activity", d => d.Activity).Curve(new Root()).Weight(100));
        var change = Assert.Single(Assert.Single(profile.Explain(new Deal(Activity: 0.04), AsOf).Remedies).Steps);
        Assert.Equal(0.25, (double)change.Target!.Arguments[0]!, 1e-3);
    }

    [Fact]
    public void Excludes_OfAnOwnTest_FindsGatesThatContradictEachOther()
    {
        Func<Deal, double?> activity = d => d.Activity;
        var profile = Profile(p =>
        {
            p.Criterion("low", activity).Below(0).Required();
            p.Criterion("high", activity).Is(new Square()).Required();
        });
        Assert.Equal("high", Assert.Single(profile.Lint, lint => lint.Code == "gate.contradiction").Id);
    }

    [Fact]
    public void Keep_OfAnOwnTest_IsWhatIsJudgedAndShown()
    {
        var reads = 0;
        var profile = QualificationProfile.Create<string>("p", p => p.Criterion("c", _ => Lazily()).Is(new Copied()).Required());
        Assert.Equal([1, 2], (IEnumerable<object>)profile.Explain("deal", AsOf)["c"].Actual!);
        Assert.Equal(1, reads);

        IEnumerable<int> Lazily()
        {
            reads++;
            yield return 1;
            yield return 2;
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ReadsValue_OfAnOwnCriterion_SaysWhetherAMissingValueIsShown(bool readsValue)
    {
        var profile = Profile(p => p.Criterion("budget", new Reading(readsValue)).Required());
        var text = profile.Explain(new Deal(), AsOf).ToText(ExplanationTexts.English);
        Assert.Equal(readsValue, text.Contains(ExplanationTexts.English[MessageIds.ValueMissing], StringComparison.Ordinal));
    }

    private static QualificationProfile<Deal> Profile(Action<ProfileBuilder<Deal>> define) => QualificationProfile.Create<Deal>("own", p =>
    {
        define(p);
        p.QualifyAt(50);
    });

    private sealed class Half(double answer) : ValueCondition<double>
    {
        public override Requirement Requirement => Requirement.Text("half");

        public override double HighestValue => 0.5;

        protected override Answer Evaluate(double value, in EvaluationContext context) => Answer.Of(answer);
    }

    private sealed class Round(bool isGraded, double otherwise = 0) : ValueCondition<decimal>
    {
        public override Requirement Requirement => Requirement.Text("round");

        public override bool IsGraded => isGraded;

        protected override Answer Evaluate(decimal value, in EvaluationContext context) => Answer.Of(value % 1_000 == 0 ? 1 : otherwise);
    }

    private sealed class Contradiction : Criterion<Deal>
    {
        public override bool IsGraded => false;

        public override double HighestValue => 0.5;

        protected override Answer Evaluate(Deal item, in EvaluationContext context) => Answer.Unmet;
    }

    private sealed class Counting : ValueCondition<double>
    {
        public int Single { get; private set; }

        public int Columns { get; private set; }

        public override Requirement Requirement => Requirement.Text("even");

        public override bool IsGraded => false;

        protected override Answer Evaluate(double value, in EvaluationContext context)
        {
            Single++;
            return Answer.From(value % 2 == 0);
        }

        protected override void EvaluateMany(double[] values, bool[] missing, int count, in EvaluationContext context, Answer[] answers)
        {
            Columns++;
            for (var i = 0; i < count; i++) answers[i] = Answer.From(values[i] % 2 == 0);
        }
    }

    private sealed class Lengths : ValueCondition<string>
    {
        public override Requirement Requirement => Requirement.Text("long");

        protected override Answer Evaluate(string value, in EvaluationContext context) => throw new NotSupportedException("columns alone");

        protected override void EvaluateMany(string[] values, bool[] missing, int count, in EvaluationContext context, Answer[] answers)
        {
            for (var i = 0; i < count; i++) answers[i] = Answer.From(!missing[i] && values[i].Length > 1);
        }
    }

    /// <summary>The square of a number from 0 to 1.</summary>
    private sealed class Square : ValueCondition<double>
    {
        public override Requirement Requirement => Requirement.Text("near 1");

        protected override Answer Evaluate(double value, in EvaluationContext context) => Answer.Of(Math.Min(value * value, 1));

        protected override object? GapOf(double value, in EvaluationContext context) => Math.Max(0, 1 - value);

        protected override bool Excludes(ValueCondition<double> other) => other.Requirement.MessageId == MessageIds.RequireBelow;

        protected override RemedyTarget? TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context)
        {
            if (!isLeast) return null;
            var least = Math.Ceiling(Math.Sqrt(answer) * 10_000) / 10_000;
            return new RemedyTarget(new Requirement(MessageIds.RequireAtLeast, least), Evaluate(least, in context));
        }
    }

    private sealed class Root : Curve
    {
        public override double At(double x) => Math.Sqrt(Math.Min(x, 1));

        protected override int Direction => 1;

        protected override double BoundFor(double value, bool isLeast) => value * value;
    }

    private sealed class Copied : ValueCondition<IEnumerable<int>>
    {
        public override Requirement Requirement => Requirement.Text("any");

        protected override Answer Evaluate(IEnumerable<int> value, in EvaluationContext context) => Answer.From(value.Any());

        protected override IEnumerable<int> Keep(IEnumerable<int> value) => value.ToArray();
    }

    private sealed class Reading(bool readsValue) : Criterion<Deal>
    {
        public override Requirement Requirement => Requirement.Text("budget");

        protected override bool ReadsValue => readsValue;

        protected override Answer Evaluate(Deal item, in EvaluationContext context) => Answer.Unknown;
    }
}
