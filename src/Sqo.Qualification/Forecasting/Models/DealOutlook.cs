using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The forecast of deals for the coming periods by a deal forecast model: the open deals, those that don't exist yet, and the stale ones;
/// before it is widened by past errors. Immutable.
/// </summary>
public sealed class DealOutlook
{
    // Downwards almost to 0, so that the result is the mean of the parts. Upwards limited: the rest is shown as unexplained.
    private const double LowestLevel = 1e-6;
    private const double HighestLevel = 2;
    private const int Halvings = 40;

    // The remaining inaccuracy of halving.
    private const double Unreached = 1e-6;

    private readonly OpenDeal[] _deals;
    private readonly ExpectedWins[] _newBusiness;
    private readonly Func<int, int, double>? _rateVariance;
    private readonly ChanceGroups _groups = new();
    private readonly int[] _groupOf;
    private readonly DealSums _sums;

    /// <summary>Creates an outlook.</summary>
    /// <param name="periods">The periods, those of the model's input; at least one.</param>
    /// <param name="deals">The open deals, each once, with a chance for each period.</param>
    /// <param name="newBusiness">The expected wins of deals that don't exist yet. The default is none.</param>
    /// <param name="stale">The open deals that are older than any that closed. The default is none.</param>
    /// <param name="amounts">
    /// The amounts of won deals; the part of a combination that deals can't explain has the same distribution of sizes. The default is the
    /// amounts of the open deals.
    /// </param>
    /// <param name="rateVariance">
    /// Gets how uncertain the mean of several periods is because of limited history: the variance of their total mean divided by its
    /// square, from the index of the first period to that after the last. It widens the forecast. The default is 0: the rates are known.
    /// </param>
    /// <param name="timeToClose">How fast deals close, if the model learned it.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="periods"/> or <paramref name="deals"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// There are no periods; an item is <see langword="null"/>; or a deal or new business has another number of periods.
    /// </exception>
    public DealOutlook(
        IReadOnlyList<ForecastPeriod> periods,
        IEnumerable<OpenDeal> deals,
        IEnumerable<ExpectedWins>? newBusiness = null,
        IEnumerable<StaleDeal>? stale = null,
        DealAmounts? amounts = null,
        Func<int, int, double>? rateVariance = null,
        TimeToClose? timeToClose = null)
    {
        Periods = Array.AsReadOnly<ForecastPeriod>([.. Guard.NotNull(periods)]);
        if (Periods.Count == 0) throw new ArgumentException("There is no period; an outlook has at least one.", nameof(periods));
        _deals = [.. Guard.NotNull(deals)];
        _newBusiness = [.. newBusiness ?? []];
        StaleDeal[] old = [.. stale ?? []];
        if (Array.IndexOf(old, null!) >= 0) throw new ArgumentException("One of the stale deals is null.", nameof(stale));
        Stale = Array.AsReadOnly(old);
        Amounts = amounts ?? AmountsOfDeals();
        _rateVariance = rateVariance;
        TimeToClose = timeToClose;
        _groupOf = Group();
        CheckNewBusiness();
        _sums = new(_groups, _newBusiness, Periods.Count, RateVariance);
    }

    private DealOutlook(DealOutlook other, OpenDeal[] deals, ExpectedWins[] newBusiness)
        : this(other.Periods, deals, newBusiness, other.Stale, other.Amounts, other._rateVariance, other.TimeToClose)
    {
    }

    /// <summary>The periods, ascending.</summary>
    public IReadOnlyList<ForecastPeriod> Periods { get; }

    /// <summary>The open deals with their chances.</summary>
    public IReadOnlyList<OpenDeal> Deals => Array.AsReadOnly(_deals);

    /// <summary>The expected wins of deals that don't exist yet.</summary>
    public IReadOnlyList<ExpectedWins> NewBusiness => Array.AsReadOnly(_newBusiness);

    /// <summary>The open deals that are older than any that closed.</summary>
    public IReadOnlyList<StaleDeal> Stale { get; }

