namespace Sqo.Qualification;

/// <summary>Which opportunities a win rate is of.</summary>
public enum WinRateCohort
{
    /// <summary>Those closed in a period: known at once, but fast deals and a rush of losses weigh on it.</summary>
    Closed = 0,

    /// <summary>Those created in a period: how a vintage fares; it is known when all have closed.</summary>
    Created = 1,
}
