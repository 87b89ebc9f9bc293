namespace Sqo.Qualification;

/// <summary>The trend of a score, with the numbers of the column <c>msdyn_scoretrend</c> of Dynamics 365.</summary>
public enum ScoreTrend
{
    /// <summary>Higher than before.</summary>
    Improving = 0,

    /// <summary>As before.</summary>
    Steady = 1,

    /// <summary>Lower than before.</summary>
    Declining = 2,

    /// <summary>There is nothing before to compare it with.</summary>
    NotEnoughInfo = 3,
}
