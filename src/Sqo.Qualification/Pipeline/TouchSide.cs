namespace Sqo.Qualification;

/// <summary>Who made a contact with the customer.</summary>
public enum TouchSide
{
    /// <summary>Marketing: a campaign, an advertisement, a visit to the site.</summary>
    Marketing = 0,

    /// <summary>Sales: a call, a meeting, an email from a salesperson.</summary>
    Sales = 1,
}
