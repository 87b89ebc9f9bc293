using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What the rejected deals would have brought, by those of a hold-out alone: each deal that was drawn with probability e and closed counts
/// 1 / e times. Immutable.
/// </summary>
/// <remarks>
/// The rate is the Hajek mean, also called self-normalized inverse propensity score (Hajek 1971; Swaminathan and Joachims 2015). Rejected
/// deals that sales chose itself play no part: they differ from the rest, and would mislead (Lakkaraju et al. 2017). Drawn deals that are
/// still open are censored: they count neither as won nor as lost.
/// </remarks>
public sealed class HoldOutEstimate
{
    // Enough for the second digit of an interval's end.
    private const int Samples = 1_000;

    private readonly AuditOptions _options;

    private HoldOutEstimate(
        IReadOnlyList<HoldOutDraw> draws, Func<HoldOutDraw, OpportunityOutcome> outcome, Func<HoldOutDraw, decimal?>? amount,
        Func<HoldOutDraw, double>? chance, AuditOptions options, long seed)
    {
        _options = options;
        Seed = seed;
        Rejected = draws.Count;
        var closed = new List<Worked>();
        double population = 0;
        foreach (var draw in draws)
        {
            var q = chance is null ? 1 : Guard.Within(0, chance(draw), 1, nameof(chance));
            population += q;
            if (!draw.IsIn) continue;
            Drawn++;
            var end = outcome(draw);
            if (end == OpportunityOutcome.Open)
            {
                Open++;
                continue;
            }

            var isWon = Guard.Defined(end, nameof(outcome)) == OpportunityOutcome.Won;
            if (isWon) Won++;
            closed.Add(new(draw.Probability, q / draw.Probability, isWon, amount is null ? null : isWon ? amount(draw) : 0));
        }

        Closed = closed.Count;
        Population = population;
        double sum = 0, squares = 0, won = 0;
        foreach (var deal in closed)
        {
            sum += deal.Weight;
            squares += deal.Weight * deal.Weight;
            if (deal.IsWon) won += deal.Weight;
        }

        HorvitzThompson = Rejected == 0 ? null : won / Rejected;
        UncheckedRate = sum > 0 ? won / sum : null;
        EffectiveSampleSize = squares > 0 ? sum * sum / squares : 0;
        // A sum of equal weights may miss the count by a rounding error.
        if (UncheckedRate is not { } rate || EffectiveSampleSize < options.MinimumClosed - 1e-9) return;
        MissedRate = rate;
        // The sample is a share of a finite number of rejected deals, and says more of these than of others.
        var left = chance is null ? 1 - (EffectiveSampleSize / Rejected) : 1;
        RateInterval = left <= 1e-9
            ? new(rate, rate, options.Confidence)
            : ObservedRate.Wilson(rate, EffectiveSampleSize / left, options.Confidence);
        // What was worked is known: only the rest is missed.
        MissedWins = Math.Max(0, (population * rate) - Won);
        MissedWinsInterval = new(
            Math.Max(0, (population * RateInterval.Value.Low) - Won), Math.Max(0, (population * RateInterval.Value.High) - Won),
            options.Confidence);
        var priced = closed.FindAll(deal => deal.Amount is not null);
        WithoutAmount = closed.Count - priced.Count;
        if (amount is null || priced.Count < options.MinimumClosed) return;
        var revenue = new Revenue(priced, population, chance is null);
        MissedRevenue = revenue.Of(priced);
        RevenueInterval = revenue.Bootstrap(Samples, seed, options.Confidence);
    }

    /// <summary>The number of rejected deals that were drawn for: in or out.</summary>
    public int Rejected { get; }

    /// <summary>How many of them are in the hold-out.</summary>
    public int Drawn { get; }

    /// <summary>How many of those are closed: what everything is estimated from.</summary>
    public int Closed { get; }

    /// <summary>How many of those in the hold-out are still open.</summary>
    public int Open { get; }

    /// <summary>How many of those in the hold-out were won.</summary>
    public int Won { get; }

    /// <summary>The number of rejected deals that the estimate is about: all, or the sum of the chances of another rule.</summary>
    public double Population { get; }

    /// <summary>
    /// The effective sample size: (sum of weights)^2 / sum of squared weights. Below <see cref="AuditOptions.MinimumClosed"/>, no estimate
    /// is given.
    /// </summary>
    public double EffectiveSampleSize { get; }

    /// <summary>The share of the rejected deals that would be won; <see langword="null"/> if the sample is too small.</summary>
    public double? MissedRate { get; }

    /// <summary>
    /// The interval of <see cref="MissedRate"/>: Wilson's with n / (1 - n / N) cases, n being the effective sample size and N the number of
    /// rejected deals; for another rule, with n.
    /// </summary>
    public StatisticalInterval? RateInterval { get; }

    /// <summary>The wins among the rejected deals that nobody worked: all that there would be, less those seen.</summary>
    public double? MissedWins { get; }

    /// <summary>The interval of <see cref="MissedWins"/>.</summary>
    public StatisticalInterval? MissedWinsInterval { get; }

