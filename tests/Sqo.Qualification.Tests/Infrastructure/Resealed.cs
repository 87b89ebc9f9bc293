using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>A changed record with the SHA-256 of what it says now: to see what else holds a change off.</summary>
internal static class Resealed
{
    public static string Json(string changed)
    {
        var rest = changed.Substring(0, changed.IndexOf(",\"sha256\"", StringComparison.Ordinal));
        using var algorithm = SHA256.Create();
        var hash = algorithm.ComputeHash(Encoding.UTF8.GetBytes(rest + "}"));
        return rest + ",\"sha256\":\"" + string.Concat(hash.Select(b => b.ToString("x2", CultureInfo.InvariantCulture))) + "\"}";
    }
}
