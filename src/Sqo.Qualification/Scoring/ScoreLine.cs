using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A line of an explained score: the points that one item adds or takes away. Strategies create the lines; those of a result add up
/// exactly to its displayed score. Immutable.
/// </summary>
public sealed class ScoreLine
{
    // Far more than any score; points rounded to hundredths must fit a decimal.
    private const double MostPoints = 1e15;

    private ScoreLine(ScoreLineKind kind, CriterionInfo? criterion, GroupInfo? group, double points, decimal shown)
    {
        Kind = kind;
        Criterion = criterion;
        Group = group;
        ExactPoints = points;
        Points = shown;
    }

    /// <summary>The kind of line.</summary>
    public ScoreLineKind Kind { get; }

    /// <summary>The criterion that the points are for, or <see langword="null"/>.</summary>
    public CriterionInfo? Criterion { get; }

    /// <summary>The group whose bound the line shows, or <see langword="null"/>.</summary>
    public GroupInfo? Group { get; }

    /// <summary>Points on the scale of the score, 0 to 100; negative when they are taken away.</summary>
    public double ExactPoints { get; }

    /// <summary>
    /// The points, rounded to hundredths. The lines of a result are rounded by largest remainder, so that they add up; a line that a
    /// strategy has just created is rounded by itself.
    /// </summary>
    public decimal Points { get; }

    /// <summary>Creates the line for the start of the scale, which is the same for every opportunity. It comes first.</summary>
    /// <param name="points">The points.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not a number from -1E+15 to 1E+15.</exception>
    public static ScoreLine Base(double points) => Of(ScoreLineKind.Base, null, null, points);

    /// <summary>Creates the line of a criterion; at most one for each.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="points">The points.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not a number from -1E+15 to 1E+15.</exception>
    public static ScoreLine Of(CriterionInfo criterion, double points) =>
        Of(ScoreLineKind.Criterion, Guard.NotNull(criterion), null, points);

    /// <summary>Creates the line for the points that the maximum of a group takes away.</summary>
    /// <param name="group">The group, or <see cref="ScoringLayout.Total"/>.</param>
    /// <param name="points">The points, below 0.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="group"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not a number from -1E+15 to 1E+15.</exception>
    public static ScoreLine Cap(GroupInfo group, double points) => Of(ScoreLineKind.Cap, null, Guard.NotNull(group), points);

    /// <summary>Creates the line for the points that the minimum of a group adds.</summary>
    /// <param name="group">The group, or <see cref="ScoringLayout.Total"/>.</param>
    /// <param name="points">The points, above 0.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="group"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not a number from -1E+15 to 1E+15.</exception>
    public static ScoreLine Floor(GroupInfo group, double points) => Of(ScoreLineKind.Floor, null, Guard.NotNull(group), points);

    /// <summary>Creates the line that keeps the score at 0 when penalties exceed the points; at most one.</summary>
    /// <param name="points">The points, above 0.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not a number from -1E+15 to 1E+15.</exception>
    public static ScoreLine KeptAtZero(double points) => Of(ScoreLineKind.KeptAtZero, null, null, points);

    /// <summary>The kind, the criterion or group, and the points, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Kind} {Criterion?.Id ?? Group?.Id}".TrimEnd() + ": " + InvariantText.Of(ExactPoints);

    /// <summary>The same line with other points.</summary>
    internal ScoreLine With(double points) => Of(Kind, Criterion, Group, points);

    /// <summary>The same line with the points that a result shows.</summary>
    internal ScoreLine Showing(decimal points) => new(Kind, Criterion, Group, ExactPoints, points);

    private static ScoreLine Of(ScoreLineKind kind, CriterionInfo? criterion, GroupInfo? group, double points) =>
        new(kind, criterion, group, Guard.Within(-MostPoints, points, MostPoints), Math.Round((decimal)points, 2));
}
