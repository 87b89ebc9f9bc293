namespace Sqo.Qualification;

/// <summary>The form of a framework that is used by its name, with its options.</summary>
internal static class FrameworkShape
{
    public const string Use = "use";
    public const string AtLeast = "atLeast";
    public const string Points = "points";
    public const string Evidence = "evidence";
    public const string Conditions = "conditions";
    public const string LeaveOut = "leaveOut";
    public const string NextActions = "nextActions";
    public const string Stages = "stages";
    public const string Order = "order";
    public const string From = "from";
    public const string NotBefore = "notBefore";
    public const string Stage = "stage";

    /// <summary>The ids of the frameworks, then of the industries, each in the order of its list.</summary>
    private static readonly ChoiceShape Ids = new(
        "bant", "meddic", "meddicc", "meddpicc", "champ", "gpctba-ci", "anum", "faint", "spiced", "startup", "consulting", "agency");

    private static readonly ChoiceShape Levels = new("claimed", "confirmed", "documented");
    private static readonly ListShape Criteria = new(TextShape.Name, least: 1);

    public static readonly ObjectShape Only = new(
        new DataMember(Use, Ids, isRequired: true),
        new DataMember(AtLeast, Levels),
        new DataMember(Points, OperatorShape.EvidencePoints),
        new DataMember(Evidence, new ListShape(new ObjectShape(
        [
            new DataMember("id", TextShape.Name, isRequired: true),
            new DataMember(DefinitionShape.Field, TextShape.Name, isRequired: true),
            new DataMember(AtLeast, Levels),
            .. DefinitionShape.Counting,
        ]))),
        new DataMember(Conditions, new ListShape(CriterionShape.Only)),
        new DataMember(LeaveOut, new ListShape(TextShape.Name)),
        new DataMember(Stages, new ObjectShape(
            new DataMember(DefinitionShape.Field, TextShape.Name, isRequired: true),
            new DataMember(Order, new ListShape(TextShape.Name, least: 1), isRequired: true),
            new DataMember(From, new ListShape(new ObjectShape(
                new DataMember(Stage, TextShape.Name, isRequired: true),
                new DataMember(AtLeast, Levels, isRequired: true),
                new DataMember(DefinitionShape.Criteria, Criteria)))),
            new DataMember(NotBefore, new ListShape(new ObjectShape(
                new DataMember(Stage, TextShape.Name, isRequired: true),
                new DataMember(DefinitionShape.Criteria, Criteria)))))),
        new DataMember(NextActions, FlagShape.Any));
}
