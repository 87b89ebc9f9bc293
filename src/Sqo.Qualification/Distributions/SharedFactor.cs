using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// One standard normal number z that all terms share (Vasicek 2002 for deals, lognormal for the rates of new business), as strong
/// as the requested spread of the conditional mean requires.
/// </summary>
internal sealed class SharedFactor
{
    public const double GreatestCorrelation = 0.99;

    // Moments use z from minus this to this; a share of 2e-9 lies beyond.
    private const double Reach = 6;

    private const double MiddleCorrelation = 0.5;
    private const double WidestStep = 0.25;
    private const double Near = 1e-11;
    private const int MostSteps = 60;

    private readonly LatticeTerms _terms;
    private ProbitTable _table;
    private SharedFactor? _mirrored;
    private readonly double _newMean;
    private readonly double _newSquare;

    private SharedFactor(LatticeTerms terms, double[] probits, ProbitKinds? kinds, ProbitTable table)
    {
        (_terms, Probits, Kinds, _table) = (terms, probits, kinds, table);
        for (var i = 0; i < terms.NewCount; i++)
        {
            _newMean += terms.NewAmounts[i] * terms.NewRates[i];
            _newSquare += (double)terms.NewAmounts[i] * terms.NewAmounts[i] * terms.NewRates[i];
        }
    }

    /// <summary>The probits of the deals' probabilities.</summary>
    public double[] Probits { get; }

    /// <summary>The different probits, if many deals have the same; otherwise null.</summary>
    public ProbitKinds? Kinds { get; }

    /// <summary>The correlation of the deals' latent normal variables, rho.</summary>
    public double Correlation { get; private set; }

    /// <summary>How fast the probits of the deals rise in z, sqrt(rho / (1 - rho)).</summary>
    public double Slope => Math.Sqrt(Correlation / (1 - Correlation));

    /// <summary>The standard deviation of the logarithm of the rates, s.</summary>
    public double LogDeviation { get; private set; }

    /// <summary>The standard deviation of the conditional mean, in steps.</summary>
    public double Deviation { get; private set; }

    /// <summary>The mean of the conditional variance, in steps squared.</summary>
    public double ConditionalVariance { get; private set; }

    public bool IsCapped { get; private set; }

    /// <summary>
    /// Finds the factor under which the mean of the deals and that of new business each have the requested spread; if one of them can't
    /// reach it, the other still does.
    /// </summary>
    /// <param name="terms">The terms.</param>
    /// <param name="certain">The certain amount, in steps; it belongs to the deals.</param>
    /// <param name="spread">The requested standard deviation, as a share of each mean, above 0.</param>
    public static SharedFactor Solve(LatticeTerms terms, double certain, double spread)
    {
        var probits = Array.ConvertAll(terms.Probabilities, NormalQuantile.Of);
        var kinds = ProbitKinds.Of(probits);
        var factor = new SharedFactor(terms, probits, kinds, TableOf(terms, probits, kinds, MiddleCorrelation));
        if (terms.GroupCount > 0)
        {
            for (var i = 0; i < terms.GroupCount; i++) certain += (double)terms.Amounts[i] * terms.Counts[i] * terms.Probabilities[i];
            factor.Search(spread * certain);
        }

        // The coefficient of variation of a lognormal number is sqrt(exp(s²) - 1).
        if (terms.NewCount > 0)
        {
            factor.LogDeviation = Math.Sqrt(Logarithm.Of(1 + (spread * spread)));
            factor.Deviation = terms.GroupCount == 0 ? spread * factor._newMean
                : factor.DeviationOf(z => factor.DealsMean(z) + (factor._newMean * factor.Growth(z)));
        }

        factor.ConditionalVariance = factor.MeanOfVariance();
        return factor;
    }

    /// <summary>The factor of the same deals without new business, if those lost are counted as won.</summary>
    public SharedFactor Mirrored => LazyField.Of(ref _mirrored) ?? LazyField.Keep(
        ref _mirrored,
        new(_terms.Mirrored, Array.ConvertAll(Probits, probit => -probit), Kinds?.Mirrored(), _table.Mirrored())
        {
            Correlation = Correlation,
            Deviation = Deviation,
            ConditionalVariance = ConditionalVariance,
            IsCapped = IsCapped,
        });

    /// <summary>A probit under z.</summary>
    public double Probit(double probit, double z) => (probit + (Math.Sqrt(Correlation) * z)) / Math.Sqrt(1 - Correlation);

    /// <summary>The probit of the deals whose probability under z is this.</summary>
    public double ProbitOf(double probability, double z) =>
        (Math.Sqrt(1 - Correlation) * NormalQuantile.Of(probability)) - (Math.Sqrt(Correlation) * z);

