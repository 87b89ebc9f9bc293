using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How far the rates of two campaigns, or of one and all the others, are apart, and whether chance explains it. Immutable.
/// </summary>
public sealed class CampaignDifference
{
    private readonly double _confidence;

    internal CampaignDifference(string campaign, string? other, RateDifference rates, double confidence, double pValue, double adjusted)
    {
        Campaign = campaign;
        Other = other;
        Rates = rates;
        _confidence = confidence;
        PValue = pValue;
        AdjustedPValue = adjusted;
    }

    /// <summary>The campaign.</summary>
    public string Campaign { get; }

    /// <summary>The campaign that it is compared with; <see langword="null"/> for all others together.</summary>
    public string? Other { get; }

    /// <summary>Both rates, and their difference.</summary>
    public RateDifference Rates { get; }

    /// <summary>The interval of the difference (Newcombe 1998); <see langword="null"/> if there are no others.</summary>
    public StatisticalInterval? Interval => Rates.Interval(_confidence);

    /// <summary>The p-value of the exact test of Fisher (1935), two-sided, from 0 to 1.</summary>
    public double PValue { get; }

    /// <summary>The p-value corrected for all comparisons that were made at once (Benjamini and Hochberg 1995).</summary>
    public double AdjustedPValue { get; }

    /// <summary>Whether the difference is more than chance: <see cref="AdjustedPValue"/> is at most 1 - confidence.</summary>
    public bool IsClear => AdjustedPValue <= 1 - _confidence;

    /// <summary>The campaign, the other and the corrected p-value, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Campaign} - {Other ?? "others"}: p {InvariantText.Of(AdjustedPValue)}";
}
