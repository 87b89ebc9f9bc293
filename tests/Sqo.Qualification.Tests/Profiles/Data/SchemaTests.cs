// System.Text.Json is here for .NET 10 alone; the other test projects take these files too.
#if !NETFRAMEWORK && !NETSTANDARD_ASSET
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Profiles.Data;

/// <summary>The schema that ships in the package takes what the reader takes, and refuses what the reader refuses.</summary>
public class SchemaTests
{
    /// <summary>Faults of form that a schema of this draft has no words for.</summary>
    private static readonly string[] BeyondASchema = ["data.depth"];

    private static readonly Lazy<SchemaValidator> Schema = new(() => new SchemaValidator(File.ReadAllText(SchemaFile())));

    [Fact]
    public void Schema_OfThePackage_SaysWhatTheReadersTableSays() =>
        Assert.Equal(SchemaText.Write(), File.ReadAllText(SchemaFile()).ReplaceLineEndings("\n"));

    [Fact]
    public void Schema_OfAnyDefinition_TakesIt() => Property.Holds(Deep.Size(80, 300), (random, size) =>
    {
        var json = new DefinitionMaker(random).Make(size, out var profile);
        Assert.True(IsValid(json), json);
        Assert.True(IsValid(profile.ToDefinition(ProbeFields.All).ToJson()), json);
    });

    [Fact]
    public void Schema_OfAnyMutation_AgreesWithTheReader()
    {
        var taken = 0;
        var refused = 0;
        Property.Holds(Deep.Size(400, 1_500), (random, size) =>
        {
            var root = JsonNode.Parse(new DefinitionMaker(random).Make(1 + (size / 4), out _))!;
            Mutate(root, random);
            var json = root.ToJsonString();
            var faults = FaultsOf(json);
            if (faults.Length > 0 && faults.All(fault => BeyondASchema.Contains(fault.Code))) return;
            Assert.True(IsValid(json) == (faults.Length == 0), $"{json}\n{string.Join<ProfileFault>("\n", faults)}");
            if (faults.Length == 0) taken++;
            else refused++;
        });
        Assert.True(taken >= Deep.Size(10, 50) && refused > Deep.Size(130, 500), $"{taken} were taken and {refused} refused.");
    }

