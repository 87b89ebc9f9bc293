using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The daily rate of one way of closing, won or lost, as a product: the rate of the age, times a factor of the segment, of the
/// month of the quarter (one for young deals and one for older), of the month of the year, and of the kind of day.
/// </summary>
/// <remarks>
/// The rate of an age is the number counted divided by the number at risk, as in Aalen and Johansen, each deal at risk weighted by its
/// factors. A factor is (counted + strength) / (expected + strength), so that it stays near 1 with little data, divided by its mean
/// weighted by the counts. All are updated in turn until they converge.
/// </remarks>
internal sealed class CloseRates
{
    // Ages and months are correlated, and the last digits converge slowly; they are far below the precision of the counts.
    private const int MostRounds = 200;
    private const double StandsStill = 1e-6;

    // With a prior, the target that the rate of a band of ages is shrunk to counts as this many closings, and that of a day of age as
    // this many deals.
    private const double BandStrength = 2;
    private const double AgeStrength = 5;
    private const double Alive = 0.9;
    private const int FirstBand = 7;
    private const int MostRoundsOfRise = 20;
    private const double LeastRise = -1;
    private const double MostRise = 2;

    // Deals are seldom won in their first days: without data, the rate of wins rises with this power of the age, and that of losses
    // stays. The data change it: the standard deviation of the power among companies is assumed to be a half.
    private const double UsualRise = 0.25;
    private const double DeviationOfRise = 0.5;
    private const int MostRoundsWithPrior = 30;
    private const double StandsStillWithPrior = 1e-4;

    private readonly double[] _rates;
    private readonly int[] _cellOfAge;
    private readonly int[] _firstAges;
    private readonly int _days;
    private readonly int _youngDays;
    private readonly int _youngCells;
    private readonly double? _priorEvents;
    private readonly double _priorExposure;
    private readonly long _tailEvents;
    private readonly double _usualRise;
    private double[]? _shape;
    private readonly RateFactor[] _factors;
    private readonly int[] _events;
    private readonly double[] _counted;

    // The first cell of each row with an older deal.
    private readonly int[] _olderFrom;
    private double _tail;

    private CloseRates(RiskTable table, TimeToCloseOptions options, bool monthsOfYear, ForecastPrior? prior, bool won)
    {
        _priorEvents = prior?.Events(won);
        _priorExposure = prior?.Exposure ?? 0;
        _usualRise = won ? UsualRise : 0;
        _tailEvents = won ? table.TailWon : table.TailLost;
        _rates = new double[table.Ages];
        _cellOfAge = table.CellOfAge;
        _firstAges = table.FirstAges;
        _days = table.Days;
        _youngDays = options.YoungDays;
        while (_youngCells < _firstAges.Length && _firstAges[_youngCells] < _youngDays) _youngCells++;
        // One more than there are, for an unknown segment: its factor stays 1.
        var segments = table.Segments + 1;
        Segments = new(segments, options.SegmentStrength, DayKind.Categories(segments, static (segment, _, _) => segment));
        QuarterMonths = new(
            CalendarSlots.MonthsOfQuarter * DayKind.Bands, options.CalendarStrength, DayKind.Categories(
                segments, static (_, slot, band) => (CalendarSlots.MonthOfQuarter(slot) * DayKind.Bands) + band));
        YearMonths = new(
            CalendarSlots.MonthsOfYear, options.CalendarStrength,
            DayKind.Categories(segments, static (_, slot, _) => CalendarSlots.MonthOfYear(slot)), prior is null ? null : YearlySwing.Of);
        KindsOfDay = new(
            CalendarSlots.KindsOfDay, options.CalendarStrength,
            DayKind.Categories(segments, static (_, slot, _) => CalendarSlots.KindOfDay(slot)));
        _factors = !options.FollowsCalendar ? [Segments]
            : monthsOfYear ? [Segments, QuarterMonths, KindsOfDay, YearMonths]
            : [Segments, QuarterMonths, KindsOfDay];
        _events = won ? table.Won : table.Lost;
        _counted = new double[table.Ages];
        _olderFrom = new int[table.Rows.Count];
    }

    public RateFactor Segments { get; }

    public RateFactor QuarterMonths { get; }

    public RateFactor YearMonths { get; }

