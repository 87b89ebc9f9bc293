using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What one thing adds to a score or takes from it, not rounded yet. Two are equal when every part is.</summary>
public readonly record struct ScoreContribution
{
    private ScoreContribution(ScoreLineKind kind, CriterionInfo? criterion, GroupInfo? group, double points)
    {
        Kind = kind;
        Criterion = criterion;
        Group = group;
        Points = points;
    }

    /// <summary>What the points stand for.</summary>
    public ScoreLineKind Kind { get; }

    /// <summary>The criterion that the points are for, or <see langword="null"/>.</summary>
    public CriterionInfo? Criterion { get; }

    /// <summary>The group whose bound it is, or <see langword="null"/>.</summary>
    public GroupInfo? Group { get; }

    /// <summary>Points on the scale of the score, 0 to 100; negative when they are taken away.</summary>
    public double Points { get; }

    /// <summary>Where the scale starts, the same for every opportunity. It stands first.</summary>
    /// <param name="points">The points.</param>
    /// <returns>The contribution.</returns>
    public static ScoreContribution Base(double points) => new(ScoreLineKind.Base, null, null, points);

    /// <summary>The points of a criterion; at most one contribution each.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="points">The points.</param>
    /// <returns>The contribution.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="criterion"/> is <see langword="null"/>.</exception>
    public static ScoreContribution Of(CriterionInfo criterion, double points) => new(ScoreLineKind.Criterion, Guard.NotNull(criterion), null, points);

    /// <summary>What the maximum of a group takes away.</summary>
    /// <param name="group">The group, or <see cref="ScoringLayout.Total"/>.</param>
    /// <param name="points">The points, below 0.</param>
    /// <returns>The contribution.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="group"/> is <see langword="null"/>.</exception>
    public static ScoreContribution Cap(GroupInfo group, double points) => new(ScoreLineKind.Cap, null, Guard.NotNull(group), points);

    /// <summary>What the minimum of a group adds.</summary>
    /// <param name="group">The group, or <see cref="ScoringLayout.Total"/>.</param>
    /// <param name="points">The points, above 0.</param>
    /// <returns>The contribution.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="group"/> is <see langword="null"/>.</exception>
    public static ScoreContribution Floor(GroupInfo group, double points) => new(ScoreLineKind.Floor, null, Guard.NotNull(group), points);

    /// <summary>What keeps the score at 0 when penalties take more than there is; at most one.</summary>
    /// <param name="points">The points, above 0.</param>
    /// <returns>The contribution.</returns>
    public static ScoreContribution KeptAtZero(double points) => new(ScoreLineKind.KeptAtZero, null, null, points);

    /// <summary>The same for another number of points.</summary>
    internal ScoreContribution With(double points) => new(Kind, Criterion, Group, points);
}