    /// <summary>The deals' probability under z.</summary>
    public double Probability(double probit, double z) => NormalProbability.Of(Probit(probit, z));

    /// <summary>The multiplier of the rates of new business under z.</summary>
    public double Growth(double z) => Exponential.Exp((LogDeviation * z) - (LogDeviation * LogDeviation / 2));

    /// <summary>The mean given z, in steps.</summary>
    public double Mean(double z) => DealsMean(z) + (_newMean * Growth(z));

    /// <summary>The variance given z, in steps squared.</summary>
    public double Variance(double z) => Variance(z, out _);

    /// <summary>The variance given z, in steps squared, and the mean, in steps.</summary>
    public double Variance(double z, out double mean)
    {
        var growth = Growth(z);
        mean = _newMean * growth;
        var sum = _newSquare * growth;
        var probabilities = Conditioned(z);
        for (var row = 0; row < probabilities.Length; row++)
        {
            var p = probabilities[row];
            mean += _table.Powers[row * 2] * p;
            sum += _table.Powers[(row * 2) + 1] * (p * (1 - p));
        }

        return Math.Max(0, sum);
    }

    /// <summary>The probabilities of the probits under z.</summary>
    public void Condition(double[] probits, double z, double[] probabilities)
    {
        var (shift, scale) = (Math.Sqrt(Correlation) * z, Math.Sqrt(1 - Correlation));
        for (var i = 0; i < probits.Length; i++) probabilities[i] = (probits[i] + shift) / scale;
        NormalProbability.Replace(probabilities, 0, probits.Length);
    }

    /// <summary>The probabilities of all deals under z.</summary>
    public void Condition(double z, double[] probabilities)
    {
        if (Kinds is null)
        {
            Condition(Probits, z, probabilities);
            return;
        }

        var ofKinds = new double[Kinds.Probits.Length];
        Condition(Kinds.Probits, z, ofKinds);
        for (var deal = 0; deal < probabilities.Length; deal++) probabilities[deal] = ofKinds[Kinds.OfDeals[deal]];
    }

    /// <summary>The probabilities of one probit under all nodes.</summary>
    public void Condition(double probit, FactorNodes nodes, double[] probabilities)
    {
        var (root, scale) = (Math.Sqrt(Correlation), Math.Sqrt(1 - Correlation));
        for (var node = 0; node < nodes.Count; node++) probabilities[node] = (probit + (root * nodes.At(node))) / scale;
        NormalProbability.Replace(probabilities, 0, nodes.Count);
    }

    private static ProbitTable TableOf(LatticeTerms terms, double[] probits, ProbitKinds? kinds, double correlation) =>
        ProbitTable.Of(probits, kinds, terms.Amounts, terms.Counts, 2, correlation);

    private void Search(double deviation)
    {
        var greatest = MiddleCorrelation;
        Set(greatest);
        if (Deviation <= deviation)
        {
            greatest = GreatestCorrelation;
            _table = TableOf(_terms, Probits, Kinds, greatest);
            Set(greatest);
            if (Deviation <= deviation)
            {
                IsCapped = Deviation < deviation * (1 - 1e-9);
                return;
            }
        }

        // The deviation grows with the correlation, at first roughly as its square root: false position over the square root, halved
        // when it converges slowly (Illinois).
        double low = 0, high = Math.Sqrt(greatest);
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

    private void Set(double correlation)
    {
        Correlation = correlation;
        Deviation = DeviationOf(DealsMean);
    }

    private FactorNodes Nodes() =>
        FactorNodes.Spaced(Math.Min(WidestStep, Math.Sqrt((1 - Correlation) / Math.Max(Correlation, 1e-300))), Reach);

    private double DeviationOf(Func<double, double> mean)
    {
        var nodes = Nodes();
        var means = new double[nodes.Count];
        for (var node = 0; node < means.Length; node++) means[node] = mean(nodes.At(node));
        return nodes.Deviation(means, out _);
    }

    private double DealsMean(double z)
    {
        var mean = 0.0;
        var probabilities = Conditioned(z);
        for (var row = 0; row < probabilities.Length; row++) mean += _table.Powers[row * 2] * probabilities[row];
        return mean;
    }

    /// <summary>The probabilities of the rows of the table under z.</summary>
    private double[] Conditioned(double z)
    {
        var probabilities = new double[_table.Probits.Length];
        Condition(_table.Probits, z, probabilities);
        return probabilities;
    }

    private double MeanOfVariance()
    {
        var nodes = Nodes();
        var sum = 0.0;
        for (var node = 0; node < nodes.Count; node++) sum += nodes.Weight(node) * Variance(nodes.At(node));
        return sum;
    }
}
