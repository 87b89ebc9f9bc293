using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.Tests.Internal.Collections;

public class StringTableTests
{
    [Fact]
    public void Contains_EveryCharacterAndItsOtherCases_AgreesWithThePlatformsComparison()
    {
        for (var c = '\u0001'; c < '\uffff'; c++)
        {
            if (char.IsSurrogate(c)) continue;
            var text = "x" + c;
            var table = new StringTable([text], StringComparison.OrdinalIgnoreCase);
            foreach (var other in new[] { c, char.ToUpperInvariant(c), char.ToLowerInvariant(c) })
            {
                var candidate = "X" + other;
                Assert.True(
                    table.Contains(candidate) == string.Equals(text, candidate, StringComparison.OrdinalIgnoreCase),
                    $"U+{(int)c:X4} and U+{(int)other:X4}");
            }
        }
    }

    [Fact]
    public void Contains_AsciiAndTheLettersThatFoldToIt_AgreesWithThePlatformsComparison()
    {
        var letters = Enumerable.Range(32, 95).Select(i => (char)i).Concat("\u0130\u0131\u017f\u212a\u00c5\u212b\u00e5").ToArray();
        foreach (var first in letters)
        {
            var table = new StringTable([first.ToString()], StringComparison.OrdinalIgnoreCase);
            foreach (var second in letters)
            {
                Assert.Equal(
                    string.Equals(first.ToString(), second.ToString(), StringComparison.OrdinalIgnoreCase),
                    table.Contains(second.ToString()));
            }
        }
    }

    [Fact]
    public void Contains_PairsOfSurrogates_AgreesWithThePlatformsComparison()
    {
        // Deseret capital and small long I.
        const string capital = "\ud801\udc00";
        const string small = "\ud801\udc28";
        Assert.Equal(
            string.Equals(capital, small, StringComparison.OrdinalIgnoreCase),
            new StringTable([capital], StringComparison.OrdinalIgnoreCase).Contains(small));
        Assert.True(new StringTable([capital], StringComparison.Ordinal).Contains(capital));
        Assert.False(new StringTable([capital], StringComparison.Ordinal).Contains(small));
    }

    [Theory]
    [InlineData(StringComparison.Ordinal)]
    [InlineData(StringComparison.OrdinalIgnoreCase)]
    [InlineData(StringComparison.InvariantCultureIgnoreCase)]
    public void Contains_ManyTexts_AgreesWithASearch(StringComparison comparison)
    {
        var values = Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? "Key" : "k") + (i * i % 97)).Concat(["", "aXb", "aYb"]).ToArray();
        var table = new StringTable(values, comparison);
        foreach (var text in Enumerable.Range(0, 100).SelectMany(i => new[] { "key" + i, "K" + i, "k" + i, "a" + i })
            .Concat(["", "axb", "AYB", "ab"]))
        {
            Assert.Equal(values.Any(value => string.Equals(value, text, comparison)), table.Contains(text));
        }
    }

    public static TheoryData<string> Kinds => ["ids", "words", "domains", "prefixes", "paths", "one glance", "hostile", "pairs", "twice"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Contains_TextsOfEveryKind_AgreesWithAHashSet(string kind)
    {
        var texts = TextsOf(kind, 2_000);
        foreach (StringComparison comparison in new[] { StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase,
            StringComparison.InvariantCulture, StringComparison.InvariantCultureIgnoreCase })
        {
            var some = texts.Where((_, i) => i % 2 == 0).ToArray();
            var table = new StringTable(some, comparison);
            var expected = new HashSet<string>(some, TextComparers.Of(comparison));
            foreach (var text in texts)
            {
                Assert.True(expected.Contains(text) == table.Contains(text), $"{text} by {comparison}");
                Assert.True(
                    expected.Contains(text.ToUpperInvariant()) == table.Contains(text.ToUpperInvariant()),
                    $"{text} in capitals by {comparison}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Contains_ManyTextsOfEveryKind_TakesNoTimeToSpeakOf(string kind)
    {
        // A hundred thousand ids of one form took 5.5 s to create; a bound that only a search through all of them breaks.
        var texts = TextsOf(kind, 20_000);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var table = new StringTable(texts, StringComparison.OrdinalIgnoreCase);
        foreach (var text in texts) Assert.True(table.Contains(text));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"It took {watch.Elapsed}.");
    }

    internal static string[] TextsOf(string kind, int count) => [.. Enumerable.Range(0, count).Select(i => kind switch
    {
        "ids" => "OPP-2026-" + i.ToString("D7", CultureInfo.InvariantCulture),
        "words" => Word(i),
        "domains" => Word(i) + ".example.com",
        "prefixes" => "https://crm.example.com/organizations/europe/north/opportunities/" + Word(i),
        "paths" => "/" + Word(i) + "/index",
        // The same length, first, middle and last character.
        "one glance" => "a" + i.ToString("D9", CultureInfo.InvariantCulture) + "x" + i.ToString("D9", CultureInfo.InvariantCulture) + "z",
        // Made for it: halves of pairs all hash alike.
        "hostile" => string.Concat(Enumerable.Range(0, 16).Select(bit => (i >> bit) % 2 == 0 ? "\ud801\udc00" : "\ud801\udc01")),
        "pairs" => "\ud83d\ude00" + i.ToString(CultureInfo.InvariantCulture),
        _ => "Twice" + (i / 2).ToString(CultureInfo.InvariantCulture),
    })];

    private static string Word(int i)
    {
        var random = new Infrastructure.SeededRandom((ulong)i);
        return new string([.. Enumerable.Range(0, random.Between(3, 12)).Select(_ => (char)('a' + random.Below(26)))]) +
            (i % 7 == 0 ? "é" : "") + i.ToString(CultureInfo.InvariantCulture);
    }
}
