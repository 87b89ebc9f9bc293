using System;
using System.Collections.Generic;
#if NET
using System.Numerics;
#endif
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The part of a law in which the largest amount that comes out otherwise than expected, apart from those of the cases, is one of a layer,
/// under a band of nodes: on a circle of its own, with as many frequencies as it needs. The listed sums of the layer, the sum of all
/// deals, and 0 are jumps, and left out.
/// </summary>
internal sealed class FourierPart
{
    private const int FirstFrequencies = 64;
    private const int FewestFrequencies = 16;
    private const int ManyCases = 16;
    private const int CoarseFrequencies = 512;
    private const int UsualPoints = 1 << 16;

    // From this share of the frequencies of an exact law on, all of them are worth it: predictions are often too low.
    private const double ExactShare = 0.5;
    private const int LeastPoints = 4;

    // A point of a law, in multiplications.
    private const int PointCost = 28;

    // What a coarse law may have of an equal share of the error; about how many times its frequencies are needed in the end.
    private const double CoarseShare = 0.3;
    private const double CoarseReach = 1.5;

    // What is negligible under an unlikely part, times the root of its probability, and at least.
    private const double DeadShare = 2;
    private const double LeastDeadShare = 0.1;

    // The error of the coefficients may be this share of the part's share of the error, plus a constant. If it is greater, terms are
    // combined more precisely, or multiplied one by one.
    private const double FloorShare = 0.75;
    private const double MostMore = 5e-5;

    // The share of the predicted work that is needed at least, and the factor beyond a predicted number of frequencies.
    private const double Slack = 0.8;
    private const double Safety = 1.02;

    // The share of the work after which jumps may be why the error doesn't fall.
    private const double Trial = 0.15;

    // An error that is nearly small enough varies with the place of the points: what is aimed at is less than what is wanted.
    private const double Near = 1.1;
    private const double Aim = 0.95;

    // Sums over nodes are added up in as many lanes.
    private const int Lanes = 4;

    // A lower probability of a jump doesn't change a coefficient.
    private const double LeastJump = 1e-9;

    private readonly ConditionalTerms _terms;
    private readonly AmountLayer _layer;
    private FourierCircle _circle;
    private readonly List<(long Sum, double[] Probabilities)> _listed;
    private readonly List<FourierCase> _cases;
    private readonly long? _lostOf;
    private readonly FourierScratch _scratch;
    private readonly FourierCase[] _allWon;
    private readonly FourierCase[] _noneWon;
    private readonly double[] _masses;
    private readonly double _mass;
    private readonly double _greatestMass;
    private readonly double _dead;
    private readonly double[][] _real;
    private readonly double[][] _imaginary;
    private readonly double[] _floors;
    private readonly double[] _errorSums;
    private readonly double[] _deadErrors;
    private readonly double[][] _products;
    private readonly double[][] _leftOut;
    private readonly long[] _sums;
    private readonly double[][] _probabilities;
    private readonly double[] _cosines;
    private readonly double[] _sines;
    private Waves _waves;
    private CharacteristicFunction _own;
    private CharacteristicFunction? _smaller;
    private SeriesPrecision? _precision;
    private double _outside;
    private double _outermost;
    private int _frequencies;
    private int _solved;
    private long _otherWork;
    private double _workPerFrequency;

