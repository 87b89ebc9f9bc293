using System.Diagnostics;
using System.Reflection;
using Xunit;

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>A test of what only optimized code promises; skipped, and said so, where the library is built for debugging.</summary>
internal sealed class OptimizedFactAttribute : FactAttribute
{
    public OptimizedFactAttribute()
    {
        if (typeof(Decision).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
        {
            Skip = "The library is built without optimization, and boxes where it otherwise would not; run with -c Release.";
        }
    }
}
