namespace Sqo.Qualification;

/// <summary>The ids of the events that are logged, in the category <see cref="SqoTelemetry.LogCategory"/>.</summary>
public static class SqoEventIds
{
    /// <summary>Information: a profile was built and is in force.</summary>
    public const int ProfileBuilt = 1;

    /// <summary>Information: the configuration has changed, and another profile is in force.</summary>
    public const int ProfileReloaded = 2;

    /// <summary>Error: the changed configuration is invalid; the last good profile stays in force.</summary>
    public const int ReloadRefused = 3;

    /// <summary>Information: the configuration is valid again after a refused change.</summary>
    public const int ReloadRecovered = 4;

    /// <summary>
    /// Warning: a criterion has failed, and its answer counts as unknown; the entry has its id and the exception. Once for each build of the profile;
    /// the meter counts them all.
    /// </summary>
    public const int CriterionFailed = 5;

    /// <summary>Warning: a listener to activities or metrics has thrown; the evaluation went on. Once for each container.</summary>
    public const int TelemetryFailed = 6;

    /// <summary>Warning: the configuration has a section for a profile that is not registered.</summary>
    public const int UnknownProfileSection = 7;
}
