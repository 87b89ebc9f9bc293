using System;

namespace Sqo.Qualification.Tests.Distributions;

/// <summary>The probability of each sum, one term after the other under each node.</summary>
internal static class ExactProgram
{
    public static double[] Of(ConditionalTerms terms, int cells)
    {
        var all = terms.Terms;
        var sums = new double[cells];
        for (var node = 0; node < terms.Nodes.Count; node++)
        {
            var rates = Array.ConvertAll(all.NewRates, rate => rate * terms.Growth[node]);
            var part = DenseProgram.Run(all.Amounts, terms.Column(node), all.Counts, all.NewAmounts, rates, cells);
            for (var x = 0; x < cells; x++) sums[x] += terms.Weights[node] * part[x];
        }

        return sums;
    }
}
