using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>
/// Minimizes a function over the unit box of up to three dimensions: a grid, then from the best point of each of its slices
/// a compass search (Kolda, Lewis, Torczon 2003), whose step halves when no neighbor is lower. Deterministic.
/// </summary>
internal static class BoxSearch
{
    private const double RoughStep = 1e-3;
    private const double FinestStep = 1e-9;

    // Far more than usually needed; it limits the search in a valley so narrow and skewed that it takes very many small steps.
    private const int MostSweeps = 1_000;

    private static readonly int[] GridSizes = [1, 21, 11, 7];

    /// <param name="dimensions">From 0 to 3.</param>
    /// <param name="function">The function to minimize.</param>
    /// <param name="tolerance">A lower value counts only if it is lower by more than this.</param>
    public static double[] Minimize(int dimensions, Func<double[], double> function, double tolerance)
    {
        if (dimensions == 0) return [];
        var size = GridSizes[dimensions];
        // OrderBy is stable: of equally good points the lowest comes first. With a constant level no other
        // weight matters, so the best points overall might be a single point: hence the best of each slice.
        var best = Grid(dimensions, size).Select(at => (At: at, Value: function(at)))
            .GroupBy(point => point.At[0], (_, slice) => slice.OrderBy(point => point.Value).First())
            .Select(point => Descend(point.At, point.Value, 0.5 / (size - 1), RoughStep))
            .ToList();
        var start = best[0];
        foreach (var point in best.Skip(1))
        {
            if (point.Value < start.Value - tolerance) start = point;
        }

        return Descend(start.At, start.Value, RoughStep, FinestStep).At;

        (double[] At, double Value) Descend(double[] from, double value, double step, double finest)
        {
            var at = (double[])from.Clone();
            for (var sweep = 0; step >= finest && sweep < MostSweeps; sweep++)
            {
                var moved = false;
                for (var i = 0; i < dimensions; i++)
                {
                    var here = at[i];
                    foreach (var next in new[] { Math.Max(0, here - step), Math.Min(1, here + step) })
                    {
                        at[i] = next;
                        var lower = function(at);
                        if (lower < value - tolerance)
                        {
                            value = lower;
                            here = next;
                            moved = true;
                            break;
                        }
                    }

                    at[i] = here;
                }

                if (!moved) step /= 2;
            }

            return (at, value);
        }
    }

    private static IEnumerable<double[]> Grid(int dimensions, int size)
    {
        var count = 1;
        for (var i = 0; i < dimensions; i++) count *= size;
        for (var n = 0; n < count; n++)
        {
            var at = new double[dimensions];
            for (int i = dimensions - 1, rest = n; i >= 0; i--, rest /= size) at[i] = (double)(rest % size) / (size - 1);
            yield return at;
        }
    }
}
