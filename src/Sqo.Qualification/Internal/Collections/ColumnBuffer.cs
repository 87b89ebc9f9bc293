using System.Threading;

namespace Sqo.Qualification.Internal;

/// <summary>
/// A column of selected values that its owner keeps from chunk to chunk. A second thread, or a selector that itself starts a batch,
/// finds it taken and creates its own.
/// </summary>
internal sealed class ColumnBuffer<TValue>
{
    private TValue[]? _column;

    public TValue[] Rent() => Interlocked.Exchange(ref _column, null) ?? new TValue[ChunkSize.Rows];

    public void Return(TValue[] column) => Volatile.Write(ref _column, column);
}
