using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.Tests.Internal.Text;

public class Sha256Tests
{
    // FIPS 180-2, and one text beyond ASCII.
    [Theory]
    [InlineData("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("\u00e5", "e83979df9d36090142f23051f8e8d7ad48e5c20dff5c9e7b92ca3454f67469f9")]
    public void Hex_KnownText_IsTheKnownHash(string text, string expected) => Assert.Equal(expected, Sha256.Hex(text));
}
