using System;

namespace Sqo.Qualification;

/// <summary>
/// A scale for the shared factor on which nodes are equally spaced: dense where the law of the terms changes fast with z. A place on the
/// scale is T(z) = z + the sum of 2 h w x / (1 + sqrt(1 + x²)) with x = (z - c) / w, so that its derivative, the density of the nodes, is
/// 1 plus peaks of height h and width w at c.
/// </summary>
internal sealed class NodeScale
{
    // About one peak for every five places. Its width is the distance to the nearest other peak, but at least six places.
    private const int Fewest = 2;
    private const int Most = 16;
    private const double PlacesPerPeak = 5;
    private const double LeastWidth = 6;
    private const double LeastHeight = 0.01;
    private const int Rounds = 4;

    private const int MostIterations = 200;
    private const double Near = 1e-13;

    // Curves are followed upwards in steps on the scale, by Newton's method.
    private const double CurveStep = 1;
    private const int CurveIterations = 12;
    private const double NearCurve = 1e-8;

    private readonly double[] _centers;
    private readonly double[] _widths;
    private readonly double[] _heights;

    private NodeScale(double[] centers, double[] widths, double[] heights) =>
        (_centers, _widths, _heights) = (centers, widths, heights);

    /// <summary>A scale whose density is close to the given densities at equally spaced numbers centered on 0.</summary>
    /// <param name="densities">The densities, at least 1; an odd number of them.</param>
    /// <param name="step">The distance between neighboring numbers.</param>
    public static NodeScale Of(double[] densities, double step)
    {
        // Peaks divide the integral of the root of the density into equal shares: most are where nodes are dense, some elsewhere.
        var half = densities.Length / 2;
        var (places, shares) = (0.0, new double[densities.Length]);
        for (var i = 1; i < densities.Length; i++)
        {
            places += step * (densities[i - 1] + densities[i]) / 2;
            shares[i] = shares[i - 1] + Math.Sqrt(densities[i - 1]) + Math.Sqrt(densities[i]);
        }

        var count = (int)Math.Max(Fewest, Math.Min(Most, places / PlacesPerPeak));
        var (centers, widths, wanted) = (new double[count], new double[count], new double[count]);
        var place = 0;
        for (var peak = 0; peak < count; peak++)
        {
            var share = (peak + 0.5) / count * shares[shares.Length - 1];
            while (shares[place + 1] < share) place++;
            var part = (share - shares[place]) / (shares[place + 1] - shares[place]);
            centers[peak] = (place + part - half) * step;
            wanted[peak] = densities[place] + (part * (densities[place + 1] - densities[place])) - 1;
        }

        for (var peak = 0; peak < count; peak++)
        {
            var before = peak > 0 ? centers[peak] - centers[peak - 1] : double.PositiveInfinity;
            var after = peak + 1 < count ? centers[peak + 1] - centers[peak] : double.PositiveInfinity;
            widths[peak] = Math.Max(LeastWidth / (1 + wanted[peak]), Math.Min(before, after));
        }

        // Peaks overlap, so heights are adjusted until the density at each center is the one wanted.
        var scale = new NodeScale(centers, widths, Array.ConvertAll(wanted, height => Math.Max(LeastHeight, height)));
        for (var round = 0; round < Rounds; round++)
        {
            var heights = Array.ConvertAll(Indexes.Of(count), peak =>
                Math.Max(LeastHeight, scale._heights[peak] * wanted[peak] / (scale.Density(centers[peak]) - 1)));
            scale = new(centers, widths, heights);
        }

        return scale;
    }

    /// <summary>The place of a number on the scale.</summary>
    public double PlaceOf(double z)
    {
        var place = z;
        for (var peak = 0; peak < _centers.Length; peak++)
        {
            var x = (z - _centers[peak]) / _widths[peak];
            place += 2 * _heights[peak] * _widths[peak] * x / (1 + Math.Sqrt(1 + (x * x)));
        }

        return place;
    }

