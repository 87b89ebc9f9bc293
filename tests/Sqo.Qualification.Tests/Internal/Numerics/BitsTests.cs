using System.Linq;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Internal.Numerics;

public class BitsTests
{
    [Fact]
    public void EveryMember_AnyMask_AgreesWithALoop() => Property.Holds(500, (random, _) =>
    {
        var mask = random.Next() & random.Next() & random.Next();
        var set = Enumerable.Range(0, 64).Where(i => (mask & (1UL << i)) != 0).ToList();
        Assert.Equal(set.Count, Bits.Count(mask));
        Assert.Equal(set.Count == 1, Bits.IsSingle(mask));
        if (set.Count > 0) Assert.Equal(set[0], Bits.Lowest(mask));
        if (set.Count > 0) Assert.True(Bits.IsSingle(1UL << set[0]));
    });

    [Fact]
    public void EveryMember_Extremes_AreRight()
    {
        Assert.Equal(0, Bits.Count(0));
        Assert.Equal(64, Bits.Count(ulong.MaxValue));
        Assert.False(Bits.IsSingle(0));
        Assert.Equal(63, Bits.Lowest(1UL << 63));
    }
}
