using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>At least, at most, above, below, between, equal, before and after: a value within an interval.</summary>
internal sealed class IntervalCondition<TValue> : ValueCondition<TValue>, IOperatorSource
    where TValue : struct, IComparable<TValue>
{
    private readonly string _messageId;
    private readonly TValue _lower;
    private readonly TValue _upper;
    private readonly Bound _lowerBound;
    private readonly Bound _upperBound;

    internal IntervalCondition(string messageId, TValue lower, Bound lowerBound, TValue upper, Bound upperBound)
    {
        _messageId = messageId;
        _lower = lower;
        _lowerBound = lowerBound;
        _upper = upper;
        _upperBound = upperBound;
    }

    public override Requirement Requirement =>
        _messageId == MessageIds.RequireBetween ? new(_messageId, _lower, _upper)
        : _lowerBound != Bound.None ? new(_messageId, _lower)
        : new(_messageId, _upper);

    protected internal override bool Excludes(ValueCondition<TValue> other) =>
        other is IntervalCondition<TValue> interval && (IsAbove(interval) || interval.IsAbove(this));

    public override bool IsGraded => false;

    protected internal override Answer Evaluate(TValue value, in EvaluationContext context)
    {
        // Branches on the declared bounds are predictable; the comparisons themselves are free of branches.
        var holds = true;
        if (_lowerBound == Bound.Inclusive) holds = !GenericNumber.IsLess(value, _lower);
        else if (_lowerBound == Bound.Exclusive) holds = GenericNumber.IsLess(_lower, value);
        if (_upperBound == Bound.Inclusive) holds &= !GenericNumber.IsLess(_upper, value);
        else if (_upperBound == Bound.Exclusive) holds &= GenericNumber.IsLess(value, _upper);
        return Answer.From(holds);
    }

    protected internal override void EvaluateMany(
        TValue[] values, bool[] missing, int count, in EvaluationContext context, Answer[] answers)
    {
        for (var i = 0; i < count; i++) answers[i] = Evaluate(values[i], in context);
    }

    protected internal override object? GapOf(TValue value, in EvaluationContext context)
    {
        if (_lowerBound != Bound.None && value.CompareTo(_lower) < 0) return GenericNumber.Difference(_lower, value);
        if (_upperBound != Bound.None && value.CompareTo(_upper) > 0) return GenericNumber.Difference(value, _upper);
        // On an exclusive bound there is no distance.
        return Evaluate(value, in context) == Answer.Met ? GenericNumber.Zero<TValue>() : null;
    }

    internal override bool EvaluateSelected<T>(
        Func<T, TValue> selector, T[] items, int start, int count, in EvaluationContext context, Answer[] answers)
    {
        if (_lowerBound == Bound.Inclusive && _upperBound == Bound.None)
        {
            for (var i = 0; i < count; i++)
            {
                var value = selector(items[start + i]);
                answers[i] = GenericNumber.IsNaN(value) ? Answer.Unknown : Answer.From(!GenericNumber.IsLess(value, _lower));
            }
        }
        else if (_lowerBound == Bound.None && _upperBound == Bound.Inclusive)
        {
            for (var i = 0; i < count; i++)
            {
                var value = selector(items[start + i]);
                answers[i] = GenericNumber.IsNaN(value) ? Answer.Unknown : Answer.From(!GenericNumber.IsLess(_upper, value));
            }
        }
        else
        {
            for (var i = 0; i < count; i++)
            {
                var value = selector(items[start + i]);
                answers[i] = GenericNumber.IsNaN(value) ? Answer.Unknown : Evaluate(value, in context);
            }
        }

        return true;
    }

    public OperatorData ToData() => _messageId switch
    {
        MessageIds.RequireAtLeast => OperatorData.Of(Operators.AtLeast, _lower),
        MessageIds.RequireAtMost => OperatorData.Of(Operators.AtMost, _upper),
        MessageIds.RequireAbove => OperatorData.Of(Operators.Above, _lower),
        MessageIds.RequireBelow => OperatorData.Of(Operators.Below, _upper),
        MessageIds.RequireAfter => OperatorData.Of(Operators.After, _lower),
        MessageIds.RequireBefore => OperatorData.Of(Operators.Before, _upper),
        MessageIds.RequireEqual => OperatorData.Of(Operators.EqualTo, _lower),
        _ => new(
            Operators.Between,
            DataNode.Object(DataNode.Member("lower", DataValues.Write(_lower)), DataNode.Member("upper", DataValues.Write(_upper)))),
    };

    private bool IsAbove(IntervalCondition<TValue> other)
    {
        if (_lowerBound == Bound.None || other._upperBound == Bound.None) return false;
        var order = _lower.CompareTo(other._upper);
        return order > 0 || (order == 0 && (_lowerBound == Bound.Exclusive || other._upperBound == Bound.Exclusive));
    }
}
