using System;

namespace Sqo.Qualification;

internal static class Faults
{
    /// <summary>Whether an exception is the criterion's own, and not the process's or the caller's way to stop.</summary>
    public static bool IsOfCriterion(Exception fault) =>
        fault is not (OutOfMemoryException or OperationCanceledException);
}
