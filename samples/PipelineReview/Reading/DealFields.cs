using System;
using System.Text.Json;

namespace PipelineReview.Reading;

/// <summary>The names of the fields of a deal in a map.</summary>
internal static class DealFields
{
    private static readonly string[] Names =
        Array.ConvertAll(Enum.GetNames<DealField>(), JsonNamingPolicy.CamelCase.ConvertName);

    public static int Count => Names.Length;

    /// <summary>All names, for a message.</summary>
    public static string List { get; } = string.Join(", ", Names);

    public static string NameOf(DealField field) => Names[(int)field];

    public static bool TryParse(string name, out DealField field)
    {
        field = (DealField)Array.IndexOf(Names, name);
        return field >= 0;
    }

    public static bool IsDate(DealField field) =>
        field is DealField.Created or DealField.ExpectedClose or DealField.Closed or DealField.LastActivity
            or DealField.Qualified or DealField.Answered or DealField.Touches or DealField.Snapshot;
}
