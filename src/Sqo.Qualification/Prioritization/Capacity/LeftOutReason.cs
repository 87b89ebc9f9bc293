namespace Sqo.Qualification;

/// <summary>Why a deal is not in a plan.</summary>
public enum LeftOutReason
{
    /// <summary>It was excluded by hand.</summary>
    Excluded = 0,

    /// <summary>Its owner is unknown or has no hours listed, and nobody else may have it.</summary>
    NoOwner = 1,

    /// <summary>Its expected value is 0, or effort adds nothing to it.</summary>
    NoGain = 2,

    /// <summary>It takes longer than all the time that is left beside what must be done.</summary>
    TooLong = 3,

    /// <summary>A limit is reached.</summary>
    Limit = 4,

    /// <summary>The owner has as many deals as allowed.</summary>
    OwnerDeals = 5,

    /// <summary>It would make the spread over the owners greater than allowed.</summary>
    Spread = 6,

    /// <summary>It brings no more per hour than the hours bring otherwise, at the point at which they run out.</summary>
    LessPerHour = 7,

    /// <summary>It brings enough per hour, but other deals fill the hours better together.</summary>
    Combination = 8,
}
