using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// One standard normal number z that all terms share (Vasicek 2002 for deals, lognormal for the rates of new business), as strong
/// as the spread of the conditional mean asks.
/// </summary>
internal sealed class SharedFactor
{
    public const double GreatestCorrelation = 0.99;

    /// <summary>z is taken from minus this to this; beyond lies a share of 2e-9.</summary>
    public const double Reach = 6;

    private const double WidestStep = 0.25;
    private const double Near = 1e-11;
    private const int MostSteps = 60;

    private readonly LatticeTerms _terms;
    private readonly ProbitTable _table;
    private readonly double _newMean;

    private SharedFactor(LatticeTerms terms)
    {
        _terms = terms;
        Probits = new double[terms.GroupCount];
        for (var i = 0; i < Probits.Length; i++) Probits[i] = NormalQuantile.Of(terms.Probabilities[i]);
        _table = ProbitTable.Of(Probits, terms.Amounts, terms.Counts, null, 1, 2);
        for (var i = 0; i < terms.NewCount; i++) _newMean += terms.NewAmounts[i] * terms.NewRates[i];
    }

    /// <summary>The probits of the deals' probabilities.</summary>
    public double[] Probits { get; }

    /// <summary>The correlation of the deals' hidden normal numbers, rho.</summary>
    public double Correlation { get; private set; }

    /// <summary>The standard deviation of the logarithm of the rates, s.</summary>
    public double LogDeviation { get; private set; }

    /// <summary>The standard deviation of the conditional mean, in steps.</summary>
    public double Deviation { get; private set; }

    /// <summary>The mean of the conditional variance, in steps squared.</summary>
    public double ConditionalVariance { get; private set; }

    public bool IsCapped { get; private set; }

    /// <summary>The factor that gives the conditional mean a standard deviation.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="deviation">The standard deviation wanted, in steps, above 0.</param>
    public static SharedFactor Solve(LatticeTerms terms, double deviation)
    {
        var factor = new SharedFactor(terms);
        if (terms.GroupCount == 0)
        {
            // The coefficient of variation of a lognormal number is sqrt(exp(s²) - 1).
            var relative = deviation / factor._newMean;
            factor.LogDeviation = Math.Sqrt(Logarithm.Of(1 + (relative * relative)));
            factor.Deviation = deviation;
        }
        else
        {
            factor.Search(deviation);
        }

        factor.ConditionalVariance = factor.MeanOfVariance();
        return factor;
    }

    /// <summary>The deals' probability under z.</summary>
    public double Probability(double probit, double z) => ProbitTable.Probability(probit, Correlation, z);

    /// <summary>What the rates of new business are multiplied by under z.</summary>
    public double Growth(double z) => Exponential.Exp((LogDeviation * z) - (LogDeviation * LogDeviation / 2));

    /// <summary>The mean given z, in steps.</summary>
    public double Mean(double z) => DealsMean(z) + (_newMean * Growth(z));

    /// <summary>The variance given z, in steps squared.</summary>
    public double Variance(double z)
    {
        var sum = 0.0;
        for (var row = 0; row < _table.Probits.Length; row++)
        {
            var p = Probability(_table.Probits[row], z);
            sum += _table.Powers[(row * 2) + 1] * (p * (1 - p));
        }

        var growth = Growth(z);
        for (var i = 0; i < _terms.NewCount; i++) sum += (double)_terms.NewAmounts[i] * _terms.NewAmounts[i] * (_terms.NewRates[i] * growth);
        return Math.Max(0, sum);
    }

    /// <summary>The deals' probabilities and the rates of new business under z.</summary>
    public void Condition(double z, double[] probabilities, double[] rates)
    {
        for (var i = 0; i < probabilities.Length; i++) probabilities[i] = Probability(Probits[i], z);
        var growth = Growth(z);
        for (var i = 0; i < rates.Length; i++) rates[i] = _terms.NewRates[i] * growth;
    }

    private void Search(double deviation)
    {
        Set(GreatestCorrelation);
        if (Deviation <= deviation)
        {
            IsCapped = Deviation < deviation * (1 - 1e-9);
            return;
        }

        // The deviation grows with the correlation, about as its square root at first: false position over the square root, halved
        // where it is slow (Illinois).
        double low = 0, high = Math.Sqrt(GreatestCorrelation);
        double fLow = -deviation, fHigh = Deviation - deviation;
        var last = 0;
        for (var i = 0; i < MostSteps; i++)
        {
            var root = ((low * fHigh) - (high * fLow)) / (fHigh - fLow);
            Set(root * root);
            var f = Deviation - deviation;
            if (Math.Abs(f) <= Near * deviation || high - low <= 1e-15) break;
            if (f < 0)
            {
                (low, fLow) = (root, f);
                if (last < 0) fHigh /= 2;
                last = -1;
            }
            else
            {
                (high, fHigh) = (root, f);
                if (last > 0) fLow /= 2;
                last = 1;
            }
        }
    }

    /// <summary>Takes a correlation; the rates' deviation follows, so that new business spreads as the deals do.</summary>
    private void Set(double correlation)
    {
        Correlation = correlation;
        LogDeviation = 0;
        var nodes = new FactorNodes(Math.Min(WidestStep, Math.Sqrt((1 - correlation) / Math.Max(correlation, 1e-300))));
        var means = new double[nodes.Count];
        for (var node = 0; node < means.Length; node++) means[node] = DealsMean(nodes.At(node));
        var deviation = nodes.Deviation(means, out var mean);
        var relative = mean > 0 ? deviation / mean : 0;
        LogDeviation = Math.Sqrt(Logarithm.Of(1 + (relative * relative)));
        if (_newMean > 0)
        {
            for (var node = 0; node < means.Length; node++) means[node] += _newMean * Growth(nodes.At(node));
            deviation = nodes.Deviation(means, out _);
        }

        Deviation = deviation;
    }

    private double DealsMean(double z)
    {
        var mean = 0.0;
        for (var row = 0; row < _table.Probits.Length; row++) mean += _table.Powers[row * 2] * Probability(_table.Probits[row], z);
        return mean;
    }

    private double MeanOfVariance()
    {
        var nodes = new FactorNodes(Math.Min(WidestStep, Math.Sqrt((1 - Correlation) / Math.Max(Correlation, 1e-300))));
        var sum = 0.0;
        for (var node = 0; node < nodes.Count; node++) sum += nodes.Weight(node) * Variance(nodes.At(node));
        return sum;
    }
}
