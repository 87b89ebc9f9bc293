namespace Sqo.Qualification;

/// <summary>
/// The uncertain terms, in an order of their own, each amount a whole number of lattice steps: deals of a probability between
/// 0 and 1, equal ones counted, and new business of a rate above 0.
/// </summary>
internal sealed class LatticeTerms(long[] amounts, double[] probabilities, int[] counts, long[] newAmounts, double[] newRates)
{
    public long[] Amounts => amounts;

    public double[] Probabilities => probabilities;

    public int[] Counts => counts;

    public long[] NewAmounts => newAmounts;

    public double[] NewRates => newRates;

    /// <summary>How many deals there are that differ.</summary>
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
