namespace Sqo.Qualification;

/// <summary>The ids of log events in the category <see cref="SqoTelemetry.LogCategory"/>.</summary>
public static class SqoEventIds
{
    /// <summary>Information: a profile was built and is now current.</summary>
    public const int ProfileBuilt = 1;

    /// <summary>Information: the configuration has changed, and another profile is now current.</summary>
    public const int ProfileReloaded = 2;

    /// <summary>Error: the changed configuration is invalid; the last valid profile stays current.</summary>
    public const int ReloadRefused = 3;

    /// <summary>Information: the configuration is valid again after a rejected change.</summary>
    public const int ReloadRecovered = 4;

    /// <summary>
    /// Warning: a criterion failed, and its answer counts as unknown; the entry contains its id and the exception. Logged once per build of
    /// the profile; the meter counts every failure.
    /// </summary>
    public const int CriterionFailed = 5;

    /// <summary>Warning: a listener to activities or metrics threw; evaluations continue. Logged once per container.</summary>
    public const int TelemetryFailed = 6;

    /// <summary>Warning: the configuration has a section for a profile that is not registered.</summary>
    public const int UnknownProfileSection = 7;
}
