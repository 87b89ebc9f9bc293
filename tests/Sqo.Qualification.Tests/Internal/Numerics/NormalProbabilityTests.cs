using System;
using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.Tests.Internal.Numerics;

public class NormalProbabilityTests
{
    [Fact]
    public void Replace_ManyNumbers_HasTheBitsOfEach()
    {
        var numbers = new double[2_001];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = (i - 1_000) * 0.0391;
        var replaced = (double[])numbers.Clone();
        NormalProbability.Replace(replaced, 3, 1_999);
        for (var i = 0; i < numbers.Length; i++)
        {
            var expected = i is < 3 or >= 1_999 ? numbers[i] : NormalProbability.Of(numbers[i]);
            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(replaced[i]));
        }
    }
}
