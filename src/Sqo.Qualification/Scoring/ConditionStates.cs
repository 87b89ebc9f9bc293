namespace Sqo.Qualification;

/// <summary>Which conditions of a profile are met for an opportunity and which are unknown, by their places, as masks.</summary>
internal readonly record struct ConditionStates(uint Met, uint Unknown)
{
    /// <summary>The case after another, of all in which each unknown condition is met or not; the first is the one in which none
    /// is.</summary>
    /// <param name="previous">The case before.</param>
    /// <param name="next">The case: the conditions that are met in it.</param>
    /// <returns>Whether there is one more.</returns>
    public bool TryNext(uint previous, out uint next)
    {
        // The known bits are set for the carry to run over them.
        next = (((previous | ~Unknown) + 1) & Unknown) | Met;
        return next != Met;
    }
}
