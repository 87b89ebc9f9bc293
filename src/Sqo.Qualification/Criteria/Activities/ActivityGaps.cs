using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The number of activities whose time is missing, and of those whose value is, where it is needed.</summary>
internal readonly struct ActivityGaps(int undated, int unvalued)
{
    public bool IsNone => undated == 0 && unvalued == 0;

    public ActivityGaps PlusUndated() => new(undated + 1, unvalued);

    public ActivityGaps PlusUnvalued() => new(undated, unvalued + 1);

    /// <summary>What is asked, with what is missing; <see langword="null"/> if nothing is.</summary>
    public Requirement? AddedTo(Requirement requirement)
    {
        var missing = new List<object>();
        if (undated > 0) missing.Add(new Requirement(MessageIds.RequireActivityTimes, undated));
        if (unvalued > 0) missing.Add(new Requirement(MessageIds.RequireActivityValues, unvalued));
        return missing.Count == 0 ? null : new Requirement(MessageIds.RequireActivityGaps, requirement, missing.ToArray());
    }
}
