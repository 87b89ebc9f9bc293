using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What one thing adds to a score or takes from it: a line of an explained score. Strategies make them; those of a result add up to its
/// shown score exactly. Immutable.
/// </summary>
public sealed class ScoreLine
{
    // Far more than any score; what is rounded to hundredths must fit a decimal.
    private const double MostPoints = 1e15;

    private ScoreLine(ScoreLineKind kind, CriterionInfo? criterion, GroupInfo? group, double points, decimal shown)
    {
        Kind = kind;
        Criterion = criterion;
        Group = group;
        ExactPoints = points;
        Points = shown;
    }

    /// <summary>What the line stands for.</summary>
    public ScoreLineKind Kind { get; }

    /// <summary>The criterion that the points are for, or <see langword="null"/>.</summary>
    public CriterionInfo? Criterion { get; }

    /// <summary>The group whose bound the line shows, or <see langword="null"/>.</summary>
    public GroupInfo? Group { get; }

    /// <summary>Points on the scale of the score, 0 to 100; negative when they are taken away.</summary>
    public double ExactPoints { get; }

    /// <summary>
    /// The points in hundredths. Those of a result are rounded by largest remainder, so that its lines add up; a line that a strategy
    /// has just made is rounded by itself.
    /// </summary>
    public decimal Points { get; }

    /// <summary>Where the scale starts, the same for every opportunity. It stands first.</summary>
    /// <param name="points">The points.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not a number from -1E+15 to 1E+15.</exception>
    public static ScoreLine Base(double points) => Of(ScoreLineKind.Base, null, null, points);

    /// <summary>The points of a criterion; at most one line each.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="points">The points.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not a number from -1E+15 to 1E+15.</exception>
    public static ScoreLine Of(CriterionInfo criterion, double points) =>
        Of(ScoreLineKind.Criterion, Guard.NotNull(criterion), null, points);

    /// <summary>What the maximum of a group takes away.</summary>
    /// <param name="group">The group, or <see cref="ScoringLayout.Total"/>.</param>
    /// <param name="points">The points, below 0.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="group"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not a number from -1E+15 to 1E+15.</exception>
    public static ScoreLine Cap(GroupInfo group, double points) => Of(ScoreLineKind.Cap, null, Guard.NotNull(group), points);

    /// <summary>What the minimum of a group adds.</summary>
    /// <param name="group">The group, or <see cref="ScoringLayout.Total"/>.</param>
    /// <param name="points">The points, above 0.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="group"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not a number from -1E+15 to 1E+15.</exception>
    public static ScoreLine Floor(GroupInfo group, double points) => Of(ScoreLineKind.Floor, null, Guard.NotNull(group), points);

    /// <summary>What keeps the score at 0 when penalties take more than there is; at most one.</summary>
    /// <param name="points">The points, above 0.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> is not a number from -1E+15 to 1E+15.</exception>
    public static ScoreLine KeptAtZero(double points) => Of(ScoreLineKind.KeptAtZero, null, null, points);

    /// <summary>The kind, what the points are for, and the points, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Kind} {Criterion?.Id ?? Group?.Id}".TrimEnd() + ": " + InvariantText.Of(ExactPoints);

    /// <summary>The same for another number of points.</summary>
    internal ScoreLine With(double points) => Of(Kind, Criterion, Group, points);

    /// <summary>The same as a result shows it.</summary>
    internal ScoreLine Showing(decimal points) => new(Kind, Criterion, Group, ExactPoints, points);

    private static ScoreLine Of(ScoreLineKind kind, CriterionInfo? criterion, GroupInfo? group, double points) =>
        new(kind, criterion, group, Guard.Within(-MostPoints, points, MostPoints), Math.Round((decimal)points, 2));
}
