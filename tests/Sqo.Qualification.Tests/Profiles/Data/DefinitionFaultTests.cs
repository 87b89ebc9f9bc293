using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Data;

/// <summary>Every fault of data, settings and export, by a case that has it.</summary>
public class DefinitionFaultTests
{
    private const string Good = "{\"id\": \"ok\", \"field\": \"flag1\", \"isTrue\": true, \"required\": true}";

    private static readonly Dictionary<string, Action> Causes = new()
    {
        ["data.bands"] = () =>
            Build(Criterion(Good), "\"scoring\": {\"strategy\": \"fitAndEngagement\", \"letters\": [{\"grade\": \"A\", \"from\": 50}]}"),
        ["data.choice"] = () => Build(Criterion("{\"id\": \"a\", \"combine\": \"AllOf\", \"parts\": [" + Good + "]}")),
        ["data.count"] = () =>
            Build(Criterion(
            "{\"id\": \"a\", \"combine\": \"atLeast\", \"required\": true, \"parts\": [" + Good.Replace(", \"required\": true", "") +
            "]}")),
        ["data.depth"] = () => Build(Criterion(Nested(9))),
        ["data.field"] = () => Build(AskingIn("\"field\": \"budget\", \"atLeast\": 5")),
        ["data.flag"] = () => Build(AskingIn("\"field\": \"flag1\", \"isTrue\": false")),
        ["data.json"] = () => Build("{"),
        ["data.kind"] = () => Build(Criterion("{\"id\": \"a\"}")),
        ["data.list"] = () => Build(AskingIn("\"field\": \"text1\", \"oneOf\": \"a\"")),
        ["data.member"] = () => Build(AskingIn("\"field\": \"flag1\", \"isTrue\": true, \"wieght\": 5")),
        ["data.missing"] = () => Build(Criterion("{\"field\": \"flag1\", \"isTrue\": true}")),
        ["data.more"] = () => Build("{" + string.Join(", ", Enumerable.Range(0, 200).Select(i => $"\"m{i}\": 1")) + "}"),
        ["data.number"] = () => Build(AskingIn("\"field\": \"flag1\", \"isTrue\": true, \"weight\": \"15\"")),
        ["data.object"] = () => Build("5"),
        ["data.operator"] = () => Build(AskingIn("\"field\": \"flag1\", \"atMost\": 5")),
        ["data.setting"] = () => Build(AskingIn("\"field\": \"amount1\", \"equalTo\": 5, \"comparison\": \"ordinal\"")),
        ["data.size"] = () => Build(Criterion(string.Join(", ", Enumerable.Repeat("1", 1_001)))),
        ["data.text"] = () => Build(Criterion("{\"id\": \"\\udc00\", \"field\": \"flag1\", \"isTrue\": true}")),
        ["data.use"] = () => QualificationProfile.Create(
            ProfileDefinition.Parse("{\"name\": \"x\", \"criteria\": [{\"id\": \"g\", \"criteria\": [{\"use\": \"bant\"}]}]}"),
            ProbeFields.All),
        ["data.time-limit"] = () =>
            Build(AskingIn("\"field\": \"text1\", \"matches\": \"a\", \"timeLimit\": \"1.00:00:00\", \"required\": true")),
        ["data.value"] = () => Build(AskingIn("\"field\": \"amount1\", \"atLeast\": \"much\"")),
        ["export.code"] = () =>
            QualificationProfile.Create<Probe>("x", p => p.Criterion("a").Satisfies(_ => true).Required()).ToDefinition(ProbeFields.All),
        ["export.field"] = () =>
            QualificationProfile.Create<Probe>("x", p => p.Criterion("a", x => x.Flags[0]).IsTrue().Required())
            .ToDefinition(ProbeFields.All),
        ["export.note"] = () => QualificationProfile.Create<Probe>(
            "x", p => p.Criterion("a", ProbeFields.All.Field<bool?>("flag1")).IsTrue().Required().Note((_, _) => null))
                .ToDefinition(ProbeFields.All),
        ["export.points"] = () => QualificationProfile.Create<Probe>(
            "x", p => p.ScoreByLogOdds(0).QualifyAt(1).Criterion("a", ProbeFields.All.Field<bool?>("flag1")).IsTrue().PointsBetween(-1, 2))
                .ToDefinition(ProbeFields.All),
        ["export.strategy"] = () => QualificationProfile.Create<Probe>(
            "x", p => p.ScoreBy(layout => new OwnStrategy(layout)).QualifyAt(1).Criterion("a", ProbeFields.All.Field<bool?>("flag1"))
                .IsTrue().Weight(1)).ToDefinition(ProbeFields.All),
        ["export.time-limit"] = () => QualificationProfile.Create<Probe>(
            "x", p => p.Criterion("a", ProbeFields.All.Field<string>("text1")).Matches("a", TimeSpan.FromSeconds(10.5)).Required())
                .ToDefinition(ProbeFields.All),
        ["setting.both"] = () => Settings("Name=a", "Name:First=b"),
        ["setting.count"] = () =>
            ProfileDefinition.FromSettings(Enumerable.Range(0, 20_001).Select(i => new ProfileSetting("Name:" + i, ""))),
        ["setting.path"] = () => Settings(new string('a', 1_001) + "=5"),
        ["setting.scale"] = () => QualificationProfile.Create<Probe>(
            "x", p => p.ScoreByWeightedMean().QualifyAt(1).Criterion("a").Satisfies(_ => true).Weight(1),
                ProfileDefinitionTests.Settings("Scoring:FitScale=stretched")),
        ["setting.twice"] = () => Settings("Name=a", "NAME=a"),
        ["setting.unknown"] = () =>
            QualificationProfile.Create<Probe>(
            "x", p => p.Criterion("a").Satisfies(_ => true).Required(), ProfileDefinitionTests.Settings("Criteria:b:Weight=5")),
    };

