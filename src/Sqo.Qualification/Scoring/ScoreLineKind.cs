namespace Sqo.Qualification;

/// <summary>What a line of an explained score stands for.</summary>
public enum ScoreLineKind
{
    /// <summary>Where the scale starts, when the least total is not 0: points can be negative, or a group has a minimum.</summary>
    Base = 0,

    /// <summary>The points of a criterion.</summary>
    Criterion = 1,

    /// <summary>What a group's maximum takes away.</summary>
    Cap = 2,

    /// <summary>What a group's minimum adds.</summary>
    Floor = 3,
}
