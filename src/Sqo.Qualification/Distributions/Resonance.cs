using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Whether almost all amounts lie on a coarser lattice than all do: then the characteristic function comes back at the frequency of that
/// lattice, where the series no longer looks. Tried are round amounts and the common divisors of a sample.
/// </summary>
internal sealed class Resonance
{
    // Beyond this a term more or less makes no difference.
    private const double Silent = 20;
    private const double FinestShare = 1e-5;
    private const double Matters = 1e-6;
    private const double OffLattice = 1e-9;
    private const int Sample = 48;
    private static readonly double[] Round = [1, 2, 2.5, 5];

    private readonly List<double> _lattices;
    private readonly List<double> _errors;

    private Resonance(List<double> lattices, List<double> errors, List<int> odd)
    {
        _lattices = lattices;
        _errors = errors;
        Odd = odd;
    }

    /// <summary>The deals that lie off the lattice of the others, if they are few and matter.</summary>
    public List<int> Odd { get; }

    /// <summary>What a cumulative probability may be off for lattices finer than one.</summary>
    public double ErrorBelow(double lattice)
    {
        var worst = 0.0;
        for (var i = 0; i < _errors.Count; i++)
        {
            if (_lattices[i] < lattice) worst = Math.Max(worst, _errors[i]);
        }

        return worst;
    }

    /// <param name="terms">The terms.</param>
    /// <param name="rest">The deals to look at.</param>
    /// <param name="step">The step of the lattice that all of them lie on.</param>
    /// <param name="mostOdd">How many odd deals to name at most.</param>
    public static Resonance Of(LatticeTerms terms, int[] rest, long step, int mostOdd)
    {
        var variance = 0.0;
        foreach (var place in rest)
        {
            double a = terms.Amounts[place];
            variance += a * a * (terms.Probabilities[place] * (1 - terms.Probabilities[place])) * terms.Counts[place];
        }

        for (var i = 0; i < terms.NewCount; i++) variance += (double)terms.NewAmounts[i] * terms.NewAmounts[i] * terms.NewRates[i];
        var deviation = Math.Sqrt(variance);
        var candidates = Candidates(terms, rest, step, deviation);
        candidates.Sort((a, b) => b.CompareTo(a));
        var (worst, worstLattice) = (0.0, 0.0);
        var errors = new List<double>();
        foreach (var lattice in candidates)
        {
            // The finer, the less it can matter.
            var most = 0.25 * lattice / deviation;
            var error = most <= Math.Max(worst / 16, Matters) ? most : most * Size(terms, rest, lattice);
            errors.Add(error);
            if (error > worst) (worst, worstLattice) = (error, lattice);
        }

        List<int> odd = [];
        if (worst > Matters && mostOdd > 0)
        {
            foreach (var place in rest)
            {
                var turns = terms.Amounts[place] / worstLattice;
                if (Math.Abs(turns - Math.Round(turns)) > OffLattice) odd.Add(place);
                if (odd.Count > mostOdd) break;
            }

            if (odd.Count > mostOdd || odd.Count == rest.Length) odd.Clear();
        }

        return new(candidates, errors, odd);
    }

    private static List<double> Candidates(LatticeTerms terms, int[] rest, long finest, double deviation)
    {
        var candidates = new List<double>();
        for (var power = 1.0; power < deviation; power *= 10)
        {
            foreach (var round in Round) Add(power * round);
        }

        var step = rest.Length / Sample;
        for (var i = 0; i + 2 < Math.Min(Sample, rest.Length); i += 3)
        {
            var place = i * Math.Max(1, step);
            Add(GreatestCommonDivisor(GreatestCommonDivisor(terms.Amounts[rest[place]], terms.Amounts[rest[place + 1]]), terms.Amounts[rest[place + 2]]));
        }

        return candidates;

        void Add(double lattice)
        {
            if (lattice > finest && lattice > FinestShare * deviation && lattice < deviation && !candidates.Contains(lattice)) candidates.Add(lattice);
        }
    }

    /// <summary>The modulus of the characteristic function at the lattice's frequency, from above.</summary>
    private static double Size(LatticeTerms terms, int[] rest, double lattice)
    {
        var sum = 0.0;
        for (var i = 0; i < rest.Length && sum < Silent; i++)
        {
            var p = terms.Probabilities[rest[i]];
            sum += p * (1 - p) * terms.Counts[rest[i]] * OneMinusCosine(terms.Amounts[rest[i]] / lattice);
        }

        for (var i = 0; i < terms.NewCount && sum < Silent; i++) sum += terms.NewRates[i] * OneMinusCosine(terms.NewAmounts[i] / lattice);
        return Exponential.Exp(-sum);
    }

    private static double OneMinusCosine(double turns)
    {
        Circle.At(turns, out _, out var cosine);
        return 1 - cosine;
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
