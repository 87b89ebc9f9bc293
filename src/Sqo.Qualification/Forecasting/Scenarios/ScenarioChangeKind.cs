namespace Sqo.Qualification;

/// <summary>What a <see cref="ScenarioChange"/> does to deals.</summary>
public enum ScenarioChangeKind
{
    /// <summary>The deal is left out, as if it had never been there.</summary>
    Removed = 0,

    /// <summary>The deal is not won before a day.</summary>
    Slipped = 1,

    /// <summary>The deal is won.</summary>
    Won = 2,

    /// <summary>The deal is lost.</summary>
    Lost = 3,

    /// <summary>The deal has another amount.</summary>
    AmountSet = 4,

    /// <summary>The chances of deals are multiplied by a factor.</summary>
    ChancesScaled = 5,

    /// <summary>The amounts of deals are multiplied by a factor.</summary>
    AmountsScaled = 6,
}
