namespace Sqo.Qualification;

/// <summary>
/// A deal that a plan can choose: at one of several levels (a fixed block has one, a response curve one for each hour), by one of the
/// owners who may have it.
/// </summary>
internal sealed class PlanItem(Opportunity deal, int own, int[] owners, int group, int[] minutes, double[] gains)
{
    /// <summary>The deal.</summary>
    public Opportunity Deal => deal;

    /// <summary>Its own owner; -1 if that is nobody on the list.</summary>
    public int Own => own;

    /// <summary>The owners who may have it, ascending.</summary>
    public int[] Owners => owners;

    /// <summary>The number of that set of owners.</summary>
    public int OwnerSet => group;

    /// <summary>The minutes of the levels, ascending.</summary>
    public int[] Minutes => minutes;

    /// <summary>What the levels bring beyond nothing, snapped to a grid on which sums are exact.</summary>
    public double[] Gains => gains;

    /// <summary>What it is worth to its owner's part if it is chosen, beside the gain: the value that needs no effort.</summary>
    public double Without { get; init; }

    /// <summary>Whether its first hour must be done anyway: the levels are what comes on top.</summary>
    public bool IsOnTop { get; init; }

    /// <summary>The limits that it counts towards; the first is the hours.</summary>
    public ItemLimit[] Limits { get; set; } = [];
}
