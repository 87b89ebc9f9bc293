using System;

namespace Sqo.Qualification;

/// <summary>
/// The calendar slots of days that closings and new deals depend on: the month of the year, and with it the month of the
/// quarter, and whether it is a working day.
/// </summary>
internal static class CalendarSlots
{
    public const int MonthsOfQuarter = 3;
    public const int MonthsOfYear = 12;
    public const int KindsOfDay = 2;

    /// <summary>The number of slots.</summary>
    public const int Count = MonthsOfYear * KindsOfDay;

    public static int Of(DateTime day, WorkingCalendar calendar) => ((day.Month - 1) * KindsOfDay) + (calendar.IsWorkingDay(day) ? 0 : 1);

    public static int MonthOfYear(int slot) => slot / KindsOfDay;

    public static int MonthOfQuarter(int slot) => MonthOfYear(slot) % MonthsOfQuarter;

    public static int KindOfDay(int slot) => slot % KindsOfDay;

    /// <summary>The slots of the days from one on.</summary>
    public static byte[] Of(DateTime first, int days, WorkingCalendar calendar)
    {
        var slots = new byte[days];
        for (var i = 0; i < days; i++) slots[i] = (byte)Of(first.AddDays(i), calendar);
        return slots;
    }
}
