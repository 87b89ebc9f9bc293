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
    private const double Reach = 8;
    private const double WidestStep = 0.25;
    private const double Near = 1e-10;
    private const int MostSteps = 80;

    private readonly LatticeTerms _terms;
    private readonly double[] _probits;
    private readonly double _newMean;

    private SharedFactor(LatticeTerms terms)
    {
        _terms = terms;
        _probits = new double[terms.GroupCount];
        for (var i = 0; i < _probits.Length; i++) _probits[i] = NormalQuantile.Of(terms.Probabilities[i]);
        for (var i = 0; i < terms.NewCount; i++) _newMean += terms.NewAmounts[i] * terms.NewRates[i];
    }

    /// <summary>The correlation of the deals' hidden normal numbers, rho.</summary>
    public double Correlation { get; private set; }

    /// <summary>The standard deviation of the logarithm of the rates.</summary>
    public double LogDeviation { get; private set; }

    /// <summary>The standard deviation of the conditional mean, in steps.</summary>
    public double Deviation { get; private set; }

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
            return factor;
        }

        factor.Set(GreatestCorrelation);
        if (factor.Deviation <= deviation)
        {
            factor.IsCapped = factor.Deviation < deviation * (1 - 1e-9);
            return factor;
        }

        // The deviation grows with the correlation, about as its square root at first: false position over the square root.
        double low = 0, high = Math.Sqrt(GreatestCorrelation);
        double fLow = -deviation, fHigh = factor.Deviation - deviation;
        var last = 0;
        for (var i = 0; i < MostSteps; i++)
        {
            var root = ((low * fHigh) - (high * fLow)) / (fHigh - fLow);
            factor.Set(root * root);
            var f = factor.Deviation - deviation;
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

        return factor;
    }

    /// <summary>The deals' probabilities given z.</summary>
    public void Condition(double z, double[] probabilities, double[] rates)
    {
        var (shift, scale) = (Math.Sqrt(Correlation) * z, 1 / Math.Sqrt(1 - Correlation));
        for (var i = 0; i < probabilities.Length; i++) probabilities[i] = NormalProbability.Of((_probits[i] + shift) * scale);
        var growth = Growth(z);
        for (var i = 0; i < rates.Length; i++) rates[i] = _terms.NewRates[i] * growth;
    }

    /// <summary>Takes a correlation; the rates' deviation follows, so that new business spreads as the deals do.</summary>
    private void Set(double correlation)
    {
        Correlation = correlation;
        LogDeviation = 0;
        var step = Math.Min(WidestStep, Math.Sqrt((1 - correlation) / Math.Max(correlation, 1e-300)));
        var nodes = (int)(2 * Reach / step) + 1;
        var weights = new double[nodes];
        var means = new double[nodes];
        for (var node = 0; node < nodes; node++)
        {
            var z = (node * step) - Reach;
            weights[node] = Exponential.Exp(-z * z / 2);
            means[node] = DealsMean(z);
        }

        var (mean, deviation) = Moments(weights, means);
        var relative = mean > 0 ? deviation / mean : 0;
        LogDeviation = Math.Sqrt(Logarithm.Of(1 + (relative * relative)));
        if (_newMean > 0)
        {
            for (var node = 0; node < nodes; node++) means[node] += _newMean * Growth((node * step) - Reach);
            (_, deviation) = Moments(weights, means);
        }

        Deviation = deviation;
    }

    private double DealsMean(double z)
    {
        var (shift, scale) = (Math.Sqrt(Correlation) * z, 1 / Math.Sqrt(1 - Correlation));
        var mean = 0.0;
        for (var i = 0; i < _probits.Length; i++) mean += (double)_terms.Amounts[i] * _terms.Counts[i] * NormalProbability.Of((_probits[i] + shift) * scale);
        return mean;
    }

    private double Growth(double z) => Exponential.Exp((LogDeviation * z) - (LogDeviation * LogDeviation / 2));

    private static (double Mean, double Deviation) Moments(double[] weights, double[] means)
    {
        double total = 0, sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            total += weights[i];
            sum += weights[i] * means[i];
        }

        var mean = sum / total;
        sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * ((means[i] - mean) * (means[i] - mean));
        return (mean, Math.Sqrt(sum / total));
    }
}
