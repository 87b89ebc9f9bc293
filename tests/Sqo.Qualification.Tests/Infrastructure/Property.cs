using System;
#if NET
using CsCheck;
#endif

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>
/// Runs a property over many cases, always the same ones. On .NET the cases are CsCheck's, which makes a failing one smaller
/// and prints its seed; CsCheck does not run on .NET Framework, where the cases come from consecutive seeds.
/// </summary>
internal static class Property
{
    private const int LargestSize = 12;

    /// <param name="cases">How many cases.</param>
    /// <param name="property">Takes a source of random choices and the size of the case, from 1 to 12, and asserts.</param>
    public static void Holds(int cases, Action<SeededRandom, int> property)
    {
#if NET
        var generator = Gen.Select(Gen.Int[1, LargestSize], Gen.ULong);
        for (var i = 0; i < cases; i++)
        {
            var source = new PCG(1, (ulong)i);
            var start = source.ToString();
            var (size, seed) = generator.Generate(source, null, out _);
            try
            {
                property(new SeededRandom(seed), size);
            }
            catch (Exception)
            {
                generator.Sample((s, x) => property(new SeededRandom(x), s), seed: start, iter: 1_000, threads: 1);
                throw;
            }
        }
#else
        for (var i = 0; i < cases; i++) property(new SeededRandom((ulong)i), 1 + (i % LargestSize));
#endif
    }
}
