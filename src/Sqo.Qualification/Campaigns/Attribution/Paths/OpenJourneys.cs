namespace Sqo.Qualification;

/// <summary>What happens to journeys that have not converted, but still can.</summary>
public enum OpenJourneys
{
    /// <summary>They are paths that have not converted, as of the day on which they are counted.</summary>
    NonConverting = 0,

    /// <summary>They are left out.</summary>
    LeaveOut = 1,
}
