using System;

namespace Sqo.Qualification;

/// <summary>
/// Chooses how to calculate a distribution: exactly if that is cheap, from Fourier coefficients with a guaranteed bound if they decay,
/// otherwise by simulation. Processor time of three quantiles, over the 396 portfolios of <c>--hard</c> in the benchmarks (up to 10,000
/// deals; log-normal with sigma 1 and 3, Pareto, whales, clusters, prices, cents; spreads from 0 to 0.8; with new business), in
/// milliseconds where a million random doubles are sorted in 0.08 s.
/// <code>
/// law                  reach                                              error bound          median  worst
/// Enumeration          2^18 sums, nodes x sums up to 4 million            rounding, or 1.1e-4              20
/// DynamicProgramming   terms x cells x nodes up to 16 million             rounding, or 1.1e-4       3       8
/// FourierInversion     coefficients that decay within the work limit,     up to 0.005               5      36
///                      apart from listed jumps, gaps, and whole steps
///                      on a short circle
/// Simulation           jumps elsewhere: few deals or few wins; by strata  up to 0.005              17      55
///                      if that is faster
/// </code>
/// Of 19,800 such portfolios at random (<c>--random 1 66</c>: spreads up to 1, up to half of the deals won), six inversions take 52 to
/// 71 ms: where not all terms can be drawn, the work limit is higher. The slowest simulation takes 82 ms. Of 6,000 with the probabilities
/// of a few stages (<c>--stages 1 20</c>), 19 take longer than 50 ms, or 100 ms if simulated; the slowest 119 ms.
/// Under a shared factor, the exact laws have a bound of 1.1e-4, that of the nodes; 1e-3 if these would be more than 512.
/// </summary>
internal static class LawChooser
{
    public const double UsualError = 0.005;
    public const double LeastError = 0.0005;
    public const double GreatestError = 0.1;

    private const double MostSums = 1 << 18;
    private const double MostEnumerationWork = 4_000_000;
    private const double MostProgramWork = 16_000_000;
    private const int MostCells = 1 << 20;
    private const int MostFrequencies = 32_768;

    // In multiplications: at least, for each nanosecond of a draw, each term and each win; and where not all terms can be drawn.
    private const double LeastFourierWork = 6e6;
    private const double FourierWorkPerCost = 720e3;
    private const double FourierWorkPerTerm = 1_440;
    private const double FourierWorkPerWin = 240e3;
    private const double MostWins = 60;
    private const double MostFourierWork = 360e6;

    // Where a simulation with the usual error takes no more nanoseconds for each of its draws, it is soon enough, and an inversion that
    // takes more multiplications isn't.
    private const double MostSoonDrawCost = 215;
    private const double MostSoonFourierWork = 66e6;
    private const double MostRestWork = 60e6;
    private const int MostDraws = 1 << 20;

    // The draws of a simulation with the usual error; what each costs apart from its terms, in nanoseconds; the cost of the terms per
    // estimated nanosecond; the least estimate for which draws by strata are planned, and their cost limit where others have too large an
    // error.
    private const double SimulationDraws = 450e3;
    private const double DrawCost = 44;
    private const double CostOfEstimate = 1.35;
    private const double LeastStratifiedCost = 60;
    private const double MostStratifiedCost = 1e9;

    // Panjer's recursion starts from exp(-rate).
    private const double MostRate = 600;

    public static LatticeLaw Choose(LatticeTerms terms, SharedFactor? factor, double wanted)
    {
        // Too unlikely to affect a cumulative probability; its variance may be too small for a double.
        if (ExpectedWins(terms) < AtomLaw.Rounding) return new AtomLaw([0], [1], DistributionMethod.Enumeration);
        var nodes = factor is null ? FactorNodes.None : FactorNodes.ForLaw(terms, factor);
        var deals = 0.0;
        foreach (var count in terms.Counts) deals += count;
        var states = SparseProgram.States(terms.Counts, null);
        // The last deals with different amounts double the number of sums; equal ones add few.
        if (terms.NewCount == 0 && states <= MostSums && states * (2 + (deals - terms.GroupCount)) * nodes.Count <= MostEnumerationWork)
        {
            return Enumerate(new(terms, factor, nodes));
        }

        var (cells, rate) = Extent(terms, factor, nodes);
        if (cells <= MostCells && rate <= MostRate && cells * (deals + (2 * terms.NewCount)) * nodes.Count <= MostProgramWork)
        {
            return Program(new(terms, factor, nodes), (int)cells);
        }

        // A smaller error than usual takes more of everything.
        var more = Math.Max(1, UsualError / wanted);
        var conditional = new ConditionalTerms(terms, factor, nodes);
        var simulation = new Simulation(conditional);
        var cost = simulation.Cost();
        // Under a strong factor fewer draws may suffice, though each costs more.
        var draws = SimulationDraws * (UsualError / wanted) * (UsualError / wanted);
        var strata = cost >= LeastStratifiedCost ? Stratified(draws * (DrawCost + (CostOfEstimate * cost.Value))) : null;
        if (strata is not null) cost = ((strata.Cost / draws) - DrawCost) / CostOfEstimate;
        // The more a simulation costs, the more may be spent to avoid it; most, where it would need a law of smaller terms.
        var work = cost is null ? MostFourierWork
            : LeastFourierWork + (FourierWorkPerCost * Math.Max(0, cost.Value)) + (FourierWorkPerTerm * (terms.GroupCount + terms.NewCount))
                + (FourierWorkPerWin * Math.Min(MostWins, ExpectedWins(terms)));
        if (more * more * (DrawCost + (CostOfEstimate * cost)) <= MostSoonDrawCost) work = Math.Min(work, MostSoonFourierWork);
        ConditionalTerms? inverted = null;
        var hasStrata = false;
        return Inverted(work)
            ?? Run(strata)
            ?? Drawn(isLast: false)
            ?? (work < MostFourierWork ? Inverted(MostFourierWork) : null)
            ?? (strata is null ? Run(Stratified(MostStratifiedCost * more)) : null)
            ?? (LatticeLaw)Drawn(isLast: true)!;

        StratifiedSimulation? Stratified(double mostCost) =>
            factor is null ? null : StratifiedSimulation.Plan(terms, factor, wanted, mostCost);

        SampleLaw? Run(StratifiedSimulation? planned)
        {
            hasStrata = planned is not null;
            return planned?.Run();
        }

        LatticeLaw? Inverted(double most)
        {
            inverted ??= factor is null ? conditional : new(terms, factor, nodes.ForInversion(wanted));
            return FourierLaw.Try(inverted, wanted, More(MostFrequencies, more), (long)(most * more), isLast: most >= MostFourierWork);
        }

        SampleLaw? Drawn(bool isLast) => simulation.Run(
            wanted, (int)Math.Min(1 << 26, MostDraws * more * more), (long)(MostRestWork * more), isLast, hasStrata);
    }

