using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Internal;

/// <summary>Finds the name that was probably meant.</summary>
internal static class NearestName
{
    private const int Longest = 64;

    /// <summary>A rule for a message, preceded by the nearest of the names if one is near.</summary>
    public static string Before(string rule, string wrong, IEnumerable<string> names) =>
        Of(wrong, names) is { } nearest ? $"did you mean \"{nearest}\"? {char.ToUpperInvariant(rule[0])}{rule.Substring(1)}" : rule;

    /// <summary>
    /// The first of the nearest names, ignoring case; <see langword="null"/> if more than a third of the letters would have to change.
    /// </summary>
    public static string? Of(string wrong, IEnumerable<string> names)
    {
        if (wrong.Length is 0 or > Longest) return null;
        string? nearest = null;
        var least = Math.Max(1, wrong.Length / 3) + 1;
        foreach (var name in names)
        {
            if (Math.Abs(name.Length - wrong.Length) >= least) continue;
            var distance = Distance(wrong.ToUpperInvariant(), name.ToUpperInvariant());
            if (distance >= least) continue;
            (nearest, least) = (name, distance);
        }

        return nearest;
    }

    // Optimal string alignment: letters that are missing, extra, wrong, or swapped with their neighbor.
    private static int Distance(string left, string right)
    {
        var beforeLast = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) current[j] = Math.Min(
                    current[j], beforeLast[j - 2] + 1);
            }

            var oldest = beforeLast;
            beforeLast = last;
            last = current;
            current = oldest;
        }

        return last[right.Length];
    }
}
