using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Data;

/// <summary>Every verb of the fluent API has its operator in data, and the two are the same.</summary>
public class OperatorTests
{
    /// <summary>What holds code, or belongs to a framework whose own builder asks it, and so is no data.</summary>
    private static readonly string[] NoData =
    [
        "AnsweredCountCondition", "CompetitorCountCondition", "CompetitorNamesCondition", "DifferentiatorsCondition",
        "FunctionCurve", "IncumbentCondition", "PredicateCondition`1",
    ];

    private static readonly Dictionary<string, Func<CriteriaBuilder<Probe>, CriterionBuilder<Probe>>> Cases = new()
    {
        ["\"field\": \"amount1\", \"atLeast\": 10000.5"] = p => p.Criterion("a", F<decimal?>("amount1")).AtLeast(10_000.50m),
        ["\"field\": \"amount1\", \"atMost\": 79228162514264337593543950335"] = p =>
            p.Criterion("a", F<decimal?>("amount1")).AtMost(decimal.MaxValue),
        ["\"field\": \"count1\", \"above\": -3"] = p => p.Criterion("a", F<int?>("count1")).Above(-3),
        ["\"field\": \"count2\", \"below\": 9223372036854775807"] = p => p.Criterion("a", F<long?>("count2")).Below(long.MaxValue),
        ["\"field\": \"number1\", \"equalTo\": 0.1"] = p => p.Criterion("a", F<double?>("number1")).EqualTo(0.1),
        ["\"field\": \"number2\", \"between\": {\"lower\": 0.1, \"upper\": 0.2}"] = p =>
            p.Criterion("a", F<float?>("number2")).Between(0.1f, 0.2f),
        ["\"field\": \"reading\", \"linear\": {\"from\": 100, \"to\": 0}"] = p => p.Criterion("a", F<double>("reading")).Linear(100, 0),
        ["\"field\": \"number1\", \"steps\": [{\"at\": 1, \"value\": 0.5}]"] = p =>
            p.Criterion("a", F<double?>("number1")).Steps(new CurvePoint(1, 0.5)),
        ["\"field\": \"number1\", \"piecewiseLinear\": [{\"at\": 1, \"value\": 0.5}, {\"value\": 1, \"at\": 2}]"] =
            p => p.Criterion("a", F<double?>("number1")).PiecewiseLinear(new CurvePoint(1, 0.5), new CurvePoint(2, 1)),
        ["\"field\": \"number1\", \"logistic\": {\"midpoint\": 10, \"steepness\": 0.5}"] = p =>
            p.Criterion("a", F<double?>("number1")).Logistic(10, 0.5),
        ["\"field\": \"number1\", \"bins\": {\"below\": -1, \"bins\": [{\"from\": 1, \"points\": 0.5}]}"] = p =>
            p.Criterion("a", F<double?>("number1")).Bins(-1, new ScoreBin(1, 0.5)),
        ["\"field\": \"number1\", \"bins\": {\"below\": -1, \"bins\": [{\"from\": 1, \"points\": 0.5}]}, \"metFrom\": 0.5"] =
            p => p.Criterion("a", F<double?>("number1")).Bins(-1, new ScoreBin(1, 0.5)).MetFrom(0.5),
        ["\"field\": \"text1\", \"textBins\": {\"bins\": [{\"text\": \"x\", \"points\": 0.5}, {\"text\": \"\", \"points\": 0}]}"] =
            p => p.Criterion("a", F<string?>("text1")).Bins(new TextBin("x", 0.5), new TextBin("", 0)),
        ["\"field\": \"text1\", \"textBins\": {\"otherwise\": -0.25, \"bins\": [{\"text\": \"x\", \"points\": 0.5}]}"] = p =>
            p.Criterion("a", F<string?>("text1")).Bins(-0.25, new TextBin("x", 0.5)),
        ["\"field\": \"flag1\", \"isTrue\": true"] = p => p.Criterion("a", F<bool?>("flag1")).IsTrue(),
        ["\"field\": \"flag1\", \"isFalse\": true"] = p => p.Criterion("a", F<bool?>("flag1")).IsFalse(),
        ["\"field\": \"text1\", \"equalTo\": \"5\""] = p => p.Criterion("a", F<string?>("text1")).EqualTo("5"),
        ["\"field\": \"text1\", \"oneOf\": [\"saas\", \"fintech\"]"] = p => p.Criterion("a", F<string?>("text1")).OneOf("saas", "fintech"),
        ["\"field\": \"text1\", \"noneOf\": [\"saas\"], \"comparison\": \"ordinal\""] = p =>
            p.Criterion("a", F<string?>("text1")).NoneOf(StringComparison.Ordinal, "saas"),
        ["\"field\": \"text1\", \"contains\": \"saas\", \"comparison\": \"invariantCultureIgnoreCase\""] =
            p => p.Criterion("a", F<string?>("text1")).Contains("saas", StringComparison.InvariantCultureIgnoreCase),
        ["\"field\": \"text1\", \"matches\": \"^a+$\""] = p => p.Criterion("a", F<string?>("text1")).Matches("^a+$"),
        ["\"field\": \"text1\", \"matches\": \"^a+$\", \"timeLimit\": \"00:00:02\", \"ignoreCase\": false"] =
            p => p.Criterion("a", F<string?>("text1")).Matches("^a+$", TimeSpan.FromSeconds(2), ignoreCase: false),
        ["\"field\": \"text1\", \"isPresent\": true"] = p => p.Criterion("a", F<string?>("text1")).IsPresent(),
        ["\"field\": \"text1\", \"startsWith\": \"a\""] = p => p.Criterion("a", F<string?>("text1")).StartsWith("a"),
        ["\"field\": \"text1\", \"endsWith\": \"@example.com\", \"comparison\": \"ordinal\""] =
            p => p.Criterion("a", F<string?>("text1")).EndsWith("@example.com", StringComparison.Ordinal),
        ["\"field\": \"text1\", \"isPresent\": false"] = p => p.Criterion("a", F<string?>("text1")).IsMissing(),
        ["\"field\": \"amount1\", \"isPresent\": false"] = p => p.Criterion("a", F<decimal?>("amount1")).IsMissing(),
        ["\"field\": \"tags\", \"isPresent\": true"] = p => p.Criterion("a", F<IEnumerable<string>>("tags")).IsPresent(),
        ["\"field\": \"count1\", \"oneOf\": [1, -2]"] = p => p.Criterion("a", F<int?>("count1")).OneOf(1, -2),
        ["\"field\": \"amount1\", \"noneOf\": [0.10]"] = p => p.Criterion("a", F<decimal?>("amount1")).NoneOf(0.1m),
        ["\"field\": \"duration\", \"oneOf\": [\"1.12:00:00\"]"] = p =>
            p.Criterion("a", F<TimeSpan?>("duration")).OneOf(TimeSpan.FromHours(36)),
        ["\"field\": \"date1\", \"withinNext\": 30"] = p => p.Criterion("a", F<DateTime?>("date1")).WithinNext(30),
        ["\"field\": \"date2\", \"withinLast\": 30"] = p => p.Criterion("a", F<DateTime>("date2")).WithinLast(30),
        ["\"field\": \"date1\", \"before\": \"2026-06-30\""] = p =>
            p.Criterion("a", F<DateTime?>("date1")).Before(new DateTime(2026, 6, 30)),
        ["\"field\": \"moment1\", \"after\": \"2026-06-30T16:05:00.5Z\""] =
            p => p.Criterion("a", F<DateTimeOffset?>("moment1")).After(new DateTime(2026, 6, 30, 16, 5, 0, 500, DateTimeKind.Utc)),
        ["\"field\": \"moment1\", \"halfLife\": 14.5"] = p => p.Criterion("a", F<DateTimeOffset?>("moment1")).HalfLife(14.5),
        ["\"field\": \"duration\", \"atMost\": \"1.12:00:00\""] = p =>
            p.Criterion("a", F<TimeSpan?>("duration")).AtMost(TimeSpan.FromHours(36)),
        ["\"field\": \"evidence\", \"atLeast\": \"confirmed\""] = p =>
            p.Criterion("a", F<EvidenceLevel?>("evidence")).AtLeast(EvidenceLevel.Confirmed),
        ["\"field\": \"evidence\", \"evidencePoints\": {\"claimed\": 5, \"confirmed\": 10}"] = p =>
            p.Criterion("a", F<EvidenceLevel?>("evidence")).Points(5, 10),
        ["\"field\": \"evidence\", \"evidencePoints\": {\"claimed\": 0, \"confirmed\": 0, \"documented\": 7.5}, \"metFrom\": 0.5"] =
            p => p.Criterion("a", F<EvidenceLevel?>("evidence")).Points(0, 0, 7.5).MetFrom(0.5),
        ["\"field\": \"region\", \"equalTo\": \"North\""] = p => p.Criterion("a", F<Region?>("region")).EqualTo(Region.North),
        ["\"field\": \"region\", \"oneOf\": [\"north\", \"WEST\"]"] = p =>
            p.Criterion("a", F<Region?>("region")).OneOf(Region.North, Region.West),
        ["\"field\": \"region\", \"noneOf\": [\"East\"]"] = p => p.Criterion("a", F<Region?>("region")).NoneOf(Region.East),
        ["\"field\": \"tags\", \"containsAny\": [\"edi\"]"] = p => p.Criterion("a", F<IEnumerable<string>>("tags")).ContainsAny("edi"),
        ["\"field\": \"tags\", \"containsAll\": [\"edi\"], \"comparison\": \"ordinal\""] = p =>
            p.Criterion("a", F<IEnumerable<string>>("tags")).ContainsAll(StringComparer.Ordinal, "edi"),
        ["\"field\": \"tags\", \"countAtLeast\": 2"] = p => p.Criterion("a", F<IEnumerable<string>>("tags")).CountAtLeast(2),
        ["\"field\": \"activities\", \"activity\": {\"types\": [\"saas\", \"Retail\"], \"points\": 10, \"halfLife\": 30, " +
            "\"cap\": 15, \"capPerMonth\": 12.5, \"timesValue\": true}"] =
            p => Lines(p).Points(["saas", "Retail"], false, 10).HalfLife(30).Cap(15).CapPerMonth(12.5).TimesValue(),
        ["\"field\": \"activities\", \"activity\": {\"except\": [\"saas\"], \"points\": -2.5, \"floor\": -40, \"capPerWeek\": 5}"] =
            p => Lines(p).Points(["saas"], true, -2.5).Floor(-40).CapPerWeek(5),
        ["\"field\": \"activities\", \"activity\": {\"points\": 1, \"cap\": 4}"] = p => Lines(p).Points([], true, 1).Cap(4),
        ["\"field\": \"activities\", \"activityWithinLast\": {\"days\": 30}"] = p => Lines(p).Within([], true, 30, true),
        ["\"field\": \"activities\", \"noActivityWithinLast\": {\"types\": [\"fintech\"], \"days\": 7}"] =
            p => Lines(p).Within(["fintech"], false, 7, false),
        ["\"field\": \"counts\", \"containsAny\": [7]"] = p => p.Criterion("a", F<IEnumerable<int>>("counts")).ContainsAny(7),
    };

