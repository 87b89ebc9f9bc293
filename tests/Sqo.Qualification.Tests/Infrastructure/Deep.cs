using System;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>Whether heavy tests run in their full size: with the environment variable SQO_DEEP=1.</summary>
internal static class Deep
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("SQO_DEEP") == "1";

    public static int Size(int usual, int deep) => IsOn ? deep : usual;
}
