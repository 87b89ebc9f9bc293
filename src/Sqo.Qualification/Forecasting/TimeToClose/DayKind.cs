using System;

namespace Sqo.Qualification;

/// <summary>
/// The kinds of days that the factors of a rate distinguish: a segment in a slot of the calendar and a band of age, as one index.
/// </summary>
internal static class DayKind
{
    /// <summary>Young deals and older ones.</summary>
    public const int Bands = 2;

    public static int Of(int segment, int slot, int band) => (((segment * CalendarSlots.Count) + slot) * Bands) + band;

    /// <summary>The number of kinds of a number of segments.</summary>
    public static int Count(int segments) => segments * CalendarSlots.Count * Bands;

    /// <summary>The category of every kind.</summary>
    /// <param name="segments">The number of segments.</param>
    /// <param name="category">The category of a segment, a slot and a band.</param>
    public static int[] Categories(int segments, Func<int, int, int, int> category)
    {
        var categories = new int[Count(segments)];
        for (var kind = 0; kind < categories.Length; kind++)
        {
            var row = kind / Bands;
            categories[kind] = category(row / CalendarSlots.Count, row % CalendarSlots.Count, kind % Bands);
        }

        return categories;
    }
}
