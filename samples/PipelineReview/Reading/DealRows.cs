using System;
using System.Collections.Generic;
using System.Linq;

namespace PipelineReview.Reading;

/// <summary>The rows of a deals file that the map takes: without those that its filters leave out, and without the footer.</summary>
internal sealed class DealRows(
    IEnumerator<TableRecord> records, DealMap map, IReadOnlyList<(int Index, RowFilter Filter)> filters) : IDisposable
{
    private const int MostValues = 20;

    private readonly SortedSet<string> _valuesLeftOut = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rows so far.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are left out.</summary>
    public int NotTaken { get; private set; }

    public void Dispose() => records.Dispose();

    /// <summary>The rows that are taken.</summary>
    public IEnumerable<TableRecord> Read()
    {
        var held = new Queue<TableRecord>();
        bool isFooter = false;

        // Without a header, the first row has been read already.
        for (bool more = !map.HasHeader || records.MoveNext(); more; more = records.MoveNext())
        {
            TableRecord record = records.Current;
            isFooter = isFooter || IsFooter(record);
            if (isFooter)
            {
                Count++;
                NotTaken++;
                continue;
            }

            if (map.FooterRows > 0)
            {
                held.Enqueue(record.Kept());
                if (held.Count <= map.FooterRows)
                {
                    continue;
                }

                record = held.Dequeue();
            }

            Count++;
            if (IsTaken(record))
            {
                yield return record;
            }
            else
            {
                NotTaken++;
            }
        }

        Count += held.Count;
        NotTaken += held.Count;
    }

    /// <exception cref="InputException">There are rows, but the filters leave out every one.</exception>
    public void ThrowIfNoneTaken(string fileName)
    {
        if (Count == 0 || NotTaken < Count)
        {
            return;
        }

        string values = _valuesLeftOut.Count == 0
            ? ""
            : $"; the values that are left out are {string.Join(", ", _valuesLeftOut.Select(value => Printable.Quote(value)))}";
        throw new InputException([$"rows and footer of the map leave out all {Count} rows of {Printable.Clip(fileName)}{values}"]);
    }

    private bool IsFooter(TableRecord record)
    {
        if (map.Footer.Count == 0)
        {
            return false;
        }

        string text = record.IsReadable ? record.FirstText() : record.Fault;
        return map.Footer.Any(start => record.IsReadable
            ? text.StartsWith(start, StringComparison.OrdinalIgnoreCase)
            : text.Contains($": \"{start}", StringComparison.OrdinalIgnoreCase));
    }

    private bool IsTaken(TableRecord record)
    {
        foreach ((int index, RowFilter filter) in filters)
        {
            // What can't be read is rejected, not left out.
            if (!record.IsReadable || index >= record.FieldCount)
            {
                return true;
            }

            string value = map.Missing.Contains(record[index]) ? "" : record[index];
            if (filter.Values.Contains(value) != filter.Takes)
            {
                if (_valuesLeftOut.Count < MostValues)
                {
                    _valuesLeftOut.Add(value);
                }

                return false;
            }
        }

        return true;
    }
}
