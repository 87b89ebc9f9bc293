namespace Sqo.Qualification;

/// <summary>A deal that a plan can't weigh, and what is unknown about it. Immutable.</summary>
public sealed class UnknownDeal
{
    internal UnknownDeal(Opportunity deal, UnknownFacts unknown, MustDo? mustDo)
    {
        Deal = deal;
        Unknown = unknown;
        MustDo = mustDo;
    }

    /// <summary>The deal.</summary>
    public Opportunity Deal { get; }

    /// <summary>What is unknown.</summary>
    public UnknownFacts Unknown { get; }

    /// <summary>
    /// Why it must be done; <see langword="null"/> if it doesn't have to be. A deal that must be done and whose effort is known is in the
    /// plan too, without an expected value.
    /// </summary>
    public MustDo? MustDo { get; }

    /// <summary>The id and what is unknown.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Deal.Id}: {Unknown}";
}
