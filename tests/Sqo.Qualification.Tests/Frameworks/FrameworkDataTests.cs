using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.EvidenceLevel;

namespace Sqo.Qualification.Tests.Frameworks;

public class FrameworkDataTests
{
    private static readonly DateTime AsOf = Asking.AsOf;

    private static readonly FieldMap<Deal> Fields = new(f => f
        .Add("budget", d => d.Budget).Add("authority", d => d.Authority).Add("need", d => d.Need).Add("timeline", d => d.Timeline)
        .Add("amount", d => d.Amount).Add("stage", d => d.Stage).Add("engagement", d => d.Score).Add("industry", d => d.Industry));

    [Fact]
    public void Use_OfANameAlone_ReadsTheFieldsOfTheCriteria()
    {
        var profile = Read("""{"name": "x", "qualifyAt": 60, "criteria": [{"use": "bant"}]}""");
        var code = QualificationProfile.Create<Deal>("x", p => p.QualifyAt(60).UseBant(b => b
            .Budget(Fields.Field<EvidenceLevel?>("budget"))
            .Authority(d => d.Authority)
            .Need(Fields.Field<bool?>("need"))
            .Timeline(d => d.Timeline)));
        Assert.Equal(["bant.budget", "bant.authority", "bant.need", "bant.timeline"], profile.Criteria.Select(each => each.Id));
        Assert.Equal(code.Criteria.Select(each => (each.Label, each.Weight, each.Question)), profile.Criteria.Select(
            each => (each.Label, each.Weight, each.Question)));
        Assert.Equal(
            "Beslutanderätt", ExplanationTexts.Swedish.Label(profile.Criteria[1]));
        foreach (var deal in Deals()) Assert.Equal(code.Decide(deal, AsOf), profile.Decide(deal, AsOf));
    }

    [Fact]
    public void Use_WithOptions_IsWhatTheFluentApiMakes()
    {
        var profile = Read(
            """
            {"name": "x", "qualifyAt": 50, "criteria": [
              {"use": "bant", "atLeast": "claimed", "leaveOut": ["timeline"],
               "evidence": [
                 {"id": "budget", "field": "authority", "atLeast": "documented", "weight": 25, "label": "Money"},
                 {"id": "need", "field": "need", "required": true}],
               "conditions": [{"id": "authority", "field": "amount", "atLeast": 5000, "weight": 5}]}]}
            """);
        var code = QualificationProfile.Create<Deal>("x", p => p.QualifyAt(50).UseBant(b => b
            .AtLeast(Claimed)
            .Budget(d => d.Authority, c => c.Weight(25).Label("Money"), Documented)
            .Authority(d => d.Amount >= 5_000, c => c.Weight(5))
            .Need(d => d.Need, c => c.Required())
            .LeaveOut(Bant.Timeline)));
        foreach (var deal in Deals()) Assert.Equal(code.Decide(deal, AsOf), profile.Decide(deal, AsOf));
        Assert.Equal("Money", profile.Criteria[0].Label);
    }

    [Fact]
    public void Use_WithStages_AsksForMoreLater()
    {
        var profile = Read(
            """
            {"name": "x", "qualifyAt": 50, "criteria": [
              {"use": "bant", "atLeast": "claimed",
               "stages": {"field": "stage", "order": ["Discovery", "Proposal"],
                 "from": [{"stage": "Proposal", "atLeast": "confirmed", "criteria": ["budget"]}],
                 "notBefore": [{"stage": "Proposal", "criteria": ["timeline"]}]}}]}
            """);
        var code = QualificationProfile.Create<Deal>("x", p => p.QualifyAt(50).UseBant(b => b
            .AtLeast(Claimed)
            .Budget(d => d.Budget)
            .Authority(d => d.Authority)
            .Need(d => d.Need)
            .Timeline(d => d.Timeline)
            .Stages(d => d.Stage, "Discovery", "Proposal")
            .FromStage("Proposal", Confirmed, Bant.Budget)
            .NotBefore("Proposal", Bant.Timeline)));
        foreach (var deal in Deals()) Assert.Equal(code.Decide(deal, AsOf), profile.Decide(deal, AsOf));
        Assert.Contains(
            "\"bant.budget\": it asks for more at later stages, as a criterion of a framework in code does; in data, " +
            "the framework itself has the stages: name it with \"use\".",
            Assert.Throws<QualificationProfileException>(() => code.ToDefinition(Fields)).Message, StringComparison.Ordinal);

        // The names of the fields are part of the fingerprint here too.
        var json = profile.ToDefinition(Fields).ToJson();
        Assert.NotEqual(profile.Fingerprint, Read(json.Replace("\"field\": \"stage\"", "\"field\": \"industry\"")).Fingerprint);
    }

