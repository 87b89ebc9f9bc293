namespace Sqo.Qualification;

/// <summary>How the deals of a plan were selected.</summary>
public enum PlanMethod
{
    /// <summary>Dynamic programming on minutes; exact.</summary>
    DynamicProgramming = 0,

    /// <summary>Branch and bound over all combinations; exact.</summary>
    BranchAndBound = 1,

    /// <summary>
    /// The greedy selection, improved owner by owner and by exchanges; its distance from the best is at most
    /// <see cref="CapacityPlan.Shortfall"/>.
    /// </summary>
    LocalSearch = 2,

    /// <summary>
    /// By value per minute as long as a deal fits, or the best single deal if that brings more (Dantzig 1957); its distance from the best
    /// is at most <see cref="CapacityPlan.Shortfall"/>.
    /// </summary>
    Greedy = 3,
}
