using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The share of cohorts that had reached an event by an age, and from when on the data has the event at all.</summary>
internal sealed class CohortCurves
{
    // That chance made a gap which is less likely than this is not worth considering.
    private const double LeastChance = 0.001;

    private readonly ConversionEvent _event;
    private readonly int _today;
    private readonly Func<int, ForecastPeriod> _periodOf;
    private readonly FunnelUnit[] _dated;
    private readonly Dictionary<ForecastPeriod, Curve> _before = [];

    public CohortCurves(FunnelUnit[] units, ConversionEvent compared, int today, Func<int, ForecastPeriod> periodOf)
    {
        _event = compared;
        _today = today;
        _periodOf = periodOf;
        _dated = Array.FindAll(units, unit => unit.First != DayNumber.None);
        FindGap();
        foreach (var period in _dated.Select(PeriodOf).Distinct())
        {
            _before.Add(period, new(this, unit => PeriodOf(unit).CompareTo(period) < 0 && !IsIncomplete(PeriodOf(unit))));
        }
    }

    /// <summary>The first day of the event in the data, if those before it are missing; else None.</summary>
    public int RecordedFrom { get; private set; } = DayNumber.None;

    /// <summary>How many events were to be expected before that day.</summary>
    public double ExpectedBefore { get; private set; }

    public bool IsIncomplete(ForecastPeriod period) => period.FirstDay < RecordedFrom;

    public double? Ripeness(ForecastPeriod period, IReadOnlyList<FunnelUnit> units)
    {
        var curve = _before[period];
        return curve.Longest > 0 ? units.Average(unit => Math.Min(1, curve.At(_today - unit.First) / curve.Longest)) : null;
    }

    public ForecastPeriod PeriodOf(FunnelUnit unit) => _periodOf(unit.First);

    /// <summary>
    /// Whether leads from before the first event would, at the pace of the cohorts that began after it, have had events before: then the
    /// data begins late.
    /// </summary>
    private void FindGap()
    {
        var first = _dated.Where(unit => unit.DayOf(_event) != DayNumber.None).Select(unit => unit.DayOf(_event)).DefaultIfEmpty().Min();
        if (first == DayNumber.None) return;
        var later = new Curve(this, unit => PeriodOf(unit).FirstDay >= first);
        double none = 0, expected = 0;
        foreach (var unit in _dated)
        {
            if (unit.First >= first) continue;
            var reached = later.At(first - 1 - unit.First);
            expected += reached;
            none += reached < 1 ? Logarithm.Of(1 - reached) : double.NegativeInfinity;
        }

        if (none >= Logarithm.Of(LeastChance)) return;
        RecordedFrom = first;
        ExpectedBefore = expected;
    }

    private sealed class Curve
    {
        private readonly Func<double, double> _at;

        public Curve(CohortCurves owner, Func<FunnelUnit, bool> isIn)
        {
            var isWon = owner._event == ConversionEvent.Won;
            var durations = owner._dated.Where(isIn).Select(unit => unit.To(owner._event, owner._today, isWon)).OfType<ObservedDuration>();
            if (isWon)
            {
                var curve = AalenJohansen.Estimate(durations);
                _at = age => curve.Incidence(1, age);
                Longest = curve.LastSeen is { } last ? At(last) : 0;
            }
            else
            {
                var curve = KaplanMeier.Estimate(durations);
                _at = age => 1 - curve.Survival(age);
                Longest = curve.LastSeen is { } last ? At(last) : 0;
            }
        }

        /// <summary>The share by the longest age seen.</summary>
        public double Longest { get; }

        public double At(double age) => _at(age);
    }
}
