using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

/// <summary>What an explanation shows of a value, whatever the code of the user's does.</summary>
public class ShownValueTests
{
    [Fact]
    public void ToText_RuleWithoutAValue_ShowsNone()
    {
        Assert.Equal("+ c: met (asked: as the profile's rule says)", LineOf(true, b => b.Criterion("c").Satisfies(_ => true)));
        Assert.Equal("- c: unmet (asked: as the profile's rule says)", LineOf(true, b => b.Criterion("c").Satisfies(_ => false)));
        Assert.Equal("? c: unknown (asked: as the profile's rule says)", LineOf(true, b => b.Criterion("c").Satisfies(_ => (bool?)null)));
        Assert.Equal(
            "- c: inte uppfyllt (krav: enligt profilens regel)",
            LineOf(true, b => b.Criterion("c").Satisfies(_ => false), ExplanationTexts.Swedish));
        Assert.Equal("? c: unknown, missing (asked: yes)", LineOf<bool?>(null, b => b.Criterion("c", d => d.Value).IsTrue()));
    }

    [Fact]
    public void Reads_RuleThatHandsOverItsValue_ShowsIt()
    {
        var list = new List<string> { "a", "b" };
        var result = Asking.Explain(
            7, b => b.Criterion("c")
            .Reads((box, asOf) => new CriterionReading(Answer.From(box.Value > 9 && asOf == Asking.AsOf), box.Value, 2L)));
        Assert.Equal((AnswerState.Unmet, (object)7, (object)2L), (result.State, result.Actual!, result.Gap!));
        Assert.Equal(
            "- c: unmet, 7 (asked: as the profile's rule says); off by 2",
            LineOf(7, b => b.Criterion("c").Reads((box, _) => new CriterionReading(Answer.Unmet, box.Value, 2L))));
        Assert.Equal(
            "? c: unknown, missing (asked: as the profile's rule says)",
            LineOf(7, b => b.Criterion("c").Reads((_, _) => new CriterionReading(Answer.Unknown))));
        Assert.Equal(0.25, Asking.Answer(7, b => b.Criterion("c").Reads((_, _) => new CriterionReading(Answer.Of(0.25)))).Value);

        var kept = Asking.Explain(7, b => b.Criterion("c").Reads((_, _) => new CriterionReading(Answer.Met, list)));
        list[0] = "changed";
        Assert.Equal(["a", "b"], Assert.IsAssignableFrom<IReadOnlyList<string>>(kept.Actual));
        Assert.Throws<NotSupportedException>(() => ((IList<string>)kept.Actual!)[0] = "changed");
    }

    [Fact]
    public void Reads_Recorded_IsReplayed()
    {
        var profile = QualificationProfile.Create<Box<int>>(
            "one", p => p.Criterion("c").Reads((box, _) => new CriterionReading(Answer.Of(0.75), box.Value, 3L)).Required());
        var result = profile.Explain(new(7), Asking.AsOf);
        Assert.Equal(
            result.ToText(ExplanationTexts.English), profile.Replay(DecisionRecord.Parse(result.ToRecord().ToJson()))
            .ToText(ExplanationTexts.English));
        Assert.Throws<ArgumentNullException>("rule", () => QualificationProfile.Create<int>("x", p => p.Criterion("c").Reads(null!)));
    }

    [Fact]
    public void ToText_RequirementThatNoCatalogKnows_ShowsIdAndArguments()
    {
        Assert.Equal(
            "+ c: met (asked: crm.seats (5, yes, a, b))",
            LineOf(1, b => b.Criterion("c", new Own(new Requirement("crm.seats", 5, true, new[] { "a", "b" })))));
        Assert.Equal("+ c: met (asked: crm.seats)", LineOf(1, b => b.Criterion("c", new Own(new Requirement("crm.seats")))));
        Assert.Equal(
            "+ c: met (asked: require.between (5))",
            LineOf(1, b => b.Criterion("c", new Own(new Requirement(MessageIds.RequireBetween, 5)))));
        var texts = ExplanationTexts.English.With("en", new Dictionary<string, string> { ["crm.seats"] = "{0} seats of {3}" });
        Assert.Equal("+ c: met (asked: crm.seats (5))", LineOf(1, b => b.Criterion("c", new Own(new Requirement("crm.seats", 5))), texts));
        Assert.Equal(
            "+ c: met (asked: 5 seats of 8)", LineOf(1, b => b.Criterion("c", new Own(new Requirement("crm.seats", 5, 6, 7, 8))), texts));
    }

