namespace Sqo.Qualification;

/// <summary>What keeps a plan from bringing more.</summary>
public enum PlanBottleneck
{
    /// <summary>Hours: deals that would bring something are left out for lack of them.</summary>
    Hours = 0,

    /// <summary>Deals: every deal that would bring something is in the plan, and hours may be left.</summary>
    Deals = 1,

    /// <summary>Limits: there are deals and hours for them, but a limit keeps them out.</summary>
    Limits = 2,

    /// <summary>For a team: some owners lack hours, and others lack deals.</summary>
    Mixed = 3,
}
