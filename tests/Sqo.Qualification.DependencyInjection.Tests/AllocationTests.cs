using System;
using Microsoft.Extensions.DependencyInjection;
using Sqo.Qualification.DependencyInjection.Tests.Infrastructure;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.DependencyInjection.Tests;

[Collection(ListenersCollection.Name)]
public class AllocationTests
{
    [OptimizedFact]
    public void Decide_WithoutAListener_AllocatesNothing()
    {
        using var provider = Containers.Startup(LiveConfiguration.Of().Root);
        var qualifier = provider.GetRequiredService<IQualifier<Deal>>();
        var asOf = new DateTime(2026, 11, 23);
        Assert.Equal(0, Measured(() => qualifier.Decide(Deal.Good)));
        Assert.Equal(0, Measured(() => qualifier.Decide(Deal.Good, asOf)));
    }

    /// <summary>The least of several runs, all of them after a warm-up: tiered compilation may allocate on the way.</summary>
    private static long Measured(Func<Decision> decide)
    {
        for (var i = 0; i < 50; i++) decide();
        var least = long.MaxValue;
        for (var i = 0; i < 20; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            decide();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