    public RateFactor KindsOfDay { get; }

    /// <summary>Fits the rates of one way of closing.</summary>
    /// <param name="table">The deals at risk, and how they ended.</param>
    /// <param name="won">Whether to fit wins; otherwise losses.</param>
    /// <param name="options">The options.</param>
    /// <param name="monthsOfYear">Whether months of the year differ.</param>
    /// <param name="prior">The assumptions for missing observations; <see langword="null"/> to use only the exact counts.</param>
    public static CloseRates Fit(RiskTable table, bool won, TimeToCloseOptions options, bool monthsOfYear, ForecastPrior? prior)
    {
        var fit = new CloseRates(table, options, monthsOfYear, prior, won);
        fit.Count(table);
        for (var round = 0; round < (prior is null ? MostRounds : MostRoundsWithPrior); round++)
        {
            fit.SetRates(table);
            if (fit.SetFactors(table) < (prior is null ? StandsStill : StandsStillWithPrior)) break;
        }

        fit.SetRates(table);
        return fit;
    }

    /// <summary>
    /// The rate of an age, before the factors; 0 beyond the greatest age at which a deal closed, or with a prior the remaining rate there.
    /// </summary>
    public double Rate(int age) => age < _cellOfAge.Length ? _rates[_cellOfAge[age]] : _tail;

    /// <summary>The number of events that the rates are based on, including those of the prior.</summary>
    public double Events { get; private set; }

    /// <summary>The number of events per day of an open deal, at the ages at which deals close.</summary>
    public double KeptRate { get; private set; }

    /// <summary>The number of open-deal days that the rates are based on, including those of the prior.</summary>
    public double Days { get; private set; }

    public int Band(int age) => age < _youngDays ? 0 : 1;

    // By the index of an age among the distinguished ages.
    private int BandOf(int cell) => cell < _youngCells ? 0 : 1;

    /// <summary>The product of all factors for a <see cref="DayKind"/>.</summary>
    public double Factor(int kind)
    {
        double product = 1;
        foreach (var factor in _factors) product *= factor[kind];
        return product;
    }

