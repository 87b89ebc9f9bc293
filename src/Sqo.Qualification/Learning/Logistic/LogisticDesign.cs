#if NET
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
#endif

namespace Sqo.Qualification;

/// <summary>
/// The matrix that a model is fitted to: for each row the dense numbers, of which the first is 1 for the intercept, and the term of each
/// category. Every sum is over the rows in their order, so vectors of any width give the same bits as plain loops.
/// </summary>
internal sealed class LogisticDesign(int rows, int dense, LogisticDesign.Levels[] categories, int terms)
{
    private readonly double[] _x = new double[checked(rows * dense)];

    public int Rows => rows;

    /// <summary>The number of coefficients: dense ones, then those of the levels.</summary>
    public int Terms => terms;

    public void Set(int row, int column, double value) => _x[(row * dense) + column] = value;

    /// <summary>The log-odds of a row.</summary>
    public double LogOdds(int row, double[] coefficients)
    {
        var from = row * dense;
        // Four sums in turn, so that each addition needn't wait for the one before.
        double a = 0, b = 0, c = 0, d = 0;
        var i = 0;
#if NET
        ref var x = ref MemoryMarshal.GetArrayDataReference(_x);
        ref var by = ref MemoryMarshal.GetArrayDataReference(coefficients);
        var sums = Vector256<double>.Zero;
        for (; i + 3 < dense; i += 4) sums += Vector256.LoadUnsafe(ref x, (nuint)(from + i)) * Vector256.LoadUnsafe(ref by, (nuint)i);
        (a, b, c, d) = (sums[0], sums[1], sums[2], sums[3]);
#endif
        for (; i + 3 < dense; i += 4)
        {
            a += _x[from + i] * coefficients[i];
            b += _x[from + i + 1] * coefficients[i + 1];
            c += _x[from + i + 2] * coefficients[i + 2];
            d += _x[from + i + 3] * coefficients[i + 3];
        }

        for (; i < dense; i++) a += _x[from + i] * coefficients[i];
        var sum = (a + b) + (c + d);
        foreach (var levels in categories)
        {
            var code = levels.Codes[row];
            if (code >= 0)
            {
                sum += coefficients[levels.Start + code];
            }
            else if (code == Levels.Unknown)
            {
                for (var j = 0; j < levels.Shares.Length; j++) sum += levels.Shares[j] * coefficients[levels.Start + j];
            }
        }

        return sum;
    }

    /// <summary>Adds a multiple of a row to a sum of rows.</summary>
    public void AddTo(double[] sum, int row, double factor)
    {
        AddDense(sum, 0, row * dense, factor, dense);
        foreach (var levels in categories)
        {
            var code = levels.Codes[row];
            if (code >= 0)
            {
                sum[levels.Start + code] += factor;
            }
            else if (code == Levels.Unknown)
            {
                for (var j = 0; j < levels.Shares.Length; j++) sum[levels.Start + j] += factor * levels.Shares[j];
            }
        }
    }

    /// <summary>The sum over the rows of weight x row x row', of which the lower triangle is filled.</summary>
    public void AddProducts(double[] matrix, int[] which, double[] weights)
    {
        var i = 0;
        // Four rows at a time read and write the matrix once; each cell still takes them one after another.
        for (; i + 3 < which.Length; i += 4)
        {
            int a = which[i] * dense, b = which[i + 1] * dense, c = which[i + 2] * dense, d = which[i + 3] * dense;
            for (var j = 0; j < dense; j++)
            {
                AddFour(
                    matrix, j * terms, j + 1, a, weights[i] * _x[a + j], b, weights[i + 1] * _x[b + j], c, weights[i + 2] * _x[c + j], d,
                    weights[i + 3] * _x[d + j]);
            }
        }

        for (; i < which.Length; i++)
        {
            var a = which[i] * dense;
            for (var j = 0; j < dense; j++) AddDense(matrix, j * terms, a, weights[i] * _x[a + j], j + 1);
        }

        if (categories.Length == 0) return;
        var places = new int[terms];
        var values = new double[terms];
        for (i = 0; i < which.Length; i++)
        {
            var count = 0;
            foreach (var levels in categories)
            {
                var code = levels.Codes[which[i]];
                if (code >= 0)
                {
                    (places[count], values[count++]) = (levels.Start + code, 1);
                }
                else if (code == Levels.Unknown)
                {
                    for (var j = 0; j < levels.Shares.Length; j++) (places[count], values[count++]) = (levels.Start + j, levels.Shares[j]);
                }
            }

            var weight = weights[i];
            for (var a = 0; a < count; a++)
            {
                var row = places[a] * terms;
                var share = weight * values[a];
                AddDense(matrix, row, which[i] * dense, share, dense);
                for (var b = 0; b <= a; b++) matrix[row + places[b]] += share * values[b];
            }
        }
    }

    private void AddDense(double[] sum, int to, int from, double factor, int count)
    {
        var k = 0;
#if NET
        var factors = new Vector<double>(factor);
        ref var x = ref MemoryMarshal.GetArrayDataReference(_x);
        ref var s = ref MemoryMarshal.GetArrayDataReference(sum);
        for (; k <= count - Vector<double>.Count; k += Vector<double>.Count)
        {
            (Vector.LoadUnsafe(ref s, (nuint)(to + k)) + (factors * Vector.LoadUnsafe(ref x, (nuint)(from + k))))
                .StoreUnsafe(ref s, (nuint)(to + k));
        }
#endif
        for (; k < count; k++) sum[to + k] += factor * _x[from + k];
    }

    private void AddFour(
        double[] sum, int to, int count, int a, double byA, int b, double byB, int c, double byC, int d, double byD)
    {
        var k = 0;
#if NET
        var (va, vb, vc, vd) = (new Vector<double>(byA), new Vector<double>(byB), new Vector<double>(byC), new Vector<double>(byD));
        ref var x = ref MemoryMarshal.GetArrayDataReference(_x);
        ref var s = ref MemoryMarshal.GetArrayDataReference(sum);
        for (; k <= count - Vector<double>.Count; k += Vector<double>.Count)
        {
            var cell = Vector.LoadUnsafe(ref s, (nuint)(to + k)) + (va * Vector.LoadUnsafe(ref x, (nuint)(a + k)));
            cell += vb * Vector.LoadUnsafe(ref x, (nuint)(b + k));
            cell += vc * Vector.LoadUnsafe(ref x, (nuint)(c + k));
            (cell + (vd * Vector.LoadUnsafe(ref x, (nuint)(d + k)))).StoreUnsafe(ref s, (nuint)(to + k));
        }
#endif
        for (; k < count; k++)
        {
            var cell = sum[to + k] + (byA * _x[a + k]);
            cell += byB * _x[b + k];
            cell += byC * _x[c + k];
            sum[to + k] = cell + (byD * _x[d + k]);
        }
    }

    /// <summary>The levels of a category but for the most frequent one.</summary>
    internal sealed class Levels(int[] codes, int start, double[] shares)
    {
        /// <summary>The code of the most frequent level, which has no term.</summary>
        public const int Reference = -1;

        /// <summary>The code of an unknown level: the mean of the known ones.</summary>
        public const int Unknown = -2;

        public readonly int[] Codes = codes;
        public readonly int Start = start;
        public readonly double[] Shares = shares;
    }
}
