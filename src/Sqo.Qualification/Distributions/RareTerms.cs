using System;
using System.Collections.Generic;
#if NET
using System.Numerics;
#endif
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The logarithm of the characteristic function of many terms with an unlikely outcome, at all frequencies at once. That of a deal is a
/// power series in r w, with r = p / (1 - p) and w = exp(iua), and the sum of each power over all deals is the Fourier transform of
/// weights at their amounts: they are spread over a grid by B-splines, so that one fast transform gives all frequencies (Beylkin 1995).
/// Likely deals are written as their certain amount less an unlikely loss. Under the shared factor, the powers of r are smooth functions
/// of the probit, interpolated between a few points of it (Chebyshev), so that the transforms are the same for all nodes.
/// </summary>
internal sealed class RareTerms
{
    /// <summary>The share of the outermost nodes on each side that take the probabilities of the next node.</summary>
    public const double Outermost = 2e-5;

    /// <summary>Fewer terms than this are multiplied one by one.</summary>
    private const int Fewest = 64;

    private const int MostPowers = 10;
    private const double MostError = 6e-5;
    private const int MostPoints = 16;
    private const int MostProbedNodes = 48;
    private const double WantedError = 2e-5;

    // The grid has as many points for each frequency; the splines have this many weights.
    private const int Oversampling = 4;
    private const int Order = 10;
    private const int FirstReach = 1024;
    private const int SplineCost = 100;
    private const int TransformCost = 25;

    // The greatest probability of the unlikely outcome: the first one with which the series converges soon enough.
    private static readonly double[] Limits = [1 / 3.0, 0.2, 0.125, 0.08, 0.04];

    private readonly ConditionalTerms _terms;
    private readonly double _period;
    private readonly List<Group> _groups = [];
    private readonly List<double[]> _coefficients = [];
    private readonly double[] _fixedErrors;
    private readonly double[] _masses;
    private double[][] _real = [];
    private double[][] _imaginary = [];
    private double _certainTurns;
    private readonly int _first;
    private readonly int _last;
    private int _reach;

    private RareTerms(ConditionalTerms terms, double period)
    {
        _terms = terms;
        _period = period;
        _fixedErrors = new double[terms.Width];
        _masses = new double[terms.Width];
        Logs = new double[terms.Width];
        Turns = new double[terms.Width];
        _last = terms.Nodes.Count - 1;
        for (var (low, high) = (0.0, 0.0); ;)
        {
            if ((low += terms.Weights[_first]) <= Outermost) _first++;
            else if ((high += terms.Weights[_last]) <= Outermost) _last--;
            else break;
        }
    }

    /// <summary>The real part of the logarithm at the last frequency, by node, and the angle in turns.</summary>
    public double[] Logs { get; }

    public double[] Turns { get; }

    /// <summary>The cost of the last transforms, in multiplications of one node.</summary>
    public long Work { get; private set; }

    /// <summary>The number of transforms that each node adds up at a frequency.</summary>
    public int Columns => _coefficients.Count;

    /// <summary>Takes the terms that suit; null if they are few.</summary>
    /// <param name="terms">The terms under each node.</param>
    /// <param name="deals">The groups of deals; those left are returned.</param>
    /// <param name="fresh">The new business; that left is returned.</param>
    /// <param name="period">The wavelength of the lowest frequency, in steps.</param>
    public static RareTerms? Take(ConditionalTerms terms, ref int[] deals, ref int[] fresh, double period)
    {
        if (deals.Length + fresh.Length < Fewest) return null;
        var rare = new RareTerms(terms, period);
        foreach (var isLikely in new[] { false, true })
        {
            foreach (var limit in Limits)
            {
                var taken = Array.FindAll(deals, deal => rare.Chance(deal, isLikely) <= limit);
                if (taken.Length < Fewest) break;
                if (!rare.TryAdd(taken, isLikely)) continue;
                deals = Array.FindAll(deals, deal => !(rare.Chance(deal, isLikely) <= limit));
                break;
            }
        }

        if (fresh.Length >= Fewest)
        {
            rare.AddNew(fresh);
            fresh = [];
        }

        return rare._groups.Count == 0 ? null : rare;
    }

    /// <summary>Prepares for frequencies up to <paramref name="last"/>.</summary>
    public void Reach(int last)
    {
        Work = 0;
        if (last <= _reach) return;
        // A power of two, as the transform needs.
        for (_reach = last <= FirstReach ? FirstReach : 4 * FirstReach; _reach < last;) _reach *= 2;
        (_real, _imaginary) = (new double[Columns][], new double[Columns][]);
        var column = 0;
        foreach (var group in _groups)
        {
            Transform(group, column);
            column += group.Weights.Length;
        }
    }

