namespace Sqo.Qualification;

/// <summary>One factor of a deal: the parts multiply or add up to the value that it is ranked by. Immutable.</summary>
public sealed class RankingPart
{
    internal RankingPart(RankingFactor factor, double value, double? observed, bool isAssumed)
    {
        Factor = factor;
        Value = value;
        Observed = observed;
        IsAssumed = isAssumed;
    }

    /// <summary>The factor.</summary>
    public RankingFactor Factor { get; }

    /// <summary>Its value; if <see cref="RankingFactor.Divides"/>, the product is divided by it.</summary>
    public double Value { get; }

    /// <summary>
    /// What the factor was computed from: the days left to close, the hours left to answer (below 0 when overdue), or the number of
    /// competitors; <see langword="null"/> for other factors.
    /// </summary>
    public double? Observed { get; }

    /// <summary>Whether the factor is unknown, and <see cref="Value"/> is <see cref="RankingFactor.WhenUnknown"/>.</summary>
    public bool IsAssumed { get; }

    /// <summary>The id and the value, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Factor.Id} {Internal.InvariantText.Of(Value)}";
}
