namespace Sqo.Qualification;

/// <summary>What orders touches with the same time.</summary>
public enum TouchTies
{
    /// <summary>Their ids, ordinally, those without an id first; touches with the same id stay in the order given.</summary>
    ById = 0,

    /// <summary>The order given.</summary>
    AsGiven = 1,
}
