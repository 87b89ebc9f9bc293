namespace Sqo.Qualification;

/// <summary>The leads whose first contact was in one period. Immutable.</summary>
public sealed class CampaignCohort
{
    // Below it, a cohort is too young to be compared as it is.
    private const double Ripe = 0.8;

    private readonly int _count;

    internal CampaignCohort(ForecastPeriod period, FunnelFigures figures, int count, double? ripeness, bool isIncomplete)
    {
        Period = period;
        Figures = figures;
        _count = count;
        Ripeness = ripeness;
        IsIncomplete = isIncomplete;
    }

    /// <summary>The period of the first contact.</summary>
    public ForecastPeriod Period { get; }

    /// <summary>How far its leads came; the spend is that in the period.</summary>
    public FunnelFigures Figures { get; }

    /// <summary>
    /// How much of what the compared event will be is seen already, from 0 to 1: F(age) / F(longest age seen), with F the share of older
    /// cohorts that had reached the event by an age; the mean over the leads of the cohort.
    /// </summary>
    /// <value><see langword="null"/> if no older cohort shows it.</value>
    public double? Ripeness { get; }

    /// <summary>
    /// Whether <see cref="Ripeness"/> is at least 0.8; a cohort that is not ripe can't be compared with older ones by its rate.
    /// <see langword="null"/> if it is unknown.
    /// </summary>
    public bool? IsRipe => Ripeness is { } ripeness ? ripeness >= Ripe : null;

    /// <summary>
    /// The count of the compared event that is to be expected by the longest age seen: count / ripeness; <see langword="null"/> if the
    /// ripeness is unknown or 0.
    /// </summary>
    public double? ExpectedCount => Ripeness is { } ripeness and > 0 ? _count / ripeness : null;

    /// <summary>
    /// Whether the cohort began before the data has any of the compared events, although later cohorts show that there must have been some:
    /// it can't be compared with later ones. See <see cref="CampaignFunnel.RecordedFrom"/>.
    /// </summary>
    public bool IsIncomplete { get; }

    /// <summary>Returns the period.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Period.ToString();
}
