namespace Sqo.Qualification;

/// <summary>Why a deal must be in a plan, whatever it brings.</summary>
public enum MustDo
{
    /// <summary>Its answer, or another date, is overdue.</summary>
    Overdue = 0,

    /// <summary>It was promised to the customer.</summary>
    Promised = 1,

    /// <summary>Somebody put it into the plan by hand.</summary>
    Pinned = 2,
}
