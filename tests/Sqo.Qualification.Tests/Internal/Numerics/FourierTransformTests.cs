using System;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Internal.Numerics;

public class FourierTransformTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(512)]
    [InlineData(1_024)]
    public void Run_AnyNumbers_HasTheirSumsTurned(int size)
    {
        var random = new SeededRandom(4);
        var (real, imaginary) = (new double[size], new double[size]);
        for (var i = 0; i < size; i++) (real[i], imaginary[i]) = (random.Share(), random.Share() - 0.5);
        var (seenReal, seenImaginary) = ((double[])real.Clone(), (double[])imaginary.Clone());
        new FourierTransform(size).Run(seenReal, seenImaginary);
        for (var j = 0; j < size; j++)
        {
            double re = 0, im = 0;
            for (var n = 0; n < size; n++)
            {
                var angle = -2 * Math.PI * (n * j % size) / size;
                re += (real[n] * Math.Cos(angle)) - (imaginary[n] * Math.Sin(angle));
                im += (real[n] * Math.Sin(angle)) + (imaginary[n] * Math.Cos(angle));
            }

            Assert.Equal(re, seenReal[j], 1e-10);
            Assert.Equal(im, seenImaginary[j], 1e-10);
        }
    }
}
