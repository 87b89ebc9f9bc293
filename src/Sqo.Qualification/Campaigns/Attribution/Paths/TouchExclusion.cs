namespace Sqo.Qualification;

/// <summary>Why a touch is in no path.</summary>
public enum TouchExclusion
{
    /// <summary>The journey was built without it, for example by the rule of campaign influence.</summary>
    NotSelected = 0,

    /// <summary>It is after the day on which journeys are counted.</summary>
    AfterAsOf = 1,

    /// <summary>Its channel is unknown, and the options have no channel for that.</summary>
    NoChannel = 2,

    /// <summary>Its contact is unknown.</summary>
    Anonymous = 3,

    /// <summary>It repeats an earlier touch.</summary>
    Duplicate = 4,

    /// <summary>Its channel is direct.</summary>
    Direct = 5,

    /// <summary>It is before the look-back window.</summary>
    BeforeLookBack = 6,

    /// <summary>It is after the last conversion.</summary>
    AfterConversion = 7,

    /// <summary>Its journey is still open, or its conversion has no known time.</summary>
    JourneyLeftOut = 8,
}