    [Fact]
    public void Text_AnyWords_AreShownAsTheyAre()
    {
        Assert.Equal(
            "+ c: met (asked: at least {0} of {braces})",
            LineOf(1, b => b.Criterion("c", new Own(Requirement.Text("at least {0} of {braces}")))));
        Assert.Equal(
            "+ c: uppfyllt (krav: signed)",
            LineOf(1, b => b.Criterion("c", new Own(Requirement.Text("signed"))), ExplanationTexts.Swedish));
        Assert.Throws<ArgumentException>("text", () => Requirement.Text(" "));
        Assert.Throws<ArgumentNullException>("text", () => Requirement.Text(null!));
    }

    [Fact]
    public void ToText_ValueWhoseCodeThrows_ShowsItsType()
    {
        var endless = new List<object?>();
        endless.Add(endless);
        Assert.Equal("+ c: met, Mute (asked: r)", LineOf(1, b => b.Criterion("c", new Own(Requirement.Text("r"), new Mute()))));
        Assert.Equal(
            "+ c: met, Mute (asked: r)",
            LineOf(1, b => b.Criterion("c", new Own(new Requirement(MessageIds.RequireText, "r"), new MuteNumber())), null)
            .Replace("MuteNumber", "Mute"));
        Assert.Equal(
            "+ c: met, a, Mute (asked: r)",
            LineOf(1, b => b.Criterion("c", new Own(Requirement.Text("r"), new object?[] { "a", new Mute() }))));
        var values = ExplanationTexts.English;
        Assert.Equal("…", values.Value(endless));
        Assert.Equal(nameof(Broken), values.Value(new Broken()));
        foreach (var value in new object?[] { double.NaN, double.PositiveInfinity, double.MaxValue, float.NegativeInfinity,
            decimal.MinValue, DateTime.MaxValue, TimeSpan.MinValue, (EvidenceLevel)77, DayOfWeek.Monday, 'x', Guid.Empty, "\ud800", null })
        {
            Assert.NotNull(values.Value(value));
            Assert.NotNull(values.Value(value, "SEK"));
        }
    }

    [Fact]
    public void Missing_AnyVerdict_IsAllThatIsUnknownInOrder()
    {
        var result = ReviewDeal.Profile().Explain(new ReviewDeal { Budget = 1, HasPain = true }, Asking.AsOf);
        Assert.Equal(Verdict.Disqualified, result.Verdict);
        Assert.Empty(result.Questions);
        Assert.Equal(
            result.Criteria.Where(c => c.State == AnswerState.Unknown && c.Criterion.Kind == CriterionKind.Condition).Select(c => c.Id),
                result.Missing.Select(c => c.Id));
        Assert.Equal(
            "authority, industry, close, recency, activity, interests, competitor, project, response, champion, meeting",
            string.Join(", ", result.Missing.Select(c => c.Id)));
        Assert.Equal("Who signs?", ExplanationTexts.English.Question(result.Missing[0].Criterion));
        Assert.Empty(ReviewDeal.Profile().Explain(ReviewDeal.Good(), Asking.AsOf).Missing);
        // Known, but for the date of its points.
        var undated = ReviewDeal.Good();
        undated.EngagementDate = null;
        Assert.Equal(["activity"], ReviewDeal.Profile().Explain(undated, Asking.AsOf).Missing.Select(c => c.Id));
    }

    private static string LineOf<TValue>(
        TValue value, Func<CriteriaBuilder<Box<TValue>>, CriterionBuilder<Box<TValue>>> ask, ExplanationTexts? texts = null) =>
        QualificationProfile.Create<Box<TValue>>("one", p =>
        {
            ask(p).Weight(10);
            p.QualifyAt(50);
        }).Explain(new(value), Asking.AsOf).ToText(texts ?? ExplanationTexts.English).Split('\n')
            .Single(line => line.IndexOf(" c: ", StringComparison.Ordinal) >= 0 && line.IndexOf('(') >= 0).Trim();

    private sealed class Own(Requirement requirement, object? actual = null) : Criterion<Box<int>>
    {
        public override Requirement Requirement => requirement;

        protected internal override Answer Evaluate(Box<int> item, in EvaluationContext context) => Answer.Met;

        protected internal override CriterionReading Read(Box<int> item, in EvaluationContext context) => new(Answer.Met, actual);
    }

    private sealed class Mute
    {
        public override string ToString() => throw new InvalidOperationException("It does not say.");
    }

    private sealed class MuteNumber : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => throw new FormatException();
    }

    private sealed class Broken : System.Collections.IEnumerable
    {
        public System.Collections.IEnumerator GetEnumerator() => throw new InvalidOperationException();
    }
}
