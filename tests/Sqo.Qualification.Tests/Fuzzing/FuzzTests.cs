using System;
using System.Diagnostics;
using System.Globalization;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using Xunit.Abstractions;

namespace Sqo.Qualification.Tests.Fuzzing;

/// <summary>
/// Throws seeded input at every door of a profile and holds what the library promises of any. A few cases in an ordinary run; for as many
/// seconds as SQO_FUZZ_SECONDS says where it is set, from SQO_FUZZ_SEED. The default seed is 1. A case that falls is made smaller and
/// printed.
/// </summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const int LargestSize = 12;
    private const int UsualCases = 150;

    public static TheoryData<string> Doors => ["builder", "definition", "settings", "overrides"];

    [Theory]
    [MemberData(nameof(Doors))]
    public void Door_AnyInput_KeepsWhatIsPromised(string door)
    {
        var seconds = Environment.GetEnvironmentVariable("SQO_FUZZ_SECONDS");
        if (seconds is null)
        {
            for (ulong i = 0; i < UsualCases; i++) Try(door, i);
            return;
        }

        // The doors share the time.
        var time = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture) / Doors.Count);
        var first = Environment.GetEnvironmentVariable("SQO_FUZZ_SEED") is { } told ? ulong.Parse(told, CultureInfo.InvariantCulture)
            : 1;
        output.WriteLine($"The first seed of \"{door}\" is {first}.");
        var watch = Stopwatch.StartNew();
        ulong cases = 0;
        for (; watch.Elapsed < time; cases++) Try(door, unchecked(first + cases));
        output.WriteLine($"{cases} cases in {watch.Elapsed.TotalSeconds:0} s.");
    }

    private void Try(string door, ulong seed)
    {
        var size = 1 + (int)(seed % LargestSize);
        if (Falls(door, seed, size) is not { } fall) return;
        // The same seed at a smaller size often falls the same way.
        for (var smaller = 1; smaller < size; smaller++)
        {
            if (Falls(door, seed, smaller) is not { } other || other.GetType() != fall.GetType()) continue;
            (size, fall) = (smaller, other);
            break;
        }

        var input = new FuzzCase(new SeededRandom(seed), size, door).Input;
        output.WriteLine($"\"{door}\" falls with the seed {seed} at the size {size}:\n{input}");
        throw new InvalidOperationException($"\"{door}\" falls with the seed {seed} at the size {size}: {fall.Message}\n{input}", fall);
    }

    private static Exception? Falls(string door, ulong seed, int size)
    {
        try
        {
            new FuzzCase(new SeededRandom(seed), size, door).Run();
            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }
}
