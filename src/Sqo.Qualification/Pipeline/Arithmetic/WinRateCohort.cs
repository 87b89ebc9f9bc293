namespace Sqo.Qualification;

/// <summary>The opportunities that a win rate is based on.</summary>
public enum WinRateCohort
{
    /// <summary>Those closed in a period: known immediately, but biased by fast deals and a surge of losses.</summary>
    Closed = 0,

    /// <summary>Those created in a period: the result of a vintage, known when all have closed.</summary>
    Created = 1,
}
