using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Scoring;

/// <summary>A strategy of the user's own, by the door of the built-in ones.</summary>
public class OwnStrategyTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void ScoreBy_OwnStrategy_DecidesExplainsAndReplays()
    {
        var profile = Build(layout => new Median(layout));
        Assert.Equal("median/1", profile.Strategy);
        var items = Enumerable.Range(0, 600)
            .Select(i => new[] { i % 7 / 6.0, i % 5 / 4.0, i % 3 == 0 ? double.NaN : i % 11 / 10.0 })
            .ToArray();
        var expected = Array.ConvertAll(items, item => profile.Decide(item, AsOf));
        Assert.Equal(expected, profile.DecideAll(items, AsOf));
        Assert.Equal(expected, profile.DecideAll(items, AsOf, 2));
        foreach (var item in items.Take(50))
        {
            var result = profile.Explain(item, AsOf);
            Assert.Equal(profile.Decide(item, AsOf), result.Decision);
            Assert.Equal(result.DisplayScore, result.Lines.Sum(l => l.Points));
            Assert.Equal(result.Decision, profile.Replay(DecisionRecord.Parse(result.ToRecord().ToJson())).Decision);
        }

        Assert.Equal(50, profile.Decide([0, 0.5, 1], AsOf).Score);
        Assert.Empty(profile.Lint);
        Assert.Contains("median/1", profile.Declaration, StringComparison.Ordinal);
    }

    [Fact]
    public void ScoreBy_BrokenStrategy_IsAFaultOfTheProfile()
    {
        Fails("strategy.missing", "null", _ => null!);
        Fails("strategy.broken", "NotSupportedException: no luck", _ => throw new NotSupportedException("no luck."));
        Fails("strategy.broken", "NotSupportedException: in Check", layout =>
            new Own(layout) { OnCheck = () => throw new NotSupportedException("in Check") });
        Fails("strategy.broken", "NotSupportedException: in Declare", layout =>
            new Own(layout) { OnDeclare = () => throw new NotSupportedException("in Declare") });
        Fails("strategy.broken", "NotSupportedException: in Score", layout =>
            new Own(layout) { OnScore = _ => throw new NotSupportedException("in Score") });
        Fails("strategy.broken", "NaN", layout => new Own(layout) { OnScore = _ => ScoreRange.Known(double.NaN) });
        Fails("strategy.broken", "ArgumentNullException", _ => new Own(null!));
        Fails("strategy.name", "Own is null", layout => new Own(layout) { OwnName = null! });
        Fails("strategy.name", "Own is blank", layout => new Own(layout) { OwnName = " \t" });
        Fails("median.few", "at least four", layout =>
            new Own(layout) { OnFaults = faults => faults.Add("median.few", "A median of at least four.") });
        Fails("median.sign", "\"a\": is odd; must be even.", layout =>
            new Own(layout) { OnFaults = faults => faults.Add("median.sign", "a", "is odd", "must be even") });
        Fails("strategy.broken", "ArgumentException", layout => new Own(layout) { OnFaults = faults => faults.Add(" ", "blank code") });

        static void Fails(string code, string words, Func<ScoringLayout, ScoringStrategy> make)
        {
            var fault = Assert.Single(Assert.Throws<QualificationProfileException>(() => Build(make)).Faults);
            Assert.Equal(code, fault.Code);
            Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ScoreBy_StrategyMadeForAnotherProfile_IsAFault()
    {
        ScoringStrategy? first = null;
        Build(layout => first = new Own(layout));
        var fault = Assert.Single(Assert.Throws<QualificationProfileException>(() => Build(_ => first!)).Faults);
        Assert.Equal("strategy.layout", fault.Code);
        Assert.Contains("Own", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN, 0, 100)]
    [InlineData(50, 60, 100)]
    [InlineData(50, 0, 40)]
    [InlineData(50, -1, 100)]
    [InlineData(50, 0, 101)]
    [InlineData(50, double.NaN, 100)]
    [InlineData(50, 0, double.PositiveInfinity)]
    public void ScoreRange_OutOfOrder_IsRefusedWithItsNumbers(double score, double lowest, double highest) =>
        Assert.Contains(
            "0 <= lowest <= score <= highest <= 100",
            Assert.Throws<ArgumentException>(() => new ScoreRange(score, lowest, highest)).Message, StringComparison.Ordinal);

    [Fact]
    public void ScoreRange_MissedByARounding_IsBroughtBack()
    {
        var range = new ScoreRange(100 + 1e-12, -1e-12, 100 + 1e-10);
        Assert.Equal(0, range.Lowest);
        Assert.Equal(100, range.Score);
        Assert.Equal(100, range.Highest);
        Assert.Equal(100, ScoreRange.Known(100 + 1e-12).Lowest);
        Assert.Equal(100, ScoreRange.Known(100 + 1e-12).Score);
        Assert.Equal(new ScoreRange(5, 5, 5), ScoreRange.Known(5));
        Assert.True(ScoreRange.Known(5) != ScoreRange.Known(6));
        Assert.True(ScoreRange.Known(5) == ScoreRange.Known(5) && ScoreRange.Known(5).GetHashCode() == ScoreRange.Known(5).GetHashCode());
        Assert.Equal("50 [0, 100]", new ScoreRange(50, 0, 100).ToString());
    }

    [Fact]
    public void Decide_StrategyThatThrowsLater_LeavesTheThreadUsable()
    {
        var throws = false;
        var profile = Build(layout =>
            new Own(layout) { OnScore = _ => throws ? throw new NotSupportedException("later") : new ScoreRange(50, 0, 100) });
        var before = profile.Decide([1, 1, 1], AsOf);
        throws = true;
        Assert.Throws<NotSupportedException>(() => profile.Decide([1, 1, 1], AsOf));
        Assert.Throws<NotSupportedException>(() => profile.DecideAll([[1, 1, 1]], AsOf));
        throws = false;
        Assert.Equal(before, profile.Decide([1, 1, 1], AsOf));
    }

    [Fact]
    public void Lines_ContributionsThatCannotBe_AreRefusedWithTheStrategysName()
    {
        ScoringLayout? foreign = null;
        Build(layout => new Own(foreign = layout));
        Refused("explains 49 points of a score of 50", layout => [ScoreLine.Of(layout.Criteria[0], 49)]);
        Refused("has null at index 1", layout => [ScoreLine.Of(layout.Criteria[0], 50), null!]);
        Refused("explains 0 points", _ => []);
        Refused("null", _ => null!);
        Refused("two lines for the criterion \"a\"", layout =>
            [ScoreLine.Of(layout.Criteria[0], 25), ScoreLine.Of(layout.Criteria[0], 25)]);
        Refused("the criterion \"a\"; it must be one of its layout", _ => [ScoreLine.Of(foreign!.Criteria[0], 50)]);
        Refused("the group \"g\"; it must be one of its layout", layout =>
            [ScoreLine.Of(layout.Criteria[0], 60), ScoreLine.Cap(foreign!.Groups[0], -10)]);
        Refused("base at index 1", layout => [ScoreLine.Of(layout.Criteria[0], 25), ScoreLine.Base(25)]);

        static void Refused(string words, Func<ScoringLayout, IEnumerable<ScoreLine>> explain)
        {
            var result = Build(layout => new Own(layout) { OnExplain = () => explain(layout) }).Explain([1, 1, 1], AsOf);
            var message = Assert.Throws<InvalidOperationException>(() => result.Lines).Message;
            Assert.Contains(words, message, StringComparison.Ordinal);
            Assert.Contains("\"own/1\"", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Lines_BaseAloneOrBoundsToo_AddUpToTheScore()
    {
        foreach (var explain in new Func<ScoringLayout, IEnumerable<ScoreLine>>[]
        {
            _ => [ScoreLine.Base(50 - 9e-7)],
            layout => [ScoreLine.Base(20), ScoreLine.Of(layout.Criteria[1], 40), ScoreLine.Cap(layout.Groups[0], -10)],
            layout => [ScoreLine.Of(layout.Criteria[1], 40), ScoreLine.Floor(layout.Groups[0], 10 + 5e-7)],
        })
        {
            var result = Build(layout => new Own(layout) { OnExplain = () => explain(layout) }).Explain([1, 1, 1], AsOf);
            Assert.Equal(50m, result.DisplayScore);
            Assert.Equal(50m, result.Lines.Sum(l => l.Points));
            Assert.NotEqual("", result.ToText(ExplanationTexts.English));
        }
    }

    [Fact]
    public void ScoreLine_ArgumentsThatAreNone_AreRefused()
    {
        Assert.Contains(
            "NaN", Assert.Throws<ArgumentOutOfRangeException>(() => ScoreLine.Base(double.NaN)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ScoreLine.KeptAtZero(1.1e15));
        Assert.Throws<ArgumentNullException>(() => ScoreLine.Of(null!, 1));
        Assert.Throws<ArgumentNullException>(() => ScoreLine.Cap(null!, 1));
        Assert.Throws<ArgumentNullException>(() => ScoreLine.Floor(null!, 1));
    }

    private static QualificationProfile<double[]> Build(
        Func<ScoringLayout, ScoringStrategy> strategy) => QualificationProfile.Create<double[]>("own", p =>
    {
        p.Criterion("a", x => x[0]).Linear(0, 1).Weight(1);
        p.Group("g", g => g.Criterion("b", x => x[1]).Linear(0, 1).Weight(1)).Cap(0.5);
        p.Criterion("c", x => x[2]).Linear(0, 1).Weight(1);
        p.ScoreBy(strategy).QualifyAt(50);
    });

    /// <summary>The middle value; the unknown ones are all at 0 or all at 1 for the range, and 0 in the score.</summary>
    private sealed class Median(ScoringLayout layout) : ScoringStrategy(layout)
    {
        public override string Name => "median/1";

        protected internal override ScoreRange Score(AnswerSheet answers)
        {
            var lowest = Middle(answers, 0);
            return new ScoreRange(lowest, lowest, Middle(answers, 1));
        }

        protected internal override IEnumerable<ScoreLine> Explain(AnswerSheet answers)
        {
            var score = Score(answers).Score;
            yield return ScoreLine.Of(Layout.Scored[0], score);
        }

        private double Middle(AnswerSheet answers, double unknown)
        {
            var values = Layout.Scored.Select(c => answers[c].IsKnown ? answers.ValueOf(c) : unknown).OrderBy(v => v).ToList();
            return 100 * values[values.Count / 2];
        }
    }

    private sealed class Own(ScoringLayout layout) : ScoringStrategy(layout)
    {
        public string OwnName { get; init; } = "own/1";

        public Action OnCheck { get; init; } = () => { };

        public Action<StrategyFaults> OnFaults { get; init; } = _ => { };

        public Action OnDeclare { get; init; } = () => { };

        public Func<AnswerSheet, ScoreRange> OnScore { get; init; } = _ => new ScoreRange(50, 0, 100);

        public Func<IEnumerable<ScoreLine>> OnExplain { get; init; } = () => [];

        public override string Name => OwnName;

        protected internal override void Check(StrategyFaults faults)
        {
            OnCheck();
            OnFaults(faults);
        }

        protected internal override void Declare(DeclarationWriter writer) => OnDeclare();

        protected internal override ScoreRange Score(AnswerSheet answers) => OnScore(answers);

        protected internal override IEnumerable<ScoreLine> Explain(AnswerSheet answers) => OnExplain();
    }
}
