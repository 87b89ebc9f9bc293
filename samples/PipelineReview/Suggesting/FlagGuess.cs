using System;
using System.Linq;
using PipelineReview.Reading;

namespace PipelineReview.Suggesting;

/// <summary>Whether a column has yes and no, in which words.</summary>
internal static class FlagGuess
{
    public static string[] TrueWords { get; } =
        ["true", "yes", "1", "wahr", "ja", "vrai", "oui", "verdadero", "sí", "si", "sant", "x", "y"];

    public static string[] FalseWords { get; } = ["false", "no", "0", "falsch", "nein", "faux", "non", "falso", "falskt", "nej", "n"];

    public static bool Fits(SampleColumn column) => column.Values.Count > 0 && column.Values.All(IsFlag);

    private static bool IsFlag(TableCell cell) => cell.Value is bool
        || TrueWords.Contains(cell.Text, StringComparer.OrdinalIgnoreCase)
            || FalseWords.Contains(cell.Text, StringComparer.OrdinalIgnoreCase);
}
