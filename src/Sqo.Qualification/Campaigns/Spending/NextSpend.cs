namespace Sqo.Qualification;

/// <summary>
/// What the next amount of money would bring a campaign: marginal, and not the average, with an interval. Immutable.
/// </summary>
/// <remarks>
/// From the spend and the SQOs (or the event that the funnel compares) by period of first contact, without cohorts that are not ripe or
/// incomplete. It shows what went together, not what the spend caused; only a test can (<see cref="IncrementalityTest"/>).
/// </remarks>
public sealed class NextSpend
{
    internal NextSpend(string? campaign, SpendCurve? curve, int periods, decimal from, decimal amount, double? average, double confidence)
    {
        Campaign = campaign;
        Curve = curve;
        Periods = periods;
        From = from;
        Amount = amount;
        Average = average;
        More = curve?.More(from, amount);
        Interval = curve?.Interval(from, amount, confidence);
    }

    /// <summary>The campaign; <see langword="null"/> if it is unknown.</summary>
    public string? Campaign { get; }

    /// <summary>How SQOs grow with spend; <see langword="null"/> with too few periods or levels of spend.</summary>
    public SpendCurve? Curve { get; }

    /// <summary>The number of periods that could be used.</summary>
    public int Periods { get; }

    /// <summary>The spend of the latest of these periods, which the amount is added to.</summary>
    public decimal From { get; }

    /// <summary>The amount that would be spent in addition.</summary>
    public decimal Amount { get; }

    /// <summary>
    /// What the amount brought on average so far; what comes next usually brings less. <see langword="null"/> without spend.
    /// </summary>
    public double? Average { get; }

    /// <summary>
    /// How many more SQOs it would bring; <see langword="null"/> without a curve, and beyond the highest spend that was seen.
    /// </summary>
    public double? More { get; }

    /// <summary>The interval of <see cref="More"/>.</summary>
    public StatisticalInterval? Interval { get; }

    /// <summary>Whether the sign is sure: 0 is not in the interval. <see langword="false"/> if there is none.</summary>
    public bool IsSignSure => Interval is { } interval && !interval.Contains(0);

    /// <summary>The campaign and the interval, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Campaign ?? "(unknown)"}: {Interval?.ToString() ?? "unknown"}";
}
