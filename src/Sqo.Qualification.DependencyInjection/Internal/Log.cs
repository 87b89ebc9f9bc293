using System;
using Microsoft.Extensions.Logging;

namespace Sqo.Qualification.Internal;

/// <summary>The log messages.</summary>
internal static partial class Log
{
    [LoggerMessage(SqoEventIds.ProfileBuilt, LogLevel.Information, "Profile {Profile}, version {Version}, is in force with the fingerprint {Fingerprint}.", EventName = nameof(SqoEventIds.ProfileBuilt))]
    public static partial void ProfileBuilt(ILogger logger, string profile, string version, string fingerprint);

    [LoggerMessage(SqoEventIds.ProfileReloaded, LogLevel.Information, "Profile {Profile}, version {Version}, is in force with the fingerprint {Fingerprint}; before it was {Before}.", EventName = nameof(SqoEventIds.ProfileReloaded))]
    public static partial void ProfileReloaded(ILogger logger, string profile, string version, string fingerprint, string before);

    [LoggerMessage(SqoEventIds.ReloadRefused, LogLevel.Error, "The new configuration of profile {Profile} is refused; the one with the fingerprint {Fingerprint} stays in force. {Faults}", EventName = nameof(SqoEventIds.ReloadRefused))]
    public static partial void ReloadRefused(ILogger logger, string profile, string fingerprint, string faults, Exception cause);

    [LoggerMessage(SqoEventIds.ReloadRecovered, LogLevel.Information, "The configuration of profile {Profile} is valid again.", EventName = nameof(SqoEventIds.ReloadRecovered))]
    public static partial void ReloadRecovered(ILogger logger, string profile);

    [LoggerMessage(SqoEventIds.CriterionFailed, LogLevel.Warning, "The criterion {Criterion} of profile {Profile} has failed and its answer counts as unknown. Further faults are only counted.", EventName = nameof(SqoEventIds.CriterionFailed))]
    public static partial void CriterionFailed(ILogger logger, string criterion, string profile, Exception? cause);

    [LoggerMessage(SqoEventIds.TelemetryFailed, LogLevel.Warning, "A listener to activities or metrics has thrown. Evaluations are not affected; further ones are not logged.", EventName = nameof(SqoEventIds.TelemetryFailed))]
    public static partial void TelemetryFailed(ILogger logger, Exception cause);

    [LoggerMessage(SqoEventIds.UnknownProfileSection, LogLevel.Warning, "The section {Path} is for a profile that is not registered; registered are {Names}.", EventName = nameof(SqoEventIds.UnknownProfileSection))]
    public static partial void UnknownProfileSection(ILogger logger, string path, string names);
}