    /// <param name="layer">The layer.</param>
    /// <param name="circle">The circle of the layer.</param>
    /// <param name="listed">
    /// The sums won of the layer that are left out, with their probabilities under each node; one is what is expected.
    /// </param>
    /// <param name="cases">What is won of larger amounts.</param>
    /// <param name="lostOf">The sum of all deals, if those lost are counted as won; otherwise null.</param>
    /// <param name="wanted">The maximum error wanted of the whole law.</param>
    /// <param name="scratch">Memory to work in, shared by all parts of a law.</param>
    public FourierPart(
        AmountLayer layer, FourierCircle circle, List<(long Sum, double[] Probabilities)> listed, List<FourierCase> cases, long? lostOf,
        double wanted, FourierScratch scratch)
    {
        _layer = layer;
        _scratch = scratch;
        _circle = circle;
        _terms = circle.Terms;
        _listed = listed;
        _cases = cases;
        _lostOf = lostOf;
        // If winning all deals of the layer is listed, the jump at the total belongs to the layers below; so does the one at 0.
        var isListed = listed.Exists(one => one.Sum > 0 && one.Sum == layer.OwnTotal);
        _allWon = layer.AllWon is { } shares && !isListed ? [.. cases.ConvertAll(one => one.With(layer.Total, shares))] : [];
        _noneWon = listed.Exists(one => one.Sum == 0) ? [] : [.. cases.ConvertAll(one => one.With(0, layer.NoneWon))];
        _masses = new double[cases.Count];
        for (var i = 0; i < _masses.Length; i++)
        {
            var left = cases[i].Mass - (_allWon.Length == 0 ? 0 : _allWon[i].Mass) - (_noneWon.Length == 0 ? 0 : _noneWon[i].Mass);
            foreach (var (_, probabilities) in listed) left -= cases[i].With(0, probabilities).Mass;
            _masses[i] = Math.Max(0, left);
            _mass += _masses[i];
            _greatestMass = Math.Max(_greatestMass, _masses[i]);
        }

        _precision = SeriesPrecision.Of(wanted, _mass);
        _dead = CharacteristicFunction.UsualDead * Math.Min(1, Math.Max(LeastDeadShare, DeadShare * Math.Sqrt(_mass)));
        _real = [.. cases.ConvertAll(_ => new double[1])];
        _imaginary = [.. cases.ConvertAll(_ => new double[1])];
        _floors = new double[cases.Count];
        _errorSums = new double[cases.Count];
        _deadErrors = [.. cases.ConvertAll(one =>
            (layer.IsLast ? 1 : 2) * CharacteristicFunction.DeadError(_terms, one.Shares, _dead))];
        _products = [new double[_terms.Width], new double[_terms.Width], new double[_terms.Width]];
        _leftOut = [new double[_terms.Width], new double[_terms.Width]];
        // If there are gaps, only what is expected is listed.
        _sums = circle.Gaps is null ? [.. listed.ConvertAll(one => one.Sum)] : [SumOf(_terms.Terms, layer.LikelyDeals)];
        _probabilities = [.. listed.ConvertAll(one => one.Probabilities)];
        (_cosines, _sines) = (new double[listed.Count], new double[listed.Count]);
        _waves = new(circle.Period);
        (_own, _smaller) = Restart();
    }

    /// <summary>The probability of the part.</summary>
    public double Mass => _mass;

    /// <summary>The cases in which all deals are won, or none, which the laws don't include.</summary>
    public IReadOnlyList<FourierCase> Jumps => [.. _allWon, .. _noneWon];

    /// <summary>The laws of the cases.</summary>
    public GridLaw[] Laws { get; private set; } = [];

    private bool HasManyCases => _cases.Count > ManyCases;

    /// <summary>What it has cost so far, in multiplications of one node.</summary>
    private long Work => _otherWork + _own.Work + (_smaller?.Work ?? 0);

    private long Preparation => _own.Preparation + (_smaller?.Preparation ?? 0);

