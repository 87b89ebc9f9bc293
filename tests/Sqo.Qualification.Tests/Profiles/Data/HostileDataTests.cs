using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Data;

/// <summary>What data can cost is bounded, and it can't write into a log what nobody has said.</summary>
public class HostileDataTests
{
    private const string Forged = "a\n2026-11-23 info: all is well\u001b[2J\u2028\u202e";

    [Theory]
    [InlineData("\"m{0}\": 1", "{{{0}}}")]
    [InlineData("\"m{0}\": 1", "{{\"name\": \"x\", \"criteria\": [{{{0}}}]}}")]
    [InlineData("{{\"id\": 1, \"x{0}\": 1}}", "{{\"name\": \"x\", \"criteria\": [{0}]}}")]
    public void Parse_AMegabyteOfFaults_TakesLittleMemoryAndAShortMessage(string part, string whole)
    {
        var json = new StringBuilder();
        for (var i = 0; json.Length < 900_000; i++) json.Append(i == 0 ? "" : ",")
            .AppendFormat(System.Globalization.CultureInfo.InvariantCulture, part, i);
        var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, whole, json);
#if NET
        var before = GC.GetAllocatedBytesForCurrentThread();
#endif
        var fault = Assert.Throws<QualificationProfileException>(() => ProfileDefinition.Parse(text));
#if NET
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000_000);
#endif
        Assert.InRange(fault.Faults.Count, 1, 101);
        Assert.InRange(fault.Message.Length, 1, 100_000);
    }

    [Fact]
    public void Parse_LongNames_AreShortenedInMessages()
    {
        var name = new string('n', 1_000);
        var parts = string.Join(
            ",", Enumerable.Range(0, 60)
            .Select(i =>
            $"{{\"id\": \"{name.Substring(2)}{i:00}\", \"field\": \"flag1\", \"isTrue\": true, \"weight\": 1, \"{name}{i}\": 1}}"));
        var fault = Assert.Throws<QualificationProfileException>(
            () => ProfileDefinition.Parse($"{{\"name\": \"x\", \"criteria\": [{parts}]}}"));
        Assert.All(fault.Faults, f => Assert.InRange(f.Message.Length, 1, 1_000));
        var settings = Enumerable.Range(0, 19_000).Select(i => new ProfileSetting($"Criteria:{i}:Weight", "1")).ToArray();
#if NET
        var before = GC.GetAllocatedBytesForCurrentThread();
#endif
        var unknown = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<Probe>(
            "x",
            p =>
            {
                for (var i = 0; i < 60; i++) p.Criterion(name + i).Satisfies(_ => true).Required();
            },
            settings));
