using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Tests.Forecasting.Laboratory;

/// <summary>What is asked of the default in a world, one and three months ahead.</summary>
/// <param name="LeastHeld">The least share of the futures in the 80 % intervals.</param>
/// <param name="MostHeld">The greatest share of them.</param>
/// <param name="MostBias">The greatest bias, in either direction; <see langword="null"/> if none is asked.</param>
/// <param name="OfBestPart">The greatest error relative to that of the best part.</param>
/// <param name="OfOracle">The greatest error relative to that of the oracle; <see langword="null"/> if none is asked.</param>
internal sealed record LaboratoryGoals(
    double LeastHeld = 0.76, double MostHeld = 0.86, double? MostBias = 0.05, double OfBestPart = 1.05, double? OfOracle = null)
{
    // What is measured from some companies is missed only if it is so beyond two of its standard errors.
    private const double Errors = 2;

    /// <summary>The goals that a world's default misses.</summary>
    public IEnumerable<string> MissedBy(LaboratoryResult result, int monthsAhead)
    {
        var row = result.Of(ForecastLaboratory.Default, monthsAhead);
        var held = row.Held(0.8)!.Value;
        var slack = Errors * held.Error;
        if (held.Value < LeastHeld - slack || held.Value > MostHeld + slack) yield return "held of 80 %";
        if (MostBias is { } greatest && Math.Abs(row.Bias.Value) > Math.Max(greatest, Errors * row.Bias.Error)) yield return "bias";
        if (IsAbove(row.RelativeTo(result.BestPart(monthsAhead)), OfBestPart)) yield return "best part";
        var oracle = row.RelativeTo(result.Of(ForecastLaboratory.Oracle, monthsAhead));
        if (OfOracle is { } most && IsAbove(oracle, most)) yield return "oracle";
    }

    private static bool IsAbove(LaboratoryRow.Estimate measured, double goal) => measured.Value > goal + (Errors * measured.Error);
}
