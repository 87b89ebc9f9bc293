using System;
using System.Linq;
using System.Text.RegularExpressions;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Verbs;

public class TextVerbsTests
{
    [Theory]
    [InlineData("saas", AnswerState.Met)]
    [InlineData("SaaS", AnswerState.Met)]
    [InlineData("FINTECH", AnswerState.Met)]
    [InlineData("saas ", AnswerState.Unmet)]
    [InlineData("", AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown)]
    public void OneOf_AnyText_MetWhenListed(string? text, AnswerState expected)
    {
        Assert.Equal(expected, Asking.State(text, b => b.Criterion("c", x => x.Value).OneOf("saas", "fintech")));
        var opposite = expected == AnswerState.Met ? AnswerState.Unmet : expected == AnswerState.Unmet ? AnswerState.Met : expected;
        Assert.Equal(opposite, Asking.State(text, b => b.Criterion("c", x => x.Value).NoneOf("saas", "fintech")));
    }

    [Fact]
    public void OneOf_SelectorOfATextThatIsNeverMissing_TakesTheSameVerbs() =>
        Assert.Equal(AnswerState.Met, Asking.State<string>("b", p => p.Criterion("c", x => x.Value).OneOf("a", "b")));

    [Fact]
    public void OneOf_Ordinal_RegardsCase()
    {
        Assert.Equal(AnswerState.Unmet, Asking.State("SaaS", b => b.Criterion("c", x => x.Value).OneOf(StringComparison.Ordinal, "saas")));
        Assert.Equal(AnswerState.Met, Asking.State("SaaS", b => b.Criterion("c", x => x.Value).NoneOf(StringComparison.Ordinal, "saas")));
        Assert.Equal(
            AnswerState.Unmet, Asking.State("SaaS", b => b.Criterion("c", x => x.Value).EqualTo("saas", StringComparison.Ordinal)));
    }

    [Fact]
    public void OneOf_InvariantCulture_ComparesLinguistically()
    {
        const string composed = "caf\u00e9";
        const string decomposed = "CAFE\u0301";
        Assert.Equal(AnswerState.Met, Asking.State(decomposed, b =>
            b.Criterion("c", x => x.Value).OneOf(StringComparison.InvariantCultureIgnoreCase, composed)));
        Assert.Equal(AnswerState.Unmet, Asking.State(decomposed, b => b.Criterion("c", x => x.Value).OneOf(composed)));
    }

    [Theory]
    [InlineData("ann@Example.com", AnswerState.Met, AnswerState.Met)]
    [InlineData("example.com", AnswerState.Unmet, AnswerState.Met)]
    [InlineData("ann@example.com.invalid", AnswerState.Met, AnswerState.Unmet)]
    [InlineData("", AnswerState.Unmet, AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown, AnswerState.Unknown)]
    public void StartsWith_AnyText_MetByItsBeginning(string? text, AnswerState starts, AnswerState ends)
    {
        Assert.Equal(starts, Asking.State(text, b => b.Criterion("c", x => x.Value).StartsWith("ANN@")));
        Assert.Equal(ends, Asking.State(text, b => b.Criterion("c", x => x.Value).EndsWith("example.com")));
    }

    [Fact]
    public void StartsWith_Ordinal_RegardsCaseAndNoCulture()
    {
        Assert.Equal(
            AnswerState.Unmet, Asking.State("Ann", b => b.Criterion("c", x => x.Value).StartsWith("ann", StringComparison.Ordinal)));
        using var scope = new CultureScope("tr-TR");
        Assert.Equal(AnswerState.Met, Asking.State("INFO@x", b => b.Criterion("c", x => x.Value).StartsWith("info")));
        Assert.Throws<QualificationProfileException>(() => Asking.State("a", b => b.Criterion("c", x => x.Value).EndsWith("")));
        Assert.Throws<ArgumentNullException>("part", () => Asking.State("a", b => b.Criterion("c", x => x.Value).EndsWith(null!)));
    }