    /// <summary>Finds laws whose errors at any sum add up to no more than wanted; false if that takes too much.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="wanted">The maximum error wanted.</param>
    /// <param name="mostFrequencies">The maximum number of frequencies of a part.</param>
    /// <param name="mostWork">The maximum number of factors to multiply.</param>
    /// <param name="isLast">Whether to go on although jumps keep the error from falling.</param>
    /// <param name="error">The maximum error.</param>
    public static bool TrySolve(
        List<FourierPart> parts, double wanted, int mostFrequencies, long mostWork, bool isLast, out double error)
    {
        error = 0;
        if (parts.Count == 0) return wanted >= 0;
        if (!(wanted > 0)) return false;
        // By the root of their probability, the fewest frequencies are needed in all.
        var (roots, laws) = (0.0, 0);
        foreach (var part in parts) (roots, laws) = (roots + Math.Sqrt(part._mass), laws + part._cases.Count);
        var shares = parts.ConvertAll(part => wanted * Math.Sqrt(part._mass) / roots);
        var errors = new ErrorProfile(parts.Count);
        var growths = parts.ConvertAll(_ => 1.0).ToArray();
        var (before, workBefore) = (double.PositiveInfinity, 0.0);
        // Parts of many cases cost the most, so they wait until the errors of the others leave room for theirs.
        var areAll = false;
        while (true)
        {
            for (var i = 0; i < parts.Count; i++)
            {
                if (!areAll && parts[i].HasManyCases) continue;
                if (parts[i]._frequencies == 0 && !parts[i].TryCoarse(shares[i], Left(parts[i]))) return false;
                parts[i].Solve(laws);
                errors.Set(i, parts[i].Laws);
            }

            if ((error = errors.Greatest()) <= wanted)
            {
                if (areAll) return true;
                areAll = true;
                before = double.PositiveInfinity;
                continue;
            }

            var (spent, grown) = (0.0, WorkOfGrown());
            foreach (var part in parts) spent += part.Work;
            var isTried = !isLast && spent > Trial * mostWork && error > Near * wanted;
            if (isTried && IsStuck(before / error, grown / workBefore, error / wanted, (mostWork - spent + grown) / grown)) return false;
            growths = errors.Growths(Aim * wanted, (part, growth) => parts[part].WorkOfGrowth(growth, mostFrequencies));
            (before, workBefore) = (error, WorkOfGrown());
            var goals = parts.ConvertAll(part => part._frequencies);
            for (var i = 0; i < parts.Count; i++)
            {
                if (growths[i] == 1) continue;
                // Nothing makes an exact law better.
                if (parts[i]._circle.IsWhole) return false;
                var goal = parts[i].GoalOf(growths[i]);
                var (exact, exactWork) = (parts[i].ExactFrequencies, parts[i].WorkOfExact());
                if (goal >= ExactShare * exact && exact <= mostFrequencies && spent + exactWork <= mostWork)
                {
                    parts[i].BecomeExact();
                    goals[i] = (int)exact;
                    spent += exactWork;
                    continue;
                }

                if (goal > mostFrequencies) return false;
                spent += parts[i].WorkOf(goals[i] = (int)goal);
            }

            // An error that is not a number doesn't grow anything.
            if (spent > mostWork || !Array.Exists(growths, growth => growth > 1)) return false;
            for (var i = 0; i < parts.Count; i++)
            {
                if (!parts[i].TryReach(goals[i], shares[i], Left(parts[i]))) return false;
            }
        }

        // The work of the parts that got more frequencies.
        double WorkOfGrown()
        {
            var work = 0.0;
            for (var i = 0; i < parts.Count; i++) work += growths[i] > 1 ? parts[i].Work : 0;
            return work;
        }

        // The work limit of a part.
        long Left(FourierPart part)
        {
            var left = mostWork;
            foreach (var each in parts) left -= each == part ? 0 : each.Work;
            return left;
        }
    }

    /// <summary>
    /// Whether an error that fell by a factor, as the work of the parts that grew did by another, would take too much work at this rate.
    /// </summary>
    private static bool IsStuck(double fall, double growth, double needed, double left)
    {
        for (; needed > 1 && left > 1; left /= growth) needed /= fall;
        return needed > 1;
    }

    private (CharacteristicFunction Own, CharacteristicFunction? Smaller) Restart()
    {
        (_frequencies, _outside, _outermost) = (0, 0, 0);
        for (var i = 0; i < _floors.Length; i++)
        {
            var shares = _cases[i].Shares;
            _errorSums[i] = 0;
            var (outside, outermost) = (_circle.Outside(shares), _precision is null ? 0 : RareTerms.OutermostError(_terms, shares));
            _floors[i] = outside + outermost;
            (_outside, _outermost) = (_outside + outside, _outermost + outermost);
        }

        return (Function(_layer.Deals, _layer.NewBusiness),
            _layer.IsLast ? null : Function(_layer.SmallerDeals, _layer.SmallerNewBusiness));

        CharacteristicFunction Function(int[] deals, int[] fresh) =>
            new(_terms, deals, fresh, _circle.Period, _precision, _scratch.Rare, _dead);
    }

    /// <summary>The number of frequencies that give the law exactly, as sums are whole steps.</summary>
    private long ExactFrequencies => _circle.WholePeriod / 2;

    /// <summary>About what the exact law costs, in addition to what has been spent: transforms are made again.</summary>
    private double WorkOfExact() =>
        Preparation + (((Slack * _workPerFrequency) + (2.0 * PointCost * _cases.Count)) * ExactFrequencies);

    /// <summary>Starts again on a circle of whole steps.</summary>
    private void BecomeExact()
    {
        _circle = _circle.Whole();
        _waves = new(_circle.Period);
        _otherWork = Work;
        _solved = 0;
        (_own, _smaller) = Restart();
    }

