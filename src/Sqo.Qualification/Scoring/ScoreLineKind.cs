namespace Sqo.Qualification;

/// <summary>The kinds of lines of an explained score.</summary>
public enum ScoreLineKind
{
    /// <summary>The start of the scale, when it is not 0: the profile has a floor, or the scale is stretched.</summary>
    Base = 0,

    /// <summary>The points of a criterion.</summary>
    Criterion = 1,

    /// <summary>The points that a group's maximum takes away.</summary>
    Cap = 2,

    /// <summary>The points that a group's minimum adds.</summary>
    Floor = 3,

    /// <summary>The points that keep the score at 0 when penalties exceed the points.</summary>
    KeptAtZero = 4,
}
