using System;
using System.Linq;
using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.Tests.Internal;

public class StringSetTests
{
    [Fact]
    public void Contains_EveryCharacterAndItsOtherCases_AgreesWithThePlatformsComparison()
    {
        for (var c = '\u0001'; c < '\uffff'; c++)
        {
            if (char.IsSurrogate(c)) continue;
            var text = "x" + c;
            var set = new StringSet([text], StringComparison.OrdinalIgnoreCase);
            foreach (var other in new[] { c, char.ToUpperInvariant(c), char.ToLowerInvariant(c) })
            {
                var candidate = "X" + other;
                Assert.True(
                    set.Contains(candidate) == string.Equals(text, candidate, StringComparison.OrdinalIgnoreCase),
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
            var set = new StringSet([first.ToString()], StringComparison.OrdinalIgnoreCase);
            foreach (var second in letters)
            {
                Assert.Equal(string.Equals(first.ToString(), second.ToString(), StringComparison.OrdinalIgnoreCase), set.Contains(second.ToString()));
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
            new StringSet([capital], StringComparison.OrdinalIgnoreCase).Contains(small));
        Assert.True(new StringSet([capital], StringComparison.Ordinal).Contains(capital));
        Assert.False(new StringSet([capital], StringComparison.Ordinal).Contains(small));
    }

    [Theory]
    [InlineData(StringComparison.Ordinal)]
    [InlineData(StringComparison.OrdinalIgnoreCase)]
    [InlineData(StringComparison.InvariantCultureIgnoreCase)]
    public void Contains_ManyTexts_AgreesWithASearch(StringComparison comparison)
    {
        var values = Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? "Key" : "k") + (i * i % 97)).Concat(["", "aXb", "aYb"]).ToArray();
        var set = new StringSet(values, comparison);
        foreach (var text in Enumerable.Range(0, 100).SelectMany(i => new[] { "key" + i, "K" + i, "k" + i, "a" + i }).Concat(["", "axb", "AYB", "ab"]))
        {
            Assert.Equal(values.Any(value => string.Equals(value, text, comparison)), set.Contains(text));
        }
    }
}