    /// <summary>Calculates so many coefficients that what is still needed can be predicted; false when the work limit is reached.</summary>
    private bool TryCoarse(double share, long mostWork)
    {
        // An unlikely part matters less.
        var most = CoarseFrequencies * Math.Sqrt(Math.Min(1, _mass));
        for (var frequencies = HasManyCases ? FewestFrequencies : FirstFrequencies; ; frequencies *= 2)
        {
            if (frequencies >= ExactFrequencies)
            {
                BecomeExact();
                return TryReach((int)ExactFrequencies, share, mostWork);
            }

            if (!TryReach(frequencies, share, mostWork, (int)(CoarseReach * most))) return false;
            if (frequencies >= most || LeastError() < CoarseShare * share) return true;
            if (_workPerFrequency * most > mostWork) return false;
        }
    }

    /// <summary>Calculates the coefficients up to a frequency; false when the work limit is reached.</summary>
    /// <param name="frequencies">The frequency.</param>
    /// <param name="share">The part's share of the error wanted.</param>
    /// <param name="mostWork">The maximum number of factors to multiply, with those so far.</param>
    /// <param name="expected">The last frequency that will probably be needed, if it is above the one to reach.</param>
    private bool TryReach(int frequencies, double share, long mostWork, int expected = 0)
    {
        while (_frequencies < frequencies)
        {
            // At most twice as many each time, so that amounts are combined while they are small.
            var last = Math.Min(frequencies, Math.Max(FirstFrequencies, 2 * _frequencies));
            _own.Reach(last, Math.Max(frequencies, expected));
            _smaller?.Reach(last, Math.Max(frequencies, expected));
            var (work, preparation) = (Work, Preparation);
            _otherWork += (last - _frequencies) * (long)(_cases.Count + _listed.Count) * _terms.Width;
            for (var i = 0; i < _cases.Count; i++)
            {
                Array.Resize(ref _real[i], last + 1);
                Array.Resize(ref _imaginary[i], last + 1);
            }

            for (var n = _frequencies + 1; n <= last; n++)
            {
                // If the many smaller amounts leave nothing, the others need not be multiplied.
                if (!(_smaller?.TryAt(n, mostWork - _otherWork - _own.Work) ?? true)) return false;
                if (_smaller?.IsDead != true && !_own.TryAt(n, mostWork - _otherWork - (_smaller?.Work ?? 0))) return false;
                Combine(n);
            }

            _workPerFrequency = (Work - work - (Preparation - preparation)) / (double)(last - _frequencies);
            _frequencies = last;
            var floor = 0.0;
            for (var i = 0; i < _cases.Count; i++) floor += FloorOf(i, _frequencies);
            if (!(_own.IsCombined || _smaller?.IsCombined == true)) continue;
            // The error of combined terms falls with more precision, and one by one, terms have none. That of grids grows with the number
            // of wins. What other errors take can't be made up for.
            var most = (FloorShare * share) + MostMore;
            var others = FloorOfOthers();
            if (floor <= most || (others > most && floor <= others + most)) continue;
            _otherWork = Work;
            var isPossible = _outermost <= (others > most ? most : most - others);
            _precision = isPossible ? _precision?.Higher(_own.IsGridCoarse || _smaller?.IsGridCoarse == true) : null;
            (_own, _smaller) = Restart();
        }

        return true;
    }

    /// <summary>The coefficients of the cases at a frequency.</summary>
    private void Combine(int n)
    {
        Trigonometry.At(-_circle.Start / _circle.Period * n, out var sine, out var cosine);
        var (turnedCosine, turnedSine) = (1.0, 0.0);
        if (_allWon.Length > 0) Trigonometry.At(_circle.Total / _circle.Period * n, out turnedSine, out turnedCosine);
        SetProducts(n);
        for (var i = 0; i < _cases.Count; i++)
        {
            var shares = _cases[i].Shares;
            var (re, im, error) = (Mean(shares, _products[0]), Mean(shares, _products[1]), Mean(shares, _products[2]));
            if (_allWon.Length > 0 && _allWon[i].Mass > LeastJump)
            {
                re -= _allWon[i].Mass * turnedCosine;
                im -= _allWon[i].Mass * turnedSine;
            }

            if (_noneWon.Length > 0 && _noneWon[i].Mass > LeastJump) re -= _noneWon[i].Mass;
            _real[i][n] = (re * cosine) - (im * sine);
            _imaginary[i][n] = (re * sine) + (im * cosine);
            // A sum of probabilities has other weights than a sawtooth.
            _floors[i] += (_circle.IsWhole ? 1.0 / n : 2 / (Math.PI * n)) * (error + _deadErrors[i]);
            _errorSums[i] += error + _deadErrors[i];
        }
    }

