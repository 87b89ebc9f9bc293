using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace Sqo.Qualification.Benchmarks;

/// <summary>
/// How long attribution takes: each model on 10,000 aggregated paths, beside a simulation of the same Markov chain to three digits, and a
/// million paths streamed.
/// </summary>
internal static class AttributionSpeed
{
    private const int Paths = 10_000;
    private const int Streamed = 1_000_000;

    // The standard error of an effect of a half is 0.0005 after a million walks: three digits.
    private const int Walks = 1_000_000;

    private static readonly AttributionModel[] Heuristics =
        [.. AttributionModels.BuiltIn.Where(model => !model.Id.StartsWith("markov", StringComparison.Ordinal)
            && model.Id != "shapley-conversion-rate")];

    public static void Compare()
    {
        var paths = Make(Paths, 12, isCounted: true);
        Show("heuristic models together, 12 channels", 60, () => AttributionComparison.Of(paths, Heuristics));
        var first = Show("Markov, order 1", 15, () => AttributionComparison.Of(paths, [AttributionModels.Markov()]));
        Show("Markov, order 2", 7, () => AttributionComparison.Of(paths, [AttributionModels.Markov(2)]));
        Show("Markov, order 3", 7, () => AttributionComparison.Of(paths, [AttributionModels.Markov(3)]));
        Show("Shapley, both worth functions, 12 channels", 15, () => AttributionComparison.Of(
            paths, [AttributionModels.Shapley, AttributionModels.ShapleyConversionRate]));
        var more = Make(Paths, 20, isCounted: true);
        Show("Shapley, both worth functions, 20 channels", 15, () => AttributionComparison.Of(
            more, [AttributionModels.Shapley, AttributionModels.ShapleyConversionRate]));
        var drawn = Show("simulation of the chain of order 1, a million walks for each channel", 1, () => Simulate(paths, 12));
        Console.WriteLine(FormattableString.Invariant($"| simulation / exact | {drawn / first:F0} times |"));

        var stream = Make(Streamed, 12, isCounted: false);
        var touches = stream.Sum(path => (long)path.Length);
        foreach (var (name, models) in new (string, AttributionModel[])[]
            { ("linear", [AttributionModels.Linear]), ("heuristic models together", Heuristics),
                ("Markov, order 1", [AttributionModels.Markov()]),
                ("Markov, order 3", [AttributionModels.Markov(3)]), ("all models", [.. AttributionModels.BuiltIn]) })
        {
            var time = Measure(1, () => AttributionComparison.Of(stream, models));
            Console.WriteLine(FormattableString.Invariant(
                $"| a million paths streamed, {name} | {time:F0} ms, {touches / time / 1_000:F1} million touches a second |"));
        }
    }

    private static double Show(string what, int rounds, Action action)
    {
        var time = Measure(rounds, action);
        Console.WriteLine(FormattableString.Invariant($"| {what} | {time:F1} ms |"));
        return time;
    }

    /// <summary>The fastest of some rounds, after a second to warm up where there are several.</summary>
    private static double Measure(int rounds, Action action)
    {
        for (var warm = Stopwatch.StartNew(); rounds > 1 && warm.ElapsedMilliseconds < 1_000;) action();
        var best = double.PositiveInfinity;
        for (var i = 0; i <= rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            action();
            best = Math.Min(best, clock.Elapsed.TotalMilliseconds);
        }

        return best;
    }

    /// <summary>
    /// Paths of 1 to 15 touches over channels of very different sizes, with days, and anchors where there are several touches.
    /// </summary>
    private static List<AttributionPath> Make(int count, int channels, bool isCounted)
    {
        ulong state = 1;
        var names = Enumerable.Range(0, channels).Select(i => "channel " + i).ToArray();
        var paths = new List<AttributionPath>(count);
        for (var i = 0; i < count; i++)
        {
            var length = 1 + (int)(15 * Next() * Next());
            var days = 90 * Next();
            var touches = new AttributionTouch[length];
            for (var j = 0; j < length; j++) touches[j] = new(names[(int)(channels * Next() * Next())], days * (length - 1 - j) / length);
            var conversions = isCounted ? (int)(4 * Next()) : Next() < 0.1 ? 1 : 0;
            paths.Add(AttributionPath.Of(
                touches,
                [new(AttributionAnchor.LeadCreation, length / 3), new(AttributionAnchor.OpportunityCreation, length / 2),
                    new(AttributionAnchor.CustomerClose, length - 1)],
                conversions,
                isCounted ? (int)(40 * Next()) : 1 - conversions,
                conversions == 0 ? null : Math.Round((decimal)(1_000 * Next()), 2),
                "EUR"));
        }

        return paths;

        double Next()
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15UL;
                var z = state;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
                return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
            }
        }
    }

    /// <summary>What an implementation by simulation does: walks through the chain with all channels, and without each.</summary>
    private static void Simulate(List<AttributionPath> paths, int channels)
    {
        var index = new Dictionary<string, int>();
        var moves = new double[channels + 1, channels + 2];
        foreach (var path in paths)
        {
            var from = channels;
            double ends = path.Conversions + path.NonConversions;
            foreach (var touch in path.Touches)
            {
                if (!index.TryGetValue(touch.Channel, out var to)) index[touch.Channel] = to = index.Count;
                moves[from, to] += ends;
                from = to;
            }

            moves[from, channels] += path.Conversions;
            moves[from, channels + 1] += path.NonConversions;
        }

        var random = new Random(1);
        for (var removed = -1; removed < channels; removed++)
        {
            var converted = 0;
            for (var walk = 0; walk < Walks; walk++)
            {
                var at = channels;
                do
                {
                    double sum = 0, drawn = random.NextDouble(), total = 0;
                    for (var to = 0; to < channels + 2; to++) total += moves[at, to];
                    var next = 0;
                    for (; next < channels + 1; next++)
                    {
                        sum += moves[at, next];
                        if (sum > drawn * total) break;
                    }

                    at = next;
                    if (at == removed) break;
                }
                while (at < channels);
                if (at == channels) converted++;
            }

            if (converted == 0) Console.WriteLine("Nothing converts.");
        }
    }
}
