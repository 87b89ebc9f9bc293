using System;
using System.Collections.Generic;
using System.Text;
using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.Tests.Internal.Data;

public class JsonTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{\"a\"")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{a:1}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("[1,2")]
    [InlineData("[1 2]")]
    [InlineData("\"open")]
    [InlineData("\"\\")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12G4\"")]
    [InlineData("\"line\nend\"")]
    [InlineData("nul")]
    [InlineData("tru e")]
    [InlineData("1.2.3")]
    [InlineData("-")]
    [InlineData("{} {}")]
    [InlineData("'a'")]
    public void Read_MalformedText_SaysWhere(string json)
    {
        var fault = Assert.Throws<FormatException>(() => Json.Read(json));
        Assert.Matches("^The JSON has .+ at line [0-9]+, column [0-9]+\\.$", fault.Message);
    }

    [Fact]
    public void Read_ByteOrderMarkOrDeepNesting_IsRefusedWithoutAnOverflow()
    {
        Assert.Throws<FormatException>(() => Json.Read("\ufeff{}"));
        Assert.Throws<FormatException>(() => Json.Read(new string('[', 100_000)));
        Assert.NotNull(Json.Read(new string('[', 30) + new string(']', 30)));
    }

    [Fact]
    public void Read_EveryKindOfValue_IsUnderstood()
    {
        var root = Assert.IsType<Dictionary<string, object?>>(
            Json.Read(" { \"a\" : [ 1 , -2.5e3, true, false, null, \"x\" ], \"b\": {} } "));
        Assert.Equal([1.0, -2500.0, true, false, null, "x"], Assert.IsType<List<object?>>(root["a"]));
        Assert.Empty(Assert.IsType<Dictionary<string, object?>>(root["b"]));
        Assert.Equal("\"\\/\b\f\n\r\t\u00e5", Json.Read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e5\""));
    }

    [Fact]
    public void AppendText_AnyCharacter_ReadsBackAndIsPlain()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var text = "<" + (char)code + ">";
            var json = new StringBuilder().AppendText(text).ToString();
            Assert.Equal(text, Json.Read(json));
            Assert.DoesNotContain(json, c => c < ' ' || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\u007f');
        }
    }
}
