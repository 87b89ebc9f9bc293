using System;

namespace Sqo.Qualification.Internal;

/// <summary>A table for each size that is a power of two, made at the first use; those below a limit are kept.</summary>
/// <typeparam name="TTable">The type of table; immutable.</typeparam>
internal sealed class SizedTables<TTable>
    where TTable : class
{
    private readonly Func<int, TTable> _make;
    private readonly TTable?[] _kept;

    /// <param name="exponents">The number of sizes, from 1 on, whose tables are kept.</param>
    /// <param name="make">Makes the table for a size.</param>
    public SizedTables(int exponents, Func<int, TTable> make)
    {
        _make = make;
        _kept = new TTable[exponents];
    }

    public TTable Of(int size)
    {
        var exponent = 0;
        while (1 << exponent < size) exponent++;
        if (exponent >= _kept.Length) return _make(size);
        ref var table = ref _kept[exponent];
        return LazyField.Of(ref table) ?? LazyField.Keep(ref table, _make(size));
    }
}