    private static readonly Dictionary<string, Func<ProfileBuilder<Probe>, ProfileBuilder<Probe>>> Strategies = new()
    {
        ["{\"strategy\": \"weightedPoints\"}"] = p => p.ScoreByWeightedPoints(),
        ["{\"strategy\": \"weightedMean\"}"] = p => p.ScoreByWeightedMean(),
        ["{\"strategy\": \"weakestLink\"}"] = p => p.ScoreByWeakestLink(),
        ["{\"strategy\": \"geometricMean\"}"] = p => p.ScoreByGeometricMean(),
        ["{\"strategy\": \"tiers\", \"groups\": [\"g\", \"h\"]}"] = p => p.ScoreByTiers("g", "h"),
        ["{\"strategy\": \"tiers\", \"levels\": 7, \"groups\": [\"h\", \"g\"]}"] = p => p.ScoreByTiers(7, "h", "g"),
        ["{\"strategy\": \"fitAndEngagement\"}"] = p => p.ScoreByFitAndEngagement(),
        ["{\"strategy\": \"fitAndEngagement\", \"fitDimension\": \"engagement\", \"engagementDimension\": \"fit\", " +
            "\"fitShare\": 0.25, \"digits\": [{\"grade\": \"+\", \"from\": 50}, {\"grade\": \"-\", \"from\": 0}]}"] =
            p => p.ScoreByFitAndEngagement(
                new FitEngagementOptions
                {
                    FitDimension = "engagement",
                    EngagementDimension = "fit",
                    FitShare = 0.25,
                    Digits = new GradeScale(new GradeBand("+", 50), new GradeBand("-", 0)),
                }),
        ["{\"strategy\": \"logOdds\", \"intercept\": -1.5}"] = p => p.ScoreByLogOdds(-1.5),
        ["{\"strategy\": \"logOdds\", \"intercept\": 1, \"least\": 0, \"greatest\": 1}"] = p => p.ScoreByLogOdds(1, 0, 1),
    };

