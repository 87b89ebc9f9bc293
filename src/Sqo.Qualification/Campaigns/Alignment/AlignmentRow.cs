using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>What marketing and sales see of the leads of one campaign. Immutable.</summary>
public sealed class AlignmentRow
{
    private readonly CriterionMiss[] _missed;
    private readonly CriterionMiss[] _disqualifiedBy;

    internal AlignmentRow(string? name, FunnelFigures figures, AlignmentCount count, ResponseClock clock, TimeSpan answerWithin)
    {
        Name = name;
        Figures = figures;
        Judged = count.Judged;
        DisqualifiedMqls = new(count.DisqualifiedMqls, count.JudgedMqls);
        QualifiedRejections = new(count.QualifiedRejections, count.JudgedRejections);
        Died = new(figures.Units.Count(unit => unit.IsRejected), figures.Leads);
        _missed = count.Missed;
        _disqualifiedBy = count.DisqualifiedBy;
        var inTime = clock.Times.Count(time => time.IsAnswered && time.Elapsed <= answerWithin);
        AnswersNotDue = clock.Times.Count(time => !time.IsAnswered && time.Elapsed <= answerWithin);
        AnswersUnclear = clock.Unclear.Count;
        AnsweredInTime = new(inTime, clock.Times.Count - AnswersNotDue);
    }

    /// <summary>The campaign; <see langword="null"/> for leads whose campaign is unknown, and for all.</summary>
    public string? Name { get; }

    /// <summary>How far its leads came, what they cost and what they brought in.</summary>
    public FunnelFigures Figures { get; }

    /// <summary>How many of the leads became an SQO.</summary>
    public ObservedRate BecameSqo => Figures.Rate(ConversionEvent.QualifiedOpportunity);

    /// <summary>How many of the leads were lost before they became an SQO.</summary>
    public ObservedRate Died { get; }

    /// <summary>The number of leads that the profile was asked about: only these are in the figures about the profile.</summary>
    public int Judged { get; }

    /// <summary>How many of the judged MQLs the profile disqualifies (near misses included).</summary>
    public ObservedRate DisqualifiedMqls { get; }

    /// <summary>By which criteria it disqualifies these MQLs, the most frequent first; those that it never did are not listed.</summary>
    public IReadOnlyList<CriterionMiss> DisqualifiedBy => Array.AsReadOnly(_disqualifiedBy);

    /// <summary>How many of the judged leads that were lost before they became an SQO the profile qualifies.</summary>
    public ObservedRate QualifiedRejections { get; }

    /// <summary>The criteria that the judged leads most often miss, the most frequent first; those never missed are not listed.</summary>
    public IReadOnlyList<CriterionMiss> MissedCriteria => Array.AsReadOnly(_missed);

    /// <summary>How many of the leads whose answer was due were answered by sales in time.</summary>
    public ObservedRate AnsweredInTime { get; }

    /// <summary>The number of leads that wait for an answer which is not due yet.</summary>
    public int AnswersNotDue { get; }

    /// <summary>The number of leads with a contact of an unknown side, which may have been the answer: in no figure.</summary>
    public int AnswersUnclear { get; }

    /// <summary>The spend per SQO; <see langword="null"/> if no spend is known.</summary>
    public UnitCost? CostPerSqo => Figures.CostPer(ConversionEvent.QualifiedOpportunity);

    /// <summary>
    /// What an SQO is worth: (net value won + expected value of open opportunities) / SQOs; <see langword="null"/> without SQOs.
    /// </summary>
    public decimal? ValuePerSqo => Figures.QualifiedOpportunities == 0
        ? null
        : (Figures.NetValue + Figures.ExpectedValue) / Figures.QualifiedOpportunities;

    /// <summary>Returns the campaign, or "(unknown)".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name ?? "(unknown)";
}