    /// <summary>The amounts of won deals; <see langword="null"/> if no amount is known.</summary>
    public DealAmounts? Amounts { get; }

    /// <summary>The mean of each period: the sum of amount times chance over open deals, plus new business.</summary>
    public IReadOnlyList<double> Means => Array.AsReadOnly(_sums.Means);

    /// <summary>How fast deals close; <see langword="null"/> if the model did not learn it.</summary>
    public TimeToClose? TimeToClose { get; }

    /// <summary>
    /// Gets how uncertain the mean of several periods is because of limited history: the variance of their total mean divided by its square
    /// that results from learning from a limited number of deals.
    /// </summary>
    /// <param name="first">The index of the first period, from 0.</param>
    /// <param name="end">The index after the last period.</param>
    /// <returns>0 or above.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is out of range, or the range is empty.</exception>
    /// <exception cref="InvalidOperationException">The function of a custom model returned NaN, infinity or a number below 0.</exception>
    public double RateVariance(int first, int end)
    {
        Guard.Within(0, first, Periods.Count - 1);
        Guard.Within(first + 1, end, Periods.Count);
        var variance = _rateVariance?.Invoke(first, end) ?? 0;
        return variance >= 0 && !double.IsInfinity(variance) ? variance : throw new InvalidOperationException(
            $"The variance of the rates from period {InvariantText.Of((long)first)} to before {InvariantText.Of((long)end)} is " +
            $"{InvariantText.Of(variance)}; it must be a finite number, 0 or above.");
    }

    /// <summary>
    /// The variance of the total of several periods, from one to before another, from the chance of each deal and the uncertainty of
    /// the rates.
    /// </summary>
    internal double Variance(int first, int end) => _sums.Variance(first, end);

    /// <summary>The same if the rates were known: each deal is won or lost independently.</summary>
    internal double OwnVariance(int first, int end) => _sums.OwnVariance(first, end);

    /// <summary>Creates the widened distributions of a period.</summary>
    /// <param name="period">The index of the period.</param>
    /// <param name="spread">The spread shared by all deals of the period.</param>
    /// <param name="unexplained">The forecast beyond the deals, or <see langword="null"/>.</param>
    internal PeriodForecast Forecast(int period, double spread, RevenueDistribution? unexplained)
    {
        var open = RevenueDistribution.Create(builder =>
        {
            foreach (var deal in _deals)
            {
                var chance = deal.ChanceTable[period];
                if (chance > 0 && deal.Amount is { } amount) builder.Deal(deal.Opportunity.Id, amount, chance);
            }
        });
        var begun = RevenueDistribution.Create(builder =>
        {
            foreach (var wins in _newBusiness)
            {
                if (wins.Wins[period] > 0) builder.NewBusiness(wins.Wins[period], wins.Amounts.Amounts, wins.Amounts.Weights);
            }
        });
        var total = RevenueDistribution.Combine(open, begun, unexplained ?? RevenueDistribution.Nothing);
        return new(
            Periods[period], open.Widened(spread), begun.Widened(spread), unexplained?.Widened(spread), total.Widened(spread));
    }

    /// <summary>Creates the part of a period's mean that the deals don't explain, with the sizes of won deals.</summary>
    /// <param name="period">The index of the period.</param>
    /// <param name="mean">The target mean.</param>
    /// <returns>The distribution; <see langword="null"/> if nothing is left.</returns>
    internal RevenueDistribution? Unexplained(int period, double mean)
    {
        var rest = mean - _sums.Means[period];
        if (rest <= mean * Unreached) return null;
        return Amounts is { Mean: > 0 and var size }
            ? RevenueDistribution.Create(builder => builder.NewBusiness(rest / size, Amounts.Amounts, Amounts.Weights))
            : null;
    }

