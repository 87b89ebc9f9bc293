using System;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>How much a heavy test does: little by default, and all of it where the environment variable SQO_DEEP is 1.</summary>
internal static class Deep
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("SQO_DEEP") == "1";

#if NETSTANDARD_ASSET
    // The same tests run in their usual size against the net10.0 assembly.
    public static int Size(int usual, int deep) => IsOn ? deep : (usual + 2) / 3;
#else
    public static int Size(int usual, int deep) => IsOn ? deep : usual;
#endif
}
