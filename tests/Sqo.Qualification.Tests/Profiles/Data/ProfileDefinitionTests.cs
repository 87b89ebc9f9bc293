using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Data;

public class ProfileDefinitionTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    [Fact]
    public void ToDefinition_AnyProfile_ReadsBackToTheSameFingerprintAndDecisions() => Property.Holds(Deep.Size(100, 600), (random, size) =>
    {
        new DefinitionMaker(random).Make(size, out var profile);
        var exported = profile.ToDefinition(ProbeFields.All);
        var again = QualificationProfile.Create(ProfileDefinition.Parse(exported.ToJson()), ProbeFields.All);
        Assert.Equal(profile.Declaration, again.Declaration);
        Assert.Equal(profile.Fingerprint, again.Fingerprint);
        Assert.Equal(profile.Lint.Select(lint => lint.Message), again.Lint.Select(lint => lint.Message));
        Assert.Equal(exported.ToJson(), again.ToDefinition(ProbeFields.All).ToJson());
        for (var i = 0; i < 5; i++)
        {
            var probe = Probe.Generate(random, AsOf);
            Assert.Equal(profile.Decide(probe, AsOf), again.Decide(probe, AsOf));
        }
    });

    [Fact]
    public void FromSettings_TheTreeOfAnyJson_IsTheSameProfile() => Property.Holds(Deep.Size(60, 300), (random, size) =>
    {
        var json = new DefinitionMaker(random).Make(size, out var profile);
        var settings = new List<ProfileSetting>();
        Flatten(DataJson.Read(json), "", random, settings);
        for (var i = settings.Count - 1; i > 0; i--)
        {
            var other = random.Below(i + 1);
            (settings[i], settings[other]) = (settings[other], settings[i]);
        }

        var again = QualificationProfile.Create(ProfileDefinition.FromSettings(settings), ProbeFields.All);
        Assert.Equal(profile.Declaration, again.Declaration);
    });

    [Fact]
    public void Parse_AnyMutation_GivesADefinitionOrItsOwnException() => Property.Holds(Deep.Size(300, 1_500), (random, size) =>
    {
        var json = new StringBuilder(new DefinitionMaker(random).Make(1 + (size / 3), out _));
        for (var i = random.Between(1, 4); i > 0; i--) Mutate(json, random);
        try
        {
            QualificationProfile.Create(ProfileDefinition.Parse(json.ToString()), ProbeFields.All);
        }
        catch (QualificationProfileException e)
        {
            Assert.NotEmpty(e.Faults);
            Assert.All(
                e.Faults, fault =>
                Assert.True(fault.Path is null || fault.Message.StartsWith(fault.Path + ": ", StringComparison.Ordinal), fault.Message));
        }
    });

    [Fact]
    public void FromSettings_AnyMutation_GivesADefinitionOrItsOwnException() => Property.Holds(Deep.Size(100, 500), (random, size) =>
    {
        var settings = new List<ProfileSetting>();
        Flatten(DataJson.Read(new DefinitionMaker(random).Make(1 + (size / 3), out _)), "", random, settings);
        for (var i = random.Between(1, 3); i > 0; i--)
        {
            var at = random.Below(settings.Count);
            var setting = settings[at];
            settings[at] = random.Below(5) switch
            {
                0 => new ProfileSetting(setting.Path + ":" + random.Pick("0", "x", "", ":"), setting.Value),
                1 => new ProfileSetting(setting.Path, random.Pick("", "NaN", "Infinity", "1e999", "true", "\ud800", "-0", null!)),
                2 when setting.Path?.Length > 0 =>
                    new ProfileSetting(setting.Path.Substring(random.Below(setting.Path.Length)), setting.Value),
                3 => settings[random.Below(settings.Count)],
                _ => new ProfileSetting(null!, setting.Value),
            };
        }

        try
        {
            QualificationProfile.Create(ProfileDefinition.FromSettings(settings), ProbeFields.All);
        }
        catch (QualificationProfileException e)
        {
            Assert.NotEmpty(e.Faults);
        }
    });

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("sv-SE")]
    [InlineData("ar-SA")]
    public void Parse_UnderAnyCulture_IsTheSame(string culture)
    {
        var maker = new DefinitionMaker(new SeededRandom(7));
        var json = maker.Make(12, out var profile);
        var written = profile.ToDefinition(ProbeFields.All).ToJson();
        using var scope = new CultureScope(culture);
        var again = QualificationProfile.Create(ProfileDefinition.Parse(json), ProbeFields.All);
        Assert.Equal(profile.Fingerprint, again.Fingerprint);
        Assert.Equal(written, again.ToDefinition(ProbeFields.All).ToJson());
        Assert.Equal(
            "IsTrue I",
            ProfileDefinition.FromSettings(Settings("NAME=IsTrue I", "CRITERIA:0:ID=i", "CRITERIA:0:FIELD=FLAG1", "CRITERIA:0:ISTRUE=TRUE"))
            .Name);
    }

    [Fact]
    public void ToJson_OfAProfile_IsWhatPeopleWouldWrite()
    {
        var fields = new FieldMap<Deal>(f => f
            .Add("budget", d => d.Budget).Add("industry", d => d.Industry).Add("lastActivity", d => d.LastActivity).Add("demo", d => d.Demo)
                .Add("score", d => d.Score));
        var profile = QualificationProfile.Create<Deal>("startup", p =>
        {
            p.Criterion("budget", fields.Field<decimal?>("budget")).AtLeast(10_000.50m).Required().Currency("EUR")
                .Ask("What is the budget?");
            p.Criterion("fit", fields.Field<string>("industry")).OneOf("saas", "fintech").Weight(15).Effort(3);
            p.Group("engagement", g =>
            {
                g.Criterion("score", fields.Field<double>("score")).Steps(new CurvePoint(10, 0.5), new CurvePoint(50, 1)).Weight(30)
                    .DecayBy(fields.Field<DateTime?>("lastActivity"), 30);
                g.AtLeast(1, "signs", c =>
                {
                    c.Criterion("demo", fields.Field<bool>("demo")).IsTrue();
                    c.Criterion("recent", fields.Field<DateTime>("lastActivity")).After(new DateTime(2026, 6, 30));
                }).Weight(20).NextAction("Offer a demonstration");
            }).Cap(45).Label("Engagement");
            p.QualifyAt(60).NearMissWithin(10).Version("3").NextAction(Verdict.Qualified, "Write a proposal");
        });
        var definition = profile.ToDefinition(fields);
        Snapshot.Match(definition.ToJson().TrimEnd('\n'), "StartupDefinition");
        Assert.Equal("startup 3", definition.ToString());
        Assert.Equal(profile.Fingerprint, QualificationProfile.Create(definition, fields).Fingerprint);
    }

    [Fact]
    public void ToDefinition_WhatCannotBeData_NamesEveryCriterionAndWhy()
    {
        var fields = new FieldMap<Deal>(f => f.Add("budget", d => d.Budget).Add("score", d => d.Score));
        var others = new FieldMap<Deal>(f => f.Add("budget", d => d.Budget));
        var profile = QualificationProfile.Create<Deal>("code", p =>
        {
            p.Criterion("own selector", d => d.Budget).AtLeast(1).Weight(1);
            p.Criterion("other map", others.Field<decimal?>("budget")).AtLeast(1).Weight(1);
            p.Criterion("predicate", fields.Field<decimal?>("budget")).Satisfies(b => b > 1).Weight(1);
            p.Criterion("curve", fields.Field<double>("score")).Curve(_ => 1).Weight(1);
            p.Criterion("rule").Satisfies(_ => true).Weight(1);
            p.Criterion("decays", fields.Field<double>("score")).AtLeast(1).Weight(1).DecayBy(d => d.LastActivity, 5);
            p.QualifyAt(50);
        });
        var fault = Assert.Throws<QualificationProfileException>(() => profile.ToDefinition(fields));
        Assert.Equal(["own selector", "other map", "predicate", "curve", "rule", "decays"], fault.Faults.Select(f => f.Id));
        Snapshot.Match(fault.Message, "ExportFaults");
    }

    [Theory]
    [InlineData("no name")]
    [InlineData("half a pair")]
    public void ToDefinition_WhatJsonCannotHold_IsRefused(string what)
    {
        var fields = new FieldMap<Deal>(f => f.Add("day", d => d.LastActivity.DayOfWeek).Add("industry", d => d.Industry));
        var profile = QualificationProfile.Create<Deal>("code", p =>
        {
            if (what == "no name") p.Criterion("a", fields.Field<DayOfWeek>("day")).EqualTo((DayOfWeek)77).Required();
            else p.Criterion("a", fields.Field<string>("industry")).EqualTo("\ud800").Required();
        });
        Assert.Throws<QualificationProfileException>(() => profile.ToDefinition(fields));
    }

    [Fact]
    public void Fingerprint_OfAnotherField_IsAnother()
    {
        const string Json =
            """{"name": "x", "criteria": [{"id": "a", "field": "amount1", "atLeast": 5, "required": true, "weight": 2,""" +
            """ "decay": {"by": "date1", "halfLife": 5}}], "qualifyAt": 5}""";
        string Of(string json) => QualificationProfile.Create(ProfileDefinition.Parse(json), ProbeFields.All).Fingerprint;
        Assert.NotEqual(Of(Json), Of(Json.Replace("amount1", "amount2")));
        Assert.NotEqual(Of(Json), Of(Json.Replace("date1", "date2")));
        Assert.Equal(Of(Json), Of(Json.Replace("amount1", "AMOUNT1").Replace("atLeast\": 5", "atLeast\": 5.00")));
    }

    [Fact]
    public void Parse_HugeOrDeep_IsRefusedQuickly()
    {
        Assert.Equal("data.size", ErrorOf(new string(' ', 10_000_000)).Code);
        Assert.Equal("data.json", ErrorOf(new string('[', 900_000)).Code);
        Assert.Equal("data.json", ErrorOf("{\"name\": 01}").Code);
        Assert.Equal("data.json", ErrorOf("{\"name\": \"a\", \"name\": \"b\"}").Code);
        Assert.Equal("data.object", ErrorOf("[]").Code);
        var wide = "{" + string.Join(",", Enumerable.Range(0, 40_000).Select(i => $"\"member{i}\": 1")) + "}";
        var fault = Assert.Throws<QualificationProfileException>(() => ProfileDefinition.Parse(wide));
        Assert.InRange(fault.Faults.Count, 100, 101);
        Assert.Equal("data.more", fault.Faults[fault.Faults.Count - 1].Code);
        var longList = "{\"name\": \"a\", \"criteria\": [" +
            string.Join(",", Enumerable.Repeat("{\"id\":\"a\",\"field\":\"flag1\",\"isTrue\":true}", 1_001)) + "]}";
        Assert.Equal(("data.size", "criteria"), (ErrorOf(longList).Code, ErrorOf(longList).Path));
    }

    [Theory]
    [InlineData(8, null)]
    [InlineData(
        9, "criteria[0].criteria[0].criteria[0].criteria[0].criteria[0].criteria[0].criteria[0].criteria[0].criteria[0].criteria[0]")]
    public void Parse_GroupsInGroups_AreTakenUpToEight(int groups, string? path)
    {
        var json = "{\"id\": \"a\", \"field\": \"flag1\", \"isTrue\": true, \"required\": true}";
        for (var i = 0; i < groups; i++) json = $"{{\"id\": \"g{i}\", \"criteria\": [{json}]}}";
        json = $"{{\"name\": \"deep\", \"criteria\": [{json}]}}";
        if (path is null)
        {
            Assert.Equal(groups, QualificationProfile.Create(ProfileDefinition.Parse(json), ProbeFields.All).Groups.Count);
            return;
        }

        Assert.Equal(("data.depth", path), (ErrorOf(json).Code, ErrorOf(json).Path));
    }

    [Theory]
    [InlineData("amount1", "\"5\"")]
    [InlineData("amount1", "1e-30")]
    [InlineData("amount1", "0.12345678901234567890123456789")]
    [InlineData("number1", "\"5\"")]
    [InlineData("number1", "1e-400")]
    [InlineData("number2", "1e-60")]
    [InlineData("count1", "\"5\"")]
    public void Create_NumberThatIsNone_IsRefused(string field, string bound)
    {
        string With(string number) =>
            $$"""{"name": "x", "criteria": [{"id": "a", "field": "{{field}}", "atLeast": {{number}}, "required": true}]}""";
        var fault = Assert.Throws<QualificationProfileException>(
            () => QualificationProfile.Create(ProfileDefinition.Parse(With(bound)), ProbeFields.All));
        Assert.Equal(("data.value", "criteria[0].atLeast"), (Assert.Single(fault.Faults).Code, fault.Faults[0].Path));
        QualificationProfile.Create(ProfileDefinition.Parse(With("5")), ProbeFields.All);
    }

    [Theory]
    [InlineData("weight", "1e-400")]
    [InlineData("effort", "-0.000000000000000e-999")]
    public void Parse_NumberThatBecomesZero_IsRefused(string member, string number)
    {
        string With(string value) =>
            """{"name": "x", "qualifyAt": 1, "criteria": [{"id": "a", "field": "flag1", "isTrue": true, """ +
            $$"""{{(member == "weight" ? "" : "\"weight\": 1, ")}}"{{member}}": {{value}}}]}""";
        if (number[0] == '-') Assert.NotNull(ProfileDefinition.Parse(With(number)));
        else Assert.Equal("data.number", ErrorOf(With(number)).Code);
    }

    [Fact]
    public void ToJson_OfSettingsWithBounds_HasThemAsNumbers()
    {
        var definition = ProfileDefinition.FromSettings(
            Settings("Name=x", "Criteria:0:Id=a", "Criteria:0:Field=amount1", "Criteria:0:AtLeast=5.50", "Criteria:0:Required=true"));
        Assert.Contains("\"atLeast\": 5.50", definition.ToJson());
        var profile = QualificationProfile.Create(definition, ProbeFields.All);
        Assert.Equal(
            profile.Fingerprint, QualificationProfile.Create(ProfileDefinition.Parse(definition.ToJson()), ProbeFields.All).Fingerprint);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    [InlineData(130, true)]
    public void Create_FaultsOfEveryKind_SaysWhenThereAreMore(int count, bool areMore)
    {
        // Faults of data and of the builder in turns: the list was silent where the builder's came first.
        var criteria = Enumerable.Range(0, 60)
            .Select(i =>
                $$"""{"id": "c{{i}}", "field": "flag1", "isTrue": true, "weight": 1,""" +
                $$""" "metFrom": {{(i < count - 60 ? 7 : 1)}}, "effort": -1}""")
            .ToList();
        for (var i = 60; i < Math.Max(60, count - 60); i++)
        {
            criteria.Add($$"""{"id": "c{{i}}", "field": "budget", "isTrue": true, "weight": 1}""");
        }
        var json = $$"""{"name": "x", "qualifyAt": 1, "criteria": [{{string.Join(",", criteria)}}]}""";
        var faults = Assert.Throws<QualificationProfileException>(
            () => QualificationProfile.Create(ProfileDefinition.Parse(json), ProbeFields.All)).Faults;
        Assert.Equal(areMore, faults[faults.Count - 1].Code == "data.more");
        // One of the profile as a whole stands at no place of the data.
        Assert.InRange(faults.Count, 1, 102);
    }

    [Fact]
    public void FromSettings_TooMany_IsRefused()
    {
        var fault = Assert.Throws<QualificationProfileException>(
            () => ProfileDefinition.FromSettings(Enumerable.Range(0, 30_000).Select(i => new ProfileSetting("a" + i, "1"))));
        Assert.Contains(fault.Faults, f => f.Code == "setting.count");
    }

    [Fact]
    public void FromSettings_ValuesThatAreNull_AreNotThere()
    {
        var definition = ProfileDefinition.FromSettings(
        [
            new ProfileSetting("Name", "n"), new ProfileSetting("Criteria", null), new ProfileSetting("Criteria:0", null),
                new ProfileSetting("Criteria:0:Id", "a"),
            new ProfileSetting("Criteria:0:Field", "flag1"), new ProfileSetting("Criteria:0:IsTrue", "True"),
                new ProfileSetting("Version", null),
        ]);
        Assert.Equal("1", definition.Version);
        Assert.Equal(
            "{\n  \"name\": \"n\",\n  \"criteria\": [\n    {\n      \"id\": \"a\",\n      \"field\": \"flag1\",\n      \"isTrue\": " +
            "true\n    }\n  ]\n}\n",
            definition.ToJson());
    }

    /// <summary>An export gives what Parse reads, or says at once what data can't hold.</summary>
    [Fact]
    public void ToDefinition_BeyondTheLimitsOfData_SaysWhatIs()
    {
        Says("two\nlines", p => Flag(p), "name: the value is \"two\\u000Alines\"");
        Says("x", p => Flag(p).Label(new string('x', 1_001)), "criteria[0].label: ");
        Says("x", p => Flag(p).Dimension("a\u2028b"), "criteria[0].dimension: ");
        Says("x", p => p.Criterion("a", ProbeFields.All.Field<string>("text1")).OneOf(
            [.. Enumerable.Range(0, 1_001).Select(i => i.ToString(CultureInfo.InvariantCulture))]).Required(), "criteria[0].oneOf: ");

        static CriterionBuilder<Probe> Flag(ProfileBuilder<Probe> p) =>
            p.Criterion("a", ProbeFields.All.Field<bool?>("flag1")).IsTrue().Required();

        static void Says(string name, Action<ProfileBuilder<Probe>> define, string start)
        {
            var profile = QualificationProfile.Create(name, define);
            var exception = Assert.Throws<QualificationProfileException>(() => profile.ToDefinition(ProbeFields.All));
            Assert.StartsWith(start, Assert.Single(exception.Faults).Message, StringComparison.Ordinal);
            Assert.Contains("can't be exported as data, for one reason", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Arguments_Missing_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("json", () => ProfileDefinition.Parse(null!));
        Assert.Throws<ArgumentNullException>("settings", () => ProfileDefinition.FromSettings(null!));
        Assert.Throws<ArgumentNullException>("definition", () => QualificationProfile.Create((ProfileDefinition)null!, ProbeFields.All));
        var definition = ProfileDefinition.Parse("""{"name": "x", "criteria": [{"id": "a", "field": "flag1", "isTrue": true}]}""");
        Assert.Throws<ArgumentNullException>("fields", () => QualificationProfile.Create<Probe>(definition, null!));
        Assert.Equal("data.size", ErrorOf("""{"name": "x", "criteria": []}""").Code);
    }

    internal static List<ProfileSetting> Settings(params string[] lines) =>
        [.. lines.Select(line => new ProfileSetting(line.Substring(0, line.IndexOf('=')), line.Substring(line.IndexOf('=') + 1)))];

    private static ProfileFault ErrorOf(string json) =>
        Assert.Single(Assert.Throws<QualificationProfileException>(() => ProfileDefinition.Parse(json)).Faults);

    /// <summary>As a configuration does: numbers as names, case as it likes.</summary>
    private static void Flatten(DataNode node, string path, SeededRandom random, List<ProfileSetting> settings)
    {
        switch (node.Kind)
        {
            case DataKind.Object:
                foreach (var member in node.Members) Flatten(
                    member.Value, path + (path.Length == 0 ? "" : ":") + (random.Chance(0.5) ? member.Key : member.Key.ToUpperInvariant()),
                    random, settings);
                break;
            case DataKind.List:
                for (var i = 0; i < node.Items.Length; i++) Flatten(
                    node.Items[i], path + ":" + i.ToString(CultureInfo.InvariantCulture), random, settings);
                break;
            case DataKind.Flag: settings.Add(new ProfileSetting(path, node.Scalar == "true" ? "True" : "False")); break;
            default: settings.Add(new ProfileSetting(path, node.Scalar)); break;
        }
    }

    private static void Mutate(StringBuilder json, SeededRandom random)
    {
        var at = random.Below(json.Length);
        switch (random.Below(5))
        {
            case 0: json.Remove(at, Math.Min(random.Between(1, 12), json.Length - at)); break;
            case 1:
                json.Insert(
                at, random.Pick(
                "{", "}", "[", "]", ",", ":", "\"", "null", "1e999", "-", "\\ud800", "NaN", "true", "\u0000", "\ud83d")); break;
            case 2: json[at] = (char)random.Below(random.Pick(128, 65_536)); break;
            case 3: json.Insert(at, json.ToString(random.Below(json.Length), 0)); break;
            default:
                json.Replace(
                random.Pick("\"field\"", "\"weight\"", "\"id\"", "10", "true", "atLeast", "fit"),
                random.Pick("\"field\"", "\"parts\"", "\"\"", "-1e400", "false", "linear", "null")); break;
        }

        if (json.Length == 0) json.Append(' ');
    }

    internal sealed class Deal
    {
        public decimal? Budget { get; init; }

        public string? Industry { get; init; }

        public DateTime LastActivity { get; init; }

        public bool Demo { get; init; }

        public double Score { get; init; }
    }
}
