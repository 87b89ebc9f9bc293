using System;
using System.Collections.Generic;
#if NET
using System.Numerics;
#endif

namespace Sqo.Qualification;

/// <summary>The errors of the parts of a law, by sum: where they are large at different sums, they don't add up.</summary>
internal sealed class ErrorProfile
{
    // The least and the greatest share by which a part gets more frequencies at a time; its error falls by this share times a factor.
    private const double LeastMore = 0.05;
    private const double MostMore = 0.2;
    private const double Fall = 1.1;

    // Once its growth takes a longer transform, a part can double with little more work.
    private const double Leap = 2;

    // The greatest factor in all.
    private const double MostGrowth = 1e6;

    // A law whose error is not above this share of the greatest one has it everywhere.
    private const double Slight = 0.1;

    private readonly GridLaw[][] _laws;
    private double[][]? _errors;

    // The first place where each part has an error, and the sums of all parts.
    private int[] _firsts = [];
    private double[] _sums = [];
    private double _floor;

    /// <param name="parts">The number of parts; one whose laws are not set has no error.</param>
    public ErrorProfile(int parts)
    {
        _laws = new GridLaw[parts][];
        for (var i = 0; i < parts; i++) _laws[i] = [];
    }

    public void Set(int part, GridLaw[] laws)
    {
        if (ReferenceEquals(_laws[part], laws)) return;
        _laws[part] = laws;
        _errors = null;
    }

    /// <summary>The greatest total error at any sum.</summary>
    public double Greatest() => GreatestOf(Array.ConvertAll(_laws, _ => 1.0), out _) + _floor;

    /// <summary>
    /// The factors by which the number of frequencies of each part has to grow at least, for the least work, if errors are about inverse
    /// to it.
    /// </summary>
    /// <param name="wanted">The maximum error wanted.</param>
    /// <param name="work">The work that it takes to grow a part, by its index, by a factor; 0 for a factor of 1.</param>
    public double[] Growths(double wanted, Func<int, double, double> work)
    {
        var growths = Array.ConvertAll(_laws, _ => 1.0);
        var falls = Array.ConvertAll(_laws, _ => 1.0);
        var greatest = Greatest();
        if (_floor >= wanted) return growths;
        // A small one if the error is nearly small enough.
        var more = Math.Max(LeastMore, Math.Min(MostMore, ((greatest - _floor) / (wanted - _floor)) - 1));
        // The same sum as that of the greatest error, so that rounding can't leave an error too large without growth.
        while (GreatestOf(falls, out var place) + _floor > wanted)
        {
            // The part whose error falls most for its work.
            var (best, most) = (0, -1.0);
            for (var part = 0; part < growths.Length; part++)
            {
                var gain = ErrorAt(part, place) / falls[part] * Math.Max(Rate(part, 1 + more), Rate(part, Leap));
                if (gain > most) (best, most) = (part, gain);
            }

            growths[best] *= 1 + more;
            falls[best] *= 1 + (Fall * more);
            if (growths[best] > MostGrowth) break;
        }

        return growths;

        double ErrorAt(int part, int place)
        {
            var i = place - _firsts[part];
            return i >= 0 && i < _errors![part].Length ? _errors[part][i] : 0;
        }

        // The share by which the error of a part falls, for its work.
        double Rate(int part, double growth) => (1 - (1 / (1 + (Fall * (growth - 1)))))
            / Math.Max(1, work(part, growths[part] * growth) - work(part, growths[part]));
    }

    /// <summary>The greatest total error at any sum, apart from the floor, if the errors of the parts fall.</summary>
    private double GreatestOf(double[] falls, out int place)
    {
        var errors = _errors ??= All();
        Array.Clear(_sums, 0, _sums.Length);
        for (var part = 0; part < errors.Length; part++) Add(errors[part], 1 / falls[part], _firsts[part]);

        var greatest = 0.0;
        place = 0;
        for (var i = 0; i < _sums.Length; i++)
        {
            if (_sums[i] > greatest) (greatest, place) = (_sums[i], i);
        }

        return greatest;
    }

    /// <summary>Adds errors times a rate to the sums from a place on.</summary>
    private void Add(double[] errors, double rate, int first)
    {
        var i = 0;
#if NET
        for (; i <= errors.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            var sum = new Vector<double>(_sums, first + i) + (new Vector<double>(errors, i) * new Vector<double>(rate));
            sum.CopyTo(_sums, first + i);
        }
#endif
        for (; i < errors.Length; i++) _sums[first + i] += errors[i] * rate;
    }

    /// <summary>The errors of each part above those that it has everywhere, from each place where one of them changes.</summary>
    private double[][] All()
    {
        _floor = 0;
        var greatest = 0.0;
        foreach (var laws in _laws)
        {
            foreach (var law in laws) greatest = Math.Max(greatest, law.ErrorBound);
        }

        var places = new List<double>();
        foreach (var laws in _laws)
        {
            foreach (var law in laws)
            {
                _floor += law.Floor;
                for (var segment = 0; segment <= GridLaw.Segments; segment += Step(law)) places.Add(law.StartOf(segment));
            }
        }

        places.Sort();
        _sums = new double[places.Count];
        _firsts = new int[_laws.Length];
        return Array.ConvertAll(Indexes.Of(_laws.Length), part =>
        {
            var (first, end) = (places.Count, 0);
            foreach (var law in _laws[part])
            {
                first = Math.Min(first, PlaceOf(law.StartOf(0)));
                end = Math.Max(end, PlaceOf(law.StartOf(GridLaw.Segments)));
            }

            _firsts[part] = first;
            var errors = new double[Math.Max(0, end - first)];
            foreach (var law in _laws[part])
            {
                var step = Step(law);
                var i = PlaceOf(law.StartOf(0));
                for (var segment = 0; segment < GridLaw.Segments; segment += step)
                {
                    var error = Math.Max(0, (step == 1 ? law.Errors[segment] : law.ErrorBound) - law.Floor);
                    for (var next = law.StartOf(segment + step); i < places.Count && places[i] < next; i++) errors[i - first] += error;
                }
            }

            return errors;
        });

        // The first of equal places.
        int PlaceOf(double start)
        {
            var place = places.BinarySearch(start);
            while (place > 0 && places[place - 1] == places[place]) place--;
            return place;
        }

        int Step(GridLaw law) => law.ErrorBound <= Slight * greatest ? GridLaw.Segments : 1;
    }
}
