namespace Sqo.Qualification;

/// <summary>Which prerequisites of a profile are met for an opportunity and which are unknown, by their indexes, as masks.</summary>
internal readonly record struct PrerequisiteStates(uint Met, uint Unknown)
{
    /// <summary>Gets the next of the cases in which each unknown prerequisite is met or unmet; in the first case all of them are
    /// unmet.</summary>
    /// <param name="previous">The previous case.</param>
    /// <param name="next">The case: the prerequisites that are met in it.</param>
    /// <returns>Whether there is another case.</returns>
    public bool TryNext(uint previous, out uint next)
    {
        // The known bits are set so that the carry passes over them.
        next = (((previous | ~Unknown) + 1) & Unknown) | Met;
        return next != Met;
    }
}