    /// <summary>Calculates <see cref="Logs"/> and <see cref="Turns"/> at a frequency.</summary>
    public void At(int frequency)
    {
        var certain = _certainTurns * frequency;
        certain -= Math.Floor(certain);
        var node = 0;
#if NET
        var width = Vector<double>.Count;
        for (; node <= Logs.Length - width; node += width)
        {
            var (log, turn) = (Vector<double>.Zero, Vector<double>.Zero);
            for (var i = 0; i < _real.Length; i++)
            {
                var c = new Vector<double>(_coefficients[i], node);
                log += c * new Vector<double>(_real[i][frequency]);
                turn += c * new Vector<double>(_imaginary[i][frequency]);
            }

            log.CopyTo(Logs, node);
            (turn + new Vector<double>(certain)).CopyTo(Turns, node);
        }
#endif
        for (; node < Logs.Length; node++)
        {
            double log = 0, turn = 0;
            for (var i = 0; i < _real.Length; i++)
            {
                log += _coefficients[i][node] * _real[i][frequency];
                turn += _coefficients[i][node] * _imaginary[i][frequency];
            }

            Logs[node] = log;
            Turns[node] = turn + certain;
        }
    }

    /// <summary>The maximum relative error of the characteristic function under a node, at the last frequency.</summary>
    public double Error(int node, int frequency)
    {
        // The transform of a spline of this order at a frequency beside those of its aliases.
        var x = frequency / (double)(Oversampling * _reach);
        var error = _fixedErrors[node] + (_masses[node] * 1.01 * (Power(x / (1 - x), Order) + Power(x / (1 + x), Order)));
        return error < 1 ? error * (1 + error) : 2;
    }

    /// <summary>The greatest probability of the unlikely outcome of a deal, under the nodes within.</summary>
    private double Chance(int deal, bool isLikely)
    {
        var p = Probability(deal, isLikely ? _first : _last);
        return isLikely ? 1 - p : p;
    }

    private double Probability(int deal, int node) =>
        _terms.Factor is { } factor ? factor.Probability(factor.Probits[deal], _terms.Nodes.At(node)) : _terms.Terms.Probabilities[deal];

    private double Ratio(double probit, int node, bool isLikely)
    {
        var p = _terms.Factor!.Probability(probit, _terms.Nodes.At(Math.Max(_first, Math.Min(_last, node))));
        return isLikely ? (1 - p) / p : p / (1 - p);
    }

    private void AddNew(int[] fresh)
    {
        var all = _terms.Terms;
        var weights = Array.ConvertAll(fresh, i => all.NewRates[i]);
        _groups.Add(new(Array.ConvertAll(fresh, i => all.NewAmounts[i] / _period), [weights], 1, null));
        var rate = 0.0;
        foreach (var weight in weights) rate += weight;
        _coefficients.Add(_terms.Growth);
        for (var node = 0; node < _masses.Length; node++) _masses[node] += rate * _terms.Growth[node];
    }

    /// <summary>Adds deals, if the series converges soon enough.</summary>
    private bool TryAdd(int[] deals, bool isLikely)
    {
        var all = _terms.Terms;
        var turns = new double[deals.Length];
        double number = 0, certain = 0;
        for (var i = 0; i < deals.Length; i++)
        {
            turns[i] = all.Amounts[deals[i]] / _period;
            number += all.Counts[deals[i]];
            if (!isLikely) continue;
            certain += turns[i] * all.Counts[deals[i]];
            turns[i] = -turns[i];
        }

        if (!(_terms.Factor is null ? TryAddRatios(deals, isLikely, turns) : TryAddPoints(deals, isLikely, turns, number))) return false;
        _certainTurns += certain;
        return true;
    }

    /// <summary>Without a factor, the powers of the ratios are the weights.</summary>
    private bool TryAddRatios(int[] deals, bool isLikely, double[] turns)
    {
        var all = _terms.Terms;
        var counts = Array.ConvertAll(deals, deal => (double)all.Counts[deal]);
        var ratios = Array.ConvertAll(deals, deal =>
        {
            var p = all.Probabilities[deal];
            return isLikely ? (1 - p) / p : p / (1 - p);
        });
        var powers = 0;
        double error;
        do
        {
            powers++;
            error = 0;
            for (var i = 0; i < ratios.Length; i++) error += counts[i] * Remainder(ratios[i], powers);
        }
        while (error > WantedError && powers < MostPowers);

        if (error > MostError) return false;
        _fixedErrors[0] += error;
        for (var i = 0; i < ratios.Length; i++) _masses[0] -= counts[i] * Logarithm.Of(1 - ratios[i]);
        for (var power = 1; power <= powers; power++)
        {
            _coefficients.Add([Term(1, power)]);
            _groups.Add(new(turns, [counts], power, ratios));
        }

        return true;
    }

