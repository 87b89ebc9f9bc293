using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Counts the rows of one table: 64 rows at a time, as the bits of words, so that a count is that of the bits in common.
/// </summary>
internal sealed class AuditPass
{
    private const int WordBits = 64;
    private const int Words = ChunkSize.Rows / WordBits;

    private readonly DecisionRule _rule;
    private readonly DealOutcomes _outcomes;
    private readonly AuditSums _sums;
    private readonly LeftOutRule?[] _leftOut;

    // The rows that are counted; null for all.
    private readonly ulong[]? _among;
    private readonly ulong[][] _verdicts = NewWords(4);
    private readonly ulong[][] _unmet;
    private readonly ulong[][] _unknown;
    private readonly ulong[][] _turns;
    private readonly ulong[] _short = new ulong[Words];
    private readonly ulong[] _rows = new ulong[Words];
    private readonly ulong[] _marks = new ulong[Words];
    private readonly ulong[] _once = new ulong[Words];
    private readonly ulong[] _twice = new ulong[Words];
    private readonly ulong[] _square = new ulong[WordBits];
    private readonly Answer[] _best = new Answer[ChunkSize.Rows];
    private readonly double[] _undecayed = new double[ChunkSize.Rows];
    private AnswerColumns? _turned;

    public AuditPass(DecisionRule rule, DealOutcomes outcomes, AuditSums sums, LeftOutRule?[] leftOut, ulong[]? among)
    {
        _among = among;
        _rule = rule;
        _outcomes = outcomes;
        _sums = sums;
        _leftOut = leftOut;
        _unmet = NewWords(rule.Layout.All.Length);
        _unknown = NewWords(rule.Layout.All.Length);
        _turns = NewWords(rule.Layout.All.Length);
        for (var row = 0; row < _undecayed.Length; row++) _undecayed[row] = 1;
    }

    /// <summary>Counts a chunk of settled answers.</summary>
    public void Count(AnswerColumns columns, int start, int count)
    {
        var first = start / WordBits;
        _rule.Layout.MarkMany(columns, count, ulong.MaxValue, vectorized: true);
        _rule.ScoreMany(columns, count, vectorized: true);
        _rule.MarkVerdicts(columns, count, _verdicts);
        for (var w = 0; w < Words; w++)
        {
            var rows = count - (w * WordBits);
            _rows[w] = rows >= WordBits ? ulong.MaxValue : rows <= 0 ? 0 : (1UL << rows) - 1;
            if (_among is null) continue;
            _rows[w] &= _among[first + w];
            foreach (var verdict in _verdicts) verdict[w] &= _rows[w];
        }

        Transpose(columns.Unmet, _unmet);
        Transpose(columns.Unknown, _unknown);
        MarkShort(columns, count);
        for (var verdict = 0; verdict < _verdicts.Length; verdict++) Add(_sums.Verdicts[verdict], _verdicts[verdict], first);
        CountScores(columns, first);
        CountStates(first);
        CountPairs();
        CountStops(columns, first, count);
        CountLeftOut(columns, first, count);
    }

    private static ulong[][] NewWords(int count)
    {
        var words = new ulong[count][];
        for (var i = 0; i < count; i++) words[i] = new ulong[Words];
        return words;
    }

    private void Add(OutcomeSums sums, ulong[] marks, int first)
    {
        for (var w = 0; w < Words; w++) sums.Add(marks[w], first + w, _outcomes);
    }

    /// <summary>From a set of criteria per row to a set of rows per criterion.</summary>
    private void Transpose(ulong[] byRow, ulong[][] byCriterion)
    {
        for (var w = 0; w < Words; w++)
        {
            Array.Copy(byRow, w * WordBits, _square, 0, WordBits);
            Bits.Transpose(_square);
            for (var i = 0; i < byCriterion.Length; i++) byCriterion[i][w] = _square[i] & _rows[w];
        }
    }

    /// <summary>Marks the rows whose score can't reach the threshold, or with grades, those that are rejected.</summary>
    private void MarkShort(AnswerColumns columns, int count)
    {
        for (var w = 0; w < Words; w++) _short[w] = _rule.Grades is null ? 0 : _rows[w];
        if (_rule.Grades is not null) return;
        for (var row = 0; row < count; row++)
        {
            _short[row / WordBits] |= (_rule.IsReached(columns.Highest[row]) ? 0 : 1UL) << (row % WordBits);
        }
    }

    /// <summary>The rows in which a criterion counts: those whose prerequisite is not unmet.</summary>
    private ulong InForce(CriterionInfo criterion, int w) =>
        criterion.RootPrerequisite is { } prerequisite ? _rows[w] & ~_unmet[prerequisite.Index][w] : _rows[w];

    private ulong Met(CriterionInfo criterion, int w) =>
        InForce(criterion, w) & ~_unmet[criterion.Index][w] & ~_unknown[criterion.Index][w];

    private ulong Rejected(int w) => _verdicts[(int)Verdict.Disqualified][w] | _verdicts[(int)Verdict.NearMiss][w];

