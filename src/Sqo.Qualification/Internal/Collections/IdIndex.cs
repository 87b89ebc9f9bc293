namespace Sqo.Qualification.Internal;

/// <summary>The indexes of ids in a list, compared ordinally: a table with a fixed capacity, without a node per id.</summary>
internal sealed class IdIndex
{
    private readonly int[] _places;
    private readonly int[] _hashes;

    public IdIndex(int count)
    {
        var size = 16;
        while (size < 1L + count + (count / 2)) size *= 2;
        _places = new int[size];
        _hashes = new int[size];
    }

    /// <summary>
    /// Stores <paramref name="place"/> for an id that is not in the table, and returns whether it did; otherwise gives the stored
    /// place.
    /// </summary>
    public bool TryAdd(string id, ref int place, ChunkedList<string> ids)
    {
        // Places are stored from 1 on. The hash only decides where to look.
        var hash = id.GetHashCode();
        for (var slot = hash & (_places.Length - 1); ; slot = (slot + 1) & (_places.Length - 1))
        {
            if (_places[slot] == 0)
            {
                _places[slot] = place + 1;
                _hashes[slot] = hash;
                return true;
            }

            if (_hashes[slot] != hash || !string.Equals(ids[_places[slot] - 1], id)) continue;
            place = _places[slot] - 1;
            return false;
        }
    }
}
