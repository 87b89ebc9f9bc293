using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class DecisionRecordTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void ToJson_Deal_IsAsReviewed() =>
        Snapshot.Match(RecordOf(ReviewDeal.Typical()).ToJson().Replace("},{", "},\n{"), "DecisionRecord_typical");

    [Fact]
    public void ToRecord_Deal_CarriesProfileMomentAndOutcome()
    {
        var profile = ReviewDeal.Profile();
        var result = profile.Explain(ReviewDeal.Vague(), AsOf);
        var record = DecisionRecord.Parse(result.ToRecord().ToJson());
        Assert.Equal("review", record.ProfileName);
        Assert.Equal("3", record.ProfileVersion);
        Assert.Equal(profile.Fingerprint, record.Fingerprint);
        Assert.Equal(AsOf, record.AsOf);
        Assert.Equal(AsOf.Kind, record.AsOf.Kind);
        Assert.Equal(result.Verdict, record.Verdict);
        Assert.Equal(result.Decision.Score, record.Score);
        Assert.Equal(result.Decision.Lowest, record.Lowest);
        Assert.Equal(result.Decision.Highest, record.Highest);
        Assert.Equal(
            profile.Criteria.Where(c => c.Kind == CriterionKind.Condition).OrderBy(c => c.Index).Select(c => c.Id),
                record.Inputs.Select(i => i.CriterionId));
        Assert.Equal(record.ToJson(), record.ToString());
    }

    public static TheoryData<string> HostileTexts =>
    [
        "plain",
        "\"quoted\" and \\ back \\\" both",
        "line\r\nend\ttab\u0000null\u001bescape\u007f",
        "\ud800 lone high",
        "lone low \udfff",
        "pair \ud83d\ude00",
        "separators \u2028 \u2029 \u0085",
        "{0} {1} {broken",
        "\u202eright to left",
        "",
        "\ufeff bom",
    ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void ToJson_HostileText_SurvivesUtf8AndReplays(string text)
    {
        var deal = ReviewDeal.Typical();
        deal.Industry = text;
        deal.Interests = [text, "api"];
        var profile = ReviewDeal.Profile();
        var result = profile.Explain(deal, AsOf);
        var json = result.ToRecord().ToJson();
        var throughUtf8 = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(json));
        Assert.Equal(json, throughUtf8);
        Assert.DoesNotContain('\n', json);
        var replayed = profile.Replay(DecisionRecord.Parse(throughUtf8));
        Assert.Equal(text, replayed["industry"].Actual);
        Assert.Equal(result.ToText(ExplanationTexts.English), replayed.ToText(ExplanationTexts.English));
        Assert.Equal(json, replayed.ToRecord().ToJson());
    }

    [Theory]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(0.1 + 0.2)]
    public void Replay_NumbersAtTheEnds_AreTheSameBits(double number)
    {
        var profile = QualificationProfile.Create<Box<double>>("p", p => p.Criterion("c", x => x.Value).AtLeast(1).Required());
        var result = profile.Explain(new Box<double>(number), AsOf);
        var replayed = profile.Replay(DecisionRecord.Parse(result.ToRecord().ToJson()));
        Assert.Equal(number, replayed["c"].Actual);
        Assert.Equal(result.ToText(ExplanationTexts.English), replayed.ToText(ExplanationTexts.English));
    }

    [Fact]
    public void Replay_EveryTypeOfValue_GivesTheSameBytes()
    {
        SameBytes(float.MaxValue, b => b.Criterion("c", x => x.Value).AtLeast(1));
        SameBytes(0.1f, b => b.Criterion("c", x => x.Value).Linear(0, 1));
        SameBytes(long.MinValue, b => b.Criterion("c", x => x.Value).AtLeast(1));
        SameBytes(1.10m, b => b.Criterion("c", x => x.Value).AtLeast(2m));
        SameBytes(decimal.MaxValue, b => b.Criterion("c", x => x.Value).AtLeast(decimal.MinValue));
        SameBytes(TimeSpan.FromTicks(-123456789), b => b.Criterion("c", x => x.Value).AtLeast(TimeSpan.Zero));
        SameBytes(DateTime.MinValue, b => b.Criterion("c", x => x.Value).WithinLast(10));
        SameBytes<DateTimeOffset?>(
            new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(14)), b => b.Criterion("c", x => x.Value).WithinLast(10));
        SameBytes((Region)77, b => b.Criterion("c", x => x.Value).OneOf(Region.East));
        SameBytes(EvidenceLevel.Documented, b => b.Criterion("c", x => x.Value).AtLeast(EvidenceLevel.Claimed));
        SameBytes(new List<int> { 12_345, 6 }, b => b.Criterion("c", x => x.Value).ContainsAny(6));
        SameBytes(new List<DateTime> { AsOf }, b => b.Criterion("c", x => x.Value).CountAtLeast(2));
        SameBytes(new List<Region>(), b => b.Criterion("c", x => x.Value).ContainsAll(Region.East));
        SameBytes("text", b => b.Criterion("c", x => x.Value).Satisfies(x => x.Length > 2));
        SameBytes(5, b => b.Criterion("c").Satisfies(x => x.Value > 2 ? null : true));
    }

    [Fact]
    public void Replay_ListWithMissingEntries_GivesTheSameBytes()
    {
        SameBytes(new List<string?> { null, "a" }, b => b.Criterion("c", x => x.Value).CountAtLeast(1));
        SameBytes(new List<string?> { null, "a" }, b => b.Criterion("c", x => x.Value).ContainsAny(""));
        SameBytes(new List<int?> { null, 12_345 }, b => b.Criterion("c", x => x.Value).CountAtLeast(1));
    }

    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Unspecified)]
    [InlineData(DateTimeKind.Local)]
    public void ToJson_DateOfAnyKind_DoesNotDependOnTheTimeZone(DateTimeKind kind)
    {
        var date = new DateTime(2026, 11, 1, 12, 0, 0, kind);
        SameBytes<DateTime?>(date, b => b.Criterion("c", x => x.Value).WithinLast(30).DecayBy(x => x.Value, 30));
        var profile = QualificationProfile.Create<Box<DateTime?>>("p", p => p.Criterion("c", x => x.Value).WithinLast(30).Required());
        var value = profile.Explain(new Box<DateTime?>(date), AsOf).ToRecord().Inputs[0].Text!;
        // An offset would be that of this machine.
        Assert.DoesNotMatch("[+-][0-9]{2}:[0-9]{2}$", value);
    }

    [Fact]
    public void Parse_LocalMoment_IsRefused()
    {
        var json = RecordOf(ReviewDeal.Typical()).ToJson().Replace("2026-11-23T09:30:00.0000000Z", "2026-11-23T09:30:00.0000000+01:00");
        Assert.Throws<FormatException>(() => DecisionRecord.Parse(json));
    }

    [Theory]
    [InlineData("", "line 1, column 1")]
    [InlineData("{\"format\":\"sqo-decision/2\"", "line 1, column 27")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("null", "not a JSON object")]
    [InlineData("{}", "\"format\"")]
    [InlineData("{\"format\":\"sqo-decision/1\"}", "sqo-decision/1")]
    [InlineData("{\"format\":1}", "\"format\" is not a text")]
    [InlineData("{\"format\":\"sqo-decision/2\",\"verdict\":\"Maybe\"}", "\"Maybe\"")]
    [InlineData("{\"format\":\"sqo-decision/2\",\"verdict\":\"Qualified\"}", "\"inputs\"")]
    public void Parse_NotARecord_SaysWhatIsWrong(string json, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => DecisionRecord.Parse(json)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"asOf\":\"2026-11-23T09:30:00.0000000Z\"", "\"asOf\":\"yesterday\"")]
    [InlineData("\"score\":\"", "\"score\":\"x")]
    [InlineData("\"inputs\":[", "\"inputs\":[1,")]
    [InlineData("\"inputs\":[", "\"inputs\":[{},")]
    [InlineData("\"values\":[", "\"values\":[1,")]
    [InlineData("\"fingerprint\":", "\"fingerprints\":")]
    public void Parse_DamagedRecord_IsAFormatFault(string part, string damaged)
    {
        var json = RecordOf(ReviewDeal.Typical()).ToJson();
        Assert.Contains(part, json, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => DecisionRecord.Parse(json.Replace(part, damaged)));
    }

    [Fact]
    public void Parse_CutAnywhere_IsAFormatFault()
    {
        var json = RecordOf(ReviewDeal.Typical()).ToJson();
        for (var length = 0; length < json.Length; length++) Assert.Throws<FormatException>(
            () => DecisionRecord.Parse(json.Substring(0, length)));
    }

    [Fact]
    public void Parse_Null_IsAnArgumentFault() => Assert.Throws<ArgumentNullException>(() => DecisionRecord.Parse(null!));

    [Fact]
    public void Replay_RecordOfAnotherProfile_IsRefused()
    {
        var record = RecordOf(ReviewDeal.Typical());
        var other = ReviewDeal.Profile(version: "4");
        var fault = Assert.Throws<ArgumentException>(() => other.Replay(record));
        Assert.Equal("record", fault.ParamName);
        Assert.Contains(record.Fingerprint, fault.Message, StringComparison.Ordinal);
        Assert.Contains(other.Fingerprint, fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => other.Replay(null!));
    }

    [Theory]
    [InlineData("\"id\":\"budget\"", "\"id\":\"bugdet\"", "\"budget\"")]
    [InlineData("\"value\":\"8000\"", "\"value\":\"8,0.0\"", "8,0.0")]
    [InlineData("\"type\":\"decimal\"", "\"type\":\"bool\"", "bool")]
    [InlineData("\"value\":\"Monday\"", "\"value\":\"Blueday\"", "Blueday")]
    public void Replay_InputThatDoesNotFit_NamesIt(string part, string damaged, string named)
    {
        var json = RecordOf(ReviewDeal.Typical()).ToJson();
        Assert.Contains(part, json, StringComparison.Ordinal);
        // With a SHA-256 made anew, as who forges a record would.
        var record = DecisionRecord.Parse(Resealed.Json(json.Replace(part, damaged)));
        var fault = Assert.Throws<ArgumentException>(() => ReviewDeal.Profile().Replay(record));
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"lowest\":\"", "\"lowest\":\"1")]
    [InlineData("\"profile\":\"review\"", "\"profile\":\"reviews\"")]
    [InlineData("\"version\":\"3\"", "\"version\":\"4\"")]
    [InlineData("\"value\":\"8000\"", "\"value\":\"8001\"")]
    [InlineData("\"value\":\"8000\"", "\"value\":\"8000\",\"more\":\"x\"")]
    [InlineData("\"inputs\":[", "\"more\":\"x\",\"inputs\":[")]
    [InlineData("\"asOf\":\"2026-11-23T09:30:00.0000000Z\"", "\"asOf\":\"2026-11-23T09:30:00.0000001Z\"")]
    [InlineData("\"sha256\":\"", "\"sha256\":\"0")]
    public void Parse_AnythingChanged_IsRefused(string part, string changed)
    {
        var json = RecordOf(ReviewDeal.Typical()).ToJson();
        Assert.Contains(part, json, StringComparison.Ordinal);
        Assert.Contains(
            "\"sha256\"", Assert.Throws<FormatException>(() => DecisionRecord.Parse(json.Replace(part, changed))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_NumberSpelledOtherwise_IsRefused()
    {
        var json = RecordOf(ReviewDeal.Typical()).ToJson();
        var score = System.Text.RegularExpressions.Regex.Match(json, "\"score\":\"([0-9.]+)\"").Groups[1].Value;
        Assert.Throws<FormatException>(() => DecisionRecord.Parse(json.Replace($"\"score\":\"{score}\"", $"\"score\":\"+{score}\"")));
    }

    [Fact]
    public void Parse_SpacedAndReordered_IsTheSameRecord()
    {
        var json = RecordOf(ReviewDeal.Typical()).ToJson();
        var moved = "{" + json.Substring(json.IndexOf("\"sha256\"", StringComparison.Ordinal))
            .TrimEnd('}') + "," + json.Substring(1, json.IndexOf(",\"sha256\"", StringComparison.Ordinal) - 1) + "}";
        Assert.Equal(json, DecisionRecord.Parse(moved.Replace("\",\"", "\" ,\n  \"")).ToJson());
    }

    [Fact]
    public void ToJson_Seal_IsTheSha256OfTheRest() =>
        Assert.Equal(RecordOf(ReviewDeal.Typical()).ToJson(), Resealed.Json(RecordOf(ReviewDeal.Typical()).ToJson()));

    private static DecisionRecord RecordOf(ReviewDeal deal) => ReviewDeal.Profile().Explain(deal, AsOf).ToRecord();

    private static void SameBytes<TValue>(TValue value, Func<CriteriaBuilder<Box<TValue>>, CriterionBuilder<Box<TValue>>> ask)
    {
        var profile = QualificationProfile.Create<Box<TValue>>("p", p =>
        {
            ask(p).Weight(1);
            p.QualifyAt(50);
        });
        var result = profile.Explain(new Box<TValue>(value), AsOf);
        var json = result.ToRecord().ToJson();
        var replayed = profile.Replay(DecisionRecord.Parse(json));
        Assert.Equal(result.Decision, replayed.Decision);
        Assert.Equal(json, replayed.ToRecord().ToJson());
        Assert.Equal(result.ToText(ExplanationTexts.English), replayed.ToText(ExplanationTexts.English));
        Assert.Equal(result.ToText(ExplanationTexts.Swedish), replayed.ToText(ExplanationTexts.Swedish));
    }
}
