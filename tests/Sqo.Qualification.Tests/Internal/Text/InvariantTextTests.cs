using System;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Internal.Text;

public class InvariantTextTests
{
    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(-0.0, "0")]
    [InlineData(1e300, "1E+300")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(89.16026037780244, "89.16026037780244")]
    [InlineData(74.61643852221871, "74.61643852221871")]
    [InlineData(-5.9479715158334034, "-5.9479715158334034")]
    [InlineData(123456789012345680.0, "1.2345678901234568E+17")]
    public void Of_Double_IsTheSameOnEveryTarget(double value, string expected)
    {
        Assert.Equal(expected, InvariantText.Of(value));
        Assert.True(InvariantText.TryDouble(expected, out var back));
        Assert.Equal(value, back);
    }

    [Fact]
    public void Of_AnyDouble_ReadsBackToTheSameBits()
    {
        var random = new SeededRandom(8);
        for (var i = 0; i < Deep.Size(5_000, 50_000); i++)
        {
            var value = BitConverter.Int64BitsToDouble((long)random.Next());
            if (double.IsNaN(value)) continue;
            Assert.True(InvariantText.TryDouble(InvariantText.Of(value), out var back));
            Assert.Equal(value, back);
        }
    }

    [Fact]
    public void TryDouble_OfAnyDigits_IsTheNearestDoubleAndTakesNoTime()
    {
        var random = new SeededRandom(9);
        for (var i = 0; i < Deep.Size(4_000, 20_000); i++)
        {
            var text = $"{random.Next() % 1_000_000_000_000_000_000UL}.{random.Below(1_000_000)}e{random.Between(-345, 289)}";
            // .NET reads rightly; what .NET Framework reads is put right by the library.
            var near = double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
            var read = ExactDouble.Read(text, near);
#if !NETFRAMEWORK
            Assert.Equal(near, read);
#endif
            if (double.IsInfinity(near)) continue;
            Assert.True(InvariantText.TryDouble(text, out var value));
            Assert.Equal(read, value);
        }
    }

    [Theory]
    [InlineData("9007199254740993", 9007199254740992.0)]
    [InlineData("9007199254740995", 9007199254740996.0)]
    [InlineData("9007199254740993.00000000001", 9007199254740994.0)]
    [InlineData("2.4703282292062328e-324", 4.9406564584124654e-324)]
    [InlineData("2.2250738585072011e-308", 2.2250738585072011e-308)]
    [InlineData("1.7976931348623158e308", 1.7976931348623157e308)]
    [InlineData("-0.1", -0.1)]
    public void Read_HardCases_AreTheNearestDouble(string text, double expected) =>
        Assert.Equal(expected, ExactDouble.Read(text, text[0] == '-' ? -1 : 1));

    // On Mono, numbers like these led to one near that was far away.
    [Theory]
    [InlineData("1e99999999999")]
    [InlineData("1e-99999999999")]
    [InlineData("12345678901234567890e-2147483648")]
    [InlineData("1e999")]
    public void Read_FarExponents_AreLeftToThePlatform(string text) => Assert.Equal(5, ExactDouble.Read(text, 5));

    [Theory]
    [InlineData("1e309")]
    [InlineData("-1e999")]
    public void TryDouble_OfANumberTooGreat_IsRefusedOnEveryTarget(string text) => Assert.False(InvariantText.TryDouble(text, out _));

    [Theory]
    [InlineData("10.00", "10")]
    [InlineData("10.50", "10.5")]
    [InlineData("100", "100")]
    [InlineData("-0.0", "0")]
    public void Of_Decimal_HasNoTrailingZeros(string value, string expected) =>
        Assert.Equal(expected, InvariantText.Of(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Of_SwedishCulture_IsInvariant()
    {
        using var culture = new CultureScope("sv-SE");
        Assert.Equal("-1234.5", InvariantText.Of(-1234.5));
        Assert.Equal("-1234.5", InvariantText.Of(-1234.5m));
        Assert.Equal("-1234", InvariantText.Of(-1234L));
        Assert.Equal("2026-11-23T09:30:00.0000000Z", InvariantText.Of(Asking.AsOf));
        Assert.Equal("1.02:03:04", InvariantText.Of(new TimeSpan(1, 2, 3, 4)));
    }
}
