using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What deals bring in the coming periods by a model that knows them: the open ones, those that don't exist yet, and the stale ones; before
/// anything is widened by errors of the past. Immutable.
/// </summary>
public sealed class DealOutlook
{
    // Down to next to nothing: what is shown is what the parts come to. Up, what deals can't explain stands apart.
    private const double LowestLevel = 1e-6;
    private const double HighestLevel = 2;
    private const int Halvings = 40;

    // Halving leaves a hair.
    private const double Unreached = 1e-6;

    private readonly OpenDeal[] _deals;
    private readonly ExpectedWins[] _newBusiness;
    private readonly double[] _newMeans;
    private readonly double[] _means;
    private readonly Func<int, int, double>? _rateVariance;

    // Deals with the same chances are summed up: what hangs on the chances is then worked out once for all of them.
    private readonly List<ChanceGroup> _groups = [];
    private readonly int[] _groupOf;

    /// <summary>An outlook.</summary>
    /// <param name="periods">The periods, those of the input of the model; at least one.</param>
    /// <param name="deals">The open deals, each with a chance for each period, and each deal once.</param>
    /// <param name="newBusiness">What is expected of deals that don't exist yet. The default is nothing.</param>
    /// <param name="stale">The open deals that are older than any that closed. The default is none.</param>
    /// <param name="amounts">
    /// What won deals bring; what a combination can't explain by the deals is spread as these are. The default is the amounts of the open
    /// deals.
    /// </param>
    /// <param name="rateVariance">
    /// How uncertain the mean of several periods is, for want of history: the variance of their common mean over its square, from the place
    /// of the first of them to before that of another. It widens the forecast. The default is 0: the rates are known.
    /// </param>
    /// <param name="timeToClose">How fast deals close, where the model learned it.</param>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="periods"/> or <paramref name="deals"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// There is no period; an item is <see langword="null"/>; or a deal or new business has another number of periods.
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
        _newMeans = MeansOfNewBusiness();
        _means = (double[])_newMeans.Clone();
        for (var period = 0; period < _means.Length; period++)
        {
            double open = 0;
            foreach (var group in _groups) open += group.Amount * group.Chances[period];
            _means[period] += open;
        }
    }

    private DealOutlook(DealOutlook other, OpenDeal[] deals, ExpectedWins[] newBusiness)
        : this(other.Periods, deals, newBusiness, other.Stale, other.Amounts, other._rateVariance, other.TimeToClose)
    {
    }

    /// <summary>The periods, ascending.</summary>
    public IReadOnlyList<ForecastPeriod> Periods { get; }

    /// <summary>The open deals with their chances.</summary>
    public IReadOnlyList<OpenDeal> Deals => Array.AsReadOnly(_deals);

    /// <summary>What is expected of deals that don't exist yet.</summary>
    public IReadOnlyList<ExpectedWins> NewBusiness => Array.AsReadOnly(_newBusiness);

    /// <summary>The open deals that are older than any that closed.</summary>
    public IReadOnlyList<StaleDeal> Stale { get; }

    /// <summary>What won deals bring; <see langword="null"/> where no amount is known.</summary>
    public DealAmounts? Amounts { get; }

    /// <summary>The mean of each period: of each open deal its amount times its chance, and new business.</summary>
    public IReadOnlyList<double> Means => Array.AsReadOnly(_means);

    /// <summary>How fast deals close; <see langword="null"/> where the model did not learn it.</summary>
    public TimeToClose? TimeToClose { get; }

    /// <summary>
    /// How uncertain the mean of several periods is, for want of history: the variance of their common mean over its square, that comes of
    /// what was learned from so many deals and no more.
    /// </summary>
    /// <param name="first">The place of the first period, from 0.</param>
    /// <param name="end">The place after the last one.</param>
    /// <returns>0 or above.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such period, or none from one place to before the other.</exception>
    /// <exception cref="InvalidOperationException">The function of a custom model gave NaN, infinity or a number below 0.</exception>
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
    /// The variance of what several periods bring together, from one to before another, by the chance of each deal and what is not known of
    /// the rates.
    /// </summary>
    internal double Variance(int first, int end)
    {
        double mean = 0;
        for (var period = first; period < end; period++) mean += _means[period];
        return OwnVariance(first, end) + (RateVariance(first, end) * mean * mean);
    }

    /// <summary>The same were the rates known: each deal is won or not by itself.</summary>
    internal double OwnVariance(int first, int end)
    {
        double sum = 0;
        foreach (var group in _groups)
        {
            double chance = 0;
            for (var period = first; period < end; period++) chance += group.Chances[period];
            sum += group.Square * chance * (1 - chance);
        }

        foreach (var wins in _newBusiness)
        {
            for (var period = first; period < end; period++) sum += wins.Wins[period] * wins.Amounts.MeanSquare;
        }

        return sum;
    }

    /// <summary>The distributions of a period, widened.</summary>
    /// <param name="period">The place of the period.</param>
    /// <param name="spread">What all deals of the period share.</param>
    /// <param name="unexplained">What is expected beyond the deals, or <see langword="null"/>.</param>
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

    /// <summary>What is wanted of a period and the deals don't explain, of the sizes of won deals.</summary>
    /// <param name="period">The place of the period.</param>
    /// <param name="mean">The mean wanted.</param>
    /// <returns>The distribution; <see langword="null"/> where nothing is left.</returns>
    internal RevenueDistribution? Unexplained(int period, double mean)
    {
        var rest = mean - _means[period];
        if (rest <= mean * Unreached) return null;
        return Amounts is { Mean: > 0 and var size }
            ? RevenueDistribution.Create(builder => builder.NewBusiness(rest / size, Amounts.Amounts, Amounts.Weights))
            : null;
    }

    /// <summary>
    /// The same deals at rates that are multiplied in each period until its mean is the one wanted; at most by 2, so that a mean far above
    /// is not reached: deals can't explain it. Of the deals that are left in a period, 1 - (1 - p)^k are won, so that none is won twice.
    /// </summary>
    internal DealOutlook At(double[] means)
    {
        var (left, leftThen, chance, log) = (Ones(), Ones(), new double[_groups.Count], new double[_groups.Count]);
        var chances = _groups.ConvertAll(_ => new double[means.Length]);
        var levels = new double[means.Length];
        for (var period = 0; period < means.Length; period++)
        {
            for (var i = 0; i < chance.Length; i++)
            {
                chance[i] = left[i] > 0 && leftThen[i] > 0 ? Math.Min(1, _groups[i].Chances[period] / left[i]) : 0;
                log[i] = chance[i] is 0 or 1 ? 0 : Logarithm.Of(1 - chance[i]);
            }

            double low = LowestLevel, high = HighestLevel;
            // Halved until nothing is left between them; the mean grows with the level.
            for (var step = 0; step < Halvings; step++)
            {
                levels[period] = Math.Sqrt(low * high);
                var mean = _newMeans[period] * levels[period];
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
        var places = new Dictionary<double[], int>(SameNumbers.Comparer);
        var groupOf = new int[_deals.Length];
        for (var i = 0; i < groupOf.Length; i++)
        {
            var deal = _deals[i] ?? throw new ArgumentException("One of the deals is null.", "deals");
            if (deal.ChanceTable.Length != Periods.Count)
                throw OtherPeriods($"Deal \"{deal.Opportunity.Id}\"", deal.ChanceTable.Length, "deals");
            if (!places.TryGetValue(deal.ChanceTable, out groupOf[i]))
            {
                places.Add(deal.ChanceTable, groupOf[i] = _groups.Count);
                _groups.Add(new(deal.ChanceTable));
            }

            if (deal.Amount is { } amount) _groups[groupOf[i]].Add((double)amount);
        }

        return groupOf;
    }

    private double[] MeansOfNewBusiness()
    {
        var means = new double[Periods.Count];
        foreach (var wins in _newBusiness)
        {
            if (wins is null) throw new ArgumentException("One of the expected wins is null.", "newBusiness");
            if (wins.Wins.Count != means.Length) throw OtherPeriods("New business", wins.Wins.Count, "newBusiness");
            for (var i = 0; i < means.Length; i++) means[i] += wins.Wins[i] * wins.Amounts.Mean;
        }

        return means;
    }

    private ArgumentException OtherPeriods(string what, int count, string name) => new(
        $"{what} has {InvariantText.Of((long)count)} periods; the outlook has {InvariantText.Of((long)Periods.Count)}.", name);

    /// <summary>Deals that have the same chances.</summary>
    private sealed class ChanceGroup(double[] chances)
    {
        public double[] Chances => chances;

        public double Amount { get; private set; }

        public double Square { get; private set; }

        public void Add(double amount)
        {
            Amount += amount;
            Square += amount * amount;
        }
    }

    /// <summary>Rows of numbers are the same when all of their bits are.</summary>
    private sealed class SameNumbers : IEqualityComparer<double[]>
    {
        public static readonly SameNumbers Comparer = new();

        public bool Equals(double[]? x, double[]? y)
        {
            if (ReferenceEquals(x, y)) return true;
            if (x is null || y is null || x.Length != y.Length) return false;
            for (var i = 0; i < x.Length; i++)
            {
                if (BitConverter.DoubleToInt64Bits(x[i]) != BitConverter.DoubleToInt64Bits(y[i])) return false;
            }

            return true;
        }

        public int GetHashCode(double[] obj)
        {
            var hash = 17L;
            foreach (var number in obj) hash = (hash * 31) + BitConverter.DoubleToInt64Bits(number);
            return (int)(hash ^ (hash >> 32));
        }
    }
}
