using System;

namespace Sqo.Qualification;

/// <summary>
/// The answers of one criterion for every row of a table, before gates and weights apply: 8 bytes per answer. Only a graded criterion
/// whose points decay has two columns, value and decay, because a strategy needs both to the last bit. Immutable after it is filled.
/// </summary>
internal sealed class AnswerColumn
{
    // A value lies from 0 to 1, so other numbers can represent the other cases.
    private const double Unmet = -1;
    private const double UnmetWithError = -2;
    private static readonly double UnknownWithError = NaN(1);
    private static readonly double Undated = NaN(2);
    private static readonly double UndatedWithError = NaN(3);
    private static readonly double NotAsked = NaN(4);

    private readonly Layout _layout;

    // The value; for a criterion that is met or unmet and decays, the decay while it is met.
    private readonly double[] _values;

    // The decay, if it has its own column.
    private readonly double[] _decays;

    private volatile bool _hasErrors;
    private volatile bool _hasGaps;

    public AnswerColumn(CriterionInfo criterion, int rows)
        : this(LayoutOf(criterion), rows)
    {
    }

    private AnswerColumn(Layout layout, int rows)
    {
        _layout = layout;
        _values = layout == Layout.Combination ? [] : new double[rows];
        _decays = layout is Layout.GradedAndDecay or Layout.Combination ? new double[rows] : [];
    }

    private enum Layout
    {
        /// <summary>A condition whose points don't decay: the value.</summary>
        Plain,

        /// <summary>A condition that is met or unmet and whose points decay: value x decay, which is the decay or 0.</summary>
        FlagTimesDecay,

        /// <summary>A graded condition whose points decay: value and decay.</summary>
        GradedAndDecay,

        /// <summary>A combination: its answer follows from its parts, so only the decay is kept, if it has one.</summary>
        Combination,
    }

    /// <summary>Whether code of the criterion failed in a row.</summary>
    public bool HasErrors => _hasErrors;

    /// <summary>Whether there are rows in which the criterion was not asked because its prerequisite is unmet.</summary>
    public bool HasGaps => _hasGaps;

    /// <summary>Whether such a criterion is asked at all.</summary>
    public static bool IsAsked(CriterionInfo criterion) =>
        criterion.Kind == CriterionKind.Condition || criterion.DecayHalfLifeDays is not null;

    /// <summary>Stores a chunk of answers as they were asked.</summary>
    public void Write(AnswerColumns columns, int index, int start, int count)
    {
        var answers = columns.Answers[index];
        var decays = columns.Decays[index];
        var bit = 1UL << index;
        for (var row = 0; row < count; row++)
        {
            if (columns.HasLeftOut && (columns.LeftOut[row] & bit) != 0)
            {
                _hasGaps = true;
                if (_values.Length > 0) _values[start + row] = NotAsked;
                if (_decays.Length > 0) _decays[start + row] = NotAsked;
                continue;
            }

            var hasError = columns.HasErrors && (columns.Failed[row] & bit) != 0;
            if (hasError) _hasErrors = true;
            switch (_layout)
            {
                case Layout.Plain:
                    _values[start + row] = Known(answers[row].Raw, hasError);
                    break;
                case Layout.FlagTimesDecay:
                    _values[start + row] = Product(answers[row].Raw, decays[row], hasError);
                    break;
                case Layout.GradedAndDecay:
                    _values[start + row] = Known(answers[row].Raw, hasError);
                    _decays[start + row] = Known(decays[row], hasError);
                    break;
                default:
                    _decays[start + row] = Known(decays[row], hasError);
                    break;
            }
        }
    }

    /// <summary>Restores a chunk of answers as they were asked.</summary>
    public void Read(AnswerColumns columns, int index, int start, int count)
    {
        switch (_layout)
        {
            case Layout.Plain:
                Copy(_values, start, columns.Answers[index], count);
                break;
            case Layout.FlagTimesDecay:
                ReadProducts(columns.Answers[index], columns.Decays[index], start, count);
                break;
            case Layout.GradedAndDecay:
                Copy(_values, start, columns.Answers[index], count);
                Array.Copy(_decays, start, columns.Decays[index], 0, count);
                break;
            default:
                Array.Copy(_decays, start, columns.Decays[index], 0, count);
                break;
        }

        for (var row = 0; _hasErrors && row < count; row++)
        {
            if (IsError(_values, start + row) || IsError(_decays, start + row)) columns.AddError(row, index);
        }

        var cells = _values.Length > 0 ? _values : _decays;
        for (var row = 0; _hasGaps && row < count; row++)
        {
            if (BitConverter.DoubleToInt64Bits(cells[start + row]) == BitConverter.DoubleToInt64Bits(NotAsked)) columns.LeaveOut(
                row, index);
        }
    }

