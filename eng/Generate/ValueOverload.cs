namespace Sqo.Qualification.Generation;

/// <summary>A type of value that criteria read: its name, and the verbs that fit it.</summary>
internal sealed record ValueOverload(string Type, string Verbs, string Noun)
{
    public const string AsItIs = "selector";

    /// <summary>Whether only .NET has it, and not .NET Framework or .NET Standard.</summary>
    public bool IsModern { get; init; }

    /// <summary>A note about it, as the next sentence.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether it is a struct, and so needs a second overload for nullable values.</summary>
    public bool IsStruct { get; init; } = true;

    /// <summary>The type parameter of its members, with its description; <see langword="null"/> if they have none.</summary>
    public (string Name, string Summary)? Parameter { get; init; }

    /// <summary>The constraints of the type parameter, on separate lines.</summary>
    public string Constraints { get; init; } = "";

    /// <summary>Additional remarks in the docs of a field.</summary>
    public string FieldRemarks { get; init; } = "";

    /// <summary>The expression that converts the selector to one that the verbs accept.</summary>
    public string Selector { get; init; } = AsItIs;

    public string TypeParameters => Parameter is { } parameter ? $"<{parameter.Name}>" : "";

    public string ParameterDocs =>
        Parameter is { } parameter ? $"    /// <typeparam name=\"{parameter.Name}\">{parameter.Summary}</typeparam>\n" : "";

    /// <summary>
    /// The expressions that read it as a date in a field map, for plain and for nullable values; <see langword="null"/> if it is no date.
    /// </summary>
    public (string Plain, string Nullable)? Date { get; init; }
}
