namespace Sqo.Qualification;

/// <summary>A line of an explained score. The lines of a result add up to its score exactly. Immutable.</summary>
public sealed class ScoreLine
{
    internal ScoreLine(ScoreLineKind kind, CriterionInfo? criterion, GroupInfo? group, decimal points)
    {
        Kind = kind;
        Criterion = criterion;
        Group = group;
        Points = points;
    }

    /// <summary>What the line stands for.</summary>
    public ScoreLineKind Kind { get; }

    /// <summary>The criterion that the points are for, or <see langword="null"/>.</summary>
    public CriterionInfo? Criterion { get; }

    /// <summary>The group whose bound the line shows, or <see langword="null"/>.</summary>
    public GroupInfo? Group { get; }

    /// <summary>
    /// Points on the scale of the score, 0 to 100, in hundredths. Rounded by largest remainder, so that the lines add up.
    /// </summary>
    public decimal Points { get; }
}