    [Fact]
    public void OneOf_ListChangedAfterwards_KeepsTheListAsItWas()
    {
        var list = new[] { "a", "b" };
        var profile = QualificationProfile.Create<Box<string>>("p", p => p.Criterion("c", x => x.Value).OneOf(list).Required());
        list[1] = "z";
        Assert.True(profile.Decide(new Box<string>("b"), Asking.AsOf).IsQualified);
        Assert.False(profile.Decide(new Box<string>("z"), Asking.AsOf).IsQualified);
        Assert.Equal(
            ["a", "b"], Assert.IsAssignableFrom<System.Collections.Generic.IReadOnlyList<object>>(profile["c"].Requirement.Arguments[0]));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    public void OneOf_TurkishLetters_AreOrdinalUnderAnyCulture(string culture)
    {
        using var scope = new CultureScope(culture);
        string[] letters = ["I", "i", "\u0131", "\u0130"];
        foreach (var wanted in letters)
        {
            foreach (var text in letters)
            {
                var expected = wanted == text || string.Equals(wanted + text, "Ii", StringComparison.Ordinal)
                    || string.Equals(wanted + text, "iI", StringComparison.Ordinal);
                Assert.Equal(
                    expected ? AnswerState.Met : AnswerState.Unmet, Asking.State(text, b => b.Criterion("c", x => x.Value).OneOf(wanted)));
                Assert.Equal(expected ? AnswerState.Met : AnswerState.Unmet, Asking.State(text, b =>
                    b.Criterion("c", x => x.Value).Contains(wanted)));
            }
        }
    }

    [Theory]
    [InlineData("GO", AnswerState.Met)]
    [InlineData("goal", AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown)]
    public void EqualTo_AnyText_MetWhenEqual(string? text, AnswerState expected) =>
        Assert.Equal(expected, Asking.State(text, b => b.Criterion("c", x => x.Value).EqualTo("go")));

    [Theory]
    [InlineData("we need an ERP", AnswerState.Met)]
    [InlineData("erp", AnswerState.Met)]
    [InlineData("", AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown)]
    public void Contains_AnyText_MetWhenItHoldsThePart(string? text, AnswerState expected) =>
        Assert.Equal(expected, Asking.State(text, b => b.Criterion("c", x => x.Value).Contains("erp")));

    [Fact]
    public void Contains_Ordinal_RegardsCase() =>
        Assert.Equal(
            AnswerState.Unmet, Asking.State("an ERP", b => b.Criterion("c", x => x.Value).Contains("erp", StringComparison.Ordinal)));

    [Theory]
    [InlineData("x", AnswerState.Met)]
    [InlineData("", AnswerState.Unmet)]
    [InlineData(" \t\n", AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown)]
    public void IsPresent_AnyText_MetWhenVisible(string? text, AnswerState expected) =>
        Assert.Equal(expected, Asking.State(text, b => b.Criterion("c", x => x.Value).IsPresent()));

    [Theory]
    [InlineData("SE-4711", AnswerState.Met)]
    [InlineData("se-4711", AnswerState.Met)]
    [InlineData("SE4711", AnswerState.Unmet)]
    [InlineData(null, AnswerState.Unknown)]
    public void Matches_AnyText_MetWhenItMatches(string? text, AnswerState expected) =>
        Assert.Equal(expected, Asking.State(text, b => b.Criterion("c", x => x.Value).Matches("^[A-Z]{2}-[0-9]+$")));

    [Fact]
    public void Matches_CaseRegarded_UnmetByCaseAlone() => Assert.Equal(
        AnswerState.Unmet,
        Asking.State("se-4711", b =>
            b.Criterion("c", x => x.Value).Matches("^[A-Z]{2}-[0-9]+$", TimeSpan.FromSeconds(1), ignoreCase: false)));

    [Fact]
    public void Matches_TakesTooLong_IsAFaultAndNoAnswer()
    {
        // Exponential for a backtracking engine; the limit cuts it.
        var text = new string('a', 40) + "!";
        var fault = Assert.Throws<CriterionEvaluationException>(
            () => Asking.State(text, b => b.Criterion("c", x => x.Value).Matches("^(a+)+$", TimeSpan.FromMilliseconds(20))));
        Assert.IsType<RegexMatchTimeoutException>(fault.InnerException);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("en-US")]
    public void Matches_IgnoringCaseUnderAnyCulture_IsInvariant(string culture)
    {
        using var scope = new CultureScope(culture);
        Assert.Equal(AnswerState.Met, Asking.State("TITLE", b => b.Criterion("c", x => x.Value).Matches("^title$")));
    }

    [Fact]
    public void Satisfies_AnyText_IsNotAskedAboutAMissingOne()
    {
        Assert.Equal(AnswerState.Unknown, Asking.State<string?>(null, b => b.Criterion("c", x => x.Value).Satisfies(t => t.Length > 2)));
        Assert.Equal(AnswerState.Met, Asking.State<string?>("abc", b => b.Criterion("c", x => x.Value).Satisfies(t => t.Length > 2)));
        Assert.Equal(AnswerState.Unmet, Asking.State<string?>("ab", b => b.Criterion("c", x => x.Value).Satisfies(t => t.Length > 2)));
    }

    [Fact]
    public void OneOf_ManyTexts_FindsEachAndNothingElse()
    {
        var wanted = Enumerable.Range(0, 60).Select(i => "code-" + i * 7).ToArray();
        foreach (var text in Enumerable.Range(0, 430).Select(i => "CODE-" + i))
        {
            var expected = wanted.Contains(text, StringComparer.OrdinalIgnoreCase) ? AnswerState.Met : AnswerState.Unmet;
            Assert.Equal(expected, Asking.State(text, b => b.Criterion("c", x => x.Value).OneOf(wanted)));
        }
    }
}
