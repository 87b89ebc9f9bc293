using System;

namespace Sqo.Qualification;

/// <summary>Linear least squares by Householder's reflections (Golub 1965).</summary>
internal static class LeastSquares
{
    // A column this close to a combination of those before it adds no information.
    private const double Dependent = 1e-10;

    /// <summary>
    /// Finds the x with the least |target - columns x|. Undetermined components are 0. Overwrites both arguments.
    /// </summary>
    public static double[] Solve(double[][] columns, double[] target)
    {
        var count = columns.Length;
        var diagonal = new double[count];
        var row = 0;
        var rows = new int[count];
        for (var k = 0; k < count; k++)
        {
            rows[k] = -1;
            if (row == target.Length) continue;
            var column = columns[k];
            var whole = SquaredNorm(column, 0);
            var rest = SquaredNorm(column, row);
            if (rest <= Dependent * Dependent * whole) continue;
            var norm = Math.Sqrt(rest);
            if (column[row] > 0) norm = -norm;
            diagonal[k] = norm;
            // The vector of the reflection replaces the column below the diagonal.
            column[row] -= norm;
            var half = -norm * column[row];
            for (var j = k + 1; j < count; j++) Reflect(column, columns[j], row, half);
            Reflect(column, target, row, half);
            rows[k] = row++;
        }

        var x = new double[count];
        for (var k = count - 1; k >= 0; k--)
        {
            if (rows[k] < 0) continue;
            var sum = target[rows[k]];
            for (var j = k + 1; j < count; j++) sum -= columns[j][rows[k]] * x[j];
            x[k] = sum / diagonal[k];
        }

        return x;
    }

    private static void Reflect(double[] mirror, double[] column, int from, double half)
    {
        double sum = 0;
        for (var i = from; i < column.Length; i++) sum += mirror[i] * column[i];
        sum /= half;
        for (var i = from; i < column.Length; i++) column[i] -= sum * mirror[i];
    }

    private static double SquaredNorm(double[] column, int from)
    {
        double sum = 0;
        for (var i = from; i < column.Length; i++) sum += column[i] * column[i];
        return sum;
    }
}
