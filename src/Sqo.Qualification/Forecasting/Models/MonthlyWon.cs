using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The amounts won in consecutive whole months. Immutable.</summary>
public sealed class MonthlyWon
{
    private MonthlyWon(IReadOnlyList<ForecastPeriod> months, double[] values, double[] wins, int unvalued)
    {
        Months = months;
        Values = Array.AsReadOnly(values);
        Wins = wins;
        Unvalued = unvalued;
    }

    /// <summary>The months, ascending and without a gap; empty if no whole month was observed.</summary>
    public IReadOnlyList<ForecastPeriod> Months { get; }

    /// <summary>The amount won in each, in the currency of the forecast; 0 in a month without a won deal.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>The number of won deals that are in none of the amounts, because their value is unknown.</summary>
    public int Unvalued { get; }

    /// <summary>The number of deals won in each month.</summary>
    internal IReadOnlyList<double> Wins { get; }

    internal static MonthlyWon Of(ForecastInput input)
    {
        var months = new List<ForecastPeriod>();
        if (input.ObservedFrom <= input.Today)
        {
            var from = DayNumber.Date(input.ObservedFrom);
            var month = from.Day == 1 ? ForecastPeriod.MonthOf(from) : ForecastPeriod.NextMonths(from, 1)[0];
            for (; month.LastDay <= input.Today; month = ForecastPeriod.NextMonths(month.Last, 1)[0]) months.Add(month);
        }

        var values = new double[months.Count];
        var wins = new double[months.Count];
        var unvalued = 0;
        var deals = input.Deals;
        for (var i = 0; i < deals.Closed.Length && months.Count > 0; i++)
        {
            if (!deals.IsWon[i] || deals.Closed[i] > input.Today || deals.Closed[i] < months[0].FirstDay) continue;
            var closed = DayNumber.Date(deals.Closed[i]);
            var at = ((closed.Year - months[0].First.Year) * 12) + closed.Month - months[0].First.Month;
            if (at >= values.Length) continue;
            wins[at]++;
            if (double.IsNaN(deals.Value[i])) unvalued++;
            else values[at] += deals.Value[i];
        }

        return new(months.AsReadOnly(), values, wins, unvalued);
    }
}
