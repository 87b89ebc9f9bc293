namespace Sqo.Qualification;

/// <summary>What a line of an explained score stands for.</summary>
public enum ScoreLineKind
{
    /// <summary>Where the scale starts, when it does not start at 0: the profile has a floor, or the scale is stretched.</summary>
    Base = 0,

    /// <summary>The points of a criterion.</summary>
    Criterion = 1,

    /// <summary>What a group's maximum takes away.</summary>
    Cap = 2,

    /// <summary>What a group's minimum adds.</summary>
    Floor = 3,

    /// <summary>What keeps the score at 0 when penalties take more than there is.</summary>
    KeptAtZero = 4,
}
