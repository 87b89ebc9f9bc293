namespace Sqo.Qualification;

/// <summary>The distribution of a sum of whole lattice steps, 0 or above.</summary>
internal abstract class LatticeLaw
{
    public abstract DistributionMethod Method { get; }

    /// <summary>How far a cumulative probability may be off.</summary>
    public abstract double ErrorBound { get; }

    /// <summary>The seed of a simulation.</summary>
    public virtual long? Seed => null;

    /// <summary>P(X &lt;= x).</summary>
    public abstract double Cumulative(long x);

    /// <summary>The mean of x - X where that is above 0, else of 0.</summary>
    public abstract double Below(long x);

    /// <summary>The least x with P(X &lt;= x) &gt;= p; what misses p by rounding alone reaches it.</summary>
    public abstract long Quantile(double p);

    /// <summary>
    /// By bisection. Two probabilities take the same way as long as they agree, so that of a greater one the result is never less, even
    /// where rounding makes the cumulative probability fall by a hair.
    /// </summary>
    /// <param name="p">The probability.</param>
    /// <param name="low">No x below this is looked at.</param>
    /// <param name="high">Taken for reaching any probability.</param>
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
