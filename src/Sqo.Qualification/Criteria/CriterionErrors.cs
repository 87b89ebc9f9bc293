using System;

namespace Sqo.Qualification;

internal static class CriterionErrors
{
    /// <summary>Whether an exception comes from the criterion, and is not out of memory or a cancellation.</summary>
    public static bool IsOfCriterion(Exception error) =>
        error is not (OutOfMemoryException or OperationCanceledException);
}
