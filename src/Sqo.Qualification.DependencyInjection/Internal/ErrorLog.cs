using System;
using System.Threading;
using Microsoft.Extensions.Logging;

namespace Sqo.Qualification.Internal;

/// <summary>Logs that a criterion failed and its answer counts as unknown: once per build of the profile.</summary>
internal sealed class ErrorLog(string profileName, ILogger logger)
{
    private object? _told;

    /// <summary>Whether this is the first error of a profile; marks the profile as logged.</summary>
    public bool IsFirstOf(object profile) => !ReferenceEquals(Interlocked.Exchange(ref _told, profile), profile);

    public void Write(string criterion, Exception? cause) => Log.CriterionFailed(logger, criterion, profileName, cause);
}
