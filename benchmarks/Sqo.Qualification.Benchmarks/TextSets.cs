using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification.Benchmarks;

/// <summary>Sets of texts beside a HashSet of the same comparison: to make, and to look up what is there and what is not.</summary>
internal static class TextSets
{
    private const int Rounds = 40;

    public static void Compare()
    {
        Console.WriteLine(
            "| texts | number | create | look-up, there | look-up, not there " +
            "| create, ordinal | there, ordinal | not there, ordinal |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        // Until the code is compiled as it stays.
        for (var i = 0; i < 10; i++)
        {
            foreach (var kind in new[] { "ids", "words with accents" }) LineOf(kind, 1_000);
        }

        foreach (var kind in new[] { "ids", "words", "words with accents", "mail domains", "long common prefixes",
            "one length, first, middle and last character", "hostile: halves of pairs" })
        {
            foreach (var count in new[] { 10, 1_000, 10_000, 100_000 })
            {
                Console.WriteLine(LineOf(kind, count));
            }
        }
    }

    private static string LineOf(string kind, int count)
    {
        var texts = Enumerable.Range(0, 2 * count).Select(i => TextOf(kind, i)).ToArray();
        string[] there = [.. texts.Where((_, i) => i % 2 == 0).Select(text => new string(text))];
        string[] others = [.. texts.Where((_, i) => i % 2 == 1)];
        string[] asked = [.. there.Select(text => new string(text))];
        Random.Shared.Shuffle(asked);
        Random.Shared.Shuffle(others);
        return string.Create(CultureInfo.InvariantCulture, $"| {kind} | {count:N0} | ") +
            Compare(there, asked, others, StringComparison.OrdinalIgnoreCase, StringComparer.OrdinalIgnoreCase) + " | " +
            Compare(there, asked, others, StringComparison.Ordinal, StringComparer.Ordinal) + " |";
    }

    private static string Compare(string[] there, string[] asked, string[] others, StringComparison comparison, StringComparer comparer)
    {
        var table = new StringTable(there, comparison);
        var known = new HashSet<string>(there, comparer);
        var made = Ratio(there.Length, () => new StringTable(there, comparison), () => new HashSet<string>(there, comparer));
        var hits = Ratio(there.Length, () => CountOf(asked, table.Contains), () => CountOf(asked, known.Contains));
        var misses = Ratio(there.Length, () => CountOf(others, table.Contains), () => CountOf(others, known.Contains));
        return string.Create(CultureInfo.InvariantCulture, $"{made:0.00} | {hits:0.00} | {misses:0.00}");
    }

    private static object CountOf(string[] texts, Func<string, bool> contains)
    {
        var count = 0;
        foreach (var text in texts) count += contains(text) ? 1 : 0;
        return count;
    }

    /// <summary>The ratio of the quickest rounds: whatever else runs on the machine only makes one slower.</summary>
    private static double Ratio(int size, Func<object> ours, Func<object> theirs)
    {
        var times = Math.Max(1, 20_000 / size);
        var (ourBest, theirBest) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            ourBest = Math.Min(ourBest, Time(ours, times));
            theirBest = Math.Min(theirBest, Time(theirs, times));
        }

        return ourBest / theirBest;
    }

    private static double Time(Func<object> work, int times)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++) GC.KeepAlive(work());
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static string TextOf(string kind, int i)
    {
        var word = WordOf(i);
        return kind switch
        {
            "ids" => string.Create(CultureInfo.InvariantCulture, $"OPP-2026-{i:D7}"),
            "words" => word,
            "words with accents" => word + "åé",
            "mail domains" => word + ".example.com",
            "long common prefixes" => "https://crm.example.com/organizations/europe/north/opportunities/" + word,
            "one length, first, middle and last character" => string.Create(CultureInfo.InvariantCulture, $"a{i:D9}x{i:D9}z"),
            _ => string.Concat(Enumerable.Range(0, 20).Select(bit => (i >> bit) % 2 == 0 ? "\ud801\udc00" : "\ud801\udc01")),
        };
    }

    // Letters that no two numbers share, in an order that says nothing of the number.
    private static string WordOf(int i)
    {
        var letters = new List<char>();
        for (var rest = (uint)i * 2_654_435_761u; letters.Count < 4 || rest > 0; rest /= 26) letters.Add((char)('a' + (rest % 26)));
        return new string([.. letters]);
    }
}