    [Theory]
    [InlineData("\"use\": \"bnat\"", "\"use\": \"bant\"")]
    [InlineData("\"use\": \"BANT\"", "\"use\": \"meddpicc\"")]
    [InlineData("\"use\": \"start-up\"", "\"use\": \"startup\"")]
    [InlineData(
        "\"use\": \"bant\", \"points\": {\"claimed\": -1, \"confirmed\": 2}",
        "\"use\": \"bant\", \"points\": {\"claimed\": 0, \"confirmed\": 2}")]
    [InlineData("\"id\": \"a\", \"criteria\": []", "\"id\": \"a\", \"criteria\": [{\"use\": \"bant\"}]")]
    [InlineData(
        "\"id\": \"a\", \"combine\": \"allOf\", \"parts\": []",
        "\"id\": \"a\", \"combine\": \"allOf\", \"parts\": [{\"id\": \"b\", \"field\": \"x\", \"isTrue\": true}]")]
    [InlineData("\"id\": \"a\", \"field\": \"x\", \"oneOf\": []", "\"id\": \"a\", \"field\": \"x\", \"oneOf\": [1]")]
    [InlineData("\"id\": \"a\", \"field\": \"x\", \"containsAll\": []", "\"id\": \"a\", \"field\": \"x\", \"containsAll\": [\"\"]")]
    [InlineData("\"id\": \"a\", \"field\": \"x\", \"contains\": \"\"", "\"id\": \"a\", \"field\": \"x\", \"contains\": \" \"")]
    [InlineData("\"id\": \"a\", \"field\": \"x\", \"withinLast\": 36526", "\"id\": \"a\", \"field\": \"x\", \"withinLast\": 36525")]
    [InlineData("\"id\": \"a\", \"field\": \"x\", \"withinNext\": -1", "\"id\": \"a\", \"field\": \"x\", \"withinNext\": 0")]
    [InlineData("\"id\": \"a\", \"field\": \"x\", \"countAtLeast\": 0", "\"id\": \"a\", \"field\": \"x\", \"countAtLeast\": 1")]
    [InlineData("\"id\": \"a\", \"field\": \"x\", \"halfLife\": 0", "\"id\": \"a\", \"field\": \"x\", \"halfLife\": 1e-9")]
    [InlineData(
        "\"id\": \"a\", \"field\": \"x\", \"isTrue\": true, \"metFrom\": 0",
        "\"id\": \"a\", \"field\": \"x\", \"isTrue\": true, \"metFrom\": 1")]
    [InlineData(
        "\"id\": \"a\", \"field\": \"x\", \"isTrue\": true, \"effort\": -1",
        "\"id\": \"a\", \"field\": \"x\", \"isTrue\": true, \"effort\": 0")]
    [InlineData(
        "\"id\": \"a\", \"field\": \"x\", \"isTrue\": true, \"weight\": 1e999",
        "\"id\": \"a\", \"field\": \"x\", \"isTrue\": true, \"weight\": 1e308")]
    [InlineData(
        "\"id\": \"a\", \"field\": \"x\", \"steps\": []",
        "\"id\": \"a\", \"field\": \"x\", \"steps\": [{\"at\": 1, \"value\": 1}]")]
    [InlineData(
        "\"id\": \"a\", \"field\": \"x\", \"steps\": [{\"at\": 1, \"value\": 1.5}]",
        "\"id\": \"a\", \"field\": \"x\", \"steps\": [{\"at\": 1, \"value\": 0}]")]
    [InlineData(
        "\"id\": \"a\", \"field\": \"x\", \"activity\": {\"types\": [], \"points\": 1}",
        "\"id\": \"a\", \"field\": \"x\", \"activity\": {\"except\": [], \"points\": 1}")]
    [InlineData(
        "\"id\": \"a\", \"field\": \"x\", \"activity\": {\"types\": [\" \"], \"points\": 1}",
        "\"id\": \"a\", \"field\": \"x\", \"activity\": {\"types\": [\"other\"], \"points\": 1}")]
    [InlineData("\"id\": \"a\\u2028\", \"field\": \"x\", \"isTrue\": true", "\"id\": \"\\ufeff\", \"field\": \"x\", \"isTrue\": true")]
    public void Schema_OfACriterion_RefusesWhatTheReaderRefuses(string bad, string good)
    {
        Assert.Equal((false, true), Verdicts(bad));
        Assert.Equal((true, false), Verdicts(good));

        static (bool IsValid, bool HasFaults) Verdicts(string members)
        {
            var json = "{\"name\": \"x\", \"criteria\": [{" + members + "}]}";
            return (IsValid(json), FaultsOf(json).Length > 0);
        }
    }

    /// <summary>What the form takes, the verbs take too: no bound of the table is wider or narrower than theirs.</summary>
    [Theory]
    [InlineData("\"qualifyAt\": 0", "\"isTrue\": true, \"weight\": 1", "flag1")]
    [InlineData("\"qualifyAt\": 100, \"nearMissWithin\": 100, \"hysteresis\": 100", "\"isTrue\": true, \"weight\": 1", "flag1")]
    [InlineData("\"nearMissWithin\": 0", "\"withinNext\": 36525, \"required\": true, \"effort\": 0", "date1")]
    [InlineData("\"hysteresis\": 0", "\"withinLast\": 0, \"required\": true, \"metFrom\": 1", "date1")]
    [InlineData("\"qualifyAt\": 50", "\"halfLife\": 1e-300, \"weight\": 1, \"metFrom\": 1e-300", "date1")]
    [InlineData("\"qualifyAt\": 50", "\"steps\": [{\"at\": 1, \"value\": 0}, {\"at\": 2, \"value\": 1}], \"weight\": 1", "number1")]
    [InlineData("\"version\": \"2\"", "\"countAtLeast\": 1, \"required\": true", "tags")]
    [InlineData("\"version\": \"2\"", "\"contains\": \" \", \"required\": true", "text1")]
    [InlineData("\"version\": \"2\"", "\"noActivityWithinLast\": {\"days\": 0, \"except\": []}, \"required\": true", "activities")]
    [InlineData("\"qualifyAt\": 50", "\"evidencePoints\": {\"claimed\": 0, \"confirmed\": 0, \"documented\": 1}", "evidence")]
    [InlineData(
        "\"qualifyAt\": 50, \"scoring\": {\"strategy\": \"logOdds\", \"intercept\": 0, \"least\": 0, \"greatest\": 1}",
        "\"isTrue\": true, \"weight\": 1", "flag1")]
    public void Bounds_OfTheForm_AreThoseOfTheVerbs(string profile, string criterion, string field)
    {
        var json = $"{{\"name\": \"x\", {profile}, \"criteria\": [{{\"id\": \"a\", \"field\": \"{field}\", {criterion}}}]}}";
        Assert.True(IsValid(json));
        Assert.Single(QualificationProfile.Create(ProfileDefinition.Parse(json), ProbeFields.All).Criteria);
    }

