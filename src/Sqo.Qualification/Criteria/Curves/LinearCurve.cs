#if NET
using System;
using System.Numerics;
using System.Runtime.InteropServices;
#endif
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>0 up to <paramref name="from"/>, 1 from <paramref name="to"/> on, linear between; it falls if from is above to.</summary>
internal sealed class LinearCurve(double from, double to) : Curve, IOperatorSource
{
    private readonly double _span = to - from;

    public override Requirement Requirement => new(MessageIds.RequireLinear, from, to);

    public override double At(double x)
    {
        var value = (x - from) / _span;
        return value < 0 ? 0 : value > 1 ? 1 : value;
    }

    protected internal override int Direction => _span > 0 ? 1 : -1;

    protected internal override double BoundFor(double value, bool isLeast) => from + (value * _span);

    /// <summary>Replaces the numbers by their values, the same to the bit as <see cref="At"/>.</summary>
    internal void AtMany(Answer[] numbers, int count)
    {
        var done = 0;
#if NET
        if (Vector.IsHardwareAccelerated)
        {
            var lanes = MemoryMarshal.Cast<Answer, double>(numbers.AsSpan(0, count));
            var start = new Vector<double>(from);
            var span = new Vector<double>(_span);
            for (; done <= count - Vector<double>.Count; done += Vector<double>.Count)
            {
                var value = (new Vector<double>(lanes[done..]) - start) / span;
                value = Vector.ConditionalSelect(Vector.LessThan(value, Vector<double>.Zero), Vector<double>.Zero, value);
                value = Vector.ConditionalSelect(Vector.GreaterThan(value, Vector<double>.One), Vector<double>.One, value);
                value.CopyTo(lanes[done..]);
            }
        }
#endif
        for (; done < count; done++) numbers[done] = new Answer(At(numbers[done].Raw));
    }

    public OperatorData ToData() =>
        new(Operators.Linear, DataNode.Object(DataNode.Member("from", DataNode.Of(from)), DataNode.Member("to", DataNode.Of(to))));
}