    /// <summary>The number of places per unit of the factor.</summary>
    public double Density(double z)
    {
        var density = 1.0;
        for (var peak = 0; peak < _centers.Length; peak++)
        {
            var x = (z - _centers[peak]) / _widths[peak];
            var root = Math.Sqrt(1 + (x * x));
            density += 2 * _heights[peak] / (root * (1 + root));
        }

        return density;
    }

    /// <summary>The number at a place on the scale.</summary>
    /// <param name="place">The place.</param>
    /// <param name="low">A number at or below the result.</param>
    /// <param name="high">A number at or above the result.</param>
    public double At(double place, double low, double high)
    {
        // Newton's method, with bisection where a step would leave the interval or isn't half of the one before.
        var (z, last) = ((low + high) / 2, high - low);
        for (var i = 0; i < MostIterations; i++)
        {
            var move = (place - PlaceOf(z)) / Density(z);
            if (Math.Abs(move) < Near) return z + move;
            if (move > 0) low = z;
            else high = z;
            var isSlow = !(Math.Abs(move) < last / 2) || !(z + move > low && z + move < high);
            (last, z) = isSlow ? (high - low, (low + high) / 2) : (Math.Abs(move), z + move);
        }

        return z;
    }

    /// <summary>
    /// The distances above a real number at which places have the given imaginary parts; NaN once the real part of the derivative isn't
    /// positive on the way up, since the scale may then have no analytic inverse.
    /// </summary>
    /// <param name="z">The number.</param>
    /// <param name="imaginary">The imaginary parts, in ascending order.</param>
    public double[] Above(double z, double[] imaginary)
    {
        var above = new double[imaginary.Length];
        double distance = 0, reached = 0;
        for (var i = 0; i < above.Length; i++)
        {
            while (reached < imaginary[i])
            {
                reached = Math.Min(imaginary[i], reached + CurveStep);
                distance = Next(z, distance, reached);
            }

            above[i] = distance;
        }

        return above;
    }

    /// <summary>
    /// Whether the scale has an analytic inverse near its peaks up to each of the given imaginary parts: a branch point lies above each
    /// center, at a distance equal to the peak's width.
    /// </summary>
    /// <param name="imaginary">The imaginary parts, in ascending order.</param>
    public bool[] HasInverse(double[] imaginary)
    {
        var has = Array.ConvertAll(imaginary, _ => true);
        for (var peak = 0; peak < _centers.Length; peak++)
        {
            var above = Above(_centers[peak], imaginary);
            for (var i = 0; i < has.Length; i++) has[i] &= above[i] < _widths[peak];
        }

        return has;
    }

    /// <summary>The next distance on the way up, from the one before; NaN if the derivative's real part isn't positive.</summary>
    private double Next(double z, double distance, double imaginary)
    {
        for (var i = 0; i < CurveIterations; i++)
        {
            var place = Imaginary(z, distance, out var slope);
            if (!(slope > 0)) return double.NaN;
            var move = (imaginary - place) / slope;
            distance += move;
            if (Math.Abs(move) < NearCurve) return distance;
        }

        return double.NaN;
    }

    /// <summary>The imaginary part of the place of a complex number, and its derivative along the imaginary axis.</summary>
    private double Imaginary(double z, double distance, out double slope)
    {
        var place = distance;
        slope = 1;
        for (var peak = 0; peak < _centers.Length; peak++)
        {
            var (x, y) = ((z - _centers[peak]) / _widths[peak], distance / _widths[peak]);
            // The principal root p + iq of 1 + (x + iy)², and its product with 1 + itself.
            var (a, b) = (1 + (x * x) - (y * y), 2 * x * y);
            var p = Math.Sqrt((Math.Sqrt((a * a) + (b * b)) + a) / 2);
            var q = b / (2 * p);
            var (re, im) = (a + p, b + q);
            var height = 2 * _heights[peak];
            place += height * _widths[peak] * ((y * (1 + p)) - (x * q)) / (((1 + p) * (1 + p)) + (q * q));
            slope += height * re / ((re * re) + (im * im));
        }

        return place;
    }
}
