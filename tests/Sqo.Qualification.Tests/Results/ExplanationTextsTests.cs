using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class ExplanationTextsTests
{
    public static TheoryData<string> AllIds
    {
        get
        {
            var ids = new TheoryData<string>();
            foreach (var constant in typeof(MessageIds).GetFields()) ids.Add((string)constant.GetRawConstantValue()!);
            return ids;
        }
    }

    [Theory]
    [MemberData(nameof(AllIds))]
    public void Indexer_EveryId_HasATextInBothLanguagesWithTheSamePlaceholders(string id)
    {
        Assert.Equal(PlaceholdersOf(ExplanationTexts.English[id]), PlaceholdersOf(ExplanationTexts.Swedish[id]));
        Assert.NotEqual("", ExplanationTexts.English[id].Trim());
    }

    [Fact]
    public void Ids_OfBothLanguages_AreTheMessageIds()
    {
        var ids = typeof(MessageIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).OrderBy(id => id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(ids, ExplanationTexts.English.Ids.Where(id => !IsForOne(id)).OrderBy(id => id));
        Assert.Equal(ids, ExplanationTexts.Swedish.Ids.Where(id => !IsForOne(id)).OrderBy(id => id));
        var ones = ExplanationTexts.English.Ids.Where(IsForOne).OrderBy(id => id).ToList();
        Assert.Equal(ones, ExplanationTexts.Swedish.Ids.Where(IsForOne).OrderBy(id => id));
        Assert.All(ones, id => Assert.Contains(id.Substring(0, id.Length - ExplanationTexts.OneSuffix.Length), ids));

        static bool IsForOne(string id) => id.EndsWith(ExplanationTexts.OneSuffix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessageIds.RequireWithinNext, "within the next day", "within the next 2 days")]
    [InlineData(MessageIds.RequireWithinLast, "within the last day", "within the last 2 days")]
    [InlineData(MessageIds.RequireCountAtLeast, "at least 1 entry", "at least 2 entries")]
    [InlineData(MessageIds.RequireHalfLife, "recent (half the points after 1 day)", "recent (half the points after 2 days)")]
    [InlineData(MessageIds.RequireHalvedAfter, "half the points after 1 day", "half the points after 2 days")]
    [InlineData(MessageIds.RiskTooFewWon, "1 won deal, 1 are needed", "2 won deals, 1 are needed")]
    [InlineData(
        MessageIds.RiskLongOpen, "open for 1 day; 1 of 1 won deals took at most 1", "open for 2 days; 1 of 1 won deals took at most 1")]
    public void Message_OfOne_IsInTheSingular(string id, string one, string two)
    {
        Assert.Equal(one, ExplanationTexts.English.Message(id, 1, 1, 1, 1));
        Assert.Equal(one, ExplanationTexts.English.Message(id, 1.0, 1, 1, 1));
        Assert.Equal(two, ExplanationTexts.English.Message(id, 2, 1, 1, 1));
    }

    [Fact]
    public void Requirement_OfOneDay_CountsTheFirstNumber()
    {
        var profile = QualificationProfile.Create<ReviewDeal>("x", p =>
        {
            p.Activities("a", _ => [], a => a.WithinLast("one", 1, "call").Required());
            p.QualifyAt(0);
        });
        Assert.Equal("call: within the last day", ExplanationTexts.English.Requirement(profile.Criteria[0]));
        Assert.Equal("call: inom den senaste dagen", ExplanationTexts.Swedish.Requirement(profile.Criteria[0]));
    }

    [Fact]
    public void With_TextOfACount_ReplacesThatForOneToo()
    {
        const string one = MessageIds.RequireWithinNext + ExplanationTexts.OneSuffix;
        var danish = ExplanationTexts.English.With("da", new Dictionary<string, string> { [MessageIds.RequireWithinNext] = "om {0} dage" });
        Assert.Equal("om 1 dage", danish.Message(MessageIds.RequireWithinNext, 1));
        danish = danish.With("da", new Dictionary<string, string> { [one] = "om {0} dag" });
        Assert.Equal("om 1 dag", danish.Message(MessageIds.RequireWithinNext, 1));
        Assert.Equal("om 3 dage", danish.Message(MessageIds.RequireWithinNext, 3));
        Assert.Throws<ArgumentException>(() => danish.With("da", new Dictionary<string, string> { [one] = "om {1} dag" }));
    }

    [Fact]
    public void Indexer_UnknownId_NamesItAndTheLanguage()
    {
        var fault = Assert.Throws<KeyNotFoundException>(() => ExplanationTexts.English["no.such"]);
        Assert.Contains("\"no.such\"", fault.Message, StringComparison.Ordinal);
        Assert.Contains("\"en\"", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_OwnLanguage_IsUsedAndLeavesTheOthersAsTheyAre()
    {
        var danish = ExplanationTexts.English.With(
            "da",
            new Dictionary<string, string>
            {
                [MessageIds.VerdictNearMiss] = "Tæt på",
                [MessageIds.RequireAtLeast] = "mindst {0}",
                ["own.text"] = "eget {0}",
            },
            new TextFormats(",", ".", moneyPattern: "{0} {1}", datePattern: "{4}.{1}.{0}"));
        Assert.Equal("da", danish.Language);
        var text = ReviewDeal.Profile().Explain(ReviewDeal.Typical(), Asking.AsOf).ToText(danish);
        Assert.Contains("Tæt på", text, StringComparison.Ordinal);
        Assert.Contains("mindst 10.000 SEK", text, StringComparison.Ordinal);
        Assert.Contains("23.11.2026 09:30", text, StringComparison.Ordinal);
        Assert.Equal("eget 7", danish.Message("own.text", 7));
        Assert.Equal("Near miss", ExplanationTexts.English.Verdict(Verdict.NearMiss));
        Assert.DoesNotContain("own.text", ExplanationTexts.English.Ids);
    }

    [Theory]
    [InlineData(MessageIds.RequireAtLeast, "at least {1}")]
    [InlineData(MessageIds.RequireAtLeast, "at least {0")]
    [InlineData(MessageIds.RequireAtLeast, "at least {x}")]
    [InlineData(MessageIds.StateMet, "met {0}")]
    [InlineData(MessageIds.ResultScore, "{5}")]
    public void With_TextThatCanNotBeFilledIn_IsRefused(string id, string text)
    {
        var fault = Assert.Throws<ArgumentException>(() =>
            ExplanationTexts.English.With("xx", new Dictionary<string, string> { [id] = text }));
        Assert.Contains(id, fault.Message, StringComparison.Ordinal);
        Assert.Contains(text, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_PlaceholdersLeftOutOrMoved_IsFine()
    {
        var texts = ExplanationTexts.English.With(
            "xx", new Dictionary<string, string> { [MessageIds.RequireBetween] = "{1} > {0}", [MessageIds.ResultScore] = "{4}" });
        Assert.Equal("2 > 1", texts.Message(MessageIds.RequireBetween, 1, 2));
    }

    [Fact]
    public void EveryMethod_NullOrUndefined_IsAnArgumentFault()
    {
        var texts = ExplanationTexts.English;
        Assert.Throws<ArgumentNullException>(() => ExplanationTexts.For(null!));
        Assert.Throws<ArgumentNullException>(() => texts.With(null!, new Dictionary<string, string>()));
        Assert.Throws<ArgumentNullException>(() => texts.With("xx", null!));
        Assert.Throws<ArgumentNullException>(() => texts[null!]);
        Assert.Throws<ArgumentNullException>(() => texts.Requirement(null!));
        Assert.Throws<ArgumentNullException>(() => texts.Question(null!));
        Assert.Throws<ArgumentNullException>(() => texts.Line(null!));
        Assert.Throws<ArgumentNullException>(() => texts.Step(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => texts.Verdict((Verdict)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => texts.State((AnswerState)9));
        var result = ReviewDeal.Profile().Explain(ReviewDeal.Good(), Asking.AsOf);
        Assert.Throws<ArgumentNullException>(() => result.ToText((CultureInfo)null!));
        Assert.Throws<ArgumentNullException>(() => result.ToText((ExplanationTexts)null!));
    }

    [Fact]
    public void Value_OfEveryType_IsWrittenInTheLanguage()
    {
        Assert.Equal("missing", En(null));
        Assert.Equal("yes", En(true));
        Assert.Equal("nej", Sv(false));
        Assert.Equal("1,234.5", En(1234.5m));
        Assert.Equal("1\u00a0234,5", Sv(1234.5));
        Assert.Equal("\u22125", Sv(-5));
        Assert.Equal("12,345", En(12_345L));
        Assert.Equal("0.1", En(0.1f));
        Assert.Equal("1E+300", En(1e300));
        Assert.Equal("NaN", En(double.NaN));
        Assert.Equal("Nov 23, 2026 09:30", En(Asking.AsOf));
        Assert.Equal("2026-11-23", Sv(Asking.AsOf.Date));
        Assert.Equal("2.5 days", En(TimeSpan.FromHours(60)));
        Assert.Equal("5,5 timmar", Sv(TimeSpan.FromHours(5.5)));
        Assert.Equal("confirmed", En(EvidenceLevel.Confirmed));
        Assert.Equal("West", En(Region.West));
        Assert.Equal("a, b", En(new[] { "a", "b" }));
        Assert.Equal("none", En(Array.Empty<int>()));
        Assert.Equal("at least 5", En(new Requirement(MessageIds.RequireAtLeast, 5)));
        Assert.Equal("SEK 10,000", ExplanationTexts.English.Value(10_000m, "SEK"));
        Assert.Equal("10\u00a0000,50\u00a0SEK", ExplanationTexts.Swedish.Value(10_000.5, "SEK"));

        static string En(object? value) => ExplanationTexts.English.Value(value);
        static string Sv(object? value) => ExplanationTexts.Swedish.Value(value);
    }

    [Fact]
    public void Value_LongOrManyLinedText_IsOneShortLine()
    {
        Assert.Equal("a b  c", ExplanationTexts.English.Value("a\nb\r\tc"));
        var cut = ExplanationTexts.English.Value(new string('x', 199) + "\ud83d\ude00" + "yyy");
        Assert.Equal(new string('x', 199) + "\u2026", cut);
        Assert.Equal(new string('x', 200), ExplanationTexts.English.Value(new string('x', 200)));
    }

    [Fact]
    public void ToText_BracesInTheUsersWords_AreLeftAlone()
    {
        var profile = QualificationProfile.Create<Box<string>>("{0} {profile}", p =>
            p.Criterion("{9}", x => x.Value).OneOf("{0}", "{").Required().Label("{label} {5}").Ask("{1}?"));
        var text = profile.Explain(new Box<string>("{2}"), Asking.AsOf).ToText(ExplanationTexts.English);
        Assert.Contains("{label} {5}: unmet, {2} (asked: one of {0}, {)", text, StringComparison.Ordinal);
    }

    private static string PlaceholdersOf(string text) =>
        string.Join(
            " ", Regex.Matches(text, @"\{[0-9]+\}").Cast<Match>().Select(m => m.Value).Distinct().OrderBy(p => p, StringComparer.Ordinal));
}
