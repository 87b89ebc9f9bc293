using System.Collections.Generic;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class CriterionSetTests
{
    [Fact]
    public void EveryMember_OfASet_SaysWhatItHolds()
    {
        var set = new CriterionSet((1UL << 63) | 0b1001);
        Assert.Equal(3, set.Count);
        Assert.False(set.IsEmpty);
        Assert.Equal([0, 3, 63], set);
        Assert.Equal("{0, 3, 63}", set.ToString());
        Assert.True(set.Contains(63));
        Assert.DoesNotContain(1, set);
        Assert.False(set.Contains(-1) || set.Contains(64) || set.Contains(67));
        Assert.True(new CriterionSet(0).IsEmpty);
        Assert.Empty(new CriterionSet(0));
    }

    [Fact]
    public void Equality_OfSets_IsByTheirMembers()
    {
        Assert.True(new CriterionSet(5) == new CriterionSet(5));
        Assert.True(new CriterionSet(5) != new CriterionSet(4));
        Assert.Equal(new CriterionSet(5).GetHashCode(), new CriterionSet(5).GetHashCode());
        Assert.False(new CriterionSet(5).Equals((object)5UL));
    }

    [Fact]
    public void Enumerator_Reset_StartsAgain()
    {
        var enumerator = new CriterionSet(0b110).GetEnumerator();
        var first = new List<int>();
        while (enumerator.MoveNext()) first.Add(enumerator.Current);
        enumerator.Reset();
        Assert.True(enumerator.MoveNext());
        Assert.Equal(1, enumerator.Current);
        Assert.Equal([1, 2], first);
        Assert.True(enumerator.MoveNext());
        Assert.False(enumerator.MoveNext());
    }
}
