namespace Sqo.Qualification;

/// <summary>The roles of touches that U-shaped, W-shaped and full-path models give fixed shares to.</summary>
public enum AttributionAnchor
{
    /// <summary>The first touch.</summary>
    FirstTouch = 0,

    /// <summary>The touch that made it a lead: the last one up to then.</summary>
    LeadCreation = 1,

    /// <summary>The touch that made it an opportunity: the last one up to then.</summary>
    OpportunityCreation = 2,

    /// <summary>The last touch up to the day the opportunity was won.</summary>
    CustomerClose = 3,
}
