using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How the SQOs of a period grow with its spend: a parabola by least squares, used only within the range of spend that was seen. It shows
/// what went together, not what the spend caused: in a strong season both can be high. Immutable.
/// </summary>
public sealed class SpendCurve
{
    /// <summary>The fewest different levels of spend that a curve needs: through two, any curve fits.</summary>
    public const int LeastLevels = 3;

    /// <summary>The fewest periods that a curve needs, so that one is left to judge the fit by.</summary>
    public const int LeastPeriods = 4;

    private readonly SpendPeriod[] _periods;
    private readonly double _scale;

    // The polynomials 1, x - _mean and (x - _mean)^2 - _tilt (x - _mean) - _level are orthogonal over the periods.
    private readonly double _mean;
    private readonly double _tilt;
    private readonly double _level;
    private readonly double _linear;
    private readonly double _square;
    private readonly double _linearSquares;
    private readonly double _squareSquares;
    private readonly double _variance;

    private SpendCurve(SpendPeriod[] periods)
    {
        _periods = periods;
        _scale = (double)Highest;
        var n = periods.Length;
        var x = Array.ConvertAll(periods, period => (double)period.Spend / _scale);
        var mean = periods.Average(period => (double)period.Count);
        _mean = x.Average();
        _linearSquares = x.Sum(each => Square(each - _mean));
        _level = _linearSquares / n;
        _tilt = x.Sum(each => Square(each - _mean) * (each - _mean)) / _linearSquares;
        _squareSquares = x.Sum(each => Square(Second(each)));
        for (var i = 0; i < n; i++)
        {
            _linear += (x[i] - _mean) * periods[i].Count / _linearSquares;
            _square += Second(x[i]) * periods[i].Count / _squareSquares;
        }

        double rest = 0;
        for (var i = 0; i < n; i++) rest += Square(periods[i].Count - mean - (_linear * (x[i] - _mean)) - (_square * Second(x[i])));
        // Counts vary at least as those of Poisson's distribution do; a few periods may not show it.
        _variance = Math.Max(rest / (n - LeastLevels), mean);
    }

    /// <summary>The periods that it is made of, in the order given.</summary>
    public IReadOnlyList<SpendPeriod> Periods => Array.AsReadOnly(_periods);

    /// <summary>The lowest spend of a period.</summary>
    public decimal Lowest => _periods.Min(period => period.Spend);

    /// <summary>The highest spend of a period.</summary>
    public decimal Highest => _periods.Max(period => period.Spend);

    /// <summary>Fits a curve.</summary>
    /// <param name="periods">The periods, all of the same length, in any order.</param>
    /// <returns>
    /// The curve; <see langword="null"/> with fewer than <see cref="LeastPeriods"/> periods or <see cref="LeastLevels"/> levels of spend.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A period is <see langword="null"/>.</exception>
    public static SpendCurve? Of(IEnumerable<SpendPeriod> periods)
    {
        SpendPeriod[] all = [.. Guard.NotNull(periods)];
        if (Array.IndexOf(all, null!) >= 0) throw new ArgumentException("A period is null.", nameof(periods));
        return all.Length < LeastPeriods || all.Select(period => period.Spend).Distinct().Count() < LeastLevels ? null : new(all);
    }

    /// <summary>Gets how many more a period would bring if more were spent in it: marginal, and not the average.</summary>
    /// <param name="from">What is spent in a period now.</param>
    /// <param name="amount">How much more, above 0.</param>
    /// <returns>
    /// The expected number; <see langword="null"/> if it would take a spend outside of <see cref="Lowest"/> to <see cref="Highest"/>: that
    /// was never seen.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="from"/> is negative, or <paramref name="amount"/> is not above 0.
    /// </exception>
    public double? More(decimal from, decimal amount)
    {
        if (!IsWithin(from, amount)) return null;
        var (first, second) = Steps(from, amount);
        return (_linear * first) + (_square * second);
    }

    /// <summary>Gets the confidence interval of <see cref="More"/>, by Student's distribution.</summary>
    /// <param name="from">What is spent in a period now.</param>
    /// <param name="amount">How much more, above 0.</param>
    /// <param name="confidence">Above 0 and below 1. The default is 0.95.</param>
    /// <returns>
    /// The interval; if 0 is in it, it is not sure that more spend brings more. <see langword="null"/> as for <see cref="More"/>.
    /// </returns>
    /// <remarks>
    /// The variance is that around the curve, with the number of periods - 3 degrees of freedom, and at least that of Poisson's
    /// distribution.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public StatisticalInterval? Interval(decimal from, decimal amount, double confidence = 0.95)
    {
        Guard.OpenUnit(confidence);
        if (More(from, amount) is not { } more) return null;
        var (first, second) = Steps(from, amount);
        var deviation = Math.Sqrt(_variance * ((first * first / _linearSquares) + (second * second / _squareSquares)));
        var half = deviation * StudentQuantile.TwoSided(confidence, _periods.Length - LeastLevels);
        return new(more - half, more + half, confidence);
    }

    private bool IsWithin(decimal from, decimal amount)
    {
        CampaignAmount.NotNegative(from);
        if (amount <= 0) throw new ArgumentOutOfRangeException(
            nameof(amount), amount, $"amount is {InvariantText.Of(amount)}; it must be above 0.");
        return from >= Lowest && amount <= Highest - from;
    }

    /// <summary>How far the polynomials rise.</summary>
    private (double First, double Second) Steps(decimal from, decimal amount)
    {
        double low = (double)from / _scale, high = (double)(from + amount) / _scale;
        return (high - low, Second(high) - Second(low));
    }

    private double Second(double x) => Square(x - _mean) - (_tilt * (x - _mean)) - _level;

    private static double Square(double x) => x * x;
}
