using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>
/// What changed between two results of one opportunity. The points of the changes add up exactly to the change of the score.
/// Immutable.
/// </summary>
public sealed class ResultComparison
{
    internal ResultComparison(QualificationResult earlier, QualificationResult after)
    {
        if (earlier.ProfileName != after.ProfileName)
        {
            throw new ArgumentException(
                $"The earlier result is of the profile \"{earlier.ProfileName}\" and the later one of \"{after.ProfileName}\"; " +
                "only results of one profile can be compared.",
                nameof(earlier));
        }

        Before = earlier;
        After = after;
        Changes = [.. Merge(earlier, after)];
    }

    /// <summary>The earlier result.</summary>
    public QualificationResult Before { get; }

    /// <summary>The later result.</summary>
    public QualificationResult After { get; }

    /// <summary>By how many points the score changed.</summary>
    public decimal ScoreChange => After.DisplayScore - Before.DisplayScore;

    /// <summary>Whether the verdict changed.</summary>
    public bool VerdictChanged => Before.Verdict != After.Verdict;

    /// <summary>
    /// Whether the grade changed: its name, such as "A1", or the lowest or highest grade that unknown answers leave open. A grade that
    /// only one of the results has, because the scoring strategy was replaced, has changed too.
    /// </summary>
    /// <value>Always <see langword="false"/> if neither profile grades.</value>
    public bool GradeChanged => Names(Before.Grade) != Names(After.Grade);

    /// <summary>Whether both results come from profiles with the same declarations.</summary>
    public bool SameProfile => Before.Fingerprint == After.Fingerprint;

    /// <summary>
    /// Each criterion, cap or floor whose points, state or value changed, in the order of the later profile; then those that it
    /// no longer has.
    /// </summary>
    public IReadOnlyList<CriterionChange> Changes { get; }

    private static (string Name, string Lowest, string Highest)? Names(FitEngagementGrade? grade) =>
        grade is null ? null : (grade.Name, grade.Lowest, grade.Highest);

    private static IEnumerable<CriterionChange> Merge(QualificationResult before, QualificationResult after)
    {
        var keys = Keys(after).Concat(Keys(before)).Distinct();
        foreach (var key in keys)
        {
            var oldLine = Line(before, key);
            var newLine = Line(after, key);
            var oldResult = Result(before, key);
            var newResult = Result(after, key);
            var change = new CriterionChange(
                key.Kind,
                key.Id,
                newResult?.Criterion.Label ?? oldResult?.Criterion.Label ?? newLine?.Group?.Label ?? oldLine?.Group?.Label ?? key.Id,
                oldLine?.Points ?? 0,
                newLine?.Points ?? 0,
                oldResult,
                newResult);
            if (change.Points != 0 || Differs(oldResult, newResult)) yield return change;
        }
    }

    private static IEnumerable<(ScoreLineKind Kind, string Id)> Keys(QualificationResult result) =>
        result.Criteria.Select(c => (ScoreLineKind.Criterion, c.Id))
            .Concat(result.Lines.Where(line => line.Kind != ScoreLineKind.Criterion).Select(KeyOf));

    private static (ScoreLineKind Kind, string Id) KeyOf(ScoreLine line) => (line.Kind, line.Criterion?.Id ?? line.Group?.Id ?? "");

    private static ScoreLine? Line(QualificationResult result, (ScoreLineKind Kind, string Id) key) =>
        result.Lines.FirstOrDefault(line => KeyOf(line) == key);

    private static CriterionResult? Result(QualificationResult result, (ScoreLineKind Kind, string Id) key) =>
        key.Kind == ScoreLineKind.Criterion ? result.Criteria.FirstOrDefault(c => c.Id == key.Id) : null;

    private static bool Differs(CriterionResult? before, CriterionResult? after) =>
        before is null || after is null
            ? before != after
            : before.State != after.State || !SameValue(before.Actual, after.Actual) || before.DecayDate != after.DecayDate;

    private static bool SameValue(object? before, object? after) =>
        before is IEnumerable left and not string && after is IEnumerable right and not string
            ? left.Cast<object?>().SequenceEqual(right.Cast<object?>())
            : Equals(before, after);
}