    /// <summary>Under a factor, the weights are those of the points between which the powers are interpolated.</summary>
    private bool TryAddPoints(int[] deals, bool isLikely, double[] turns, double number)
    {
        var probits = Array.ConvertAll(deals, deal => _terms.Factor!.Probits[deal]);
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        foreach (var probit in probits) (least, most) = (Math.Min(least, probit), Math.Max(most, probit));
        var nodes = _terms.Nodes.Count;
        var extreme = isLikely ? least : most;
        var greatest = new double[nodes];
        for (var node = 0; node < nodes; node++) greatest[node] = Ratio(extreme, node, isLikely);
        var powers = 0;
        double error;
        do
        {
            powers++;
            error = 0;
            for (var node = 0; node < nodes; node++)
            {
                error += _terms.Weights[node] * Math.Min(2, number * Remainder(greatest[node], powers));
            }
        }
        while (error > WantedError && powers < MostPowers);

        if (error > MostError) return false;
        for (var node = 0; node < nodes; node++)
        {
            _fixedErrors[node] += number * Remainder(greatest[node], powers);
            _masses[node] -= number * Logarithm.Of(1 - greatest[node]);
        }

        // Each power between as many points as it needs.
        for (var power = 1; power <= powers; power++)
        {
            for (var count = power == 1 && most > least ? 3 : 1; ; count++)
            {
                var points = Points(least, most, count);
                var values = Array.ConvertAll(points, point => Values(point, power, isLikely));
                var missed = Missed(points, values, least, most, power, isLikely);
                error = 0;
                for (var node = 0; node < nodes; node++) error += _terms.Weights[node] * Math.Min(2, number * missed[node]);
                if (error > WantedError && count < MostPoints) continue;
                for (var node = 0; node < nodes; node++) _fixedErrors[node] += number * missed[node];
                _coefficients.AddRange(values);
                _groups.Add(new(turns, Weights(deals, points, probits), power, null));
                break;
            }
        }

        return true;
    }

    private double[][] Weights(int[] deals, double[] points, double[] probits)
    {
        var weights = Array.ConvertAll(points, _ => new double[deals.Length]);
        var shares = new double[points.Length];
        for (var i = 0; i < deals.Length; i++)
        {
            Shares(points, probits[i], shares);
            for (var point = 0; point < points.Length; point++) weights[point][i] = _terms.Terms.Counts[deals[i]] * shares[point];
        }

        return weights;
    }

    /// <summary>The terms of the series of a power, by node.</summary>
    private double[] Values(double probit, int power, bool isLikely)
    {
        var values = new double[_terms.Width];
        for (var node = 0; node < _terms.Nodes.Count; node++) values[node] = Term(Ratio(probit, node, isLikely), power);
        return values;
    }

    private static double Term(double ratio, int power) => (power % 2 == 0 ? -1 : 1) * Power(ratio, power) / power;

    /// <summary>A bound on the terms of the series after the first powers.</summary>
    private static double Remainder(double ratio, int powers) => 2 * Power(ratio, powers + 1) / ((powers + 1) * (1 - ratio));

    private static double Power(double number, int power)
    {
        var product = number;
        for (; power > 1; power--) product *= number;
        return product;
    }

    private static double[] Points(double least, double most, int count)
    {
        var points = new double[count];
        for (var i = 0; i < count; i++)
        {
            Trigonometry.At((i + 0.5) / (2 * count), out _, out var cosine);
            points[i] = count == 1 ? least : ((least + most) / 2) + ((most - least) / 2 * cosine);
        }

        return points;
    }

    /// <summary>Lagrange's weights of the points at a probit.</summary>
    private static void Shares(double[] points, double probit, double[] shares)
    {
        for (var i = 0; i < points.Length; i++)
        {
            var share = 1.0;
            for (var j = 0; j < points.Length; j++)
            {
                if (j != i) share *= (probit - points[j]) / (points[i] - points[j]);
            }

            shares[i] = share;
        }
    }

