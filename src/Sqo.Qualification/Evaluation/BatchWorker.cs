using System;
using System.Threading;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Asks and decides about a chunk of opportunities at a time, column by column. For one thread.</summary>
/// <param name="engine">The engine that asks and decides.</param>
/// <param name="asOf">The moment the opportunities are judged at.</param>
/// <param name="cancellation">Checked while criteria are asked, because custom code may be slow.</param>
internal sealed class BatchWorker<T>(EvaluationEngine<T> engine, DateTime asOf, CancellationToken cancellation)
{
    private const int RowsBetweenLooks = 32;

    private readonly EvaluationContext _context = new(asOf);
    private readonly bool[] _wasQualified = new bool[ChunkSize.Rows];
    private readonly Answer[] _some = new Answer[ChunkSize.Rows];
    private T[]? _items;

    // The rows that are asked if not all are, with their items and answers.
    private int[]? _rowsAsked;
    private T[]? _itemsAsked;
    private Answer[]? _answersAsked;

    public bool Vectorized { get; init; } = true;

    public AnswerColumns Columns { get; } = new(engine.Rule.Layout);

    /// <summary>The buffer for the opportunities of a chunk, if they are not in an array.</summary>
    public T[] Items => _items ??= new T[ChunkSize.Rows];

    /// <summary>Which rows of the chunk were qualified before.</summary>
    public bool[] WasQualified => _wasQualified;

    /// <summary>Asks <paramref name="count"/> items all criteria; the first has the index <paramref name="row"/> in the batch.</summary>
    public void Ask(T[] items, int start, int count, int row)
    {
        Columns.ClearMarks();
        AskWhatLacks(ulong.MaxValue, 0, items, start, count, row);
    }

    /// <summary>
    /// Asks the criteria of a mask, and those of a second mask in the rows in which they were left out; the other columns stay
    /// unchanged.
    /// </summary>
    /// <returns>The criteria of the second mask that were asked in some row.</returns>
    public ulong AskWhatLacks(ulong criteria, ulong partly, T[] items, int start, int count, int row)
    {
        CheckItems(items, start, count, row);
        var range = new Rows(items, start, count, row, criteria, partly);
        AskAll(in range, isDependent: false);
        if (engine.Rule.Layout.HasPrerequisites)
        {
            engine.Rule.Settler.CombineMany(Columns, count);
            AskAll(in range, isDependent: true);
        }
        else if (partly == 0)
        {
            return 0;
        }

        return MarkLeftOut(in range);
    }

    /// <summary>Decides from the columns, and from <see cref="WasQualified"/> if there are previous decisions.</summary>
    public void Decide(int count, Decision[] decisions, int target, bool hasPrevious)
    {
        Score(count, ulong.MaxValue);
        engine.Rule.DecideMany(Columns, count, decisions, target);
        if (hasPrevious) engine.Rule.KeepMany(Columns, count, _wasQualified, decisions, target);
    }

    /// <summary>Counts the verdicts from the columns; <paramref name="counts"/> has an element for each.</summary>
    public void CountVerdicts(int count, int[] counts)
    {
        // A verdict needs to know only whether the gates are met.
        Score(count, engine.Rule.Layout.Gates);
        engine.Rule.CountMany(Columns, count, counts);
    }

    private void Score(int count, ulong marked)
    {
        engine.Rule.Settler.SettleMany(Columns, count);
        engine.Rule.Layout.MarkMany(Columns, count, marked, Vectorized);
        engine.Rule.ScoreMany(Columns, count, Vectorized);
    }

    /// <summary>Asks the criteria that always count, or after their prerequisites are answered, those that have one.</summary>
    private void AskAll(in Rows rows, bool isDependent)
    {
        foreach (var criterion in engine.Criteria)
        {
            if (criterion.Criterion is null || EvaluationEngine<T>.IsDependent(criterion) != isDependent) continue;
            if (!isDependent && IsAmong(rows.Criteria, criterion)) AskCondition(criterion, in rows);
            else if (IsAmong(rows.Criteria | rows.Partly, criterion)) AskConditionOfSome(criterion, in rows);
        }

        foreach (var criterion in engine.Criteria)
        {
            if (!criterion.Decays || EvaluationEngine<T>.IsDependent(criterion) != isDependent) continue;
            if (IsAmong(rows.Criteria | rows.Partly, criterion)) AskDates(criterion, in rows);
        }
    }

    /// <summary>Marks the criteria that were not asked, and clears the marks of those that now were.</summary>
    private ulong MarkLeftOut(in Rows rows)
    {
        ulong asked = 0;
        foreach (var criterion in engine.Criteria)
        {
            if (!IsAmong(rows.Criteria | rows.Partly, criterion)) continue;
            var index = criterion.Info.Index;
            for (var i = 0; i < rows.Count; i++)
            {
                if (!IsAsked(criterion, i, in rows))
                {
                    if (IsAmong(rows.Criteria, criterion)) Columns.LeaveOut(i, index);
                }
                else if (IsAmong(rows.Partly, criterion))
                {
                    asked |= 1UL << index;
                    Columns.LeftOut[i] &= ~(1UL << index);
                }
            }
        }

        return asked;
    }

    /// <summary>Whether a criterion of the masks is asked in a row of the chunk.</summary>
    private bool IsAsked(ProfileCriterion<T> criterion, int row, in Rows rows) =>
        (IsAmong(rows.Criteria, criterion) || IsAmong(Columns.LeftOut[row], criterion))
            && !AnswerSettler.IsLeftOut(Columns, row, criterion.Info);