    /// <summary>The characteristic function of the sums left out: their jumps would count, and they belong to other parts.</summary>
    private void SetLeftOut(int n)
    {
        for (var i = 0; i < _sums.Length; i++) _waves.At(i, _sums[i], n, out _cosines[i], out _sines[i]);
        var (real, imaginary) = (_leftOut[0], _leftOut[1]);
        var node = 0;
#if NET
        for (; node <= real.Length - Vector<double>.Count; node += Vector<double>.Count)
        {
            var (re, im) = (Vector<double>.Zero, Vector<double>.Zero);
            for (var i = 0; i < _cosines.Length; i++)
            {
                var p = new Vector<double>(_probabilities[i], node);
                re += p * new Vector<double>(_cosines[i]);
                im += p * new Vector<double>(_sines[i]);
            }

            re.CopyTo(real, node);
            im.CopyTo(imaginary, node);
        }
#endif
        for (; node < real.Length; node++)
        {
            double re = 0, im = 0;
            for (var i = 0; i < _cosines.Length; i++)
            {
                re += _probabilities[i][node] * _cosines[i];
                im += _probabilities[i][node] * _sines[i];
            }

            (real[node], imaginary[node]) = (re, im);
        }
    }

    /// <summary>The characteristic function of the part under each node, with its maximum error.</summary>
    private void SetProducts(int n)
    {
        if (_smaller?.IsDead == true)
        {
            foreach (var product in _products) Array.Clear(product, 0, product.Length);
            return;
        }

        SetLeftOut(n);
        var (ownErrors, smallerErrors) = (_own.RelativeErrors(), _smaller?.RelativeErrors());
        var (real, imaginary, errors) = (_products[0], _products[1], _products[2]);
        var node = 0;
#if NET
        for (; node <= real.Length - Vector<double>.Count; node += Vector<double>.Count)
        {
            var (a, b) = (new Vector<double>(_own.Real, node), new Vector<double>(_own.Imaginary, node));
            var error = Vector.SquareRoot((a * a) + (b * b)) * new Vector<double>(ownErrors, node);
            a -= new Vector<double>(_leftOut[0], node);
            b -= new Vector<double>(_leftOut[1], node);
            if (_smaller is not null)
            {
                var (c, d, more) = (new Vector<double>(_smaller.Real, node), new Vector<double>(_smaller.Imaginary, node),
                    new Vector<double>(smallerErrors!, node));
                error *= Vector.SquareRoot((c * c) + (d * d)) * (Vector<double>.One + more);
                (a, b) = ((a * c) - (b * d), (a * d) + (b * c));
                error += Vector.SquareRoot((a * a) + (b * b)) * more;
            }

            a.CopyTo(real, node);
            b.CopyTo(imaginary, node);
            error.CopyTo(errors, node);
        }
#endif
        for (; node < real.Length; node++)
        {
            var (a, b) = (_own.Real[node], _own.Imaginary[node]);
            var error = Math.Sqrt((a * a) + (b * b)) * ownErrors[node];
            a -= _leftOut[0][node];
            b -= _leftOut[1][node];
            if (_smaller is not null)
            {
                var (c, d, more) = (_smaller.Real[node], _smaller.Imaginary[node], smallerErrors![node]);
                error *= Math.Sqrt((c * c) + (d * d)) * (1 + more);
                (a, b) = ((a * c) - (b * d), (a * d) + (b * c));
                error += Math.Sqrt((a * a) + (b * b)) * more;
            }

            (real[node], imaginary[node], errors[node]) = (a, b, error);
        }
    }

    private static long SumOf(LatticeTerms terms, int[] deals)
    {
        var sum = 0L;
        foreach (var deal in deals) sum += terms.Amounts[deal] * terms.Counts[deal];
        return sum;
    }

    /// <summary>The mean over the nodes, in the same order of additions on every target.</summary>
    private static double Mean(double[] shares, double[] values)
    {
        var node = 0;
        double a = 0, b = 0, c = 0, d = 0;
#if NET
        if (Vector<double>.Count == Lanes)
        {
            var sum = Vector<double>.Zero;
            for (; node <= values.Length - Lanes; node += Lanes) sum += new Vector<double>(shares, node) * new Vector<double>(values, node);
            (a, b, c, d) = (sum[0], sum[1], sum[2], sum[3]);
        }
#endif
        for (; node <= values.Length - Lanes; node += Lanes)
        {
            a += shares[node] * values[node];
            b += shares[node + 1] * values[node + 1];
            c += shares[node + 2] * values[node + 2];
            d += shares[node + 3] * values[node + 3];
        }

        // A single node has no other lanes.
        for (; node < values.Length; node++) a += shares[node] * values[node];
        return (a + b) + (c + d);
    }

