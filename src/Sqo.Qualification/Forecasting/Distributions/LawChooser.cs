using System;

namespace Sqo.Qualification;

/// <summary>Chooses the engine.</summary>
internal static class LawChooser
{
    public static LatticeLaw Choose(LatticeTerms terms, SharedFactor? factor)
    {
        double total = terms.Total;
        for (var i = 0; i < terms.NewCount; i++) total += terms.NewAmounts[i] * (3 * terms.NewRates[i] + (12 * Math.Sqrt(terms.NewRates[i])) + 20);
        var unit = Math.Max(1, (long)(total / 32768));
        var amounts = Array.ConvertAll(terms.Amounts, a => (a + (unit / 2)) / unit);
        var news = Array.ConvertAll(terms.NewAmounts, a => Math.Max(1, (a + (unit / 2)) / unit));
        var cells = (int)(total / unit) + terms.GroupCount + 2;
        var counts = terms.Counts;
        double[] weights;
        if (factor is null)
        {
            weights = DenseProgram.Run(amounts, terms.Probabilities, counts, news, terms.NewRates, cells);
        }
        else
        {
            weights = new double[cells];
            var sum = 0.0;
            var p = new double[terms.GroupCount];
            var r = new double[terms.NewCount];
            for (var z = -6.0; z <= 6; z += 0.25)
            {
                factor.Condition(z, p, r);
                var w = Internal.Exponential.Exp(-z * z / 2);
                sum += w;
                var part = DenseProgram.Run(amounts, p, counts, news, r, cells);
                for (var i = 0; i < cells; i++) weights[i] += w * part[i];
            }

            for (var i = 0; i < cells; i++) weights[i] /= sum;
        }

        var values = new long[cells];
        for (var i = 0; i < cells; i++) values[i] = i * unit;
        return new AtomLaw(values, weights, unit == 1 ? DistributionMethod.DynamicProgramming : DistributionMethod.RoundedLattice);
    }
}
