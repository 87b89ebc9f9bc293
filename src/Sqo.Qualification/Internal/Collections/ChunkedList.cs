namespace Sqo.Qualification.Internal;

/// <summary>
/// A list that grows without moving its contents, and stays out of the large object heap, whose collections are the most expensive.
/// </summary>
internal sealed class ChunkedList<TItem>
{
    private const int ChunkBits = 12;
    private const int FirstSize = 16;
    private const int ChunkSize = 1 << ChunkBits;

    private TItem[][] _chunks = [];

    public int Count { get; private set; }

    public TItem this[int index]
    {
        get => _chunks[index >> ChunkBits][index & (ChunkSize - 1)];
        set => _chunks[index >> ChunkBits][index & (ChunkSize - 1)] = value;
    }

    public void Add(TItem item)
    {
        var (chunk, place) = (Count >> ChunkBits, Count & (ChunkSize - 1));
        if (place == 0) AddChunk(chunk);
        else if (chunk == 0 && place == _chunks[0].Length) System.Array.Resize(ref _chunks[0], 2 * place);
        _chunks[chunk][place] = item;
        Count++;
    }

    public void AddRange(ChunkedList<TItem> other)
    {
        for (var i = 0; i < other.Count; i++) Add(other[i]);
    }

    private void AddChunk(int chunk)
    {
        if (chunk == _chunks.Length) System.Array.Resize(ref _chunks, System.Math.Max(4, 2 * chunk));
        _chunks[chunk] = new TItem[chunk == 0 ? FirstSize : ChunkSize];
    }
}
