using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Finds records with implausible dates: typing errors, and the dates that systems write for "no date".</summary>
internal static class ImplausibleDates
{
    // More than a generation from the median of all dates.
    private const int MostDays = 30 * 366;

    /// <summary>The faults of records whose day of creation or closing is far from all others.</summary>
    public static List<RecordFault> In(Opportunity[] opportunities)
    {
        var faults = new List<RecordFault>();
        var days = new List<int>();
        foreach (var opportunity in opportunities)
        {
            // A null is rejected later, with its position.
            if (opportunity is null) continue;
            if (opportunity.CreatedDay != DayNumber.None) days.Add(opportunity.CreatedDay);
            if (opportunity.ClosedDay != DayNumber.None) days.Add(opportunity.ClosedDay);
        }

        if (days.Count == 0) return faults;
        days.Sort();
        if (days[days.Count - 1] - days[0] <= MostDays) return faults;
        var middle = days[days.Count / 2];
        for (var i = 0; i < opportunities.Length; i++)
        {
            if (opportunities[i] is not { } opportunity) continue;
            Check(i, opportunity, nameof(Opportunity.Created), opportunity.CreatedDay);
            Check(i, opportunity, nameof(Opportunity.Closed), opportunity.ClosedDay);
        }

        return faults;

        void Check(int position, Opportunity opportunity, string field, int day)
        {
            if (day == DayNumber.None || Math.Abs(day - middle) <= MostDays) return;
            faults.Add(
                new("date.implausible", position, opportunity.Id, field, DayNumber.Text(day),
                $"it is more than 30 years from the median of all dates, {DayNumber.Text(middle)}"));
        }
    }
}
