using System;
using System.Collections.Generic;
using System.Globalization;

namespace WeeklyAudit;

/// <summary>
/// An invented team: what its deals look like in a week, and how they end if somebody works on them. The same in every run. From one
/// week on, it stops asking who decides; from another on, it wins less often.
/// </summary>
internal static class Team
{
    private const int DealsPerWeek = 50;
    private const int WeeksOpen = 5;
    private const int StopsAsking = 13;
    private const int WinsLess = 14;
    private static readonly DateTime FirstMonday = new(2026, 1, 5);

    public static DateTime Monday(int week) => FirstMonday.AddDays(7 * (week - 1));

    /// <summary>The week in which a deal was created.</summary>
    public static int FirstWeek(string id) => int.Parse(id.AsSpan(1, 3), CultureInfo.InvariantCulture);

    /// <summary>The deals of a week, as they are known then: those of the last weeks. Older ones have gone elsewhere.</summary>
    public static IEnumerable<Deal> Deals(int week)
    {
        for (int first = Math.Max(1, week - WeeksOpen + 1); first <= week; first++)
        {
            for (int i = 1; i <= DealsPerWeek; i++)
            {
                string id = string.Create(CultureInfo.InvariantCulture, $"D{first:000}-{i:00}");
                bool isAsked = Share(id, "asked") < (first >= StopsAsking ? 0.5 : 0.9);
                yield return new Deal(
                    id,
                    Monday(first),
                    Share(id, "budget") < 0.9 ? Amount(id) : null,
                    isAsked ? HasDecisionMaker(id) : null,
                    Math.Clamp(Engagement(id) + (Trend(id) * (week - first)), 0, 100));
            }
        }
    }

    /// <summary>The weeks from the start of the work on a deal to its close.</summary>
    public static int WeeksToClose(string id) => 2 + (int)(3 * Share(id, "weeks"));

    /// <summary>Whether a deal is won if it is worked on and closes in a week.</summary>
    public static bool IsWon(string id, int week)
    {
        double logOdds = -2.6 + (0.03 * Engagement(id)) + (HasDecisionMaker(id) ? 1 : 0) - (week >= WinsLess ? 1.2 : 0);
        return Share(id, "won") < 1 / (1 + Math.Exp(-logOdds));
    }

    /// <summary>The amount of a deal.</summary>
    public static decimal Amount(string id) => 500 * (1 + (int)(79 * Share(id, "amount")));

    private static bool HasDecisionMaker(string id) => Share(id, "authority") < 0.5;

    // Some customers warm up, some cool down.
    private static double Trend(string id) => Share(id, "trend") < 0.6 ? 5 : -3;

    private static double Engagement(string id) => Math.Floor(100 * Share(id, "engagement"));

    /// <summary>A share of a deal that is the same on every machine: FNV-1a, mixed by SplitMix64.</summary>
    private static double Share(string id, string what)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (char letter in id + what)
        {
            hash = (hash ^ letter) * 0x100000001B3;
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return ((hash ^ (hash >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
