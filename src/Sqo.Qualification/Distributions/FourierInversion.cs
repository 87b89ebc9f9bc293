using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The characteristic function of the terms, exactly, at the frequencies of a window that holds the sum: amounts that are small
/// against the window's finest wave by their cumulants to the tenth order, which are added up once for all frequencies, the others each by
/// its own factor. Deals that stand out, by their size or off the lattice of the others, are taken out and their outcomes enumerated.
/// </summary>
internal sealed class FourierInversion
{
    // The share neglected beyond either end of the window is exp(-25) by Bernstein's inequality.
    private const double Tail = 25;
    private const double Neglected = 1.4e-11;

    // How many standard deviations of a normal curve's characteristic function are looked at: exp(-7²/2) is 2e-11.
    private const double Frequency = 7;
    private const int MostFrequencies = 16_384;
    private const long MostWork = 10_000_000;

    // An amount times the highest frequency, in radians, up to which ten cumulants do.
    private const double SmallAngle = 1.25;

    // A deal of so many standard deviations of the smaller ones stands out.
    private const double Whale = 4;
    private const int MostWhales = 12;
    private const int MostAtoms = 4096;
    private const int MostOdd = 8;
    private const double MostError = 5e-6;
    private const double MostErrorUnderFactor = 2e-5;
    private const int MostAttempts = 6;
    private const double Few = 60;
    private const int MostForNothing = 2_000;

    private readonly LatticeTerms _terms;
    private readonly SharedFactor? _factor;
    private readonly int[] _apart;
    private readonly int[] _rest;
    private readonly long _step;
    private bool _isFew;

    private FourierInversion(LatticeTerms terms, SharedFactor? factor, int[] apart)
    {
        _terms = terms;
        _factor = factor;
        _apart = apart;
        var isApart = new bool[terms.GroupCount];
        foreach (var place in apart) isApart[place] = true;
        var rest = new int[terms.GroupCount - apart.Length];
        var n = 0;
        for (var i = 0; i < terms.GroupCount; i++)
        {
            if (!isApart[i]) rest[n++] = i;
        }

        _rest = rest;
        _step = 0;
        for (var i = 0; i < rest.Length && _step != 1; i++) _step = GreatestCommonDivisor(terms.Amounts[rest[i]], _step);
        foreach (var amount in terms.NewAmounts) _step = GreatestCommonDivisor(amount, _step);
        _step = Math.Max(1, _step);
    }

    /// <summary>The law, or null where no number of frequencies within reach gives one that is good enough.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="factor">The shared factor, if there is one.</param>
    /// <param name="isLastResort">Whether to take the best that there is, its jumps rounded off.</param>
    public static FourierLaw? Try(LatticeTerms terms, SharedFactor? factor, bool isLastResort)
    {
        var apart = Whales(terms);
        var inversion = new FourierInversion(terms, factor, apart);
        var resonance = Resonance.Of(terms, inversion._rest, inversion._step, MostOdd);
        if (resonance.Odd.Count > 0)
        {
            var all = new List<int>(apart);
            all.AddRange(resonance.Odd);
            if (SparseProgram.States(terms.Counts, [.. all]) <= MostAtoms)
            {
                inversion = new(terms, factor, [.. all]);
                resonance = Resonance.Of(terms, inversion._rest, inversion._step, 0);
            }
        }

        return inversion.Run(resonance, isLastResort);
    }

    /// <summary>The deals that dwarf all smaller ones together.</summary>
    private static int[] Whales(LatticeTerms terms)
    {
        var apart = new List<int>();
        var variance = 0.0;
        for (var i = 0; i < terms.GroupCount; i++) variance += VarianceOf(terms, i);
        for (var i = 0; i < terms.NewCount; i++) variance += (double)terms.NewAmounts[i] * terms.NewAmounts[i] * terms.NewRates[i];

        var most = Math.Min(MostWhales, terms.GroupCount - 1);
        var found = 0;
        for (var tries = 0; tries < most; tries++)
        {
            var greatest = -1;
            for (var i = 0; i < terms.GroupCount; i++)
            {
                if ((greatest < 0 || terms.Amounts[i] > terms.Amounts[greatest]) && (apart.Count == 0 || !apart.Contains(i))) greatest = i;
            }

            apart.Add(greatest);
            variance -= VarianceOf(terms, greatest);
            if (SparseProgram.States(terms.Counts, [.. apart]) > MostAtoms || !(variance > 0)) break;
            if (terms.Amounts[greatest] > Whale * Math.Sqrt(variance)) found = apart.Count;
            else if (terms.Amounts[greatest] < Math.Sqrt(variance) / 2) break;
        }

        apart.RemoveRange(found, apart.Count - found);
        return [.. apart];
    }

