using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Asks and decides about a chunk of opportunities at a time, column by column. For one thread.</summary>
internal sealed class BatchWorker<T>(EvaluationEngine<T> engine, DateTime asOf)
{
    private readonly EvaluationContext _context = new(asOf);
    private readonly bool[] _wasQualified = new bool[Batch.ChunkRows];
    private T[]? _items;

    public bool Vectorized { get; init; } = true;

    public AnswerColumns Columns { get; } = new(engine.Rule.Layout);

    /// <summary>Room for the opportunities of a chunk, where they don't come as an array.</summary>
    public T[] Items => _items ??= new T[Batch.ChunkRows];

    /// <summary>Which rows of the chunk were qualified before.</summary>
    public bool[] WasQualified => _wasQualified;

    /// <summary>
    /// Asks <paramref name="count"/> items, of which the first has the index <paramref name="row"/> in the batch, the criteria of a mask; the
    /// columns of the others stay as they are.
    /// </summary>
    public void Ask(ulong criteria, T[] items, int start, int count, int row)
    {
        CheckItems(items, start, count, row);
        Columns.ClearFaults();
        var range = new Rows(items, start, count, row, criteria);
        foreach (var criterion in engine.Criteria)
        {
            if (criterion.Criterion is not null && IsAmong(criteria, criterion)) AskTest(criterion, in range);
        }

        foreach (var criterion in engine.Criteria)
        {
            if (criterion.DecayDate is not null && IsAmong(criteria, criterion)) AskDates(criterion, in range);
        }
    }

    /// <summary>Decides by what is in the columns, and by <see cref="WasQualified"/> where there are previous decisions.</summary>
    public void Decide(int count, Decision[] decisions, int target, bool hasPrevious)
    {
        Score(count, ulong.MaxValue);
        engine.Rule.DecideMany(Columns, count, decisions, target);
        if (hasPrevious) engine.Rule.KeepMany(Columns, count, _wasQualified, decisions, target);
    }

    /// <summary>Counts the verdicts by what is in the columns; each has its place in <paramref name="counts"/>.</summary>
    public void CountVerdicts(int count, int[] counts)
    {
        // A verdict needs to know of gates alone whether they are met.
        Score(count, engine.Rule.Layout.Gates);
        engine.Rule.CountMany(Columns, count, counts);
    }

    private void Score(int count, ulong marked)
    {
        engine.Rule.Settler.SettleMany(Columns, count);
        engine.Rule.Layout.MarkMany(Columns, count, marked, Vectorized);
        engine.Rule.ScoreMany(Columns, count, Vectorized);
    }

    private static bool IsAmong(ulong criteria, CompiledCriterion<T> criterion) => (criteria & (1UL << criterion.Info.Index)) != 0;

    private static void CheckItems(T[] items, int start, int count, int row)
    {
        if (default(T) is not null) return;
        for (var i = 0; i < count; i++)
        {
            if (items[start + i] is null)
            {
                throw new ArgumentException($"The item at index {row + i} is null; every item must be an opportunity.", nameof(items));
            }
        }
    }

    private void AskTest(CompiledCriterion<T> criterion, in Rows rows)
    {
        var answers = Columns.Answers[criterion.Info.Index];
        try
        {
            criterion.Criterion!.EvaluateMany(rows.Items, rows.Start, rows.Count, in _context, answers);
        }
        catch (Exception fault) when (Faults.IsOfCriterion(fault))
        {
            ThrowFirst(criterion, fault, in rows);
            AskOneByOne(criterion, answers, in rows);
        }
    }

    /// <summary>After a fault somewhere in a column: row by row, to leave the others their answers.</summary>
    private void AskOneByOne(CompiledCriterion<T> criterion, Answer[] answers, in Rows rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            answers[i] = engine.ReadingOf(criterion, rows.Items[rows.Start + i], in _context, rows.First + i, explains: false, out var fault).Answer;
            if (fault is not null) Columns.AddFault(i, criterion.Info.Index);
        }
    }

    private void AskDates(CompiledCriterion<T> criterion, in Rows rows)
    {
        var index = criterion.Info.Index;
        var decays = Columns.Decays[index];
        for (var i = 0; i < rows.Count; i++)
        {
            DateTime? date = null;
            Exception? fault;
            try
            {
                date = engine.DateOf(criterion, rows.Items[rows.Start + i], rows.First + i, out fault);
            }
            catch (CriterionEvaluationException thrown)
            {
                ThrowFirst(criterion, thrown.InnerException!, in rows);
                throw;
            }

            if (fault is not null) Columns.AddFault(i, index);
            decays[i] = criterion.DecayAt(date, in _context);
        }
    }

    /// <summary>
    /// Where faults are thrown: the one that judging row by row comes upon first, so that the exception does not depend on the order of the
    /// columns.
    /// </summary>
    private void ThrowFirst(CompiledCriterion<T> criterion, Exception fault, in Rows rows)
    {
        if (engine.Handling != FaultHandling.Throw) return;
        for (var i = 0; i < rows.Count; i++) engine.AskAgain(rows.Criteria, rows.Items[rows.Start + i], in _context, rows.First + i);

        // It does not throw a second time: what is known is the criterion.
        throw engine.FaultOf(criterion.Info.Index, null, fault);
    }

    private readonly struct Rows(T[] items, int start, int count, int first, ulong criteria)
    {
        public readonly T[] Items = items;
        public readonly int Start = start;
        public readonly int Count = count;

        /// <summary>The index of the first row in the batch.</summary>
        public readonly int First = first;

        /// <summary>What is asked of the rows.</summary>
        public readonly ulong Criteria = criteria;
    }
}
