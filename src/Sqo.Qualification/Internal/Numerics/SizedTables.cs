using System;

namespace Sqo.Qualification.Internal;

/// <summary>A table for each size that is a power of two, made at the first use; those below a limit are kept.</summary>
/// <typeparam name="TTable">The type of table; immutable.</typeparam>
internal sealed class SizedTables<TTable>
    where TTable : class
{
    private readonly Func<int, TTable> _make;
    private readonly Lazy<TTable>[] _kept;

    /// <param name="exponents">The number of sizes, from 1 on, whose tables are kept.</param>
    /// <param name="make">Makes the table for a size.</param>
    public SizedTables(int exponents, Func<int, TTable> make)
    {
        _make = make;
        _kept = new Lazy<TTable>[exponents];
        for (var i = 0; i < exponents; i++)
        {
            var size = 1 << i;
            _kept[i] = new(() => make(size));
        }
    }

    public TTable Of(int size)
    {
        var exponent = 0;
        while (1 << exponent < size) exponent++;
        return exponent < _kept.Length ? _kept[exponent].Value : _make(size);
    }
}
