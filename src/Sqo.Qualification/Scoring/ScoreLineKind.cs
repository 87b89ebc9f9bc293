namespace Sqo.Qualification;

/// <summary>What a line of an explained score stands for.</summary>
public enum ScoreLineKind
{
    /// <summary>Where the scale starts: with negative points possible, no points at all is already more than the least.</summary>
    Base = 0,

    /// <summary>The points of a criterion.</summary>
    Criterion = 1,

    /// <summary>What a group's maximum takes away.</summary>
    Cap = 2,

    /// <summary>What a group's minimum adds.</summary>
    Floor = 3,
}
