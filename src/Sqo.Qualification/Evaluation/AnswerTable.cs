using System;
using System.Collections.Generic;
using System.Threading;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The answers of many opportunities, asked once: one column per criterion. Use it to decide repeatedly, with other weights, thresholds
/// or gates, without asking the opportunities again. Immutable and thread-safe.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>
/// The table keeps references to its opportunities and the moment they were asked at. When an opportunity changes, its answers here
/// are out of date; <see cref="Refresh(IReadOnlyList{int}, CancellationToken)"/> makes a table with new ones. An answer takes 8 bytes;
/// for a graded criterion whose points decay, 16.
/// </remarks>
public sealed class AnswerTable<T>
{
    private readonly EvaluationEngine<T> _engine;
    private readonly T[] _items;

    // By the index of the criterion; null if nothing is asked, as for a combination.
    private readonly AnswerColumn?[] _columns;

    private IReadOnlyList<T>? _readOnly;

    private AnswerTable(EvaluationEngine<T> engine, T[] items, DateTime asOf, AnswerColumn?[] columns)
    {
        _engine = engine;
        _items = items;
        _columns = columns;
        AsOf = asOf;
    }

    /// <summary>The opportunities, by the index of their row.</summary>
    public IReadOnlyList<T> Items => LazyField.Of(ref _readOnly) ?? LazyField.Keep(ref _readOnly, Array.AsReadOnly(_items));

