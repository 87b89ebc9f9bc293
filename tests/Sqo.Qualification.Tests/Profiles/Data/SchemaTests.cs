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
                            "weight", "name", "colour", "$schema", "label", "cap");
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
        "null", "true", "false", "0", "-1.5", "7", "3000000000", "\"\"", "\" \"", "\"text\"", "\"ordinal\"", "\"allOf\"", "\"atLeast\"",
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