    public static TheoryData<string> CaseNames => [.. Cases.Keys];

    public static TheoryData<string> StrategyNames => [.. Strategies.Keys];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Operator_InDataAndInCode_IsTheSame(string data)
    {
        var hasBins = data.Contains("ins\": {");
        var scale = hasBins ? "\"scoring\": {\"strategy\": \"logOdds\", \"intercept\": 0}, " : "\"floor\": -50, ";
        var hasPoints = hasBins || data.Contains("\"activity\": {") || data.Contains("Points\": {");
        var code = QualificationProfile.Create<Probe>("x", p =>
        {
            var criterion = Cases[data](p);
            if (hasBins) p.ScoreByLogOdds(0).QualifyAt(50);
            else if (hasPoints) p.Floor(-50).QualifyAt(50);
            else criterion.Required();
        });
        var json =
            $"{{\"name\": \"x\", " +
            $"{(hasPoints ? "\"qualifyAt\": 50, " + scale : "")}\"criteria\": " +
            $"[{{\"id\": \"a\", {data}{(hasPoints ? "" : ", \"required\": true")}}}]}}";
        var read = QualificationProfile.Create(ProfileDefinition.Parse(json), ProbeFields.All);
        Assert.Equal(code.Declaration, read.Declaration);
        var again = QualificationProfile.Create(ProfileDefinition.Parse(code.ToDefinition(ProbeFields.All).ToJson()), ProbeFields.All);
        Assert.Equal(code.Declaration, again.Declaration);
        var random = new SeededRandom(5);
        for (var i = 0; i < 20; i++)
        {
            var probe = Probe.Generate(random, Asking.AsOf);
            Assert.Equal(code.Decide(probe, Asking.AsOf), read.Decide(probe, Asking.AsOf));
        }
    }

    [Theory]
    [MemberData(nameof(StrategyNames))]
    public void Strategy_InDataAndInCode_IsTheSame(string data)
    {
        var code = QualificationProfile.Create<Probe>("x", p =>
        {
            p.Group("g", g => g.Criterion("a", F<bool?>("flag1")).IsTrue().Weight(2).Dimension("fit"));
            p.Group("h", g => g.Criterion("b", F<bool?>("flag2")).IsTrue().Weight(1).Dimension("engagement"));
            Strategies[data](p).QualifyAt(40);
        });
        var json = $$"""
            {"name": "x", "qualifyAt": 40, "scoring": {{data}}, "criteria": [
              {"id": "g", "criteria": [{"id": "a", "field": "flag1", "isTrue": true, "weight": 2, "dimension": "fit"}]},
              {"id": "h", "criteria": [{"id": "b", "field": "flag2", "isTrue": true, "weight": 1, "dimension": "engagement"}]}]}
            """;
        Assert.Equal(code.Declaration, QualificationProfile.Create(ProfileDefinition.Parse(json), ProbeFields.All).Declaration);
        Assert.Equal(code.Declaration, QualificationProfile.Create(code.ToDefinition(ProbeFields.All), ProbeFields.All).Declaration);
    }

    [Fact]
    public void Cases_OfTheTable_AreAllOperatorsAndStrategies()
    {
        Assert.All(OperatorShape.All, op => Assert.Contains(Cases.Keys, data => data.Contains($"\"{op.Name}\": ")));
        Assert.All(StrategyShape.All, strategy => Assert.Contains(Strategies.Keys, data => data.Contains($"\"{strategy.Name}\"")));
    }

    [Fact]
    public void BuiltInTestsAndCurves_ButThoseListed_CanBeData()
    {
        var tests = typeof(Decision).Assembly.GetTypes().Where(type =>
            !type.IsAbstract && (IsTest(type.BaseType) || typeof(Curve).IsAssignableFrom(type)));
        Assert.Equal(NoData, tests.Where(type => !typeof(IOperatorSource).IsAssignableFrom(type)).Select(type => type.Name).OrderBy(
            name => name, StringComparer.Ordinal));

        static bool IsTest(Type? type) => type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(ValueCondition<>);
    }

    [Fact]
    public void BuiltInStrategies_All_CanBeData() => Assert.Equal(
        typeof(Decision).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(ScoringStrategy).IsAssignableFrom(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
        StrategyShape.All.Select(strategy => strategy.GetType().GetGenericArguments()[0])
            .OrderBy(type => type.Name, StringComparer.Ordinal));

    [Fact]
    public void Offer_OfEveryField_NamesKnownOperatorsAlone()
    {
        var offered = new HashSet<string>();
        foreach (var name in ProbeFields.All.Names)
        {
            offered.UnionWith(new OperatorList(ProbeFields.All.Find(name)!.Ask(new ProfileBuilder<Probe>(new()), name)).Names);
        }
        Assert.Equal(
            OperatorShape.All.Select(op => op.Name).OrderBy(name => name, StringComparer.Ordinal),
            offered.OrderBy(name => name, StringComparer.Ordinal));
    }

    [Fact]
    public void DataValues_OfEveryType_ReadBack()
    {
        object[] values =
        [
            "", "x", int.MinValue, long.MaxValue, 0.1f, float.MaxValue, double.Epsilon, -1.7976931348623157e308, decimal.MinValue,
            0.0000000000000000000000000001m, Region.West, EvidenceLevel.Documented, new DateTime(1, DateTimeKind.Utc), DateTime.MaxValue,
            new DateTime(2026, 6, 30), TimeSpan.MinValue, TimeSpan.FromTicks(1), StringSplitOptions.RemoveEmptyEntries,
            AttributeTargets.Class | AttributeTargets.Enum,
        ];
        Assert.All(values, value =>
        {
            var read = DataValues.Read(value.GetType(), DataValues.Write(value)!);
            Assert.Equal(value, read);
            if (value is DateTime date) Assert.Equal(date.Kind, ((DateTime)read!).Kind);
        });
        Assert.False(DataValues.Write(new Version(1, 0)).IsReadable);
    }

    [Theory]
    [InlineData(typeof(int), "1.5")]
    [InlineData(typeof(int), "2147483648")]
    [InlineData(typeof(long), "1e3")]
    [InlineData(typeof(decimal), "1e29")]
    [InlineData(typeof(decimal), "1,000")]
    [InlineData(typeof(double), "1e999")]
    [InlineData(typeof(double), "NaN")]
    [InlineData(typeof(double), "٣")]
    [InlineData(typeof(float), "1e39")]
    [InlineData(typeof(float), "1e-60")]
    [InlineData(typeof(double), "1e-400")]
    [InlineData(typeof(decimal), "1e-30")]
    [InlineData(typeof(decimal), "1.00000000000000000000000000001")]
    [InlineData(typeof(DateTime), "2026-06-30T16:00:00+02:00")]
    [InlineData(typeof(DateTime), "30/06/2026")]
    [InlineData(typeof(DateTime), "2026-02-30")]
    [InlineData(typeof(TimeSpan), "5 days")]
    [InlineData(typeof(EvidenceLevel), "2")]
    [InlineData(typeof(EvidenceLevel), "Sure")]
    [InlineData(typeof(EvidenceLevel), "")]
    [InlineData(typeof(EvidenceLevel), "Claimed, Documented, Nothing")]
    public void DataValues_TextOfAnotherType_IsNoValue(Type type, string text)
    {
        Assert.Null(DataValues.Read(type, DataNode.Of(text)));
        Assert.Null(DataValues.Read(type, DataNode.Of(text, isLoose: true)));
        if (type.IsPrimitive || type == typeof(decimal)) Assert.Null(DataValues.Read(type, DataNode.Digits(text)));
    }

    private static ActivityVerbs<Probe> Lines(CriteriaBuilder<Probe> builder) =>
        ActivityVerbs<Probe>.On(builder, "a", ProbeFields.All.Activities("activities"));

    private static Func<Probe, TValue> F<TValue>(string name) => ProbeFields.All.Field<TValue>(name);
}
