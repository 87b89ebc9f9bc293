namespace Sqo.Qualification;

/// <summary>The stages of the funnel, from a lead to the end of its opportunity.</summary>
public enum FunnelStage
{
    /// <summary>It became a lead.</summary>
    Lead = 0,

    /// <summary>Marketing qualified lead (MQL): marketing thinks that it is worth a salesperson's time.</summary>
    MarketingQualified = 1,

    /// <summary>Sales accepted lead (SAL): sales has taken it over.</summary>
    SalesAccepted = 2,

    /// <summary>Sales qualified lead (SQL): sales has found a need that it can meet.</summary>
    SalesQualified = 3,

    /// <summary>Sales qualified opportunity (SQO): it meets the criteria, and enters the forecast.</summary>
    QualifiedOpportunity = 4,

    /// <summary>The opportunity was won or lost.</summary>
    Closed = 5,
}
