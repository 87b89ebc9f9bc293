namespace Sqo.Qualification;

/// <summary>Which prerequisites of a profile are met for an opportunity and which are unknown, by their places, as masks.</summary>
internal readonly record struct PrerequisiteStates(uint Met, uint Unknown)
{
    /// <summary>The case after another, of all in which each unknown prerequisite is met or not; the first is the one in which none
    /// is.</summary>
    /// <param name="previous">The case before.</param>
    /// <param name="next">The case: the prerequisites that are met in it.</param>
    /// <returns>Whether there is one more.</returns>
    public bool TryNext(uint previous, out uint next)
    {
        // The known bits are set for the carry to run over them.
        next = (((previous | ~Unknown) + 1) & Unknown) | Met;
        return next != Met;
    }
}