    private static double VarianceOf(LatticeTerms terms, int place)
    {
        double a = terms.Amounts[place];
        var p = terms.Probabilities[place];
        return a * a * (p * (1 - p)) * terms.Counts[place];
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }

    private FourierLaw? Run(Resonance resonance, bool isLastResort)
    {
        // Moments of the rest, and the ends of the window that holds it under each value of the factor.
        double greatest = 0, total = 0;
        foreach (var place in _rest)
        {
            double a = _terms.Amounts[place];
            greatest = Math.Max(greatest, a);
            total += a * _terms.Counts[place];
        }

        foreach (var amount in _terms.NewAmounts)
        {
            greatest = Math.Max(greatest, amount);
            total = double.PositiveInfinity;
        }

        var scale = greatest > 0 ? greatest : 1;
        var table = _factor is null ? null : ProbitTable.Of(_factor.Probits, _terms.Amounts, _terms.Counts, _rest, scale, 2);
        var coarse = Nodes(0.25);
        var (means, variances) = (new double[coarse.Length], new double[coarse.Length]);
        double low = double.PositiveInfinity, high = 0, mean = 0, variance = 0;
        for (var i = 0; i < coarse.Length; i++)
        {
            Moments(coarse[i], table, scale, out means[i], out variances[i]);
            var third = Tail * greatest / 3;
            var reach = third + Math.Sqrt((third * third) + (2 * Tail * variances[i]));
            low = Math.Min(low, means[i] - reach);
            high = Math.Max(high, means[i] + reach);
            mean += coarse[i].Weight * means[i];
            variance += coarse[i].Weight * variances[i];
        }

        var steepest = 0.0;
        for (var i = 0; i < coarse.Length; i++)
        {
            variance += coarse[i].Weight * ((means[i] - mean) * (means[i] - mean));
            if (i > 0 && Math.Abs(coarse[i].Z) < 5) steepest = Math.Max(steepest, Math.Abs(means[i] - means[i - 1]) / (coarse[i].Z - coarse[i - 1].Z));
        }

        var first = (long)Math.Floor(Math.Max(0, low) / _step);
        var size = (long)Math.Ceiling(Math.Min(total, high) / _step) + 1 - first;
        if (!(variance > 0)) return null;
        var deviation = Math.Sqrt(variance);
        var wanted = (Frequency * size * _step / (Circle.TwoPi * deviation)) + 3;
        // So few that the function may not die away: more of it is looked at.
        _isFew = Weight() < Few;
        if (_isFew) wanted *= 4;
        // Twice as many, and again, until what is left out no longer counts.
        FourierLaw? best = null;
        for (var attempt = 0; attempt < MostAttempts; attempt++, wanted *= 2)
        {
            var frequencies = (int)Math.Min(Math.Min(wanted, size / 2), MostFrequencies);
            var angle = Circle.TwoPi * frequencies / ((double)size * _step);
            var nodes = _factor is null ? coarse : Nodes(NodeStep(angle * steepest));
            if (best is not null && Work(nodes.Length, frequencies, angle) > MostWork) break;
            best = Attempt(nodes, new FourierWindow(_step, first, size, frequencies), angle, resonance, isLastResort, out var truncated);
            if (truncated < (_factor is null ? MostError : MostErrorUnderFactor)) return best;
            if (frequencies < (int)wanted) break;
        }

        return isLastResort ? best : null;
    }

