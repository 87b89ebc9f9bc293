namespace Sqo.Qualification;

/// <summary>A sum won of the largest amounts, with the probability of this outcome together with each node.</summary>
internal sealed class FourierCase
{
    /// <param name="won">The sum won, in steps.</param>
    /// <param name="shares">The probabilities, by node.</param>
    public FourierCase(long won, double[] shares)
    {
        Won = won;
        Shares = shares;
        foreach (var share in shares) Mass += share;
    }

    public long Won { get; }

    public double[] Shares { get; }

    /// <summary>The probability of this outcome under any node.</summary>
    public double Mass { get; }

    /// <summary>The case in which more is won, with a probability that depends on the node.</summary>
    public FourierCase With(long more, double[] probabilities)
    {
        var shares = (double[])Shares.Clone();
        for (var node = 0; node < probabilities.Length; node++) shares[node] *= probabilities[node];
        return new(Won + more, shares);
    }
}