    /// <summary>An empty column for the same criterion.</summary>
    public AnswerColumn Another() => new(_layout, Rows);

    /// <summary>A column with some of the rows.</summary>
    public AnswerColumn Slice(int start, int count)
    {
        var slice = new AnswerColumn(_layout, count);
        slice.Take(this, start, 0, count);
        return slice;
    }

    /// <summary>The rows of this column, then those of another column of the same criterion.</summary>
    public AnswerColumn Append(AnswerColumn other)
    {
        var (rows, more) = (Rows, other.Rows);
        var both = new AnswerColumn(_layout, rows + more);
        both.Take(this, 0, 0, rows);
        both.Take(other, 0, rows, more);
        return both;
    }

    /// <summary>This column with some rows replaced from another column of the same criterion, the first from its row 0.</summary>
    public AnswerColumn With(int[] rows, AnswerColumn other)
    {
        var changed = Slice(0, Rows);
        for (var i = 0; i < rows.Length; i++) changed.Take(other, i, rows[i], 1);
        return changed;
    }

    private int Rows => Math.Max(_values.Length, _decays.Length);

    private static Layout LayoutOf(CriterionInfo criterion) =>
        criterion.Kind != CriterionKind.Condition ? Layout.Combination
        : criterion.DecayHalfLifeDays is null ? Layout.Plain
        : criterion.IsGraded ? Layout.GradedAndDecay
        : Layout.FlagTimesDecay;

    private static double NaN(long payload) => BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0000 | payload);

    /// <summary>Normalizes NaN: one from custom code must not look like one of these markers.</summary>
    private static double Known(double value, bool hasError) => !double.IsNaN(value) ? value : hasError ? UnknownWithError : double.NaN;

    private static double Product(double value, double decay, bool hasError)
    {
        if (double.IsNaN(value)) return Known(value, hasError);
        if (value == 0) return hasError ? UnmetWithError : Unmet;
        return !double.IsNaN(decay) ? decay : hasError ? UndatedWithError : Undated;
    }

    private static bool IsError(double[] column, int row)
    {
        if (column.Length == 0) return false;
        var bits = BitConverter.DoubleToInt64Bits(column[row]);
        return bits == BitConverter.DoubleToInt64Bits(UnknownWithError)
            || bits == BitConverter.DoubleToInt64Bits(UndatedWithError)
            || column[row] == UnmetWithError;
    }

    private static void Copy(double[] values, int start, Answer[] answers, int count)
    {
#if NET
        values.AsSpan(start, count).CopyTo(System.Runtime.InteropServices.MemoryMarshal.Cast<Answer, double>(answers.AsSpan()));
#else
        for (var row = 0; row < count; row++) answers[row] = new Answer(values[start + row]);
#endif
    }

    private void ReadProducts(Answer[] answers, double[] decays, int start, int count)
    {
        for (var row = 0; row < count; row++)
        {
            var value = _values[start + row];
            var bits = BitConverter.DoubleToInt64Bits(value);
            var isUndated = bits == BitConverter.DoubleToInt64Bits(Undated) || bits == BitConverter.DoubleToInt64Bits(UndatedWithError);
            answers[row] = isUndated || value >= 0 ? Answer.Met : value < 0 ? Answer.Unmet : Answer.Unknown;
            decays[row] = isUndated ? double.NaN : value >= 0 ? value : 1;
        }
    }

    private void Take(AnswerColumn other, int from, int to, int count)
    {
        if (other._values.Length > 0) Array.Copy(other._values, from, _values, to, count);
        if (other._decays.Length > 0) Array.Copy(other._decays, from, _decays, to, count);
        if (other._hasErrors) _hasErrors = true;
        if (other._hasGaps) _hasGaps = true;
    }
}
