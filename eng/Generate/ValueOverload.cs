namespace Sqo.Qualification.Generation;

/// <summary>A type of value that criteria ask about: how it is called, and the verbs that fit it.</summary>
internal sealed record ValueOverload(string Type, string Verbs, string Noun)
{
    public const string AsItIs = "selector";

    /// <summary>What else there is to know about it, as the next sentence.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether it is a struct, and so comes with a twin for missing values.</summary>
    public bool IsStruct { get; init; } = true;

    /// <summary>The type parameter that its members have, with what it stands for; <see langword="null"/> when they have none.</summary>
    public (string Name, string Summary)? Parameter { get; init; }

    /// <summary>The constraints of the type parameter, on lines of their own.</summary>
    public string Constraints { get; init; } = "";

    /// <summary>More that the docs of a field say.</summary>
    public string FieldRemarks { get; init; } = "";

    /// <summary>What makes the selector one that the verbs take.</summary>
    public string Selector { get; init; } = AsItIs;

    public string TypeParameters => Parameter is { } parameter ? $"<{parameter.Name}>" : "";

    public string ParameterDocs =>
        Parameter is { } parameter ? $"    /// <typeparam name=\"{parameter.Name}\">{parameter.Summary}</typeparam>\n" : "";

    /// <summary>What makes a date of it in a field map, without and with a missing value; <see langword="null"/> when it is none.</summary>
    public (string Plain, string Nullable)? Date { get; init; }
}
