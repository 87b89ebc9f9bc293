using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>One campaign, or another value of the dimension, in a funnel by campaign. Immutable.</summary>
public sealed class CampaignRow
{
    private readonly CampaignFunnel _funnel;
    private IReadOnlyList<CampaignCohort>? _cohorts;

    internal CampaignRow(CampaignFunnel funnel, string? name, FunnelFigures figures, int? rank, CampaignDifference? toOthers)
    {
        _funnel = funnel;
        Name = name;
        Figures = figures;
        Rank = rank;
        ToOthers = toOthers;
        ShrunkRate = funnel.Shrunk(figures);
    }

    /// <summary>The campaign; <see langword="null"/> for leads whose campaign is unknown.</summary>
    public string? Name { get; }

    /// <summary>How far its leads came, what they cost and what they brought in.</summary>
    public FunnelFigures Figures { get; }

    /// <summary>
    /// The place by <see cref="ShrunkRate"/>, from 1; <see langword="null"/> if it has fewer leads than the minimum, or is unknown.
    /// </summary>
    public int? Rank { get; }

    /// <summary>
    /// The rate of the compared event, shrunk towards that of the whole: a few lucky leads don't make a campaign the best;
    /// <see langword="null"/> without any leads.
    /// </summary>
    public double? ShrunkRate { get; }

    /// <summary>The difference to all other leads; <see langword="null"/> if it is not ranked.</summary>
    public CampaignDifference? ToOthers { get; }

    /// <summary>
    /// The cohorts of the campaign by first contact, ascending, with their ripeness by the times of all campaigns; leads whose first
    /// contact is unknown are in none.
    /// </summary>
    public IReadOnlyList<CampaignCohort> Cohorts =>
        LazyField.Of(ref _cohorts) ?? LazyField.Keep(ref _cohorts, _funnel.CohortsOf(Figures));

    /// <summary>Returns the campaign, or "(unknown)".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name ?? "(unknown)";
}
