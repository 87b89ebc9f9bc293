#if !NETFRAMEWORK && !NETSTANDARD_ASSET
using System;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sqo.Qualification.Tests.Profiles.Data;

/// <summary>
/// The part of JSON Schema 2020-12 that the schema uses. No validator can be restored from the feed without a package that it
/// lacks; this one refuses a keyword that it does not know, so that it can't agree by not looking.
/// </summary>
internal sealed class SchemaValidator(string schema)
{
    private readonly JsonElement _root = JsonDocument.Parse(schema).RootElement;

    public bool Accepts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Holds(_root, document.RootElement);
    }

    private bool Holds(JsonElement schema, JsonElement value) => schema.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => schema.EnumerateObject().All(keyword => Holds(schema, keyword.Name, keyword.Value, value)),
    };

    private bool Holds(JsonElement schema, string keyword, JsonElement rule, JsonElement value)
    {
        var isObject = value.ValueKind == JsonValueKind.Object;
        var isText = value.ValueKind == JsonValueKind.String;
        var isNumber = value.ValueKind == JsonValueKind.Number;
        switch (keyword)
        {
            case "$schema" or "$id" or "$defs" or "title" or "description" or "then" or "else": return true;
            case "$ref": return Holds(Resolve(rule.GetString()!), value);
            case "type":
                return rule.ValueKind == JsonValueKind.Array
                    ? rule.EnumerateArray().Any(type => IsOf(type.GetString()!, value))
                    : IsOf(rule.GetString()!, value);
            case "const": return JsonElement.DeepEquals(rule, value);
            case "enum": return rule.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value));
            case "not": return !Holds(rule, value);
            case "allOf": return rule.EnumerateArray().All(inner => Holds(inner, value));
            case "anyOf": return rule.EnumerateArray().Any(inner => Holds(inner, value));
            case "oneOf": return rule.EnumerateArray().Count(inner => Holds(inner, value)) == 1;
            case "if":
                var branch = Holds(rule, value) ? "then" : "else";
                return !schema.TryGetProperty(branch, out var next) || Holds(next, value);
            case "properties":
                return !isObject
                    || value.EnumerateObject().All(member =>
                        !rule.TryGetProperty(member.Name, out var inner) || Holds(inner, member.Value));
            case "required": return !isObject || rule.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _));
            case "additionalProperties":
                return !isObject
                    || value.EnumerateObject().All(member =>
                        schema.GetProperty("properties").TryGetProperty(member.Name, out _) || Holds(rule, member.Value));
            case "dependentSchemas":
                return !isObject
                    || rule.EnumerateObject().All(inner => !value.TryGetProperty(inner.Name, out _) || Holds(inner.Value, value));
            case "items": return value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Holds(rule, item));
            case "maxItems": return value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= rule.GetInt32();
            case "minItems": return value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32();
            case "minLength": return !isText || value.GetString()!.EnumerateRunes().Count() >= rule.GetInt32();
            case "exclusiveMinimum": return !isNumber || value.GetDouble() > rule.GetDouble();
            case "maxLength": return !isText || value.GetString()!.EnumerateRunes().Count() <= rule.GetInt32();
            case "pattern": return !isText || Regex.IsMatch(value.GetString()!, rule.GetString()!);
            case "minimum": return !isNumber || value.GetDouble() >= rule.GetDouble();
            case "maximum": return !isNumber || value.GetDouble() <= rule.GetDouble();
            default: throw new NotSupportedException($"The schema uses \"{keyword}\".");
        }
    }

    private JsonElement Resolve(string reference) =>
        reference["#/".Length..].Split('/').Aggregate(_root, (at, name) => at.GetProperty(name));

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() % 1 == 0,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => throw new NotSupportedException($"The schema uses the type \"{type}\"."),
    };
}
#endif