    // Columns have no scores where there are grades.
    private void CountScores(AnswerColumns columns, int first)
    {
        if (_rule.Grades is not null) return;
        var scores = columns.Score;
        for (var w = 0; w < Words; w++)
        {
            var won = _outcomes.Won[first + w];
            for (var left = _rows[w] & (won | _outcomes.Lost[first + w]); left != 0; left &= left - 1)
            {
                var bit = Bits.Lowest(left);
                _sums.Scores.Add(scores[(w * WordBits) + bit], (won >> bit & 1) != 0);
            }
        }
    }

    private void CountStates(int first)
    {
        foreach (var criterion in _rule.Layout.All)
        {
            var sums = _sums.Criteria[criterion.Index];
            for (var w = 0; w < Words; w++)
            {
                sums.Met.Add(Met(criterion, w), first + w, _outcomes);
                sums.Unmet.Add(_unmet[criterion.Index][w], first + w, _outcomes);
                sums.Unknown.Add(_unknown[criterion.Index][w], first + w, _outcomes);
            }
        }
    }

    private void CountPairs()
    {
        foreach (var pair in _sums.Pairs)
        {
            for (var w = 0; w < Words; w++)
            {
                var (first, second) = (Met(pair.First, w), Met(pair.Second, w));
                var (notFirst, notSecond) = (_unmet[pair.First.Index][w], _unmet[pair.Second.Index][w]);
                pair.Both += Bits.Count(first & second);
                pair.FirstOnly += Bits.Count(first & notSecond);
                pair.SecondOnly += Bits.Count(notFirst & second);
                pair.Neither += Bits.Count(notFirst & notSecond);
            }
        }
    }

    private void CountStops(AnswerColumns columns, int first, int count)
    {
        Array.Clear(_once, 0, Words);
        Array.Clear(_twice, 0, Words);
        // By the same columns, of which one is exchanged at a time.
        _turned ??= new AnswerColumns(columns, Array.ConvertAll(_rule.Layout.All, criterion => criterion.Index));
        Array.Copy(columns.Unmet, _turned.Unmet, count);
        Array.Copy(columns.Unknown, _turned.Unknown, count);
        foreach (var criterion in _rule.Layout.All)
        {
            if (_sums.Criteria[criterion.Index].Stopped is not { } stopped) continue;
            ulong any = 0;
            for (var w = 0; w < Words; w++)
            {
                _marks[w] = Rejected(w) & Blocks(criterion, w);
                any |= _marks[w];
            }

            if (any == 0) continue;
            Add(stopped, _marks, first);
            Turn(criterion, count, _turns[criterion.Index]);
        }

        foreach (var criterion in _rule.Layout.All)
        {
            var turns = _turns[criterion.Index];
            if (_sums.Criteria[criterion.Index].Alone is not { } alone) continue;
            Add(_sums.Criteria[criterion.Index].Turned!, turns, first);
            for (var w = 0; w < Words; w++) turns[w] &= ~_twice[w];
            Add(alone, turns, first);
            Array.Clear(turns, 0, Words);
        }

        for (var w = 0; w < Words; w++) _sums.DecidedByOne += Bits.Count(_once[w] & ~_twice[w]);
    }

    /// <summary>The rows in which a criterion is in the way: a gate that is unmet; or where the score falls short, points that are
    /// missing.</summary>
    private ulong Blocks(CriterionInfo criterion, int w) =>
        criterion.IsRequired ? _unmet[criterion.Index][w]
        : criterion.Weight < 0 ? Met(criterion, w) & _short[w]
        : _unmet[criterion.Index][w] & _short[w];

    /// <summary>Of the marked rows, finds those that qualify with the best answer to one criterion.</summary>
    private void Turn(CriterionInfo criterion, int count, ulong[] turns)
    {
        var index = criterion.Index;
        var turned = _turned!;
        var (answers, decays) = (turned.Answers[index], turned.Decays[index]);
        var best = new Answer(criterion.CountsAgainst ? 0 : criterion.MeetingValue);
        for (var row = 0; row < count; row++) _best[row] = best;
        turned.Answers[index] = _best;
        if (decays.Length > 0) turned.Decays[index] = _undecayed;
        _rule.ScoreMany(turned, count, vectorized: true);
        _rule.MarkQualified(turned, count, _rule.Layout.Gates & ~(1UL << index), turns);
        (turned.Answers[index], turned.Decays[index]) = (answers, decays);
        for (var w = 0; w < Words; w++)
        {
            turns[w] &= _marks[w];
            _twice[w] |= _once[w] & turns[w];
            _once[w] |= turns[w];
        }
    }

    private void CountLeftOut(AnswerColumns columns, int first, int count)
    {
        for (var i = 0; i < _leftOut.Length; i++)
        {
            if (_leftOut[i] is not { } left) continue;
            left.MarkQualified(columns, count, _marks);
            var sums = _sums.Criteria[i];
            for (var w = 0; w < Words; w++)
            {
                var qualified = _verdicts[(int)Verdict.Qualified][w];
                sums.Gained!.Add(_marks[w] & _rows[w] & ~qualified, first + w, _outcomes);
                sums.Lost!.Add(qualified & ~_marks[w], first + w, _outcomes);
            }
        }
    }
}