    /// <summary>
    /// The same deals with rates that are scaled in each period to reach the target mean; at most by 2, so a mean far above is not reached:
    /// deals can't explain it. Of the deals that are left in a period, 1 - (1 - p)^k are won, so that none is won twice.
    /// </summary>
    internal DealOutlook At(double[] means)
    {
        var (left, leftThen, chance, log) = (Ones(), Ones(), new double[_groups.Count], new double[_groups.Count]);
        var chances = new double[_groups.Count][];
        for (var i = 0; i < chances.Length; i++) chances[i] = new double[means.Length];
        var levels = new double[means.Length];
        for (var period = 0; period < means.Length; period++)
        {
            for (var i = 0; i < chance.Length; i++)
            {
                chance[i] = left[i] > 0 && leftThen[i] > 0 ? Math.Min(1, _groups[i].Chances[period] / left[i]) : 0;
                log[i] = chance[i] is 0 or 1 ? 0 : Logarithm.Of(1 - chance[i]);
            }

            double low = LowestLevel, high = HighestLevel;
            // Bisection until the interval is empty; the mean grows with the level.
            for (var step = 0; step < Halvings; step++)
            {
                levels[period] = Math.Sqrt(low * high);
                var mean = _sums.NewMeans[period] * levels[period];
                for (var i = 0; i < chance.Length; i++)
                {
                    if (_groups[i].Amount > 0) mean += _groups[i].Amount * Won(i, levels[period]);
                }

                if (mean < means[period]) low = levels[period];
                else high = levels[period];
            }

            for (var i = 0; i < chance.Length; i++)
            {
                chances[i][period] = Won(i, levels[period]);
                left[i] -= _groups[i].Chances[period];
                leftThen[i] -= chances[i][period];
            }
        }

        var deals = new OpenDeal[_deals.Length];
        for (var i = 0; i < deals.Length; i++)
        {
            var deal = _deals[i];
            deals[i] = OpenDeal.Sharing(chances[_groupOf[i]], deal.Opportunity, deal.Amount, deal.IsAmountAssumed);
        }

        return new(this, deals, Array.ConvertAll(_newBusiness, wins => new ExpectedWins(Times(wins.Wins, levels), wins.Amounts)));

        double Won(int group, double level) =>
            leftThen[group] * (chance[group] is 0 or 1 ? chance[group] : 1 - Exponential.Exp(level * log[group]));
    }

    private static IEnumerable<double> Times(IReadOnlyList<double> wins, double[] levels)
    {
        for (var i = 0; i < levels.Length; i++) yield return wins[i] * levels[i];
    }

    private double[] Ones()
    {
        var ones = new double[_groups.Count];
        for (var i = 0; i < ones.Length; i++) ones[i] = 1;
        return ones;
    }

    private DealAmounts? AmountsOfDeals()
    {
        var amounts = new List<decimal>();
        foreach (var deal in _deals)
        {
            if (deal.Amount is { } amount) amounts.Add(amount);
        }

        return amounts.Count == 0 ? null : new(amounts);
    }

    private int[] Group()
    {
        var groupOf = new int[_deals.Length];
        for (var i = 0; i < groupOf.Length; i++)
        {
            var deal = _deals[i] ?? throw new ArgumentException("One of the deals is null.", "deals");
            if (deal.ChanceTable.Length != Periods.Count)
                throw OtherPeriods($"Deal \"{deal.Opportunity.Id}\"", deal.ChanceTable.Length, "deals");
            groupOf[i] = _groups.Add(deal.ChanceTable, (double)(deal.Amount ?? 0));
        }

        return groupOf;
    }

    private void CheckNewBusiness()
    {
        foreach (var wins in _newBusiness)
        {
            if (wins is null) throw new ArgumentException("One of the expected wins is null.", "newBusiness");
            if (wins.Wins.Count != Periods.Count) throw OtherPeriods("New business", wins.Wins.Count, "newBusiness");
        }
    }

    private ArgumentException OtherPeriods(string what, int count, string name) => new(
        $"{what} has {InvariantText.Of((long)count)} periods; the outlook has {InvariantText.Of((long)Periods.Count)}.", name);
}
