using System;
using System.Threading;
using Microsoft.Extensions.Logging;

namespace Sqo.Qualification.Internal;

/// <summary>Logs that a criterion of a profile has failed where its answer is taken for unknown: once for each build of the
/// profile.</summary>
internal sealed class ErrorLog(string profileName, ILogger logger)
{
    private object? _told;

    /// <summary>Whether a profile has no error in the log yet; from then on it has.</summary>
    public bool IsFirstOf(object profile) => !ReferenceEquals(Interlocked.Exchange(ref _told, profile), profile);

    public void Write(string criterion, Exception? cause) => Log.CriterionFailed(logger, criterion, profileName, cause);
}