    [Fact]
    public void Names_OfFrameworks_AreThoseOfTheLists() => Assert.Equal(
        Sqo.Qualification.Frameworks.All.Concat(Industries.All).Select(framework => framework.Id),
        ((ChoiceShape)FrameworkShape.Only.Members[0].Shape).Names);

    private static void Mutate(JsonNode root, SeededRandom random)
    {
        var nodes = new List<JsonNode>();
        Collect(root);
        switch (random.Pick(nodes))
        {
            case JsonObject members:
                var names = members.Select(member => member.Key).ToList();
                switch (random.Below(4))
                {
                    case 0 when names.Count > 0: members.Remove(random.Pick(names)); break;
                    case 1 when names.Count > 0: members[random.Pick(names)] = Anything(random); break;
                    case 2:
                        var known = random.Pick(
                            "id", "field", "parts", "criteria", "atLeast", "oneOf", "comparison", "ignoreCase", "timeLimit", "count",
                            "weight", "name", "colour", "$schema", "label", "cap", "use", "metFrom", "effort", "qualifyAt", "contains");
                        members[known] = Anything(random);
                        break;
                    default:
                        if (names.Count == 0) break;
                        var name = random.Pick(names);
                        var value = members[name];
                        members.Remove(name);
                        members[random.Pick(name.ToUpperInvariant(), name + "s", "atMost", "isTrue", "required")] = value;
                        break;
                }

                break;
            case JsonArray items:
                if (random.Chance(0.5) || items.Count == 0) items.Add(Anything(random));
                else items.RemoveAt(random.Below(items.Count));
                break;
        }

        void Collect(JsonNode? node)
        {
            if (node is not (JsonObject or JsonArray)) return;
            nodes.Add(node);
            foreach (var inner in node is JsonObject members ? members.Select(member => member.Value) : (JsonArray)node) Collect(inner);
        }
    }

    private static JsonNode? Anything(SeededRandom random) => JsonNode.Parse(random.Pick(
        "null", "true", "false", "0", "-1.5", "1", "0.5", "100", "1e-300", "\"bant\"", "\"BANT\"", "[\"a\"]",
        "\"\\ufeff\"", "\"\\u0085\"", "7", "3000000000", "\"\"", "\" \"", "\"text\"", "\"ordinal\"", "\"allOf\"", "\"atLeast\"",
        "[]", "[1]", "[\"a\", \"b\"]", "[null]", "{}", "{\"from\": 1, \"to\": 2}",
        "{\"strategy\": \"weightedMean\"}", "{\"id\": \"x\", \"field\": \"flag1\", \"isTrue\": true}", $"\"{new string('x', 1_001)}\""));

    private static bool IsValid(string json) => Schema.Value.Accepts(json);

    private static ProfileFault[] FaultsOf(string json)
    {
        try
        {
            ProfileDefinition.Parse(json);
            return [];
        }
        catch (QualificationProfileException e)
        {
            return [.. e.Faults];
        }
    }

    // The file that is packed.
    private static string SchemaFile([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(
            Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../../src/Sqo.Qualification/schemas/sqo-profile.schema.json"));
}
#endif
