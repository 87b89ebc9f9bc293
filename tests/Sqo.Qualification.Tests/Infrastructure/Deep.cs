using System;

namespace Sqo.Qualification.Tests.Infrastructure;

internal static class Deep
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("SQO_DEEP") == "1";

    public static int Size(int usual, int deep) => IsOn ? deep : usual;
}