    private static int More(int frequencies, double more)
    {
        for (; more > 1; more /= 2) frequencies *= 2;
        return frequencies;
    }

    /// <summary>The expected number of wins; the shared factor does not change it.</summary>
    private static double ExpectedWins(LatticeTerms terms)
    {
        double wins = 0;
        for (var i = 0; i < terms.GroupCount; i++) wins += terms.Probabilities[i] * terms.Counts[i];
        for (var i = 0; i < terms.NewCount; i++) wins += terms.NewRates[i];
        return wins;
    }

    private static AtomLaw Enumerate(ConditionalTerms terms)
    {
        var probabilities = new double[terms.Terms.GroupCount];
        long[] values = [];
        double[] weights = [];
        for (var node = 0; node < terms.Nodes.Count; node++)
        {
            for (var i = 0; i < probabilities.Length; i++) probabilities[i] = terms.Row(i)[node];
            var outcomes = SparseProgram.Run(terms.Terms.Amounts, probabilities, terms.Terms.Counts, null);
            if (node == 0) (values, weights) = (outcomes.Values, new double[outcomes.Values.Length]);
            for (var i = 0; i < weights.Length; i++) weights[i] += terms.Weights[node] * outcomes.Weights[i];
        }

        return new(values, weights, DistributionMethod.Enumeration, terms.Nodes.Error + AtomLaw.Rounding);
    }

    /// <summary>The number of values that the sum can take, except negligible ones; and the greatest rate of new business.</summary>
    private static (double Cells, double Rate) Extent(LatticeTerms terms, SharedFactor? factor, FactorNodes nodes)
    {
        double most = 0, rate = 0, mean = 0, variance = 0, greatest = 0;
        for (var i = 0; i < terms.GroupCount; i++) most += (double)terms.Amounts[i] * terms.Counts[i];
        var growth = factor?.Growth(nodes.At(nodes.Count - 1)) ?? 1;
        for (var i = 0; i < terms.NewCount; i++)
        {
            double a = terms.NewAmounts[i];
            var r = terms.NewRates[i] * growth;
            rate += r;
            mean += r * a;
            variance += r * a * a;
            greatest = Math.Max(greatest, a);
        }

        // By Bernstein's inequality, at most exp(-30) lies beyond.
        var third = 10 * greatest;
        if (terms.NewCount > 0) most += mean + third + Math.Sqrt((third * third) + (60 * variance));
        return (Math.Ceiling(most) + 1, rate);
    }

    private static AtomLaw Program(ConditionalTerms terms, int cells)
    {
        var all = terms.Terms;
        var weights = new double[cells];
        var probabilities = new double[all.GroupCount];
        var rates = new double[all.NewCount];
        for (var node = 0; node < terms.Nodes.Count; node++)
        {
            for (var i = 0; i < probabilities.Length; i++) probabilities[i] = terms.Row(i)[node];
            for (var i = 0; i < rates.Length; i++) rates[i] = terms.Growth[node] * all.NewRates[i];
            var part = DenseProgram.Run(all.Amounts, probabilities, all.Counts, all.NewAmounts, rates, cells);
            for (var i = 0; i < cells; i++) weights[i] += terms.Weights[node] * part[i];
        }

        // Values that can't occur are left out.
        var used = 0;
        foreach (var weight in weights) used += weight > 0 ? 1 : 0;
        var (values, kept) = (new long[used], new double[used]);
        used = 0;
        for (var i = 0; i < cells; i++)
        {
            if (!(weights[i] > 0)) continue;
            values[used] = i;
            kept[used++] = weights[i];
        }

        return new(values, kept, DistributionMethod.DynamicProgramming, terms.Nodes.Error + AtomLaw.Rounding);
    }
}
