using System;

namespace Sqo.Qualification;

internal static class CriterionErrors
{
    /// <summary>Whether an exception is the criterion's own, and not the process's or the caller's way to stop.</summary>
    public static bool IsOfCriterion(Exception error) =>
        error is not (OutOfMemoryException or OperationCanceledException);
}
