using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Checks the deals that calibrations are fitted to, and the data that they are read from.</summary>
internal static class CalibrationData
{
    public static OutcomeGroup[] Read(
        string what, IEnumerable<ScoredOutcome> outcomes, int minimumWon, int minimumLost, out int won, out int lost)
    {
        Guard.AtLeast(1, minimumWon);
        Guard.AtLeast(1, minimumLost);
        var groups = OutcomeGroup.Sort(outcomes);
        won = 0;
        lost = 0;
        foreach (var group in groups)
        {
            won += group.Won;
            lost += group.Lost;
        }

        TooFewOutcomesException.Check(what, won, lost, minimumWon, minimumLost);
        return groups;
    }

    public static (double Lowest, double Highest) Bounds(Dictionary<string, object?> root)
    {
        double lowest = root.Number("lowest"), highest = root.Number("highest");
        return lowest >= 0 && lowest < highest && highest <= 1
            ? (lowest, highest)
            : throw new FormatException(
                $"The bounds are {InvariantText.Of(lowest)} and {InvariantText.Of(highest)}; " +
                "the first must be below the second, both from 0 to 1.");
    }
}
