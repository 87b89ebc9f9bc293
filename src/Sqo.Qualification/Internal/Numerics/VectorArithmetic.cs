#if NET
using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sqo.Qualification.Internal;

/// <summary>
/// Arithmetic on columns, a vector at a time. The number of rows is a multiple of the vector size; each lane is calculated like a
/// single number, operation by operation, so that the bits are the same.
/// </summary>
internal static class VectorArithmetic
{
    /// <summary>Sets a bit in the rows whose value is below a bound; returns whether a value is NaN.</summary>
    public static bool MarkBelow(ReadOnlySpan<double> values, double bound, ulong bit, Span<ulong> marks, int rows)
    {
        Check(values, marks, rows);
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var mark = ref MemoryMarshal.GetReference(marks);
        var bounds = new Vector<double>(bound);
        var bits = new Vector<ulong>(bit);
        var allKnown = Vector<long>.AllBitsSet;
        for (nuint i = 0; i < (nuint)rows; i += (nuint)Vector<double>.Count)
        {
            var v = Vector.LoadUnsafe(ref value, i);
            allKnown &= Vector.Equals(v, v);
            (Vector.LoadUnsafe(ref mark, i) | (Vector.AsVectorUInt64(Vector.LessThan(v, bounds)) & bits)).StoreUnsafe(ref mark, i);
        }

        return !Vector.EqualsAll(allKnown, Vector<long>.AllBitsSet);
    }

    /// <summary>Sets a bit in the rows whose value is NaN.</summary>
    public static void MarkNaN(ReadOnlySpan<double> values, ulong bit, Span<ulong> marks, int rows)
    {
        Check(values, marks, rows);
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var mark = ref MemoryMarshal.GetReference(marks);
        var bits = new Vector<ulong>(bit);
        for (nuint i = 0; i < (nuint)rows; i += (nuint)Vector<double>.Count)
        {
            var v = Vector.LoadUnsafe(ref value, i);
            (Vector.LoadUnsafe(ref mark, i) | Vector.AndNot(bits, Vector.AsVectorUInt64(Vector.Equals(v, v)))).StoreUnsafe(ref mark, i);
        }
    }

    public static bool AnyNaN(ReadOnlySpan<double> values, int rows)
    {
        var allKnown = Vector<long>.AllBitsSet;
        for (var i = 0; i < rows; i += Vector<double>.Count)
        {
            var v = new Vector<double>(values[i..]);
            allKnown &= Vector.Equals(v, v);
        }

        return !Vector.EqualsAll(allKnown, Vector<long>.AllBitsSet);
    }

    /// <summary>Adds weight x value (x decay) to each row; for a NaN, the value that represents unknown.</summary>
    public static void AddWeighted(
        ReadOnlySpan<double> values, double weight, double[]? decays, double unknown, Span<double> sums, int rows)
    {
        Check(values, sums, rows);
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        var weights = new Vector<double>(weight);
        var unknowns = new Vector<double>(unknown);
        for (nuint i = 0; i < (nuint)rows; i += (nuint)Vector<double>.Count)
        {
            var contribution = weights * Vector.LoadUnsafe(ref value, i);
            if (decays is not null) contribution *= new Vector<double>(decays, (int)i);
            contribution = Vector.ConditionalSelect(Vector.Equals(contribution, contribution), contribution, unknowns);
            (Vector.LoadUnsafe(ref sum, i) + contribution).StoreUnsafe(ref sum, i);
        }
    }

    /// <summary>Adds each row's value, kept within bounds, to the sums.</summary>
    public static void AddClamped(ReadOnlySpan<double> values, double least, double greatest, Span<double> sums, int rows)
    {
        var lower = new Vector<double>(least);
        var upper = new Vector<double>(greatest);
        for (var i = 0; i < rows; i += Vector<double>.Count)
        {
            var value = new Vector<double>(values[i..]);
            value = Vector.ConditionalSelect(Vector.LessThan(value, lower), lower, value);
            value = Vector.ConditionalSelect(Vector.GreaterThan(value, upper), upper, value);
            (new Vector<double>(sums[i..]) + value).CopyTo(sums[i..]);
        }
    }

    /// <summary>Scales each row and limits it to 0 to 100.</summary>
    public static void Scale(Span<double> values, double least, double span, int rows)
    {
        var leasts = new Vector<double>(least);
        var spans = new Vector<double>(span);
        var hundred = new Vector<double>(100);
        for (var i = 0; i < rows; i += Vector<double>.Count)
        {
            var score = (new Vector<double>(values[i..]) - leasts) * hundred / spans;
            score = Vector.ConditionalSelect(Vector.LessThan(score, Vector<double>.Zero), Vector<double>.Zero, score);
            Vector.ConditionalSelect(Vector.GreaterThan(score, hundred), hundred, score).CopyTo(values[i..]);
        }
    }

    private static void Check<TValue>(ReadOnlySpan<double> values, Span<TValue> others, int rows)
    {
        // The loops read and write without bounds checks.
        if (rows > values.Length || rows > others.Length || rows % Vector<double>.Count != 0) Throw(rows);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Throw(int rows) =>
            throw new ArgumentOutOfRangeException(
                nameof(rows), rows, $"The number of rows is {rows}; the columns are shorter, or it does not fill vectors.");
    }
}
#endif
