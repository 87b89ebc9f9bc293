using System.Security.Cryptography;
using System.Text;

namespace Sqo.Qualification.Internal;

internal static class Sha256
{
    /// <summary>The SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal.</summary>
    public static string Hex(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#if NET
        var hash = SHA256.HashData(bytes);
#else
#if NET462
        // The class that Create returns there is rejected if only certified implementations are allowed.
        using var algorithm = new SHA256CryptoServiceProvider();
#else
        using var algorithm = SHA256.Create();
#endif
        var hash = algorithm.ComputeHash(bytes);
#endif
        const string digits = "0123456789abcdef";
        var hex = new char[hash.Length * 2];
        for (var i = 0; i < hash.Length; i++)
        {
            hex[2 * i] = digits[hash[i] >> 4];
            hex[(2 * i) + 1] = digits[hash[i] & 15];
        }

        return new string(hex);
    }
}