    private static bool IsAmong(ulong criteria, ProfileCriterion<T> criterion) => (criteria & (1UL << criterion.Info.Index)) != 0;

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

    private void AskCondition(ProfileCriterion<T> criterion, in Rows rows)
    {
        var answers = Columns.Answers[criterion.Info.Index];
        try
        {
            Evaluate(criterion.Criterion!, rows.Items, rows.Start, rows.Count, answers);
        }
        catch (Exception error) when (CriterionErrors.IsOfCriterion(error))
        {
            ThrowFirst(criterion, error, in rows);
            AskOneByOne(criterion, answers, in rows);
        }
    }

    /// <summary>Asks a criterion only in the rows in which it counts and was not asked yet.</summary>
    private void AskConditionOfSome(ProfileCriterion<T> criterion, in Rows rows)
    {
        var index = criterion.Info.Index;
        var answers = Columns.Answers[index];
        var at = _rowsAsked ??= new int[ChunkSize.Rows];
        var items = _itemsAsked ??= new T[ChunkSize.Rows];
        var asked = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            if (!IsAsked(criterion, i, in rows))
            {
                if (IsAmong(rows.Criteria, criterion)) answers[i] = Answer.Unknown;
                continue;
            }

            items[asked] = rows.Items[rows.Start + i];
            at[asked++] = i;
        }

        try
        {
            var found = _answersAsked ??= new Answer[ChunkSize.Rows];
            Evaluate(criterion.Criterion!, items, 0, asked, found);
            for (var i = 0; i < asked; i++) answers[at[i]] = found[i];
        }
        catch (Exception error) when (CriterionErrors.IsOfCriterion(error))
        {
            ThrowFirst(criterion, error, in rows);
            for (var i = 0; i < asked; i++) AskOne(criterion, answers, at[i], in rows);
        }
    }

    /// <summary>Judges a run of items, and checks for cancellation at intervals.</summary>
    private void Evaluate(Criterion<T> condition, T[] items, int start, int count, Answer[] answers)
    {
        if (!cancellation.CanBeCanceled)
        {
            condition.EvaluateMany(items, start, count, in _context, answers);
            return;
        }

        for (var done = 0; done < count; done += RowsBetweenLooks)
        {
            cancellation.ThrowIfCancellationRequested();
            var some = Math.Min(RowsBetweenLooks, count - done);
            condition.EvaluateMany(items, start + done, some, in _context, _some);
            Array.Copy(_some, 0, answers, done, some);
        }
    }

    /// <summary>Asks row by row after an error somewhere in a column, so that the other rows keep their answers.</summary>
    private void AskOneByOne(ProfileCriterion<T> criterion, Answer[] answers, in Rows rows)
    {
        for (var i = 0; i < rows.Count; i++) AskOne(criterion, answers, i, in rows);
    }

    private void AskOne(ProfileCriterion<T> criterion, Answer[] answers, int row, in Rows rows)
    {
        if (row % RowsBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
        var item = rows.Items[rows.Start + row];
        answers[row] = engine.ReadingOf(criterion, item, in _context, rows.First + row, explains: false, out var error).Answer;
        if (error is not null) Columns.AddError(row, criterion.Info.Index);
    }

    private void AskDates(ProfileCriterion<T> criterion, in Rows rows)
    {
        var index = criterion.Info.Index;
        var decays = Columns.Decays[index];
        var isAskedOfAll = IsAmong(rows.Criteria, criterion) && !EvaluationEngine<T>.IsDependent(criterion);
        for (var i = 0; i < rows.Count; i++)
        {
            if (i % RowsBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            if (!isAskedOfAll && !IsAsked(criterion, i, in rows)) continue;
            DateTime? date = null;
            Exception? error;
            try
            {
                date = engine.DateOf(criterion, rows.Items[rows.Start + i], rows.First + i, out error);
            }
            catch (CriterionEvaluationException thrown)
            {
                ThrowFirst(criterion, thrown.InnerException!, in rows);
                throw;
            }

            if (error is not null) Columns.AddError(i, index);
            decays[i] = criterion.DecayAt(date, in _context);
        }
    }

    /// <summary>
    /// If errors are thrown, throws the one that judging row by row finds first, so that the exception does not depend on the order of the
    /// columns.
    /// </summary>
    private void ThrowFirst(ProfileCriterion<T> criterion, Exception error, in Rows rows)
    {
        if (engine.Handling != ErrorHandling.Throw) return;
        var sheet = AnswerSheet.Rent();
        for (var i = 0; i < rows.Count; i++)
        {
            if (i % RowsBetweenLooks == 0) cancellation.ThrowIfCancellationRequested();
            Columns.CopyRow(i, sheet);
            engine.AskAgain(
                rows.Criteria | (rows.Partly & Columns.LeftOut[i]), rows.Items[rows.Start + i], in _context, rows.First + i, sheet);
        }

        AnswerSheet.Return(sheet);

        // It does not throw a second time: only the criterion is known.
        throw engine.ErrorOf(criterion.Info.Index, null, error);
    }

    private readonly struct Rows(T[] items, int start, int count, int first, ulong criteria, ulong partly)
    {
        public readonly T[] Items = items;
        public readonly int Start = start;
        public readonly int Count = count;

        /// <summary>The index of the first row in the batch.</summary>
        public readonly int First = first;

        /// <summary>The criteria to ask in all rows.</summary>
        public readonly ulong Criteria = criteria;

        /// <summary>The criteria to ask in the rows in which they were left out.</summary>
        public readonly ulong Partly = partly;
    }
}
