using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The current pace of counts by month, with its growth: the mean over memories of several lengths, each weighted by how well it
/// predicted every month from those before (discounted Gamma-Poisson filters, West and Harrison 1997, averaged).
/// </summary>
internal sealed class PaceOverTime
{
    private const int BurnIn = 2;
    private const double PriorEvents = 0.5;

    // A growth must be significant against its noise, and is limited per month.
    private const double Hurdle = 4;
    private const double MostGrowth = 0.1;

    // In months; the last one forgets nothing.
    private static readonly double[] Memories = [3, 6, 12, double.PositiveInfinity];

    private PaceOverTime(double mean, double relativeVariance, double growth)
    {
        Mean = mean;
        RelativeVariance = relativeVariance;
        Growth = growth;
    }

    /// <summary>The current count per unit of exposure.</summary>
    public double Mean { get; }

    /// <summary>Its variance divided by its square.</summary>
    public double RelativeVariance { get; }

    /// <summary>The logarithm of its growth per month.</summary>
    public double Growth { get; }

    /// <param name="counted">The counts of the months, oldest first.</param>
    /// <param name="exposed">The exposure of each count, such as days; above 0.</param>
    public static PaceOverTime Of(IReadOnlyList<double> counted, IReadOnlyList<double> exposed)
    {
        double sum = 0, exposure = 0;
        for (var i = 0; i < counted.Count; i++)
        {
            sum += counted[i];
            exposure += exposed[i];
        }

        if (sum <= 0) return new(0, 0, 0);
        var growth = GrowthOf(counted, exposed);
        var last = counted.Count - 1;
        var dispersion = Dispersion(counted, exposed, growth);
        var evidence = new double[Memories.Length];
        var means = new double[Memories.Length];
        var variances = new double[Memories.Length];
        var greatest = double.NegativeInfinity;
        for (var i = 0; i < Memories.Length; i++)
        {
            var kept = 1 - (1 / Memories[i]);
            var events = PriorEvents;
            var days = PriorEvents * exposure / sum * dispersion;
            for (var month = 0; month <= last; month++)
            {
                var count = counted[month] / dispersion;
                var exposedHere = exposed[month] * Exponential.Exp(growth * (month - last)) / dispersion;
                if (month >= BurnIn) evidence[i] += Foretold(events, days, count, exposedHere);
                events = (events * kept) + count;
                days = (days * kept) + exposedHere;
            }

            means[i] = events / days;
            variances[i] = events / (days * days);
            greatest = Math.Max(greatest, evidence[i]);
        }

        double weights = 0, mean = 0, squares = 0;
        for (var i = 0; i < Memories.Length; i++)
        {
            var weight = Exponential.Exp(evidence[i] - greatest);
            weights += weight;
            mean += weight * means[i];
            squares += weight * ((means[i] * means[i]) + variances[i]);
        }

        mean /= weights;
        return new(mean, (squares / weights / (mean * mean)) - 1, growth);
    }

    // The negative binomial probability of a count, except for the factors that don't depend on the memory.
    private static double Foretold(double events, double days, double count, double exposed) =>
        GammaFunction.Logarithm(events + count) - GammaFunction.Logarithm(events) +
            (events * Logarithm.Of(days / (days + exposed))) - (count * Logarithm.Of(days + exposed));

    /// <summary>The slope of a Poisson regression, kept to the extent that it exceeds its noise.</summary>
    private static double GrowthOf(IReadOnlyList<double> counted, IReadOnlyList<double> exposed)
    {
        const int Rounds = 25;
        const int FewestMonths = 6;
        if (counted.Count < FewestMonths) return 0;
        double slope = 0, information = 0, scatter = 1;
        for (var round = 0; round < Rounds; round++)
        {
            double events = 0, weight = 0, first = 0, second = 0, score = 0;
            for (var i = 0; i < counted.Count; i++) events += counted[i];
            for (var i = 0; i < counted.Count; i++) weight += exposed[i] * Exponential.Exp(slope * i);
            var level = events / weight;
            scatter = 0;
            for (var i = 0; i < counted.Count; i++)
            {
                var expected = level * exposed[i] * Exponential.Exp(slope * i);
                first += expected * i;
                second += expected * i * i;
                score += (counted[i] - expected) * i;
                scatter += (counted[i] - expected) * (counted[i] - expected) / expected;
            }

            information = second - (first * first / events);
            if (!(information > 0)) return 0;
            scatter = Math.Max(1, scatter / (counted.Count - 2));
            var step = score / information;
            slope = Math.Max(-2 * MostGrowth, Math.Min(2 * MostGrowth, slope + step));
            if (Math.Abs(step) < 1e-9) break;
        }

        var kept = Math.Max(0, 1 - (Hurdle * scatter / information / (slope * slope)));
        return kept > 0 ? Math.Max(-MostGrowth, Math.Min(MostGrowth, slope * kept)) : 0;
    }

    private static double Dispersion(IReadOnlyList<double> counted, IReadOnlyList<double> exposed, double growth)
    {
        // Few months carry little information: they are combined with 12 months of Poisson scatter.
        const double Usual = 12;
        double squares = 0, sum = 0;
        for (var i = 1; i < counted.Count; i++)
        {
            var scale = exposed[i] / exposed[i - 1] * Exponential.Exp(growth);
            var step = counted[i] - (counted[i - 1] * scale);
            squares += step * step;
            sum += counted[i] + (counted[i - 1] * scale * scale);
        }

        var months = counted.Count - 1;
        return sum <= 0 || months < 1 ? 1 : Math.Max(1, (Usual + (months * (squares / sum))) / (Usual + months));
    }
}
