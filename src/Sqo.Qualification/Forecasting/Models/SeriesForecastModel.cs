using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Extrapolates the amounts won by month with a series model, with or without the swing of the year; it does not forecast deals.
/// </summary>
internal sealed class SeriesForecastModel(string id, Func<int, SeriesModel> model, bool followsYear = false) : ForecastModel(id)
{
    public override bool ExtrapolatesMonths => true;

    public override ModelForecast Forecast(ForecastInput input)
    {
        var periods = Predict(Guard.NotNull(input), out var total);
        return new(Id, periods, []) { TotalDeviation = total };
    }

    public override IReadOnlyList<double> Expect(ForecastInput input) =>
        Array.AsReadOnly(Array.ConvertAll(Predict(Guard.NotNull(input), out _), period => period.Mean));

    private PeriodForecast[] Predict(ForecastInput input, out double? total)
    {
        var known = input.WonByMonth;
        if (known.Values.Count == 0) throw new TooLittleHistoryException(Id, HistoryUnits.WholeMonths, 0, 1);
        var last = known.Months[known.Months.Count - 1].Last;
        var end = input.Periods[input.Periods.Count - 1].Last;
        var ahead = ((end.Year - last.Year) * 12) + end.Month - last.Month;
        var swing = SwingOf(known);
        var forecast = model(ahead).Fit([.. known.Values.Select((value, i) => value / swing(known.Months[i]))]).Forecast(ahead);
        var periods = new PeriodForecast[input.Periods.Count];
        var calendar = input.Options.Calendar;
        var all = new double[ahead];
        for (var i = 0; i < periods.Length; i++)
        {
            double mean = 0;
            var shares = new double[ahead];
            for (var step = 1; step <= ahead; step++)
            {
                var month = ForecastPeriod.MonthOf(DayNumber.Date(DayNumber.Of(last) + 1).AddMonths(step - 1));
                var share = Share(month, input.Periods[i], calendar) * swing(month);
                if (share == 0) continue;
                mean += share * forecast.Point(step);
                shares[step - 1] = share;
                all[step - 1] += share;
            }

            periods[i] = new(input.Periods[i], mean, forecast.StandardDeviationOfSum(shares));
        }

        total = forecast.StandardDeviationOfSum(all);

        return periods;
    }

    // The numbers of wins show a season better than their amounts.
    private Func<ForecastPeriod, double> SwingOf(MonthlyWon known)
    {
        if (!followsYear || known.Wins.Count < TimeToClose.MonthsForTheYear) return static _ => 1;
        var exposed = new double[known.Wins.Count];
        for (var i = 0; i < exposed.Length; i++) exposed[i] = 1;
        var factors = YearlySwing.Around(known.Months[0].First.Month - 1, known.Wins, exposed);
        return month => factors[month.First.Month - 1];
    }

    /// <summary>The share of a month's working days within a period.</summary>
    private static double Share(ForecastPeriod month, ForecastPeriod period, WorkingCalendar calendar)
    {
        var first = Math.Max(month.FirstDay, period.FirstDay);
        var last = Math.Min(month.LastDay, period.LastDay);
        if (first > last) return 0;
        var days = calendar.WorkingDays(month);
        return days == 0 ? 0 : (double)calendar.WorkingDays(ForecastPeriod.Of(DayNumber.Date(first), DayNumber.Date(last))) / days;
    }
}
