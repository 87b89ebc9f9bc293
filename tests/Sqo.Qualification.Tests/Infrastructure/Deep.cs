using System;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>How much a heavy test does: little by default, and all of it where the environment variable SQO_DEEP is 1.</summary>
internal static class Deep
{
    /// <summary>The runs of a simulation: those of its size, or as many as the environment variable SQO_RUNS says.</summary>
    public static int Runs(int usual, int deep) =>
        int.TryParse(Environment.GetEnvironmentVariable("SQO_RUNS"), out var runs) ? runs : Size(usual, deep);

    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("SQO_DEEP") == "1";

#if NETSTANDARD_ASSET
    // The same tests run in their usual size against the net10.0 assembly.
    public static int Size(int usual, int deep) => IsOn ? deep : (usual + 2) / 3;
#else
    public static int Size(int usual, int deep) => IsOn ? deep : usual;
#endif
}
