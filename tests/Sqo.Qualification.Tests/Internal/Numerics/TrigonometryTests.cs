using System;
using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.Tests.Internal.Numerics;

public class TrigonometryTests
{
    [Fact]
    public void At_AnyAngle_IsThatOfThePlatformAndTheSameInLanes()
    {
        for (var i = -500; i < 500; i++)
        {
            var turns = i * 0.01237;
            Trigonometry.At(turns, out var sine, out var cosine);
            Assert.InRange(Math.Abs(Math.Sin(2 * Math.PI * turns) - sine), 0, 1e-13);
            Assert.InRange(Math.Abs(Math.Cos(2 * Math.PI * turns) - cosine), 0, 1e-13);
#if NET && !NETSTANDARD_ASSET
            Trigonometry.At(new System.Numerics.Vector<double>(turns), out var sines, out var cosines);
            Assert.Equal(BitConverter.DoubleToInt64Bits(sine), BitConverter.DoubleToInt64Bits(sines[0]));
            Assert.Equal(BitConverter.DoubleToInt64Bits(cosine), BitConverter.DoubleToInt64Bits(cosines[0]));
#endif
        }
    }
}
