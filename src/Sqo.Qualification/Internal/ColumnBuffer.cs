using System;

namespace Sqo.Qualification.Internal;

/// <summary>
/// One column of selected values a thread, kept from chunk to chunk. A selector that itself starts a batch finds the
/// column taken and gets one of its own.
/// </summary>
internal static class ColumnBuffer<TValue>
{
    [ThreadStatic]
    private static TValue[]? s_spare;

    public static TValue[] Rent()
    {
        var column = s_spare ?? new TValue[Batch.ChunkRows];
        s_spare = null;
        return column;
    }

    public static void Return(TValue[] column, int used)
    {
        // References are let go of, or the column would keep the caller's objects alive.
        if (!typeof(TValue).IsValueType) Array.Clear(column, 0, used);
        s_spare = column;
    }
}
