using System.Diagnostics;
using System.Reflection;
using Xunit;

namespace Sqo.Qualification.DependencyInjection.Tests.Async;

/// <summary>A test of what only optimized code promises; skipped, and said so, where the library is built for debugging.</summary>
internal sealed class OptimizedFactAttribute : FactAttribute
{
    public OptimizedFactAttribute()
    {
        if (typeof(AsyncQualifier).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true })
        {
            Skip = "The library is built without optimization; run with -c Release.";
        }
    }
}
