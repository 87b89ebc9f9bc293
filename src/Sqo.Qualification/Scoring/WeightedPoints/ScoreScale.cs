namespace Sqo.Qualification;

/// <summary>Where the scale of weighted points starts: the total that is a score of 0.</summary>
public enum ScoreScale
{
    /// <summary>
    /// At a total of 0, or at the lowest total if the profile has a floor. Penalties lower only the scores of the opportunities
    /// they apply to; if they exceed the points, the score is kept at 0.
    /// </summary>
    FromZero = 0,

    /// <summary>At the lowest total that the profile can give: penalties stretch the scale, and no two totals share a score of 0.</summary>
    Stretched = 1,
}
