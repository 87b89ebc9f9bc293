using System.Globalization;

namespace PipelineReview.Reading;

/// <summary>A column of a file, by its name or by its number.</summary>
/// <param name="Name">The name; null for a number.</param>
/// <param name="Number">The number, from 1; 0 for a name.</param>
internal readonly record struct ColumnRef(string? Name, int Number)
{
    public override string ToString() => Name ?? Number.ToString(CultureInfo.InvariantCulture);
}
