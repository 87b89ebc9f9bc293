namespace Sqo.Qualification;

/// <summary>The distribution of a sum of whole lattice steps, 0 or above.</summary>
internal abstract class LatticeLaw
{
    public abstract DistributionMethod Method { get; }

    /// <summary>The maximum error of a cumulative probability.</summary>
    public abstract double ErrorBound { get; }

    /// <summary>The seed of a simulation.</summary>
    public virtual long? Seed => null;

    /// <summary>P(X &lt;= x).</summary>
    public abstract double Cumulative(long x);

    /// <summary>The mean of max(x - X, 0).</summary>
    public abstract double Below(long x);

    /// <summary>The least x with P(X &lt;= x) &gt;= p, up to rounding.</summary>
    public abstract long Quantile(double p);

    /// <summary>
    /// Finds a quantile by bisection. Two probabilities take the same steps until they differ, so a greater probability never has a
    /// smaller result, even if rounding makes the cumulative probability fall slightly.
    /// </summary>
    /// <param name="p">The probability.</param>
    /// <param name="low">The lowest x to consider.</param>
    /// <param name="high">An x assumed to reach any probability.</param>
    protected long LeastReaching(double p, long low, long high)
    {
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Cumulative(middle) >= p) high = middle;
            else low = middle + 1;
        }

        return high;
    }
}