    /// <summary>The greatest error of the interpolated terms of a power by node, twice that measured halfway between the points.</summary>
    private double[] Missed(double[] points, double[][] values, double least, double most, int power, bool isLikely)
    {
        var nodes = _terms.Nodes.Count;
        var missed = new double[nodes];
        if (most <= least) return missed;
        var shares = new double[points.Length];
        var stride = 1 + (nodes / MostProbedNodes);
        for (var probe = 0; probe <= points.Length; probe++)
        {
            Trigonometry.At(probe / (2.0 * points.Length), out _, out var cosine);
            var probit = ((least + most) / 2) + ((most - least) / 2 * cosine);
            Shares(points, probit, shares);
            for (var node = 0; node < nodes; node += stride)
            {
                var error = -Term(Ratio(probit, node, isLikely), power);
                for (var i = 0; i < points.Length; i++) error += shares[i] * values[i][node];
                missed[node] = Math.Max(missed[node], 4 * Math.Abs(error));
            }
        }

        // Nodes between those probed have the greater error of the two.
        for (var node = 0; node < nodes; node++)
        {
            var before = node - (node % stride);
            if (node != before) missed[node] = Math.Max(missed[before], before + stride < nodes ? missed[before + stride] : 0);
        }

        return missed;
    }

    /// <summary>Transforms the columns of a power, two at a time.</summary>
    private void Transform(Group group, int column)
    {
        var size = Oversampling * _reach;
        var (weights, points) = (group.Weights, group.Weights.Length);
        var grids = new double[(points + 1) / 2 * 2][];
        for (var point = 0; point < grids.Length; point++) grids[point] = new double[size];
        var totals = new double[points];
        var spline = new double[Order];
        for (var i = 0; i < group.Turns.Length; i++)
        {
            var at = group.Turns[i] * group.Power;
            at = (at - Math.Floor(at)) * size;
            var whole = Math.Floor(at);
            Spline(at - whole, spline);
            var scale = group.Ratios is { } ratios ? Power(ratios[i], group.Power) : 1;
            var start = (int)whole + size - ((Order / 2) - 1);
            for (var point = 0; point < points; point++)
            {
                var weight = weights[point][i] * scale;
                totals[point] += weight;
                var grid = grids[point];
                for (var j = 0; j < Order; j++) grid[(start + j) & (size - 1)] += weight * spline[j];
            }
        }

        Work += group.Turns.Length * (long)(SplineCost + (points * Order));
        for (var point = 0; point < points; point += 2)
        {
            var (re, im) = (grids[point], grids[point + 1]);
            FourierTransform.Run(re, im);
            Work += size * (long)TransformCost;
            Read(column + point, totals[point], re, im, false);
            if (point + 1 < points) Read(column + point + 1, totals[point + 1], im, re, true);
        }
    }

    /// <summary>
    /// The coefficients of a column, of positive angles, without that at 0: those of the real part, or of the imaginary one, of what was
    /// transformed.
    /// </summary>
    private void Read(int column, double total, double[] own, double[] other, bool isImaginary)
    {
        var size = own.Length;
        var (real, imaginary) = (new double[_reach + 1], new double[_reach + 1]);
        for (var n = 1; n <= _reach; n++)
        {
            // sin(pi x) / (pi x) to the power of the order.
            Trigonometry.At(n / (2.0 * size), out var sine, out _);
            var scale = 1 / Power(sine / (Math.PI * n / size), Order);
            var turn = (other[size - n] - other[n]) / 2;
            real[n] = ((own[n] + own[size - n]) / 2 * scale) - total;
            imaginary[n] = (isImaginary ? -turn : turn) * scale / Trigonometry.TwoPi;
        }

        (_real[column], _imaginary[column]) = (real, imaginary);
    }

    /// <summary>The weights of the grid points around a place, by the recursion of Cox and de Boor.</summary>
    private static void Spline(double t, double[] weights)
    {
        weights[0] = 1;
        for (var degree = 1; degree < Order; degree++)
        {
            var saved = 0.0;
            for (var r = 0; r < degree; r++)
            {
                var part = weights[r] / degree;
                weights[r] = saved + ((r + 1 - t) * part);
                saved = (t + (degree - 1 - r)) * part;
            }

            weights[degree] = saved;
        }
    }

    /// <param name="turns">The amounts as parts of the period.</param>
    /// <param name="weights">The weights of each point.</param>
    /// <param name="power">The power.</param>
    /// <param name="ratios">The numbers whose powers multiply the weights; null for 1.</param>
    private sealed class Group(double[] turns, double[][] weights, int power, double[]? ratios)
    {
        public double[] Turns => turns;

        public double[][] Weights => weights;

        public int Power => power;

        public double[]? Ratios => ratios;
    }
}
