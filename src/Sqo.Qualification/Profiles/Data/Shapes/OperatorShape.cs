namespace Sqo.Qualification;

/// <summary>An operator: its name, and the forms of its operand and its settings.</summary>
internal sealed class OperatorShape
{
    /// <summary>The settings of operators.</summary>
    public static readonly DataMember[] Settings =
    [
        new(Operators.Comparison, new ChoiceShape(Operators.Comparisons)),
        new(Operators.TimeLimit, TextShape.Words),
        new(Operators.IgnoreCase, FlagShape.Any),
    ];

    private static readonly ObjectShape Point = new(
        new DataMember("at", NumberShape.Any, isRequired: true), new DataMember("value", NumberShape.Share, isRequired: true));

    private static readonly ListShape Values = new(ValueShape.Any, least: 1);

    /// <summary>Points by the level of evidence.</summary>
    public static readonly ObjectShape EvidencePoints = new(
        new DataMember(EvidencePointsCondition.Claimed, NumberShape.NotNegative, isRequired: true),
        new DataMember(EvidencePointsCondition.Confirmed, NumberShape.NotNegative, isRequired: true),
        new DataMember(EvidencePointsCondition.Documented, NumberShape.Positive));

    private static readonly DataMember[] ActivityTypes =
    [
        new(ActivityRule.Types, new ListShape(TextShape.Words, least: 1)),
        new(ActivityRule.Except, new ListShape(TextShape.Words)),
    ];

    private static readonly ObjectShape ActivityWindow = new(
        [.. ActivityTypes, new DataMember(ActivityRule.Days, NumberShape.Days, isRequired: true)]);

    /// <summary>The closed list of operators.</summary>
    public static readonly OperatorShape[] All =
    [
        new(Operators.AtLeast, ValueShape.Compared),
        new(Operators.AtMost, ValueShape.Compared),
        new(Operators.Above, ValueShape.Compared),
        new(Operators.Below, ValueShape.Compared),
        new(Operators.Between, new ObjectShape(
            new DataMember("lower", ValueShape.Compared, isRequired: true),
            new DataMember("upper", ValueShape.Compared, isRequired: true))),
        new(Operators.EqualTo, ValueShape.Any, Operators.Comparison),
        new(Operators.OneOf, Values, Operators.Comparison),
        new(Operators.NoneOf, Values, Operators.Comparison),
        new(Operators.Contains, TextShape.Part, Operators.Comparison),
        new(Operators.StartsWith, TextShape.Part, Operators.Comparison),
        new(Operators.EndsWith, TextShape.Part, Operators.Comparison),
        new(Operators.Matches, TextShape.Any, Operators.TimeLimit, Operators.IgnoreCase),
        new(Operators.IsPresent, FlagShape.Any),
        new(Operators.IsTrue, FlagShape.True),
        new(Operators.IsFalse, FlagShape.True),
        new(Operators.ContainsAny, Values, Operators.Comparison),
        new(Operators.ContainsAll, Values, Operators.Comparison),
        new(Operators.CountAtLeast, NumberShape.Count),
        new(Operators.WithinNext, NumberShape.Days),
        new(Operators.WithinLast, NumberShape.Days),
        new(Operators.Before, TextShape.Words),
        new(Operators.After, TextShape.Words),
        new(Operators.HalfLife, NumberShape.Positive),
        new(Operators.Linear, new ObjectShape(
            new DataMember("from", NumberShape.Any, isRequired: true), new DataMember("to", NumberShape.Any, isRequired: true))),
        new(Operators.Steps, new ListShape(Point, least: 1)),
        new(Operators.PiecewiseLinear, new ListShape(Point, least: 2)),
        new(Operators.Logistic, new ObjectShape(
            new DataMember("midpoint", NumberShape.Any, isRequired: true), new DataMember("steepness", NumberShape.Any, isRequired: true))),
        new(Operators.Bins, new ObjectShape(
            new DataMember("below", NumberShape.Any, isRequired: true),
            new DataMember(
                "bins",
                new ListShape(new ObjectShape(
                    new DataMember("from", NumberShape.Any, isRequired: true),
                    new DataMember("points", NumberShape.Any, isRequired: true)), least: 1),
                isRequired: true))),
        new(Operators.TextBins, new ObjectShape(
            new DataMember("otherwise", NumberShape.Any),
            new DataMember(
                "bins",
                new ListShape(new ObjectShape(
                    new DataMember("text", TextShape.Any, isRequired: true),
                    new DataMember("points", NumberShape.Any, isRequired: true)), least: 1),
                isRequired: true))),
        new(Operators.EvidencePoints, EvidencePoints),
        new(Operators.Activity, new ObjectShape(
        [
            .. ActivityTypes,
            new DataMember(ActivityRule.Points, NumberShape.Any, isRequired: true),
            new DataMember(ActivityRule.HalfLife, NumberShape.Positive),
            new DataMember(ActivityRule.Cap, NumberShape.Positive),
            new DataMember(ActivityRule.Floor, NumberShape.Any),
            new DataMember(ActivityRule.CapPerMonth, NumberShape.Positive),
            new DataMember(ActivityRule.CapPerWeek, NumberShape.Positive),
            new DataMember(ActivityRule.TimesValue, FlagShape.Any),
        ])),
        new(Operators.ActivityWithinLast, ActivityWindow),
        new(Operators.NoActivityWithinLast, ActivityWindow),
    ];

    private OperatorShape(string name, DataShape operand, params string[] settings)
    {
        Name = name;
        Operand = operand;
        SettingNames = settings;
    }

    public string Name { get; }

    public DataShape Operand { get; }

    /// <summary>The names of its settings.</summary>
    public string[] SettingNames { get; }
}
