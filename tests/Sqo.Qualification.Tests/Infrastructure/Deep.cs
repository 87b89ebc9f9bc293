using System;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>How much a heavy test does: little by default, and all of it where the environment variable SQO_DEEP is 1.</summary>
internal static class Deep
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("SQO_DEEP") == "1";

    public static int Size(int usual, int deep) => IsOn ? deep : usual;
}
