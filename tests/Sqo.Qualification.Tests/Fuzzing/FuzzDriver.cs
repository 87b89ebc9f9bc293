using System;
using System.Diagnostics;
using System.Globalization;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit.Abstractions;

namespace Sqo.Qualification.Tests.Fuzzing;

/// <summary>
/// Throws seeded cases at a door. A few in an ordinary run; for as many seconds as SQO_FUZZ_SECONDS says where it is set, from
/// SQO_FUZZ_SEED. The default seed is 1. A case that falls is made smaller and printed.
/// </summary>
internal sealed class FuzzDriver(ITestOutputHelper output, string door, Func<SeededRandom, int, IFuzzCase> make)
{
    private const int LargestSize = 12;

    /// <summary>Runs the usual cases, or as many as fit into this door's share of the time.</summary>
    public void Run(int usualCases, int doors)
    {
        if (Setting("SQO_FUZZ_SECONDS") is not { } seconds)
        {
            for (ulong i = 0; i < (ulong)usualCases; i++) Try(i);
            return;
        }

        var time = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture) / doors);
        var first = Setting("SQO_FUZZ_SEED") is { } seed ? ulong.Parse(seed, CultureInfo.InvariantCulture) : 1;
        output.WriteLine($"The first seed of \"{door}\" is {first}.");
        var watch = Stopwatch.StartNew();
        ulong cases = 0;
        for (; watch.Elapsed < time; cases++) Try(unchecked(first + cases));
        output.WriteLine($"{cases} cases in {watch.Elapsed.TotalSeconds:0} s.");
    }

    private static string? Setting(string name) => Environment.GetEnvironmentVariable(name);

    private void Try(ulong seed)
    {
        var size = 1 + (int)(seed % LargestSize);
        if (Fall(seed, size) is not { } fall) return;
        // The same seed at a smaller size often falls the same way.
        for (var smaller = 1; smaller < size; smaller++)
        {
            if (Fall(seed, smaller) is not { } other || other.GetType() != fall.GetType()) continue;
            (size, fall) = (smaller, other);
            break;
        }

        var input = make(new SeededRandom(seed), size).Input;
        output.WriteLine($"\"{door}\" falls with the seed {seed} at the size {size}:\n{input}");
        throw new InvalidOperationException($"\"{door}\" falls with the seed {seed} at the size {size}: {fall.Message}\n{input}", fall);
    }

    private Exception? Fall(ulong seed, int size)
    {
        try
        {
            make(new SeededRandom(seed), size).Run();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
