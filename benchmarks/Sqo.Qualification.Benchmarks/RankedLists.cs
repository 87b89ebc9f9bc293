using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>
/// The best 100 of a million deals, beside one pass that computes the value by the same functions, and beside sorting all; and one
/// changed deal in an index.
/// </summary>
public static class RankedLists
{
    private const int Deals = 1_000_000;
    private const int Best = 100;
    private const int Rounds = 15;
    private const int Changes = 100_000;

    public static void Compare()
    {
        Func<Opportunity, double?> probability = deal => deal.Probability;
        Func<Opportunity, decimal?> value = deal => deal.Amount;
        var by = RankingValue.ExpectedValue(probability, value);
        var options = new RankingOptions(best: Best, seed: 7);
        Console.WriteLine("milliseconds for a million deals, the least of the rounds, and as a ratio to the plain pass");
        foreach (var order in (string[])["random", "ascending", "equal values"])
        {
            var deals = Make(order);
            var work = new (string Name, Func<double> Run)[]
            {
                ("plain pass that computes the value", () => PlainPass(deals, probability, value)),
                ("Ranking, best 100", () => Ranking.Create(deals, by, options).Ranked[0].Value),
                ("Array.Sort of all values", () => SortAll(deals, probability, value)),
                ("OrderByDescending, Take(100)", () => OrderAll(deals, probability, value)),
            };
            var least = Least(work.Select(each => each.Run).ToArray(), Rounds);
            for (var i = 0; i < work.Length; i++) Show($"{order}: {work[i].Name}", least[i], least[0]);
            if (order == "random") Show("random: Ranking, all", Least([() => Ranking.Create(deals, by).Ranked[0].Value], 2)[0], least[0]);
        }

        Index(by);
    }

    private static void Index(RankingValue by)
    {
        foreach (var count in (int[])[1_000, 10_000, 100_000, Deals])
        {
            var deals = Make("random");
            Array.Resize(ref deals, count);
            var random = new SplitMix(11);
            var changed = new Opportunity[Math.Min(Changes, count)];
            for (var i = 0; i < changed.Length; i++) changed[i] = Deal(random.Below(count), random.Below(100_000) / 7m, 0.5);
            var index = RankingIndex.Create(deals, by);
            var start = Stopwatch.GetTimestamp();
            foreach (var deal in changed) index = index.With(deal);
            var each = Stopwatch.GetElapsedTime(start).TotalMicroseconds / changed.Length;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"index of {count,9:N0}: {each,6:F2} microseconds a change; {index[1].Id} is first"));
        }
    }

    private static double PlainPass(Opportunity[] deals, Func<Opportunity, double?> probability, Func<Opportunity, decimal?> value)
    {
        double sum = 0;
        for (var i = 0; i < deals.Length; i++)
        {
            if (value(deals[i]) is { } amount && probability(deals[i]) is { } chance) sum += (double)amount * chance;
        }

        return sum;
    }

    private static double SortAll(Opportunity[] deals, Func<Opportunity, double?> probability, Func<Opportunity, decimal?> value)
    {
        var keys = new double[deals.Length];
        var sorted = (Opportunity[])deals.Clone();
        for (var i = 0; i < deals.Length; i++) keys[i] = -((double)(value(deals[i]) ?? 0) * (probability(deals[i]) ?? 0));
        Array.Sort(keys, sorted);
        return -keys[0];
    }

    private static double OrderAll(Opportunity[] deals, Func<Opportunity, double?> probability, Func<Opportunity, decimal?> value)
    {
        IEnumerable<(Opportunity Deal, double Value)> all =
            deals.Select(deal => (deal, (double)(value(deal) ?? 0) * (probability(deal) ?? 0)));
        // ToArray: Take alone would not sort all.
        return all.OrderByDescending(deal => deal.Value).ThenBy(deal => deal.Deal.Id, StringComparer.Ordinal).ToArray()[0].Value;
    }

    private static void Show(string name, double milliseconds, double plain) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{name,-55} {milliseconds,8:F1} {milliseconds / plain,8:F2}"));

    /// <summary>The least time of each, alternating.</summary>
    private static double[] Least(Func<double>[] work, int rounds)
    {
        var least = new double[work.Length];
        Array.Fill(least, double.PositiveInfinity);
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < work.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                if (!(work[i]() > 0)) throw new InvalidOperationException("The list is of nothing.");
                least[i] = Math.Min(least[i], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return least;
    }

    private static Opportunity[] Make(string order)
    {
        var random = new SplitMix(5);
        var amounts = new decimal[Deals];
        for (var i = 0; i < Deals; i++) amounts[i] = order == "equal values" ? 5_000 : random.Below(10_000_000) / 100m;
        if (order == "ascending") Array.Sort(amounts);
        return [.. amounts.Select((amount, i) => Deal(i, amount, order == "random" ? random.Below(1_000) / 1_000.0 : 0.5))];
    }

    private static Opportunity Deal(int number, decimal amount, double probability) => Opportunity.Create(o =>
        (o.Id, o.Amount, o.Probability) = ("D-" + number.ToString(CultureInfo.InvariantCulture), amount, probability));
}
