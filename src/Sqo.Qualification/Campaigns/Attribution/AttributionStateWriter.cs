using System.Collections.Generic;
using System.Numerics;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Writes the rows of a state.</summary>
internal sealed class AttributionStateWriter
{
    public List<AttributionStateRow> Rows { get; } = [];

    public void Add(string kind, string value, params string[] key) => Rows.Add(new(kind, key, value));

    public void Add(string kind, long count, params string[] key) => Add(kind, InvariantText.Of(count), key);

    public void Add(string kind, long first, long second, string[] key) =>
        Add(kind, InvariantText.Of(first) + " " + InvariantText.Of(second), key);

    public void Add(string kind, BigInteger units, params string[] key) => Add(kind, TextOf(units), key);

    public void Add(string kind, ExactDecimalSum sum, params string[] key)
    {
        var (units, scale) = sum.State;
        Add(kind, TextOf(units) + " " + InvariantText.Of((long)scale), key);
    }

    private static string TextOf(BigInteger number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
