namespace Sqo.Qualification;

/// <summary>The form of a whole profile.</summary>
internal static class DefinitionShape
{
    public const string Criteria = "criteria";
    public const string Field = "field";
    public const string Parts = "parts";
    public const string QualifyGrades = "qualifyGrades";
    public const string QualifyDimensions = "qualifyDimensions";

    /// <summary>What criteria and combinations have in common.</summary>
    public static readonly DataMember[] Counting =
    [
        new("required", FlagShape.Any),
        new("weight", NumberShape.Any),
        new("when", TextShape.Name),
        new("metFrom", NumberShape.MetFrom),
        new("decay", new ObjectShape(
            new DataMember("by", TextShape.Name, isRequired: true), new DataMember("halfLife", NumberShape.Positive, isRequired: true))),
        new("label", TextShape.Words),
        new("dimension", TextShape.Name),
        new("effort", NumberShape.NotNegative),
        new("fixed", FlagShape.Any),
        new("question", TextShape.Words),
        new("nextAction", TextShape.Words),
        new("currency", TextShape.Name),
        new("revision", TextShape.Name),
    ];

    public static readonly ListShape Grades = new(TextShape.Name, least: 1);

    public static readonly ListShape DimensionThresholds = new(new ObjectShape(
        new DataMember("dimension", TextShape.Name, isRequired: true), new DataMember("from", NumberShape.Score, isRequired: true)));

    public static readonly ChoiceShape Verdicts = new("disqualified", "nearMiss", "needsDiscovery", "qualified");

    public static readonly ChoiceShape Combinations = new("allOf", "anyOf", "noneOf", "atLeast");

    public static readonly ObjectShape Group = new(
        new DataMember("id", TextShape.Name, isRequired: true),
        new DataMember("label", TextShape.Words),
        new DataMember("floor", NumberShape.Any),
        new DataMember("cap", NumberShape.Any),
        new DataMember(Criteria, new ListShape(NodeShape.InGroup, least: 1), isRequired: true));

    public static readonly ObjectShape Combination = new(
    [
        new DataMember("id", TextShape.Name, isRequired: true),
        new DataMember("combine", Combinations, isRequired: true),
        new DataMember("count", NumberShape.Count),
        .. Counting,
        new DataMember(Parts, new ListShape(NodeShape.InCombination, least: 1), isRequired: true),
    ]);

    public static readonly ObjectShape Profile = new(
        new DataMember("$schema", TextShape.Words, isIgnored: true),
        new DataMember("name", TextShape.Name, isRequired: true),
        new DataMember("version", TextShape.Name),
        new DataMember("qualifyAt", NumberShape.Score),
        new DataMember(QualifyGrades, Grades),
        new DataMember(QualifyDimensions, DimensionThresholds),
        new DataMember("nearMissWithin", NumberShape.Score),
        new DataMember("hysteresis", NumberShape.Score),
        new DataMember("floor", NumberShape.Any),
        new DataMember("cap", NumberShape.Any),
        new DataMember("onError", new ChoiceShape("throw", "answerUnknown")),
        new DataMember("scoring", StrategyShape.Only),
        new DataMember(Criteria, new ListShape(NodeShape.InGroup, least: 1), isRequired: true),
        new DataMember("nextActions", new ListShape(new ObjectShape(
            new DataMember("id", TextShape.Name),
            new DataMember("verdict", Verdicts, isRequired: true),
            new DataMember("text", TextShape.Words, isRequired: true)))));
}
