using System;
using System.Collections.Generic;
using System.Linq;

namespace PipelineReview.Reviewing;

/// <summary>Finds a name, or those that it may have been meant to be.</summary>
internal static class NearNames
{
    private const int Most = 5;
    private const int LettersPerError = 3;

    /// <summary>The name itself, or the only one that differs in case alone; null if there is none.</summary>
    public static string? Find(string name, IReadOnlyCollection<string> names) =>
        names.Contains(name, StringComparer.Ordinal) ? name
        : names.Where(each => string.Equals(each, name, StringComparison.OrdinalIgnoreCase)).ToArray() is [string only] ? only
        : null;

    /// <summary>The names that contain it or differ in few letters, the nearest first.</summary>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> names)
    {
        string wanted = name.Trim().ToUpperInvariant();
        int most = Math.Max(1, wanted.Length / LettersPerError);
        return
        [
            .. names
                .Select(each => (Name: each, Distance: DistanceOf(wanted, each.ToUpperInvariant(), most)))
                .Where(each => each.Distance <= most)
                .OrderBy(each => each.Distance)
                .ThenBy(each => each.Name, StringComparer.Ordinal)
                .Take(Most)
                .Select(each => each.Name),
        ];
    }

    // A first name or a last name alone may have a typing error too.
    private static int DistanceOf(string wanted, string name, int most) =>
        wanted.Length > 1 && name.Contains(wanted, StringComparison.Ordinal) ? 0
        : name.Split(' ').Append(name).Min(part => Math.Abs(part.Length - wanted.Length) > most ? most + 1 : Edits(wanted, part));

    /// <summary>The least number of letters to insert, delete or replace (Levenshtein 1966).</summary>
    private static int Edits(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
