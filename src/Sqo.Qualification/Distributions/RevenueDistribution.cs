using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The distribution of the revenue from a set of deals: each open deal is won completely or not at all, with its own probability (a
/// weighted Poisson-binomial distribution), and new business is a compound Poisson sum. Deals are independent of each
/// other, except for a shared factor after the distribution is <see cref="Widened"/>. Immutable and thread-safe; the
/// numbers are calculated on first use. The same terms give the same bits, regardless of their order or of the parts they came in.
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

    /// <summary>The distribution without any deals: 0 with certainty.</summary>
    public static RevenueDistribution Nothing { get; } = new(new RevenueTerms(), 0, LawChooser.UsualError);

    /// <summary>The number of deals, each counted once.</summary>
    public int DealCount => _merged.Count;

    /// <summary>The expected number of wins among deals that don't exist yet.</summary>
    public double ExpectedNewWins => _merged.ExpectedNewWins;

    /// <summary>The mean: the sum of amount times probability (the weighted pipeline), plus the mean of new business.</summary>
    public double Mean => _merged.Mean;

    /// <summary>
    /// The standard deviation: the square root of the sum of a² p (1 - p), and rate times a² for new business, widened by the
    /// shared factor.
    /// </summary>
    public double StandardDeviation => Moments.StandardDeviation;

    /// <summary>The smallest possible amount: the amount that is certain.</summary>
    public decimal Minimum => _merged.Minimum;

    /// <summary>The largest possible amount; <see langword="null"/> with new business, which has no upper limit.</summary>
    public decimal? Maximum => _merged.Maximum;

    /// <summary>The requested spread, as a share of the mean.</summary>
    public double SpreadAsked { get; }

    /// <summary>
    /// The actual spread: the standard deviation of the mean given the shared factor, divided by the mean. It is well below
    /// <see cref="SpreadAsked"/> only if <see cref="IsSpreadCapped"/>; with both deals and new business it may differ by a hundredth, since
    /// their means don't move in exactly the same way.
    /// </summary>
    public double Spread => Moments.Spread;

    /// <summary>
    /// Whether the requested spread is above 1, or can't be reached even with a correlation of 0.99, as for deals of high probability.
    /// </summary>
    public bool IsSpreadCapped => Moments.IsSpreadCapped;

    /// <summary>How the distribution is calculated.</summary>
    public DistributionMethod Method => Solved.Law.Method;

    /// <summary>
    /// The maximum error of a cumulative probability, for every amount: guaranteed, or with a probability of 1 - 1e-9 if
    /// <see cref="Method"/> is <see cref="DistributionMethod.Simulation"/>. A quantile is exact for a probability within this of the
    /// requested one. The default maximum is 0.005; see <see cref="Within"/>. It can be exceeded, up to about 0.02 in what was
    /// measured, if a strong shared factor moves few wins of a thousand and more amounts with a very long tail.
    /// </summary>
    public double ErrorBound => Solved.Law.ErrorBound;

    /// <summary>
    /// The seed of a simulation; <see langword="null"/> if <see cref="Method"/> is another. The same seed gives the same bits.
    /// </summary>
    public long? Seed => Solved.Law.Seed;

    /// <summary>The requested maximum of the error bound.</summary>
    internal double ErrorWanted { get; }

    /// <summary>The merged terms.</summary>
    internal MergedTerms Merged => _merged;

    /// <summary>The factor that all terms share; null if they are independent.</summary>
    internal SharedFactor? Factor => Moments.Factor;

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
            // Two threads may both calculate it, with the same bits.
            var solved = System.Threading.Volatile.Read(ref _solved);
            if (solved is not null) return solved;
            solved = SolvedDistribution.Of(_merged, Moments, ErrorWanted);
            System.Threading.Volatile.Write(ref _solved, solved);
            return solved;
        }
    }

    /// <summary>Creates a distribution from deals and new business.</summary>
    /// <param name="define">Adds them; if nothing is added, the sum is 0 with certainty.</param>
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

    /// <summary>Creates a distribution from the caller's deals.</summary>
    /// <typeparam name="TDeal">The caller's type.</typeparam>
    /// <param name="deals">The deals.</param>
    /// <param name="id">Gets the id of a deal.</param>
    /// <param name="amount">Gets the amount of a deal if won, 0 or more.</param>
    /// <param name="probability">Gets the probability that a deal is won, from 0 to 1.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentNullException">An argument, or a deal's id, is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A deal's id is blank, or a deal has two amounts or probabilities that add up to more than 1.
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
    /// Combines parts, such as those of owners or months, into the distribution of their sum: exactly the distribution of all their
    /// deals together. A deal in several parts is won in at most one of them: its probabilities add up. All parts share the same
    /// factor, so if their spreads differ, the combined spread is their average, weighted by the means.
    /// </summary>
    /// <param name="parts">The parts; if there are none, the sum is 0 with certainty.</param>
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

    /// <summary>Combines parts into the distribution of their sum; see the other overload.</summary>
    /// <param name="parts">The parts; if there are none, the sum is 0 with certainty.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> or one of them is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A deal has different amounts in two parts, or probabilities that add up to more than 1.
    /// </exception>
    /// <exception cref="OverflowException">The amounts add up to more than a decimal holds.</exception>
    public static RevenueDistribution Combine(params RevenueDistribution[] parts) => Combine((IEnumerable<RevenueDistribution>)parts);

    /// <summary>
    /// Gets the smallest amount that the sum does not exceed with probability <paramref name="p"/>; 0.1 gives P10, the low end.
    /// </summary>
    /// <param name="p">The probability, from 0 to 1 (exclusive).</param>
    /// <returns>An amount from <see cref="Minimum"/> to <see cref="Maximum"/>; a possible sum if the method is exact.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is NaN or not between 0 and 1.</exception>
    public double Quantile(double p) => Solved.Quantile(Guard.OpenUnit(p));

    /// <summary>Gets the probability that the sum is at most an amount.</summary>
    /// <param name="amount">The amount; below 0 gives 0.</param>
    /// <returns>From 0 to 1.</returns>
    public double CumulativeProbability(decimal amount) => Solved.CumulativeProbability(amount);

    /// <summary>Gets the probability that the sum is at least an amount, such as a quota.</summary>
    /// <param name="amount">The amount; 0 or below gives 1.</param>
    /// <returns>From 0 to 1.</returns>
    public double ProbabilityAtLeast(decimal amount) => Solved.ProbabilityAtLeast(amount);

    /// <summary>
    /// Gets the mean of the worst share <paramref name="p"/> of outcomes, the low end: the average if things go badly
    /// (Acerbi and Tasche 2002; an atom at the edge of the share counts in part).
    /// </summary>
    /// <param name="p">The share of the outcomes, from 0 to 1 (exclusive).</param>
    /// <returns>At most <see cref="Quantile"/> of the same <paramref name="p"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is NaN or not between 0 and 1.</exception>
    public double ExpectedShortfall(double p) => Solved.ExpectedShortfall(Guard.OpenUnit(p));

    /// <summary>
    /// Adds a standard normal factor z that all terms share: the uncertainty common to all deals. A deal's
    /// probability becomes Phi((Phi⁻¹(p) + sqrt(rho) z) / sqrt(1 - rho)) (Vasicek 2002), and the rate of new business
    /// rate x exp(s z - s²/2); both keep their means exactly. rho is chosen so that the mean of the deals given z has the requested spread,
    /// and s so that the mean of new business has it, each as far as possible. Replaces any previous spread.
    /// </summary>
    /// <param name="spread">
    /// The standard deviation of the mean given z, divided by the mean; 0 or more, and 0 makes deals independent. Above 1, or if it
    /// can't be reached with a rho of 0.99, it is capped: <see cref="IsSpreadCapped"/>.
    /// </param>
    /// <returns>The widened distribution, with the same mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="spread"/> is NaN, infinite or below 0.</exception>
    public RevenueDistribution Widened(double spread) => new(_terms, _merged, Guard.NotNegative(spread), ErrorWanted);

    /// <summary>
    /// The new business of which each win counts with a probability: wins of one of several sellers, say. Their numbers are independent
    /// of those of the others, and the parts of all add up to the whole (thinning of a Poisson process).
    /// </summary>
    internal RevenueDistribution NewBusinessOf(double share)
    {
        var terms = new RevenueTerms();
        for (var i = 0; i < _terms.NewAmounts.Count; i++) terms.AddNew(_terms.NewAmounts[i], _terms.NewRates[i] * share);
        return new(terms, SpreadAsked, ErrorWanted);
    }

    /// <summary>
    /// Returns the same terms with another maximum error. The time and memory of a simulation grow with its inverse square: with 0.001 it
    /// draws eleven million sums, in a second or two.
    /// </summary>
    /// <param name="errorBound">The maximum of <see cref="ErrorBound"/>, from 0.0005 to 0.1. Distributions start with 0.005.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="errorBound"/> is NaN or outside 0.0005 to 0.1.</exception>
    public RevenueDistribution Within(double errorBound) =>
        new(_terms, _merged, SpreadAsked, Guard.Within(LawChooser.LeastError, errorBound, LawChooser.GreatestError));

    /// <summary>Mean, P10, P50 and P90, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"mean {InvariantText.Of(Mean)}, P10 {InvariantText.Of(Quantile(0.1))}, P50 {InvariantText.Of(Quantile(0.5))}, " +
        $"P90 {InvariantText.Of(Quantile(0.9))}";
}
