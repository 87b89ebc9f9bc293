using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles;

public class ErrorHandlingTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void Decide_SelectorThrows_NamesProfileAndCriterion()
    {
        var profile = Throwing(ErrorHandling.Throw);
        var fault = Assert.Throws<CriterionEvaluationException>(() => profile.Decide(new Item(1, "second"), AsOf));
        Assert.Equal("throwing", fault.ProfileName);
        Assert.Equal("second", fault.CriterionId);
        Assert.Null(fault.Row);
        Assert.Equal("boom 1", Assert.IsType<FormatException>(fault.InnerException).Message);
        Assert.Equal("Criterion \"second\" of the profile \"throwing\" could not be evaluated: FormatException: boom 1", fault.Message);
        Assert.Equal("second", Assert.Throws<CriterionEvaluationException>(() => profile.Explain(new Item(1, "second"), AsOf)).CriterionId);
    }

    [Fact]
    public void Decide_DecayDateThrows_NamesTheCriterion()
    {
        var fault = Assert.Throws<CriterionEvaluationException>(() => Throwing(ErrorHandling.Throw).Decide(new Item(1, "date"), AsOf));
        Assert.Equal("first", fault.CriterionId);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void DecideAll_SelectorsThrow_NamesTheLowestRow(int degree)
    {
        var items = Items(2_000);
        foreach (var row in new[] { 1_900, 1_300, 700, 701 }) items[row] = new Item(row, "first");
        var fault = Assert.Throws<CriterionEvaluationException>(() => Throwing(ErrorHandling.Throw).DecideAll(items, AsOf, degree));
        Assert.Equal(700, fault.Row);
        Assert.Contains("for the item at index 700", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DecideAll_TwoCriteriaThrowInOneChunk_NamesTheLowestRowAndNotTheFirstCriterion()
    {
        var items = Items(50);
        items[10] = new Item(10, "first");
        items[5] = new Item(5, "second");
        var fault = Assert.Throws<CriterionEvaluationException>(() => Throwing(ErrorHandling.Throw).DecideAll(items, AsOf));
        Assert.Equal(5, fault.Row);
        Assert.Equal("second", fault.CriterionId);
    }

    [Fact]
    public void DecideAll_DecayDateThrowsBeforeASelectorDoes_NamesTheLowestRow()
    {
        var items = Items(50);
        items[10] = new Item(10, "second");
        items[5] = new Item(5, "date");
        Assert.Equal(5, Assert.Throws<CriterionEvaluationException>(() => Throwing(ErrorHandling.Throw).DecideAll(items, AsOf)).Row);
    }

    [Theory]
    [InlineData("first")]
    [InlineData("second")]
    public void Decide_AnswerUnknown_TakesTheErrorForUnknownAndRecordsIt(string where)
    {
        var profile = Throwing(ErrorHandling.AnswerUnknown);
        var item = new Item(1, where);
        var decision = profile.Decide(item, AsOf);
        Assert.True(decision.HasErrors);
        Assert.Equal(Verdict.NeedsDiscovery, decision.Verdict);
        Assert.Equal([where], profile.CriteriaIn(decision.Unknown).Select(c => c.Id));
        var result = profile.Explain(item, AsOf);
        Assert.Equal(decision, result.Decision);
        Assert.Equal("FormatException: boom 1", result[where].Error);
        Assert.Contains("error: FormatException: boom 1", result.ToText(ExplanationTexts.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_AnswerUnknownAndDecayDateThrows_PointsAreUnknown()
    {
        var profile = Throwing(ErrorHandling.AnswerUnknown);
        var result = profile.Explain(new Item(1, "date"), AsOf);
        Assert.Equal(AnswerState.Unknown, result["first"].State);
        Assert.Equal("FormatException: boom 1", result["first"].Error);
        Assert.True(result.Decision.HasErrors);
        Assert.Equal(result.Decision, profile.Decide(new Item(1, "date"), AsOf));
    }

    [Fact]
    public void DecideAll_AnswerUnknown_EqualsDecideOnEveryPath()
    {
        var profile = Throwing(ErrorHandling.AnswerUnknown);
        var random = new SeededRandom(4);
        var items = Items(700);
        for (var i = 0; i < items.Length; i++)
        {
            if (random.Chance(0.1)) items[i] = new Item(random.Below(3), random.Pick("first", "second", "date", "all"));
        }

        var expected = Array.ConvertAll(items, item => profile.Decide(item, AsOf));
        Assert.Contains(expected, d => d.HasErrors);
        Assert.Equal(expected, profile.DecideAll(items, AsOf));
        Assert.Equal(expected, profile.DecideAll(items.ToList(), AsOf, 2));
        Assert.Equal(expected, Array.ConvertAll(items, item => profile.Explain(item, AsOf).Decision));
    }

    [Theory]
    [InlineData("first")]
    [InlineData("second")]
    [InlineData("date")]
    [InlineData("all")]
    public void Replay_RecordWithFaults_GivesTheSameBytes(string where)
    {
        var profile = Throwing(ErrorHandling.AnswerUnknown);
        for (var number = 0; number < 3; number++)
        {
            var result = profile.Explain(new Item(number, where), AsOf);
            var replayed = profile.Replay(DecisionRecord.Parse(result.ToRecord().ToJson()));
            Assert.Equal(result.Decision, replayed.Decision);
            Assert.Equal(result.ToRecord().ToJson(), replayed.ToRecord().ToJson());
            Assert.Equal(result.ToText(ExplanationTexts.English), replayed.ToText(ExplanationTexts.English));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Replay_RuleWhoseDecayDateThrew_GivesTheSameBytes(bool holds)
    {
        var profile = QualificationProfile.Create<Item>("p", p =>
        {
            p.Criterion("rule").Satisfies(_ => holds).DecayBy(item => item.Date, 7).Weight(10);
            p.Criterion("other").Satisfies(_ => true).Weight(10);
            p.QualifyAt(60).OnError(ErrorHandling.AnswerUnknown);
        });
        var result = profile.Explain(new Item(1, "date"), AsOf);
        var replayed = profile.Replay(DecisionRecord.Parse(result.ToRecord().ToJson()));
        Assert.Equal(result.Decision, replayed.Decision);
        Assert.Equal(result.ToRecord().ToJson(), replayed.ToRecord().ToJson());
    }

    [Fact]
    public void Decide_AfterAFault_IsRightAgain()
    {
        var profile = Throwing(ErrorHandling.Throw);
        var expected = profile.Decide(new Item(1), AsOf);
        Assert.Throws<CriterionEvaluationException>(() => profile.Decide(new Item(1, "second"), AsOf));
        Assert.Throws<CriterionEvaluationException>(() => profile.DecideAll([new Item(1, "second")], AsOf));
        Assert.Equal(expected, profile.Decide(new Item(1), AsOf));
    }

    [Fact]
    public void Decide_CodeAsksToStop_PassesThrough()
    {
        var profile = QualificationProfile.Create<Item>("p", p =>
        {
            p.Criterion("c").Satisfies(new Func<Item, bool>(_ => throw new OperationCanceledException())).Required();
            p.OnError(ErrorHandling.AnswerUnknown);
        });
        Assert.Throws<OperationCanceledException>(() => profile.Decide(new Item(1), AsOf));
        Assert.Throws<OperationCanceledException>(() => profile.DecideAll([new Item(1)], AsOf));
        Assert.Throws<OperationCanceledException>(() => profile.Explain(new Item(1), AsOf));
    }

    [Fact]
    public void DecideAll_Canceled_Stops()
    {
        var profile = Throwing(ErrorHandling.Throw);
        using var source = new CancellationTokenSource();
        source.Cancel();
        var items = Items(300);
        Assert.Throws<OperationCanceledException>(() => profile.DecideAll(items, AsOf, cancellationToken: source.Token));
        Assert.Throws<OperationCanceledException>(() => profile.DecideAll(items, AsOf, 2, source.Token));
        Assert.Throws<OperationCanceledException>(() => profile.DecideAll(items.ToList(), new Decision[300], AsOf, 1, source.Token));
#if SPAN_OVERLOADS
        Assert.Throws<OperationCanceledException>(() => profile.DecideAll(items.AsSpan(), new Decision[300], AsOf, source.Token));
#endif
    }

    [Fact]
    public void DecideAll_CanceledOnTheWay_StopsWithinTheChunk()
    {
        using var source = new CancellationTokenSource();
        var asked = 0;
        var profile = QualificationProfile.Create<Item>("p", p => p.Criterion("c").Satisfies(_ =>
        {
            if (++asked == 300) source.Cancel();
            return true;
        }).Required());
        Assert.Throws<OperationCanceledException>(() => profile.DecideAll(Items(2_000), AsOf, cancellationToken: source.Token));
        Assert.Equal(320, asked);
    }

    [Fact]
    public void Decide_NullItemOrLocalMoment_IsRefused()
    {
        var profile = Throwing(ErrorHandling.AnswerUnknown);
        var local = DateTime.SpecifyKind(AsOf, DateTimeKind.Local);
        Item[] one = [new Item(1)];
        Assert.Equal("item", Assert.Throws<ArgumentNullException>(() => profile.Decide(null!, AsOf)).ParamName);
        Assert.Equal("item", Assert.Throws<ArgumentNullException>(() => profile.Explain(null!, AsOf)).ParamName);
        Assert.Equal("asOf", Assert.Throws<ArgumentException>(() => profile.Decide(one[0], local)).ParamName);
        Assert.Equal("asOf", Assert.Throws<ArgumentException>(() => profile.Explain(one[0], local)).ParamName);
        Assert.Equal("asOf", Assert.Throws<ArgumentException>(() => profile.DecideAll(one, local)).ParamName);
        var mixed = Items(300);
        mixed[270] = null!;
        Assert.Contains(
            "index 270", Assert.Throws<ArgumentException>(() => profile.DecideAll(mixed, AsOf)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "index 270", Assert.Throws<ArgumentException>(() => profile.DecideAll(mixed.ToList(), AsOf, 2)).Message,
            StringComparison.Ordinal);
#if SPAN_OVERLOADS
        Assert.Equal("asOf", Assert.Throws<ArgumentException>(() => profile.DecideAll(one.AsSpan(), new Decision[1], local)).ParamName);
        Assert.Contains(
            "index 270", Assert.Throws<ArgumentException>(() => profile.DecideAll(mixed.AsSpan(), new Decision[300], AsOf)).Message,
            StringComparison.Ordinal);
#endif
    }

    [Fact]
    public void DecideAll_ArgumentsThatDoNotFit_AreRefused()
    {
        var profile = Throwing(ErrorHandling.Throw);
        var items = Items(3);
        Assert.Equal("decisions", Assert.Throws<ArgumentException>(() => profile.DecideAll(items, new Decision[2], AsOf)).ParamName);
        Assert.Equal(
            "decisions", Assert.Throws<ArgumentException>(() => profile.DecideAll(items.ToList(), new Decision[2], AsOf)).ParamName);
        Assert.Equal(
            "items", Assert.Throws<ArgumentNullException>(() => profile.DecideAll((Item[])null!, new Decision[2], AsOf)).ParamName);
        Assert.Equal("items", Assert.Throws<ArgumentNullException>(() => profile.DecideAll((IReadOnlyList<Item>)null!, AsOf)).ParamName);
        Assert.Equal("decisions", Assert.Throws<ArgumentNullException>(() => profile.DecideAll(items, null!, AsOf)).ParamName);
        Assert.Equal("degreeOfParallelism", Assert.Throws<ArgumentOutOfRangeException>(() => profile.DecideAll(items, AsOf, 0)).ParamName);
#if SPAN_OVERLOADS
        Assert.Equal(
            "decisions",
            Assert.Throws<ArgumentException>(() => profile.DecideAll(items.AsSpan(), new Decision[2].AsSpan(), AsOf)).ParamName);
#endif
    }

    [Fact]
    public void DecideAll_OpportunitiesThatAreStructs_DecidesThem()
    {
        var profile = QualificationProfile.Create<KeyValuePair<string, int>>("p", p =>
            p.Criterion("c", pair => pair.Value).AtLeast(3).Required());
        KeyValuePair<string, int>[] items = [new("a", 2), new("b", 3)];
        Assert.Equal([false, true], profile.DecideAll(items, AsOf).Select(d => d.IsQualified));
        Assert.True(profile.Decide(items[1], AsOf).IsQualified);
    }

    private static QualificationProfile<Item> Throwing(ErrorHandling handling) => QualificationProfile.Create<Item>("throwing", p =>
    {
        p.Criterion("first", item => item.First).AtLeast(1).DecayBy(item => item.Date, 7).Weight(10);
        p.Criterion("second", item => item.Second).AtLeast(1).Weight(10);
        p.QualifyAt(60).OnError(handling);
    });

    private static Item[] Items(int count)
    {
        var items = new Item[count];
        for (var i = 0; i < count; i++) items[i] = new Item(i % 3);
        return items;
    }

    /// <summary>An opportunity, some of whose properties may throw.</summary>
    private sealed class Item(int number, string throwing = "")
    {
        public int First => Get("first", number);

        public int? Second => Get("second", number);

        public DateTime? Date => Get("date", AsOf.AddDays(-number));

        private TValue Get<TValue>(string name, TValue value) =>
            throwing == name || throwing == "all" ? throw new FormatException("boom " + number) : value;
    }
}