    /// <summary>Calculates the laws, if there are more coefficients than before.</summary>
    /// <param name="laws">The number of those of all parts.</param>
    private void Solve(int laws)
    {
        if (_solved == _frequencies) return;
        _solved = _frequencies;
        Laws = new GridLaw[_cases.Count];
        for (var i = 0; i < Laws.Length; i++)
        {
            if (_circle.IsWhole)
            {
                Laws[i] = FourierLaw.OfWhole(
                    _real[i], _imaginary[i], _frequencies, _circle.Start, _masses[i], FloorOf(i, _frequencies), _scratch, _cases[i].Won,
                    _circle.Gaps, _lostOf);
                _otherWork += PointCost * (long)Laws[i].Values.Length;
                continue;
            }

            var frequencies = FrequenciesOf(i, _frequencies);
            Laws[i] = FourierLaw.Of(
                _real[i], _imaginary[i], frequencies, _circle.Start, _circle.Period, _masses[i], FloorOf(i, frequencies),
                PointsOf(frequencies), _scratch, laws, _cases[i].Won, _circle.Gaps, _lostOf);
            _otherWork += PointCost * (long)Laws[i].Values.Length;
        }
    }

    /// <summary>The number of frequencies of a case: an unlikely one has no greater error than the likeliest one from fewer.</summary>
    private int FrequenciesOf(int index, int frequencies) => Math.Min(
        frequencies, Math.Max(FirstFrequencies, (int)Math.Ceiling(frequencies * Math.Sqrt(_masses[index] / _greatestMass))));

    /// <summary>What the errors of the coefficients of a case, which also change the kernel, add to that of its law.</summary>
    private double FloorOf(int index, int frequencies) =>
        _floors[index] + (_circle.IsWhole ? 0 : _errorSums[index] / (frequencies + 1));

    /// <summary>About what the floors of all cases would be together if no terms were combined.</summary>
    private double FloorOfOthers()
    {
        var dead = 0.0;
        foreach (var error in _deadErrors) dead += error;
        return _outside + (dead * ((2 / Math.PI * (1 + Logarithm.Of(_frequencies))) + 1));
    }

    private static int PointsOf(int frequencies) =>
        Math.Max(LeastPoints, Math.Min(FourierLaw.PointsPerFrequency, UsualPoints / Math.Max(1, frequencies)));

    /// <summary>The number of frequencies to reach for a growth.</summary>
    private double GoalOf(double growth) => growth > 1 ? Math.Max(_frequencies + 1, _frequencies * growth * Safety) : _frequencies;

    /// <summary>What it costs to have more frequencies by a factor, if there may be so many; 0 for a factor of 1.</summary>
    private double WorkOfGrowth(double growth, int mostFrequencies) =>
        growth > 1 ? WorkOf((int)Math.Min(GoalOf(growth), 2.0 * mostFrequencies)) : 0;

    /// <summary>What it costs to reach a frequency, at least.</summary>
    private double WorkOf(int frequencies)
    {
        var work = (Slack * _workPerFrequency * (frequencies - _frequencies))
            + (_smaller?.IsDead == true ? 0 : _own.WorkOf(frequencies)) + (_smaller?.WorkOf(frequencies) ?? 0);
        for (var i = 0; i < _cases.Count; i++)
        {
            var ofCase = FrequenciesOf(i, frequencies);
            work += PointCost * (double)FourierLaw.SizeOf(PointsOf(ofCase), ofCase);
        }

        return work;
    }

    /// <summary>
    /// A lower limit of the greatest mean of the kernel, without a transform: it is positive, so its maximum is at least the integral of
    /// its square over that of itself.
    /// </summary>
    private double LeastError()
    {
        var least = 0.0;
        for (var i = 0; i < _cases.Count; i++)
        {
            var sum = _masses[i] * _masses[i];
            for (var n = 1; n <= _frequencies; n++)
            {
                var weight = 1 - (n / (_frequencies + 1.0));
                sum += 2 * weight * weight * ((_real[i][n] * _real[i][n]) + (_imaginary[i][n] * _imaginary[i][n]));
            }

            least = Math.Max(least, sum / (2 * (_frequencies + 1.0) * Math.Max(1e-300, _masses[i])));
        }

        return least;
    }
}
