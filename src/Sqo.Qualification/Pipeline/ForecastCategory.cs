namespace Sqo.Qualification;

/// <summary>How sure the seller is of an opportunity, with the names that Salesforce uses.</summary>
public enum ForecastCategory
{
    /// <summary>In none of the roll-ups.</summary>
    Omitted = 0,

    /// <summary>Open, without any other commitment.</summary>
    Pipeline = 1,

    /// <summary>Won if all goes well.</summary>
    BestCase = 2,

    /// <summary>More likely won than not.</summary>
    MostLikely = 3,

    /// <summary>The seller commits to it.</summary>
    Commit = 4,

    /// <summary>Won.</summary>
    Closed = 5,
}
