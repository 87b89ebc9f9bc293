using System;
using Microsoft.Extensions.DependencyInjection;

namespace Sqo.Qualification.LowestVersions;

/// <summary>Registers a profile, asks the container for its qualifier and judges a deal.</summary>
public static class Program
{
    /// <summary>Prints the verdict.</summary>
    public static void Main()
    {
        var services = new ServiceCollection();
        services.AddSqoQualification().AddProfile<Deal>("startup", p => p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required());
        using var provider = services.BuildServiceProvider();
        Console.WriteLine(provider.GetRequiredService<IQualifier<Deal>>().Decide(new Deal(20_000m)).Verdict);
    }

    /// <summary>What is judged.</summary>
    /// <param name="budget">The budget.</param>
    public sealed class Deal(decimal? budget)
    {
        /// <summary>The budget.</summary>
        public decimal? Budget => budget;
    }
}
