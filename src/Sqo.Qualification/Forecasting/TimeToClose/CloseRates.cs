using System;
using System.Collections.Generic;
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
    public const int Bands = 2;

    // Ages and months are correlated, and the last digits converge slowly; they are far below the precision of the counts.
    private const int MostRounds = 200;
    private const double StandsStill = 1e-6;

    // With a prior, the target that the rate of a band of ages is shrunk to counts as this many closings, and that of a day of age as
    // this many deals.
    private const double BandStrength = 2;
    private const double AgeStrength = 5;
    private const double Alive = 0.9;
    private const int FirstBand = 7;
    private const double Rise = 0.25;
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
    private readonly bool _won;
    private readonly double[] _shape;
    private readonly List<RateFactor> _factors = [];
    private double _tail;

    private CloseRates(RiskTable table, TimeToCloseOptions options, bool monthsOfYear, ForecastPrior? prior, bool won)
    {
        _priorEvents = prior?.Events(won);
        _priorExposure = prior?.Exposure ?? 0;
        _won = won;
        _tailEvents = won ? table.TailWon : table.TailLost;
        _rates = new double[table.Ages];
        _cellOfAge = table.CellOfAge;
        _firstAges = table.FirstAges;
        _days = table.Days;
        _shape = new double[table.Ages + 1];
        for (var cell = 0; cell < _shape.Length; cell++) _shape[cell] = Exponential.Exp(
            Rise * Logarithm.Of(FirstAge(cell) + (WidthOf(cell) / 2.0)));
        _youngDays = options.YoungDays;
        while (_youngCells < _firstAges.Length && _firstAges[_youngCells] < _youngDays) _youngCells++;
        // One more than there are, for an unknown segment: its factor stays 1.
        Segments = new(table.Segments + 1, options.SegmentStrength, static (segment, _, _) => segment);
        _factors.Add(Segments);
        QuarterMonths = new(
            CalendarSlots.MonthsOfQuarter * Bands, options.CalendarStrength, static (_, slot, band) =>
            (CalendarSlots.MonthOfQuarter(slot) * Bands) + band);
        YearMonths = new(
            CalendarSlots.MonthsOfYear, options.CalendarStrength, static (_, slot, _) =>
            CalendarSlots.MonthOfYear(slot), prior is null ? null : YearlySwing.Of);
        KindsOfDay = new(CalendarSlots.KindsOfDay, options.CalendarStrength, static (_, slot, _) => CalendarSlots.KindOfDay(slot));
        if (!options.FollowsCalendar) return;
        _factors.Add(QuarterMonths);
        _factors.Add(KindsOfDay);
        if (monthsOfYear) _factors.Add(YearMonths);
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

    public double Factor(int segment, int slot, int band)
    {
        double product = 1;
        foreach (var factor in _factors) product *= factor[segment, slot, band];
        return product;
    }

    private int EventsIn(RiskCell cell) => _won ? cell.Won : cell.Lost;

    private void Count(RiskTable table)
    {
        foreach (var row in table.Rows)
        {
            for (var i = row.First; i < row.End; i++)
            {
                var events = EventsIn(table.Cells[i]);
                if (events == 0) continue;
                foreach (var factor in _factors) factor.Count(row.Segment, row.Slot, BandOf(table.Cells[i].Age), events);
            }
        }
    }

    private void SetRates(RiskTable table)
    {
        var counted = new double[table.Ages];
        var exposed = new double[table.Ages];
        foreach (var row in table.Rows)
        {
            var young = Factor(row.Segment, row.Slot, 0);
            var older = Factor(row.Segment, row.Slot, 1);
            for (var i = row.First; i < row.End; i++)
            {
                var cell = table.Cells[i];
                counted[cell.Age] += EventsIn(cell);
                exposed[cell.Age] += cell.AtRisk * (BandOf(cell.Age) == 0 ? young : older);
            }
        }

        if (_priorEvents is null)
        {
            for (var age = 0; age < table.Ages; age++) _rates[age] = counted[age] == 0 ? 0 : counted[age] / exposed[age];
            return;
        }

        Smooth(counted, exposed, table.TailDays);
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
        // The expectation of each age by the shape alone, scaled so that its total is the number counted.
        double shaped = 0, plain = 0;
        for (var age = 0; age < counted.Length; age++)
        {
            shaped += exposed[age] * Shape(age);
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
                expected += exposed[end] * scale * Shape(end);
            }

            var band = (events + BandStrength) / (expected + BandStrength);
            for (; first < end; first++)
            {
                var strength = AgeStrength * WidthOf(first);
                _rates[first] = (counted[first] + (strength * band * scale * Shape(first))) / (exposed[first] + strength);
            }
        }

        // Deals older than any that closed either continue like the others, or are dead: the longer they were observed without a closing,
        // the more likely they are dead.
        var usual = scale * Shape(counted.Length);
        var alive = Alive * Exponential.Exp(-tailDays * usual);
        _tail = _tailEvents > 0 ? (_tailEvents + BandStrength) / (tailDays + (BandStrength / usual)) : usual * alive / (alive + 1 - Alive);
    }

    // Deals are seldom won in their first days: without more data, the rate of wins rises slowly with age.
    private double Shape(int cell) => _won ? _shape[cell] : 1;

    private int FirstAge(int cell) => cell < _firstAges.Length ? _firstAges[cell] : _days;

    private int WidthOf(int cell) => cell < _firstAges.Length ? FirstAge(cell + 1) - FirstAge(cell) : 1;

    private double SetFactors(RiskTable table)
    {
        // The expectation of each row and band from the rates of the ages alone; the factors need nothing else.
        var expected = new double[table.Segments * CalendarSlots.Count * Bands];
        foreach (var row in table.Rows)
        {
            var at = ((row.Segment * CalendarSlots.Count) + row.Slot) * Bands;
            for (var i = row.First; i < row.End; i++)
            {
                var cell = table.Cells[i];
                expected[at + BandOf(cell.Age)] += cell.AtRisk * _rates[cell.Age];
            }
        }

        double moved = 0;
        foreach (var factor in _factors)
        {
            moved = Math.Max(moved, factor.Adjust(sums =>
            {
                foreach (var (segment, slot, _, _) in table.Rows)
                {
                    var at = ((segment * CalendarSlots.Count) + slot) * Bands;
                    for (var band = 0; band < Bands; band++)
                    {
                        if (expected[at + band] <= 0) continue;
                        sums[factor.Place(segment, slot, band)] += expected[at + band] * Factor(segment, slot, band);
                    }
                }
            }));
        }

        return moved;
    }
}
