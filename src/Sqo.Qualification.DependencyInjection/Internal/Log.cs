using System;
using Microsoft.Extensions.Logging;

namespace Sqo.Qualification.Internal;

/// <summary>The log messages.</summary>
internal static partial class Log
{
    [LoggerMessage(
        SqoEventIds.ProfileBuilt, LogLevel.Information,
        "Profile {Profile}, version {Version}, is in effect with the fingerprint {Fingerprint}.",
        EventName = nameof(SqoEventIds.ProfileBuilt))]
    public static partial void ProfileBuilt(ILogger logger, string profile, string version, string fingerprint);

    [LoggerMessage(
        SqoEventIds.ProfileReloaded, LogLevel.Information,
        "Profile {Profile}, version {Version}, is in effect with the fingerprint {Fingerprint}; it replaces {Before}.",
        EventName = nameof(SqoEventIds.ProfileReloaded))]
    public static partial void ProfileReloaded(ILogger logger, string profile, string version, string fingerprint, string before);

    [LoggerMessage(
        SqoEventIds.ReloadRefused, LogLevel.Error,
        "The new configuration of profile {Profile} is rejected; the one with the fingerprint {Fingerprint} stays in effect. {Faults}",
        EventName = nameof(SqoEventIds.ReloadRefused))]
    public static partial void ReloadRefused(ILogger logger, string profile, string fingerprint, string faults, Exception cause);

    [LoggerMessage(
        SqoEventIds.ReloadRecovered, LogLevel.Information, "The configuration of profile {Profile} is valid again.",
        EventName = nameof(SqoEventIds.ReloadRecovered))]
    public static partial void ReloadRecovered(ILogger logger, string profile);

    [LoggerMessage(
        SqoEventIds.CriterionFailed, LogLevel.Warning,
        "The criterion {Criterion} of profile {Profile} failed, and its answer counts as unknown. Further errors are only counted.",
        EventName = nameof(SqoEventIds.CriterionFailed))]
    public static partial void CriterionFailed(ILogger logger, string criterion, string profile, Exception? cause);

    [LoggerMessage(
        SqoEventIds.TelemetryFailed, LogLevel.Warning,
        "A listener to activities or metrics threw. Evaluations are not affected; further errors are not logged.",
        EventName = nameof(SqoEventIds.TelemetryFailed))]
    public static partial void TelemetryFailed(ILogger logger, Exception cause);

    [LoggerMessage(
        SqoEventIds.UnknownProfileSection, LogLevel.Warning,
        "The section {Path} is for a profile that is not registered; the registered profiles are {Names}.",
        EventName = nameof(SqoEventIds.UnknownProfileSection))]
    public static partial void UnknownProfileSection(ILogger logger, string path, string names);
}
