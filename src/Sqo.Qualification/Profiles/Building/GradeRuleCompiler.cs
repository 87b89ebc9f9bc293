using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Turns the grades and dimensions that were set on a builder into a rule over the bands of a strategy, or into faults.</summary>
internal sealed class GradeRuleCompiler(FaultList faults, string[]? grades, Dictionary<string, double> thresholds)
{
    public GradeRule? Compile(ScoringStrategy strategy)
    {
        // Copied: a custom strategy may change its options later.
        if (strategy.Grading?.Copy() is not { } scales)
        {
            if (grades is not null) AddUngraded("QualifyGrades", strategy);
            if (thresholds.Count > 0) AddUngraded("QualifyDimension", strategy);
            return null;
        }

        var size = (long)scales.Letters.Bands.Count * scales.Digits.Bands.Count;
        if (size > GradeRule.MostGrades)
        {
            faults.Add(
                "grade.size",
                $"The bands of the strategy make {InvariantText.Of(size)} grades; " +
                $"there must be at most {InvariantText.Of((long)GradeRule.MostGrades)}.");
            return null;
        }

        var qualifying = grades is null ? null : PlacesOf(GradeRule.NamesOf(scales));
        foreach (var dimension in thresholds.Keys)
        {
            if (dimension == scales.FitDimension || dimension == scales.EngagementDimension) continue;
            faults.Add(
                "dimension.unknown",
                $"QualifyDimension names \"{Excerpt.Of(dimension)}\"; it must be a graded dimension: " +
                $"\"{scales.FitDimension}\" or \"{scales.EngagementDimension}\".");
        }

        return new GradeRule(strategy, scales, qualifying, ThresholdOf(scales.FitDimension), ThresholdOf(scales.EngagementDimension));
    }

    private double? ThresholdOf(string dimension) => thresholds.TryGetValue(dimension, out var threshold) ? threshold : null;

    private void AddUngraded(string verb, ScoringStrategy strategy) =>
        faults.Add(
            "grade.strategy",
            $"{verb} is called, but the strategy \"{strategy.Name}\" gives no grades; " +
            "score by one that does, such as ScoreByFitAndEngagement.");

    /// <summary>Marks the positions of the grades in the matrix.</summary>
    private bool[] PlacesOf(string[] names)
    {
        var qualifying = new bool[names.Length];
        if (grades!.Length == 0) faults.Add("grade.missing", "QualifyGrades names no grade; it must name at least one.");
        foreach (var grade in grades)
        {
            var place = Array.IndexOf(names, grade);
            if (place < 0)
            {
                faults.Add(
                    "grade.unknown",
                    $"QualifyGrades names {(grade is null ? "null" : $"\"{Excerpt.Of(grade)}\"")}; it must be a grade of the matrix: " +
                    $"\"{string.Join("\", \"", names)}\".");
            }
            else if (Array.LastIndexOf(names, grade) != place)
            {
                faults.Add(
                    "grade.ambiguous",
                    $"QualifyGrades names \"{grade}\", which is the name of two pairs of bands; give the bands names that make it unique.");
            }
            else if (qualifying[place])
            {
                faults.Add("grade.duplicate", $"QualifyGrades names \"{grade}\" twice; each grade must be named once.");
            }
            else
            {
                qualifying[place] = true;
            }
        }

        return qualifying;
    }
}
