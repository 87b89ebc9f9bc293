#if !NETFRAMEWORK && !NETSTANDARD_ASSET
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification.Tests.Profiles.Data;

/// <summary>The JSON Schema that says what the reader's own table of forms says.</summary>
internal static class SchemaText
{
    // White space is not the same in the regular expressions of ECMAScript and in .NET.
    private const string Visible = "[^\\s\\u0085]|\\ufeff";

    public static string Write() => DataJson.Write(Object(
        ("$schema", Text("https://json-schema.org/draft/2020-12/schema")),
        ("$id", Text("urn:sqo-qualification:profile:1")),
        ("title", Text("Profile of Sqo.Qualification")),
        ("description",
            Text("A whole qualification profile as plain data. Whether an operator fits its field, the program's field map says.")),
        ("$ref", Text("#/$defs/profile")),
        ("$defs", Object(
            ("profile", Of(DefinitionShape.Profile)),
            ("group", Of(DefinitionShape.Group)),
            ("combination", With(Of(DefinitionShape.Combination), ("allOf", List(CountGoesWithAtLeast())))),
            ("criterion", Criterion()),
            ("framework", Of(FrameworkShape.Only)),
            ("inGroup", Nodes("criterion", "combination", "group", "framework")),
            ("inCombination", Nodes("criterion", "combination")),
            ("words", Words()),
            ("name", Object(
                ("$ref", Text("#/$defs/words")),
                ("not", Object(("pattern", Text("[\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]")))))),
            ("number", With(Object(("type", Text("number"))), Finite())),
            ("value", With(
                Object(("type", List(Text("string"), Text("number"))), ("maxLength", DataNode.Of((long)TextShape.Longest))), Finite()))))));

    private static DataNode Of(DataShape shape) => shape switch
    {
        TextShape { IsName: true } => Ref("name"),
        TextShape { MustShow: true } => Ref("words"),
        TextShape { IsFilled: true } => Object(
            ("type", Text("string")), ("minLength", DataNode.Of(1L)), ("maxLength", DataNode.Of((long)TextShape.Longest))),
        TextShape => Object(("type", Text("string")), ("maxLength", DataNode.Of((long)TextShape.Longest))),
        NumberShape number => Number(number),
        FlagShape { MustBeTrue: true } => Object(("const", DataNode.Of(true))),
        FlagShape => Object(("type", Text("boolean"))),
        ChoiceShape choice => Object(("enum", List([.. choice.Names.Select(Text)]))),
        ValueShape => Ref("value"),
        ListShape { Least: 0 } list => Object([("type", Text("array")), .. Items(list)]),
        ListShape list => Object([("type", Text("array")), ("minItems", DataNode.Of((long)list.Least)), .. Items(list)]),
        CriterionShape => Ref("criterion"),
        NodeShape node => Ref(node.TakesGroups ? "inGroup" : "inCombination"),
        StrategyShape => Object(("oneOf", List([.. StrategyShape.All.Select(strategy => Of(strategy.Shape))]))),
        ObjectShape members => Object(
            ("type", Text("object")),
            ("properties", Object([.. members.Members.Select(member => (member.Name, Of(member.Shape)))])),
            ("required", List([.. members.Members.Where(member => member.IsRequired).Select(member => Text(member.Name))])),
            ("additionalProperties", DataNode.Of(false))),
        _ => throw new System.NotSupportedException(shape.GetType().Name),
    };

    // One operator, and beside it only what goes with it.
    private static DataNode Criterion() => With(
        Of(CriterionShape.Only.Whole),
        ("oneOf", List([.. OperatorShape.All.Select(op => Object(("required", List(Text(op.Name)))))])),
        ("dependentSchemas", Object([.. OperatorShape.Settings.Select(setting => (
            setting.Name,
            Object(("anyOf",
                List([.. OperatorShape.All.Where(op => op.SettingNames.Contains(setting.Name))
                .Select(op => Object(("required", List(Text(op.Name)))))])))))])));

    private static DataNode CountGoesWithAtLeast() => Object(
        ("if", Object(("properties", Object(("combine", Object(("const", Text("atLeast")))))))),
        ("then", Object(("required", List(Text("count"))))),
        ("else", Object(("properties", Object(("count", DataNode.Of(false)))))));

    private static DataNode Words() =>
        Object(("type", Text("string")), ("maxLength", DataNode.Of((long)TextShape.Longest)), ("pattern", Text(Visible)));

    private static (string Name, DataNode Value)[] Items(ListShape list) =>
        [("maxItems", DataNode.Of((long)ListShape.Longest)), ("items", Of(list.Item))];

    private static DataNode Number(NumberShape number)
    {
        var members = new List<(string Name, DataNode Value)>
        {
            number.IsWhole ? ("type", Text("integer")) : ("$ref", Text("#/$defs/number")),
        };
        if (number.Least > double.MinValue) members.Add((number.IsAbove ? "exclusiveMinimum" : "minimum", DataNode.Of(number.Least)));
        if (number.Most < double.MaxValue) members.Add(("maximum", DataNode.Of(number.Most)));
        return Object([.. members]);
    }

    // 1e999 is a number in JSON, and no finite one.
    private static (string Name, DataNode Value)[] Finite() =>
        [("minimum", DataNode.Of(double.MinValue)), ("maximum", DataNode.Of(double.MaxValue))];

    private static DataNode Nodes(params string[] kinds) => Object(("oneOf", List([.. kinds.Select(Ref)])));

    private static DataNode Ref(string name) => Object(("$ref", Text("#/$defs/" + name)));

    private static DataNode With(DataNode node, params (string Name, DataNode Value)[] more) =>
        DataNode.Object([.. node.Members, .. more.Select(member => DataNode.Member(member.Name, member.Value))]);

    private static DataNode Object(params (string Name, DataNode Value)[] members) =>
        DataNode.Object([.. members.Select(member => DataNode.Member(member.Name, member.Value))]);

    private static DataNode List(params DataNode[] items) => DataNode.List(items);

    private static DataNode Text(string value) => DataNode.Of(value);
}
#endif