    // An empty list would otherwise mean all criteria, as none does.
    [Theory]
    [InlineData("\"from\": [{\"stage\": \"Proposal\", \"atLeast\": \"confirmed\", \"criteria\": []}]", "it must have at least 1 entry")]
    [InlineData("\"notBefore\": [{\"stage\": \"Proposal\", \"criteria\": []}]", "it must have at least 1 entry")]
    [InlineData("\"notBefore\": [{\"stage\": \"Proposal\", \"criteria\": [\"timline\"]}]", "timeline")]
    public void Use_StageRuleWithoutACriterion_IsAFault(string rule, string part)
    {
        var exception = Assert.Throws<QualificationProfileException>(() => Read(
            """
            {"name": "x", "qualifyAt": 50, "criteria": [
              {"use": "bant", "stages": {"field": "stage", "order": ["Discovery", "Proposal"], RULE}}]}
            """.Replace("RULE", rule)));
        Assert.Equal(rule.IndexOf("[]", StringComparison.Ordinal) < 0 ? "data.use" : "data.size", Assert.Single(exception.Faults).Code);
        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_OfBooleansAsEvidence_IsTheSameProfile()
    {
        var code = QualificationProfile.Create<Deal>("x", p => p.QualifyAt(50).UseBant(b => b
            .Points(5, 10, 15)
            .Budget(Fields.Field<EvidenceLevel?>("budget"))
            .Authority(Fields.Field<EvidenceLevel?>("budget"), atLeast: Documented)
            .Need(Fields.Field<bool?>("need"), c => c.Required())
            .Timeline(Fields.Field<bool?>("need"), atLeast: Claimed)));
        var json = code.ToDefinition(Fields).ToJson();
        Assert.Contains("\"field\": \"need\", \"atLeast\": \"Claimed\"", json.Replace("\n      ", " "), StringComparison.OrdinalIgnoreCase);
        var read = Read(json);
        Assert.Equal(code.Fingerprint, read.Fingerprint);
        Assert.Equal(json, read.ToDefinition(Fields).ToJson());
        foreach (var deal in Deals()) Assert.Equal(code.Decide(deal, AsOf), read.Decide(deal, AsOf));
        Assert.Equal("at least confirmed", ExplanationTexts.English.Requirement(read["bant.need"]));
        foreach (var (level, fault) in new[] { ("documented", "evidence.flag"), ("unknown", "evidence.level"), ("sure", "data.value") })
        {
            var criterion = "{\"id\": \"a\", \"field\": \"need\", \"atLeast\": \"" + level + "\", \"required\": true}";
            var exception = Assert.Throws<QualificationProfileException>(
                () => Read("{\"name\": \"x\", \"criteria\": [" + criterion + "]}"));
            Assert.Equal(fault, Assert.Single(exception.Faults).Code);
        }
    }

    [Fact]
    public void Use_OfAnIndustry_HasItsGatesAndNextActions()
    {
        var profile = Read(
            """
            {"name": "x", "criteria": [
              {"use": "startup", "conditions": [
                {"id": "interest", "field": "engagement", "atLeast": 70},
                {"id": "budget", "field": "amount", "atLeast": 25000, "currency": "EUR"},
                {"id": "market", "field": "industry", "oneOf": ["saas", "fintech"]}]}]}
            """);
        var code = QualificationProfile.Create<Deal>("x", p => p.UseStartup(s => s
            .Interest(Fields.Field<double?>("engagement"), atLeast: 70)
            .Budget(Fields.Field<decimal?>("amount"), c => c.Currency("EUR"), atLeast: 25_000m)
            .Market(Fields.Field<string?>("industry"), "saas", "fintech")));
        Assert.Equal(code.Fingerprint, profile.Fingerprint);
        Assert.Equal(code.NextActions, profile.NextActions);
        Assert.Equal(0, profile.NearMissMargin);
    }

    [Theory]
    [InlineData("""{"use": "bant"}""")]
    [InlineData("""{"use": "bant", "points": {"claimed": 4, "confirmed": 8, "documented": 10}}""")]
    [InlineData(
        """
        {"use": "bant", "stages": {"field": "stage", "order": ["a", "b"],
        "from": [{"stage": "b", "atLeast": "documented", "criteria": ["budget"]}]}}
        """)]
    [InlineData("""{"use": "consulting", "evidence": [{"id": "project", "field": "need"}], "leaveOut": ["time-frame", "consultation"]}""")]
    [InlineData(
        """
        {"use": "consulting", "nextActions": false, "evidence": [{"id": "project", "field": "budget"}],
        "leaveOut": ["time-frame", "consultation"]}
        """)]
    public void Export_OfAUsedFramework_NamesItAgain(string use)
    {
        var json = $$"""
            {"name": "x", "qualifyAt": 40, "criteria": [
              {"id": "g", "criteria": [{"id": "size", "field": "amount", "atLeast": 1, "weight": 20}], "cap": 19}, {{use}}],
             "nextActions": [{"verdict": "qualified", "text": "Call"}]}
            """;
        var profile = Read(json);
        var exported = profile.ToDefinition(Fields).ToJson();
        Assert.Contains("\"use\": ", exported);
        var again = Read(exported);
        Assert.Equal(profile.Declaration, again.Declaration);
        Assert.Equal(profile.NextActions.Select(action => action.Id), again.NextActions.Select(action => action.Id));
        Assert.Equal(exported, again.ToDefinition(Fields).ToJson());
        foreach (var deal in Deals()) Assert.Equal(profile.Decide(deal, AsOf), again.Decide(deal, AsOf));
        Assert.Throws<QualificationProfileException>(
            () => profile.ToDefinition(new FieldMap<Deal>(f => f.Add("amount", d => d.Amount))).ToJson().Contains("export"));
    }

    [Fact]
    public void Without_OfAUsedFramework_ExportsItsOtherCriteria()
    {
        var profile = Read(
            """
            {"name": "x", "qualifyAt": 40, "criteria": [
              {"use": "bant", "leaveOut": ["need", "timeline", "authority"], "evidence": [{"id": "budget", "field": "budget"}]},
              {"id": "size", "field": "amount", "atLeast": 1, "weight": 20}]}
            """);
        var json = profile.Without("size").ToDefinition(Fields).ToJson();
        Assert.DoesNotContain("\"use\"", json);
        Assert.Contains("\"id\": \"bant.budget\"", json);
    }

    [Fact]
    public void Faults_OfAUse_NameWhatIsKnown()
    {
        var exception = Assert.Throws<QualificationProfileException>(() => Read(
            """
            {"name": "x", "qualifyAt": 40, "criteria": [
              {"use": "spiced", "leaveOut": ["situation", "pian"]},
              {"use": "faint"},
              {"use": "anum", "evidence":
               [{"id": "need", "field": "amount"}, {"id": "ned", "field": "need"}, {"id": "urgency", "field": "nothing"}],
               "leaveOut": ["authority", "money"]},
              {"use": "meddic", "stages": {"field": "amount", "order": ["a"]}, "leaveOut":
               ["metrics", "economic-buyer", "decision-criteria", "decision-process", "identify-pain"],
               "evidence": [{"id": "champion", "field": "budget", "weight": 1}]},
              {"use": "bant", "points": {"claimed": 5, "confirmed": 2},
               "conditions": [{"id": "budget", "field": "amount", "isTrue": true}]},
              {"id": "g", "criteria": [{"use": "bant"}]}]}
            """));
        Snapshot.Match(exception.Message, "FrameworkData_Faults");
    }

    [Fact]
    public void Points_OfAFramework_GoByTheLevel()
    {
        var profile = QualificationProfile.Create<Deal>("x", p => p.QualifyAt(50).UseBant(b => b
            .Points(claimed: 5, confirmed: 10)
            .Budget(d => d.Budget)
            .Authority(d => d.Authority, atLeast: Documented)
            .Need(d => d.Need)
            .LeaveOut(Bant.Timeline)));
        var result = profile.Explain(new Deal { Budget = Claimed, Authority = Confirmed, Need = true }, AsOf);
        Assert.Equal([5d, 0, 10], result.Criteria.Select(each => each.Contribution));
        Assert.Equal(50, result.Decision.Score);
    }

    private static QualificationProfile<Deal> Read(string json) =>
        QualificationProfile.Create(ProfileDefinition.Parse(json), Fields);

    private static Deal[] Deals()
    {
        var random = new SeededRandom(7);
        return [.. Enumerable.Range(0, 60).Select(_ => new Deal
        {
            Budget = random.Chance(0.2) ? null : (EvidenceLevel)random.Below(4),
            Authority = (EvidenceLevel)random.Below(4),
            Need = random.Chance(0.2) ? null : random.Chance(0.5),
            Timeline = random.Chance(0.5),
            Amount = random.Pick<decimal?>(0, 6_000, 30_000),
            Stage = random.Pick("Discovery", "Proposal", "a", "b", null!),
            Score = random.Between(50, 90),
            Industry = random.Pick("saas", "retail"),
        })];
    }

    private sealed class Deal
    {
        public EvidenceLevel? Budget { get; set; }

        public EvidenceLevel Authority { get; set; }

        public bool? Need { get; set; }

        public bool Timeline { get; set; }

        public decimal? Amount { get; set; }

        public string? Stage { get; set; }

        public double? Score { get; set; }

        public string? Industry { get; set; }
    }
}