#if NET
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000_000);
#endif
        Assert.InRange(unknown.Message.Length, 1, 1_000_000);
    }

    [Theory]
    [InlineData("Name", "x")]
    [InlineData("Name", null)]
    [InlineData(" ", "x")]
    public void FromSettings_WithoutEnd_AreRefused(string path, string? value)
    {
        var fault = Assert.Throws<QualificationProfileException>(() => ProfileDefinition.FromSettings(Endless()));
        Assert.Contains(fault.Faults, f => f.Code is "setting.count" or "data.more");

        IEnumerable<ProfileSetting> Endless()
        {
            for (var i = 0L; ; i++) yield return new ProfileSetting(path == " " ? path : path + i, value);
        }
    }

    [Fact]
    public void Parse_NamesThatForgeALine_AreRefusedAndShownOnOne()
    {
        var forged = new StringBuilder().AppendText(Forged).ToString();
        foreach (var json in new[]
        {
            $"{{\"name\": {forged}, \"criteria\": [{{\"id\": \"a\", \"field\": \"flag1\", \"isTrue\": true, \"required\": true}}]}}",
            $"{{\"name\": \"x\", \"criteria\": [{{\"id\": {forged}, \"field\": \"flag1\", \"isTrue\": true, \"required\": true}}]}}",
            $"{{\"name\": \"x\", \"criteria\": [{{\"id\": \"a\", \"field\": {forged}, \"isTrue\": true, \"required\": true}}]}}",
            $"{{\"name\": \"x\", {forged}: 1, " +
            $"\"criteria\": [{{\"id\": \"a\", \"field\": \"flag1\", \"isTrue\": true, \"required\": true}}]}}",
        })
        {
            var fault = Assert.Throws<QualificationProfileException>(() => ProfileDefinition.Parse(json));
            Assert.All(fault.Faults, f => Assert.DoesNotContain(f.Message, Excerpt.Acts));
            Assert.Contains(fault.Faults, f => f.Message.IndexOf("\\u000A", StringComparison.Ordinal) >= 0);
            Assert.Equal(1 + fault.Faults.Count, fault.Message.Split('\n').Length);
        }
    }

    [Fact]
    public void Create_SettingsThatForgeALine_AreShownOnOne()
    {
        var fault = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<Probe>(
            "x", p => p.Criterion("a").Satisfies(_ => true).Required(),
                [new ProfileSetting("Criteria:" + Forged + ":Weight", "1"), new ProfileSetting("QualifyAt", Forged)]));
        Assert.All(fault.Faults, f => Assert.DoesNotContain(f.Message, Excerpt.Acts));
        Assert.All(fault.Faults, f => Assert.DoesNotContain(f.Path!, Excerpt.Acts));
    }

    [Fact]
    public void Create_CodeWithAnIdThatForgesALine_ShowsItOnOne()
    {
        var fault = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create<Probe>(Forged, p =>
        {
            p.Criterion(Forged).Satisfies(_ => true).Weight(double.NaN);
            p.Criterion(Forged).Satisfies(_ => true).Weight(1);
        }));
        Assert.All(fault.Faults, f => Assert.DoesNotContain(f.Message, Excerpt.Acts));
        Assert.Equal(1 + fault.Faults.Count, fault.Message.Split('\n').Length);
    }

    [Fact]
    public void Create_ABuilderNestedWithoutEnd_IsRefused()
    {
        const int Deep = 100_000;
        foreach (var nest in new Action<ProfileBuilder<Probe>>[]
        {
            p => p.AllOf("a", g => Combinations(g, Deep)).Required(),
            p => p.Group("a", g => Groups(g, Deep)),
            p => p.Group("a", g => GroupsOfCombinations(g, Deep)),
            Kept,
        })
        {
            var fault = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create("deep", nest));
            Assert.Contains(fault.Faults, f => f.Code == "nesting.depth");
        }

        static void Combinations(CombinationBuilder<Probe> g, int left)
        {
            if (left > 0) g.AllOf("c" + left, inner => Combinations(inner, left - 1));
        }

        static void Groups(GroupBuilder<Probe> g, int left)
        {
            if (left > 0) g.Group("g" + left, inner => Groups(inner, left - 1));
        }

        static void GroupsOfCombinations(GroupBuilder<Probe> g, int left)
        {
            g.AnyOf("c" + left, inner => Combinations(inner, left - 1));
            if (left > 0) g.Group("g" + left, inner => GroupsOfCombinations(inner, left - 1));
        }

        // Each builder is kept and used after its own call: that needs no stack.
        static void Kept(ProfileBuilder<Probe> p)
        {
            CombinationBuilder<Probe>? last = null;
            p.AllOf("first", g => last = g);
            for (var i = 0; i < Deep; i++)
            {
                CombinationBuilder<Probe>? next = null;
                last!.AllOf("c" + i, g => next = g);
                if (next is null) return;
                last = next;
            }
        }
    }

    [Fact]
    public void Parse_ByHand_TakesCommentsAndTrailingCommas()
    {
        var definition = ProfileDefinition.Parse("""
            // Ours since 2026.
            {
              "name": "x", /* as in
              appsettings */ "criteria": [
                { "id": "a", "field": "flag1", "isTrue": true, "required": true, }, // a gate
              ],
            } // the end
            """);
        Assert.Equal("x", definition.Name);
        foreach (var json in new[] { "{,}", "[1,,]", "{} /", "{} /* open", "/", "{\"name\": 1 // \n" })
        {
            Assert.Matches(
                "^The JSON has .+ at line [12], column [0-9]+\\.$", Assert.Throws<FormatException>(() => DataJson.Read(json)).Message);
        }

        // Records are written by the library alone.
        Assert.Throws<FormatException>(() => Json.Read("{} // x"));
        Assert.Throws<FormatException>(() => Json.Read("[1,]"));
    }

    [Fact]
    public void Parse_Faults_GiveLineAndColumnAndTheNearestName()
    {
        var parsing = Assert.Throws<QualificationProfileException>(() => ProfileDefinition.Parse(
            "{\n  \"name\": \"x\",\n  // one\n  \"criteria\": [\n    {\"id\": \"a\", \"field\": \"flag1\",\n" +
            "      \"isTure\": true, \"wieght\": 5}\n  ],\n  \"onError\": \"thorw\"\n}"));
        Assert.Contains(
            parsing.Faults, f =>
            f.Message.StartsWith(
            "criteria[0].wieght: \"wieght\" is not a known member; did you mean \"weight\"? It must be one of \"id\", ",
                StringComparison.Ordinal)
            && f.Message.EndsWith(" (line 6, column 33).", StringComparison.Ordinal));
        Assert.Contains(parsing.Faults, f => f.Message.IndexOf("did you mean \"isTrue\"?", StringComparison.Ordinal) >= 0);
        Assert.Contains(parsing.Faults, f => f.Message ==
            "onError: the value is \"thorw\"; did you mean \"throw\"? It must be one of \"throw\", \"answerUnknown\" (line 8, column 14).");

        var fitting = Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create(
            ProfileDefinition.Parse(("{\"name\": \"x\", \"qualifyAt\": 60,\n" +
            " \"criteria\": [{\"id\": \"a\", \"field\": \"flog1\", \"isTrue\": true, \"weight\": 1},\n" +
            "{\"id\": \"a\", \"field\": \"flag1\", \"isTrue\": true, \"weight\": -1e400}]}").Replace("-1e400", "1")), ProbeFields.All));
        Assert.Contains(
            fitting.Faults, f =>
            f.Message.StartsWith(
            "criteria[0].field: the value is \"flog1\"; did you mean \"flag1\"? It must be a field of the map: ", StringComparison.Ordinal)
            && f.Message.EndsWith(" (line 2, column 36).", StringComparison.Ordinal));
        Assert.Contains(
            fitting.Faults, f => f.Message.EndsWith(" (line 3, column 1).", StringComparison.Ordinal) && f.Code == "id.duplicate");
        Assert.Equal(2, fitting.Faults.Count);

        Assert.Equal(
            "The JSON has the end too early at line 2, column 1.",
            Assert.Throws<QualificationProfileException>(() => ProfileDefinition.Parse("{\n")).Faults[0].Message);
    }

    [Theory]
    [InlineData("weigth", "weight")]
    [InlineData("ATLEAST", "atLeast")]
    [InlineData("atleas", "atLeast")]
    [InlineData("colour", null)]
    [InlineData("", null)]
    [InlineData("x", null)]
    public void Nearest_OfNames_IsOneThatCouldBeMeant(string wrong, string? expected) =>
        Assert.Equal(expected, NearestName.Of(wrong, ["id", "weight", "atLeast", "atMost"]));

    [Fact]
    public void Excerpt_OfAnyText_KeepsNamesAndShowsWhatActs()
    {
        Assert.Equal("𠮷野家 🚀 می‌خواهم हिन्दी", Excerpt.Of("𠮷野家 🚀 می‌خواهم हिन्दी"));
        Assert.Equal("a\\u000Ab\\uD83D", Excerpt.Of("a\nb\ud83d"));
        Assert.Equal(new string('a', 59) + "...", Excerpt.Of(new string('a', 59) + "🚀🚀"));
    }
}
