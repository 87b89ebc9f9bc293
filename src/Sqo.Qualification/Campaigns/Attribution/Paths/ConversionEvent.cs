namespace Sqo.Qualification;

/// <summary>What an attribution credits channels with.</summary>
public enum ConversionEvent
{
    /// <summary>It became a lead.</summary>
    Lead = 0,

    /// <summary>Marketing qualified lead (MQL).</summary>
    MarketingQualified = 1,

    /// <summary>Sales accepted lead (SAL).</summary>
    SalesAccepted = 2,

    /// <summary>Sales qualified lead (SQL).</summary>
    SalesQualified = 3,

    /// <summary>Sales qualified opportunity (SQO).</summary>
    QualifiedOpportunity = 4,

    /// <summary>The opportunity was won.</summary>
    Won = 5,
}
