#if NETFRAMEWORK
using System;

namespace Sqo.Qualification.Internal;

/// <summary>Whether an exception can go into another AppDomain, as it does on .NET Framework and Mono.</summary>
internal static class ExceptionCrossing
{
    // On .NET the event for it exists, but refuses every handler. The name is read as partial trust allows.
    public static readonly bool IsSupported = typeof(object).Assembly.FullName!.StartsWith("mscorlib,", StringComparison.Ordinal);
}
#endif
