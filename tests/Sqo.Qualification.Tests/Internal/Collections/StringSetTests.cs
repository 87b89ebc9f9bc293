using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.Tests.Internal.Collections;

public class StringSetTests
{
    [Theory]
    [InlineData(StringComparison.Ordinal)]
    [InlineData(StringComparison.OrdinalIgnoreCase)]
    [InlineData(StringComparison.InvariantCulture)]
    [InlineData(StringComparison.InvariantCultureIgnoreCase)]
    public void Contains_FirstSearchesAndThoseInTheTable_GiveTheSame(StringComparison comparison)
    {
        string[] values = ["Saas", "fintech", "", "Å", "\ud801\udc00", "energi"];
        string[] asked = ["saas", "Saas", "FINTECH", "fintech", "", " ", "å", "Å", "a\u030a", "\ud801\udc28", "\ud801\udc00", "energy"];
        var table = new StringTable(values, comparison);
        var set = new StringSet(values, comparison);
        for (var round = 0; round < 20; round++)
        {
            foreach (var text in asked)
            {
                Assert.True(
                    table.Contains(text) == set.Contains(text),
                    $"{text} by {comparison} in round {round}");
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(300)]
    public void Contains_FewAndManyTexts_FindsEachFromTheFirstSearch(int count)
    {
        var values = StringTableTests.TextsOf("ids", count);
        foreach (var value in values) Assert.True(new StringSet(values, StringComparison.Ordinal).Contains(value));
        Assert.False(new StringSet(values, StringComparison.Ordinal).Contains("OPP-2027-0000000"));
    }

    [Fact]
    public void Contains_SearchedByManyThreadsAtOnce_FindsWhatIsThere()
    {
        var values = StringTableTests.TextsOf("words", 20);
        var missing = StringTableTests.TextsOf("ids", 20);
        for (var round = 0; round < 50; round++)
        {
            var set = new StringSet(values, StringComparison.OrdinalIgnoreCase);
            var wrong = new List<string>();
            System.Threading.Tasks.Parallel.For(0, 40, i =>
            {
                var isRight = set.Contains(values[i % 20]) && !set.Contains(missing[i % 20]);
                if (!isRight) lock (wrong) wrong.Add(values[i % 20]);
            });
            Assert.Empty(wrong);
        }
    }
}