    /// <summary>
    /// The revenue of those; <see langword="null"/> if there are no amounts, or fewer worked deals than the minimum with a known one.
    /// </summary>
    public double? MissedRevenue { get; }

    /// <summary>The interval of <see cref="MissedRevenue"/>, by a bootstrap within the deals of each probability.</summary>
    public StatisticalInterval? RevenueInterval { get; }

    /// <summary>How many of the closed deals were won without a known amount; they don't count in the revenue.</summary>
    public int WithoutAmount { get; }

    /// <summary>The seed of the bootstrap.</summary>
    public long Seed { get; }

    /// <summary>The rate without the check of the sample size, for comparison only.</summary>
    internal double? UncheckedRate { get; }

    /// <summary>The mean of Horvitz and Thompson (1952), which can exceed 1 and is not reported.</summary>
    internal double? HorvitzThompson { get; }

    /// <summary>Estimates what the rejected deals would have brought.</summary>
    /// <param name="holdOut">The draws.</param>
    /// <param name="outcome">Gets how a deal in the hold-out ended. It is not asked about others.</param>
    /// <param name="amount">Gets the amount of a deal that was won; <see langword="null"/> if unknown. The default is no amounts.</param>
    /// <param name="chance">
    /// Gets the chance, from 0 to 1, that another rule would have had a rejected deal worked: 1 or 0 for another profile. The estimate is
    /// then about those deals. The default is 1 for all.
    /// </param>
    /// <param name="options">When figures count as enough. The default is <see cref="AuditOptions.Default"/>.</param>
    /// <param name="seed">The seed of the bootstrap of the revenue. The default is 0.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="holdOut"/> or <paramref name="outcome"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An outcome is none of the three, or a chance is not from 0 to 1.</exception>
    public static HoldOutEstimate Of(
        HoldOut holdOut, Func<HoldOutDraw, OpportunityOutcome> outcome, Func<HoldOutDraw, decimal?>? amount = null,
        Func<HoldOutDraw, double>? chance = null, AuditOptions? options = null, long seed = 0) =>
        new(Guard.NotNull(holdOut).Draws, Guard.NotNull(outcome), amount, chance, options ?? AuditOptions.Default, seed);

    /// <summary>The estimate in words, in a culture.</summary>
    /// <param name="culture">The culture; see <see cref="ExplanationTexts.For"/>.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>The estimate in words.</summary>
    /// <param name="texts">The words.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        var line = Guard.NotNull(texts).Message(MessageIds.HoldOutDrawn, Drawn, Rejected, Closed, Won, Open) + " ";
        if (MissedRate is not { } rate)
        {
            return line + texts.Fill(
                MessageIds.HoldOutTooFew, AuditText.Number(texts, EffectiveSampleSize), texts.Value(_options.MinimumClosed));
        }

        line += texts.Fill(
            MessageIds.HoldOutRate, AuditText.Percent(texts, rate), AuditText.Percent(texts, RateInterval!.Value.Low),
            AuditText.Percent(texts, RateInterval.Value.High), Whole(EffectiveSampleSize), Whole(MissedWins!.Value),
            Whole(MissedWinsInterval!.Value.Low), Whole(MissedWinsInterval.Value.High));
        return MissedRevenue is { } revenue
            ? line + " " + texts.Fill(
                MessageIds.HoldOutRevenue, Whole(revenue), Whole(RevenueInterval!.Value.Low), Whole(RevenueInterval.Value.High))
            : line;

        string Whole(double number) => texts.Value(Math.Round(number));
    }

    /// <summary>The estimate in words, in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);

    private readonly record struct Worked(double Probability, double Weight, bool IsWon, decimal? Amount);

    /// <summary>The revenue of the deals that nobody worked.</summary>
    private sealed class Revenue(List<Worked> priced, double population, bool isOfAll)
    {
        private readonly double _seen = isOfAll ? priced.Sum(deal => (double)deal.Amount!.Value) : 0;

        public double Of(IEnumerable<Worked> deals)
        {
            double sum = 0, weights = 0;
            foreach (var deal in deals)
            {
                sum += deal.Weight * (double)deal.Amount!.Value;
                weights += deal.Weight;
            }

            return weights > 0 ? Math.Max(0, (population * sum / weights) - _seen) : 0;
        }

        public StatisticalInterval Bootstrap(int samples, long seed, double confidence)
        {
            var random = new SeededGenerator(unchecked((ulong)seed));
            var strata = priced.GroupBy(deal => deal.Probability).OrderBy(stratum => stratum.Key).Select(stratum => stratum.ToArray())
                .ToArray();
            var found = new double[samples];
            var drawn = new List<Worked>(priced.Count);
            for (var i = 0; i < samples; i++)
            {
                drawn.Clear();
                foreach (var stratum in strata)
                {
                    for (var j = 0; j < stratum.Length; j++) drawn.Add(stratum[random.NextBelow(stratum.Length)]);
                }

                found[i] = Of(drawn);
            }

            Array.Sort(found);
            var tail = (int)Math.Round((1 - confidence) / 2 * (samples - 1));
            return new(found[tail], found[samples - 1 - tail], confidence);
        }
    }
}
