using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Criteria;

/// <summary>What users derive enters by the door of the built-in criteria, with all that they have.</summary>
public class OwnCriterionTests
{
    [Theory]
    [InlineData(10, 0.0)]
    [InlineData(7, 0.3)]
    [InlineData(-1, null)]
    public void Criterion_OfAClass_AnswersOnEveryPath(int value, double? expected) =>
        Assert.Equal(expected, Asking.Answer(value, b => b.Criterion("c", new Distance(10))).Value);

    [Fact]
    public void Criterion_OfAClass_ShowsActualAndGapAndSurvivesAReplay()
    {
        var profile = QualificationProfile.Create<Box<int>>("p", p =>
        {
            p.Criterion("c", new Distance(10)).Weight(1);
            p.QualifyAt(50);
        });
        var result = profile.Explain(new Box<int>(7), Asking.AsOf);
        Assert.Equal(7, result["c"].Actual);
        Assert.Equal(3L, result["c"].Gap);
        var replayed = profile.Replay(DecisionRecord.Parse(result.ToRecord().ToJson()));
        Assert.Equal(result.ToText(ExplanationTexts.English), replayed.ToText(ExplanationTexts.English));
        Assert.Equal(result.ToRecord().ToJson(), replayed.ToRecord().ToJson());
    }

    [Fact]
    public void Criterion_OfAClassThatDeclares_IsInTheFingerprint()
    {
        string FingerprintOf(int target) =>
            QualificationProfile.Create<Box<int>>("p", p => p.Criterion("c", new Distance(target)).Required()).Fingerprint;
        Assert.Equal(FingerprintOf(10), FingerprintOf(10));
        Assert.NotEqual(FingerprintOf(10), FingerprintOf(11));
    }

    [Fact]
    public void Criterion_OfAClassThatSaysNothing_IsNamedByItsClass()
    {
        var profile = QualificationProfile.Create<Box<int>>("p", p => p.Criterion("c", new Silent()).Required());
        Assert.Equal(MessageIds.RequireRule, profile["c"].Requirement.MessageId);
        Assert.Equal(["Silent"], profile["c"].Requirement.Arguments);
        Assert.Contains("Sqo.Qualification.Tests.Criteria.Silent", profile.Declaration, StringComparison.Ordinal);
        Assert.Contains(
            "as the rule Silent says", profile.Explain(new Box<int>(1), Asking.AsOf).ToText(ExplanationTexts.English),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, AnswerState.Met)]
    [InlineData(3, AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown)]
    public void Is_OwnTest_AsksValuesAndNullableValues(int? value, AnswerState expected)
    {
        Assert.Equal(expected, Asking.State(value, b => b.Criterion("c", x => x.Value).Is(new Even())));
        if (value is { } known) Assert.Equal(expected, Asking.State(known, b => b.Criterion("c", x => x.Value).IsEven()));
    }

    [Fact]
    public void Is_OwnTest_ReplaysFromTheRecordedValue()
    {
        var profile = QualificationProfile.Create<Box<int>>("p", p => p.Criterion("c", x => x.Value).IsEven().Required());
        var record = profile.Explain(new Box<int>(4), Asking.AsOf).ToRecord();
        Assert.Null(record.Inputs.Single().Answer);
        Assert.True(profile.Replay(record).IsQualified);
    }

    [Fact]
    public void Decide_SelectorThatDecidesItself_DoesNotDisturbTheOuterDecision()
    {
        var inner = QualificationProfile.Create<Box<int>>("inner", p => p.AllOf("all", g =>
        {
            g.Criterion("even", x => x.Value).IsEven();
            g.Criterion("small", x => x.Value).AtMost(100);
        }).Required());
        var outer = QualificationProfile.Create<Box<int>>("outer", p =>
        {
            p.Criterion("positive", x => x.Value).Above(0).Weight(10);
            p.Criterion("nested", x => inner.Decide(x, Asking.AsOf).IsQualified).IsTrue().Weight(10);
            p.Criterion("batch", x => inner.DecideAll([x, x], Asking.AsOf).All(d => d.IsQualified)).IsTrue().Weight(10);
            p.QualifyAt(100);
        });
        var items = Enumerable.Range(-20, 600).Select(i => new Box<int>(i)).ToArray();
        var expected = Array.ConvertAll(items, x => x.Value is > 0 and <= 100 && x.Value % 2 == 0);
        Assert.Equal(expected, Array.ConvertAll(items, x => outer.Decide(x, Asking.AsOf).IsQualified));
        Assert.Equal(expected, outer.DecideAll(items, Asking.AsOf).Select(d => d.IsQualified));
    }
}

internal sealed class Distance(int target) : Criterion<Box<int>>
{
    public override Requirement Requirement => new(MessageIds.RequireEqual, target);

    protected internal override Answer Evaluate(Box<int> item, in EvaluationContext context) =>
        item.Value < 0 ? Answer.Unknown : Answer.Of(Math.Abs(target - item.Value) / (double)target);

    protected internal override CriterionReading Read(Box<int> item, in EvaluationContext context) =>
        new(Evaluate(item, in context), item.Value, (long)Math.Abs(target - item.Value));

    protected internal override void Declare(DeclarationWriter writer) => writer.Add("distance-to", target);
}

internal sealed class Silent : Criterion<Box<int>>
{
    protected internal override Answer Evaluate(Box<int> item, in EvaluationContext context) => Answer.Met;
}

internal sealed class Even : ValueCondition<int>
{
    public override Requirement Requirement { get; } = new(MessageIds.RequireRule, "even");

    protected internal override Answer Evaluate(int value, in EvaluationContext context) => Answer.From(value % 2 == 0);
}

internal static class OwnVerbs
{
    public static CriterionBuilder<T> IsEven<T>(this NumberVerbs<T, int> verbs) => verbs.Is(new Even());
}
