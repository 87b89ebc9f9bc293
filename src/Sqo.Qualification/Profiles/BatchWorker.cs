using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Decides about a chunk of opportunities at a time, column by column. For one thread.</summary>
internal sealed class BatchWorker<T>(QualificationProfile<T> profile, DateTime asOf)
{
    private readonly EvaluationContext _context = new(asOf);
    private readonly AnswerColumns _columns = new(profile.Rule.Layout);
    private T[]? _items;

    // The rows that are asked under a condition, with the items and answers of these.
    private readonly int[] _askedRows = new int[profile.Rule.Layout.Conditions.Length == 0 ? 0 : Batch.ChunkRows];
    private readonly Answer[] _askedAnswers = new Answer[profile.Rule.Layout.Conditions.Length == 0 ? 0 : Batch.ChunkRows];
    private T[]? _askedItems;

    public bool Vectorized { get; init; } = true;

    /// <summary>Room for the opportunities of a chunk, where they don't come as an array.</summary>
    public T[] Items => _items ??= new T[Batch.ChunkRows];

    /// <summary>Decides about <paramref name="count"/> items, of which the first has the index <paramref name="row"/> in the batch.</summary>
    public void Decide(T[] items, int start, int count, int row, Decision[] decisions, int target)
    {
        CheckItems(items, start, count, row);
        _columns.ClearFaults();
        for (var i = 0; i < profile.Unconditional; i++)
        {
            var index = profile.Indexes[i];
            try
            {
                profile.Tests[i].EvaluateMany(items, start, count, in _context, _columns.Answers[index]);
            }
            catch (Exception fault) when (Faults.IsOfCriterion(fault))
            {
                if (profile.FaultHandling == FaultHandling.Throw) throw FirstFault(items, start, count, row, index, fault);
                EvaluateOneByOne(profile.Tests[i], index, items, start, count, _columns.Answers[index], null);
            }
        }

        foreach (var step in profile.Rule.Layout.Logic) step.RunMany(_columns.Answers, count);
        foreach (var criterion in profile.Decaying)
        {
            if (criterion.Info.RootCondition is null) Decay(criterion, items, start, count, row);
        }

        if (profile.Rule.Layout.Conditions.Length > 0) AnswerConditional(items, start, count, row);
        profile.Rule.Layout.MarkMany(_columns, count, Vectorized);
        profile.Rule.Strategy.ScoreMany(_columns, count, Vectorized);
        profile.Rule.DecideMany(_columns, count, decisions, target);
    }

    /// <summary>What counts under conditions, asked only of the rows where these are not unmet.</summary>
    private void AnswerConditional(T[] items, int start, int count, int row)
    {
        for (var i = profile.Unconditional; i < profile.Tests.Length; i++)
        {
            var index = profile.Indexes[i];
            var answers = _columns.Answers[index];
            var asked = RowsInForce(profile.Rule.Layout.All[index].RootCondition!, items, start, count);
            try
            {
                profile.Tests[i].EvaluateMany(_askedItems!, 0, asked, in _context, _askedAnswers);
            }
            catch (Exception fault) when (Faults.IsOfCriterion(fault))
            {
                if (profile.FaultHandling == FaultHandling.Throw) throw FirstFault(items, start, count, row, index, fault);
                EvaluateOneByOne(profile.Tests[i], index, _askedItems!, 0, asked, _askedAnswers, _askedRows);
            }

            for (var at = 0; at < count; at++) answers[at] = Answer.Unknown;
            for (var at = 0; at < asked; at++) answers[_askedRows[at]] = _askedAnswers[at];
        }

        foreach (var step in profile.Rule.Layout.ConditionalLogic) step.RunMany(_columns.Answers, count);
        foreach (var criterion in profile.Decaying)
        {
            if (criterion.Info.RootCondition is { } condition) Decay(criterion, items, start, count, row, condition);
        }
    }

    /// <summary>Gathers the rows in which a condition is met or unknown.</summary>
    private int RowsInForce(CriterionInfo condition, T[] items, int start, int count)
    {
        _askedItems ??= new T[Batch.ChunkRows];
        var states = _columns.Answers[condition.Index];
        var asked = 0;
        for (var i = 0; i < count; i++)
        {
            if (states[i].Raw < condition.MetFrom) continue;
            _askedItems[asked] = items[start + i];
            _askedRows[asked++] = i;
        }

        return asked;
    }

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

    /// <summary>
    /// After a fault somewhere in the chunk: the one that judging row by row comes upon first, so that the exception does not
    /// depend on the order of the columns.
    /// </summary>
    private CriterionEvaluationException FirstFault(T[] items, int start, int count, int row, int index, Exception fault)
    {
        var sheet = new AnswerSheet(AnswerSheet.Size);
        try
        {
            for (var i = 0; i < count; i++) profile.Answer(items[start + i], in _context, sheet, out _, out _, row + i);
        }
        catch (CriterionEvaluationException first)
        {
            return first;
        }

        // It does not throw a second time: what is known is the criterion.
        return profile.FaultOf(index, null, fault);
    }

    /// <summary>After a fault somewhere in a column: row by row, to leave the others their answers.</summary>
    private void EvaluateOneByOne(Criterion<T> test, int index, T[] items, int start, int count, Answer[] answers, int[]? rows)
    {
        for (var i = 0; i < count; i++)
        {
            try
            {
                answers[i] = test.Evaluate(items[start + i], in _context);
            }
            catch (Exception fault) when (Faults.IsOfCriterion(fault))
            {
                answers[i] = Answer.Unknown;
                _columns.AddFault(rows is null ? i : rows[i], index);
            }
        }
    }

    private void Decay(CompiledCriterion<T> criterion, T[] items, int start, int count, int row, CriterionInfo? condition = null)
    {
        var index = criterion.Info.Index;
        var answers = _columns.Answers[index];
        var decays = _columns.Decays[index];
        for (var i = 0; i < count; i++)
        {
            if (condition is not null && _columns.Answers[condition.Index][i].Raw < condition.MetFrom) continue;
            DateTime? date = null;
            try
            {
                date = criterion.DecayDate!(items[start + i]);
            }
            catch (Exception fault) when (Faults.IsOfCriterion(fault))
            {
                if (profile.FaultHandling == FaultHandling.Throw) throw FirstFault(items, start, count, row, index, fault);
                _columns.AddFault(i, index);
            }

            decays[i] = Decays.Apply(ref answers[i], date, criterion.Info, in _context);
        }
    }
}