    private void Count(RiskTable table)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var (segment, slot, first, end) = table.Rows[row];
            _olderFrom[row] = end;
            for (var i = first; i < end; i++)
            {
                var band = BandOf(table.AgeOfCell[i]);
                if (band > 0) _olderFrom[row] = Math.Min(_olderFrom[row], i);
                if (_events[i] == 0) continue;
                _counted[table.AgeOfCell[i]] += _events[i];
                foreach (var factor in _factors) factor.Count(DayKind.Of(segment, slot, band), _events[i]);
            }
        }
    }

    private void SetRates(RiskTable table)
    {
        var exposed = new double[table.Ages];
        var (ages, atRisk) = (table.AgeOfCell, table.AtRisk);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var (segment, slot, first, end) = table.Rows[row];
            var young = Factor(DayKind.Of(segment, slot, 0));
            var older = Factor(DayKind.Of(segment, slot, 1));
            var i = first;
            for (; i < _olderFrom[row]; i++) exposed[ages[i]] += atRisk[i] * young;
            for (; i < end; i++) exposed[ages[i]] += atRisk[i] * older;
        }

        if (_priorEvents is null)
        {
            for (var age = 0; age < table.Ages; age++) _rates[age] = _counted[age] == 0 ? 0 : _counted[age] / exposed[age];
            return;
        }

        Smooth(_counted, exposed, table.TailDays);
    }

    /// <summary>
    /// Shrinks the rate of a day of age to that of its band, a band to that of all ages, and that to the prior. Bands double in length;
    /// with large counts, shrinking has no visible effect. Ages beyond any deal that closed form a separate band.
    /// </summary>
    private void Smooth(double[] counted, double[] exposed, long tailDays)
    {
        Events = _priorEvents!.Value + _tailEvents;
        Days = _priorExposure + tailDays;
        for (var age = 0; age < counted.Length; age++)
        {
            Events += counted[age];
            Days += exposed[age];
        }

        var whole = Events / Days;
        KeptRate = (Events - _tailEvents) / (Days - tailDays);
        _shape ??= ShapeOf(counted, exposed);
        // The expectation of each age by the shape alone, scaled so that its total is the number counted.
        double shaped = 0, plain = 0;
        for (var age = 0; age < counted.Length; age++)
        {
            shaped += exposed[age] * _shape[age];
            plain += exposed[age];
        }

        var scale = plain > 0 ? whole * plain / shaped : whole;
        for (int first = 0, until = FirstBand; first < counted.Length; until *= 2)
        {
            double events = 0, expected = 0;
            var end = first;
            for (; end < counted.Length && _firstAges[end] < until; end++)
            {
                events += counted[end];
                expected += exposed[end] * scale * _shape[end];
            }

            var band = (events + BandStrength) / (expected + BandStrength);
            for (; first < end; first++)
            {
                var strength = AgeStrength * WidthOf(first);
                _rates[first] = (counted[first] + (strength * band * scale * _shape[first])) / (exposed[first] + strength);
            }
        }

        // Deals older than any that closed either continue like the others, or are dead: the longer they were observed without a closing,
        // the more likely they are dead.
        var usual = scale * _shape[counted.Length];
        var alive = Alive * Exponential.Exp(-tailDays * usual);
        _tail = _tailEvents > 0 ? (_tailEvents + BandStrength) / (tailDays + (BandStrength / usual)) : usual * alive / (alive + 1 - Alive);
    }

    /// <summary>
    /// The rates of the ages relative to each other, as a power of the age: a Weibull hazard, whose exponent is the most likely one after
    /// the counts, by Newton's method.
    /// </summary>
    private double[] ShapeOf(double[] counted, double[] exposed)
    {
        // One more than there are, for the ages beyond.
        var shape = new double[counted.Length + 1];
        var ages = new double[shape.Length];
        double events = 0, sum = 0;
        for (var cell = 0; cell < ages.Length; cell++)
        {
            ages[cell] = Logarithm.Of(FirstAge(cell) + (WidthOf(cell) / 2.0));
            if (cell == counted.Length) break;
            events += counted[cell];
            sum += counted[cell] * ages[cell];
        }

        const double Precision = 1 / (DeviationOfRise * DeviationOfRise);
        var rise = _usualRise;
        for (var round = 0; round < MostRoundsOfRise; round++)
        {
            double weight = 0, first = 0, second = 0;
            for (var cell = 0; cell < counted.Length; cell++)
            {
                var expected = exposed[cell] * Exponential.Exp(rise * ages[cell]);
                weight += expected;
                first += expected * ages[cell];
                second += expected * ages[cell] * ages[cell];
            }

            if (!(weight > 0)) break;
            var mean = first / weight;
            var score = sum - (events * mean) - (Precision * (rise - _usualRise));
            var step = score / ((events * ((second / weight) - (mean * mean))) + Precision);
            rise = Math.Max(LeastRise, Math.Min(MostRise, rise + step));
            if (Math.Abs(step) < StandsStillWithPrior) break;
        }

        for (var cell = 0; cell < shape.Length; cell++) shape[cell] = Exponential.Exp(rise * ages[cell]);
        return shape;
    }

    private int FirstAge(int cell) => cell < _firstAges.Length ? _firstAges[cell] : _days;

    private int WidthOf(int cell) => cell < _firstAges.Length ? FirstAge(cell + 1) - FirstAge(cell) : 1;

    private double SetFactors(RiskTable table)
    {
        // The expectation of each kind of day from the rates of the ages alone; the factors need nothing else.
        var expected = new double[DayKind.Count(table.Segments)];
        var (ages, atRisk) = (table.AgeOfCell, table.AtRisk);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var (segment, slot, first, end) = table.Rows[row];
            double young = 0, older = 0;
            var i = first;
            for (; i < _olderFrom[row]; i++) young += atRisk[i] * _rates[ages[i]];
            for (; i < end; i++) older += atRisk[i] * _rates[ages[i]];
            expected[DayKind.Of(segment, slot, 0)] = young;
            expected[DayKind.Of(segment, slot, 1)] = older;
        }

        double moved = 0;
        foreach (var factor in _factors)
        {
            moved = Math.Max(moved, factor.Adjust(sums =>
            {
                for (var kind = 0; kind < expected.Length; kind++)
                {
                    if (expected[kind] > 0) sums[factor.Place(kind)] += expected[kind] * Factor(kind);
                }
            }));
        }

        return moved;
    }
}
