using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Benchmarks.Workload;

/// <summary>Deals from a seed whose sum is hard to calculate: heavy tails, whales, clusters, prices.</summary>
public sealed record HardPortfolio(string Kind, int Count, double Wins, double Spread, bool HasNewBusiness)
{
    private const int OfASeed = 300;

    private static readonly string[] Kinds =
        ["cents", "log-normal 1", "log-normal 3", "Pareto", "whale", "ten whales", "clusters", "charm", "round"];

    /// <summary>Every second combination of kinds, numbers of deals, expected wins, spreads and new business.</summary>
    public static IEnumerable<HardPortfolio> All()
    {
        var place = 0;
        foreach (var kind in Kinds)
        {
            foreach (var count in (int[])[30, 100, 1_000, 10_000])
            {
                foreach (var wins in (double[])[0.5, 5, 20, count / 3.0])
                {
                    foreach (var spread in (double[])[0, 0.25, 0.8])
                    {
                        foreach (var isNew in (bool[])[false, true])
                        {
                            if ((place++ + (place / 6)) % 2 == 0 && wins <= count / 3.0) yield return new(kind, count, wins, spread, isNew);
                        }
                    }
                }
            }
        }
    }

    /// <summary>
    /// Three hundred from a seed: 30 to 10,000 deals, 0.3 to half as many wins as deals, a spread from 0 to 1 in two of three, and new
    /// business in every second.
    /// </summary>
    public static IEnumerable<HardPortfolio> AtRandom(int seed)
    {
        var random = new SplitMix((ulong)seed);
        for (var i = 0; i < OfASeed; i++)
        {
            var kind = Kinds[random.Below(Kinds.Length)];
            var count = (int)Math.Round(Between(30, 10_000));
            var wins = Between(0.3, count / 2.0);
            var spread = random.Below(3) == 0 ? 0 : Math.Round(random.Share(), 2);
            yield return new(kind, count, wins, spread, random.Below(2) == 0) { Seed = (ulong)((seed * OfASeed) + i) };
        }

        double Between(double least, double most) => least * Math.Pow(most / least, random.Share());
    }

    /// <summary>
    /// The same with the probabilities of sales stages: one of three has one for all deals, one has two, 0.1 and 0.9, and one has six, from
    /// 0.05 to 0.8.
    /// </summary>
    public static IEnumerable<HardPortfolio> InStages(int seed) => AtRandom(seed).Select((portfolio, i) => portfolio with
    {
        Stages = (i % 3) switch
        {
            0 => [portfolio.Wins / portfolio.Count],
            1 => [0.1, 0.9],
            _ => [0.05, 0.1, 0.25, 0.4, 0.6, 0.8],
        },
    });

    /// <summary>The probabilities of the deals; if there are none, they are different. The default is none.</summary>
    public IReadOnlyList<double> Stages { get; init; } = [];

    /// <summary>Where the amounts and probabilities come from. The default is 5.</summary>
    public ulong Seed { get; init; } = 5;

    public RevenueDistribution Distribution()
    {
        var random = new SplitMix(Seed);
        var amounts = new decimal[Count];
        for (var i = 0; i < Count; i++) amounts[i] = Amount(i, random);
        return RevenueDistribution.Create(b =>
        {
            for (var i = 0; i < Count; i++) b.Deal("D-" + i, amounts[i], Probability(random));
            if (HasNewBusiness) b.NewBusiness(Math.Max(1, Wins / 2), amounts);
            b.Spread(Spread);
        });
    }

    public override string ToString() => FormattableString.Invariant(
        $"{Kind,-12} {Count,6:N0} deals, {ExpectedWins,5:F1} wins, spread {Spread:F2}{(HasNewBusiness ? ", new" : "     ")}")
        + (Stages.Count > 0 ? FormattableString.Invariant($", {Stages.Count} stages") : "");

    private double ExpectedWins => Stages.Count > 0 ? Count * Stages.Average() : Wins;

    private double Probability(SplitMix random) =>
        Stages.Count > 0 ? Stages[random.Below(Stages.Count)] : Math.Min(0.99, Wins / Count * (0.5 + random.Share()));

    private decimal Amount(int i, SplitMix random) => Kind switch
    {
        "log-normal 1" => Cents(10_000 * Math.Exp(Normal(random))),
        "log-normal 3" => Cents(10_000 * Math.Exp(3 * Normal(random))),
        "Pareto" => Cents(1_000 * Math.Pow(1 - random.Share(), -1 / 1.1)),
        "whale" => i == 0 ? 100_000_000m : Cents(100 + (10_000 * random.Share())),
        "ten whales" => Cents(i < 10 ? 1e6 * (1 + (5 * random.Share())) : 100 + (1_000 * random.Share())),
        "clusters" => Cents(i % 2 == 0 ? 1e6 + (1e4 * random.Share()) : 100 + (10 * random.Share())),
        "charm" => ((1 + random.Below(6)) * 3_330m) - 10,
        "round" => (1 + random.Below(200)) * 250m,
        _ => Cents(100_000 * random.Share()),
    };

    private static decimal Cents(double amount) => Math.Round((decimal)amount, 2) + 0.01m;

    private static double Normal(SplitMix random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.Share())) * Math.Cos(2 * Math.PI * random.Share());
}
