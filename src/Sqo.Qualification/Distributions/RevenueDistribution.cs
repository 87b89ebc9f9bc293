using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The distribution of what a set of deals will bring: each open deal is won whole or not at all, with its own probability (a
/// weighted Poisson-binomial distribution), and new business comes as a compound Poisson sum. Deals are independent of each
/// other, but for a factor that all share once the distribution is <see cref="Widened"/>. Immutable and thread-safe; the
/// numbers are worked out when first asked for. The same terms give the same bits, in whatever order and parts they came.
/// </summary>
public sealed class RevenueDistribution
{
    private readonly RevenueTerms _terms;
    private readonly MergedTerms _merged;
    private DistributionMoments? _moments;
    private SolvedDistribution? _solved;

    private RevenueDistribution(RevenueTerms terms, MergedTerms merged, double spreadAsked, double errorWanted)
    {
        _terms = terms;
        _merged = merged;
        ErrorWanted = errorWanted;
        SpreadAsked = spreadAsked;
    }

    private RevenueDistribution(RevenueTerms terms, double spreadAsked, double errorWanted)
        : this(terms, MergedTerms.Of(terms), spreadAsked, errorWanted)
    {
    }

    /// <summary>The distribution of nothing: 0 for certain.</summary>
    public static RevenueDistribution Nothing { get; } = new(new RevenueTerms(), 0, LawChooser.UsualError);

    /// <summary>How many deals there are, each counted once.</summary>
    public int DealCount => _merged.Count;

    /// <summary>How many deals that don't exist yet are expected to be won.</summary>
    public double ExpectedNewWins => _merged.ExpectedNewWins;

    /// <summary>The mean: the sum of amount times probability, the weighted pipeline, and that of new business.</summary>
    public double Mean => _merged.Mean;

    /// <summary>
    /// The standard deviation: the square root of the sum of a² p (1 - p), and rate times a² for new business, widened by the
    /// shared factor.
    /// </summary>
    public double StandardDeviation => Moments.StandardDeviation;

    /// <summary>The least that can come: what is certain.</summary>
    public decimal Minimum => _merged.Minimum;

    /// <summary>The most that can come; <see langword="null"/> with new business, which has no bound.</summary>
    public decimal? Maximum => _merged.Maximum;

    /// <summary>The spread that was asked for, as a share of the mean.</summary>
    public double SpreadAsked { get; }

    /// <summary>
    /// The spread reached: the standard deviation of the mean given the shared factor, over the mean. Well below
    /// <see cref="SpreadAsked"/> only if <see cref="IsSpreadCapped"/>; deals beside new business may miss it by a hundredth, since
    /// their means don't move quite alike.
    /// </summary>
    public double Spread => Moments.Spread;

    /// <summary>
    /// Whether the spread that was asked for is above 1, or the deals can't spread as widely even with a correlation of 0.99: deals of high
    /// probability can't.
    /// </summary>
    public bool IsSpreadCapped => Moments.IsSpreadCapped;

    /// <summary>How the distribution is worked out.</summary>
    public DistributionMethod Method => Solved.Law.Method;

    /// <summary>
    /// How far a cumulative probability may be from the true one, for every amount: for certain, but where <see cref="Method"/> is
    /// <see cref="DistributionMethod.Simulation"/> with a probability of 1 - 1e-9. A quantile is right for a probability within this of the
    /// one asked. At most 0.005, <see cref="Within"/> apart, but for portfolios beyond what can be worked out in about a second.
    /// </summary>
    public double ErrorBound => Solved.Law.ErrorBound;

    /// <summary>The seed of a simulation; <see langword="null"/> where <see cref="Method"/> is another. The same seed gives the same
    /// bits.</summary>
    public long? Seed => Solved.Law.Seed;

    /// <summary>What the error bound is to be at most.</summary>
    internal double ErrorWanted { get; }

    private DistributionMoments Moments
    {
        get
        {
            var moments = System.Threading.Volatile.Read(ref _moments);
            if (moments is not null) return moments;
            moments = DistributionMoments.Of(_merged, SpreadAsked);
            System.Threading.Volatile.Write(ref _moments, moments);
            return moments;
        }
    }

    private SolvedDistribution Solved
    {
        get
        {
            // Two threads may both work it out, to the same bits.
            var solved = System.Threading.Volatile.Read(ref _solved);
            if (solved is not null) return solved;
            solved = SolvedDistribution.Of(_merged, Moments, ErrorWanted);
            System.Threading.Volatile.Write(ref _solved, solved);
            return solved;
        }
    }

    /// <summary>Makes a distribution from deals and new business.</summary>
    /// <param name="define">Adds them; nothing added gives 0 for certain.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="define"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A deal was added with two amounts, or its probabilities add up to more than 1.
    /// </exception>
    /// <exception cref="OverflowException">The amounts add up to more than a decimal holds.</exception>
    public static RevenueDistribution Create(Action<RevenueDistributionBuilder> define)
    {
        Guard.NotNull(define);
        var builder = new RevenueDistributionBuilder();
        define(builder);
        return new(builder.Build(), builder.SpreadAsked, LawChooser.UsualError);
    }

    /// <summary>Makes a distribution from the user's own deals.</summary>
    /// <typeparam name="TDeal">The user's own type.</typeparam>
    /// <param name="deals">The deals.</param>
    /// <param name="id">A deal's id.</param>
    /// <param name="amount">What it brings if won, 0 or more.</param>
    /// <param name="probability">The chance that it is won, from 0 to 1.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentNullException">An argument, or a deal's id, is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A deal's id is blank, or a deal comes with two amounts or with probabilities that add up to more than 1.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A deal's amount is below 0, or its probability is NaN or outside 0 to 1.</exception>
    /// <exception cref="OverflowException">The amounts add up to more than a decimal holds.</exception>
    public static RevenueDistribution Of<TDeal>(
        IEnumerable<TDeal> deals, Func<TDeal, string> id, Func<TDeal, decimal> amount, Func<TDeal, double> probability)
    {
        Guard.NotNull(deals);
        Guard.NotNull(id);
        Guard.NotNull(amount);
        Guard.NotNull(probability);
        return Create(b =>
        {
            foreach (var deal in deals) b.Deal(id(deal), amount(deal), probability(deal));
        });
    }

    /// <summary>
    /// The distribution of the sum of parts, those of owners or of months, say: the very one that all their deals would have given
    /// together. A deal that is in several parts is won in one of them at most: its probabilities add up. The shared factor is one
    /// and the same for all parts, so that where their spreads differ the combination's is their average, weighted by the means.
    /// </summary>
    /// <param name="parts">The parts; none gives 0 for certain.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A deal has different amounts in two parts, or probabilities that add up to more than 1.
    /// </exception>
    /// <exception cref="OverflowException">The amounts add up to more than a decimal holds.</exception>
    public static RevenueDistribution Combine(IEnumerable<RevenueDistribution> parts)
    {
        Guard.NotNull(parts);
        return DistributionSum.Of(parts, part => part._terms, (terms, spread, error) => new(terms, spread, error));
    }

    /// <summary>The distribution of the sum of parts; see the other overload.</summary>
    /// <param name="parts">The parts; none gives 0 for certain.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A deal has different amounts in two parts, or probabilities that add up to more than 1.
    /// </exception>
    /// <exception cref="OverflowException">The amounts add up to more than a decimal holds.</exception>
    public static RevenueDistribution Combine(params RevenueDistribution[] parts) => Combine((IEnumerable<RevenueDistribution>)parts);

    /// <summary>The smallest amount that the sum stays at or below with probability <paramref name="p"/>; 0.1 gives P10, the low
    /// end.</summary>
    /// <param name="p">From 0 to 1, both left out.</param>
    /// <returns>An amount from <see cref="Minimum"/> to <see cref="Maximum"/>; where the method is exact, one that can come.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is NaN or not between 0 and 1.</exception>
    public double Quantile(double p) => Solved.Quantile(Guard.OpenUnit(p));

    /// <summary>The probability that the sum is at most an amount.</summary>
    /// <param name="amount">The amount; below 0 gives 0.</param>
    /// <returns>From 0 to 1.</returns>
    public double CumulativeProbability(decimal amount) => Solved.CumulativeProbability(amount);

    /// <summary>The probability that the sum is at least an amount: a quota, say.</summary>
    /// <param name="amount">The amount; 0 or below gives 1.</param>
    /// <returns>From 0 to 1.</returns>
    public double ProbabilityAtLeast(decimal amount) => Solved.ProbabilityAtLeast(amount);

    /// <summary>
    /// The mean of the worst share <paramref name="p"/> of outcomes, the low end: what comes on average if it goes badly
    /// (Acerbi and Tasche 2002; an atom that the share cuts counts in part).
    /// </summary>
    /// <param name="p">The share of the outcomes, from 0 to 1, both left out.</param>
    /// <returns>At most <see cref="Quantile"/> of the same <paramref name="p"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is NaN or not between 0 and 1.</exception>
    public double ExpectedShortfall(double p) => Solved.ExpectedShortfall(Guard.OpenUnit(p));

    /// <summary>
    /// The same terms under a factor z, standard normal, that all share: what is uncertain for all deals at once. A deal's
    /// probability becomes Phi((Phi⁻¹(p) + sqrt(rho) z) / sqrt(1 - rho)) (Vasicek 2002), the rate of new business
    /// rate x exp(s z - s²/2); both keep their means exactly. rho is such that the mean of the deals given z spreads as asked, s such
    /// that the mean of new business does, each as far as it can bear. Replaces a spread that the distribution had.
    /// </summary>
    /// <param name="spread">
    /// The standard deviation of the mean given z, over the mean; 0 or more, and 0 makes deals independent. Above 1, and where it can't be
    /// reached with a rho of 0.99, it is capped: <see cref="IsSpreadCapped"/>.
    /// </param>
    /// <returns>The widened distribution, of the same mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="spread"/> is NaN, infinite or below 0.</exception>
    public RevenueDistribution Widened(double spread) => new(_terms, _merged, Guard.NotNegative(spread), ErrorWanted);

    /// <summary>
    /// The same terms worked out to another error. Time and memory of a simulation grow as the inverse square: with 0.001 it draws
    /// eleven million sums, in a second or two.
    /// </summary>
    /// <param name="errorBound">What <see cref="ErrorBound"/> may be, from 0.0005 to 0.1. The default of a distribution is 0.005.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="errorBound"/> is NaN or outside 0.0005 to 0.1.</exception>
    public RevenueDistribution Within(double errorBound) =>
        new(_terms, _merged, SpreadAsked, Guard.Within(LawChooser.LeastError, errorBound, LawChooser.GreatestError));

    /// <summary>Mean, P10, P50 and P90, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"mean {InvariantText.Of(Mean)}, P10 {InvariantText.Of(Quantile(0.1))}, P50 {InvariantText.Of(Quantile(0.5))}, P90 {InvariantText.Of(Quantile(0.9))}";
}
