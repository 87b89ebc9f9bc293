namespace Sqo.Qualification;

/// <summary>
/// The uncertain terms, in canonical order, each amount an integer number of lattice steps: deals with a probability between
/// 0 and 1, with equal ones counted, and new business with a rate above 0.
/// </summary>
internal sealed class LatticeTerms(long[] amounts, double[] probabilities, int[] counts, long[] newAmounts, double[] newRates)
{
    public long[] Amounts => amounts;

    public double[] Probabilities => probabilities;

    public int[] Counts => counts;

    public long[] NewAmounts => newAmounts;

    public double[] NewRates => newRates;

    /// <summary>The number of different deals.</summary>
    public int GroupCount => amounts.Length;

    public int NewCount => newAmounts.Length;

    /// <summary>The sum of all deals' amounts.</summary>
    public long Total
    {
        get
        {
            var sum = 0L;
            for (var i = 0; i < amounts.Length; i++) sum += amounts[i] * counts[i];
            return sum;
        }
    }
}