    internal static IEnumerable<string> KnownCodes => Causes.Keys;

    public static TheoryData<string> Codes => [.. Causes.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Cause_OfEveryCode_HasThatFault(string code)
    {
        var fault = Assert.Throws<QualificationProfileException>(Causes[code]);
        Assert.Contains(fault.Faults, f => f.Code == code);
        Assert.All(fault.Faults, f => Assert.EndsWith(".", f.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_AFaultyDefinition_ListsEveryFaultWithPathValueAndRule()
    {
        var fault = Assert.Throws<QualificationProfileException>(() => ProfileDefinition.Parse("""
            {
              "name": "faulty", "qualifyAt": "60", "onError": "Throw", "colour": "red", "scoring": {"strategy": "magic"},
              "criteria": [
                {"id": "one", "field": "amount1", "atLeast": 5, "atMost": 6},
                {"id": " ", "field": "amount1", "atLeast": true, "weight": 1e999},
                {"field": "amount1", "linear": {"from": 1}, "ignoreCase": true},
                {"id": "no operator", "field": "amount1"},
                {"id": "what"},
                {"id": "both", "field": "amount1", "criteria": []},
                {"id": "group", "cap": null, "criteria": [{"id": "all", "combine": "allOf", "parts": [{"id": "inner", "criteria": []}]}]},
                null
              ],
              "nextActions": [{"verdict": "won", "text": ""}]
            }
            """));
        Assert.Equal("faulty", fault.ProfileName);
        Snapshot.Match(fault.Message, "ParseFaults");
    }

    [Fact]
    public void Create_ADefinitionThatDoesNotFit_ListsEveryFaultWithPathValueAndRule()
    {
        var definition = ProfileDefinition.Parse("""
            {
              "name": "unfit", "qualifyAt": 60, "floor": 5, "cap": 1,
              "criteria": [
                {"id": "field", "field": "budget", "atLeast": 5, "weight": 1},
                {"id": "operator", "field": "flag1", "atLeast": 5, "weight": 1},
                {"id": "value", "field": "count1", "between": {"lower": 1.5, "upper": "x"}, "weight": 1},
                {"id": "order", "field": "count1", "between": {"lower": 5, "upper": 1}, "weight": 1},
                {"id": "enum", "field": "region", "oneOf": ["North", "Up", 3], "weight": 1},
                {"id": "date", "field": "date1", "before": "30/6/2026", "weight": 1, "decay": {"by": "flag1", "halfLife": 5}},
                {"id": "setting", "field": "region", "equalTo": "North", "comparison": "ordinal"},
                {"id": "pattern", "field": "text1", "matches": "a", "timeLimit": "soon", "weight": 1},
                {"id": "pattern", "field": "text1", "contains": " ", "weight": 1},
                {"id": "evidence", "field": "flag1", "atLeast": "documented", "weight": 1},
                {"id": "counted", "combine": "atLeast", "count": 2, "weight": 1, "parts": [{"id": "p", "field": "flag1", "isTrue": true}]}
              ],
              "nextActions": [{"id": "a", "verdict": "qualified", "text": "x"}, {"id": "a", "verdict": "qualified", "text": "y"}]
            }
            """);
        Snapshot.Match(
            Assert.Throws<QualificationProfileException>(() => QualificationProfile.Create(definition, ProbeFields.All)).Message,
            "FitFaults");
    }

    [Fact]
    public void Parse_OutOfBounds_SaysTheBounds()
    {
        var fault = Assert.Throws<QualificationProfileException>(() => ProfileDefinition.Parse("""
            {"name": "x", "qualifyAt": 160, "nearMissWithin": -1, "criteria": [
              {"id": "a", "field": "x", "isTrue": true, "metFrom": 2, "effort": -1, "decay": {"by": "x", "halfLife": 0}},
              {"id": "b", "field": "x", "contains": ""},
              {"id": "c", "field": "x", "oneOf": []},
              {"id": "d", "field": "x", "piecewiseLinear": [{"at": 1, "value": 1}]},
              {"id": "e", "field": "x", "withinLast": 36526},
              {"id": "f", "combine": "atLeast", "count": 0, "parts": [{"id": "g", "field": "x", "withinNext": 1.5}]},
              {"use": "bnat"},
              {"id": "h", "criteria": []}]}
            """));
        Assert.Equal(
        [
            "qualifyAt: the value is 160; it must lie from 0 to 100 (line 1, column 28).",
            "nearMissWithin: the value is -1; it must lie from 0 to 100 (line 1, column 51).",
            "criteria[0].metFrom: the value is 2; it must be above 0 and at most 1 (line 2, column 56).",
            "criteria[0].decay.halfLife: the value is 0; it must be above 0 (line 2, column 106).",
            "criteria[0].effort: the value is -1; it must be at least 0 (line 2, column 69).",
            "criteria[1].contains: the value is \"\"; it must have a character (line 3, column 41).",
            "criteria[2].oneOf: the list is empty; it must have at least 1 entry (line 4, column 38).",
            "criteria[3].piecewiseLinear: the list has 1 entry; it must have at least 2 entries (line 5, column 48).",
            "criteria[4].withinLast: the value is 36526; it must be a whole number from 0 to 36525 (line 6, column 43).",
            "criteria[5].count: the value is 0; it must be a whole number of at least 1 (line 7, column 46).",
            "criteria[5].parts[0].withinNext: the value is 1.5; it must be a whole number (line 7, column 99).",
            "criteria[6].use: the value is \"bnat\"; did you mean \"bant\"? It must be one of \"bant\", \"meddic\", \"meddicc\", " +
                "\"meddpicc\", \"champ\", \"gpctba-ci\", \"anum\", \"faint\", \"spiced\", \"startup\", \"consulting\", \"agency\" " +
                "(line 8, column 11).",
            "criteria[7].criteria: the list is empty; it must have at least 1 entry (line 9, column 27).",
        ],
        fault.Faults.Select(each => each.Message));
    }

    [Fact]
    public void FromSettings_Faulty_NamesThePathAsItWasGiven()
    {
        var fault = Assert.Throws<QualificationProfileException>(() => Settings(
            "NAME=x", "Criteria:0:id=a", "Criteria:0:Field=amount1", "Criteria:0:AtLeast:0=5", "criteria:1:ID=b", "criteria:1:Field=flag1",
                "criteria:1:IsTrue=ja", "criteria:1:Weight=1,5", "criteria:x=5", "QualifyAt= "));
        Snapshot.Match(fault.Message, "SettingsFaults");
    }

    [Fact]
    public void Matches_OfData_KeepsItsTimeLimit()
    {
        var profile = QualificationProfile.Create(
            ProfileDefinition.Parse(
            AskingIn("\"field\": \"text1\", \"matches\": \"^(a+)+$\", \"timeLimit\": \"00:00:00.05\", \"required\": true")),
            ProbeFields.All);
        var probe = new Probe { Texts = { [0] = new string('a', 40) + "!" } };
        Assert.IsType<System.Text.RegularExpressions.RegexMatchTimeoutException>(
            Assert.Throws<CriterionEvaluationException>(() => profile.Decide(probe, Asking.AsOf)).InnerException);
    }

    private static string Criterion(string criterion, string more = "\"version\": \"1\"") =>
        $"{{\"name\": \"x\", {more}, \"criteria\": [{criterion}]}}";

    private static string AskingIn(string asking) => Criterion("{\"id\": \"a\", " + asking + "}");

    private static string Nested(int groups) => groups == 0 ? Good : $"{{\"id\": \"g{groups}\", \"criteria\": [{Nested(groups - 1)}]}}";

    private static void Build(string json) => QualificationProfile.Create(ProfileDefinition.Parse(json), ProbeFields.All);

    private static void Build(string json, string more) => Build(json.Replace("\"version\": \"1\"", more));

    private static void Settings(params string[] lines) =>
        QualificationProfile.Create(ProfileDefinition.FromSettings(ProfileDefinitionTests.Settings(lines)), ProbeFields.All);

    private sealed class OwnStrategy(ScoringLayout layout) : ScoringStrategy(layout)
    {
        public override string Name => "own/1";

        protected internal override ScoreRange Score(AnswerSheet answers) => new(50, 0, 100);

        protected internal override IEnumerable<ScoreLine> Explain(AnswerSheet answers) => [ScoreLine.Base(50)];
    }
}