    /// <summary>The logarithm of the characteristic function's size, on average over all frequencies, is about minus this.</summary>
    private double Weight()
    {
        var sum = 0.0;
        foreach (var place in _rest)
        {
            sum += _terms.Probabilities[place] * (1 - _terms.Probabilities[place]) * _terms.Counts[place];
            if (sum >= Few) return sum;
        }

        foreach (var rate in _terms.NewRates) sum += rate;
        return sum;
    }

    /// <summary>A wave of so many radians for a unit of the factor must be followed; as must the normal curve itself.</summary>
    private double NodeStep(double radians) => Math.Max(
        0.01, Math.Min(Math.Min(0.25, 2.2 / Math.Max(1e-9, radians)), Math.Sqrt((1 - _factor!.Correlation) / Math.Max(1e-9, _factor.Correlation))));

    private double Work(int nodes, int frequencies, double angle)
    {
        double deals = 4, news = 1;
        foreach (var place in _rest) deals += _terms.Amounts[place] * angle > SmallAngle ? 1 : 0;
        foreach (var amount in _terms.NewAmounts) news += amount * angle > SmallAngle ? 1 : 0;
        return frequencies * ((nodes * deals) + news);
    }

    private FactorNode[] Nodes(double step)
    {
        if (_factor is null) return [new FactorNode(double.NaN, 1)];
        var nodes = new FactorNodes(step);
        var list = new FactorNode[nodes.Count];
        for (var i = 0; i < list.Length; i++) list[i] = new(nodes.At(i), nodes.Weight(i));
        return list;
    }

    private double Probability(int place, in FactorNode node) => _factor is null ? _terms.Probabilities[place] : _factor.Probability(_factor.Probits[place], node.Z);

    private double Growth(in FactorNode node) => _factor?.Growth(node.Z) ?? 1;

    private void Moments(in FactorNode node, ProbitTable? table, double scale, out double mean, out double variance)
    {
        mean = 0;
        variance = 0;
        if (table is null)
        {
            foreach (var place in _rest)
            {
                var p = _terms.Probabilities[place];
                mean += (double)_terms.Amounts[place] * _terms.Counts[place] * p;
                variance += VarianceOf(_terms, place);
            }
        }
        else
        {
            for (var row = 0; row < table.Probits.Length; row++)
            {
                var p = _factor!.Probability(table.Probits[row], node.Z);
                mean += table.Powers[row * 2] * p * scale;
                variance += table.Powers[(row * 2) + 1] * (p * (1 - p)) * (scale * scale);
            }
        }

        var growth = Growth(node);
        for (var i = 0; i < _terms.NewCount; i++)
        {
            var sum = _terms.NewAmounts[i] * (_terms.NewRates[i] * growth);
            mean += sum;
            variance += sum * _terms.NewAmounts[i];
        }

        variance = Math.Max(0, variance);
    }

