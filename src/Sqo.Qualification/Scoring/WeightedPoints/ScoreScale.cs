namespace Sqo.Qualification;

/// <summary>Where the scale of weighted points starts: which total is a score of 0.</summary>
public enum ScoreScale
{
    /// <summary>
    /// At a total of 0, or at the least total where the profile has a floor. Penalties take points from those
    /// that they hit and raise nobody else's score; where they take more than there is, the score is kept at 0.
    /// </summary>
    FromZero = 0,

    /// <summary>At the least total that the profile can give: penalties stretch the scale, and no two totals share a score of 0.</summary>
    Stretched = 1,
}