    /// <summary>The moment the opportunities were asked at.</summary>
    public DateTime AsOf { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => _items.Length;

    /// <summary>Decides about every row with the profile that made the table.</summary>
    /// <param name="degreeOfParallelism">How many threads may work at once, at least 1; with 1, only the calling thread works.</param>
    /// <param name="cancellationToken">Stops the work between chunks of 256 rows.</param>
    /// <returns>The same decisions as <c>DecideAll</c>, by the index of the row.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degreeOfParallelism"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public Decision[] Decide(int degreeOfParallelism = 1, CancellationToken cancellationToken = default)
    {
        var decisions = new Decision[Count];
        Decide(decisions, degreeOfParallelism, cancellationToken);
        return decisions;
    }

    /// <summary>Decides about every row with the profile that made the table.</summary>
    /// <param name="decisions">Receives the same decisions as <c>DecideAll</c>, by the index of the row; at least as long as the
    /// table.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once, at least 1; with 1, only the calling thread works.</param>
    /// <param name="cancellationToken">Stops the work between chunks of 256 rows.</param>
    /// <exception cref="ArgumentNullException"><paramref name="decisions"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="decisions"/> is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degreeOfParallelism"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void Decide(Decision[] decisions, int degreeOfParallelism = 1, CancellationToken cancellationToken = default)
    {
        BatchRun<T>.CheckLengths(Count, Guard.NotNull(decisions).Length);
        Chunks.Run(Count, degreeOfParallelism, cancellationToken, () =>
        {
            var worker = new BatchWorker<T>(_engine, AsOf, cancellationToken);
            return (start, count) =>
            {
                Read(_columns, worker.Columns, start, count);
                worker.Decide(count, decisions, start, hasPrevious: false);
            };
        });
    }

    /// <summary>Counts the verdicts of all rows, which is faster than deciding about each.</summary>
    /// <param name="degreeOfParallelism">How many threads may work at once, at least 1; with 1, only the calling thread works.</param>
    /// <param name="cancellationToken">Stops the work between chunks of 256 rows.</param>
    /// <returns>The counts of the verdicts that <see cref="Decide(int, CancellationToken)"/> gives.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degreeOfParallelism"/> is below 1.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public VerdictCounts CountVerdicts(int degreeOfParallelism = 1, CancellationToken cancellationToken = default)
    {
        var counts = new int[4];
        Chunks.Run(Count, degreeOfParallelism, cancellationToken, () =>
        {
            var worker = new BatchWorker<T>(_engine, AsOf, cancellationToken);
            var own = new int[counts.Length];
            return (start, count) =>
            {
                Read(_columns, worker.Columns, start, count);
                worker.CountVerdicts(count, own);
                for (var verdict = 0; verdict < own.Length; verdict++)
                {
                    if (own[verdict] > 0) Interlocked.Add(ref counts[verdict], own[verdict]);
                    own[verdict] = 0;
                }
            };
        });
        return new VerdictCounts(
            counts[(int)Verdict.Qualified],
            counts[(int)Verdict.NeedsDiscovery],
            counts[(int)Verdict.NearMiss],
            counts[(int)Verdict.Disqualified]);
    }

    /// <summary>Creates a table of some of the rows.</summary>
    /// <param name="start">The index of the first one.</param>
    /// <param name="count">How many there are.</param>
    /// <returns>The table. Nothing is asked.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rows are not all in the table.</exception>
    public AnswerTable<T> Slice(int start, int count)
    {
        if (start < 0 || start > Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(start), start, $"The first row is {start}; it must lie from 0 to {Count}, the rows.");
        }

        if (count < 0 || count > Count - start)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"{count} rows are asked for from row {start}; the table has {Count}.");
        }

        var items = new T[count];
        Array.Copy(_items, start, items, 0, count);
        return new AnswerTable<T>(_engine, items, AsOf, Array.ConvertAll(_columns, column => column?.Slice(start, count)));
    }

    /// <summary>Creates a table with more rows at the end.</summary>
    /// <param name="items">The opportunities to add; only they are asked, at <see cref="AsOf"/>.</param>
    /// <param name="degreeOfParallelism">How many threads may work at once, at least 1; with 1, only the calling thread works.</param>
    /// <param name="cancellationToken">Stops the work: between chunks of 256, and every 32 rows while a criterion is evaluated.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An opportunity is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="degreeOfParallelism"/> is below 1.</exception>
    /// <exception cref="CriterionEvaluationException">
    /// Code of a criterion threw, and the profile handles errors by throwing; its row counts from the first one that is added.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public AnswerTable<T> Append(IReadOnlyList<T> items, int degreeOfParallelism = 1, CancellationToken cancellationToken = default)
    {
        var added = Ask(_engine, items, AsOf, degreeOfParallelism, cancellationToken);
        var all = new T[Count + added.Count];
        _items.CopyTo(all, 0);
        added._items.CopyTo(all, Count);
        var columns = new AnswerColumn?[_columns.Length];
        for (var i = 0; i < columns.Length; i++) columns[i] = _columns[i]?.Append(added._columns[i]!);
        return new AnswerTable<T>(_engine, all, AsOf, columns);
    }

    /// <summary>Creates a table with new answers in some rows, whose opportunities have changed.</summary>
    /// <param name="rows">The indexes of the rows; their opportunities are asked again, at <see cref="AsOf"/>.</param>
    /// <param name="cancellationToken">Stops the work: between chunks of 256, and every 32 rows while a criterion is evaluated.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row is not in the table.</exception>
    /// <exception cref="CriterionEvaluationException">
    /// Code of a criterion threw, and the profile handles errors by throwing; its row is an index of <paramref name="rows"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public AnswerTable<T> Refresh(IReadOnlyList<int> rows, CancellationToken cancellationToken = default)
    {
        var at = Checked(rows);
        return With(at, Array.ConvertAll(at, row => _items[row]), cancellationToken);
    }

    /// <summary>Creates a table with other opportunities in some rows.</summary>
    /// <param name="rows">The indexes of the rows.</param>
    /// <param name="items">The new opportunities, one for each row; only they are asked, at <see cref="AsOf"/>.</param>
    /// <param name="cancellationToken">Stops the work: between chunks of 256, and every 32 rows while a criterion is evaluated.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> or <paramref name="items"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An opportunity is <see langword="null"/>, or there are more or fewer of them than
    /// rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row is not in the table.</exception>
    /// <exception cref="CriterionEvaluationException">
    /// Code of a criterion threw, and the profile handles errors by throwing; its row is an index of <paramref name="items"/>.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public AnswerTable<T> Refresh(IReadOnlyList<int> rows, IReadOnlyList<T> items, CancellationToken cancellationToken = default)
    {
        var at = Checked(rows);
        if (Guard.NotNull(items).Count != at.Length)
        {
            throw new ArgumentException($"There are {at.Length} rows and {items.Count} opportunities; each row takes one.", nameof(items));
        }

        return With(at, items, cancellationToken);
    }

    /// <summary>The number of rows and the moment.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Count} rows as of {InvariantText.Of(AsOf)}";

    /// <summary>Gives the settled answers of one chunk of rows after the other, each with the first row and the number of
    /// rows.</summary>
    internal void Scan(Action<AnswerColumns, int, int> scan)
    {
        var columns = new AnswerColumns(_engine.Rule.Layout);
        for (var start = 0; start < Count; start += ChunkSize.Rows)
        {
            var count = Math.Min(ChunkSize.Rows, Count - start);
            Read(_columns, columns, start, count);
            _engine.Rule.Settler.SettleMany(columns, count);
            scan(columns, start, count);
        }
    }

    /// <summary>Asks opportunities all criteria.</summary>
    internal static AnswerTable<T> Ask(
        EvaluationEngine<T> engine, IReadOnlyList<T> items, DateTime asOf, int degreeOfParallelism, CancellationToken cancellation)
    {
        Guard.NotNull(items);
        Guard.NotLocal(asOf);
        var own = new T[items.Count];
        for (var i = 0; i < own.Length; i++) own[i] = items[i];
        return Fill(engine, own, asOf, new AnswerColumn?[engine.Criteria.Length], degreeOfParallelism, cancellation);
    }

    /// <summary>The table for another profile: columns of criteria that ask the same are reused, and only the rest is asked.</summary>
    internal AnswerTable<T> For(EvaluationEngine<T> engine, int degreeOfParallelism, CancellationToken cancellation)
    {
        if (engine == _engine) return this;
        var taken = Array.ConvertAll(engine.Criteria, wanted => Find(wanted, engine.Handling));
        return Fill(engine, _items, AsOf, taken, degreeOfParallelism, cancellation);
    }

    /// <summary>Asks what no column answers: every row of a criterion without a column, and for a criterion that was left out in some
    /// rows, those in which it counts here.</summary>
    private static AnswerTable<T> Fill(
        EvaluationEngine<T> engine, T[] items, DateTime asOf, AnswerColumn?[] taken, int degree, CancellationToken cancellation)
    {
        ulong asked = 0;
        ulong partly = 0;
        var columns = (AnswerColumn?[])taken.Clone();
        foreach (var criterion in engine.Criteria)
        {
            var index = criterion.Info.Index;
            if (taken[index] is { } column)
            {
                if (!column.HasGaps) continue;
                partly |= 1UL << index;
                columns[index] = column.Another();
            }
            else if (AnswerColumn.IsAsked(criterion.Info))
            {
                asked |= 1UL << index;
                columns[index] = new AnswerColumn(criterion.Info, items.Length);
            }
        }

        var isFilled = new bool[columns.Length];
        Chunks.Run((asked | partly) == 0 ? 0 : items.Length, degree, cancellation, () =>
        {
            var worker = new BatchWorker<T>(engine, asOf, cancellation);
            return (start, count) =>
            {
                Read(taken, worker.Columns, start, count);
                var filled = worker.AskWhatLacks(asked, partly, items, start, count, start);
                for (var left = asked | partly; left != 0; left &= left - 1)
                {
                    var index = Bits.Lowest(left);
                    columns[index]!.Write(worker.Columns, index, start, count);
                    if ((filled & (1UL << index)) != 0) isFilled[index] = true;
                }
            };
        });
        for (var i = 0; i < columns.Length; i++)
        {
            if ((partly & (1UL << i)) != 0 && !isFilled[i]) columns[i] = taken[i];
        }

        return new AnswerTable<T>(engine, items, asOf, columns);
    }

    /// <summary>The column of a criterion that asks the same. A column with errors is not used if errors are thrown.</summary>
    private AnswerColumn? Find(ProfileCriterion<T> wanted, ErrorHandling handling)
    {
        foreach (var criterion in _engine.Criteria)
        {
            var column = _columns[criterion.Info.Index];
            if (column is null || (column.HasErrors && handling == ErrorHandling.Throw)) continue;
            if (criterion.AsksSameAs(wanted)) return column;
        }

        return null;
    }

    private static void Read(AnswerColumn?[] from, AnswerColumns columns, int start, int count)
    {
        columns.ClearMarks();
        for (var i = 0; i < from.Length; i++) from[i]?.Read(columns, i, start, count);
    }

    private int[] Checked(IReadOnlyList<int> rows)
    {
        var at = new int[Guard.NotNull(rows).Count];
        for (var i = 0; i < at.Length; i++)
        {
            at[i] = rows[i];
            if (at[i] >= 0 && at[i] < Count) continue;
            throw new ArgumentOutOfRangeException(
                nameof(rows), rows, $"The row at index {i} is {at[i]}; it must lie from 0 to below {Count}, the rows.");
        }

        return at;
    }

    private AnswerTable<T> With(int[] rows, IReadOnlyList<T> items, CancellationToken cancellation)
    {
        var asked = Ask(_engine, items, AsOf, 1, cancellation);
        var all = (T[])_items.Clone();
        for (var i = 0; i < rows.Length; i++) all[rows[i]] = asked._items[i];
        var columns = new AnswerColumn?[_columns.Length];
        for (var i = 0; i < columns.Length; i++) columns[i] = _columns[i]?.With(rows, asked._columns[i]!);
        return new AnswerTable<T>(_engine, all, AsOf, columns);
    }
}