    private FourierLaw Attempt(FactorNode[] nodes, FourierWindow window, double angle, Resonance resonance, bool isLastResort, out double truncated)
    {
        // Small terms go by cumulants, the others one by one.
        var (small, large) = Split(_rest, _terms.Amounts, angle);
        var (smallNew, largeNew) = Split(null, _terms.NewAmounts, angle);
        var scale = SmallAngle / angle;
        var table = _factor is null ? null : ProbitTable.Of(_factor.Probits, _terms.Amounts, _terms.Counts, small, scale, BernoulliCumulants.Orders);

        var frequencies = window.Frequencies;
        long[] atoms = [0];
        double[] atomWeights = [0];
        double[] nothing = [0];
        double[]? series = null;
        var (re, im) = (new double[frequencies], new double[frequencies]);
        var (logRe, logIm) = (new double[frequencies], new double[frequencies]);
        var (newRe, newIm) = (new double[frequencies], new double[frequencies]);
        foreach (var place in largeNew) AddPoisson(window, _terms.NewAmounts[place], _terms.NewRates[place], newRe, newIm);
        var cumulants = new double[BernoulliCumulants.Orders];
        var apartProbabilities = new double[_terms.GroupCount];
        foreach (var node in nodes)
        {
            Array.Clear(cumulants, 0, cumulants.Length);
            if (table is null)
            {
                foreach (var place in small) BernoulliCumulants.Add(cumulants, _terms.Probabilities[place], _terms.Amounts[place] / scale, _terms.Counts[place]);
            }
            else
            {
                for (var row = 0; row < table.Probits.Length; row++)
                {
                    BernoulliCumulants.Add(cumulants, _factor!.Probability(table.Probits[row], node.Z), table.Powers, row * BernoulliCumulants.Orders);
                }
            }

            var growth = Growth(node);
            foreach (var place in smallNew) BernoulliCumulants.AddPoisson(cumulants, _terms.NewRates[place] * growth, _terms.NewAmounts[place] / scale);

            for (var j = 0; j < frequencies; j++) (logRe[j], logIm[j]) = (newRe[j] * growth, newIm[j] * growth);
            AddCumulants(window, cumulants, scale, logRe, logIm);
            for (var j = 0; j < frequencies; j++)
            {
                Circle.At(logIm[j], out var sine, out var cosine);
                var size = Exponential.Exp(logRe[j]);
                re[j] = size * cosine;
                im[j] = size * sine;
            }

            foreach (var place in large) Multiply(window, _terms.Amounts[place], Probability(place, node), _terms.Counts[place], re, im);

            // The outcome of nothing at all is a jump; it is kept out of the series.
            var none = window.LeastValue == 0 && _rest.Length <= MostForNothing ? Nothing(node) : 0;
            for (var j = 0; j < frequencies; j++) re[j] -= none;

            // Each outcome of the terms apart has its share of this series.
            foreach (var place in _apart) apartProbabilities[place] = Probability(place, node);
            var outcomes = SparseProgram.Run(_terms.Amounts, apartProbabilities, _terms.Counts, _apart);
            if (series is null)
            {
                atoms = outcomes.Values;
                atomWeights = new double[atoms.Length];
                nothing = new double[atoms.Length];
                series = new double[2 * frequencies * atoms.Length];
            }

            for (var atom = 0; atom < atoms.Length; atom++)
            {
                var weight = node.Weight * outcomes.Weights[atom];
                atomWeights[atom] += weight;
                nothing[atom] += weight * none;
                for (int j = 0, at = 2 * atom * frequencies; j < frequencies; j++, at += 2)
                {
                    series[at] += weight * re[j];
                    series[at + 1] += weight * im[j];
                }
            }
        }

        truncated = Truncated(window, series!, atoms.Length);
        if (isLastResort) RoundOff(series!, frequencies);
        var error = (2 * Neglected) + truncated + resonance.ErrorBelow(0.95 * window.Size * window.Step / Math.Max(1, frequencies)) + 1e-12 + (_factor is null ? 0 : 4e-9);
        var method = _apart.Length == 0 ? DistributionMethod.FourierInversion : DistributionMethod.ConditionalFourierInversion;
        return new(method, error, window, atoms, atomWeights, nothing, series!);
    }

    private static (int[] Small, int[] Large) Split(int[]? places, long[] amounts, double angle)
    {
        var n = places?.Length ?? amounts.Length;
        var most = SmallAngle / angle;
        var (small, large) = (new int[n], new int[n]);
        int smalls = 0, larges = 0;
        for (var i = 0; i < n; i++)
        {
            var place = places is null ? i : places[i];
            if (amounts[place] <= most) small[smalls++] = place;
            else large[larges++] = place;
        }

        Array.Resize(ref small, smalls);
        Array.Resize(ref large, larges);
        return (small, large);
    }

    /// <summary>The probability that of the rest nothing comes.</summary>
    private double Nothing(in FactorNode node)
    {
        var product = 1.0;
        foreach (var place in _rest)
        {
            var q = 1 - Probability(place, node);
            for (var deal = 0; deal < _terms.Counts[place]; deal++) product *= q;
            if (product < 1e-14) return 0;
        }

        var rate = 0.0;
        foreach (var each in _terms.NewRates) rate += each;
        return product * Exponential.Exp(-rate * Growth(node));
    }

