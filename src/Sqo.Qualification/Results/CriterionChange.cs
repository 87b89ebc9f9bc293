namespace Sqo.Qualification;

/// <summary>How one criterion, or one group's bound, changed between two results. Immutable.</summary>
public sealed class CriterionChange
{
    internal CriterionChange(
        ScoreLineKind kind, string id, string label, decimal pointsBefore, decimal pointsAfter, CriterionResult? before,
        CriterionResult? after)
    {
        Kind = kind;
        Id = id;
        Label = label;
        PointsBefore = pointsBefore;
        PointsAfter = pointsAfter;
        Before = before;
        After = after;
    }

    /// <summary>What changed: a criterion, the cap or the floor of a group, or the base of the scale.</summary>
    public ScoreLineKind Kind { get; }

    /// <summary>The id of the criterion or group; empty for the base.</summary>
    public string Id { get; }

    /// <summary>The display name.</summary>
    public string Label { get; }

    /// <summary>The points before, on the scale of the score.</summary>
    public decimal PointsBefore { get; }

    /// <summary>The points after, on the scale of the score.</summary>
    public decimal PointsAfter { get; }

    /// <summary>The points after minus the points before.</summary>
    public decimal Points => PointsAfter - PointsBefore;

    /// <summary>The criterion before; <see langword="null"/> for a bound, or when the profile did not have it.</summary>
    public CriterionResult? Before { get; }

    /// <summary>The criterion after; <see langword="null"/> for a bound, or when the profile no longer has it.</summary>
    public CriterionResult? After { get; }
}