    /// <summary>What the series left out may come to, if what follows is no more than what was taken last.</summary>
    private double Truncated(FourierWindow window, double[] series, int atoms)
    {
        var frequencies = window.Frequencies;
        // All frequencies that there are.
        if (frequencies >= window.Size / 2) return 0;
        var greatest = 0.0;
        for (var j = _isFew ? frequencies / 2 : frequencies - Math.Max(4, frequencies / 8); j < frequencies; j++)
        {
            if (j < 0) continue;
            // The series of the outcomes apart are taken as if they met.
            var size = 0.0;
            for (var atom = 0; atom < atoms; atom++)
            {
                var at = 2 * ((atom * frequencies) + j);
                size += Math.Sqrt((series[at] * series[at]) + (series[at + 1] * series[at + 1]));
            }

            greatest = Math.Max(greatest, size);
        }

        return 8 * greatest / (Math.PI * Math.Sqrt(2.0 * frequencies));
    }

    /// <summary>The factors of Lanczos: a series that stops early no longer rings at a jump.</summary>
    private static void RoundOff(double[] series, int frequencies)
    {
        for (var at = 0; at < series.Length; at += 2)
        {
            var share = (((at / 2) % frequencies) + 1.0) / (frequencies + 1);
            Circle.At(share / 2, out var sine, out _);
            var factor = sine / (share * Circle.TwoPi / 2);
            series[at] *= factor;
            series[at + 1] *= factor;
        }
    }

    /// <summary>Adds the logarithm of the small terms' characteristic function: its phase in turns, from the window's first place.</summary>
    private static void AddCumulants(FourierWindow window, double[] c, double scale, double[] logRe, double[] logIm)
    {
        var shift = ((c[0] * scale) - window.LeastValue) / ((double)window.Size * window.Step);
        var unit = Circle.TwoPi * scale / ((double)window.Size * window.Step);
        for (var j = 0; j < logRe.Length; j++)
        {
            var t = unit * (j + 1);
            var z = t * t;
            logRe[j] += z * ((-c[1] / 2) + (z * ((c[3] / 24) + (z * ((-c[5] / 720) + (z * ((c[7] / 40320) - (z * c[9] / 3628800))))))));
            var odd = t * z * ((-c[2] / 6) + (z * ((c[4] / 120) + (z * ((-c[6] / 5040) + (z * c[8] / 362880))))));
            logIm[j] += (shift * (j + 1)) + (odd / Circle.TwoPi);
        }
    }

    /// <summary>Adds rate x (e^(i angle) - 1); the phase in turns.</summary>
    private static void AddPoisson(FourierWindow window, long amount, double rate, double[] logRe, double[] logIm)
    {
        Circle.At(TurnsOf(window, amount), out var sine, out var cosine);
        double re = cosine, im = sine;
        for (var j = 0; j < logRe.Length; j++)
        {
            logRe[j] += rate * (re - 1);
            logIm[j] += rate * im / Circle.TwoPi;
            (re, im) = ((re * cosine) - (im * sine), (re * sine) + (im * cosine));
        }
    }

    /// <summary>Multiplies by (1 - p + p e^(i angle))^count.</summary>
    private static void Multiply(FourierWindow window, long amount, double p, int count, double[] re, double[] im)
    {
        Circle.At(TurnsOf(window, amount), out var sine, out var cosine);
        var q = 1 - p;
        double x = cosine, y = sine;
        for (var j = 0; j < re.Length; j++)
        {
            var (a, b) = (q + (p * x), p * y);
            for (var left = count; left > 0; left >>= 1)
            {
                if ((left & 1) != 0) (re[j], im[j]) = ((re[j] * a) - (im[j] * b), (re[j] * b) + (im[j] * a));
                if (left > 1) (a, b) = ((a * a) - (b * b), 2 * a * b);
            }

            (x, y) = ((x * cosine) - (y * sine), (x * sine) + (y * cosine));
        }
    }

    private static double TurnsOf(FourierWindow window, long amount)
    {
        var places = amount / window.Step;
        return places % window.Size / (double)window.Size;
    }
}
